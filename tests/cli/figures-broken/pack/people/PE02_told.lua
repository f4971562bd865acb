return {
  title = "People are told first",
  why = "It is their life.",
  cites = { "S1" },
  points = 5,
  worst = "minor",
  facts = { "people.told" },
  ask = "Is it so?",
  monotone = {},
  check = function(c)
    if c.people.told then return pass("it is so") end
    return minor("it is not so")
  end,
  examples = {
    { facts = { ["people.told"] = "yes" }, expect = "pass" },
    { facts = { ["people.told"] = "no" }, expect = "minor" },
    { facts = {}, expect = "unknown" },
  },
}
