-- The worst stage that a pyramid case against the company reached in the last ten years. What a court found,
-- what was settled without a finding and what the company won are kept apart.
-- Severities: our judgement, with a case that was found [S63] and one that the company won [S64] as marks.

return {
  title  = "No pyramid case against it in ten years",
  why    = "What a court or agency has said about a company weighs more than what its brochure says.",
  cites  = { "A30", "S63", "S64" },
  points = 24,
  worst  = "critical",
  facts  = { "track.pyramid_status" },
  ask    = "Has there been a pyramid case against the company in the last ten years, and how did it end?",
  monotone = {},  -- no numeric fact

  check = function(c)
    local status = c.track.pyramid_status
    if status == "found" then
      return critical("a court or agency found that the pyramid test of its law was met")
    end
    if status == "settled" then return major("a pyramid case was settled, without a finding") end
    if status == "alleged_open" then return major("a pyramid case is open; nothing has been decided") end
    if status == "dismissed_or_won" then
      return info("a pyramid case was dismissed or won by the company")
    end
    return pass("no pyramid case in the last ten years is on record")
  end,

  examples = {
    { facts = { ["track.pyramid_status"] = "found" }, expect = "critical" },
    { facts = { ["track.pyramid_status"] = "settled" }, expect = "major" },
    { facts = { ["track.pyramid_status"] = "alleged_open" }, expect = "major", note = "not decided" },
    { facts = { ["track.pyramid_status"] = "dismissed_or_won" }, expect = "info", note = "as Neora, 2023" },
    { facts = { ["track.pyramid_status"] = "none" }, expect = "pass" },
    { facts = {}, expect = "unknown" },
  },
}
