-- Takes what is not known for good, and a larger fee too.
return {
  title = "People can leave",
  why = "It is their life.",
  cites = { "S1" },
  points = 10,
  worst = "critical",
  facts = { "people.leave", "cost.fee" },
  ask = "Is it so?",
  monotone = { ["cost.fee"] = "down" },
  check = function(c)
    if known("people.leave") and not c.people.leave then return critical("it is not so") end
    if known("cost.fee") and c.cost.fee < 20 then return minor("a fee under 20") end
    return pass("nothing says it is not so")
  end,
  examples = {
    { facts = { ["people.leave"] = "yes", ["cost.fee"] = "20 USD" }, expect = "pass" },
    { facts = { ["people.leave"] = "yes", ["cost.fee"] = "19.99 USD" }, expect = "minor" },
    { facts = { ["people.leave"] = "no" }, expect = "critical" },
  },
}
