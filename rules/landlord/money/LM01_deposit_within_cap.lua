-- The Tenant Fees Act caps the tenancy deposit by the weeks of rent it is worth. A week's rent is the month's
-- times 12 over 52 [L03].
local WEEKS      = 5      -- weeks' rent, where the year's rent is below LARGE [L02]
local WEEKS_MORE = 6      -- weeks' rent, from there [L02]
local LARGE      = 50000  -- GBP a year [L02]

return {
  title  = "The deposit is within the cap",
  why    = "A deposit is hard to replace while the old one is still held, so the law limits it.",
  cites  = { "L01", "L02", "L03" },
  points = 14,
  worst  = "major",
  facts  = { "money.rent_month", "money.deposit" },
  ask    = "How much is the tenancy deposit, and how much is the rent for a month?",
  fix    = "Ask to lower the deposit to the cap: what is above it is not a permitted payment.",
  monotone = { ["money.rent_month"] = "up", ["money.deposit"] = "down" },

  check = function(c)
    local rent = c.money.rent_month
    local most = 12 * rent < LARGE and WEEKS or WEEKS_MORE
    local weeks = ratio(52 * c.money.deposit, 12 * rent)
    local text = "the deposit is worth %n weeks of rent, where the cap is %d"
    if weeks > most then return major(text, weeks, most) end
    return pass(text, weeks, most)
  end,

  examples = {
    { facts = { ["money.rent_month"] = "1300 GBP", ["money.deposit"] = "1500 GBP" }, expect = "pass",
      note = "five weeks at 300: the line itself" },
    { facts = { ["money.rent_month"] = "1300 GBP", ["money.deposit"] = "1500.01 GBP" }, expect = "major" },
    { facts = { ["money.rent_month"] = "4166.66 GBP", ["money.deposit"] = "5000 GBP" }, expect = "major",
      note = "49,999.92 a year: five weeks are 4,807.68" },
    { facts = { ["money.rent_month"] = "4166.67 GBP", ["money.deposit"] = "5000 GBP" }, expect = "pass",
      note = "50,000.04 a year: six weeks" },
    { facts = { ["money.rent_month"] = "5200 GBP", ["money.deposit"] = "7200 GBP" }, expect = "pass",
      note = "six weeks at 1,200: the line itself" },
    { facts = { ["money.rent_month"] = "5200 GBP", ["money.deposit"] = "7200.01 GBP" }, expect = "major" },
    { facts = { ["money.rent_month"] = "1300 GBP", ["money.deposit"] = "0 GBP" }, expect = "pass" },
    { facts = { ["money.rent_month"] = "1300 GBP", ["money.deposit"] = "1400..1600 GBP" },
      expect = "major..pass", note = "the cap is inside the range" },
    { facts = { ["money.deposit"] = "1500 GBP" }, expect = "unknown" },
    { facts = {}, expect = "unknown" },
  },
}
