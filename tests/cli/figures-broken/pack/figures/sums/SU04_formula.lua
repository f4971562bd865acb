return {
  title = "A formula", why = "A test.", cites = { "S1" }, label = "exact", unit = "money",
  facts = { "cost.fee" }, monotone = { ["cost.fee"] = "up" },
  compute = function(c) return value(stay_cost { join = c.cost.fee, month = 12 }, "x") end,
  examples = { { facts = { ["cost.fee"] = "1 USD" }, expect = "1" }, { facts = {}, expect = "unknown" } },
}
