-- Is anything paid for the act of enrolling someone, as distinct from a commission on what customers buy?
-- Koscot [S01], Canada s.55.1(1)(a) [S43] and the Vemma order [S60] name it; Amway was found not to do it
-- [S56]. Article B calls it usual (B23). The words, not the outcome, grow where people also pay to join and
-- several levels are paid: in Antler's model that pair pays off only with people who misjudge it [S75].
local SEVERAL = 2  -- "multi-level" [S75]; that this means two or more is our judgement

-- Read as c.cost..., not by any(): a range that begins at 0 must not leave open what is sure without it.
local function is_paid(c, key) return known("cost." .. key) and c.cost[key] > 0 end

return {
  title  = "Nothing is paid for enrolling people",
  why    = "A reward for enrolling is paid whether or not a customer ever buys anything.",
  cites  = { "A11", "B2", "B23", "S01", "S43", "S60", "S56", "S75" },
  points = 36,
  worst  = "critical",
  facts  = { "recruit.pays_for_enrollment", "cost.join_fee", "cost.starter_kit", "plan.levels_paid" },
  ask    = "If I bring in someone new, is anyone paid for that before a customer has bought anything?",
  fix    = "The company can end all rewards for enrolling, on starter packs too, and pay on customer sales.",
  -- These change the words only; the outcome is the same for every amount.
  monotone = { ["cost.join_fee"] = "down", ["cost.starter_kit"] = "down", ["plan.levels_paid"] = "down" },

  check = function(c)
    if not c.recruit.pays_for_enrollment then return pass("nothing is paid for enrolling people") end

    local fee_or_kit = is_paid(c, "join_fee") or is_paid(c, "starter_kit")
    if fee_or_kit and known("plan.levels_paid") and c.plan.levels_paid >= SEVERAL then
      return critical("enrolling is rewarded, joining costs money, several levels are paid")
    end
    return critical("a reward is paid for enrolling people")
  end,

  examples = {
    { facts = { ["recruit.pays_for_enrollment"] = "no", ["cost.join_fee"] = "99 USD" }, expect = "pass" },
    { facts = { ["recruit.pays_for_enrollment"] = "yes" }, expect = "critical" },
    { facts = { ["recruit.pays_for_enrollment"] = "yes", ["cost.join_fee"] = "0.01 USD",
                ["plan.levels_paid"] = "2" },
      expect = "critical", note = "the longer text, on its line" },
    { facts = { ["recruit.pays_for_enrollment"] = "yes", ["cost.starter_kit"] = "99 USD",
                ["plan.levels_paid"] = "1" },
      expect = "critical", note = "one level: the short text" },
    { facts = { ["recruit.pays_for_enrollment"] = "yes", ["cost.join_fee"] = "0 USD",
                ["cost.starter_kit"] = "0 USD", ["plan.levels_paid"] = "5" },
      expect = "critical", note = "joining is free: the short text" },
    { facts = { ["recruit.pays_for_enrollment"] = "yes", ["cost.join_fee"] = "0..99 USD",
                ["cost.starter_kit"] = "0..49 USD", ["plan.levels_paid"] = "1..5" },
      expect = "critical", note = "a text at one end, another at the other" },
    { facts = { ["recruit.pays_for_enrollment"] = "refused" }, expect = "major" },
    { facts = { ["cost.join_fee"] = "99 USD", ["plan.levels_paid"] = "5" }, expect = "unknown" },
    { facts = {}, expect = "unknown" },
  },
}
