-- Whether people stay, and whether the sales force lives on newcomers. Marks: 6% stayed a year at FHTM [S62],
-- about 20% in MLM and 40% in party plans [S71], median stay of 8 months at Neora [S64].
local FEW_STAY  = 20   -- percent still active after 12 months, usual in MLM [S71]; severity: our judgement
local SOME_STAY = 40   -- the same in party plans [S71]; severity: our judgement
local ALL_NEW   = 1    -- joiners of a year for each active participant; our judgement
local HALF_NEW  = 0.5  -- joiners of a year for each active participant; our judgement

local function retention(c)
  local stay = c.earn.retention_12m_pct
  local outcome = pass
  if stay < FEW_STAY then outcome = major elseif stay < SOME_STAY then outcome = minor end
  -- The median stay is shown where it is known; it changes no outcome.
  if known("earn.median_tenure_months") then
    local months = c.earn.median_tenure_months
    return outcome("%n%% are still active after 12 months; median stay in months: %n", stay, months)
  end
  return outcome("%n%% of joiners are still active after 12 months", stay)
end

local function newcomers(c)
  local joins, active = c.recruit.joins_12m, c.recruit.active_participants
  local text = "joined in 12 months: %n; active participants: %n"
  if joins > ALL_NEW * active then return major(text, joins, active) end
  if joins > HALF_NEW * active then return minor(text, joins, active) end
  return pass(text, joins, active)
end

return {
  title  = "People stay, and newcomers are a minority",
  why    = "A sales force that has to be replaced every year depends on recruiting, and few in it last.",
  cites  = { "A34", "S62", "S71", "S64" },
  points = 8,
  worst  = "major",
  facts  = { "earn.retention_12m_pct", "earn.median_tenure_months", "recruit.joins_12m",
             "recruit.active_participants" },
  ask    = "Of those who joined a year ago, how many are still active, and how many have joined since?",
  monotone = {
    ["earn.retention_12m_pct"]      = "up",
    ["earn.median_tenure_months"]   = "up",
    ["recruit.joins_12m"]           = "down",
    ["recruit.active_participants"] = "up",
  },

  check = { retention, newcomers },

  examples = {
    { facts = { ["earn.retention_12m_pct"] = "19.99%" }, expect = "major" },
    { facts = { ["earn.retention_12m_pct"] = "20%", ["recruit.joins_12m"] = "500",
                ["recruit.active_participants"] = "1000" }, expect = "minor", note = "the line itself" },
    { facts = { ["earn.retention_12m_pct"] = "39.99%", ["earn.median_tenure_months"] = "8",
                ["recruit.joins_12m"] = "500", ["recruit.active_participants"] = "1000" }, expect = "minor" },
    { facts = { ["earn.retention_12m_pct"] = "40%", ["recruit.joins_12m"] = "500",
                ["recruit.active_participants"] = "1000" }, expect = "pass", note = "both lines" },
    { facts = { ["earn.retention_12m_pct"] = "40%", ["recruit.joins_12m"] = "501",
                ["recruit.active_participants"] = "1000" }, expect = "minor" },
    { facts = { ["recruit.joins_12m"] = "1000", ["recruit.active_participants"] = "1000" },
      expect = "major..minor" },
    { facts = { ["recruit.joins_12m"] = "1001", ["recruit.active_participants"] = "1000" },
      expect = "major" },
    { facts = { ["recruit.joins_12m"] = "1", ["recruit.active_participants"] = "0" }, expect = "major" },
    { facts = { ["earn.retention_12m_pct"] = "50%" }, expect = "major..pass" },
    { facts = {}, expect = "unknown" },
  },
}
