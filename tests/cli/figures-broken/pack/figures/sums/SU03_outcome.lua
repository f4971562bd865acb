return {
  title = "An outcome", why = "A test.", cites = { "S1" }, label = "exact", unit = "money",
  facts = { "cost.fee" }, monotone = { ["cost.fee"] = "up" },
  compute = function() return pass("x") end,
  examples = { { facts = { ["cost.fee"] = "1 USD" }, expect = "1" }, { facts = {}, expect = "unknown" } },
}
