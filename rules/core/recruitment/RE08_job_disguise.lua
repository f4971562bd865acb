-- Is the opportunity presented as employment?
-- Article 11 of Taiwan's act forbids it [S52]; the FTC proposed the same in January 2025 [S21], and whether
-- that was adopted is not known. The severity is our judgement.

return {
  title  = "The offer is not presented as a job",
  why    = "A person who looks for a wage cannot weigh the risk of a business that is shown as a job.",
  cites  = { "A29", "S52", "S21" },
  points = 14,
  worst  = "major",
  facts  = { "recruit.disguised_as_job" },
  ask    = "Is this a job with a wage, or would I be in business for myself?",
  fix    = "The company can say at the top of each notice that this is self-employment without a wage.",
  monotone = {},

  check = function(c)
    if c.recruit.disguised_as_job then return major("the offer is presented as a job") end
    return pass("the offer is not presented as a job")
  end,

  examples = {
    { facts = { ["recruit.disguised_as_job"] = "no" }, expect = "pass" },
    { facts = { ["recruit.disguised_as_job"] = "yes" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
