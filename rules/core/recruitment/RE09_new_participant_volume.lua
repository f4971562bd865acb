-- How much of all that is sold is bought by participants in their first 12 months?
local ALLEGED = 40  -- alleged of Herbalife in 2016 [S59]; that this is too much is our judgement
local QUARTER = 25  -- our judgement

return {
  title  = "New participants buy only a small share of what is sold",
  why    = "Sales that rest on newcomers fall as soon as fewer people join.",
  cites  = { "A15", "S59" },
  points = 16,
  worst  = "major",
  facts  = { "plan.levels_paid", "recruit.new_participant_volume_pct" },
  ask    = "Of everything sold last year, how much was bought by people in their first 12 months?",
  -- levels_paid decides only whether the rule applies; the outcome is the same for every number above 0.
  monotone = { ["plan.levels_paid"] = "down", ["recruit.new_participant_volume_pct"] = "down" },

  check = function(c)
    if c.plan.levels_paid == 0 then return not_applicable("no levels are paid on") end

    local share = c.recruit.new_participant_volume_pct
    local text = "%n%% of volume is bought by people in their first 12 months"
    if share >= ALLEGED then return major(text, share) end
    if share >= QUARTER then return minor(text, share) end
    return pass(text, share)
  end,

  examples = {
    { facts = { ["plan.levels_paid"] = "5", ["recruit.new_participant_volume_pct"] = "40%" },
      expect = "major", note = "the line itself" },
    { facts = { ["plan.levels_paid"] = "5", ["recruit.new_participant_volume_pct"] = "39.99%" },
      expect = "minor" },
    { facts = { ["plan.levels_paid"] = "5", ["recruit.new_participant_volume_pct"] = "25%" },
      expect = "minor", note = "the line itself" },
    { facts = { ["plan.levels_paid"] = "5", ["recruit.new_participant_volume_pct"] = "24.99%" },
      expect = "pass" },
    { facts = { ["plan.levels_paid"] = "1", ["recruit.new_participant_volume_pct"] = "60%" },
      expect = "major" },
    { facts = { ["plan.levels_paid"] = "1..99", ["recruit.new_participant_volume_pct"] = "30%" },
      expect = "minor" },
    { facts = { ["plan.levels_paid"] = "0" }, expect = "not_applicable", note = "own sales only" },
    { facts = { ["plan.levels_paid"] = "refused" }, expect = "major" },
    { facts = { ["recruit.new_participant_volume_pct"] = "60%" },
      expect = "unknown", note = "may not apply" },
    { facts = {}, expect = "unknown" },
  },
}
