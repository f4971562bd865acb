return { sections = { { "mine", "M" } }, facts = { { "mine.x", type = "bool", meaning = "m", find = "f", ask = "a?" } } }
