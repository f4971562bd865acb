-- How much of the pay comes from people joining and their own purchases, and not from customers?
local MOST  = 50     -- "primarily": EU 2005/29 Annex I(14) [S35], FTC staff 2004 [S10], Keep and
                     -- Vander Nat 2014 [S80]; that this means half is our judgement
local THIRD = 33.33  -- cap on rewards for own consumption in the Herbalife order [S59], to two decimals
local FIFTH = 20     -- our judgement

return {
  title  = "Pay comes from sales, not from recruiting",
  why    = "Pay that depends on new people lasts only as long as there are new people.",
  cites  = { "A11", "A15", "B4", "S35", "S10", "S59", "S80" },
  points = 36,
  worst  = "critical",
  facts  = { "recruit.income_from_recruiting_pct" },
  ask    = "Of all the rewards paid last year, what share came from enrolments and recruits' own purchases?",
  fix    = "The company can pay on sales to customers and leave out what recruits buy for themselves.",
  monotone = { ["recruit.income_from_recruiting_pct"] = "down" },

  check = function(c)
    local share = c.recruit.income_from_recruiting_pct   -- not known: the test ends here, as unknown
    local text = "%n%% of rewards come from recruiting"
    if share > MOST then return critical(text, share) end
    if share > THIRD then return major(text, share) end
    if share > FIFTH then return minor(text, share) end
    return pass(text, share)
  end,

  examples = {
    { facts = { ["recruit.income_from_recruiting_pct"] = "50.01%" }, expect = "critical" },
    { facts = { ["recruit.income_from_recruiting_pct"] = "50%" },
      expect = "major", note = "the line itself" },
    { facts = { ["recruit.income_from_recruiting_pct"] = "33.34%" }, expect = "major" },
    { facts = { ["recruit.income_from_recruiting_pct"] = "33.33%" },
      expect = "minor", note = "the line itself" },
    { facts = { ["recruit.income_from_recruiting_pct"] = "20.01%" }, expect = "minor" },
    { facts = { ["recruit.income_from_recruiting_pct"] = "20%" }, expect = "pass", note = "the line itself" },
    { facts = { ["recruit.income_from_recruiting_pct"] = "15..60%" }, expect = "critical..pass" },
    { facts = { ["recruit.income_from_recruiting_pct"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
