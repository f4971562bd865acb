-- What it takes to start: the fee and the kit together, and what joiners are steered to spend in the
-- first 30 days. The dearer of the two decides: a small fee says little where a large order is usual.
-- Marks: 49 [S63], 59 and 1,200 to 2,400 [S61], 430 [S58], 600 [S60].
local DEAR   = 500  -- USD, our judgement
local MODEST = 100  -- USD, our judgement

local function rate(text, amount)
  if amount > DEAR then return major(text, amount) end
  if amount > MODEST then return minor(text, amount) end
  return pass(text, amount)
end

return {
  title  = "Starting costs little",
  why    = "Money spent before anything is earned is the first money that can be lost.",
  cites  = { "A17", "B3", "S58", "S60", "S61", "S63" },
  points = 14,
  worst  = "major",
  facts  = { "cost.join_fee", "cost.starter_kit", "cost.typical_start_spend" },
  ask    = "How much do most people spend in their first 30 days, with fee, kit and products together?",
  monotone = {
    ["cost.join_fee"] = "down", ["cost.starter_kit"] = "down", ["cost.typical_start_spend"] = "down",
  },

  check = {
    function()
      local fee = usd("cost.join_fee")
      if fee > DEAR then return major("the joining fee alone is %n USD", fee) end  -- whatever the kit costs
      return rate("fee and kit together cost %n USD", sum(fee, usd("cost.starter_kit")))
    end,
    function()
      return rate("people usually spend %n USD to start", usd("cost.typical_start_spend"))
    end,
  },

  examples = {
    { facts = { ["cost.join_fee"] = "500.01 USD" }, expect = "major", note = "the kit no longer matters" },
    { facts = { ["cost.join_fee"] = "500 USD" }, expect = "unknown", note = "the kit may add to it" },
    { facts = { ["cost.join_fee"] = "300 USD", ["cost.starter_kit"] = "200.01 USD" }, expect = "major" },
    { facts = { ["cost.join_fee"] = "300 USD", ["cost.starter_kit"] = "200 USD" }, expect = "major..minor" },
    { facts = { ["cost.join_fee"] = "300 USD", ["cost.starter_kit"] = "200 USD",
        ["cost.typical_start_spend"] = "500 USD" }, expect = "minor", note = "both on the line" },
    { facts = { ["cost.typical_start_spend"] = "500.01 USD" }, expect = "major" },
    { facts = { ["cost.join_fee"] = "60 USD", ["cost.starter_kit"] = "40.01 USD",
        ["cost.typical_start_spend"] = "100 USD" }, expect = "minor" },
    { facts = { ["cost.join_fee"] = "60 USD", ["cost.starter_kit"] = "40 USD",
        ["cost.typical_start_spend"] = "100.01 USD" }, expect = "minor" },
    { facts = { ["cost.join_fee"] = "60 USD", ["cost.starter_kit"] = "40 USD",
        ["cost.typical_start_spend"] = "100 USD" }, expect = "pass", note = "both on the line" },
    { facts = { ["cost.join_fee"] = "60 USD", ["cost.starter_kit"] = "40 USD" }, expect = "major..pass" },
    { facts = { ["cost.join_fee"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
