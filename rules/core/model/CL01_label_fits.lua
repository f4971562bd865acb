-- Whether the name the company gives itself fits how it pays. The two articles use the names differently, so
-- a label may fit one and not the other: both are said. No points, and the label never decides the class.
--
--   label               article A (A1, A10, A23)      article B (B1)
--   network marketing   own sales only: 0 levels      the same as MLM: 1 level or more
--   MLM                 recruits' sales too: 1+       1 level or more
--   referral            not used                      the same as MLM: 1 level or more
--   direct selling      for regulators MLM is one form of it, so it fits with and without levels [S02]

return {
  title  = "Its own label fits how it pays",
  why    = "The same word is used for different ways of paying, so a label alone tells a newcomer little.",
  cites  = { "A1", "A10", "A23", "B1", "S02" },
  points = 0,
  worst  = "info",
  facts  = { "company.self_label", "plan.levels_paid" },
  ask    = "What does the company call its way of selling, and does it pay on the sales of recruits?",
  monotone = { ["plan.levels_paid"] = "up" },  -- "MLM" and "referral" fit from one level on

  check = function(c)
    local label = c.company.self_label
    if label == "direct_selling" then return pass("'direct selling' fits with and without levels") end

    if label == "network_marketing" then
      if c.plan.levels_paid == 0 then
        return info("pays on no levels: 'network marketing' fits article A, not article B")
      end
      return info("pays on levels: 'network marketing' fits article B, not article A")
    end

    if label == "mlm" then
      if c.plan.levels_paid == 0 then return info("pays on no levels: 'MLM' fits neither article") end
      return pass("pays on levels: 'MLM' fits both articles")
    end

    if label == "referral" then
      if c.plan.levels_paid == 0 then
        return info("pays on no levels: 'referral' does not fit article B; A does not use it")
      end
      return pass("pays on levels: 'referral' fits article B; A does not use it")
    end

    return info("neither article ties the label '%s' to a number of levels", label)
  end,

  examples = {
    { facts = { ["company.self_label"] = "network_marketing", ["plan.levels_paid"] = "0" }, expect = "info" },
    { facts = { ["company.self_label"] = "network_marketing", ["plan.levels_paid"] = "1" }, expect = "info" },
    { facts = { ["company.self_label"] = "mlm", ["plan.levels_paid"] = "0" }, expect = "info" },
    { facts = { ["company.self_label"] = "mlm", ["plan.levels_paid"] = "1" }, expect = "pass" },
    { facts = { ["company.self_label"] = "referral", ["plan.levels_paid"] = "0" }, expect = "info" },
    { facts = { ["company.self_label"] = "referral", ["plan.levels_paid"] = "1" }, expect = "pass" },
    { facts = { ["company.self_label"] = "direct_selling" }, expect = "pass" },
    { facts = { ["company.self_label"] = "franchise" }, expect = "info" },
    { facts = { ["company.self_label"] = "mlm", ["plan.levels_paid"] = "refused" }, expect = "info" },
    { facts = { ["company.self_label"] = "network_marketing" }, expect = "unknown" },
    { facts = { ["company.self_label"] = "mlm" }, expect = "unknown" },
    { facts = {}, expect = "unknown" },
  },
}
