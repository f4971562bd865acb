-- Does the company promise passive, guaranteed or fast income? High returns in a short time and easy money
-- are two of the hallmarks in the SEC's investor alert [S18]; that it is critical is our judgement.
return {
  title  = "No fast, easy or guaranteed income is promised",
  why    = "Income takes time, work and some luck; a promise without them raises false hopes.",
  cites  = { "A27", "S18" },
  points = 20,
  worst  = "critical",
  facts  = { "claims.get_rich_quick" },
  ask    = "Does the company or its material speak of passive, guaranteed or fast income?",
  fix    = "The company could withdraw such material and say what the work takes.",
  monotone = {},

  check = function(c)
    if c.claims.get_rich_quick then return critical("fast, passive or guaranteed income is promised") end
    return pass("no fast, passive or guaranteed income is promised")
  end,

  examples = {
    { facts = { ["claims.get_rich_quick"] = "yes" }, expect = "critical" },
    { facts = { ["claims.get_rich_quick"] = "no" }, expect = "pass" },
    { facts = { ["claims.get_rich_quick"] = "refused" }, expect = "unknown", note = "nobody must answer" },
    { facts = {}, expect = "unknown" },
  },
}
