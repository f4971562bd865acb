-- What an hour brings if all the people one can name buy every month and nobody is recruited (arithmetic.md 4.5):
-- a near-recruit decided when profit divided by hours came to about two dollars (users.md 2.4). Hours are given a
-- week; a month is 52/12 weeks.
local MONTHS = 12  -- the first year, as rule CE08 counts it
local WEEKS  = 52  -- in a year

return {
  title = "An hour brings",
  why   = "Profit divided by hours can be held against any wage.",
  cites = { "A21", "A22", "A25" },
  label = "from your numbers",
  unit  = "money",
  facts = { "fit.warm_market_customers", "fit.hours_per_week", "cost.join_fee", "cost.starter_kit",
            "cost.annual_renewal", "cost.monthly_min_purchase", "cost.training_12m", "cost.events_tools_12m",
            "fit.own_use_value_pct", "plan.retail_discount_pct", "plan.own_commission_pct",
            "product.customer_spend_month" },
  monotone = {
    ["fit.warm_market_customers"] = "up",
    ["fit.hours_per_week"] = { none = "the same loss over more hours is less an hour, the same gain too" },
    ["cost.join_fee"] = "down", ["cost.starter_kit"] = "down", ["cost.annual_renewal"] = "down",
    ["cost.monthly_min_purchase"] = "down", ["cost.training_12m"] = "down", ["cost.events_tools_12m"] = "down",
    ["fit.own_use_value_pct"] = "up", ["plan.own_commission_pct"] = "up", ["product.customer_spend_month"] = "up",
    ["plan.retail_discount_pct"] = { none = "a larger discount earns more, and turns the quota into more goods" },
  },

  compute = function(c)
    local people, spend, hours = c.fit.warm_market_customers, c.product.customer_spend_month, c.fit.hours_per_week
    local required = c.cost.monthly_min_purchase
    if hours == 0 then return not_applicable() end
    local _, hourly = month_profit {
      join = diff(first_year_cost(), MONTHS * required), months = MONTHS, required = required,
      value = between("fit.own_use_value_pct", 0, 100),
      discount = c.plan.retail_discount_pct, commission = c.plan.own_commission_pct,
      sales = sum(people * spend), hours = ratio(WEEKS * hours, MONTHS),
    }
    return value(hourly, "if all %n people you can name buy for %m a month and nobody is recruited (%n hours a week)",
                 people, spend, hours)
  end,

  examples = {
    { facts = { ["fit.warm_market_customers"] = "10", ["fit.hours_per_week"] = "3 hours", ["cost.join_fee"] = "0 USD",
        ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "0 USD", ["cost.monthly_min_purchase"] = "0 USD",
        ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "420 USD", ["plan.retail_discount_pct"] = "25%",
        ["plan.own_commission_pct"] = "0%", ["product.customer_spend_month"] = "40 USD" },
      expect = "5", note = "100 less 35 a month, over 13 hours" },
    { facts = { ["fit.warm_market_customers"] = "5..10", ["fit.hours_per_week"] = "3 hours",
        ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "0 USD",
        ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "0 USD",
        ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "1380 USD", ["plan.retail_discount_pct"] = "25%",
        ["plan.own_commission_pct"] = "0%", ["product.customer_spend_month"] = "40 USD" }, expect = "-5..-1.153846" },
    { facts = { ["fit.warm_market_customers"] = "10", ["fit.hours_per_week"] = "0 hours",
        ["product.customer_spend_month"] = "40 USD", ["cost.monthly_min_purchase"] = "0 USD" },
      expect = "not_applicable" },
    { facts = {}, expect = "unknown" },
  },
}
