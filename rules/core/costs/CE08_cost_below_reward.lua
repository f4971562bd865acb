-- What a year costs (criteria 5.5, T8) against what the median participant is paid before costs. FTC staff
-- note that expenses can exceed income [S11]. Above the whole reward, the median participant loses money:
-- that is arithmetic. The line at half of it is our judgement.
local HALF = 0.5  -- share of the median reward, our judgement

return {
  title  = "A year costs at most half of the median reward",
  why    = "A reward is only income as far as it is more than what was spent to get it.",
  cites  = { "A17", "A18", "S11" },
  points = 14,
  worst  = "major",
  facts  = { "cost.join_fee", "cost.starter_kit", "cost.annual_renewal", "cost.monthly_min_purchase",
             "cost.training_12m", "cost.events_tools_12m", "earn.median_gross_12m" },
  ask    = "With everything counted, what does a member spend in a year, and what is the median member paid?",
  monotone = {
    ["cost.join_fee"] = "down", ["cost.starter_kit"] = "down", ["cost.annual_renewal"] = "down",
    ["cost.monthly_min_purchase"] = "down", ["cost.training_12m"] = "down",
    ["cost.events_tools_12m"] = "down", ["earn.median_gross_12m"] = "up",
  },

  check = function(c)
    local median = c.earn.median_gross_12m
    -- Costs only add up: once they exceed the reward, those that are not known cannot change that.
    local cost = first_year_cost(median)
    if cost > median then return major("a year costs %m or more, the median reward is %m", cost, median) end
    local text = "a year costs %m, the median reward is %m"
    if cost > HALF * median then return minor(text, cost, median) end
    return pass(text, cost, median)
  end,

  examples = {
    { facts = { ["earn.median_gross_12m"] = "1200 USD", ["cost.monthly_min_purchase"] = "100.01 USD" },
      expect = "major", note = "the other costs no longer matter" },
    { facts = { ["earn.median_gross_12m"] = "1200 USD", ["cost.monthly_min_purchase"] = "100 USD" },
      expect = "unknown", note = "the other costs do matter" },
    { facts = { ["earn.median_gross_12m"] = "0 USD", ["cost.monthly_min_purchase"] = "0 USD",
        ["cost.join_fee"] = "0.01 USD" }, expect = "major", note = "any cost is more than nothing" },
    { facts = { ["earn.median_gross_12m"] = "1200 USD", ["cost.monthly_min_purchase"] = "50 USD",
        ["cost.join_fee"] = "100 USD", ["cost.starter_kit"] = "200 USD", ["cost.annual_renewal"] = "50 USD",
        ["cost.training_12m"] = "150 USD", ["cost.events_tools_12m"] = "100.01 USD" }, expect = "major" },
    { facts = { ["earn.median_gross_12m"] = "1200 USD", ["cost.monthly_min_purchase"] = "50 USD",
        ["cost.join_fee"] = "100 USD", ["cost.starter_kit"] = "200 USD", ["cost.annual_renewal"] = "50 USD",
        ["cost.training_12m"] = "150 USD", ["cost.events_tools_12m"] = "100 USD" }, expect = "minor" },
    { facts = { ["earn.median_gross_12m"] = "1200 USD", ["cost.monthly_min_purchase"] = "0 USD",
        ["cost.join_fee"] = "100 USD", ["cost.starter_kit"] = "200 USD", ["cost.annual_renewal"] = "50 USD",
        ["cost.training_12m"] = "150 USD", ["cost.events_tools_12m"] = "100.01 USD" }, expect = "minor" },
    { facts = { ["earn.median_gross_12m"] = "1200 USD", ["cost.monthly_min_purchase"] = "0 USD",
        ["cost.join_fee"] = "100 USD", ["cost.starter_kit"] = "200 USD", ["cost.annual_renewal"] = "50 USD",
        ["cost.training_12m"] = "150 USD", ["cost.events_tools_12m"] = "100 USD" }, expect = "pass" },
    { facts = { ["earn.median_gross_12m"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
