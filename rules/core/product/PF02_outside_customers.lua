-- What share of all sales goes to people who are not participants?
-- No law sets one figure. Two orders do, for the one company they bind; here they are marks.
local TENTH       = 10  -- our judgement: hardly any customers outside
local HALF        = 50  -- Vemma order: more than half from non-participants, there for each downline [S60]
local FOUR_FIFTHS = 80  -- Herbalife order [S59], own use included; to ask it without own use: our judgement

return {
  title  = "Most sales go to customers outside the network",
  why    = "Money from customers outside pays participants without taking it from other participants.",
  cites  = { "A13", "A15", "S60", "S59" },
  points = 30,
  worst  = "critical",
  facts  = { "product.external_sales_pct" },
  ask    = "Of everything sold last year, what share was bought by customers who had not joined?",
  monotone = { ["product.external_sales_pct"] = "up" },

  check = function(c)
    local share = c.product.external_sales_pct
    local text = "%n%% of sales go to customers outside the network"
    if share < TENTH then return critical(text, share) end
    if share <= HALF then return major(text, share) end
    if share < FOUR_FIFTHS then return minor(text, share) end
    return pass(text, share)
  end,

  examples = {
    { facts = { ["product.external_sales_pct"] = "9.99%" }, expect = "critical" },
    { facts = { ["product.external_sales_pct"] = "10%" }, expect = "major", note = "the line itself" },
    { facts = { ["product.external_sales_pct"] = "50%" },
      expect = "major", note = "half is not more than half" },
    { facts = { ["product.external_sales_pct"] = "50.01%" }, expect = "minor" },
    { facts = { ["product.external_sales_pct"] = "51%" }, expect = "minor", note = "the 51 % rule [S60]" },
    { facts = { ["product.external_sales_pct"] = "79.99%" }, expect = "minor" },
    { facts = { ["product.external_sales_pct"] = "80%" }, expect = "pass", note = "the line itself" },
    { facts = { ["product.external_sales_pct"] = "40..60%" }, expect = "major..minor" },
    { facts = { ["product.external_sales_pct"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
