-- How many days before signing or paying one gets the documents. The US Business Opportunity Rule gives a
-- week [S20]; it does not bind MLM companies, so it serves as a yardstick here and not as a duty.
local WEEK = 7  -- days, Business Opportunity Rule [S20]; severity: our judgement

return {
  title  = "Documents come a week before signing",
  why    = "Research takes time, and a paper handed over at the table does not get read.",
  cites  = { "A29", "A31", "S20" },
  points = 7,
  worst  = "minor",
  facts  = { "plan.disclosure_days_before" },
  ask    = "How many days before I sign or pay will I get all the documents?",
  fix    = "A person can ask for the papers and sign no sooner than a week later.",
  monotone = { ["plan.disclosure_days_before"] = "up" },

  check = function(c)
    local days = c.plan.disclosure_days_before
    if days < WEEK then return minor("days between getting the documents and signing: %n", days) end
    return pass("days between getting the documents and signing: %n", days)
  end,

  examples = {
    { facts = { ["plan.disclosure_days_before"] = "0" }, expect = "minor" },
    { facts = { ["plan.disclosure_days_before"] = "6" }, expect = "minor" },
    { facts = { ["plan.disclosure_days_before"] = "7" }, expect = "pass", note = "the line itself" },
    { facts = { ["plan.disclosure_days_before"] = "3..10" }, expect = "minor..pass" },
    { facts = { ["plan.disclosure_days_before"] = "refused" }, expect = "minor", note = "its worst" },
    { facts = {}, expect = "unknown" },
  },
}
