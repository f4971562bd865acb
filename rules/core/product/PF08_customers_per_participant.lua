-- How many customers outside the network are there for each active participant?
-- Marks on the record: about 5 at Neora [S64], about 6.1 in the US industry's own survey [S72].
local ONE   = 1  -- our judgement: fewer customers than participants
local THREE = 3  -- our judgement
local FIVE  = 5  -- about Neora's ratio at trial [S64]; to remark on it up to here: our judgement

return {
  title  = "There are several customers for each participant",
  why    = "Lasting success rests on a base of customers, and each seller needs more than one.",
  cites  = { "A6", "S64", "S72" },
  points = 18,
  worst  = "major",
  facts  = { "product.customers_active", "recruit.active_participants" },
  ask    = "How many people bought last year without joining, and how many people are active in the plan?",
  monotone = { ["product.customers_active"] = "up", ["recruit.active_participants"] = "down" },

  check = function(c)
    local participants = c.recruit.active_participants
    if participants == 0 then return not_applicable("there are no active participants") end

    local customers = c.product.customers_active
    local each = ratio(customers, participants)
    local text = "customers: %n, active participants: %n, ratio: %.3f"
    if each < ONE then return major(text, customers, participants, each) end
    if each < THREE then return minor(text, customers, participants, each) end
    if each <= FIVE then return info(text, customers, participants, each) end
    return pass(text, customers, participants, each)
  end,

  examples = {
    { facts = { ["product.customers_active"] = "999", ["recruit.active_participants"] = "1000" },
      expect = "major" },
    { facts = { ["product.customers_active"] = "1000", ["recruit.active_participants"] = "1000" },
      expect = "minor" },
    { facts = { ["product.customers_active"] = "2999", ["recruit.active_participants"] = "1000" },
      expect = "minor" },
    { facts = { ["product.customers_active"] = "3000", ["recruit.active_participants"] = "1000" },
      expect = "info" },
    { facts = { ["product.customers_active"] = "5000", ["recruit.active_participants"] = "1000" },
      expect = "info" },
    { facts = { ["product.customers_active"] = "5001", ["recruit.active_participants"] = "1000" },
      expect = "pass" },
    { facts = { ["product.customers_active"] = "163000", ["recruit.active_participants"] = "32500" },
      expect = "pass", note = "Neora as at trial [S64]" },
    { facts = { ["product.customers_active"] = "10", ["recruit.active_participants"] = "0" },
      expect = "not_applicable" },
    { facts = { ["product.customers_active"] = "10", ["recruit.active_participants"] = "1" },
      expect = "pass", note = "one step beside: the rule applies" },
    { facts = { ["product.customers_active"] = "5000" }, expect = "unknown" },
    { facts = {}, expect = "unknown" },
  },
}
