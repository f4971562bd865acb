-- Of 100 people in the company's income table, how many were paid nothing (arithmetic.md 4.4). Where the table leaves
-- people out, they are added with nothing.
local function counts(c)
  if c.income.covers == "all" then return nil, nil end
  return c.income.active, c.income.all
end

return {
  title = "Paid nothing",
  why   = "An average hides how many got nothing at all.",
  cites = { "A18", "A27", "S11" },
  label = "exact",
  unit  = "pct",
  facts = { "income.row", "income.covers", "income.active", "income.all", "income.year" },
  monotone = { ["income.active"] = "down", ["income.all"] = "up",
    ["income.year"] = { none = "it is only told" } },

  compute = function(c)
    local active, all = counts(c)
    local share = income_nothing { rows = c.income.row, active = active, all = all }
    if share == 0 then
      return value(share, "of the people, at least: no row of the table is of 0, so it does not say how many were "
                   .. "paid nothing")
    end
    if known("income.year") then
      return value(share, "of the people, at least, were paid nothing in %d; costs are not taken off here",
                   c.income.year)
    end
    return value(share, "of the people, at least, were paid nothing; costs are not taken off here")
  end,

  examples = {
    { facts = { ["income.row"] = "61% | 0 USD; 30% | 180 USD; 7% | 1150 USD; 1.8% | 9400 USD; 0.2% | 88000 USD",
        ["income.covers"] = "all" }, expect = "61", note = "arithmetic.md 4.4" },
    { facts = { ["income.row"] = "61% | 0 USD; 39% | 180 USD", ["income.covers"] = "all", ["income.year"] = "2023" },
      expect = "61" },
    { facts = { ["income.row"] = "20% | 0 USD; 80% | 500 USD", ["income.covers"] = "active",
        ["income.active"] = "5000", ["income.all"] = "10000" }, expect = "60", note = "half are left out" },
    { facts = { ["income.row"] = "20% | 0 USD; 80% | 500 USD", ["income.covers"] = "active",
        ["income.active"] = "5000", ["income.all"] = "10000..20000" }, expect = "60..80" },
    { facts = { ["income.row"] = "20% | 0 USD; 80% | 500 USD", ["income.covers"] = "ranked" }, expect = "unknown" },
    { facts = { ["income.row"] = "20% | 90 USD; 80% | 500 USD", ["income.covers"] = "all" }, expect = "0" },
    { facts = {}, expect = "unknown" },
  },
}
