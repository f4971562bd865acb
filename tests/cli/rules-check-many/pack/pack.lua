return {
  name = "many", version = "0.1", title = "A pack of mistakes",
  themes = {
    { id = "cost", title = "It costs little", score = "company", points = 10 },
    { id = "people", title = "People are free", score = "company", points = 15 },
    { id = "empty", title = "Nothing is here", score = "company", points = 0 },
  },
  bands = { { name = "well", from = 50 }, { name = "badly", from = 0 } },
  rules = { "cost/CO01_fee.lua", "cost/CO02_broken.lua", "people/PE01_leave.lua", "people/PE02_gone.lua" },
}
