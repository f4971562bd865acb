-- Does anybody check that sales to customers took place?
-- "Tracked and verified" is the wording of the Herbalife order [S59]; in Omnitrition the court doubted
-- safeguards that were not shown to work [S57]. How severe each step is, is our judgement.

return {
  title  = "Sales to customers are checked",
  why    = "A sale that nobody checks may be a participant's own purchase under another name.",
  cites  = { "A13", "S59", "S57" },
  points = 16,
  worst  = "major",
  facts  = { "product.sales_verification" },
  ask    = "How does the company check that products were sold to customers: by records, receipts, or not?",
  fix    = "The company can record each customer sale, or collect receipts and check a sample of them.",
  monotone = {},

  check = function(c)
    local way = c.product.sales_verification
    if way == "none" then return major("sales to customers are not checked") end
    if way == "self_reported" then return minor("sales to customers are only reported by the sellers") end
    if way == "receipts_sampled" then return pass("receipts of customer sales are checked by sample") end
    return pass("sales to customers are tracked and verified")
  end,

  examples = {
    { facts = { ["product.sales_verification"] = "tracked_verified" }, expect = "pass" },
    { facts = { ["product.sales_verification"] = "receipts_sampled" }, expect = "pass" },
    { facts = { ["product.sales_verification"] = "self_reported" }, expect = "minor" },
    { facts = { ["product.sales_verification"] = "none" }, expect = "major" },
    { facts = { ["product.sales_verification"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
