-- What the first 12 months cost, whatever is sold or used (rule CE08 counts the same), and what is left of it
-- after the goods that would have been bought anyway (arithmetic.md 4.4 and 4.5).
local MONTHS = 12  -- the first year

return {
  title = "To stay in",
  why   = "Money that comes in is only income as far as it is more than what staying in costs.",
  cites = { "A17", "B3", "S11" },
  label = "from your numbers",
  unit  = "money",
  facts = { "cost.join_fee", "cost.starter_kit", "cost.annual_renewal", "cost.monthly_min_purchase",
            "cost.training_12m", "cost.events_tools_12m", "fit.own_use_value_pct" },
  monotone = {
    ["cost.join_fee"] = "up", ["cost.starter_kit"] = "up", ["cost.annual_renewal"] = "up",
    ["cost.monthly_min_purchase"] = "up", ["cost.training_12m"] = "up", ["cost.events_tools_12m"] = "up",
    ["fit.own_use_value_pct"] = "down",
  },

  compute = {
    function(c)
      return value(first_year_cost(), "%m to join, with the kit, + 12 x %m to stay qualified + %m for renewal, "
                   .. "training, events and tools", sum(c.cost.join_fee, c.cost.starter_kit),
                   c.cost.monthly_min_purchase,
                   sum(c.cost.annual_renewal, c.cost.training_12m, c.cost.events_tools_12m))
    end,
    function(c)
      local gross, required = first_year_cost(), c.cost.monthly_min_purchase
      if required == 0 then return not_applicable() end
      local _, after = stay_cost { join = diff(gross, MONTHS * required), months = MONTHS, required = required,
                                   value = c.fit.own_use_value_pct }
      return value(after, "after the goods you would have bought anyway")
    end,
  },

  examples = {
    { facts = { ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "99 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "120 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "660 USD", ["fit.own_use_value_pct"] = "30%" },
      expect = "2199; 1767", note = "arithmetic.md 4.4" },
    { facts = { ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "99 USD", ["cost.annual_renewal"] = "0 USD",
        ["cost.monthly_min_purchase"] = "100..120 USD", ["cost.training_12m"] = "0 USD",
        ["cost.events_tools_12m"] = "660 USD" }, expect = "1959..2199; unknown" },
    { facts = { ["cost.join_fee"] = "50 USD", ["cost.starter_kit"] = "0 USD", ["cost.annual_renewal"] = "20 USD",
        ["cost.monthly_min_purchase"] = "0 USD", ["cost.training_12m"] = "0 USD", ["cost.events_tools_12m"] = "0 USD" },
      expect = "70; not_applicable", note = "nothing is required, so there is nothing to use" },
    { facts = { ["cost.starter_kit"] = "99 USD" }, expect = "unknown; unknown" },
  },
}
