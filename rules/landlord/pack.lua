-- The landlord pack: before you sign for a rented home in England. It shows that the engine knows nothing of
-- network marketing: themes, facts, sources and rules are all the pack's. Law as found in November 2026, for
-- assured tenancies; points, bands and severities are our judgement. Not legal advice.
return {
  name = "landlord",
  version = "1.0.0",
  title = "What law and guidance ask of a private landlord in England before you sign",

  themes = {
    { id = "money", title = "Little to pay, and it is safe", score = "company", points = 45,
      headline = true },
    { id = "safety", title = "The home has been checked", score = "company", points = 35, headline = true },
    { id = "terms", title = "The agreement is plain", score = "company", points = 20 },
  },

  facing = "YOUR MONEY AND YOUR SAFETY",

  bands = {
    { name = "well", from = 85 },
    { name = "mostly", from = 65 },
    { name = "in part", from = 40 },
    { name = "hardly", says = "hardly meets the advice", from = 0 },
  },

  rules = {
    "money/LM01_deposit_within_cap.lua",
    "money/LM02_deposit_protected.lua",
    "money/LM03_holding_deposit.lua",
    "money/LM04_no_other_fees.lua",
    "safety/LS01_gas_checked.lua",
    "safety/LS02_electrics_tested.lua",
    "safety/LS03_energy_rating.lua",
    "terms/LT01_address_for_notices.lua",
    "terms/LT02_notice_to_leave.lua",
    "terms/LT03_rent_rises.lua",
    "terms/LT04_inventory.lua",
  },
}
