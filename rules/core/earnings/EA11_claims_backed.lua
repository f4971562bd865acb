-- Do income claims rest on evidence, and do they say what time and effort they took? A reasonable basis is
-- asked for by the FTC [S05], time and effort by Canada's bureau [S47]; one order wants proof even for
-- "reasons why participants fail" [S25]. The severities are our judgement.
return {
  title  = "Income claims come with evidence and the effort needed",
  why    = "A figure without evidence, or without the hours behind it, cannot be weighed.",
  cites  = { "A22", "A26", "S05", "S47", "S25" },
  points = 12,
  worst  = "major",
  facts  = { "claims.substantiation", "claims.effort_disclosed", "claims.blames_effort" },
  ask    = "May I see the evidence for the income figures, and the hours a week behind them?",
  fix    = "The company could publish its evidence and the usual hours for each level of pay.",
  monotone = {},

  check = {
    function(c)
      local evidence = c.claims.substantiation
      if evidence == "none" then return major("no evidence is given for income claims") end
      if evidence == "partial" then return minor("evidence covers income claims only in part") end
      return pass("evidence for income claims can be had")
    end,
    function(c)
      if not c.claims.effort_disclosed then return minor("the time and effort needed is not stated") end
      return pass("the time and effort needed is stated")
    end,
    function(c)
      if c.claims.blames_effort then return minor("failure is explained only by too little effort") end
      return pass("failure is not put down to effort alone")
    end,
  },

  examples = {
    { facts = { ["claims.substantiation"] = "none" }, expect = "major" },
    { facts = { ["claims.substantiation"] = "partial", ["claims.effort_disclosed"] = "yes",
        ["claims.blames_effort"] = "no" }, expect = "minor" },
    { facts = { ["claims.substantiation"] = "on_request", ["claims.effort_disclosed"] = "no",
        ["claims.blames_effort"] = "no" }, expect = "minor" },
    { facts = { ["claims.substantiation"] = "published", ["claims.effort_disclosed"] = "yes",
        ["claims.blames_effort"] = "yes" }, expect = "minor" },
    { facts = { ["claims.substantiation"] = "published", ["claims.effort_disclosed"] = "yes",
        ["claims.blames_effort"] = "no" }, expect = "pass" },
    { facts = { ["claims.substantiation"] = "on_request", ["claims.effort_disclosed"] = "yes",
        ["claims.blames_effort"] = "no" }, expect = "pass" },
    { facts = { ["claims.blames_effort"] = "yes" }, expect = "major..minor" },
    { facts = { ["claims.substantiation"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
