return {
  name = "mine", version = "0.1.0", title = "Numbers of my own", extends = "core",
  themes = { { id = "recruitment", points = 40 } },
  rules = { "recruitment/MY01_parties.lua" },
  figures = {
    { id = "money", files = { "figures/money/MY02_kit.lua" } },
    { id = "parties", title = "PARTIES", note = "a group of my own", files = { "figures/parties/MY03_parties.lua" } },
  },
}
