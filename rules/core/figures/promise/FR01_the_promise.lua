-- "Five who get five, five levels deep": how many people that is, and who can have them. Everybody but the founder has
-- exactly one recruiter (arithmetic.md 4.2, B3), so it holds in any network, at any time.
local TOO_MANY = 1e10  -- people: more than live on earth

return {
  title = "The promise",
  why   = "A promise of many below each is one that almost nobody can be kept.",
  cites = { "A11", "A27", "S82" },
  label = "exact",
  unit  = "people",
  facts = { "sustain.promised_width", "sustain.promised_depth" },
  monotone = { ["sustain.promised_width"] = "up", ["sustain.promised_depth"] = "up" },

  compute = function(c)
    local width, depth = c.sustain.promised_width, c.sustain.promised_depth
    if width ^ depth > TOO_MANY then
      return not_applicable("%n who each get %n, %n levels deep, are more people than there are", width, width, depth)
    end
    return value(positions { width = width, depth = depth },
                 "below you, if %n each get %n, %n levels deep", width, width, depth)
  end,

  examples = {
    { facts = { ["sustain.promised_width"] = "5", ["sustain.promised_depth"] = "5" },
      expect = "3905", note = "arithmetic.md 4.2" },
    { facts = { ["sustain.promised_width"] = "3", ["sustain.promised_depth"] = "7" }, expect = "3279" },
    { facts = { ["sustain.promised_width"] = "2..3", ["sustain.promised_depth"] = "3" }, expect = "14..39" },
    { facts = { ["sustain.promised_width"] = "99", ["sustain.promised_depth"] = "99" }, expect = "not_applicable" },
    { facts = { ["sustain.promised_width"] = "10", ["sustain.promised_depth"] = "10" }, expect = "11111111110",
      note = "the line itself" },
    { facts = {}, expect = "unknown" },
  },
}
