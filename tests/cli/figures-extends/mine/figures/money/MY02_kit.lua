return {
  title = "The kit alone", why = "It is paid before anything is sold.", cites = { "A17" },
  label = "from your numbers", unit = "money",
  facts = { "cost.starter_kit" }, monotone = { ["cost.starter_kit"] = "up" },
  compute = function(c) return value(c.cost.starter_kit, "is paid before anything is sold") end,
  examples = { { facts = { ["cost.starter_kit"] = "99 USD" }, expect = "99" }, { facts = {}, expect = "unknown" } },
}
