local MOST = 4 -- one a week: our judgement
return {
  title  = "Parties are not asked for every week",
  why    = "A party is work that is not paid by the hour.",
  cites  = { "A11" }, points = 40, worst = "major",
  facts  = { "mine.parties_month" }, ask = "How many parties a month do I have to hold?",
  monotone = { ["mine.parties_month"] = "down" },
  check = function(c)
    if c.mine.parties_month > MOST then return major("%n parties a month", c.mine.parties_month) end
    return pass("%n parties a month", c.mine.parties_month)
  end,
  examples = {
    { facts = { ["mine.parties_month"] = "5" }, expect = "major" },
    { facts = { ["mine.parties_month"] = "4" }, expect = "pass" },
    { facts = {}, expect = "unknown" },
  },
}
