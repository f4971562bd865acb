-- How many of 100 can have been paid what staying in costs, after the goods they would have used anyway
-- (arithmetic.md 4.4). No guess: within a row, no larger share can have been paid a sum than its average allows.
local MONTHS = 12  -- the first year, as rule CE08 counts it

local function counts(c)
  if c.income.covers == "all" then return nil, nil end
  return c.income.active, c.income.all
end

return {
  title = "Paid the cost",
  why   = "Who was paid less than staying in costs lost money, unless retail profit made up for it.",
  cites = { "A17", "A18", "S11" },
  label = "exact",
  unit  = "pct",
  facts = { "income.row", "income.covers", "income.active", "income.all", "cost.join_fee", "cost.starter_kit",
            "cost.annual_renewal", "cost.monthly_min_purchase", "cost.training_12m", "cost.events_tools_12m",
            "fit.own_use_value_pct" },
  monotone = {
    ["income.active"] = "up", ["income.all"] = "down",
    ["cost.join_fee"] = "down", ["cost.starter_kit"] = "down", ["cost.annual_renewal"] = "down",
    ["cost.monthly_min_purchase"] = "down", ["cost.training_12m"] = "down", ["cost.events_tools_12m"] = "down",
    ["fit.own_use_value_pct"] = "up",
  },

  compute = function(c)
    local active, all = counts(c)
    local rows, gross, required = c.income.row, first_year_cost(), c.cost.monthly_min_purchase
    local use = required > 0 and between("fit.own_use_value_pct", 0, 100) or 0
    local _, cost = stay_cost { join = diff(gross, MONTHS * required), months = MONTHS, required = required,
                                value = use }
    if cost == 0 then return not_applicable("staying in costs nothing") end
    local most = income_paid { rows = rows, active = active, all = all, sum = cost }
    local whole = math.ceil(most)
    return value(most, "%s %n of 100 can have been paid the %m it costs to stay in (after the goods used "
                 .. "anyway). No guess: it follows from the table; retail profit may be outside it",
                 whole == most and "no more than" or "fewer than", whole, cost)
  end,

  examples = {
    { facts = { ["income.row"] = "61% | 0 USD; 30% | 180 USD; 7% | 1150 USD; 1.8% | 9400 USD; 0.2% | 88000 USD",
        ["income.covers"] = "all", ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "99 USD",
        ["cost.annual_renewal"] = "0 USD", ["cost.monthly_min_purchase"] = "120 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "660 USD", ["fit.own_use_value_pct"] = "30%" },
      expect = "9.62", note = "arithmetic.md 4.4; a bound is rounded up" },
    { facts = { ["income.row"] = "50% | 0 USD; 50% | 100 USD", ["income.covers"] = "all", ["cost.join_fee"] = "0 USD",
        ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "100 USD", ["cost.monthly_min_purchase"] = "0 USD",
        ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "0..100 USD" }, expect = "25..50" },
    { facts = { ["income.row"] = "100% | 100 USD", ["income.covers"] = "all", ["cost.join_fee"] = "0 USD",
        ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "0 USD", ["cost.monthly_min_purchase"] = "0 USD",
        ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "0 USD" }, expect = "not_applicable" },
    { facts = { ["income.row"] = "50% | 0 USD; 50% | 100 USD", ["income.covers"] = "active",
        ["income.active"] = "5000", ["income.all"] = "10000", ["cost.join_fee"] = "0 USD",
        ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "100 USD", ["cost.monthly_min_purchase"] = "0 USD",
        ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "0 USD" },
      expect = "25", note = "half are left out" },
    { facts = { ["income.row"] = "50% | 0 USD; 50% | 12 USD", ["income.covers"] = "all", ["cost.join_fee"] = "0 USD",
        ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "12 USD", ["cost.monthly_min_purchase"] = "1 USD",
        ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "0 USD", ["fit.own_use_value_pct"] = "100%" },
      expect = "50", note = "what is bought is used" },
    { facts = { ["income.row"] = "100% | 100 USD", ["income.covers"] = "all" }, expect = "unknown" },
  },
}
