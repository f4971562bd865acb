-- Ten things an income statement should have (users.md 2.3): of those that are known, how many it has. What it leaves
-- out is named.
local CHECKS = {
  { key = "head_count", says = "head count" }, { key = "unpaid_shown", says = "people paid nothing" },
  { key = "spread_shown", says = "median or range" }, { key = "real_year", says = "a real year" },
  { key = "active_defined", says = "meaning of active" }, { key = "leavers_given", says = "joiners and leavers" },
  { key = "purchases_given", says = "purchases by rank" }, { key = "typical_first", says = "typical people first" },
}

local function add(list, word)
  return list == "" and word or list .. ", " .. word
end

return {
  title = "The statement",
  why   = "What a statement leaves out decides how far its numbers can be trusted.",
  cites = { "A29", "S11", "S12" },
  label = "exact",
  unit  = "of 10",
  facts = { "income.covers", "earn.ids_expenses", "income.head_count", "income.unpaid_shown", "income.spread_shown",
            "income.real_year", "income.active_defined", "income.leavers_given", "income.purchases_given",
            "income.typical_first" },
  monotone = {},

  compute = function(c)
    local has, lacks = 0, ""
    if c.income.covers == "all" then has = has + 1 else lacks = add(lacks, "everybody counted") end
    if c.earn.ids_expenses == "none" then lacks = add(lacks, "costs") else has = has + 1 end
    for _, check in ipairs(CHECKS) do
      if c.income[check.key] then has = has + 1 else lacks = add(lacks, check.says) end
    end
    if lacks == "" then return value(has, "things an income statement should have are there") end
    return value(has, "things an income statement should have are there; missing: %s", lacks)
  end,

  examples = {
    { facts = { ["income.covers"] = "all", ["earn.ids_expenses"] = "none", ["income.head_count"] = "yes",
        ["income.unpaid_shown"] = "yes", ["income.spread_shown"] = "no", ["income.real_year"] = "yes",
        ["income.active_defined"] = "no", ["income.leavers_given"] = "no", ["income.purchases_given"] = "no",
        ["income.typical_first"] = "no" }, expect = "4" },
    { facts = { ["income.covers"] = "all", ["earn.ids_expenses"] = "quantified", ["income.head_count"] = "yes",
        ["income.unpaid_shown"] = "yes", ["income.spread_shown"] = "yes", ["income.real_year"] = "yes",
        ["income.active_defined"] = "yes", ["income.leavers_given"] = "yes", ["income.purchases_given"] = "yes",
        ["income.typical_first"] = "yes" }, expect = "10" },
    { facts = { ["income.covers"] = "active", ["earn.ids_expenses"] = "disclaimer", ["income.head_count"] = "no",
        ["income.unpaid_shown"] = "no", ["income.spread_shown"] = "no", ["income.real_year"] = "no",
        ["income.active_defined"] = "no", ["income.leavers_given"] = "no", ["income.purchases_given"] = "no",
        ["income.typical_first"] = "no" }, expect = "1" },
    { facts = { ["income.covers"] = "all" }, expect = "unknown" },
  },
}
