-- What happens to sales when the bonuses stop. If most sales vanish, people bought for the pay and not for
-- the product: BurnLounge's revenue fell sharply once its bonus programme stopped [S58].
local MOST = 80  -- percent of sales; the number is our judgement
local HALF = 50  -- percent of sales; the number is our judgement

return {
  title  = "Sales hold up without the bonuses",
  why    = "Customers who want the product go on buying whether or not anybody is paid a bonus for it.",
  cites  = { "A15", "S58" },
  points = 8,
  worst  = "critical",
  facts  = { "sustain.sales_drop_without_bonus_pct" },
  ask    = "Has the company ever paused its bonuses, and by how much did sales fall then?",
  monotone = { ["sustain.sales_drop_without_bonus_pct"] = "down" },

  check = function(c)
    local drop = c.sustain.sales_drop_without_bonus_pct
    local text = "sales fall by %n%% without the bonuses"
    if drop >= MOST then return critical(text, drop) end
    if drop >= HALF then return major(text, drop) end
    return pass(text, drop)
  end,

  examples = {
    { facts = { ["sustain.sales_drop_without_bonus_pct"] = "80%" }, expect = "critical", note = "the line" },
    { facts = { ["sustain.sales_drop_without_bonus_pct"] = "79.99%" }, expect = "major" },
    { facts = { ["sustain.sales_drop_without_bonus_pct"] = "50%" }, expect = "major", note = "the line" },
    { facts = { ["sustain.sales_drop_without_bonus_pct"] = "49.99%" }, expect = "pass" },
    { facts = { ["sustain.sales_drop_without_bonus_pct"] = "40..85%" }, expect = "critical..pass" },
    { facts = {}, expect = "unknown" },
  },
}
