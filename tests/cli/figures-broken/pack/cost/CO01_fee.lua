-- Its examples have none on the line, and one that is wrong.
local DEAR = 50     -- our judgement
local TOO_MUCH = 90 -- our judgement

return {
  title = "Joining is cheap",
  why = "Money spent at the start is lost first.",
  cites = { "S1" },
  points = 10,
  worst = "critical",
  facts = { "cost.fee", "people.told" },
  ask = "What does it cost to join?",
  monotone = { ["cost.fee"] = "down" },
  check = function(c)
    local fee = c.cost.fee
    if fee > TOO_MUCH then
      return critical("joining costs %m", fee)
    end
    if fee > DEAR then return major("joining costs %m", fee) end
    return pass("joining costs %m", fee)
  end,
  examples = {
    { facts = { ["cost.fee"] = "60 USD" }, expect = "major" },
    { facts = { ["cost.fee"] = "70 USD", ["people.told"] = "yes" },
      expect = "minor", note = "wrong, with <\"&'> for formats that escape" },
    { facts = { ["cost.fee"] = "10 USD" }, expect = "pass" },
    { facts = {}, expect = "unknown" },
  },
}
