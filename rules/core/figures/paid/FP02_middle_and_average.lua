-- What the middle person was paid, and the average of all (arithmetic.md 4.4): they are far apart where a few take
-- most. The middle is the average of the row that holds the middle person.
local function counts(c)
  if c.income.covers == "all" then return nil, nil end
  return c.income.active, c.income.all
end

return {
  title = "Middle, average",
  why   = "Half of the people were paid what the middle person was paid, or less.",
  cites = { "A18", "A19", "S11" },
  label = "exact",
  unit  = "money",
  facts = { "income.row", "income.covers", "income.active", "income.all" },
  monotone = { ["income.active"] = "up", ["income.all"] = "down" },

  compute = {
    function(c)
      local active, all = counts(c)
      local _, middle = income_average { rows = c.income.row, active = active, all = all }
      return value(middle, "a year was paid to the middle person")
    end,
    function(c)
      local active, all = counts(c)
      local mean = income_average { rows = c.income.row, active = active, all = all }
      return value(mean, "a year is the average of all")
    end,
  },

  examples = {
    { facts = { ["income.row"] = "61% | 0 USD; 30% | 180 USD; 7% | 1150 USD; 1.8% | 9400 USD; 0.2% | 88000 USD",
        ["income.covers"] = "all" }, expect = "0; 479.7", note = "arithmetic.md 4.4" },
    { facts = { ["income.row"] = "20% | 0 USD; 80% | 500 USD", ["income.covers"] = "active",
        ["income.active"] = "5000", ["income.all"] = "6000..10000" }, expect = "0..500; 200..333.333333" },
    { facts = { ["income.row"] = "100% | 300 USD" }, expect = "unknown; unknown" },
    { facts = {}, expect = "unknown; unknown" },
  },
}
