return { name = "differs", version = "1", title = "X", themes = { { id = "t", title = "T", score = "company", points = 0 } },
  bands = { { name = "well", from = 0 } }, rules = {} }
