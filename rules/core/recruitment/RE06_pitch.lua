-- Are the company's materials and training mainly about recruiting, or about the product?
-- "Emphasis on recruiting" is one of the SEC's hallmarks [S18] and a concern of FTC staff in 2024 [S07];
-- neither gives a figure.
local ENOUGH  = 10  -- our judgement: with fewer materials a share says little
local HALF    = 50  -- our judgement
local QUARTER = 25  -- our judgement

return {
  title  = "The pitch is about the product, not about recruiting",
  why    = "What a company talks about most shows where it expects its growth to come from.",
  cites  = { "A12", "B14", "B16", "S18", "S07" },
  points = 20,
  worst  = "major",
  facts  = { "recruit.materials_sampled", "recruit.pitch_recruit_share_pct" },
  ask    = "May I see ten or more of the videos, slides and posts that new people are shown?",
  -- The size of the sample decides only whether there is an outcome, never which.
  monotone = { ["recruit.materials_sampled"] = "up", ["recruit.pitch_recruit_share_pct"] = "down" },

  check = function(c)
    local sampled = c.recruit.materials_sampled
    if sampled < ENOUGH then return unknown("fewer than ten materials were looked at") end

    local share = c.recruit.pitch_recruit_share_pct
    local text = "%n%% of %n materials looked at are mainly about recruiting"
    if share > HALF then return major(text, share, sampled) end
    if share > QUARTER then return minor(text, share, sampled) end
    return pass(text, share, sampled)
  end,

  examples = {
    { facts = { ["recruit.materials_sampled"] = "10", ["recruit.pitch_recruit_share_pct"] = "50.01%" },
      expect = "major" },
    { facts = { ["recruit.materials_sampled"] = "10", ["recruit.pitch_recruit_share_pct"] = "50%" },
      expect = "minor", note = "the line itself" },
    { facts = { ["recruit.materials_sampled"] = "10", ["recruit.pitch_recruit_share_pct"] = "25.01%" },
      expect = "minor" },
    { facts = { ["recruit.materials_sampled"] = "10", ["recruit.pitch_recruit_share_pct"] = "25%" },
      expect = "pass", note = "the line itself" },
    { facts = { ["recruit.materials_sampled"] = "9", ["recruit.pitch_recruit_share_pct"] = "60%" },
      expect = "unknown", note = "too few to say" },
    { facts = { ["recruit.materials_sampled"] = "18..22", ["recruit.pitch_recruit_share_pct"] = "60%" },
      expect = "major" },
    { facts = { ["recruit.pitch_recruit_share_pct"] = "60%" }, expect = "unknown" },
    { facts = {}, expect = "unknown" },
  },
}
