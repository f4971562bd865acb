-- Court and agency actions of ten years, against the company and its key people, and warnings of three years.
-- Ten years and "key personnel" are what the US Business Opportunity Rule makes sellers disclose [S20].
local SEVERAL = 2  -- actions against the company; the count is our judgement

local function company_actions(c)
  local n = c.track.actions_10y
  if n >= SEVERAL then return major("%n actions against the company in ten years", n) end
  if n > 0 then return minor("one action against the company in ten years") end
  return pass("no action against the company in ten years")
end

local function principals_actions(c)
  local n = c.track.principals_actions_10y
  if n > 0 then return major("actions against its key people in ten years: %n", n) end
  return pass("no action against its key people in ten years")
end

local function warnings(c)
  local n = c.track.warnings_36m
  if n > 0 then return minor("warning letters or referrals in three years: %n", n) end
  return pass("no warning letter or referral in three years")
end

return {
  title  = "No legal actions or warnings in recent years",
  why    = "Past actions against a company or those who run it are a part of its record that can be checked.",
  cites  = { "A30", "S20" },
  points = 16,
  worst  = "major",
  facts  = { "track.actions_10y", "track.principals_actions_10y", "track.warnings_36m" },
  ask    = "Which court or agency actions and warnings were there against the company or those who run it?",
  monotone = {
    ["track.actions_10y"]            = "down",
    ["track.principals_actions_10y"] = "down",
    ["track.warnings_36m"]           = "down",
  },

  check = { company_actions, principals_actions, warnings },

  examples = {
    { facts = { ["track.actions_10y"] = "0", ["track.principals_actions_10y"] = "0",
                ["track.warnings_36m"] = "0" }, expect = "pass" },
    { facts = { ["track.actions_10y"] = "0", ["track.principals_actions_10y"] = "0",
                ["track.warnings_36m"] = "1" }, expect = "minor" },
    { facts = { ["track.actions_10y"] = "1", ["track.principals_actions_10y"] = "0",
                ["track.warnings_36m"] = "0" }, expect = "minor", note = "one action is not yet several" },
    { facts = { ["track.actions_10y"] = "2" }, expect = "major", note = "holds whatever the rest is" },
    { facts = { ["track.principals_actions_10y"] = "1" }, expect = "major" },
    { facts = { ["track.actions_10y"] = "1" }, expect = "major..minor" },
    { facts = { ["track.principals_actions_10y"] = "0" }, expect = "major..pass" },
    { facts = {}, expect = "unknown" },
  },
}
