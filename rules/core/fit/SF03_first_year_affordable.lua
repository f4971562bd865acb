-- Can this person pay for the first year from money they may lose without harm? Article A calls starting
-- cheap [A17] and tells readers to assess themselves first [A21]; the shares are our judgement.
local QUARTER = 0.25  -- share of the cash, our judgement

return {
  title  = "The first year costs at most a quarter of spare cash",
  why    = "Money that is needed for something else should not go into a start.",
  cites  = { "A17", "A21" },
  points = 25,
  worst  = "major",
  facts  = { "fit.cash_available", "cost.typical_start_spend", "cost.monthly_min_purchase" },
  ask    = "What do most people spend to start, and how much must they buy each month after that?",
  fix    = "Agree on a limit with yourself before joining, and stop when it is reached.",
  monotone = {
    ["fit.cash_available"] = "up", ["cost.typical_start_spend"] = "down",
    ["cost.monthly_min_purchase"] = "down",
  },

  check = function(c)
    local cash, monthly = c.fit.cash_available, sum(12 * c.cost.monthly_min_purchase)
    if monthly > cash then  -- whatever the start costs
      return major("a year of monthly orders costs %m, the spare cash is %m", monthly, cash)
    end
    local cost = sum(monthly, c.cost.typical_start_spend)
    local text = "the first year costs %m, the spare cash is %m"
    if cost > cash then return major(text, cost, cash) end
    if cost > QUARTER * cash then return minor(text, cost, cash) end
    return pass(text, cost, cash)
  end,

  examples = {
    { facts = { ["fit.cash_available"] = "600 USD", ["cost.monthly_min_purchase"] = "50.01 USD" },
      expect = "major", note = "the start no longer matters" },
    { facts = { ["fit.cash_available"] = "600 USD", ["cost.monthly_min_purchase"] = "50 USD" },
      expect = "unknown", note = "the start does matter" },
    { facts = { ["fit.cash_available"] = "1000 USD", ["cost.monthly_min_purchase"] = "50 USD",
        ["cost.typical_start_spend"] = "400.01 USD" }, expect = "major" },
    { facts = { ["fit.cash_available"] = "1000 USD", ["cost.monthly_min_purchase"] = "50 USD",
        ["cost.typical_start_spend"] = "400 USD" }, expect = "minor", note = "all of the cash" },
    { facts = { ["fit.cash_available"] = "1000 USD", ["cost.monthly_min_purchase"] = "10 USD",
        ["cost.typical_start_spend"] = "130.01 USD" }, expect = "minor" },
    { facts = { ["fit.cash_available"] = "1000 USD", ["cost.monthly_min_purchase"] = "10 USD",
        ["cost.typical_start_spend"] = "130 USD" }, expect = "pass", note = "a quarter of the cash" },
    { facts = { ["fit.cash_available"] = "0 USD", ["cost.monthly_min_purchase"] = "0 USD",
        ["cost.typical_start_spend"] = "0 USD" }, expect = "pass" },
    { facts = { ["fit.cash_available"] = "1000 USD", ["cost.monthly_min_purchase"] = "refused" },
      expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
