return {
  { "S1", title = "The one source", date = "2020", kind = "P" },
  { "S2", title = "Another", date = "", kind = "P" },
  { "S2", title = "The same again", date = "2021", kind = "P" },
}
