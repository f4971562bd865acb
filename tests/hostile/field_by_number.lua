-- ends: load: a field must have a name
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error", [1.5] = "x" } },
  check = function(c)
    return pass("")
  end,
}
