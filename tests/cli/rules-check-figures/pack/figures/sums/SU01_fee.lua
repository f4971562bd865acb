return {
  title = "A title that is far too long", why = "This scam of a figure.", cites = { "S9" }, label = "guessed",
  facts = { "cost.fee", "cost.none" }, monotone = {}, computes = 5,
  compute = function(c) return valeu(c.cost.fee, "to join") end,
}
