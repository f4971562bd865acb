-- ends: error 8: bound_downline: 'people' must be from 1
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("%n", bound_downline { levels = 5, people = 0 })
  end,
}
