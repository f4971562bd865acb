-- ends: error 13: treadmill has no field
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local many, key = {}, "a"
    for _ = 1, 1000 do
      key = key .. "b"
      many[key] = 1
    end
    treadmill(many)
  end,
}
