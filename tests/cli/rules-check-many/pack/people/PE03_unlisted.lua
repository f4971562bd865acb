return {
  titel  = "People can leave",
  title  = "People can leave at any time",
  cites  = { "S7" },
  points = 15,
  worst  = "terrible",
  facts  = { "people.leave", "people.leaf" },
  ask    = "Can I leave?",
  monotone = {},
  check = function(c) return pass("x") end,
  examples = {},
}
