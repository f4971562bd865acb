-- Whether the full pay plan can be read before joining. Industry codes promise accurate plan information
-- beforehand [S26, S29] and Taiwan requires it [S52]; the severities are our judgement.

return {
  title  = "The full pay plan is public",
  why    = "A plan that can be read only after joining cannot be compared before deciding.",
  cites  = { "A31", "S26", "S29", "S52" },
  points = 14,
  worst  = "major",
  facts  = { "plan.public" },
  ask    = "Where can I read the full pay plan before I join?",
  fix    = "The company could put the whole plan on its website, open to everyone.",
  monotone = {},  -- no numeric fact

  check = function(c)
    local access = c.plan.public
    if access == "none" then return major("the full pay plan cannot be read at all") end
    if access == "after_joining" then return major("the full pay plan is shown only after joining") end
    if access == "on_request" then return minor("the full pay plan is shown on request") end
    return pass("the full pay plan is public")
  end,

  examples = {
    { facts = { ["plan.public"] = "none" }, expect = "major" },
    { facts = { ["plan.public"] = "after_joining" }, expect = "major" },
    { facts = { ["plan.public"] = "on_request" }, expect = "minor" },
    { facts = { ["plan.public"] = "public" }, expect = "pass" },
    { facts = {}, expect = "unknown" },
  },
}
