-- Is unsold stock taken back, at what share of its price, and how old may it be? Without a buy-back the whole
-- risk of unsold goods stays with the participant; Canadian law makes its absence one of its tests [S43].
local FULL  = 90  -- percent of the net cost: DSA code and state laws [S26] [S32] [S33]
local YEAR  = 12  -- months: the same [S26] [S32] [S33]
local SHORT = 3   -- months: 90 days in the UK rules [S37]

local function nothing_bought()
  return not any("cost.purchase_required_to_join", "cost.purchase_to_qualify", "cost.inventory_months")
end

return {
  title  = "Unsold stock is bought back for a year, at 90 percent",
  why    = "A buy-back puts the risk of unsold goods on the company that asked people to buy them.",
  cites  = { "A34", "S26", "S32", "S33", "S37", "S43" },
  points = 18,
  worst  = "critical",
  facts  = { "cost.purchase_required_to_join", "cost.purchase_to_qualify", "cost.inventory_months",
             "exit.buyback_pct", "exit.buyback_months" },
  ask    = "If I stop, what share of the price do I get back for unsold stock, and how old may it be?",
  fix    = "The company could take back unsold stock of the last 12 months at 90 % of its cost.",
  monotone = { ["cost.inventory_months"] = "down", ["exit.buyback_pct"] = "up",
               ["exit.buyback_months"] = "up" },

  check = {
    function(c)
      if nothing_bought() then return not_applicable("nothing is bought to join or to qualify") end
      local share = c.exit.buyback_pct
      if share == 0 then return critical("unsold stock is not bought back") end
      if share < FULL then return major("unsold stock is bought back at %n%% of its cost", share) end
      return pass("unsold stock is bought back at %n%% of its cost", share)
    end,
    function(c)
      if nothing_bought() then return not_applicable("nothing is bought to join or to qualify") end
      local months = c.exit.buyback_months
      local text = "months after purchase in which stock is bought back: %n"
      if months == 0 then return critical("unsold stock is not bought back") end
      if months < SHORT then return major(text, months) end
      if months < YEAR then return minor(text, months) end
      return pass(text, months)
    end,
  },

  examples = {
    { facts = { ["cost.purchase_to_qualify"] = "yes", ["exit.buyback_pct"] = "0%" }, expect = "critical" },
    { facts = { ["cost.purchase_to_qualify"] = "yes", ["exit.buyback_months"] = "0" }, expect = "critical" },
    { facts = { ["cost.purchase_to_qualify"] = "yes", ["exit.buyback_pct"] = "0.01%",
        ["exit.buyback_months"] = "12" }, expect = "major" },
    { facts = { ["cost.purchase_to_qualify"] = "yes", ["exit.buyback_pct"] = "89.99%",
        ["exit.buyback_months"] = "12" }, expect = "major" },
    { facts = { ["cost.purchase_to_qualify"] = "yes", ["exit.buyback_pct"] = "90%",
        ["exit.buyback_months"] = "12" }, expect = "pass", note = "both on the line" },
    { facts = { ["cost.inventory_months"] = "2", ["exit.buyback_pct"] = "90%",
        ["exit.buyback_months"] = "11" }, expect = "minor" },
    { facts = { ["cost.inventory_months"] = "2", ["exit.buyback_pct"] = "90%",
        ["exit.buyback_months"] = "3" }, expect = "minor", note = "on the line of 90 days" },
    { facts = { ["cost.inventory_months"] = "2", ["exit.buyback_pct"] = "90%",
        ["exit.buyback_months"] = "2" }, expect = "major" },
    { facts = { ["cost.inventory_months"] = "2", ["exit.buyback_months"] = "1" },
      expect = "critical..major" },
    { facts = { ["cost.purchase_to_qualify"] = "yes", ["exit.buyback_pct"] = "90%" },
      expect = "critical..pass" },
    { facts = { ["cost.purchase_to_qualify"] = "yes", ["exit.buyback_pct"] = "refused",
        ["exit.buyback_months"] = "12" }, expect = "major" },
    { facts = { ["cost.purchase_required_to_join"] = "no", ["cost.purchase_to_qualify"] = "no",
        ["cost.inventory_months"] = "0", ["exit.buyback_pct"] = "0%" }, expect = "not_applicable" },
    { facts = { ["exit.buyback_pct"] = "0%" }, expect = "unknown", note = "perhaps nothing is bought" },
    { facts = {}, expect = "unknown" },
  },
}
