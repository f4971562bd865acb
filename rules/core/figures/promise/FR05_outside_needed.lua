-- The money balance of all members together: sales to people outside below which the average member loses, after
-- Koscot and Vander Nat & Keep (arithmetic.md 4.3). Members buy what is required; own use is valued as the reader does.
local MONTHS = 12  -- the first year, as rule CE08 counts it

return {
  title = "Outside sales due",
  why   = "Recruiting moves money between members and adds none: only people outside bring some in.",
  cites = { "A12", "A15", "S77" },
  label = "model",
  assumes = "every member buys just what is required, and values own use alike",
  unit  = "money",
  facts = { "plan.retail_discount_pct", "plan.total_payout_pct", "fit.own_use_value_pct", "cost.join_fee",
            "cost.starter_kit", "cost.annual_renewal", "cost.monthly_min_purchase", "cost.training_12m",
            "cost.events_tools_12m" },
  monotone = {
    ["cost.monthly_min_purchase"] = { none = "goods that are used and paid commissions on can be worth their price" },
    ["plan.retail_discount_pct"] = { none = "a larger discount earns more, and leaves less to pay commissions on" },
    ["plan.total_payout_pct"] = "down", ["fit.own_use_value_pct"] = "down",
    ["cost.join_fee"] = "up", ["cost.starter_kit"] = "up", ["cost.annual_renewal"] = "up",
    ["cost.training_12m"] = "up", ["cost.events_tools_12m"] = "up",
  },

  compute = function(c)
    local required = c.cost.monthly_min_purchase
    local needed = balance_needed {
      discount = c.plan.retail_discount_pct, payout = c.plan.total_payout_pct, own = required,
      value = between("fit.own_use_value_pct", 0, 100),
      costs = ratio(diff(first_year_cost(), MONTHS * required), MONTHS),
    }
    if not needed then return not_applicable("sales outside bring members nothing: none are enough") end
    return value(needed, "a month for each member must be sold outside, or the average member loses")
  end,

  examples = {
    { facts = { ["plan.retail_discount_pct"] = "25%", ["plan.total_payout_pct"] = "40%",
        ["fit.own_use_value_pct"] = "30%", ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "99 USD",
        ["cost.annual_renewal"] = "0 USD", ["cost.monthly_min_purchase"] = "120 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "660 USD" }, expect = "180.454545", note = "arithmetic.md 4.3" },
    { facts = { ["plan.retail_discount_pct"] = "0%", ["plan.total_payout_pct"] = "0%", ["cost.join_fee"] = "10 USD",
        ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "0 USD", ["cost.monthly_min_purchase"] = "0 USD",
        ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "0 USD" }, expect = "not_applicable" },
    { facts = { ["plan.retail_discount_pct"] = "20%", ["plan.total_payout_pct"] = "25..50%",
        ["cost.join_fee"] = "96 USD", ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "0 USD", ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "0 USD" },
      expect = "13.333333..20" },
    { facts = {}, expect = "unknown" },
  },
}
