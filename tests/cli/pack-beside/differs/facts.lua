return { sections = { { "plan", "Plan" } }, facts = {
  { "plan.levels_paid", type = "number", meaning = "m", find = "f", ask = "a?" } } }
