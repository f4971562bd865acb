-- Accounts by people who sell or sold for the company: independent, from former reps too, and enough of them.
-- That they exist is counted, not what they say: reviews over-represent extremes.
local REFERENCES = 10  -- as many as the US Business Opportunity Rule makes sellers name [S20]

-- Bought, conditional and undisclosed insider reviews: banned in the US since 2024 [S24]; decoys [S14].
local function independent(c)
  if c.track.reviews_incentivised then return major("some reviews are paid, conditional or by insiders") end
  return pass("no paid, conditional or insider reviews were found")
end

-- Those who left can speak freely; that they weigh more than those who stay is our judgement.
local function former_reps(c)
  local former = c.track.reviews_former_n
  if former == 0 then return major("no account by a former rep could be read") end
  return pass("accounts by former reps that were read: %n", former)
end

local function enough(c)
  local text = "at least %n accounts by reps were read"
  -- Ten of one kind are ten in all, however many there are of the other.
  if known("track.reviews_current_n") and c.track.reviews_current_n >= REFERENCES then
    return pass(text, REFERENCES)
  end
  if known("track.reviews_former_n") and c.track.reviews_former_n >= REFERENCES then
    return pass(text, REFERENCES)
  end
  local total = c.track.reviews_current_n + c.track.reviews_former_n
  if total < REFERENCES then return minor("accounts by reps that were read: %n", total) end
  return pass(text, REFERENCES)
end

return {
  title  = "Current and former reps can be heard",
  why    = "People who did the work, above all those who have left, know what it paid and what it cost.",
  cites  = { "A30", "A33", "S20", "S24", "S14" },
  points = 16,
  worst  = "major",
  facts  = { "track.reviews_current_n", "track.reviews_former_n", "track.reviews_incentivised" },
  ask    = "Could I talk to ten people who sell or used to sell for the company, some of whom have left?",
  monotone = { ["track.reviews_current_n"] = "up", ["track.reviews_former_n"] = "up" },

  check = { independent, former_reps, enough },

  examples = {
    { facts = { ["track.reviews_current_n"] = "9", ["track.reviews_former_n"] = "1",
                ["track.reviews_incentivised"] = "no" }, expect = "pass", note = "ten in all" },
    { facts = { ["track.reviews_current_n"] = "8", ["track.reviews_former_n"] = "1",
                ["track.reviews_incentivised"] = "no" }, expect = "minor", note = "nine in all" },
    { facts = { ["track.reviews_former_n"] = "10", ["track.reviews_incentivised"] = "no" }, expect = "pass" },
    { facts = { ["track.reviews_former_n"] = "9", ["track.reviews_incentivised"] = "no" },
      expect = "major..pass", note = "nine and an unknown number" },
    { facts = { ["track.reviews_current_n"] = "10" },
      expect = "major..pass", note = "are they independent?" },
    { facts = { ["track.reviews_former_n"] = "0" }, expect = "major" },
    { facts = { ["track.reviews_incentivised"] = "yes" }, expect = "major" },
    { facts = {}, expect = "unknown" },
  },
}
