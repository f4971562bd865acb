-- What must be bought each month to stay active or qualified. Having to buy unwanted things to stay in
-- good standing is a warning sign in the FTC's consumer advice [S13]; mark: 150 USD a month at Vemma [S60].
local HEAVY = 100  -- USD a month, our judgement

return {
  title  = "Staying active takes no monthly purchase",
  why    = "A monthly order goes on costing money in the months when nothing is sold.",
  cites  = { "A17", "S13", "S60" },
  points = 14,
  worst  = "major",
  facts  = { "cost.monthly_min_purchase" },
  ask    = "How much does a person have to buy each month to stay active or to be paid?",
  fix    = "The company could count sales to customers instead of own orders.",
  monotone = { ["cost.monthly_min_purchase"] = "down" },

  check = function()
    local amount = usd("cost.monthly_min_purchase")
    local text = "staying active takes purchases of %n USD a month"
    if amount > HEAVY then return major(text, amount) end
    if amount > 0 then return minor(text, amount) end
    return pass("staying active takes no monthly purchase")
  end,

  examples = {
    { facts = { ["cost.monthly_min_purchase"] = "100.01 USD" }, expect = "major" },
    { facts = { ["cost.monthly_min_purchase"] = "100 USD" }, expect = "minor", note = "the line itself" },
    { facts = { ["cost.monthly_min_purchase"] = "0.01 USD" }, expect = "minor" },
    { facts = { ["cost.monthly_min_purchase"] = "0 USD" }, expect = "pass", note = "the line itself" },
    { facts = { ["cost.monthly_min_purchase"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
