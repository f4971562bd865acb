return {
  title = "Never", why = "A test.", cites = { "S1" }, label = "exact", unit = "people",
  facts = { "cost.fee" }, monotone = { ["cost.fee"] = "up" },
  compute = function() return not_applicable("there is no such number") end,
  examples = { { facts = { ["cost.fee"] = "1 USD" }, expect = "1" }, { facts = {}, expect = "unknown" } },
}
