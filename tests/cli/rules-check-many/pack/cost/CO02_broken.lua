return {
  title  = "This one ends too early",
