-- A deposit has to be in an approved scheme, and the tenant told how, within 30 days of the payment.
local DAYS = 30  -- section 213 of the Housing Act 2004 as amended [L04]

return {
  title  = "An approved scheme will hold the deposit",
  why    = "A scheme keeps the deposit apart from the landlord's money and decides disputes about it.",
  cites  = { "L04", "L05" },
  points = 14,
  worst  = "critical",
  facts  = { "money.deposit_scheme", "money.protect_days" },
  ask    = "Which approved scheme will protect my deposit, and within how many days?",
  fix    = "Ask for the scheme's name in the agreement, and look your deposit up with the scheme.",
  monotone = { ["money.protect_days"] = "down" },

  check = {
    function(c)
      if c.money.deposit_scheme == "none" then return critical("no approved scheme will protect the deposit") end
      return pass("the deposit will be protected by %s", c.money.deposit_scheme)
    end,
    function(c)
      local days = c.money.protect_days
      local text = "days until the deposit is protected and you are told: %n"
      if days > DAYS then return major(text, days) end
      return pass(text, days)
    end,
  },

  examples = {
    { facts = { ["money.deposit_scheme"] = "none" }, expect = "critical" },
    { facts = { ["money.deposit_scheme"] = "dps", ["money.protect_days"] = "30 days" }, expect = "pass",
      note = "the line itself" },
    { facts = { ["money.deposit_scheme"] = "dps", ["money.protect_days"] = "31 days" }, expect = "major" },
    { facts = { ["money.deposit_scheme"] = "tds" }, expect = "critical..pass" },
    { facts = { ["money.protect_days"] = "31 days" }, expect = "critical..major" },
    { facts = { ["money.deposit_scheme"] = "refused", ["money.protect_days"] = "30 days" }, expect = "major" },
    { facts = { ["money.deposit_scheme"] = "refused" }, expect = "critical..major" },
    { facts = { ["money.deposit_scheme"] = "n/a", ["money.protect_days"] = "n/a" }, expect = "not_applicable",
      note = "no deposit is taken" },
    { facts = {}, expect = "unknown" },
  },
}
