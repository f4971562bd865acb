-- The fixed wiring is inspected at least every five years; a new tenant gets the report before moving in [L07].
local YEARS = 5  -- [L07]

return {
  title  = "The wiring was inspected within five years",
  why    = "Faults in fixed wiring cause fires and shocks, and a tenant cannot see them.",
  cites  = { "L07" },
  points = 12,
  worst  = "critical",
  facts  = { "safety.electrical_test", "company.as_of" },
  ask    = "May I see the report on the electrical installation, and on what day was it inspected?",
  fix    = "Ask for an inspection and its report before you move in.",
  monotone = {
    ["safety.electrical_test"] = "up",
    ["company.as_of"]          = "down",
  },

  check = function(c)
    local years = years_between(c.safety.electrical_test, asof())
    if years > YEARS then return critical("the wiring was last inspected more than five years ago") end
    return pass("the wiring was inspected within the last five years")
  end,

  examples = {
    { facts = { ["safety.electrical_test"] = "2021-11-20", ["company.as_of"] = "2026-11-20" }, expect = "pass",
      note = "five years to the day" },
    { facts = { ["safety.electrical_test"] = "2021-11-19", ["company.as_of"] = "2026-11-20" }, expect = "critical" },
    { facts = { ["safety.electrical_test"] = "refused", ["company.as_of"] = "2026-11-20" }, expect = "major" },
    { facts = { ["safety.electrical_test"] = "2021-11-20" }, expect = "unknown", note = "no as-of date" },
    { facts = {}, expect = "unknown" },
  },
}
