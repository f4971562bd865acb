-- Must a participant buy something to be paid or to reach a rank?
-- The Vemma order ended pay tied to own purchases [S60]; FTC staff in 2018 [S04] and the DSA code [S26] speak
-- against buying only to qualify. The severity is our judgement.

return {
  title  = "No purchase is needed to qualify for pay or rank",
  why    = "Whoever must buy in order to be paid is a customer of the plan, not of the product.",
  cites  = { "A15", "S60", "S04", "S26" },
  points = 20,
  worst  = "major",
  facts  = { "cost.purchase_to_qualify" },
  ask    = "Do I have to buy anything myself to be paid or to move up?",
  fix    = "The company can let customers' purchases alone count towards pay and rank.",
  monotone = {},

  check = function(c)
    if c.cost.purchase_to_qualify then return major("a purchase is needed to qualify for pay or rank") end
    return pass("no purchase is needed to qualify for pay or rank")
  end,

  examples = {
    { facts = { ["cost.purchase_to_qualify"] = "no" }, expect = "pass" },
    { facts = { ["cost.purchase_to_qualify"] = "yes" }, expect = "major" },
    { facts = { ["cost.purchase_to_qualify"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
