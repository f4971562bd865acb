-- What share of participants lost money after costs? Marks: about 47 % in a survey [S65]; 73 % [S60],
-- 93.84 % [S58] and 98 % [S62] in cases. Where the share with a profit (P) is known, the share with a loss
-- lies between 0 and 100 - P, for the rest may break even: both ends are tried, or what a range of it leaves.
local NEARLY_ALL = 90  -- percent, our judgement
local HALF       = 50  -- percent, our judgement
local THIRD      = 33  -- percent, our judgement

return {
  title  = "Few participants lose money",
  why    = "What most people are left with after costs is what a joiner should expect.",
  cites  = { "A18", "S58", "S60", "S62", "S65" },
  points = 24,
  worst  = "critical",
  facts  = { "earn.pct_lost", "earn.pct_profit" },
  ask    = "Of everyone who took part last year, what share was left with a loss after all costs?",
  monotone = { ["earn.pct_lost"] = "down", ["earn.pct_profit"] = "up" },  -- profit: no effect on the outcome

  check = function(c)
    local lost
    if known("earn.pct_profit") then
      lost = between("earn.pct_lost", 0, diff(100, c.earn.pct_profit))
    else
      lost = c.earn.pct_lost
    end
    local text = "%n%% of participants lost money after costs"
    if lost >= NEARLY_ALL then return critical(text, lost) end
    if lost >= HALF then return major(text, lost) end
    if lost >= THIRD then return minor(text, lost) end
    return pass(text, lost)
  end,

  examples = {
    { facts = { ["earn.pct_lost"] = "90%" }, expect = "critical", note = "the line itself" },
    { facts = { ["earn.pct_lost"] = "89.99%" }, expect = "major" },
    { facts = { ["earn.pct_lost"] = "50%" }, expect = "major", note = "the line itself" },
    { facts = { ["earn.pct_lost"] = "49.99%" }, expect = "minor" },
    { facts = { ["earn.pct_lost"] = "33%", ["earn.pct_profit"] = "25%" }, expect = "minor" },
    { facts = { ["earn.pct_lost"] = "32.99%", ["earn.pct_profit"] = "25%" }, expect = "pass" },
    { facts = { ["earn.pct_lost"] = "30..95%" }, expect = "critical..pass" },
    { facts = { ["earn.pct_lost"] = "30..95%", ["earn.pct_profit"] = "67.01%" }, expect = "pass",
      note = "at most 32.99 % lost" },
    { facts = { ["earn.pct_lost"] = "50..95%", ["earn.pct_profit"] = "10.01..60%" }, expect = "major",
      note = "50 to 89.99 % lost" },
    { facts = { ["earn.pct_lost"] = "50%", ["earn.pct_profit"] = "n/a" }, expect = "major" },
    { facts = { ["earn.pct_profit"] = "n/a" }, expect = "unknown", note = "a loss may still become known" },
    { facts = { ["earn.pct_profit"] = "5%" }, expect = "critical..pass", note = "0 to 95 % lost" },
    { facts = { ["earn.pct_profit"] = "50%" }, expect = "major..pass", note = "0 to 50 % lost" },
    { facts = { ["earn.pct_profit"] = "67.01%" }, expect = "pass", note = "at most 32.99 % lost" },
    { facts = { ["earn.pct_profit"] = "40..60%" }, expect = "major..pass", note = "at most 60 % lost" },
    { facts = {}, expect = "unknown" },
  },
}
