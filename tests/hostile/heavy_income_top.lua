-- ends: error: took more than 4000000 steps
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local rows = ""
    for i = 1, 63 do
      rows = rows .. string.format("1.5%% | %d USD; ", 999983 - 977 * i)
    end
    rows = rows .. "5.5% | 999983 USD"
    while true do income_top { rows = rows, active = 999983, all = 999999999989, top = 7.777777 } end
  end,
}
