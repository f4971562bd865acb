return {
  { "S1", title = "A book", date = "2020", kind = "P" },
  { "S2", title = "A book that nobody opens", date = "", kind = "P" },
}
