-- ends: load: 'points' must be a whole number
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 0x7fffffffffffffff + 1, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("")
  end,
}
