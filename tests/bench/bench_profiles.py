#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Companies for the benchmark, invented: the same for every N and on every machine.

usage: bench_profiles.py N OUTDIR [thin]

Writes OUTDIR/ini/<thousand>/<id>.ini, and the same companies as one stream (all.ini, each behind a line '=== ID'), as
all.csv (header section.key, one company a row) and as all.jsonl (one object a line, {"section.key": value}).
The facts are those of floor/spec.json: of 51 a tenth is left out and 2 % are n/a; 'thin' leaves out nine tenths. The
floor reads the same bytes as plumbline.
"""
import csv
import json
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "floor", "spec.json")) as spec_file:
    SPEC = json.load(spec_file)

FIRST = "Vita Nova Terra Luma Aqua Zen Pure Glow Peak True Alto Sana Viva Ever Brio Kora".split()
SECOND = "Life Leaf Wave Path Bloom Core Health Living Nature Wellness Essentials Labs".split()
THIRD = "Ltd Inc. GmbH S.A. LLC Pty International".split()
COUNTRIES = ["US", "GB", "DE", "FR", "CA", "AU", "BR", "IN", "MX", "MY", "PA", "VG"]
DESCRIPTIONS = [
    "nutrition drinks sold by members at home parties", "skin care made from plant extracts",
    "online courses about trading", "household cleaning concentrates", "a travel club with member discounts",
    "dietary supplements in monthly packs", "energy contracts for private homes",
    "digital marketing tools for small shops"]
PROMISES = ["earn a passive income while you sleep", "a road to financial freedom", "join on the ground floor today",
            "guaranteed results in 90 days"]
NOTES = [
    "figures as published by the company", "taken from the distributor agreement", "checked against the register",
    "own estimate from the price list", "see the income statement, page 3", "reported by two former members",
    "converted to USD at the year's mean rate", "last seen on the web site in spring",
    "per distributor and year unless said otherwise"]
ASIDES = ["incl. VAT", "per contract", "estimate", "as of last report", "USD"]
MONEY = {"product.retail_price", "product.market_price", "recruitment.bonus", "costs.starter_kit",
         "costs.monthly_minimum", "costs.training", "costs.inventory", "costs.renewal", "earnings.median",
         "earnings.mean"}


def facts_of(r):
    """Every fact of one company. How far it falls short correlates them."""
    short = r.random()

    def yes(share):
        return r.random() < share

    def few(most):
        return int(most * r.random() ** 3)

    def date(first, last):
        return r.randint(first, last), r.randint(1, 12), r.randint(1, 28)

    def money(low, high):  # most are small
        return round(low + (high - low) * r.random() ** 2.5, 2)

    def pct(low, high):
        return round(r.uniform(low, high), 1)

    v = {"company": dict(
        name=f"{r.choice(FIRST)} {r.choice(SECOND)} {r.choice(THIRD)}", founded=date(1975 + int(45 * short), 2025),
        country=r.choice(COUNTRIES), registered=yes(1.05 - .4 * short), employees=1 + few(4000), public=yes(.15),
        lawsuits=few(2 + 14 * short), regulator_actions=few(1.3 + 3 * short))}
    market = money(4, 220)
    description = r.choice(DESCRIPTIONS)
    if r.random() < .6 * short:
        description += ", " + r.choice(PROMISES)
    v["product"] = dict(
        category=r.choice(["consumables", "durables", "services", "digital", "financial", "none"]),
        description=description, retail_price=round(market * (1 + 2.5 * short * r.random()), 2), market_price=market,
        external_sales=pct(0, 90 - 60 * short), return_rate=pct(0, 25), certified=yes(.5))
    v["compensation"] = dict(
        plan=r.choice(["single", "unilevel", "stairstep", "matrix", "binary"]), levels=1 + few(16),
        retail_commission=pct(1, 45), recruit_commission=pct(0, 10 + 50 * short), payout_ratio=pct(10, 85),
        published=yes(.7))
    v["recruitment"] = dict(
        required=yes(.15 + .6 * short), bonus=money(0, 400), min_recruits=few(10),
        pressure=r.choice(["low", "medium", "high"]), revenue_share=pct(0, 20 + 70 * short),
        income_claims=r.choice(["none", "modest", "extravagant"]))
    v["costs"] = dict(
        starter_kit=money(15, 1800), monthly_minimum=r.choice([0, money(10, 350)]),
        training=r.choice([0, money(20, 900)]), inventory=r.choice([0, money(50, 4000)]), autoship=yes(.4),
        renewal=money(0, 120))
    mean = money(200, 30000)
    v["earnings"] = dict(
        disclosure=yes(.8 - .5 * short), disclosed=date(2015, 2025), median=round(mean * r.random(), 2), mean=mean,
        top1_share=pct(2, 75), losing=pct(5, 99.9), participants=20 + few(250000))
    v["terms"] = dict(
        cooling_off=few(60), buyback=pct(0, 100), buyback_days=r.choice([0, 14, 30, 60, 90, 180, 365, 730]),
        arbitration=yes(.5), non_compete=yes(.5), updated=date(2014, 2025))
    v["support"] = dict(
        response_hours=pct(.5, 120), free_training=yes(.5), rating=pct(1, 5), complaints=few(3000),
        resolved=pct(0, 100))
    return v


def written(r, name, kind, value):
    """The fact as a profile has it."""
    if kind == "date":
        return "%04d-%02d-%02d" % value
    if kind == "bool":
        return r.choice(["yes", "true", "on"] if value else ["no", "false", "off"])
    if kind == "pct":
        return f"{value:.1f}%"
    if kind == "num":
        text = f"{value:.2f}" if isinstance(value, float) else str(value)
        return text + " USD" if name in MONEY else text
    return value


def company(i, thin=False):
    """The profile's text, and {section.key: value as written} of what it states."""
    r = random.Random(1000003 * i + 17)
    missing = .90 if thin else .10
    facts, row = facts_of(r), {}
    ini = [f"; company profile {i:06d}", f"# {r.choice(NOTES)}", "# amounts in USD, percentages of the gross figure,",
           "# dates as year-month-day; a key left out means that nothing is known", "#"]
    for section, keys in SPEC["schema"]:
        ini += ["", f"[{section}]"]
        if r.random() < .7:
            ini.append(f"; {r.choice(NOTES)}")
        for key, kind in keys:
            name, p = f"{section}.{key}", r.random()
            if p < missing:
                continue
            if p < missing + .02 and kind != "str":
                row[name] = "n/a"
                ini.append(f"{key} = n/a")
                continue
            row[name] = written(r, name, kind, facts[section][key])
            aside = f"   ; {r.choice(ASIDES)}" if p > .93 and kind != "str" else ""
            if r.random() < .22:
                ini.append(f"; {r.choice(NOTES)}")
            ini.append(f"{key} = {row[name]}{aside}")
    return "\n".join(ini) + "\n", row


def main():
    count, out = int(sys.argv[1]), sys.argv[2]
    thin = sys.argv[3:] == ["thin"]
    names = [f"{section}.{key}" for section, keys in SPEC["schema"] for key, _ in keys]
    os.makedirs(out, exist_ok=True)
    with open(f"{out}/all.ini", "w") as stream, open(f"{out}/all.jsonl", "w") as lines, \
            open(f"{out}/all.csv", "w", newline="") as table:
        rows = csv.DictWriter(table, names, restval="", lineterminator="\n")
        rows.writeheader()
        for i in range(count):
            folder = f"{out}/ini/{i // 1000:04d}"
            if i % 1000 == 0:
                os.makedirs(folder, exist_ok=True)
            text, row = company(i, thin)
            with open(f"{folder}/{i:06d}.ini", "w") as profile:
                profile.write(text)
            stream.write(f"=== {i:06d}\n{text}")
            rows.writerow(row)
            lines.write(json.dumps(row, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
