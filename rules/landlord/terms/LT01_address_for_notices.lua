-- A tenant has to be given an address in England or Wales at which notices reach the landlord; an agent's will do.
-- Until then rent is treated as not due [L09].

return {
  title  = "You know where notices reach the landlord",
  why    = "Repairs, disputes and leaving all start with a letter to somebody.",
  cites  = { "L09" },
  points = 8,
  worst  = "major",
  facts  = { "terms.address_for_notices" },
  ask    = "At which address in England or Wales do notices reach the landlord?",
  fix    = "Ask for the address in the agreement, or in a letter.",
  monotone = {},

  check = function(c)
    if not c.terms.address_for_notices then return major("no address for notices is given") end
    return pass("an address for notices is given")
  end,

  examples = {
    { facts = { ["terms.address_for_notices"] = "yes" }, expect = "pass" },
    { facts = { ["terms.address_for_notices"] = "no" }, expect = "major" },
    { facts = { ["terms.address_for_notices"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
