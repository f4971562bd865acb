return { name = "x", version = "1", title = "X", extends = "nothing", rules = {} }
