-- ends: error: a function called itself too deep
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local function f() return f() .. error(f()) end
    return f()
  end,
}
