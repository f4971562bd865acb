-- ends: pass: kept
-- It keeps almost all the memory of the company and passes:
-- the rules after it must not miss any.
local kept
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    for i = 1, 40000 do kept = { kept } end
    return pass("kept")
  end,
}
