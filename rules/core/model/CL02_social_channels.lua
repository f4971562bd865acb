-- Whether a plan that pays on levels sells through social media. The tactics overlap (B10), but the channel
-- does not change the model: MLM through social channels stays MLM, and posts must disclose the stake [S23].

return {
  title  = "No downline behind its social media channels",
  why    = "A post by somebody who earns on the reader's joining is not the same as a post by a customer.",
  cites  = { "B10", "S23" },
  points = 0,
  worst  = "info",
  facts  = { "model.channel", "plan.levels_paid", "claims.connection_disclosed" },
  ask    = "Do people sell through social media here, and do their posts say that they earn on it?",
  monotone = { ["plan.levels_paid"] = "down" },

  check = function(c)
    local channel = c.model.channel
    if channel == "person_to_person" then return pass("sells person to person, not through social media") end
    if channel == "web_link" then return pass("sells by web link, not through social media") end
    if c.plan.levels_paid == 0 then return pass("sells through social media and pays on no levels") end
    -- Whether posts disclose the stake is said where known; it changes no outcome here (EA12 scores it).
    if not known("claims.connection_disclosed") then
      return info("sells through social media, but pays on levels: stays MLM")
    end
    if c.claims.connection_disclosed then
      return info("sells through social media, stays MLM; posts disclose the stake")
    end
    return info("sells through social media, stays MLM; posts do not disclose the stake")
  end,

  examples = {
    { facts = { ["model.channel"] = "person_to_person" }, expect = "pass" },
    { facts = { ["model.channel"] = "web_link" }, expect = "pass" },
    { facts = { ["model.channel"] = "mixed", ["plan.levels_paid"] = "0" }, expect = "pass" },
    { facts = { ["model.channel"] = "mixed", ["plan.levels_paid"] = "1" }, expect = "info", note = "hybrid" },
    { facts = { ["model.channel"] = "social_media_content", ["plan.levels_paid"] = "3",
                ["claims.connection_disclosed"] = "yes" }, expect = "info" },
    { facts = { ["model.channel"] = "social_media_content", ["plan.levels_paid"] = "3",
                ["claims.connection_disclosed"] = "no" }, expect = "info" },
    { facts = { ["model.channel"] = "mixed", ["plan.levels_paid"] = "refused" }, expect = "info" },
    { facts = { ["model.channel"] = "mixed" }, expect = "unknown" },
    { facts = {}, expect = "unknown" },
  },
}
