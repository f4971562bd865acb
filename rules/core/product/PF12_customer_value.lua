-- Do customers reorder, has anyone but the company vouched for the quality, and can goods be sent back?
-- Three tests, one for each; the articles ask for loyal customers and for quality.
local REPEAT_SHARE = 30  -- our judgement
local RETURN_DAYS  = 14  -- our judgement, between 3 business days in the US [S30] and 30 days in China [S53]

return {
  title  = "Customers come back to a tested product they can return",
  why    = "Customers who are free to send a product back and still reorder are the best sign of its value.",
  cites  = { "A3", "A6", "A14", "A36", "S30", "S53" },
  points = 8,
  worst  = "minor",
  facts  = { "product.customer_repeat_pct", "product.quality_evidence", "product.return_days" },
  ask    = "How many customers reorder within a year, who tested the product, how long can it be returned?",
  monotone = { ["product.customer_repeat_pct"] = "up", ["product.return_days"] = "up" },

  check = {
    function(c)
      local share = c.product.customer_repeat_pct
      local text = "%n%% of customers order again within 12 months"
      if share < REPEAT_SHARE then return minor(text, share) end
      return pass(text, share)
    end,

    function(c)
      local evidence = c.product.quality_evidence
      if evidence == "none" then return minor("there is no evidence of quality") end
      if evidence == "company_only" then return minor("only the company itself vouches for quality") end
      if evidence == "customer_reviews" then return pass("customers' reviews speak of the quality") end
      return pass("quality is shown by independent tests")
    end,

    function(c)
      local days = c.product.return_days
      local text = "days in which a customer may return the product: %n"
      if days < RETURN_DAYS then return minor(text, days) end
      return pass(text, days)
    end,
  },

  examples = {
    { facts = { ["product.customer_repeat_pct"] = "30%", ["product.quality_evidence"] = "customer_reviews",
                ["product.return_days"] = "14 days" }, expect = "pass", note = "on both lines" },
    { facts = { ["product.customer_repeat_pct"] = "29.99%", ["product.quality_evidence"] = "customer_reviews",
                ["product.return_days"] = "30 days" }, expect = "minor" },
    { facts = { ["product.customer_repeat_pct"] = "60%", ["product.quality_evidence"] = "independent_tests",
                ["product.return_days"] = "13 days" }, expect = "minor" },
    { facts = { ["product.quality_evidence"] = "company_only" }, expect = "minor" },
    { facts = { ["product.quality_evidence"] = "none" }, expect = "minor" },
    { facts = { ["product.quality_evidence"] = "independent_tests" },
      expect = "minor..pass", note = "two tests open" },
    { facts = { ["product.return_days"] = "refused" }, expect = "minor" },
    { facts = {}, expect = "unknown" },
  },
}
