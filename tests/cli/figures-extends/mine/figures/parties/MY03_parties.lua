return {
  title = "Evenings", why = "Evenings are hours.", cites = { "A16" },
  label = "from your numbers", unit = "evenings",
  facts = { "mine.parties_month" }, monotone = { ["mine.parties_month"] = "up" },
  compute = function(c) return value(12 * c.mine.parties_month, "a year go into parties") end,
  examples = { { facts = { ["mine.parties_month"] = "2" }, expect = "24" }, { facts = {}, expect = "unknown" } },
}
