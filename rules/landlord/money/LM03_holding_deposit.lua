-- What reserves a home before signing may be worth a week of rent.
local WEEKS = 1  -- week's rent [L02]

return {
  title  = "Reserving the home costs a week's rent at most",
  why    = "A holding deposit can be lost, and it keeps you from looking further.",
  cites  = { "L01", "L02", "L03" },
  points = 7,
  worst  = "major",
  facts  = { "money.rent_month", "money.holding_deposit" },
  ask    = "How much has to be paid to reserve the home?",
  fix    = "Ask to lower it to a week's rent before you pay.",
  monotone = { ["money.rent_month"] = "up", ["money.holding_deposit"] = "down" },

  check = function(c)
    local weeks = ratio(52 * c.money.holding_deposit, 12 * c.money.rent_month)
    local text = "the holding deposit is worth %n weeks of rent"
    if weeks > WEEKS then return major(text, weeks) end
    return pass(text, weeks)
  end,

  examples = {
    { facts = { ["money.rent_month"] = "1300 GBP", ["money.holding_deposit"] = "300 GBP" }, expect = "pass",
      note = "the line itself" },
    { facts = { ["money.rent_month"] = "1300 GBP", ["money.holding_deposit"] = "300.01 GBP" }, expect = "major" },
    { facts = { ["money.rent_month"] = "1300 GBP", ["money.holding_deposit"] = "0 GBP" }, expect = "pass" },
    { facts = { ["money.rent_month"] = "1300 GBP" }, expect = "unknown" },
    { facts = {}, expect = "unknown" },
  },
}
