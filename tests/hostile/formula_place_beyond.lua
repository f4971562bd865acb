-- ends: error 8: joiner_odds: 'place' must be from 1 to 10, not 11
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("%n", joiner_odds { place = 11, members = 10, skill = 1 })
  end,
}
