-- Can a customer buy at a comparable price without signing up as a participant?
-- The FTC asks for real sales to real customers [S91]; Neora's programme for customers is an example [S64].
-- The severity is our judgement.

return {
  title  = "Customers can buy without joining",
  why    = "If buying means joining, nobody can tell customers from participants.",
  cites  = { "A12", "S64", "S91" },
  points = 16,
  worst  = "major",
  facts  = { "product.available_without_joining" },
  ask    = "Can I buy the product at about the same price without joining?",
  fix    = "The company can sell to customers who do not join, at a price close to that of participants.",
  monotone = {},

  check = function(c)
    if not c.product.available_without_joining then
      return major("the product cannot be had at a like price without joining")
    end
    return pass("the product can be bought at a like price without joining")
  end,

  examples = {
    { facts = { ["product.available_without_joining"] = "yes" }, expect = "pass" },
    { facts = { ["product.available_without_joining"] = "no" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
