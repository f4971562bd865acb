-- Does joining take more than a kit of sales aids at what it cost the company? Canadian law names a required
-- purchase, other than at cost and only to help sales, as one of its four tests [S43].
return {
  title  = "Nothing must be bought to join but a kit at cost",
  why    = "A purchase nobody can decline earns money for the company from joiners, not from customers.",
  cites  = { "A17", "S43", "S54" },
  points = 12,
  worst  = "major",
  facts  = { "cost.purchase_required_to_join", "cost.kit_at_cost" },
  ask    = "Besides the starter kit, does a new person have to buy any product, and is the kit sold at cost?",
  fix    = "The company could let people join without a product order and sell the kit at cost.",
  monotone = {},

  check = {
    function(c)
      if c.cost.purchase_required_to_join then return major("joining requires buying products") end
      return pass("joining requires no product purchase")
    end,
    function(c)
      if not c.cost.kit_at_cost then return minor("the starter kit is sold above cost") end
      return pass("the starter kit is sold at cost")
    end,
  },

  examples = {
    { facts = { ["cost.purchase_required_to_join"] = "yes" }, expect = "major" },
    { facts = { ["cost.purchase_required_to_join"] = "no", ["cost.kit_at_cost"] = "no" }, expect = "minor" },
    { facts = { ["cost.purchase_required_to_join"] = "no", ["cost.kit_at_cost"] = "yes" }, expect = "pass" },
    { facts = { ["cost.kit_at_cost"] = "no" }, expect = "major..minor" },
    { facts = { ["cost.purchase_required_to_join"] = "no" }, expect = "major..pass" },
    { facts = { ["cost.purchase_required_to_join"] = "no", ["cost.kit_at_cost"] = "n/a" }, expect = "pass",
      note = "there is no kit" },
    { facts = { ["cost.purchase_required_to_join"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
