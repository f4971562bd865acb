-- ends: error: took more than 4000000 steps
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    while true do downline_odds { place = 100001, members = 1e12, people = 1e6 } end
  end,
}
