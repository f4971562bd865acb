-- The share of members that can have the recruits the plan asks for: under 1 in r, for everybody has one recruiter
-- (arithmetic.md 4.2, B2).
return {
  title = "Recruits asked for",
  why   = "A condition that all are told to meet can be met by few.",
  cites = { "A8", "A11", "A24" },
  label = "exact",
  unit  = "pct",
  facts = { "recruit.required_recruits" },
  monotone = { ["recruit.required_recruits"] = "down" },

  compute = function(c)
    local recruits = c.recruit.required_recruits
    if recruits < 2 then return not_applicable() end
    return value(bound_recruits { recruits = recruits },
                 "of the members, and fewer than that, can have the %n recruits the plan asks for", recruits)
  end,

  examples = {
    { facts = { ["recruit.required_recruits"] = "3" }, expect = "33.34", note = "a bound is rounded up" },
    { facts = { ["recruit.required_recruits"] = "2..4" }, expect = "25..50" },
    { facts = { ["recruit.required_recruits"] = "1" }, expect = "not_applicable" },
    { facts = {}, expect = "unknown" },
  },
}
