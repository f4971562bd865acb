local MOST = 10

return {
  title = "Is it small?",
  wieght = 3,
  cites = { "S1", "S7" },
  points = "10",
  worst = "terrible",
  facts = { "a.n", "a.q", "b.k" },
  ask = "How many?",
  monotone = { ["a.n"] = "sideways" },
  check = function(c)
    if c.a.n > MOST then return major("this is illegal") end
    return pas("few")
  end,
  examples = {
    { facts = { ["a.n"] = "10", ["a.x"] = "1" }, expect = "pass" },
    { facts = "none", expect = "unknown" },
  },
}
