-- ends: error: took more than 4000000 steps
local function chain()
  local t = {}
  for i = 1, 2000 do t[i * 2047] = i end
  return t
end
local t = chain()
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    while true do local x = t[2047] end
  end,
}
