-- ends: error 8: stay_cost: 'months' must be a whole number
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("%n", stay_cost { join = 1, months = 0.5, required = 120, value = 30 })
  end,
}
