-- Is the buy-back written down and shown before joining, and how much is taken off? The industry code wants
-- it explained in writing [S26]; California's consumer advice warns of large restocking fees [S16].
local LARGE = 25  -- percent, our judgement
local SMALL = 10  -- percent: what is left of the cost after a 90 % refund [S26] [S33]

local function nothing_bought()
  return not any("cost.purchase_required_to_join", "cost.purchase_to_qualify", "cost.inventory_months")
end

return {
  title  = "The buy-back is in writing, with a small fee at most",
  why    = "A refund that is not written down, or is eaten up by fees, may not be there when it is needed.",
  cites  = { "A31", "S26", "S33", "S16" },
  points = 12,
  worst  = "major",
  facts  = { "cost.purchase_required_to_join", "cost.purchase_to_qualify", "cost.inventory_months",
             "exit.buyback_written", "exit.restocking_fee_pct" },
  ask    = "May I see the buy-back terms in writing before I join, with everything that would be deducted?",
  fix    = "The company could put the terms in the contract and deduct no more than 10 %.",
  monotone = { ["cost.inventory_months"] = "down", ["exit.restocking_fee_pct"] = "down" },

  check = {
    function(c)
      if nothing_bought() then return not_applicable("nothing is bought to join or to qualify") end
      if not c.exit.buyback_written then return major("the buy-back is not shown in writing beforehand") end
      return pass("the buy-back is shown in writing before joining")
    end,
    function(c)
      if nothing_bought() then return not_applicable("nothing is bought to join or to qualify") end
      local fee = c.exit.restocking_fee_pct
      local text = "%n%% is deducted from a refund"
      if fee > LARGE then return major(text, fee) end
      if fee > SMALL then return minor(text, fee) end
      return pass(text, fee)
    end,
  },

  examples = {
    { facts = { ["cost.purchase_to_qualify"] = "yes", ["exit.buyback_written"] = "no" }, expect = "major" },
    { facts = { ["cost.inventory_months"] = "1", ["exit.restocking_fee_pct"] = "25.01%" }, expect = "major" },
    { facts = { ["cost.inventory_months"] = "1", ["exit.restocking_fee_pct"] = "25%",
        ["exit.buyback_written"] = "yes" }, expect = "minor", note = "the line itself" },
    { facts = { ["cost.inventory_months"] = "1", ["exit.restocking_fee_pct"] = "10.01%",
        ["exit.buyback_written"] = "yes" }, expect = "minor" },
    { facts = { ["cost.inventory_months"] = "1", ["exit.restocking_fee_pct"] = "10%",
        ["exit.buyback_written"] = "yes" }, expect = "pass", note = "the line itself" },
    { facts = { ["cost.purchase_required_to_join"] = "yes", ["exit.restocking_fee_pct"] = "12%" },
      expect = "major..minor" },
    { facts = { ["cost.purchase_required_to_join"] = "yes", ["exit.buyback_written"] = "yes" },
      expect = "major..pass" },
    { facts = { ["cost.purchase_to_qualify"] = "yes", ["exit.restocking_fee_pct"] = "refused" },
      expect = "major" },
    { facts = { ["cost.purchase_required_to_join"] = "no", ["cost.purchase_to_qualify"] = "no",
        ["cost.inventory_months"] = "0", ["exit.buyback_written"] = "no" }, expect = "not_applicable" },
    { facts = {}, expect = "unknown" },
  },
}
