-- The share of all the money that the best paid take, at least (arithmetic.md 4.4).
local TOP = 2  -- of 100 people, our judgement: few enough to be the ones who are shown, many enough to be people

local function counts(c)
  if c.income.covers == "all" then return nil, nil end
  return c.income.active, c.income.all
end

return {
  title = "The best paid",
  why   = "Where a few take most of the money, the average is theirs and not the reader's.",
  cites = { "A18", "A19", "A27" },
  label = "exact",
  unit  = "pct",
  facts = { "income.row", "income.covers", "income.active", "income.all" },
  monotone = { ["income.active"] = "down", ["income.all"] = "up" },

  compute = function(c)
    local active, all = counts(c)
    local money, each = income_top { rows = c.income.row, active = active, all = all, top = TOP }
    if each == 0 then return not_applicable("nobody in the table was paid anything") end
    return value(money, "of all the money, at least (about %.0f%%), went to the top %n of 100, %m a year each",
                 money, TOP, each)
  end,

  examples = {
    { facts = { ["income.row"] = "61% | 0 USD; 30% | 180 USD; 7% | 1150 USD; 1.8% | 9400 USD; 0.2% | 88000 USD",
        ["income.covers"] = "all" }, expect = "71.96", note = "arithmetic.md 4.4 rounds it to 72.0" },
    { facts = { ["income.row"] = "100% | 0 USD", ["income.covers"] = "all" }, expect = "not_applicable" },
    { facts = { ["income.row"] = "100% | 500 USD", ["income.covers"] = "active", ["income.active"] = "50",
        ["income.all"] = "100..200" }, expect = "4..8" },
    { facts = {}, expect = "unknown" },
  },
}
