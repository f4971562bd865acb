-- No law asks for an inventory; without one it is hard to say at the end what was damaged before [L13].
-- The severities are our judgement.

return {
  title  = "Both sides agree on the state of the home",
  why    = "What is written and pictured at the start decides what comes off the deposit at the end.",
  cites  = { "L13" },
  points = 4,
  worst  = "major",
  facts  = { "terms.inventory" },
  ask    = "Will there be an inventory with the condition of things that both of us agree on?",
  fix    = "Take dated pictures of every room on the first day and send them to the landlord.",
  monotone = {},

  check = function(c)
    local kind = c.terms.inventory
    if kind == "none" then return major("there is no inventory") end
    if kind == "list" then return minor("the inventory lists things without their condition") end
    return pass("the inventory and the condition of things are agreed")
  end,

  examples = {
    { facts = { ["terms.inventory"] = "none" }, expect = "major" },
    { facts = { ["terms.inventory"] = "list" }, expect = "minor" },
    { facts = { ["terms.inventory"] = "agreed" }, expect = "pass" },
    { facts = {}, expect = "unknown" },
  },
}
