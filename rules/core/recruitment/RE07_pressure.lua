-- Are people pushed to sign up at once?
-- California's attorney general [S16], the FTC's notice of 2021 [S22] and its older tips [S14] all warn of
-- "act now". The severity is our judgement.

return {
  title  = "People may take their time to decide",
  why    = "Research is the first advice, and it takes time that pressure does not leave.",
  cites  = { "A29", "S16", "S22", "S14" },
  points = 14,
  worst  = "major",
  facts  = { "recruit.high_pressure" },
  ask    = "May I take the papers home and decide next week on the same terms?",
  fix    = "Do not sign at a meeting; an offer that is good today is good next week.",
  monotone = {},

  check = function(c)
    if c.recruit.high_pressure then return major("people are pressed to sign up at once") end
    return pass("people are given time to decide")
  end,

  examples = {
    { facts = { ["recruit.high_pressure"] = "no" }, expect = "pass" },
    { facts = { ["recruit.high_pressure"] = "yes" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
