return { title = "T", why = "W", cites = {}, points = 0, worst = "info", facts = { "mine.x" }, ask = "A?", monotone = {},
  check = function(c) return info("x") end, examples = {} }
