-- How many months of typical sales the first stock would last. Industry code and state law speak of what can
-- be sold or used "in a reasonable time" [S26] [S34]; how long that is, is our reading.
local LOADED = 3  -- months, our judgement
local MONTH  = 1  -- months, our judgement

return {
  title  = "The first stock is no more than a month's sales",
  why    = "Stock bought ahead of demand is money the joiner may not see again.",
  cites  = { "A17", "S26", "S34" },
  points = 12,
  worst  = "major",
  facts  = { "cost.purchase_required_to_join", "cost.purchase_to_qualify", "cost.inventory_months" },
  ask    = "How much stock is a new person advised to buy, and how long does it usually take to sell it?",
  fix    = "Start with a small order, or with none, and reorder only what has been sold.",
  monotone = { ["cost.inventory_months"] = "down" },

  check = function(c)
    if not any("cost.purchase_required_to_join", "cost.purchase_to_qualify", "cost.inventory_months") then
      return not_applicable("nothing is bought to join or to qualify")
    end
    local months = c.cost.inventory_months
    local text = "months of typical sales in the first stock: %n"
    if months > LOADED then return major(text, months) end
    if months > MONTH then return minor(text, months) end
    return pass(text, months)
  end,

  examples = {
    { facts = { ["cost.inventory_months"] = "3.01" }, expect = "major" },
    { facts = { ["cost.inventory_months"] = "3" }, expect = "minor", note = "the line itself" },
    { facts = { ["cost.inventory_months"] = "1.01" }, expect = "minor" },
    { facts = { ["cost.inventory_months"] = "1" }, expect = "pass", note = "the line itself" },
    { facts = { ["cost.purchase_to_qualify"] = "yes", ["cost.inventory_months"] = "0" }, expect = "pass" },
    { facts = { ["cost.purchase_to_qualify"] = "yes" }, expect = "unknown" },
    { facts = { ["cost.inventory_months"] = "0" }, expect = "unknown", note = "purchases are not known" },
    { facts = { ["cost.purchase_required_to_join"] = "no", ["cost.purchase_to_qualify"] = "no",
        ["cost.inventory_months"] = "0" }, expect = "not_applicable" },
    { facts = { ["cost.purchase_required_to_join"] = "refused", ["cost.purchase_to_qualify"] = "no",
        ["cost.inventory_months"] = "0" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
