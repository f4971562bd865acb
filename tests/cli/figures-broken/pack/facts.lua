return {
  sections = { { "company", "Who" }, { "cost", "Costs" }, { "people", "People" } },
  facts = {
    { "company.as_of", type = "date", range = { 1900, 2100 }, meaning = "day of the notes", find = "notes",
      ask = "When was it?", serves = { "waivers" } },
    { "company.name", type = "text", meaning = "name", find = "door", ask = "What is its name?",
      serves = { "report" } },
    { "cost.fee", type = "money", range = { 0, 1000 }, meaning = "what joining costs", find = "form",
      ask = "What does it cost to join?" },
    { "people.leave", type = "bool", meaning = "whether people can leave at any time", find = "contract",
      ask = "Can I leave at any time?" },
    { "people.told", type = "bool", expected = true, meaning = "whether the costs are told first", find = "talk",
      ask = "Were you told the costs first?" },
  },
}
