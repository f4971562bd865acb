-- Whether an outsider can follow the plan: how many kinds of bonus it has, and how many terms it leaves
-- undefined. A "complex commission structure" is one of seven hallmarks the SEC lists [S18].
local MANY_BONUSES   = 8  -- kinds of bonus; the number is our judgement
local SOME_BONUSES   = 4  -- kinds of bonus; the number is our judgement
local MANY_UNDEFINED = 3  -- terms used but not defined; the number is our judgement

local function bonuses(c)
  local kinds = c.plan.bonus_types
  if kinds > MANY_BONUSES then return major("kinds of bonus in the plan: %d", kinds) end
  if kinds > SOME_BONUSES then return minor("kinds of bonus in the plan: %d", kinds) end
  return pass("kinds of bonus in the plan: %d", kinds)
end

local function undefined_terms(c)
  local terms = c.plan.undefined_terms
  if terms > MANY_UNDEFINED then return major("terms the plan uses but does not define: %d", terms) end
  if terms > 0 then return minor("terms the plan uses but does not define: %d", terms) end
  return pass("the plan defines the terms it uses")
end

return {
  title  = "The plan is simple and defines its terms",
  why    = "Whoever cannot work out the pay from the plan cannot check whether it was paid in full.",
  cites  = { "A31", "S18" },
  points = 11,
  worst  = "major",
  facts  = { "plan.bonus_types", "plan.undefined_terms" },
  ask    = "How many kinds of commission and bonus are there, and where are the plan's terms explained?",
  fix    = "The company could add a page that explains every term, and drop bonuses few people reach.",
  monotone = { ["plan.bonus_types"] = "down", ["plan.undefined_terms"] = "down" },

  check = { bonuses, undefined_terms },

  examples = {
    { facts = { ["plan.bonus_types"] = "9" }, expect = "major", note = "whatever the terms" },
    { facts = { ["plan.bonus_types"] = "8", ["plan.undefined_terms"] = "0" }, expect = "minor" },
    { facts = { ["plan.bonus_types"] = "5", ["plan.undefined_terms"] = "0" }, expect = "minor" },
    { facts = { ["plan.bonus_types"] = "4", ["plan.undefined_terms"] = "0" }, expect = "pass" },
    { facts = { ["plan.bonus_types"] = "4", ["plan.undefined_terms"] = "1" }, expect = "minor" },
    { facts = { ["plan.bonus_types"] = "4", ["plan.undefined_terms"] = "3" }, expect = "minor" },
    { facts = { ["plan.bonus_types"] = "4", ["plan.undefined_terms"] = "4" }, expect = "major" },
    { facts = { ["plan.bonus_types"] = "4" }, expect = "major..pass" },
    { facts = { ["plan.undefined_terms"] = "2" }, expect = "major..minor" },
    { facts = {}, expect = "unknown" },
  },
}
