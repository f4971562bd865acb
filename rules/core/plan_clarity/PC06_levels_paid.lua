-- How many levels of recruits the plan pays on. The shape of the tree is no red flag: every plan with levels
-- has it. But a model of such firms finds no more than six to nine levels [S74]; 3 to 7 are common [S85].
local UPPER = 9  -- upper end of "no more than six to nine levels" [S74]
local LOWER = 6  -- lower end of the same [S74]

return {
  title  = "Pays on six levels or fewer",
  why    = "Every further level is paid out of the same sale, so it leaves less for the person who made it.",
  cites  = { "A9", "A31", "S74", "S85" },
  points = 12,
  worst  = "major",
  facts  = { "plan.levels_paid" },
  ask    = "On how many levels of recruits below a person does the plan pay?",
  monotone = { ["plan.levels_paid"] = "down" },

  check = function(c)
    local levels = c.plan.levels_paid
    if levels == 0 then return not_applicable("no levels are paid on") end
    if levels > UPPER then return major("levels paid on: %d (99 stands for no limit)", levels) end
    if levels > LOWER then return minor("levels paid on: %d", levels) end
    return pass("levels paid on: %d", levels)
  end,

  examples = {
    { facts = { ["plan.levels_paid"] = "0" }, expect = "not_applicable", note = "own sales only" },
    { facts = { ["plan.levels_paid"] = "1" }, expect = "pass" },
    { facts = { ["plan.levels_paid"] = "6" }, expect = "pass", note = "the line itself" },
    { facts = { ["plan.levels_paid"] = "7" }, expect = "minor" },
    { facts = { ["plan.levels_paid"] = "9" }, expect = "minor", note = "the line itself" },
    { facts = { ["plan.levels_paid"] = "10" }, expect = "major" },
    { facts = { ["plan.levels_paid"] = "99" }, expect = "major", note = "unlimited" },
    { facts = { ["plan.levels_paid"] = "5..8" }, expect = "minor..pass" },
    { facts = { ["plan.levels_paid"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
