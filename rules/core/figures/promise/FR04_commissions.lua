-- What commissions on recruits' required orders can come to for the average member, whatever the shape of the network
-- (arithmetic.md 4.2, B4).
return {
  title = "From recruits",
  why   = "What is paid on the orders of members is paid by members.",
  cites = { "A8", "A11", "B11" },
  label = "exact",
  unit  = "money",
  facts = { "cost.monthly_min_purchase", "plan.level_pct" },
  monotone = { ["cost.monthly_min_purchase"] = "up" },

  compute = function(c)
    local order = c.cost.monthly_min_purchase
    if order == 0 then return not_applicable() end
    return value(bound_commission { volume = order, rates = c.plan.level_pct },
                 "a month at most, for the average member, on orders of %m each, whatever the network looks like",
                 order)
  end,

  examples = {
    { facts = { ["cost.monthly_min_purchase"] = "120 USD", ["plan.level_pct"] = "10%, 5%, 5%, 3%, 2%" },
      expect = "30" },
    { facts = { ["cost.monthly_min_purchase"] = "100..120 USD", ["plan.level_pct"] = "10%" }, expect = "10..12" },
    { facts = { ["cost.monthly_min_purchase"] = "0 USD" }, expect = "not_applicable" },
    { facts = { ["cost.monthly_min_purchase"] = "120 USD" }, expect = "unknown" },
  },
}
