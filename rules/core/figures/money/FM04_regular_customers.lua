-- The sales to break even (FM03) as people who buy every month (arithmetic.md 4.5), rounded up.
local MONTHS = 12  -- the first year, as rule CE08 counts it

return {
  title = "Regular customers",
  why   = "A sum of sales says little; a number of people can be held against the people one knows.",
  cites = { "A6", "A24" },
  label = "from your numbers",
  unit  = "people",
  facts = { "cost.join_fee", "cost.starter_kit", "cost.annual_renewal", "cost.monthly_min_purchase",
            "cost.training_12m", "cost.events_tools_12m", "fit.own_use_value_pct", "plan.retail_discount_pct",
            "plan.own_commission_pct", "product.customer_spend_month" },
  monotone = {
    ["cost.join_fee"] = "up", ["cost.starter_kit"] = "up", ["cost.annual_renewal"] = "up",
    ["cost.monthly_min_purchase"] = "up", ["cost.training_12m"] = "up", ["cost.events_tools_12m"] = "up",
    ["fit.own_use_value_pct"] = "down", ["plan.own_commission_pct"] = "down",
    ["product.customer_spend_month"] = "down",
    ["plan.retail_discount_pct"] = { none = "a larger discount earns more, and turns the quota into more goods" },
  },

  compute = function(c)
    local required, spend = c.cost.monthly_min_purchase, c.product.customer_spend_month
    if spend == 0 then return not_applicable("regular customers spend nothing") end
    local sales, people = break_even {
      join = diff(first_year_cost(), MONTHS * required), months = MONTHS, required = required,
      value = between("fit.own_use_value_pct", 0, 100),
      discount = c.plan.retail_discount_pct, commission = c.plan.own_commission_pct, customer = spend,
    }
    if not sales then return not_applicable() end
    return value(people, people == 1 and "from outside who spends %m a month would be enough for that"
                 or "from outside who spend %m a month each would be enough for that", spend)
  end,

  examples = {
    { facts = { ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "99 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "120 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "660 USD", ["fit.own_use_value_pct"] = "30%",
        ["plan.retail_discount_pct"] = "25%", ["plan.own_commission_pct"] = "0%",
        ["product.customer_spend_month"] = "40 USD" }, expect = "7", note = "arithmetic.md 4.5" },
    { facts = { ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "0 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "120 USD", ["plan.retail_discount_pct"] = "25%",
        ["plan.own_commission_pct"] = "0%", ["product.customer_spend_month"] = "20..40 USD" }, expect = "1..2" },
    { facts = { ["cost.monthly_min_purchase"] = "0 USD", ["product.customer_spend_month"] = "0 USD" },
      expect = "not_applicable" },
    { facts = { ["cost.join_fee"] = "10 USD", ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "0 USD", ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "0 USD",
        ["plan.retail_discount_pct"] = "0%", ["plan.own_commission_pct"] = "0%",
        ["product.customer_spend_month"] = "40 USD" }, expect = "not_applicable", note = "FM03 says why" },
    { facts = {}, expect = "unknown" },
  },
}
