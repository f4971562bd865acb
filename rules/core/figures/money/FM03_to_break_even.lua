-- Sales to people outside the network from which nothing is lost, with nobody recruited (arithmetic.md 4.5). What
-- is paid besides the monthly purchase is spread over 12 months.
local MONTHS = 12  -- the first year, as rule CE08 counts it

return {
  title = "To break even",
  why   = "If it can be done by selling alone, recruiting is a choice; this is how much that takes.",
  cites = { "A5", "A24" },
  label = "from your numbers",
  unit  = "money",
  facts = { "cost.join_fee", "cost.starter_kit", "cost.annual_renewal", "cost.monthly_min_purchase",
            "cost.training_12m", "cost.events_tools_12m", "fit.own_use_value_pct", "plan.retail_discount_pct",
            "plan.own_commission_pct" },
  monotone = {
    ["cost.join_fee"] = "up", ["cost.starter_kit"] = "up", ["cost.annual_renewal"] = "up",
    ["cost.monthly_min_purchase"] = "up", ["cost.training_12m"] = "up", ["cost.events_tools_12m"] = "up",
    ["fit.own_use_value_pct"] = "down", ["plan.own_commission_pct"] = "down",
    ["plan.retail_discount_pct"] = { none = "a larger discount earns more, and turns the quota into more goods" },
  },

  compute = function(c)
    local required = c.cost.monthly_min_purchase
    local sales = break_even {
      join = diff(first_year_cost(), MONTHS * required), months = MONTHS, required = required,
      value = between("fit.own_use_value_pct", 0, 100),
      discount = c.plan.retail_discount_pct, commission = c.plan.own_commission_pct,
    }
    if not sales then return not_applicable("a sale brings in nothing: no sales are enough") end
    return value(sales, "a month sold to people outside the network")
  end,

  examples = {
    { facts = { ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "99 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "120 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "660 USD", ["fit.own_use_value_pct"] = "30%",
        ["plan.retail_discount_pct"] = "25%", ["plan.own_commission_pct"] = "0%" },
      expect = "253", note = "arithmetic.md 4.5" },
    { facts = { ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "120 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "240 USD", ["fit.own_use_value_pct"] = "0%",
        ["plan.retail_discount_pct"] = "25%", ["plan.own_commission_pct"] = "0%" },
      expect = "140", note = "the quota is not sold" },
    { facts = { ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "120 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "240 USD",
        ["plan.retail_discount_pct"] = "25%", ["plan.own_commission_pct"] = "0%" },
      expect = "80..140", note = "whatever the reader uses" },
    { facts = { ["cost.join_fee"] = "10 USD", ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "0 USD", ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "0 USD",
        ["plan.retail_discount_pct"] = "0%", ["plan.own_commission_pct"] = "0%" }, expect = "not_applicable" },
    { facts = {}, expect = "unknown" },
  },
}
