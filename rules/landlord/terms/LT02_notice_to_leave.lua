-- Since 1 May 2026 assured tenancies have no fixed end, and a tenant leaves with two months' notice; an agreement
-- may ask for less and not for more [L12].
local MONTHS = 2  -- [L12]

return {
  title  = "Leaving takes two months' notice at most",
  why    = "Work, family and neighbours can change faster than an agreement.",
  cites  = { "L12" },
  points = 5,
  worst  = "major",
  facts  = { "terms.tenant_notice" },
  ask    = "How much notice do I have to give to leave?",
  fix    = "Ask to shorten the notice in the agreement to two months or less.",
  monotone = { ["terms.tenant_notice"] = "down" },

  check = function(c)
    local months = c.terms.tenant_notice
    local text = "months of notice you have to give: %n"
    if months > MONTHS then return major(text, months) end
    return pass(text, months)
  end,

  examples = {
    { facts = { ["terms.tenant_notice"] = "2 months" }, expect = "pass", note = "the line itself" },
    { facts = { ["terms.tenant_notice"] = "3 months" }, expect = "major" },
    { facts = { ["terms.tenant_notice"] = "1 month" }, expect = "pass" },
    { facts = { ["terms.tenant_notice"] = "1..3 months" }, expect = "major..pass" },
    { facts = {}, expect = "unknown" },
  },
}
