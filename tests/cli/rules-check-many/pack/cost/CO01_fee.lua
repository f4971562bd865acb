local DEAR = 50

return {
  title  = "Is it cheap?",
  why    = "Money that is spent is gone.",
  cites  = { "S1" },
  points = 9,
  worst  = "major",
  facts  = { "cost.fee", "people.told" },
  ask    = "What does it cost?",
  monotone = { ["cost.fee"] = "down" },
  check = function(c)
    if c.cost.fee > DEAR then return major("this scam costs %m", c.cost.fee) end
    if c.cost.fee > 33 then return minr("it costs %m", c.cost.fee) end
    if c.cost.fee > 60 then return minor("it costs %m", c.cost.fee) end
    return pass("it costs %m", c.cost.fee)
  end,
  examples = {
    { facts = { ["cost.fee"] = "20 USD" }, expect = "pass" },
    { facts = { ["cost.fee"] = "51 USD" }, expect = "minor" },
  },
}
