-- How many such customers would bring what the same hours bring in a job (arithmetic.md 4.5). Hours are given a
-- week; a month is 52/12 weeks.
local MONTHS = 12  -- the first year, as rule CE08 counts it
local WEEKS  = 52  -- in a year

return {
  title = "As a job",
  why   = "The hours could be worked elsewhere for a wage that is certain.",
  cites = { "A21", "A22" },
  label = "from your numbers",
  unit  = "people",
  facts = { "fit.hours_per_week", "fit.wage", "cost.join_fee", "cost.starter_kit", "cost.annual_renewal",
            "cost.monthly_min_purchase", "cost.training_12m", "cost.events_tools_12m", "fit.own_use_value_pct",
            "plan.retail_discount_pct", "plan.own_commission_pct", "product.customer_spend_month" },
  monotone = {
    ["fit.hours_per_week"] = "up", ["fit.wage"] = "up",
    ["cost.join_fee"] = "up", ["cost.starter_kit"] = "up", ["cost.annual_renewal"] = "up",
    ["cost.monthly_min_purchase"] = "up", ["cost.training_12m"] = "up", ["cost.events_tools_12m"] = "up",
    ["fit.own_use_value_pct"] = "down", ["plan.own_commission_pct"] = "down",
    ["product.customer_spend_month"] = "down",
    ["plan.retail_discount_pct"] = { none = "a larger discount earns more, and turns the quota into more goods" },
  },

  compute = function(c)
    local hours, wage, spend = c.fit.hours_per_week, c.fit.wage, c.product.customer_spend_month
    local required = c.cost.monthly_min_purchase
    if hours == 0 or spend == 0 then return not_applicable() end
    local pay = ratio(WEEKS * job_income { hours = hours, wage = wage }, MONTHS)
    local sales, people = break_even {
      join = diff(first_year_cost(), MONTHS * required), months = MONTHS, required = required,
      value = between("fit.own_use_value_pct", 0, 100), income = pay,
      discount = c.plan.retail_discount_pct, commission = c.plan.own_commission_pct, customer = spend,
    }
    if not sales then return not_applicable() end
    local who = people == 1 and "such a customer would match %m an hour for your %.0f hours a month (%n a week)"
      or "such customers would match %m an hour for your %.0f hours a month (%n a week)"
    return value(people, who, wage, ratio(WEEKS * hours, MONTHS), hours)
  end,

  examples = {
    { facts = { ["fit.hours_per_week"] = "8 hours", ["fit.wage"] = "15 USD", ["cost.join_fee"] = "0 USD",
        ["cost.starter_kit"] = "99 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "120 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "660 USD", ["fit.own_use_value_pct"] = "30%",
        ["plan.retail_discount_pct"] = "25%", ["plan.own_commission_pct"] = "0%",
        ["product.customer_spend_month"] = "40 USD" }, expect = "59" },
    { facts = { ["fit.hours_per_week"] = "0 hours", ["fit.wage"] = "15 USD",
        ["cost.monthly_min_purchase"] = "0 USD", ["product.customer_spend_month"] = "40 USD" },
      expect = "not_applicable" },
    { facts = { ["fit.hours_per_week"] = "8 hours", ["fit.wage"] = "15 USD", ["cost.join_fee"] = "0 USD",
        ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "0 USD", ["cost.monthly_min_purchase"] = "0 USD",
        ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "0 USD", ["plan.retail_discount_pct"] = "0%",
        ["plan.own_commission_pct"] = "0%", ["product.customer_spend_month"] = "40 USD" },
      expect = "not_applicable", note = "FM03 says why" },
    { facts = { ["fit.hours_per_week"] = "8 hours" }, expect = "unknown" },
  },
}
