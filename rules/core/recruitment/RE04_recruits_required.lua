-- How many recruits does it take before the first commission on other people's sales?
-- In BurnLounge cash bonuses took recruiting [S58]; in Neora many had joined for the discount [S64].
local MANY = 3  -- our judgement

return {
  title  = "Team commission needs no set number of recruits",
  why    = "A required number of recruits puts recruiting first; selling alone should be a way to succeed.",
  cites  = { "A24", "S58", "S64" },
  points = 18,
  worst  = "major",
  facts  = { "plan.levels_paid", "recruit.required_recruits" },
  ask    = "How many people do I have to bring in before I am paid on anyone else's sales?",
  -- levels_paid decides only whether the rule applies; the outcome is the same for every number above 0.
  monotone = { ["plan.levels_paid"] = "down", ["recruit.required_recruits"] = "down" },

  check = function(c)
    if c.plan.levels_paid == 0 then return not_applicable("no levels are paid on") end

    local needed = c.recruit.required_recruits
    local text = "recruits needed for the first commission on others' sales: %n"
    if needed >= MANY then return major(text, needed) end
    if needed > 0 then return minor(text, needed) end
    return pass("no set number of recruits is needed for team commission")
  end,

  examples = {
    { facts = { ["plan.levels_paid"] = "5", ["recruit.required_recruits"] = "3" }, expect = "major" },
    { facts = { ["plan.levels_paid"] = "5", ["recruit.required_recruits"] = "2" }, expect = "minor" },
    { facts = { ["plan.levels_paid"] = "5", ["recruit.required_recruits"] = "1" }, expect = "minor" },
    { facts = { ["plan.levels_paid"] = "5", ["recruit.required_recruits"] = "0" }, expect = "pass" },
    { facts = { ["plan.levels_paid"] = "1", ["recruit.required_recruits"] = "4" }, expect = "major" },
    { facts = { ["plan.levels_paid"] = "1..99", ["recruit.required_recruits"] = "2..3" },
      expect = "major..minor" },
    { facts = { ["plan.levels_paid"] = "0" }, expect = "not_applicable", note = "own sales only" },
    { facts = { ["plan.levels_paid"] = "5", ["recruit.required_recruits"] = "refused" }, expect = "major" },
    { facts = { ["recruit.required_recruits"] = "3" }, expect = "unknown", note = "may not apply" },
    { facts = {}, expect = "unknown" },
  },
}
