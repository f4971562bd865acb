-- Complaints to the BBB or an agency in a year, set against the company's size, and how many were resolved.
-- Looking there is old advice [S14, S17]; the numbers are our judgement.
local MANY     = 10  -- complaints per 1,000 participants; our judgement
local SOME     = 2   -- complaints per 1,000 participants; our judgement
local RESOLVED = 80  -- percent; our judgement

local function rate(c)
  local complaints = c.track.complaints_12m
  if complaints == 0 then return pass("no complaints in 12 months") end
  local people = c.recruit.active_participants
  -- "More than MANY per 1,000", written without a division: it holds for 0 participants too.
  local scaled, text = 1000 * complaints, "complaints in 12 months: %n, participants: %n; %s %n per 1,000"
  if scaled > MANY * people then return major(text, complaints, people, "over", MANY) end
  if scaled > SOME * people then return minor(text, complaints, people, "over", SOME) end
  return pass(text, complaints, people, "not over", SOME)
end

local function resolved(c)
  if c.track.complaints_12m == 0 then return pass("no complaints to resolve") end
  local share = c.track.complaints_resolved_pct
  if share < RESOLVED then return minor("%n%% of complaints were resolved", share) end
  return pass("%n%% of complaints were resolved", share)
end

return {
  title  = "Few complaints, and most of them resolved",
  why    = "Complaints show how a company treats people when something has gone wrong.",
  cites  = { "A30", "S14", "S17", "S65" },
  points = 12,
  worst  = "major",
  facts  = { "track.complaints_12m", "track.complaints_resolved_pct", "recruit.active_participants" },
  ask    = "How many complaints came in 12 months, how many were resolved, and how many people take part?",
  monotone = {
    ["track.complaints_12m"]          = "down",
    ["track.complaints_resolved_pct"] = "up",
    ["recruit.active_participants"]   = "up",
  },

  check = { rate, resolved },

  examples = {
    { facts = { ["track.complaints_12m"] = "11", ["recruit.active_participants"] = "1000" },
      expect = "major" },
    { facts = { ["track.complaints_12m"] = "10", ["recruit.active_participants"] = "1000",
                ["track.complaints_resolved_pct"] = "80%" }, expect = "minor", note = "ten per 1,000" },
    { facts = { ["track.complaints_12m"] = "3", ["recruit.active_participants"] = "1000",
                ["track.complaints_resolved_pct"] = "80%" }, expect = "minor" },
    { facts = { ["track.complaints_12m"] = "2", ["recruit.active_participants"] = "1000",
                ["track.complaints_resolved_pct"] = "80%" }, expect = "pass", note = "both lines" },
    { facts = { ["track.complaints_12m"] = "2", ["recruit.active_participants"] = "1000",
                ["track.complaints_resolved_pct"] = "79.99%" }, expect = "minor" },
    { facts = { ["track.complaints_12m"] = "0" }, expect = "pass", note = "whatever the size" },
    { facts = { ["track.complaints_12m"] = "1", ["recruit.active_participants"] = "0" }, expect = "major" },
    { facts = { ["track.complaints_12m"] = "2", ["recruit.active_participants"] = "1000" },
      expect = "major..pass" },
    { facts = { ["track.complaints_resolved_pct"] = "50%" }, expect = "unknown", note = "half of how many?" },
    { facts = {}, expect = "unknown" },
  },
}
