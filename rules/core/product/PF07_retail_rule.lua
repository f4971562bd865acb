-- Is there a rule that participants sell to customers, such as Amway's 70 % and ten customers [S56], and is
-- it enforced? A court [S57] and a critic of Vemma [S60] ask whether such a rule works. A rule on paper only
-- is rated below no rule at all because it promises what it does not do: our judgement.

return {
  title  = "A rule on selling to customers is enforced",
  why    = "A rule that is not enforced protects nobody, but reads as if it did.",
  cites  = { "A12", "S56", "S57", "S60" },
  points = 12,
  worst  = "major",
  facts  = { "product.retail_rule" },
  ask    = "Is there a rule on how much must be sold to customers, and what happens if it is not kept?",
  fix    = "The company can hold back rewards until the customer sales its rule asks for are shown.",
  monotone = {},

  check = function(c)
    local rule = c.product.retail_rule
    if rule == "paper_only" then return major("the rule on selling to customers is on paper only") end
    if rule == "none" then return minor("there is no rule on selling to customers") end
    return pass("the rule on selling to customers is enforced")
  end,

  examples = {
    { facts = { ["product.retail_rule"] = "enforced" }, expect = "pass" },
    { facts = { ["product.retail_rule"] = "none" }, expect = "minor" },
    { facts = { ["product.retail_rule"] = "paper_only" }, expect = "major" },
    { facts = { ["product.retail_rule"] = "refused" },
      expect = "unknown", note = "not a fact companies are expected to publish" },
    { facts = {}, expect = "unknown" },
  },
}
