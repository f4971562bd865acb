-- ends: error 11: income_nothing: 'rows' must be a fact of type income_rows
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local rows = "1% | 0 USD"
    for _ = 1, 63 do rows = rows .. "; 1% | 0 USD" end
    rows = rows .. "; 36% | 0 USD"
    while true do income_nothing { rows = rows } end
  end,
}
