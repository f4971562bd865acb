-- Does the income statement give the median, the amount that half of all participants stay below? Canadian
-- practice takes the median as typical [S45]; an average is pulled up by a few large payments [S87].
-- Publishing nothing rates no better than leaving the median out.
return {
  title  = "The income statement gives the median",
  why    = "A few large payments lift an average far above what most people get.",
  cites  = { "A29", "S45", "S87" },
  points = 7,
  worst  = "minor",
  facts  = { "earn.ids_published", "earn.ids_median" },
  ask    = "Does the income statement say what the member in the middle was paid, not only an average?",
  fix    = "The company could publish the median beside the average.",
  monotone = {},

  check = {
    function(c)
      if not c.earn.ids_median then return minor("the income statement gives no median") end
      return pass("the income statement gives the median")
    end,
    function(c)
      if not c.earn.ids_published then return minor("no income statement is published") end
      return not_applicable("an income statement is published")
    end,
  },

  examples = {
    { facts = { ["earn.ids_median"] = "no" }, expect = "minor" },
    { facts = { ["earn.ids_published"] = "no" }, expect = "minor" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_median"] = "yes" }, expect = "pass" },
    { facts = { ["earn.ids_median"] = "yes" }, expect = "minor..pass" },
    { facts = { ["earn.ids_published"] = "yes" }, expect = "unknown" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_median"] = "n/a" }, expect = "not_applicable" },
    { facts = { ["earn.ids_published"] = "refused" }, expect = "minor" },
    { facts = {}, expect = "unknown" },
  },
}
