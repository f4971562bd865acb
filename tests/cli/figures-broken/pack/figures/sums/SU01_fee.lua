return {
  title = "The fee", why = "A test.", cites = { "S1" }, label = "from your numbers", unit = "money",
  facts = { "cost.fee" }, monotone = { ["cost.fee"] = "up" },
  compute = function(c) return value(c.cost.fee, "to join") end,
  examples = { { facts = { ["cost.fee"] = "1 USD" }, expect = "1" }, { facts = {}, expect = "unknown" } },
}
