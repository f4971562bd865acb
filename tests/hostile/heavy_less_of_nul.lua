-- ends: load 2: a NUL byte, or an escape for one, cannot stand here
local s = "\0"
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return s < s .. s and pass("x")
  end,
}
