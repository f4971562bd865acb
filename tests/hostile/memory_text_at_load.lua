-- ends: load: took more than 33554432 bytes of memory to load, or more than 81920 in one piece
local s = "x"
for i = 1, 20 do s = s .. s end
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass(s)
  end,
}
