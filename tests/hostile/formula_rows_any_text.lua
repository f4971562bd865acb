-- ends: error 8: income_nothing: 'rows' must be a fact of type income_rows
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("%n", income_nothing { rows = "100% | 5 USD;" })
  end,
}
