-- What share of all sales ends with somebody who uses the product: outside customers and participants' own
-- plausible use together? The Herbalife order counts own use as well, within limits [S59].
local HALF        = 50   -- our judgement
local SEVENTY     = 70   -- Amway's own rule of 1979 [S56], there for each seller and month
local FOUR_FIFTHS = 80   -- Herbalife order of 2016 [S59]; it binds only that company
local ALL         = 100

return {
  title  = "Sales end with people who use the product",
  why    = "Goods that nobody uses pile up with participants, who have paid for them.",
  cites  = { "A6", "A13", "S59", "S56" },
  points = 25,
  worst  = "critical",
  facts  = { "product.external_sales_pct", "product.own_use_pct" },
  ask    = "Of all sales last year, what share went to outside customers, and what to sellers' own use?",
  monotone = { ["product.external_sales_pct"] = "up", ["product.own_use_pct"] = "up" },

  check = function(c)
    local outside = c.product.external_sales_pct
    -- Own use that is not known still lies between nothing and all that outside customers leave.
    local used = sum(outside, between("product.own_use_pct", 0, diff(ALL, outside)))
    local text = "%n%% of sales go to outside customers or to own use"
    if used < HALF then return critical(text, used) end
    if used < SEVENTY then return major(text, used) end
    if used < FOUR_FIFTHS then return minor(text, used) end
    return pass(text, used)
  end,

  examples = {
    { facts = { ["product.external_sales_pct"] = "9.99%", ["product.own_use_pct"] = "40%" },
      expect = "critical" },
    { facts = { ["product.external_sales_pct"] = "10%", ["product.own_use_pct"] = "40%" }, expect = "major" },
    { facts = { ["product.external_sales_pct"] = "30%", ["product.own_use_pct"] = "39.99%" },
      expect = "major" },
    { facts = { ["product.external_sales_pct"] = "30%", ["product.own_use_pct"] = "40%" }, expect = "minor" },
    { facts = { ["product.external_sales_pct"] = "53.33%", ["product.own_use_pct"] = "26.66%" },
      expect = "minor" },
    { facts = { ["product.external_sales_pct"] = "53.33%", ["product.own_use_pct"] = "26.67%" },
      expect = "pass",
      note = "as the Herbalife order asks: exactly on the line" },
    { facts = { ["product.external_sales_pct"] = "80%" },
      expect = "pass", note = "own use cannot change it" },
    { facts = { ["product.external_sales_pct"] = "100%" }, expect = "pass", note = "nothing is left for own use" },
    { facts = { ["product.external_sales_pct"] = "79.99%" }, expect = "minor..pass", note = "own use decides" },
    { facts = { ["product.external_sales_pct"] = "20%" }, expect = "critical..pass" },
    { facts = { ["product.own_use_pct"] = "40%" }, expect = "unknown" },
    { facts = { ["product.external_sales_pct"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
