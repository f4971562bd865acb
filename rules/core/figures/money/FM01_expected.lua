-- What this person expects, said before any odds: people who see what they expect beside what it takes judge
-- better (users.md 2.4). The sales follow from arithmetic.md 4.5: everything but the monthly purchase is spread
-- over 12 months, what is sold goes to people outside at the full price.
local MONTHS = 12  -- the first year, as rule CE08 counts it

local function sales(c)
  local required = c.cost.monthly_min_purchase
  return break_even {
    join = diff(first_year_cost(), MONTHS * required), months = MONTHS, required = required,
    value = between("fit.own_use_value_pct", 0, 100),
    discount = c.plan.retail_discount_pct, commission = c.plan.own_commission_pct,
    income = c.fit.expected_month, customer = c.product.customer_spend_month,
  }
end

return {
  title = "You expected",
  why   = "What you expected is written down first, and then held against what it takes.",
  cites = { "A21", "A27" },
  label = "from your numbers",
  unit  = "money",
  facts = { "fit.expected_month", "cost.join_fee", "cost.starter_kit", "cost.annual_renewal",
            "cost.monthly_min_purchase", "cost.training_12m", "cost.events_tools_12m",
            "fit.own_use_value_pct", "plan.retail_discount_pct", "plan.own_commission_pct",
            "product.customer_spend_month" },
  monotone = {
    ["fit.expected_month"] = "up", ["cost.join_fee"] = "up", ["cost.starter_kit"] = "up",
    ["cost.annual_renewal"] = "up", ["cost.monthly_min_purchase"] = "up", ["cost.training_12m"] = "up",
    ["cost.events_tools_12m"] = "up", ["fit.own_use_value_pct"] = "down",
    ["plan.retail_discount_pct"] = { none = "a larger discount earns more, and turns the quota into more goods" },
    ["plan.own_commission_pct"] = "down",
    ["product.customer_spend_month"] = { none = "it is about people, not about sales" },
  },

  compute = {
    function(c) return value(c.fit.expected_month, "a month (asked before this report)") end,
    function(c)
      local money, people = sales(c)
      if not money then return not_applicable("a sale brings in nothing: no sales are enough for that") end
      local who = people == 1 and "of sales a month would bring it: %n regular customer who spends %m"
        or "of sales a month would bring it: %n regular customers who spend %m each"
      return value(money, who, people, c.product.customer_spend_month)
    end,
  },

  examples = {
    { facts = { ["fit.expected_month"] = "800 USD", ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "99 USD",
        ["cost.annual_renewal"] = "0 USD", ["cost.monthly_min_purchase"] = "120 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "660 USD", ["plan.retail_discount_pct"] = "25%",
        ["plan.own_commission_pct"] = "0%", ["product.customer_spend_month"] = "40 USD" },
      expect = "800; 3453", note = "arithmetic.md 4.5; own use does not matter above the quota" },
    { facts = { ["fit.expected_month"] = "800..1000 USD" }, expect = "800..1000; unknown" },
    { facts = { ["fit.expected_month"] = "800 USD", ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "99 USD",
        ["cost.annual_renewal"] = "0 USD", ["cost.monthly_min_purchase"] = "120 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "660 USD", ["plan.retail_discount_pct"] = "0%",
        ["plan.own_commission_pct"] = "0%", ["product.customer_spend_month"] = "40 USD" },
      expect = "800; not_applicable" },
    { facts = {}, expect = "unknown; unknown" },
  },
}
