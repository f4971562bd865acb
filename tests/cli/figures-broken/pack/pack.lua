-- A pack as small as can be: two themes, three rules.
return {
  name = "tiny",
  version = "0.1",
  title = "A pack for tests",
  themes = {
    { id = "cost", title = "It costs little", score = "company", points = 10, headline = true },
    { id = "people", title = "People are free", score = "company", points = 15, headline = true },
  },
  bands = { { name = "well", from = 50 }, { name = "badly", from = 0 } },
  rules = { "cost/CO01_fee.lua", "people/PE01_leave.lua", "people/PE02_told.lua" },
  figures = {
    { id = "sums", title = "SUMS", files = {
      "figures/sums/SU01_fee.lua", "figures/sums/SU02_endless.lua", "figures/sums/SU03_outcome.lua",
      "figures/sums/SU04_formula.lua", "figures/sums/SU05_never.lua", "figures/sums/SU06_lines.lua",
      "figures/sums/SU07_needs.lua",
    } },
  },
}
