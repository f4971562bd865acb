-- Since 1 May 2026 the rent rises by the notice of section 13 alone, at most once a year; a clause of the
-- agreement's own has no effect [L10] [L11]. That it stands there at all is minor: our judgement.

return {
  title  = "The rent rises by the notice of the law only",
  why    = "A clause without effect still makes tenants pay who do not know it.",
  cites  = { "L10", "L11" },
  points = 3,
  worst  = "minor",
  facts  = { "terms.rent_rise" },
  ask    = "Does the agreement have a clause of its own by which the rent rises?",
  fix    = "Ask to strike the clause.",
  monotone = {},

  check = function(c)
    if c.terms.rent_rise == "by_clause" then return minor("the agreement has a clause of its own on rises") end
    return pass("the agreement has no clause of its own on rises")
  end,

  examples = {
    { facts = { ["terms.rent_rise"] = "none" }, expect = "pass" },
    { facts = { ["terms.rent_rise"] = "by_notice" }, expect = "pass" },
    { facts = { ["terms.rent_rise"] = "by_clause" }, expect = "minor" },
    { facts = {}, expect = "unknown" },
  },
}
