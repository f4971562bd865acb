-- The names that rules can see, and no others: the same list as in engine/lua/names.c, and
-- tests/test_names.c holds the two together.
std = "none"
max_line_length = 120
read_globals = {
  "assert", "error", "ipairs", "select", "tonumber", "type",
  string = { fields = { "format", "len", "lower", "sub", "upper" } },
  math = { fields = { "abs", "ceil", "floor", "max", "min" } },
  "any", "asof", "between", "contains", "credit", "critical", "diff", "has", "info", "known", "major",
  "minor", "not_applicable", "pass", "ratio", "sum", "unknown", "usd", "year_end", "years_between",
}
