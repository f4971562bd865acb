return {
  { "S1", title = "A source", date = "2024", kind = "P" },
}
