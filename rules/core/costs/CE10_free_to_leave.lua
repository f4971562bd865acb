-- May people who leave speak about it and work for someone else? The FTC asked in 2025 whether contracts that
-- forbid critical words should be banned [S21]; the answer is open, the severities are our judgement.
local LONG = 6  -- months, our judgement

return {
  title  = "People who leave may speak and work freely",
  why    = "Where former members may not speak, nobody hears how it went for them.",
  cites  = { "A33", "S21" },
  points = 10,
  worst  = "major",
  facts  = { "exit.gag_clause", "exit.noncompete_months" },
  ask    = "After leaving, may I speak openly about my experience, and may I join a competitor right away?",
  fix    = "The company could strike the clause from its contract.",
  monotone = { ["exit.noncompete_months"] = "down" },

  check = {
    function(c)
      if c.exit.gag_clause then return major("the contract forbids critical words about the company") end
      return pass("the contract lets people speak about the company")
    end,
    function(c)
      local months = c.exit.noncompete_months
      local text = "months in which work for a competitor is barred: %n"
      if months == 0 then return pass("work for a competitor is not barred") end
      if months > LONG then return minor(text, months) end
      return pass(text, months)
    end,
  },

  examples = {
    { facts = { ["exit.gag_clause"] = "yes" }, expect = "major" },
    { facts = { ["exit.gag_clause"] = "no", ["exit.noncompete_months"] = "7" }, expect = "minor" },
    { facts = { ["exit.gag_clause"] = "no", ["exit.noncompete_months"] = "6" }, expect = "pass",
      note = "the line itself" },
    { facts = { ["exit.gag_clause"] = "no", ["exit.noncompete_months"] = "0" }, expect = "pass",
      note = "not barred at all" },
    { facts = { ["exit.noncompete_months"] = "7" }, expect = "major..minor" },
    { facts = { ["exit.gag_clause"] = "no" }, expect = "major..pass" },
    { facts = { ["exit.gag_clause"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
