-- The share of what is paid for that comes from people outside (arithmetic.md 4.3, phi), from the customers the company
-- counts and what one spends. Where a limit is wanted, rules PF02 to PF04 have it, with their sources.
local MEMBER_MIN = 1  -- there is no average of nobody

return {
  title = "Sold outside",
  why   = "The number courts and orders circle around: does the money come from customers or from members?",
  cites = { "A12", "A15", "S59", "S77" },
  label = "model",
  assumes = "every member buys just what is required, and every customer spends what a regular one does",
  unit  = "pct",
  facts = { "recruit.active_participants", "product.customers_active", "product.customer_spend_month",
            "plan.retail_discount_pct", "cost.monthly_min_purchase" },
  monotone = {
    ["recruit.active_participants"] = "down", ["product.customers_active"] = "up",
    ["product.customer_spend_month"] = "up", ["plan.retail_discount_pct"] = "down",
    ["cost.monthly_min_purchase"] = "down",
  },

  compute = function(c)
    local members, customers = c.recruit.active_participants, c.product.customers_active
    local spend, own = c.product.customer_spend_month, c.cost.monthly_min_purchase
    if members < MEMBER_MIN or own == 0 then return not_applicable() end
    local share = outside_share { discount = c.plan.retail_discount_pct, own = own,
                                  outside = ratio(sum(customers * spend), members) }
    return value(share, "of what is paid for, with %n customers who spend %m a month and %n members who buy for %m",
                 customers, spend, members, own)
  end,

  examples = {
    { facts = { ["recruit.active_participants"] = "100", ["product.customers_active"] = "200",
        ["product.customer_spend_month"] = "40 USD", ["plan.retail_discount_pct"] = "25%",
        ["cost.monthly_min_purchase"] = "60 USD" }, expect = "50" },
    { facts = { ["recruit.active_participants"] = "100..200", ["product.customers_active"] = "200",
        ["product.customer_spend_month"] = "40 USD", ["plan.retail_discount_pct"] = "25%",
        ["cost.monthly_min_purchase"] = "60 USD" }, expect = "33.33..50" },
    { facts = { ["recruit.active_participants"] = "100", ["product.customers_active"] = "200",
        ["product.customer_spend_month"] = "40 USD", ["cost.monthly_min_purchase"] = "0 USD" },
      expect = "not_applicable", note = "rules PF02 to PF04 tell more" },
    { facts = { ["recruit.active_participants"] = "1", ["product.customers_active"] = "2",
        ["product.customer_spend_month"] = "40 USD", ["plan.retail_discount_pct"] = "25%",
        ["cost.monthly_min_purchase"] = "60 USD" }, expect = "50", note = "one member" },
    { facts = { ["recruit.active_participants"] = "0", ["product.customers_active"] = "2",
        ["product.customer_spend_month"] = "40 USD", ["plan.retail_discount_pct"] = "25%",
        ["cost.monthly_min_purchase"] = "60 USD" }, expect = "not_applicable", note = "nobody" },
    { facts = {}, expect = "unknown" },
  },
}
