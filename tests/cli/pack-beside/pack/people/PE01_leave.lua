return {
  title = "People can leave",
  why = "It is their life.",
  cites = { "S1" },
  points = 10,
  worst = "critical",
  facts = { "people.leave" },
  ask = "Is it so?",
  monotone = {},
  check = function(c)
    if c.people.leave then return pass("it is so") end
    return critical("it is not so")
  end,
  examples = {
    { facts = { ["people.leave"] = "yes" }, expect = "pass" },
    { facts = { ["people.leave"] = "no" }, expect = "critical" },
    { facts = {}, expect = "unknown" },
  },
}
