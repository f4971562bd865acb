-- What is said about the product and health, and is there evidence for it?
-- A watchdog objected to health claims at 60 of 62 supplement companies in 2016 [S70]; Connecticut advises to
-- ask whether claims can be backed up [S17]. The severities are our judgement.

return {
  title  = "No health claim is made without evidence",
  why    = "A product sold for what it cannot do does not meet its customers' needs, and may harm them.",
  cites  = { "A14", "S70", "S17" },
  points = 20,
  worst  = "critical",
  facts  = { "product.health_claims" },
  ask    = "Is the product said to do something for health, and where can I read the studies that show it?",
  fix    = "The company can withdraw health claims that it cannot support, and check what its sellers post.",
  monotone = {},

  check = function(c)
    local claims = c.product.health_claims
    if claims == "disease_treatment" then return critical("the product is said to treat or cure disease") end
    if claims == "unsubstantiated" then return major("health claims are made without evidence") end
    if claims == "substantiated" then return pass("health claims are backed by evidence") end
    return pass("no health claims are made")
  end,

  examples = {
    { facts = { ["product.health_claims"] = "none" }, expect = "pass" },
    { facts = { ["product.health_claims"] = "substantiated" }, expect = "pass" },
    { facts = { ["product.health_claims"] = "unsubstantiated" }, expect = "major" },
    { facts = { ["product.health_claims"] = "disease_treatment" }, expect = "critical" },
    { facts = {}, expect = "unknown" },
  },
}
