-- Would this person buy the product without the plan, and believe in it enough to sell it? FTC staff ask of a
-- company whether people buy from demand or to be paid [S03]; here the reader asks it of themselves.
local HALF_SURE = 3  -- of 5, our judgement

return {
  title  = "The product is worth buying without the plan",
  why    = "What the seller would not buy is hard to sell to others.",
  cites  = { "A32", "S03" },
  points = 25,
  worst  = "major",
  facts  = { "fit.would_buy_without_plan", "fit.belief_product" },
  ask    = "Would you buy this product at its full price if there were nothing to earn?",
  fix    = "Try the product as a plain customer first.",
  monotone = { ["fit.belief_product"] = "up" },

  check = {
    function(c)
      if not c.fit.would_buy_without_plan then return major("you would not buy it without the plan") end
      return pass("you would buy it without the plan")
    end,
    function(c)
      local belief = c.fit.belief_product
      local text = "trust in the product: %d of 5"
      if belief <= HALF_SURE then return minor(text, belief) end
      return pass(text, belief)
    end,
  },

  examples = {
    { facts = { ["fit.would_buy_without_plan"] = "no" }, expect = "major" },
    { facts = { ["fit.would_buy_without_plan"] = "yes", ["fit.belief_product"] = "3" }, expect = "minor",
      note = "the line itself" },
    { facts = { ["fit.would_buy_without_plan"] = "yes", ["fit.belief_product"] = "4" }, expect = "pass" },
    { facts = { ["fit.belief_product"] = "3" }, expect = "major..minor" },
    { facts = { ["fit.would_buy_without_plan"] = "yes" }, expect = "major..pass" },
    { facts = {}, expect = "unknown" },
  },
}
