-- ends: pass: nothing seen
local kept = {}
local function exchange(t, value)
  local old = t.value
  t.value = value
  return old
end
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local before = exchange(kept, c.a.n)
    if before then return critical("saw %n", before) end
    return pass("nothing seen")
  end,
}
