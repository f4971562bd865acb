-- Is there a real thing to buy, and is it bought for use rather than in the hope of a gain?
-- Both are yes/no tests of the SEC's first hallmark [S18]; how severe each is, is our judgement.

return {
  title  = "A genuine product or service is sold",
  why    = "Without a product that people use, the money can only come from those who join.",
  cites  = { "A13", "S18" },
  points = 25,
  worst  = "critical",
  facts  = { "product.exists", "product.speculative" },
  ask    = "What exactly does a customer get for the money, and what is it used for?",
  monotone = {},

  check = {
    function(c)
      if not c.product.exists then return critical("no genuine product or service is sold") end
      return pass("a genuine product or service is sold")
    end,

    function(c)
      if c.product.speculative then return major("what is sold is speculative or cannot be valued") end
      return pass("what is sold is bought for use, not as a speculation")
    end,
  },

  examples = {
    { facts = { ["product.exists"] = "yes", ["product.speculative"] = "no" }, expect = "pass" },
    { facts = { ["product.exists"] = "yes", ["product.speculative"] = "yes" }, expect = "major" },
    { facts = { ["product.exists"] = "no", ["product.speculative"] = "no" }, expect = "critical" },
    { facts = { ["product.exists"] = "no" }, expect = "critical", note = "nothing more can make it worse" },
    { facts = { ["product.exists"] = "yes" }, expect = "critical..pass", note = "one of two tests is open" },
    { facts = { ["product.speculative"] = "yes" }, expect = "critical..major" },
    { facts = {}, expect = "unknown" },
  },
}
