-- Gas appliances and flues are checked every year; a new tenant gets the record before moving in [L06].
local YEARS = 1  -- regulation 36 [L06]

return {
  title  = "Gas was checked within the last year",
  why    = "A faulty appliance gives off carbon monoxide, which nobody smells.",
  cites  = { "L06" },
  points = 14,
  worst  = "critical",
  facts  = { "safety.gas_check", "company.as_of" },
  ask    = "May I see the gas safety record, and on what day was the check?",
  fix    = "Ask for a check and its record before you move in.",
  monotone = {
    ["safety.gas_check"] = "up",
    ["company.as_of"]    = "down",
  },

  check = function(c)
    local years = years_between(c.safety.gas_check, asof())
    if years > YEARS then return critical("the last gas check is more than a year old") end
    return pass("gas was checked within the last year")
  end,

  examples = {
    { facts = { ["safety.gas_check"] = "2025-11-20", ["company.as_of"] = "2026-11-20" }, expect = "pass",
      note = "a year to the day" },
    { facts = { ["safety.gas_check"] = "2025-11-19", ["company.as_of"] = "2026-11-20" }, expect = "critical" },
    { facts = { ["safety.gas_check"] = "2025", ["company.as_of"] = "2026-11-20" }, expect = "critical..pass",
      note = "some day of that year" },
    { facts = { ["safety.gas_check"] = "n/a", ["company.as_of"] = "2026-11-20" }, expect = "not_applicable",
      note = "no gas" },
    { facts = { ["safety.gas_check"] = "refused", ["company.as_of"] = "2026-11-20" }, expect = "major" },
    { facts = { ["safety.gas_check"] = "2025-11-20" }, expect = "unknown", note = "no as-of date" },
    { facts = {}, expect = "unknown" },
  },
}
