-- ends: pass: by bytes
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    if "a" < "B" or "B" < "A" or ("\xc4"):lower() ~= "\xc4" then return critical("by a locale") end
    return pass("by bytes")
  end,
}
