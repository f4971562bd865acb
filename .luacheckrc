-- The names that rules can see, and no others: the same list as in engine/lua/names.c, and
-- tests/test_names.c holds the two together.
std = "none"
max_line_length = 120
read_globals = {
  "assert", "error", "ipairs", "select", "tonumber", "type",
  string = { fields = { "format", "len", "lower", "sub", "upper" } },
  math = { fields = { "abs", "ceil", "floor", "max", "min" } },
  "any", "asof", "balance_needed", "balance_net", "between", "bound_average", "bound_commission",
  "bound_downline", "bound_recruits", "break_even", "contains", "credit", "critical", "diff", "downline_odds",
  "first_year_cost", "has", "income_average", "income_nothing", "income_paid", "income_top", "info",
  "job_income", "joiner_odds", "known", "major", "minor", "month_profit", "monthly_loss", "not_applicable",
  "outside_share", "pass", "positions", "ratio", "stay_cost", "sum", "treadmill", "unknown", "usd", "value",
  "year_end", "years_between",
}
