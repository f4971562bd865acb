return {
  sections = { { "mine", "What I want to know besides" } },
  facts = {
    { "mine.parties_month", type = "int", range = { 0, 100 },
      meaning = "parties a month that a seller is asked to hold", find = "the starter guide",
      ask = "How many parties a month do I have to hold?" },
  },
}
