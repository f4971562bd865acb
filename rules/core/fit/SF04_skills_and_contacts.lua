-- Does this person have what the work takes? Article A names communication skill, the will to learn and
-- contacts [A25], article B selling and recruiting skill [B5]; by A, one can do well mainly by selling [A24].
-- Customers are counted, not recruits. The numbers are our judgement.
local LOW = 2   -- of 5, our judgement
local FEW = 20  -- likely customers, our judgement

local function rate(text, level)
  if level <= LOW then return minor(text, level) end
  return pass(text, level)
end

return {
  title  = "The skills and contacts the work takes are there",
  why    = "Work that goes against a person's nature is rarely kept up.",
  cites  = { "A25", "B5", "A24" },
  points = 25,
  worst  = "major",
  facts  = { "recruit.required_recruits", "fit.willing_recruit", "fit.comm_skill", "fit.sales_skill",
             "fit.learning_will", "fit.warm_market_customers" },
  ask    = "How many people would I have to recruit myself, and how many customers do starters usually have?",
  fix    = "List by name the people who would buy the product, and train what is weak before joining.",
  monotone = {
    ["recruit.required_recruits"] = "down", ["fit.willing_recruit"] = "up", ["fit.comm_skill"] = "up",
    ["fit.sales_skill"] = "up", ["fit.learning_will"] = "up", ["fit.warm_market_customers"] = "up",
  },

  check = {
    function(c)
      local needed = c.recruit.required_recruits
      if needed == 0 then return pass("no recruits are required") end
      local willing = c.fit.willing_recruit
      local text = "recruits required: %d; willingness to recruit: %d of 5"
      if willing <= LOW then return major(text, needed, willing) end
      return pass(text, needed, willing)
    end,
    function(c) return rate("skill in talking with people: %d of 5", c.fit.comm_skill) end,
    function(c) return rate("skill in selling: %d of 5", c.fit.sales_skill) end,
    function(c) return rate("will to learn: %d of 5", c.fit.learning_will) end,
    function(c)
      local customers = c.fit.warm_market_customers
      if customers < FEW then return minor("likely customers known: %n", customers) end
      return pass("likely customers known: %n", customers)
    end,
  },

  examples = {
    { facts = { ["recruit.required_recruits"] = "1", ["fit.willing_recruit"] = "2" }, expect = "major" },
    { facts = { ["recruit.required_recruits"] = "0", ["fit.comm_skill"] = "2" }, expect = "major..minor" },
    { facts = { ["recruit.required_recruits"] = "0", ["fit.comm_skill"] = "2", ["fit.sales_skill"] = "3",
        ["fit.learning_will"] = "3", ["fit.warm_market_customers"] = "20" }, expect = "minor" },
    { facts = { ["recruit.required_recruits"] = "0", ["fit.comm_skill"] = "3", ["fit.sales_skill"] = "2",
        ["fit.learning_will"] = "3", ["fit.warm_market_customers"] = "20" }, expect = "minor" },
    { facts = { ["recruit.required_recruits"] = "0", ["fit.comm_skill"] = "3", ["fit.sales_skill"] = "3",
        ["fit.learning_will"] = "2", ["fit.warm_market_customers"] = "20" }, expect = "minor" },
    { facts = { ["recruit.required_recruits"] = "0", ["fit.comm_skill"] = "3", ["fit.sales_skill"] = "3",
        ["fit.learning_will"] = "3", ["fit.warm_market_customers"] = "19" }, expect = "minor" },
    { facts = { ["recruit.required_recruits"] = "0", ["fit.comm_skill"] = "3", ["fit.sales_skill"] = "3",
        ["fit.learning_will"] = "3", ["fit.warm_market_customers"] = "20" }, expect = "pass" },
    { facts = { ["recruit.required_recruits"] = "1", ["fit.willing_recruit"] = "3",
        ["fit.comm_skill"] = "3", ["fit.sales_skill"] = "3", ["fit.learning_will"] = "3",
        ["fit.warm_market_customers"] = "20" }, expect = "pass" },
    { facts = { ["recruit.required_recruits"] = "refused" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
