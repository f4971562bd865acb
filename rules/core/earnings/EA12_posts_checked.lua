-- Does the company watch what its sellers post, and do they disclose their stake? Monitoring is asked for by
-- the FTC [S91] and the self-regulator [S86], disclosure by the Endorsement Guides [S23]; a watchdog reports
-- misleading income claims at 98 of 100 companies [S70]. The numbers are our judgement.
local MANY   = 10  -- percent of the posts sampled, our judgement
local ENOUGH = 20  -- posts, our judgement

return {
  title  = "Sellers' posts are checked and disclose their stake",
  why    = "Most people meet a company through what its sellers post, not through its contract.",
  cites  = { "A34", "S91", "S23", "S86", "S70" },
  points = 12,
  worst  = "major",
  facts  = { "claims.compliance", "claims.connection_disclosed", "claims.sample_n",
             "claims.sample_violations" },
  ask    = "Who checks what sellers post about income and products, and what happens when a post is wrong?",
  fix    = "The company could sample posts every month and act on what it finds.",
  monotone = {
    ["claims.sample_n"] = { none = "reaching 20 posts may show a problem, more posts dilute it" },
    ["claims.sample_violations"] = "down",
  },

  check = {
    function(c)
      local level = c.claims.compliance
      if level == "none" then return major("nobody checks what sellers claim") end
      if level == "policy_only" then return minor("there is a policy for claims, but no checking") end
      return pass("what sellers claim is checked")
    end,
    function(c)
      if not c.claims.connection_disclosed then return major("sellers' posts do not disclose their stake") end
      return pass("sellers' posts disclose their stake")
    end,
    function(c)
      local posts = c.claims.sample_n
      if posts < ENOUGH then return unknown("too few posts were sampled") end
      local bad = c.claims.sample_violations
      local bad_share, most = 100 * bad, MANY * posts  -- bad/posts against MANY/100, without dividing
      local text = "%n of %n sampled posts break the claims rules"
      if bad_share >= most then return major(text, bad, posts) end
      return pass(text, bad, posts)
    end,
  },

  examples = {
    { facts = { ["claims.compliance"] = "none" }, expect = "major" },
    { facts = { ["claims.connection_disclosed"] = "no" }, expect = "major" },
    { facts = { ["claims.sample_n"] = "20", ["claims.sample_violations"] = "2" }, expect = "major" },
    { facts = { ["claims.sample_n"] = "20", ["claims.sample_violations"] = "1" }, expect = "major..pass" },
    { facts = { ["claims.sample_n"] = "21", ["claims.sample_violations"] = "2" }, expect = "major..pass" },
    { facts = { ["claims.sample_n"] = "19", ["claims.sample_violations"] = "19" }, expect = "unknown" },
    { facts = { ["claims.compliance"] = "policy_only", ["claims.connection_disclosed"] = "yes",
        ["claims.sample_n"] = "40", ["claims.sample_violations"] = "3" }, expect = "minor" },
    { facts = { ["claims.compliance"] = "monitored", ["claims.connection_disclosed"] = "yes",
        ["claims.sample_n"] = "40", ["claims.sample_violations"] = "3" }, expect = "pass" },
    { facts = { ["claims.compliance"] = "monitored", ["claims.connection_disclosed"] = "yes",
        ["claims.sample_n"] = "19", ["claims.sample_violations"] = "0" },
      expect = "major..pass", note = "too small a sample leaves it open" },
    { facts = { ["claims.compliance"] = "enforced" }, expect = "major..pass" },
    { facts = {}, expect = "unknown" },
  },
}
