-- Does what the median participant is paid fit what this person wants? Most people in these plans do not get
-- a part-time or full-time income [S21] [S11]. An hour of work is worth (median reward - yearly cost) / hours
-- in a year (criteria 5.5, T8): whether that is below zero does not depend on the hours: they are not read.

return {
  title  = "The income to expect fits the goal",
  why    = "A plan can be sound and still not pay what this person needs.",
  cites  = { "A18", "A21", "A22", "A35", "S21", "S11" },
  points = 25,
  worst  = "major",
  facts  = { "fit.goal", "fit.income_needed_12m", "earn.median_gross_12m",
             "cost.join_fee", "cost.starter_kit", "cost.annual_renewal", "cost.monthly_min_purchase",
             "cost.training_12m", "cost.events_tools_12m" },
  ask    = "What is the median member paid a year, and what does a year cost with fees, kit and orders?",
  monotone = {
    ["fit.income_needed_12m"] = "down", ["earn.median_gross_12m"] = "up",
    ["cost.join_fee"] = "down", ["cost.starter_kit"] = "down", ["cost.annual_renewal"] = "down",
    ["cost.monthly_min_purchase"] = "down",
    ["cost.training_12m"] = "down", ["cost.events_tools_12m"] = "down",
  },

  check = {
    function(c)
      if c.fit.goal ~= "full_income" then return pass("a full income is not the goal") end
      local median, need = c.earn.median_gross_12m, c.fit.income_needed_12m
      local text = "the median reward is %m a year, %m is needed"
      if median < need then return major(text, median, need) end
      return pass(text, median, need)
    end,
    function(c)
      local median = c.earn.median_gross_12m
      -- Costs only add up: those that are not known cannot turn a loss into a gain.
      local cost = first_year_cost(median)
      if cost > median then return minor("a year loses %m or more", diff(cost, median)) end
      return pass("a year leaves %m after costs", diff(median, cost))
    end,
  },

  examples = {
    { facts = { ["fit.goal"] = "full_income", ["fit.income_needed_12m"] = "30000.01 USD",
        ["earn.median_gross_12m"] = "30000 USD" }, expect = "major" },
    { facts = { ["fit.goal"] = "full_income", ["fit.income_needed_12m"] = "30000 USD",
        ["earn.median_gross_12m"] = "30000 USD" }, expect = "major..pass", note = "the line itself" },
    { facts = { ["fit.goal"] = "side_income", ["earn.median_gross_12m"] = "600 USD",
        ["cost.monthly_min_purchase"] = "50.01 USD" }, expect = "minor", note = "other costs: no matter" },
    { facts = { ["fit.goal"] = "discount", ["cost.join_fee"] = "50 USD",
        ["earn.median_gross_12m"] = "600 USD", ["cost.monthly_min_purchase"] = "10 USD",
        ["cost.starter_kit"] = "100 USD", ["cost.annual_renewal"] = "30 USD",
        ["cost.training_12m"] = "200 USD", ["cost.events_tools_12m"] = "100.01 USD" }, expect = "minor" },
    { facts = { ["fit.goal"] = "discount", ["cost.join_fee"] = "50 USD",
        ["earn.median_gross_12m"] = "600 USD", ["cost.monthly_min_purchase"] = "10 USD",
        ["cost.starter_kit"] = "100 USD", ["cost.annual_renewal"] = "30 USD",
        ["cost.training_12m"] = "200 USD", ["cost.events_tools_12m"] = "100 USD" }, expect = "pass" },
    { facts = { ["fit.goal"] = "discount", ["cost.join_fee"] = "20..30 USD",
        ["earn.median_gross_12m"] = "500..600 USD", ["cost.monthly_min_purchase"] = "10..12 USD",
        ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "0 USD" }, expect = "pass" },
    { facts = { ["fit.goal"] = "full_income", ["earn.median_gross_12m"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
