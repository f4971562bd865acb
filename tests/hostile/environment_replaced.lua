-- ends: error 10: attempt to call a nil value (global 'pass')
-- The environment is a variable of this file alone: the rules after it keep theirs.
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    _ENV = { }
    return pass("x")
  end,
}
