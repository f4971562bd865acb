-- ends: error: took more than 8000000 steps
-- Each test stays below the limit of a call; together they would use up the whole company.
local function burn()
  for i = 1, 3500000 do end
  return pass("burnt")
end
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = { burn, burn, burn, burn, burn, burn, burn, burn },
}
