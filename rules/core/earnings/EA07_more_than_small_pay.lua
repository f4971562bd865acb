-- How many are paid 1,000 USD a year or less, and is the median above nothing? FTC staff found that most
-- people got 1,000 USD or less a year [S11]: the amount is theirs, the shares are our judgement.
local NEARLY_ALL = 90  -- percent, our judgement
local HALF       = 50  -- percent, our judgement

return {
  title  = "Half or more are paid over 1,000 USD a year",
  why    = "An income that is small for nearly everyone is no business for nearly everyone.",
  cites  = { "A18", "S11" },
  points = 14,
  worst  = "major",
  facts  = { "earn.pct_under_1000", "earn.median_gross_12m" },
  ask    = "What share of members was paid 1,000 USD or less last year, and what was the median?",
  monotone = { ["earn.pct_under_1000"] = "down", ["earn.median_gross_12m"] = "up" },

  check = {
    function(c)
      local share = c.earn.pct_under_1000
      local text = "%n%% were paid 1,000 USD a year or less"
      if share > NEARLY_ALL then return major(text, share) end
      if share > HALF then return minor(text, share) end
      return pass(text, share)
    end,
    function(c)
      local median = c.earn.median_gross_12m
      if median == 0 then return major("the median participant was paid nothing") end
      return pass("the median participant was paid %m before costs", median)
    end,
  },

  examples = {
    { facts = { ["earn.pct_under_1000"] = "90.01%" }, expect = "major" },
    { facts = { ["earn.pct_under_1000"] = "90%", ["earn.median_gross_12m"] = "300 USD" }, expect = "minor",
      note = "the line itself" },
    { facts = { ["earn.pct_under_1000"] = "50.01%", ["earn.median_gross_12m"] = "300 USD" },
      expect = "minor" },
    { facts = { ["earn.pct_under_1000"] = "50%", ["earn.median_gross_12m"] = "0.01 USD" }, expect = "pass",
      note = "both on their line" },
    { facts = { ["earn.pct_under_1000"] = "50%", ["earn.median_gross_12m"] = "0 USD" }, expect = "major" },
    { facts = { ["earn.median_gross_12m"] = "0 USD" }, expect = "major" },
    { facts = { ["earn.pct_under_1000"] = "60%" }, expect = "major..minor" },
    { facts = { ["earn.median_gross_12m"] = "1200 USD" }, expect = "major..pass" },
    { facts = { ["earn.median_gross_12m"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
