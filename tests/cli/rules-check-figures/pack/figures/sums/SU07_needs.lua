return {
  title = "Open", why = "A test.", cites = { "S1" }, label = "exact", unit = "pct",
  facts = { "cost.fee" }, monotone = { ["cost.fee"] = "up" },
  compute = function() return unknown("nobody knows") end,
  examples = { { facts = { ["cost.fee"] = "1 USD" }, expect = "1" }, { facts = {}, expect = "unknown" } },
}
