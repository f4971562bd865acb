-- How many days a new participant has to leave with all money back. Rules differ by country; we take the UK's
-- as the line between minor and fine. The severities are our judgement.
local MONTH     = 30  -- days: Taiwan [S52] and a code of the world federation's kind [S31]
local FORTNIGHT = 14  -- days: the UK rules [S36]
local DAYS      = 3   -- days: the US rule for door-to-door orders [S30]; for participants our judgement

return {
  title  = "There is time to leave with a full refund",
  why    = "People often see the terms clearly only once the excitement of joining is over.",
  cites  = { "A34", "S36", "S52", "S31", "S30" },
  points = 12,
  worst  = "major",
  facts  = { "exit.participant_cooling_off_days" },
  ask    = "How many days after joining can I change my mind and get all of my money back?",
  fix    = "The company could give new participants 30 days.",
  monotone = { ["exit.participant_cooling_off_days"] = "up" },

  check = function(c)
    local days = c.exit.participant_cooling_off_days
    local text = "days to leave with a full refund: %n"
    if days < DAYS then return major(text, days) end
    if days < FORTNIGHT then return minor(text, days) end
    if days < MONTH then return info(text, days) end
    return pass(text, days)
  end,

  examples = {
    { facts = { ["exit.participant_cooling_off_days"] = "2" }, expect = "major" },
    { facts = { ["exit.participant_cooling_off_days"] = "3" }, expect = "minor", note = "the line itself" },
    { facts = { ["exit.participant_cooling_off_days"] = "13" }, expect = "minor" },
    { facts = { ["exit.participant_cooling_off_days"] = "14" }, expect = "info", note = "the line itself" },
    { facts = { ["exit.participant_cooling_off_days"] = "29" }, expect = "info" },
    { facts = { ["exit.participant_cooling_off_days"] = "30" }, expect = "pass", note = "the line itself" },
    { facts = { ["exit.participant_cooling_off_days"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
