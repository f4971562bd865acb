-- ends: error: took more than 4000000 steps
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local list = {}
    for i = 1, 100 do list[i] = 1 end
    while true do positions { widths = list } end
  end,
}
