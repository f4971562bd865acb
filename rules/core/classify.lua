-- Which business model it is: read from structure, never from the label (A1, A28; the class scores nothing).
-- Rows come first, in this order; a row fits when its check is true, and a row that is not known does not fit.
-- Where none fits, the five axes of article B vote (B25). All cut-offs and weights are our judgement.

local function only_recruiting(pay)
  return has(pay, "recruiting") and not (has(pay, "own_sales") or has(pay, "downline_sales") or has(pay, "affiliate")
    or has(pay, "sponsored_posts") or has(pay, "management_fee"))
end

local function in_person(channel)
  return channel == "person_to_person" or channel == "mixed"
end

return {
  -- title: ours; a, b, regulator: what article A, article B and regulators call it, where they have a name for it
  classes = {
    { id = "recruitment_scheme_indicators", title = "Shows indicators of a recruitment-funded plan",
      regulator = "pyramid indicators", cites = { "S01", "S18" } },
    { id = "mlm", title = "Multi-level marketing", a = "MLM", b = "network marketing",
      regulator = "MLM, a form of direct selling", cites = { "A8", "B1", "B11", "S02" } },
    { id = "single_level", title = "Single-level direct selling", a = "network marketing",
      regulator = "direct selling, single-tier", cites = { "A3", "A5", "S40", "S53" } },
    { id = "affiliate", title = "Affiliate marketing", b = "affiliate pay, a kind of social media marketing pay",
      regulator = "endorsement with a stake to disclose", cites = { "B24", "S23", "S88" } },
    { id = "two_tier_affiliate", title = "Two-tier affiliate marketing", cites = { "S88" } },
    { id = "social_media_marketing", title = "Social media marketing", b = "social media marketing",
      cites = { "B6", "B24" } },
    { id = "undetermined", title = "Not determined by what is known", cites = { "B25" } },
  },

  -- monotone: "up" where a larger value never turns a fit into no fit, "down" where it never turns no fit into a fit.
  -- Learning a fact moves a row from unknown to fits or does not fit, not from one to the other; rows mlm and
  -- single_level say where that cannot be.
  rows = {
    { class = "recruitment_scheme_indicators",
      why = "there is no genuine product, or recruiting is the only thing paid for",
      cites = { "S01", "S18" },
      facts = { "product.exists", "model.pay_sources" },
      monotone = {},
      check = function(c)
        if known("model.pay_sources") and only_recruiting(c.model.pay_sources) then return true end
        if not c.product.exists then return true end
        return only_recruiting(c.model.pay_sources)
      end,
      examples = {
        { facts = { ["product.exists"] = "no" }, expect = true },
        { facts = { ["model.pay_sources"] = "recruiting" }, expect = true },
        { facts = { ["product.exists"] = "no", ["model.pay_sources"] = "own_sales" }, expect = true },
        { facts = { ["product.exists"] = "yes", ["model.pay_sources"] = "recruiting" }, expect = true },
        { facts = { ["product.exists"] = "yes", ["model.pay_sources"] = "own_sales, recruiting" }, expect = false },
        { facts = { ["product.exists"] = "yes" }, expect = "unknown" },
        { facts = { ["model.pay_sources"] = "own_sales" }, expect = "unknown" },
        { facts = {}, expect = "unknown" },
      } },

    { class = "two_tier_affiliate",
      why = "pays on two tiers of referral, with nothing to pay or to buy",
      cites = { "S88" },
      facts = { "plan.type", "cost.join_fee", "cost.starter_kit", "cost.purchase_required_to_join",
        "cost.purchase_to_qualify" },
      monotone = { ["cost.join_fee"] = "down", ["cost.starter_kit"] = "down" },
      check = function(c)
        if c.plan.type ~= "two_tier" then return false end
        return not any("cost.join_fee", "cost.starter_kit", "cost.purchase_required_to_join",
          "cost.purchase_to_qualify")
      end,
      examples = {
        { facts = { ["plan.type"] = "two_tier", ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "0 USD",
          ["cost.purchase_required_to_join"] = "no", ["cost.purchase_to_qualify"] = "no" }, expect = true },
        { facts = { ["plan.type"] = "two_tier", ["cost.join_fee"] = "0.01 USD" }, expect = false },
        { facts = { ["plan.type"] = "two_tier", ["cost.purchase_to_qualify"] = "yes" }, expect = false },
        { facts = { ["plan.type"] = "unilevel" }, expect = false },
        { facts = { ["plan.type"] = "two_tier", ["cost.join_fee"] = "0 USD" }, expect = "unknown" },
        { facts = {}, expect = "unknown" },
      } },

    -- A contract alone makes no MLM of a plan known to be two-tier: it could still turn out to be the row above. So a
    -- fit by contract can go when the type becomes known as two-tier.
    { class = "mlm",
      why = "pays on a downline and takes a payment, a purchase or a contract",
      cites = { "A8", "B2", "B11", "S02" },
      facts = { "plan.levels_paid", "plan.type", "cost.join_fee", "cost.starter_kit",
        "cost.purchase_required_to_join", "cost.purchase_to_qualify", "plan.contract_written" },
      monotone = { ["plan.levels_paid"] = "up", ["cost.join_fee"] = "up", ["cost.starter_kit"] = "up" },
      check = function(c)
        if c.plan.levels_paid == 0 then return false end
        local bound = any("cost.join_fee", "cost.starter_kit", "cost.purchase_required_to_join",
          "plan.contract_written")
        if bound and known("plan.type") and c.plan.type == "two_tier" then
          return any("cost.join_fee", "cost.starter_kit", "cost.purchase_required_to_join",
            "cost.purchase_to_qualify")
        end
        return bound
      end,
      examples = {
        { facts = { ["plan.levels_paid"] = "1", ["cost.join_fee"] = "0.01 USD" }, expect = true },
        { facts = { ["plan.levels_paid"] = "7", ["plan.contract_written"] = "yes" }, expect = true },
        { facts = { ["plan.levels_paid"] = "2", ["plan.type"] = "two_tier", ["cost.starter_kit"] = "49 USD" },
          expect = true },
        { facts = { ["plan.levels_paid"] = "2", ["plan.type"] = "two_tier", ["plan.contract_written"] = "yes" },
          expect = "unknown" },
        { facts = { ["plan.levels_paid"] = "2", ["plan.type"] = "two_tier", ["plan.contract_written"] = "yes",
          ["cost.purchase_to_qualify"] = "yes" }, expect = true },
        { facts = { ["plan.levels_paid"] = "0", ["plan.contract_written"] = "yes" }, expect = false },
        { facts = { ["plan.levels_paid"] = "3", ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "0 USD",
          ["cost.purchase_required_to_join"] = "no", ["plan.contract_written"] = "no" }, expect = false },
        { facts = { ["plan.levels_paid"] = "3", ["cost.join_fee"] = "0 USD" }, expect = "unknown" },
        { facts = { ["cost.join_fee"] = "99 USD" }, expect = "unknown" },
        { facts = {}, expect = "unknown" },
      } },

    -- A single-level plan is enough where nothing known speaks for another model: documented cases give no more. So
    -- here a fit can go when owner, channel or pay become known: affiliate plans are single-level too.
    { class = "single_level",
      why = "pays on own sales only, by a single-level plan or person to person for a parent company",
      cites = { "A3", "A5", "S40", "S53" },
      facts = { "plan.levels_paid", "plan.type", "model.product_owner", "model.channel", "model.pay_sources" },
      monotone = { ["plan.levels_paid"] = "down" },
      check = function(c)
        if c.plan.levels_paid > 0 then return false end
        if known("model.product_owner") and c.model.product_owner ~= "parent_company" then return false end
        if known("model.channel") and not in_person(c.model.channel) then return false end
        local by_link = known("model.pay_sources") and has(c.model.pay_sources, "affiliate")
        if known("plan.type") and c.plan.type == "single_level" and not by_link then return true end
        return c.model.product_owner == "parent_company" and in_person(c.model.channel)
      end,
      examples = {
        { facts = { ["plan.levels_paid"] = "0", ["plan.type"] = "single_level" }, expect = true },
        { facts = { ["plan.levels_paid"] = "0", ["model.product_owner"] = "parent_company",
          ["model.channel"] = "person_to_person" }, expect = true },
        { facts = { ["plan.levels_paid"] = "0", ["model.product_owner"] = "parent_company",
          ["model.channel"] = "mixed", ["model.pay_sources"] = "own_sales, affiliate" }, expect = true },
        { facts = { ["plan.levels_paid"] = "1", ["plan.type"] = "single_level" }, expect = false },
        { facts = { ["plan.levels_paid"] = "0", ["model.product_owner"] = "self" }, expect = false },
        { facts = { ["plan.levels_paid"] = "0", ["plan.type"] = "single_level", ["model.channel"] = "web_link" },
          expect = false },
        { facts = { ["plan.levels_paid"] = "0", ["plan.type"] = "single_level",
          ["model.pay_sources"] = "affiliate" }, expect = "unknown" },
        { facts = { ["plan.levels_paid"] = "0", ["model.channel"] = "person_to_person" }, expect = "unknown" },
        { facts = { ["plan.type"] = "single_level" }, expect = "unknown" },
        { facts = {}, expect = "unknown" },
      } },

    { class = "affiliate",
      why = "pays per tracked sale by link, on no levels, with nothing to pay to join",
      cites = { "B24", "S23", "S88" },
      facts = { "plan.levels_paid", "cost.join_fee", "cost.starter_kit", "cost.purchase_required_to_join",
        "model.pay_sources", "model.channel" },
      monotone = { ["plan.levels_paid"] = "down", ["cost.join_fee"] = "down", ["cost.starter_kit"] = "down" },
      check = function(c)
        if c.plan.levels_paid > 0 then return false end
        if any("cost.join_fee", "cost.starter_kit", "cost.purchase_required_to_join") then return false end
        if known("model.channel") and c.model.channel == "web_link" then return true end
        if has(c.model.pay_sources, "affiliate") then return true end
        return c.model.channel == "web_link"
      end,
      examples = {
        { facts = { ["plan.levels_paid"] = "0", ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "0 USD",
          ["cost.purchase_required_to_join"] = "no", ["model.channel"] = "web_link" }, expect = true },
        { facts = { ["plan.levels_paid"] = "0", ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "0 USD",
          ["cost.purchase_required_to_join"] = "no", ["model.pay_sources"] = "affiliate" }, expect = true },
        { facts = { ["plan.levels_paid"] = "0", ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "0 USD",
          ["cost.purchase_required_to_join"] = "no", ["model.pay_sources"] = "own_sales",
          ["model.channel"] = "social_media_content" }, expect = false },
        { facts = { ["plan.levels_paid"] = "1" }, expect = false },
        { facts = { ["plan.levels_paid"] = "0", ["cost.join_fee"] = "0.01 USD" }, expect = false },
        { facts = { ["plan.levels_paid"] = "0", ["cost.join_fee"] = "0 USD", ["cost.starter_kit"] = "0 USD",
          ["cost.purchase_required_to_join"] = "no", ["model.pay_sources"] = "own_sales" }, expect = "unknown" },
        { facts = { ["plan.levels_paid"] = "0", ["model.channel"] = "web_link" }, expect = "unknown" },
        { facts = {}, expect = "unknown" },
      } },
  },

  -- -1 speaks for MLM, +1 for social media marketing, 0 for neither. A set counts the sum of the values in it; a number
  -- counts as zero or positive. An axis votes with the sign of its sum, and is known when one of its facts is.
  axes = {
    { id = "model", title = "How goods reach people", weight = 2,
      cites = { "A2", "B6", "B7", "B10", "B11", "B25" },
      votes = {
        { "model.channel", person_to_person = -1, mixed = 0, social_media_content = 1, web_link = 1 },
        { "model.content_plan", yes = 1, no = 0 },
        { "plan.type", single_level = 0, unilevel = -1, binary = -1, matrix = -1, stairstep_breakaway = -1,
          hybrid = -1, two_tier = 0, fee_for_service = 1, none = 0 },
      } },
    { id = "focus", title = "What the work is mainly about", weight = 2,
      cites = { "A3", "A11", "A12", "B13", "B14", "B15", "B25" },
      votes = {
        { "model.primary_focus", build_distributor_network = -1, sell_to_customers = 0, brand_presence = 1 },
        { "recruit.income_from_recruiting_pct", zero = 0, positive = -1 },
      } },
    { id = "audience", title = "Who is addressed", weight = 1,
      cites = { "A4", "B12", "B16", "B17", "B18", "B25" },
      votes = {
        { "model.audience", personal_network = -1, both = 0, targeted_public = 1 },
        { "recruit.pitch_recruit_share_pct", zero = 0, positive = -1 },
      } },
    { id = "control", title = "Who owns and controls what", weight = 1,
      cites = { "B19", "B20", "B21", "B22", "B25" },
      votes = {
        { "model.product_owner", self = 1, client = 1, parent_company = -1 },
        { "model.pricing_control", none = -1, limited = 0, full = 1 },
        { "model.brand_control", none = -1, limited = 0, full = 1 },
        { "model.owns_accounts", yes = 1, no = -1 },
      } },
    { id = "compensation", title = "How people are paid", weight = 3,
      cites = { "A5", "A8", "A10", "B2", "B11", "B23", "B24", "B25" },
      votes = {
        { "model.pay_sources", own_sales = 0, downline_sales = -1, recruiting = -1, sponsored_posts = 1,
          affiliate = 1, management_fee = 1 },
        { "plan.levels_paid", zero = 0, positive = -1 },
        { "plan.commission_base", verified_retail = 0, customer_orders = 0, mixed = 0, participant_purchases = -1,
          enrollment_fees = -1 },
        { "recruit.pays_for_enrollment", yes = -1, no = 0 },
      } },
  },
  threshold = 4,
  min_axes = 3,

  -- What each company.self_label fits, by article A, by article B and by regulators. An empty list: that source does
  -- not use the word, so it says neither that the label fits nor that it does not.
  labels = {
    { "network_marketing", a = { "single_level" }, b = { "mlm" }, regulator = { "mlm", "single_level" } },
    { "mlm", a = { "mlm" }, b = { "mlm" }, regulator = { "mlm" } },
    { "direct_selling", a = { "single_level" }, b = {}, regulator = { "mlm", "single_level" } },
    { "referral", a = {}, b = { "mlm" }, regulator = {} },
    { "affiliate", a = {}, b = { "affiliate", "two_tier_affiliate", "social_media_marketing" },
      regulator = { "affiliate", "two_tier_affiliate" } },
    { "social_media_marketing", a = {}, b = { "social_media_marketing", "affiliate", "two_tier_affiliate" },
      regulator = {} },
    { "franchise", a = {}, b = {}, regulator = {} },
    { "other", a = {}, b = {}, regulator = {} },
  },
}
