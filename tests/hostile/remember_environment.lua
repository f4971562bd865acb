-- ends: pass: nothing seen
local box = {}
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    if box.c then return critical("saw %n", box.c.a.n) end
    box.c = c
    return pass("nothing seen")
  end,
}
