-- Whether one can tell who stands behind the offer: legal name, address, registered office, owners.
-- Identity is required disclosure for US business opportunities [S20], in the UK [S36] and in India [S51];
-- the severities are our judgement.

return {
  title  = "Says in full who it is",
  why    = "Without a legal name and an address there is nobody to complain to and no record to look up.",
  cites  = { "A30", "S20", "S36", "S51" },
  points = 14,
  worst  = "major",
  facts  = { "company.identity_disclosed" },
  ask    = "What are the company's legal name, address and registered office, and who owns it?",
  fix    = "The company could print its legal name, address, registered office and owners on its website.",
  monotone = {},  -- no numeric fact

  check = function(c)
    local identity = c.company.identity_disclosed
    if identity == "none" then return major("does not say who stands behind it") end
    if identity == "partial" then return minor("says only in part who stands behind it") end
    return pass("gives its legal name, address, registered office and owners")
  end,

  examples = {
    { facts = { ["company.identity_disclosed"] = "none" }, expect = "major" },
    { facts = { ["company.identity_disclosed"] = "partial" }, expect = "minor" },
    { facts = { ["company.identity_disclosed"] = "full" }, expect = "pass" },
    { facts = { ["company.identity_disclosed"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
