-- ends: error: took more than 4000000 steps
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local function many(n, ...)
      if n == 0 then return ... end
      return many(n - 1, 1, 1, 1, 1, ...)
    end
    local function burn(...)
      while true do sum(...) end
    end
    burn(many(150))
  end,
}
