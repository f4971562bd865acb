-- ends: error 8: treadmill has no field 'downlines': did you mean 'downline'?
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("%n", treadmill { monthly = 5, downlines = 78, zzz = 1 })
  end,
}
