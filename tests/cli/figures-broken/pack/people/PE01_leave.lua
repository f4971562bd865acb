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
    local wrong = c.people.leave and nil or nil
    return pass(wrong.text)
  end,
  examples = {
    { facts = { ["people.leave"] = "yes" }, expect = "pass" },
    { facts = { ["people.leave"] = "no" }, expect = "critical" },
    { facts = {}, expect = "unknown" },
  },
}
