-- ends: error: the values of a message must be text or finite numbers
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local never = break_even { join = 1, months = 1, required = 0, value = 0, discount = 0, commission = 0 }
    return pass("%n", never)
  end,
}
