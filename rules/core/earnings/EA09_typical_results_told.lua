-- Are houses, cars or giving up the day job shown without saying what is typical? By the FTC's answers [S05]
-- even true stories of the few are likely misleading unless most people's result is made clear; the
-- self-regulator [S86] and an ad watchdog [S91] say much the same. The severities are our judgement.
return {
  title  = "No lifestyle or career claim hides what is typical",
  why    = "A true story of one success can still raise hopes that few will see met.",
  cites  = { "A18", "A19", "S05", "S86", "S91" },
  points = 13,
  worst  = "major",
  facts  = { "claims.lifestyle_or_career" },
  ask    = "Where success stories show houses, cars or new careers, where does it say what most get?",
  fix    = "The company could show the median result beside every success story.",
  monotone = {},

  check = function(c)
    local claim = c.claims.lifestyle_or_career
    if claim == "without_typicality" then
      return major("lifestyle or career claims do not say what is typical")
    end
    if claim == "with_typicality" then return info("lifestyle or career claims say what is typical") end
    return pass("no lifestyle or career claims are made")
  end,

  examples = {
    { facts = { ["claims.lifestyle_or_career"] = "without_typicality" }, expect = "major" },
    { facts = { ["claims.lifestyle_or_career"] = "with_typicality" }, expect = "info" },
    { facts = { ["claims.lifestyle_or_career"] = "none" }, expect = "pass" },
    { facts = {}, expect = "unknown" },
  },
}
