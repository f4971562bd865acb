-- ends: error 10: positions: 'widths' must be a number, not nil
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local list = { 5, 5, 5 }
    list[2] = nil
    return pass("%n", positions { widths = list })
  end,
}
