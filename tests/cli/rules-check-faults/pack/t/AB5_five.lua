return {
  title = "The third",
  why = "It is there"
  cites = { "S1" },
}
