-- ends: error: a message may have 12 values at most
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local function many(n, ...)
      if n == 0 then return pass("x", ...) end
      return many(n - 1, n, ...)
    end
    return many(1000)
  end,
}
