return {
  title = "Two lines", why = "A test.", cites = { "S1" }, label = "model", unit = "people",
  assumes = "nothing much",
  facts = { "cost.fee" }, monotone = { ["cost.fee"] = "up" },
  compute = { function(c) return value(2 * c.cost.fee, "of one") end, function() error("the second breaks") end },
  examples = { { facts = { ["cost.fee"] = "1 USD" }, expect = "1" }, { facts = {}, expect = "unknown" } },
}
