-- Whether the company trains people in the product and in selling, and names somebody to complain to.
-- Adequate training: US industry code [S26]; grievance officer: India [S51]. Severities: our judgement.

local function training(c)
  local level = c.support.training
  if level == "none" then return minor("the company offers no training") end
  if level == "recruiting_only" then return minor("the training is about recruiting only") end
  if level == "product_and_sales" then return pass("the training covers product and sales") end
  return pass("the training is full and free")
end

local function grievances(c)
  if not c.support.grievance_channel then return minor("no named contact for complaints") end
  return pass("a named contact deals with complaints")
end

return {
  title  = "Trains its people and hears their complaints",
  why    = "A newcomer who is taught to sell and can raise a problem has a better chance of staying.",
  cites  = { "A25", "S26", "S51" },
  points = 4,
  worst  = "minor",
  facts  = { "support.training", "support.grievance_channel" },
  ask    = "What training would I get about the product and about selling, and who deals with complaints?",
  fix    = "The company could publish the name and address of the person who deals with complaints.",
  monotone = {},  -- no numeric fact

  check = { training, grievances },

  examples = {
    { facts = { ["support.training"] = "full_free", ["support.grievance_channel"] = "yes" },
      expect = "pass" },
    { facts = { ["support.training"] = "product_and_sales", ["support.grievance_channel"] = "yes" },
      expect = "pass" },
    { facts = { ["support.training"] = "recruiting_only" }, expect = "minor" },
    { facts = { ["support.training"] = "none" }, expect = "minor" },
    { facts = { ["support.grievance_channel"] = "no" }, expect = "minor" },
    { facts = { ["support.training"] = "full_free" }, expect = "minor..pass" },
    { facts = {}, expect = "unknown" },
  },
}
