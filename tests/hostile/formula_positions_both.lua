-- ends: error 8: positions: give 'width' and 'depth', or 'widths'
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("%n", positions { width = 2, depth = 2, widths = { 2 } })
  end,
}
