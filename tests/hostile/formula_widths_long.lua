-- ends: error 11: positions: 'widths' must be a list of 1 to 100 whole numbers
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local list = {}
    for i = 1, 101 do list[i] = 1 end
    local people
    people = positions { widths = list }
    return pass("%n", people)
  end,
}
