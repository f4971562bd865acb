-- ends: error 8: job_income: 'wage' must be from 0 to 1,000,000,000,000, not -1
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("%n", job_income { hours = 8, wage = -1 })
  end,
}
