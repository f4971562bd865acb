-- Is there an income disclosure statement, and how old is the year it covers? Practice in Canada is a new one
-- every year [S45]; FTC staff read 70 published ones [S11]. A year counts from its last day; a statement for
-- the year that is still running has not begun to age.
local OLD  = 2  -- years, our judgement
local LATE = 1  -- years: yearly update [S45]

return {
  title  = "A recent income statement is published",
  why    = "Without recent figures on what people are paid, a promise cannot be checked.",
  cites  = { "A29", "S45", "S11" },
  points = 16,
  worst  = "major",
  facts  = { "earn.ids_published", "earn.ids_year", "company.as_of" },
  ask    = "May I see the company's latest income disclosure statement, and which year does it cover?",
  fix    = "The company could publish a new statement every year.",
  monotone = { ["earn.ids_year"] = "up", ["company.as_of"] = "down" },

  check = function(c)
    if not c.earn.ids_published then return major("no income statement is published") end
    local year = c.earn.ids_year
    local age = years_between(year_end(year), asof())  -- below zero while that year is still running
    local text = "the income statement covers %d"
    if age > OLD then return minor(text .. " and is over two years old", year) end
    if age > LATE then return info(text .. " and is over a year old", year) end
    return pass(text, year)
  end,

  examples = {
    { facts = { ["earn.ids_published"] = "no" }, expect = "major" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_year"] = "2021",
        ["company.as_of"] = "2024-01-01" }, expect = "minor", note = "two years and a day" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_year"] = "2021",
        ["company.as_of"] = "2023-12-31" }, expect = "info", note = "two years to the day" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_year"] = "2022",
        ["company.as_of"] = "2024-01-01" }, expect = "info", note = "a year and a day" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_year"] = "2022",
        ["company.as_of"] = "2023-12-31" }, expect = "pass", note = "a year to the day" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_year"] = "2023",
        ["company.as_of"] = "2023-07-01" }, expect = "pass", note = "the year is still running" },
    { facts = { ["earn.ids_published"] = "yes", ["earn.ids_year"] = "2022" }, expect = "unknown" },
    { facts = { ["earn.ids_published"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
