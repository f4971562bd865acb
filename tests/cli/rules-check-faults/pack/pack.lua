-- A pack with one fault after the other.
return {
  name = "faults",
  version = "1",
  title = "A pack of faults",
  themes = {
    { id = "t", title = "The first theme", score = "company", points = 40 },
    { id = "u", title = "The second theme", score = "company", points = 10 },
  },
  bands = { { name = "well", from = 50 }, { name = "hardly", from = 0 } },
  rules = {
    "t/AB1_one.lua",
    "t/AB2_two.lua",
    "t/AB3_three.lua",
    "v/AB4_four.lua",
  },
  count_once = { { "AB1", "AB9" } },
}
