return {
  name = "mine",
  version = "1",
  titel = "A pack",
  themes = { { id = "t", title = "T", score = "company", points = 10 } },
  bands = { { name = "well", from = 50 }, { name = "hardly", from = 10 } },
  rules = { "t/AB1_one.lua", "u/AB2_two.lua" },
}
