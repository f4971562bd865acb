-- ends: error: took more than 4000000 steps
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    while true do break_even { join = 9999.999983, months = 1199, fees = 888.777773, other = 0.000007, required = 777.777771, value = 33.333331, discount = 33.333337, commission = 7.777777, income = 12345.012347, customer = 0.999983 } end
  end,
}
