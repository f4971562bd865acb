-- Does most of the money go to a few? Marks for the top 1 % of active participants in an advocacy paper:
-- 44, 66 and 81.7 % [S69]. A mean far above the median says the same in another way.
local MOST  = 66  -- percent to the top 1 %: a mark in [S69]; as a line our judgement
local MUCH  = 44  -- percent to the top 1 %: a mark in [S69]; as a line our judgement
local TEN   = 10  -- times the median, our judgement
local THREE = 3   -- times the median, our judgement

return {
  title  = "Rewards do not pile up at the top",
  why    = "Where a few take most of the money, their stories say little about what others can expect.",
  cites  = { "A18", "A19", "S69" },
  points = 12,
  worst  = "major",
  facts  = { "earn.top1_share_pct", "earn.mean_gross_12m", "earn.median_gross_12m" },
  ask    = "What share of all pay goes to the top 1 %, and what are the average and the median pay?",
  monotone = {
    ["earn.top1_share_pct"] = "down", ["earn.mean_gross_12m"] = "down", ["earn.median_gross_12m"] = "up",
  },

  check = {
    function(c)
      local share = c.earn.top1_share_pct
      local text = "the top 1 %% receive %n%% of all rewards"
      if share > MOST then return major(text, share) end
      if share > MUCH then return minor(text, share) end
      return pass(text, share)
    end,
    function(c)
      local median, mean = c.earn.median_gross_12m, c.earn.mean_gross_12m
      local text = "the mean reward is %m, the median %m"
      -- Multiplied, not divided: any mean above 0 is more than ten times a median of 0.
      if mean > sum(TEN * median) then return major(text, mean, median) end
      if mean > sum(THREE * median) then return minor(text, mean, median) end
      return pass(text, mean, median)
    end,
  },

  examples = {
    { facts = { ["earn.top1_share_pct"] = "66.01%" }, expect = "major" },
    { facts = { ["earn.top1_share_pct"] = "66%" }, expect = "major..minor", note = "the line itself" },
    { facts = { ["earn.mean_gross_12m"] = "2000.01 USD", ["earn.median_gross_12m"] = "200 USD" },
      expect = "major" },
    { facts = { ["earn.mean_gross_12m"] = "0.01 USD", ["earn.median_gross_12m"] = "0 USD" },
      expect = "major" },
    { facts = { ["earn.top1_share_pct"] = "44%", ["earn.mean_gross_12m"] = "2000 USD",
        ["earn.median_gross_12m"] = "200 USD" }, expect = "minor", note = "ten times to the cent" },
    { facts = { ["earn.top1_share_pct"] = "44%", ["earn.mean_gross_12m"] = "600.01 USD",
        ["earn.median_gross_12m"] = "200 USD" }, expect = "minor" },
    { facts = { ["earn.top1_share_pct"] = "44.01%", ["earn.mean_gross_12m"] = "600 USD",
        ["earn.median_gross_12m"] = "200 USD" }, expect = "minor" },
    { facts = { ["earn.top1_share_pct"] = "44%", ["earn.mean_gross_12m"] = "600 USD",
        ["earn.median_gross_12m"] = "200 USD" }, expect = "pass", note = "both on their line" },
    { facts = { ["earn.median_gross_12m"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
