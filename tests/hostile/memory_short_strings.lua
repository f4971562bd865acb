-- ends: error: took more than 4000000 steps
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local t, n = {}, 0
    while true do
      local list = {}
      for i = 1, 1000 do
        n = n + 1
        list[i] = "s" .. n
      end
      t = { t, list }
    end
  end,
}
