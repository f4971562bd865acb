-- Whether revenue holds, and whether the present plan is old enough to judge. The company's integrity (A34)
-- is a line the report draws from TR02-TR04 and EA09-EA11, without points.
local COLLAPSE = -20  -- percent a year; our judgement
local DECLINE  = -5   -- percent a year: what US direct selling as a whole lost in 2022 [S72]
local ONE      = 1    -- year in a plan before one counts as typical, Canada [S45]; for a plan: our judgement

local function growth(c)
  local rate = c.sustain.revenue_cagr_3y_pct
  local text = "revenue changed by %n%% a year over three years"
  if rate < COLLAPSE then return major(text, rate) end
  if rate < DECLINE then return minor(text, rate) end
  return pass(text, rate)
end

local function plan_age(c)
  local years = years_between(c.company.plan_start, asof())
  if years < ONE then return minor("the present plan is less than a year old") end
  return pass("full years the present plan has run: %d", math.floor(years))
end

return {
  title  = "Revenue holds and the plan has run for a year",
  why    = "A shrinking company or a plan without a history gives no ground to expect pay for years to come.",
  cites  = { "A34", "A37", "S72", "S45" },
  points = 6,
  worst  = "major",
  facts  = { "sustain.revenue_cagr_3y_pct", "company.plan_start", "company.as_of" },
  ask    = "How has the company's revenue moved over three years, and since when has this pay plan applied?",
  monotone = {
    ["sustain.revenue_cagr_3y_pct"] = "up",
    ["company.plan_start"]          = "down",  -- started later: younger
    ["company.as_of"]               = "up",
  },

  check = { growth, plan_age },

  examples = {
    { facts = { ["sustain.revenue_cagr_3y_pct"] = "-20.01%" }, expect = "major" },
    { facts = { ["sustain.revenue_cagr_3y_pct"] = "-20%", ["company.plan_start"] = "2023-05-02",
                ["company.as_of"] = "2024-05-02" }, expect = "minor", note = "the line itself" },
    { facts = { ["sustain.revenue_cagr_3y_pct"] = "-5.01%", ["company.plan_start"] = "2023-05-02",
                ["company.as_of"] = "2024-05-02" }, expect = "minor" },
    { facts = { ["sustain.revenue_cagr_3y_pct"] = "-5%", ["company.plan_start"] = "2023-05-02",
                ["company.as_of"] = "2024-05-02" }, expect = "pass", note = "both lines" },
    { facts = { ["sustain.revenue_cagr_3y_pct"] = "-5%", ["company.plan_start"] = "2023-05-03",
                ["company.as_of"] = "2024-05-02" }, expect = "minor", note = "a day short of a year" },
    { facts = { ["sustain.revenue_cagr_3y_pct"] = "3%" }, expect = "major..pass" },
    { facts = { ["company.plan_start"] = "2024-01-01", ["company.as_of"] = "2024-05-02" },
      expect = "major..minor" },
    { facts = {}, expect = "unknown" },
  },
}
