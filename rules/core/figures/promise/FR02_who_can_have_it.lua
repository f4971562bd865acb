-- The largest share of members that can have the promised people below them: over so many levels the average member
-- has no more people than there are levels, in any network (arithmetic.md 4.2, B3).
local TOO_MANY = 1e10  -- people: more than live on earth

return {
  title = "Who can have it",
  why   = "What one member has below, somebody else does not have: all of them together have one recruiter each.",
  cites = { "A11", "A27", "S82" },
  label = "exact",
  unit  = "one in",
  facts = { "sustain.promised_width", "sustain.promised_depth" },
  monotone = { ["sustain.promised_width"] = "up",
    ["sustain.promised_depth"] = { none = "a level more adds people, and one to the average" } },

  compute = function(c)
    local width, depth = c.sustain.promised_width, c.sustain.promised_depth
    if width ^ depth > TOO_MANY then return not_applicable() end
    local people = positions { width = width, depth = depth }
    local _, one_in = bound_downline { levels = depth, people = people }
    if one_in == 1 then return not_applicable() end
    return value(one_in, "members, at most: over %n levels the average member has at most %n people below, in any "
                 .. "network, at any time", depth, depth)
  end,

  examples = {
    { facts = { ["sustain.promised_width"] = "5", ["sustain.promised_depth"] = "5" },
      expect = "781", note = "arithmetic.md 4.2" },
    { facts = { ["sustain.promised_width"] = "3", ["sustain.promised_depth"] = "7" }, expect = "468" },
    { facts = { ["sustain.promised_width"] = "1", ["sustain.promised_depth"] = "7" }, expect = "not_applicable" },
    { facts = { ["sustain.promised_width"] = "99", ["sustain.promised_depth"] = "99" }, expect = "not_applicable" },
    { facts = { ["sustain.promised_width"] = "5..6", ["sustain.promised_depth"] = "5" }, expect = "781..1866" },
    { facts = { ["sustain.promised_width"] = "10", ["sustain.promised_depth"] = "10" }, expect = "1111111111",
      note = "the line itself" },
    { facts = {}, expect = "unknown" },
  },
}
