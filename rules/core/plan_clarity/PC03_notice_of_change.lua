-- How long before a change of the plan those in it are told. Somebody who has built up sales under one plan
-- needs time to decide whether to go on under another.
local NOTICE = 60  -- days, UK Trading Schemes Regulations [S36]; the severities are our judgement

return {
  title  = "Changes to the plan come with 60 days' notice",
  why    = "A plan that can change overnight makes every calculation based on it worthless.",
  cites  = { "A31", "S36" },
  points = 9,
  worst  = "major",
  facts  = { "plan.change_notice_days" },
  ask    = "If the pay plan changes, how many days before am I told?",
  fix    = "The company could promise 60 days' notice in the contract.",
  monotone = { ["plan.change_notice_days"] = "up" },

  check = function(c)
    local days = c.plan.change_notice_days
    if days == 0 then return major("the plan can change without notice") end
    if days < NOTICE then return minor("days of notice before the plan changes: %n", days) end
    return pass("days of notice before the plan changes: %n", days)
  end,

  examples = {
    { facts = { ["plan.change_notice_days"] = "0" }, expect = "major" },
    { facts = { ["plan.change_notice_days"] = "1" }, expect = "minor" },
    { facts = { ["plan.change_notice_days"] = "59 days" }, expect = "minor" },
    { facts = { ["plan.change_notice_days"] = "60 days" }, expect = "pass", note = "the line itself" },
    { facts = { ["plan.change_notice_days"] = "30..90" }, expect = "minor..pass" },
    { facts = { ["plan.change_notice_days"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
