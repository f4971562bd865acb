-- How many new people a month hold the promised downline as large as it is, at the rate at which people leave here
-- (arithmetic.md 4.8).
local TOO_MANY = 1e10  -- people: more than live on earth
local ALL      = 100   -- per cent

return {
  title = "To hold it",
  why   = "People leave, so a downline is never had for good: it is filled up month by month.",
  cites = { "A11", "A26", "S71" },
  label = "model",
  assumes = "every month the same share leaves, whoever they are",
  unit  = "people",
  facts = { "sustain.promised_width", "sustain.promised_depth", "earn.retention_12m_pct" },
  monotone = { ["sustain.promised_width"] = "up", ["sustain.promised_depth"] = "up",
    ["earn.retention_12m_pct"] = "down" },

  compute = function(c)
    local width, depth, stay = c.sustain.promised_width, c.sustain.promised_depth, c.earn.retention_12m_pct
    if width ^ depth > TOO_MANY or stay == 0 then return not_applicable() end
    local people = positions { width = width, depth = depth }
    local leave = monthly_loss { yearly = diff(ALL, stay) }
    return value(math.ceil(treadmill { monthly = leave, downline = people }),
                 "new each month would only keep the %n there, where %n%% stay for a year", people, stay)
  end,

  examples = {
    { facts = { ["sustain.promised_width"] = "5", ["sustain.promised_depth"] = "5",
        ["earn.retention_12m_pct"] = "50%" }, expect = "220", note = "5.61% a month, arithmetic.md 4.8" },
    { facts = { ["sustain.promised_width"] = "2", ["sustain.promised_depth"] = "3",
        ["earn.retention_12m_pct"] = "20..100%" }, expect = "0..2" },
    { facts = { ["sustain.promised_width"] = "5", ["sustain.promised_depth"] = "5",
        ["earn.retention_12m_pct"] = "0%" }, expect = "not_applicable" },
    { facts = { ["sustain.promised_width"] = "10", ["sustain.promised_depth"] = "10",
        ["earn.retention_12m_pct"] = "100%" }, expect = "0", note = "the line itself" },
    { facts = { ["sustain.promised_width"] = "5" }, expect = "unknown" },
  },
}
