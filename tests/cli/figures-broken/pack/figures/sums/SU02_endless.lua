return {
  title = "Without end", why = "A test.", cites = { "S1" }, label = "exact", unit = "money",
  facts = { "cost.fee" }, monotone = { ["cost.fee"] = "up" },
  compute = function() while true do end end,
  examples = { { facts = { ["cost.fee"] = "1 USD" }, expect = "1" }, { facts = {}, expect = "unknown" } },
}
