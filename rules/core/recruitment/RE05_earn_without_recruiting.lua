-- Is a commission on one's own sales paid to somebody who recruits no one?
-- Article A says selling alone can succeed (A24); the FTC [S13] and California [S16] warn of income that
-- comes mainly from the number recruited. The severity is our judgement.

return {
  title  = "Own sales are paid without recruiting anyone",
  why    = "If selling alone pays nothing, recruiting is the only way to earn.",
  cites  = { "A24", "S13", "S16" },
  points = 30,
  worst  = "critical",
  facts  = { "plan.earn_without_recruiting" },
  ask    = "If I only sell and never bring anyone in, what am I paid?",
  fix    = "The company can pay a commission on own sales from the first sale on, with no recruits.",
  monotone = {},

  check = function(c)
    if not c.plan.earn_without_recruiting then return critical("own sales pay nothing without recruits") end
    return pass("own sales are paid without any recruits")
  end,

  examples = {
    { facts = { ["plan.earn_without_recruiting"] = "yes" }, expect = "pass" },
    { facts = { ["plan.earn_without_recruiting"] = "no" }, expect = "critical" },
    { facts = {}, expect = "unknown" },
  },
}
