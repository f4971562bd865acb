-- Does the income statement count everyone who joined? Leaving out those with little or no pay is the first
-- of the faults FTC staff found in published statements [S12]; AdvoCare's covered paid members only [S61].
-- Publishing nothing rates no better than leaving people out.
return {
  title  = "The income statement counts everyone, paid or not",
  why    = "An average over those who were paid says little about those who joined.",
  cites  = { "A29", "S12", "S61" },
  points = 14,
  worst  = "major",
  facts  = { "earn.ids_published", "earn.ids_all_participants" },
  ask    = "Do the published income figures include everyone who joined, also those who were paid nothing?",
  fix    = "The company could count everyone under contract during the year.",
  monotone = {},

  check = {
    function(c)
      if not c.earn.ids_all_participants then return major("the income statement leaves people out") end
      return pass("the income statement counts all participants")
    end,
    function(c)
      if not c.earn.ids_published then return major("no income statement is published") end
      return not_applicable("an income statement is published")
    end,
  },

  examples = {
    { facts = { ["earn.ids_all_participants"] = "no" }, expect = "major" },
    { facts = { ["earn.ids_published"] = "no" }, expect = "major" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_all_participants"] = "no" }, expect = "major" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_all_participants"] = "yes" }, expect = "pass" },
    { facts = { ["earn.ids_all_participants"] = "yes" }, expect = "major..pass" },
    { facts = { ["earn.ids_published"] = "yes" }, expect = "unknown" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_all_participants"] = "n/a" },
      expect = "not_applicable" },
    { facts = { ["earn.ids_published"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
