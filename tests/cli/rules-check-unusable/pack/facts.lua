return {
  sections = { { "a", "Facts" } },
  facts = {
    { "a.n", type = "number" meaning = "m" },
  },
}
