-- A pack with faults for 'rules test' to find.
return {
  name = "faulty",
  version = "0.1",
  title = "A pack for tests",
  themes = {
    { id = "cost", title = "It costs little", score = "company", points = 10, headline = true },
    { id = "people", title = "People are free", score = "company", points = 15, headline = true },
  },
  bands = { { name = "well", from = 50 }, { name = "badly", from = 0 } },
  rules = { "cost/CO01_fee.lua", "people/PE01_leave.lua", "people/PE02_told.lua" },
}
