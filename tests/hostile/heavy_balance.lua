-- ends: error: took more than 4000000 steps
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    while true do balance_needed { discount = 33.333337, payout = 44.444443, own = 777.777771, value = 33.333331,
      costs = 999.999983 } end
  end,
}
