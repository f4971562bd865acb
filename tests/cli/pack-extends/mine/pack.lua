return {
  name = "mine", version = "0.1.0", title = "Questions of my own", extends = "core",
  themes = { { id = "recruitment", points = 40 } },
  rules = { "recruitment/MY01_parties.lua" },
}
