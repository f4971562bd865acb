-- Who owns the product, sets the price, decides on the brand and owns the accounts. Article B: distributors
-- control little of it (B19, B20), social media marketers much (B21, B22). Neither is better: no points.

local function product(c)
  local owner = c.model.product_owner
  if owner == "parent_company" then return info("the parent company owns the product") end
  if owner == "client" then return info("the client owns the product") end
  return pass("the seller owns the product")
end

local function control(level, what)
  if level == "none" then return info("the seller does not control the %s", what) end
  if level == "limited" then return info("the seller has limited control of the %s", what) end
  return pass("the seller controls the %s", what)
end

local function price(c) return control(c.model.pricing_control, "price") end

local function brand(c) return control(c.model.brand_control, "brand") end

local function accounts(c)
  if not c.model.owns_accounts then return info("the seller does not own the accounts") end
  return pass("the seller owns the accounts")
end

return {
  title  = "The seller controls product, price and brand",
  why    = "Whoever controls the price, the brand and the accounts decides what the seller's work is worth.",
  cites  = { "B19", "B20", "B21", "B22" },
  points = 0,
  worst  = "info",
  facts  = { "model.product_owner", "model.pricing_control", "model.brand_control", "model.owns_accounts" },
  ask    = "Who sets the prices, who decides on the brand, and who owns the accounts I would post from?",
  monotone = {},  -- no numeric fact

  check = { product, price, brand, accounts },

  examples = {
    { facts = { ["model.product_owner"] = "self", ["model.pricing_control"] = "full",
                ["model.brand_control"] = "full", ["model.owns_accounts"] = "yes" }, expect = "pass" },
    { facts = { ["model.product_owner"] = "parent_company", ["model.pricing_control"] = "none",
                ["model.brand_control"] = "limited", ["model.owns_accounts"] = "no" }, expect = "info" },
    { facts = { ["model.product_owner"] = "parent_company" }, expect = "info" },
    { facts = { ["model.product_owner"] = "client" }, expect = "info" },
    { facts = { ["model.brand_control"] = "none" }, expect = "info" },
    { facts = { ["model.pricing_control"] = "limited" }, expect = "info" },
    { facts = {}, expect = "unknown" },
  },
}
