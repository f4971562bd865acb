-- Membership of a trade body, whose code binds its members [S26]. It carries no points: a watchdog reported
-- misleading income claims at 98 of 100 firms, mostly members [S70]. Leaving it at info is our judgement.

return {
  title  = "Belongs to a trade body with a code of conduct",
  why    = "A code can give a rep somebody to complain to, but membership alone shows little about conduct.",
  cites  = { "A30", "S26", "S70" },
  points = 0,
  worst  = "info",
  facts  = { "track.trade_body" },
  ask    = "Does the company belong to a trade body, and where can I read the code it has signed?",
  monotone = {},  -- no numeric fact

  check = function(c)
    local body = c.track.trade_body
    if body == "none" then return info("no trade body membership; weak evidence either way") end
    if body == "dsa" then return pass("member of the DSA; weak evidence either way") end
    if body == "wfdsa_affiliate" then
      return pass("member of a WFDSA affiliate; weak evidence either way")
    end
    return pass("member of another trade body; weak evidence either way")
  end,

  examples = {
    { facts = { ["track.trade_body"] = "none" }, expect = "info" },
    { facts = { ["track.trade_body"] = "dsa" }, expect = "pass" },
    { facts = { ["track.trade_body"] = "wfdsa_affiliate" }, expect = "pass" },
    { facts = { ["track.trade_body"] = "other" }, expect = "pass" },
    { facts = {}, expect = "unknown" },
  },
}
