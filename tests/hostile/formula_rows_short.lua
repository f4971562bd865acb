-- ends: error 8: income_nothing: the shares sum to 97%: 3% are missing
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("%n", income_nothing { rows = "61% | 0 USD; 36% | 180 USD" })
  end,
}
