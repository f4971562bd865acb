return {
  sections = { { "a", "Facts" } },
  facts = {
    { "a.n", type = "number", meaning = "how many", find = "the door", ask = "How many?" },
    { "a.m", type = "numbre", meaning = "how much", find = "the door", ask = "How much?" },
    { "b.k", type = "bool", meaning = "whether", find = "the door", ask = "Is it?" },
    { "a.word", type = "enum", values = {}, meaning = "which", find = "the door" },
  },
}
