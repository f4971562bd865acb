local MOST = 10 -- our judgement

return {
  title = "The number is small",
  why = "Small is better.",
  cites = { "S1" },
  points = 10,
  worst = "critical",
  facts = { "a.n", "a.word" },
  ask = "How many?",
  monotone = { ["a.n"] = "up" },
  check = function(c)
    if c.a.n > MOST then return major("%n are many", c.a.n) end
    if c.a.n > 20 then return minor("%n are some", c.a.n) end
    return pass("%n are few", c.a.n)
  end,
  examples = {
    { facts = { ["a.n"] = "ten" }, expect = "pass" },
    { facts = { ["a.n"] = "10" }, expect = "pass" },
    { facts = { ["a.n"] = "11" }, expect = "major" },
  },
}
