-- What share of sales is paid out as commissions and bonuses. The rest has to pay for the product and the
-- company. The legal caps below bind in their own countries only; here they are marks.
local TOO_MUCH = 60  -- percent of sales; our judgement
local VIETNAM  = 40  -- percent of a year's sales, cap in Vietnam's Decree 40/2018 [S54]
local CHINA    = 30  -- percent, cap in China's 2005 regulations, there of one's own sales [S53]

return {
  title  = "Pays out no more than 40% of sales",
  why    = "A high payout leaves little of the price for the product, or promises what sales cannot carry.",
  cites  = { "A37", "S54", "S53" },
  points = 6,
  worst  = "major",
  facts  = { "plan.total_payout_pct" },
  ask    = "What share of all sales is paid out as commissions and bonuses?",
  monotone = { ["plan.total_payout_pct"] = "down" },

  check = function(c)
    local share = c.plan.total_payout_pct
    local text = "%n%% of sales is paid out as commissions and bonuses"
    if share > TOO_MUCH then return major(text, share) end
    if share > VIETNAM then return minor(text, share) end
    if share > CHINA then return info(text, share) end
    return pass(text, share)
  end,

  examples = {
    { facts = { ["plan.total_payout_pct"] = "60.01%" }, expect = "major" },
    { facts = { ["plan.total_payout_pct"] = "60%" }, expect = "minor", note = "the line itself" },
    { facts = { ["plan.total_payout_pct"] = "40.01%" }, expect = "minor" },
    { facts = { ["plan.total_payout_pct"] = "40%" }, expect = "info", note = "the line itself" },
    { facts = { ["plan.total_payout_pct"] = "30.01%" }, expect = "info" },
    { facts = { ["plan.total_payout_pct"] = "30%" }, expect = "pass", note = "the line itself" },
    { facts = { ["plan.total_payout_pct"] = "35..50%" }, expect = "minor..info" },
    { facts = {}, expect = "unknown" },
  },
}
