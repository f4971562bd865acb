-- A home may be let from band E up, unless an exemption is registered [L08].

return {
  title  = "The energy rating is E or better",
  why    = "A home below E is costly to keep warm, and the one who pays for the heat is the tenant.",
  cites  = { "L08" },
  points = 9,
  worst  = "major",
  facts  = { "safety.epc_rating" },
  ask    = "What is the energy rating of the home?",
  fix    = "Look the home up in the public register of energy certificates, and in that of exemptions.",
  monotone = {},

  check = function(c)
    local rating = c.safety.epc_rating
    if rating == "f" or rating == "g" then return major("the energy rating is %s, below E", rating:upper()) end
    return pass("the energy rating is %s", rating:upper())
  end,

  examples = {
    { facts = { ["safety.epc_rating"] = "A" }, expect = "pass" },
    { facts = { ["safety.epc_rating"] = "E" }, expect = "pass", note = "the line itself" },
    { facts = { ["safety.epc_rating"] = "F" }, expect = "major" },
    { facts = { ["safety.epc_rating"] = "G" }, expect = "major" },
    { facts = { ["safety.epc_rating"] = "n/a" }, expect = "not_applicable", note = "registered as exempt" },
    { facts = { ["safety.epc_rating"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
