-- What share of all participants was paid nothing in the year? FTC staff single out statements by which most
-- got nothing, 17 of the 70 they read [S11]; mark: 72.3 % in AdvoCare's figures for 2016 [S61].
local NEARLY_ALL = 90  -- percent, our judgement
local MOST       = 50  -- percent: "most" [S11]; that half itself counts is our judgement
local QUARTER    = 25  -- percent, our judgement

return {
  title  = "More than three in four participants are paid something",
  why    = "The most likely outcome matters more than the best one.",
  cites  = { "A18", "S11", "S61" },
  points = 22,
  worst  = "critical",
  facts  = { "earn.pct_zero" },
  ask    = "Of everyone who was a member last year, what share was paid nothing at all?",
  monotone = { ["earn.pct_zero"] = "down" },

  check = function(c)
    local share = c.earn.pct_zero
    local text = "%n%% of participants were paid nothing"
    if share >= NEARLY_ALL then return critical(text, share) end
    if share >= MOST then return major(text, share) end
    if share >= QUARTER then return minor(text, share) end
    return pass(text, share)
  end,

  examples = {
    { facts = { ["earn.pct_zero"] = "90%" }, expect = "critical", note = "the line itself" },
    { facts = { ["earn.pct_zero"] = "89.99%" }, expect = "major" },
    { facts = { ["earn.pct_zero"] = "50%" }, expect = "major", note = "the line itself" },
    { facts = { ["earn.pct_zero"] = "49.99%" }, expect = "minor" },
    { facts = { ["earn.pct_zero"] = "25%" }, expect = "minor", note = "the line itself" },
    { facts = { ["earn.pct_zero"] = "24.99%" }, expect = "pass" },
    { facts = { ["earn.pct_zero"] = "40..60%" }, expect = "major..minor" },
    { facts = { ["earn.pct_zero"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
