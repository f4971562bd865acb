-- Whether the growth that the pitch promises ("five who each get five ...") fits into the market at all. With
-- nine recruits each, the ninth level alone is 387,420,489 people, more than live in the US [S83].
local PART = 100  -- minor: more than one hundredth of the market; the 1% is our judgement

local function promised_growth(c)
  if c.plan.levels_paid == 0 then return not_applicable("no levels are paid on") end
  local width, depth, market = c.sustain.promised_width, c.sustain.promised_depth, c.sustain.market_population
  local people = width ^ depth  -- on the last level promised
  if people > market then
    return major("%d each for %d levels ends at more than the market's %n people", width, depth, market)
  end
  local text = "%d each for %d levels ends at %n people; the market has %n"
  if PART * people > market then return minor(text, width, depth, people, market) end
  return pass(text, width, depth, people, market)
end

-- In a survey, 39% gave awkward pitches to friends and family as a reason for quitting [S65].
local function audience(c)
  if c.plan.levels_paid == 0 then return not_applicable("no levels are paid on") end
  if c.model.audience == "personal_network" then return info("only friends and family are approached") end
  return pass("others than friends and family are approached too")
end

return {
  title  = "The growth it promises fits into its market",
  why    = "Recruits who each bring in more recruits run out of people after a few levels.",
  cites  = { "A4", "B17", "S83", "S65" },
  points = 8,
  worst  = "major",
  facts  = { "plan.levels_paid", "sustain.promised_width", "sustain.promised_depth",
             "sustain.market_population", "model.audience" },
  ask    = "How many people should each of us bring in, for how many levels, and how many live in our area?",
  monotone = {
    ["plan.levels_paid"]          = "down",  -- 0 makes the rule not applicable; otherwise no effect
    ["sustain.promised_width"]    = "down",
    ["sustain.promised_depth"]    = "down",
    ["sustain.market_population"] = "up",
  },

  check = { promised_growth, audience },

  examples = {
    { facts = { ["plan.levels_paid"] = "0" }, expect = "not_applicable" },
    { facts = { ["plan.levels_paid"] = "3", ["sustain.promised_width"] = "2",
                ["sustain.promised_depth"] = "10", ["sustain.market_population"] = "1023" },
      expect = "major", note = "2 to the 10th is 1,024" },
    { facts = { ["plan.levels_paid"] = "3", ["sustain.promised_width"] = "2",
                ["sustain.promised_depth"] = "10", ["sustain.market_population"] = "1024",
                ["model.audience"] = "both" }, expect = "minor" },
    { facts = { ["plan.levels_paid"] = "3", ["sustain.promised_width"] = "2",
                ["sustain.promised_depth"] = "10", ["sustain.market_population"] = "102399",
                ["model.audience"] = "both" }, expect = "minor" },
    { facts = { ["plan.levels_paid"] = "3", ["sustain.promised_width"] = "2",
                ["sustain.promised_depth"] = "10", ["sustain.market_population"] = "102400",
                ["model.audience"] = "both" }, expect = "pass" },
    { facts = { ["plan.levels_paid"] = "3", ["sustain.promised_width"] = "3",
                ["sustain.promised_depth"] = "2", ["sustain.market_population"] = "900",
                ["model.audience"] = "personal_network" }, expect = "info" },
    { facts = { ["plan.levels_paid"] = "3", ["model.audience"] = "both" }, expect = "major..pass" },
    { facts = { ["plan.levels_paid"] = "refused" }, expect = "major" },
    { facts = { ["model.audience"] = "both" }, expect = "unknown", note = "it may not apply" },
    { facts = {}, expect = "unknown" },
  },
}
