return {
  title = "Joining is cheap",
  why = "Money spent at the start is lost first.",
  cites = { "S1" },
  points = 10,
  worst = "major",
  facts = { "cost.fee" },
  ask = "What does it cost to join?",
  monotone = { ["cost.fee"] = "down" },
  check = function(c)
    if c.cost.fee > 50 then return major("joining costs %m", c.cost.fee) end
    return pass("joining costs %m", c.cost.fee)
  end,
  examples = {
    { facts = { ["cost.fee"] = "51 USD" }, expect = "major" },
    { facts = { ["cost.fee"] = "50 USD" }, expect = "pass" },
    { facts = {}, expect = "unknown" },
  },
}
