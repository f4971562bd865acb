-- Paid training, tools sold by the sponsor, premises and loans. The industry code speaks of exorbitant
-- training fees [S26], Taiwan of fees out of proportion [S52], California of paid seminars [S16]; the 2016
-- order restricts leasing [S59]. Reading "out of proportion" as more than fee and kit is our judgement.
return {
  title  = "No paid training, tools, leases or loans are urged",
  why    = "Where teaching recruits pays better than selling, recruits become the customers.",
  cites  = { "A17", "S26", "S52", "S16", "S59" },
  points = 12,
  worst  = "major",
  facts  = { "cost.premises_or_credit_urged", "cost.training_12m", "cost.join_fee", "cost.starter_kit",
             "support.upline_sells_tools" },
  ask    = "What do training, tools and events cost in the first year, and who earns money from them?",
  fix    = "Use the free training first, and do not borrow or sign a lease to join.",
  monotone = { ["cost.training_12m"] = "down", ["cost.join_fee"] = "up", ["cost.starter_kit"] = "up" },

  check = {
    function(c)
      if c.cost.premises_or_credit_urged then return major("joiners are urged to lease or to borrow") end
      return pass("nobody is urged to lease premises or to borrow")
    end,
    function(c)
      local training = c.cost.training_12m
      if training == 0 then return pass("training is free") end
      local entry = sum(c.cost.join_fee, c.cost.starter_kit)
      if training > entry then return major("training costs %m, fee and kit %m", training, entry) end
      return pass("training costs %m, fee and kit %m", training, entry)
    end,
    function(c)
      local training = c.cost.training_12m
      if training > 0 then return minor("training costs %m a year", training) end
      return pass("training is free")
    end,
    function(c)
      if c.support.upline_sells_tools then return minor("sponsors earn money from tools they sell") end
      return pass("sponsors do not earn money from tools")
    end,
  },

  examples = {
    { facts = { ["cost.premises_or_credit_urged"] = "yes" }, expect = "major" },
    { facts = { ["cost.training_12m"] = "100.01 USD", ["cost.join_fee"] = "60 USD",
        ["cost.starter_kit"] = "40 USD" }, expect = "major" },
    { facts = { ["cost.training_12m"] = "100 USD", ["cost.join_fee"] = "60 USD",
        ["cost.starter_kit"] = "40 USD", ["cost.premises_or_credit_urged"] = "no",
        ["support.upline_sells_tools"] = "no" }, expect = "minor", note = "the line itself" },
    { facts = { ["cost.training_12m"] = "0.01 USD", ["cost.join_fee"] = "60 USD",
        ["cost.starter_kit"] = "0 USD", ["cost.premises_or_credit_urged"] = "no",
        ["support.upline_sells_tools"] = "no" }, expect = "minor" },
    { facts = { ["cost.training_12m"] = "0 USD", ["cost.premises_or_credit_urged"] = "no",
        ["support.upline_sells_tools"] = "yes" }, expect = "minor" },
    { facts = { ["cost.training_12m"] = "0 USD", ["cost.premises_or_credit_urged"] = "no",
        ["support.upline_sells_tools"] = "no" }, expect = "pass" },
    { facts = { ["cost.training_12m"] = "50 USD" }, expect = "major..minor" },
    { facts = { ["cost.training_12m"] = "50 USD", ["cost.join_fee"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
