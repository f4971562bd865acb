-- Whether the plan shows a worked example of what a person would earn, and takes the costs off.
-- Many of the 70 statements that FTC staff read left out expenses [S12]; severity: our judgement.

return {
  title  = "The plan shows a worked example with costs",
  why    = "An example that stops before the costs shows a turnover, not what a person takes home.",
  cites  = { "A31", "S12" },
  points = 7,
  worst  = "minor",
  facts  = { "plan.worked_example" },
  ask    = "Is there an example that shows what a typical person earns in a month after all costs?",
  fix    = "The company could add one example with the usual sales, the commission and the costs.",
  monotone = {},  -- no numeric fact

  check = function(c)
    local example = c.plan.worked_example
    if example == "none" then return minor("the plan has no worked example") end
    if example == "gross_only" then return minor("the plan's worked example leaves out the costs") end
    return pass("the plan has a worked example with costs")
  end,

  examples = {
    { facts = { ["plan.worked_example"] = "none" }, expect = "minor" },
    { facts = { ["plan.worked_example"] = "gross_only" }, expect = "minor" },
    { facts = { ["plan.worked_example"] = "with_costs" }, expect = "pass" },
    { facts = {}, expect = "unknown" },
  },
}
