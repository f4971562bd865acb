-- The Act lists what may be asked; viewings, references, inventories and the like are not on the list.
local NONE = 0  -- GBP [L01]

return {
  title  = "Nothing is asked that the Act does not permit",
  why    = "Fees for getting a home add up before anybody knows whether it will be theirs.",
  cites  = { "L01", "L02" },
  points = 10,
  worst  = "major",
  facts  = { "money.other_fees" },
  ask    = "What do I have to pay to get the home, besides rent, tenancy deposit and holding deposit?",
  fix    = "Ask which line of Schedule 1 of the Tenant Fees Act permits each payment.",
  monotone = { ["money.other_fees"] = "down" },

  check = function(c)
    local fees = c.money.other_fees
    if fees > NONE then return major("other payments to get the home: %m", fees) end
    return pass("no other payment is asked to get the home")
  end,

  examples = {
    { facts = { ["money.other_fees"] = "0 GBP" }, expect = "pass", note = "the line itself" },
    { facts = { ["money.other_fees"] = "0.01 GBP" }, expect = "major" },
    { facts = { ["money.other_fees"] = "refused" }, expect = "unknown", note = "nothing obliges to publish it" },
    { facts = {}, expect = "unknown" },
  },
}
