-- Is the price in line with what comparable products cost elsewhere?
-- State and SEC advice asks whether products are competitively priced [S17] [S18]; neither gives a figure.
local DOUBLE  = 100  -- our judgement: more than twice the price of the nearest comparable product
local QUARTER = 25   -- our judgement

return {
  title  = "The price is in line with comparable products",
  why    = "Customers come back for good value; a price far above others suggests another reason to buy.",
  cites  = { "A14", "S17", "S18" },
  points = 14,
  worst  = "major",
  facts  = { "product.price_premium_pct" },
  ask    = "Which product in the shops is closest to this one, and what does it cost for the same amount?",
  monotone = { ["product.price_premium_pct"] = "down" },

  check = function(c)
    local more = c.product.price_premium_pct
    if more <= 0 then return pass("the product costs no more than the nearest comparable product") end

    local text = "the product costs %n%% more than the nearest comparable product"
    if more > DOUBLE then return major(text, more) end
    if more > QUARTER then return minor(text, more) end
    return pass(text, more)
  end,

  examples = {
    { facts = { ["product.price_premium_pct"] = "100.01%" }, expect = "major" },
    { facts = { ["product.price_premium_pct"] = "100%" }, expect = "minor", note = "the line itself" },
    { facts = { ["product.price_premium_pct"] = "25.01%" }, expect = "minor" },
    { facts = { ["product.price_premium_pct"] = "25%" }, expect = "pass", note = "the line itself" },
    { facts = { ["product.price_premium_pct"] = "0.01%" }, expect = "pass" },
    { facts = { ["product.price_premium_pct"] = "0%" }, expect = "pass" },
    { facts = { ["product.price_premium_pct"] = "-10%" }, expect = "pass", note = "cheaper than elsewhere" },
    { facts = {}, expect = "unknown" },
  },
}
