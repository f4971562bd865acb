-- ends: pass: nothing seen
local seen
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    if seen then return critical("saw %n", seen) end
    seen = c.a.n
    return pass("nothing seen")
  end,
}
