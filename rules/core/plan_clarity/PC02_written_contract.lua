-- A written contract, and in it what one will have to pay in the first 12 months. Written terms: UK [S38],
-- India [S51], US industry code [S26]; 12 months' obligations: UK [S36]. The severities are our judgement.

local function written(c)
  if not c.plan.contract_written then return major("there is no written contract") end
  return pass("there is a written contract")
end

local function obligations(c)
  if not c.plan.obligations_12m_stated then
    return minor("the contract does not state 12 months' payments")
  end
  return pass("the contract states 12 months' payments")
end

return {
  title  = "A written contract states a year's payments",
  why    = "What is not in writing cannot be relied on later, and costs nobody has named come as a surprise.",
  cites  = { "A31", "S36", "S38", "S51", "S26" },
  points = 11,
  worst  = "major",
  facts  = { "plan.contract_written", "plan.obligations_12m_stated" },
  ask    = "May I read the written contract, and where does it say what I have to pay in 12 months?",
  fix    = "The company could add one line to the contract with all payments of the first 12 months.",
  monotone = {},  -- no numeric fact

  check = { written, obligations },

  examples = {
    { facts = { ["plan.contract_written"] = "no" }, expect = "major" },
    { facts = { ["plan.contract_written"] = "yes", ["plan.obligations_12m_stated"] = "no" },
      expect = "minor" },
    { facts = { ["plan.contract_written"] = "yes", ["plan.obligations_12m_stated"] = "yes" },
      expect = "pass" },
    { facts = { ["plan.contract_written"] = "yes" }, expect = "major..pass" },
    { facts = { ["plan.obligations_12m_stated"] = "no" }, expect = "major..minor" },
    { facts = { ["plan.contract_written"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
