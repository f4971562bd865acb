-- Must a participant buy more each month than a normal household would use?
-- FTC staff look at whether purchases are "within typical consumption habits" [S03]; the Herbalife order
-- caps own use in dollars [S59], which cannot stand in for a household's use of this product.
local MUCH_MORE = 1.5  -- our judgement
local MORE      = 1    -- "typical consumption habits" [S03]; to draw the line exactly there: our judgement

return {
  title  = "Required purchases stay within a household's normal use",
  why    = "Whoever must buy more than can be used buys to stay in the plan, not because of the product.",
  cites  = { "A15", "S03", "S59" },
  points = 16,
  worst  = "major",
  facts  = { "cost.monthly_min_purchase", "product.typical_use_month" },
  ask    = "How much must I buy each month to stay active, and how much does a normal household use?",
  monotone = { ["cost.monthly_min_purchase"] = "down", ["product.typical_use_month"] = "up" },

  check = function(c)
    local required = c.cost.monthly_min_purchase
    if required == 0 then return pass("no monthly purchase is required") end

    local used = c.product.typical_use_month
    if used == 0 then return major("%m a month must be bought; a household uses none", required) end

    local times = ratio(required, used)
    local text = "%m a month must be bought; a household uses %m"
    if times > MUCH_MORE then return major(text, required, used) end
    if times > MORE then return minor(text, required, used) end
    return pass(text, required, used)
  end,

  examples = {
    { facts = { ["cost.monthly_min_purchase"] = "150.01 USD", ["product.typical_use_month"] = "100 USD" },
      expect = "major" },
    { facts = { ["cost.monthly_min_purchase"] = "150 USD", ["product.typical_use_month"] = "100 USD" },
      expect = "minor", note = "the line itself" },
    { facts = { ["cost.monthly_min_purchase"] = "100.01 USD", ["product.typical_use_month"] = "100 USD" },
      expect = "minor" },
    { facts = { ["cost.monthly_min_purchase"] = "100 USD", ["product.typical_use_month"] = "100 USD" },
      expect = "pass", note = "the line itself" },
    { facts = { ["cost.monthly_min_purchase"] = "0 USD" },
      expect = "pass", note = "whatever a household uses" },
    { facts = { ["cost.monthly_min_purchase"] = "0.01 USD", ["product.typical_use_month"] = "0 USD" },
      expect = "major", note = "any purchase is too much of what nobody uses" },
    { facts = { ["cost.monthly_min_purchase"] = "50 USD" },
      expect = "unknown", note = "no fallback in dollars" },
    { facts = { ["cost.monthly_min_purchase"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
