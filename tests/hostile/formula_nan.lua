-- ends: error 8: break_even: 'income' is not a number between -9e12 and 9e12
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("%n", break_even { join = 99, months = 12, required = 120, value = 30, discount = 25, commission = 0, income = 0/0 })
  end,
}
