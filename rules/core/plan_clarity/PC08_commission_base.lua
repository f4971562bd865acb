-- What commission is counted on. Pay on what participants order or on their fees is not tied to a sale to
-- anyone who uses the product: Koscot's second limb [S01], Omnitrition [S57], Success By Health [S63].
-- The severities are our judgement.

return {
  title  = "Commission is counted on sales to customers",
  why    = "Only sales to customers bring money in from outside; the rest moves it between participants.",
  cites  = { "A10", "A31", "S57", "S63", "S01" },
  points = 19,
  worst  = "critical",
  facts  = { "plan.commission_base" },
  ask    = "Is commission counted on what customers buy, on what people in the plan buy, or on fees?",
  fix    = "The company could pay commission on customers' orders only.",
  monotone = {},  -- no numeric fact

  check = function(c)
    local base = c.plan.commission_base
    if base == "enrollment_fees" then return critical("commission is counted on enrolment fees") end
    if base == "participant_purchases" then
      return major("commission is counted on participants' own purchases")
    end
    if base == "mixed" then
      return minor("commission is counted on customers' and participants' purchases")
    end
    if base == "customer_orders" then return pass("commission is counted on customers' orders") end
    return pass("commission is counted on verified retail sales")
  end,

  examples = {
    { facts = { ["plan.commission_base"] = "enrollment_fees" }, expect = "critical" },
    { facts = { ["plan.commission_base"] = "participant_purchases" }, expect = "major" },
    { facts = { ["plan.commission_base"] = "mixed" }, expect = "minor" },
    { facts = { ["plan.commission_base"] = "customer_orders" }, expect = "pass" },
    { facts = { ["plan.commission_base"] = "verified_retail" }, expect = "pass" },
    { facts = { ["plan.commission_base"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
