-- What share of the rewards is figured on sales to people who are not participants?
local HALF       = 50     -- "primarily": FTC staff 2004 [S10], withdrawn in 2024; as half: our judgement
local TWO_THIRDS = 66.67  -- at least two thirds of rewards: Herbalife order [S59], to two decimals

return {
  title  = "Rewards rest on sales to outside customers",
  why    = "People do what they are paid for: pay for customers' purchases sends them to find customers.",
  cites  = { "A15", "S59", "S10" },
  points = 20,
  worst  = "major",
  facts  = { "product.rewards_from_retail_pct" },
  ask    = "Of all the rewards paid last year, what share was for sales to people who had not joined?",
  monotone = { ["product.rewards_from_retail_pct"] = "up" },

  check = function(c)
    local share = c.product.rewards_from_retail_pct
    local text = "%n%% of rewards rest on sales to outside customers"
    if share < HALF then return major(text, share) end
    if share < TWO_THIRDS then return minor(text, share) end
    return pass(text, share)
  end,

  examples = {
    { facts = { ["product.rewards_from_retail_pct"] = "49.99%" }, expect = "major" },
    { facts = { ["product.rewards_from_retail_pct"] = "50%" }, expect = "minor", note = "the line itself" },
    { facts = { ["product.rewards_from_retail_pct"] = "66.66%" }, expect = "minor" },
    { facts = { ["product.rewards_from_retail_pct"] = "66.67%" },
      expect = "pass", note = "as the order asks" },
    { facts = { ["product.rewards_from_retail_pct"] = "40..60%" }, expect = "major..minor" },
    { facts = {}, expect = "unknown" },
  },
}
