-- How long the company has been in business when the facts were gathered. Age proves nothing by itself,
-- but most new businesses of any kind close early, and a reader can check it in a public register.
local ONE  = 1   -- year; 20-25% of new US establishments close within it [S73]; severity: our judgement
local FIVE = 5   -- years; about half survive them [S73]; severity: our judgement
local TEN  = 10  -- years; about a third survive them [S73]; severity: our judgement

return {
  title  = "In business for ten years or more",
  why    = "Many new businesses of any kind close within a few years, and promised pay goes with them.",
  cites  = { "A30", "S73" },
  points = 16,
  worst  = "major",
  facts  = { "company.founded", "company.as_of" },
  ask    = "When was the company founded, and under which name can I find it in the public register?",
  monotone = {
    ["company.founded"] = "down",  -- founded later: younger
    ["company.as_of"]   = "up",
  },

  check = function(c)
    local years = years_between(c.company.founded, asof())
    if years < ONE then return major("in business for less than a year") end
    local text = "full years in business: %d"
    if years < FIVE then return minor(text, math.floor(years)) end
    if years < TEN then return info(text, math.floor(years)) end
    return pass(text, math.floor(years))
  end,

  examples = {
    { facts = { ["company.founded"] = "2023-05-03", ["company.as_of"] = "2024-05-02" }, expect = "major",
      note = "one day short of a year" },
    { facts = { ["company.founded"] = "2023-05-02", ["company.as_of"] = "2024-05-02" }, expect = "minor",
      note = "one year to the day" },
    { facts = { ["company.founded"] = "2019-05-03", ["company.as_of"] = "2024-05-02" }, expect = "minor" },
    { facts = { ["company.founded"] = "2019-05-02", ["company.as_of"] = "2024-05-02" }, expect = "info",
      note = "five years to the day" },
    { facts = { ["company.founded"] = "2014-05-03", ["company.as_of"] = "2024-05-02" }, expect = "info" },
    { facts = { ["company.founded"] = "2014-05-02", ["company.as_of"] = "2024-05-02" }, expect = "pass",
      note = "ten years to the day" },
    { facts = { ["company.founded"] = "refused", ["company.as_of"] = "2024-05-02" }, expect = "major" },
    { facts = { ["company.founded"] = "2014-05-02" }, expect = "unknown", note = "no as-of date" },
    { facts = {}, expect = "unknown" },
  },
}
