-- ends: error 8: bound_commission: 'rates' must be a fact of type pct_list
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("%n", bound_commission { volume = 1, rates = "5" })
  end,
}
