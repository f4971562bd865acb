-- Does the income statement put figures on what participants spend? Leaving expenses out is the second of the
-- faults FTC staff found [S12], and the FTC has said so to the industry's self-regulator too [S87].
-- Publishing nothing rates no better than leaving expenses out.
return {
  title  = "The income statement puts figures on expenses",
  why    = "Pay before costs can look like income and still be a loss.",
  cites  = { "A29", "S12", "S87" },
  points = 14,
  worst  = "major",
  facts  = { "earn.ids_published", "earn.ids_expenses" },
  ask    = "Does the income statement say how much participants spent to earn those amounts?",
  fix    = "The company could publish typical yearly expenses beside the income.",
  monotone = {},

  check = {
    function(c)
      local shown = c.earn.ids_expenses
      if shown == "none" then return major("the income statement does not mention expenses") end
      if shown == "disclaimer" then return minor("the income statement mentions expenses without figures") end
      return pass("the income statement gives figures for expenses")
    end,
    function(c)
      if not c.earn.ids_published then return major("no income statement is published") end
      return not_applicable("an income statement is published")
    end,
  },

  examples = {
    { facts = { ["earn.ids_expenses"] = "none" }, expect = "major" },
    { facts = { ["earn.ids_published"] = "no" }, expect = "major" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_expenses"] = "disclaimer" }, expect = "minor" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_expenses"] = "quantified" }, expect = "pass" },
    { facts = { ["earn.ids_expenses"] = "disclaimer" }, expect = "major..minor" },
    { facts = { ["earn.ids_published"] = "yes" }, expect = "unknown" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_expenses"] = "n/a" }, expect = "not_applicable" },
    { facts = { ["earn.ids_published"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
