-- Article B's three conditions for social media marketing that works: careful planning (B7, B9), consistent
-- execution (B9), monitoring and optimisation (B8, B9). They say nothing about plans that do not use content.

local function planned(c)
  if not c.model.content_plan then return info("there is no content plan") end
  return pass("there is a content plan")
end

local function consistent(c)
  if not c.model.posting_consistent then return info("posts do not come regularly") end
  return pass("posts come regularly")
end

local function monitored(c)
  if not c.model.metrics_monitored then return info("nobody follows what the posts achieve") end
  return pass("what the posts achieve is followed")
end

return {
  title  = "Content is planned, regular and monitored",
  why    = "Posting without a plan or a look at the results seldom reaches the people it is meant for.",
  cites  = { "B7", "B8", "B9" },
  points = 0,
  worst  = "info",
  facts  = { "model.content_plan", "model.posting_consistent", "model.metrics_monitored" },
  ask    = "Is there a plan for what is posted, is it kept to, and does somebody look at the results?",
  fix    = "A person can write down what to post when, keep to it for a month and compare the results.",
  monotone = {},  -- no numeric fact

  check = { planned, consistent, monitored },

  examples = {
    { facts = { ["model.content_plan"] = "yes", ["model.posting_consistent"] = "yes",
                ["model.metrics_monitored"] = "yes" }, expect = "pass" },
    { facts = { ["model.content_plan"] = "no", ["model.posting_consistent"] = "yes",
                ["model.metrics_monitored"] = "yes" }, expect = "info" },
    { facts = { ["model.posting_consistent"] = "no" }, expect = "info" },
    { facts = { ["model.metrics_monitored"] = "no" }, expect = "info" },
    { facts = {}, expect = "unknown" },
  },
}
