-- ends: pass: a?[2Jb?c??d???e
return {
  title = "An attack", why = "It must not work.", cites = { "S1" },
  points = 10, worst = "critical", facts = { "a.n", "a.text", "a.set" }, ask = "How many?",
  monotone = { ["a.n"] = "up" },
  examples = { { facts = {}, expect = "error" } },
  check = function(c)
    return pass("a\27[2Jb\rc\u{9b}d\u{202e}e")
  end,
}
