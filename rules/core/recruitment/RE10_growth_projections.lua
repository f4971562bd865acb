-- Is income projected from recruits who recruit recruits ("5 who get 5")?
-- Count IV of the Amway complaint was about such claims [S56]; at Success By Health, the FTC said, the income
-- promised needed more than 100,000 recruits below [S63]. The severity is our judgement.

return {
  title  = "Income is not projected from endless recruiting",
  why    = "Such a chart runs out of people after a few steps, so hardly anyone can get what it shows.",
  cites  = { "A27", "S56", "S63" },
  points = 16,
  worst  = "major",
  facts  = { "recruit.geometric_projections" },
  ask    = "If the plan is shown as a few who each bring in a few, how many people have really got that far?",
  fix    = "The company can show what people were in fact paid last year in place of such charts.",
  monotone = {},

  check = function(c)
    if c.recruit.geometric_projections then return major("income charts let recruits multiply") end
    return pass("no income charts with multiplying recruits are used")
  end,

  examples = {
    { facts = { ["recruit.geometric_projections"] = "no" }, expect = "pass" },
    { facts = { ["recruit.geometric_projections"] = "yes" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
