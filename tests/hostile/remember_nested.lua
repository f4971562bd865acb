-- ends: pass: nothing seen
local kept = { deep = { deeper = {} } }
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    local at = kept.deep.deeper
    if at.seen then return critical("saw %n", at.seen) end
    at.seen = c.a.n
    return pass("nothing seen")
  end,
}
