-- ends: error 10: attempt to compare
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local list, sum = { 1, nil, 3 }, 0
    for i = 1, 4 do
      if list[i] < 9 then sum = sum + i end
    end
    return pass("%n", sum)
  end,
}
