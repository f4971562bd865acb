-- Whether the company or the people who run it are under a court or agency order, or a ban, today.
-- Severity: our judgement, after the Vemma order [S60] and the AdvoCare ban [S61].

return {
  title  = "No order or ban is in force against it",
  why    = "An order in force limits what the company may do, and so what it can promise a newcomer.",
  cites  = { "A30", "A34", "S60", "S61" },
  points = 22,
  worst  = "critical",
  facts  = { "track.active_order_or_ban" },
  ask    = "Is the company, or anyone who runs it, under a court or agency order or a ban at present?",
  fix    = "Read the order itself: it says what the company must do and until when.",
  monotone = {},  -- no numeric fact

  check = function(c)
    if c.track.active_order_or_ban then
      return critical("an order or ban against the company or its principals is in force")
    end
    return pass("no order or ban is in force")
  end,

  examples = {
    { facts = { ["track.active_order_or_ban"] = "yes" }, expect = "critical" },
    { facts = { ["track.active_order_or_ban"] = "no" }, expect = "pass" },
    { facts = { ["track.active_order_or_ban"] = "refused" }, expect = "unknown" },
    { facts = {}, expect = "unknown" },
  },
}
