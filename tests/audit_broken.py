#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Broken profiles among good ones: every good company has its result, every broken one an error with its place, and
none disturbs another.

usage: audit_broken.py PLUMBLINE [COMPANIES]     half of them broken, in turn by each of KINDS
"""
import json
import os
import random
import subprocess
import sys
import tempfile

from audit import as_ini, check, failures, make_company, read_pool

# What is wrong, and the bytes that stand in the place of a good profile ('%s' is the good one).
KINDS = [
    ("an unknown section", b"[trackk]\nfounded = 2019\n"),
    ("an unknown key", b"[company]\nnmae = A\n"),
    ("a key before any section", b"outside = 1\n"),
    ("a line without '='", b"[track]\npyramid_status\n"),
    ("a section that is not closed", b"[exit\nbuyback_pct = 90%\n"),
    ("a key twice", b"[plan]\nlevels_paid = 5\nlevels_paid = 6\n"),
    ("a word for a number", b"[plan]\nlevels_paid = many\n"),
    ("half a whole number", b"[track]\nwarnings_36m = 2.5\n"),
    ("a number below its range", b"[plan]\nlevels_paid = -1\n"),
    ("a percentage without its sign", b"[product]\nexternal_sales_pct = 25\n"),
    ("a share for a percentage", b"[recruit]\nincome_from_recruiting_pct = 0.25\n"),
    ("a percentage over 100", b"[product]\nexternal_sales_pct = 101%\n"),
    ("a decimal comma", b"[product]\ntypical_use_month = 99,50 USD\n"),
    ("thousands that are none", b"[cost]\njoin_fee = 1,29 USD\n"),
    ("no number at all", b"[cost]\nstarter_kit = NaN\n"),
    ("a currency that is none", b"[cost]\njoin_fee = 12 XYZ\n"),
    ("an amount without a currency", b"[cost]\njoin_fee = 12\n"),
    ("too many decimals", b"[earn]\nmean_gross_12m = 1.1234567 USD\n"),
    ("a range that runs backwards", b"[product]\nprice_premium_pct = 20..10%\n"),
    ("a date with two readings", b"[company]\nfounded = 03/04/2019\n"),
    ("a day that is none", b"[company]\nas_of = 2024-02-30\n"),
    ("neither yes nor no", b"[track]\nreviews_incentivised = maybe\n"),
    ("a value that is not offered", b"[plan]\ntype = pyramid\n"),
    ("a value in a set that is not offered", b"[model]\npay_sources = own_sales, tips\n"),
    ("a country that is none", b"[company]\njurisdictions = US, XX\n"),
    ("a source that is not declared", b"[plan]\npublic = yes @S9\n"),
    ("a source without a title", b"[source S1]\nkind = court\n"),
    ("a kind of source that is none", b"[source S1]\ntitle = T\nkind = rumour\n"),
    ("a waiver of no rule", b"[waive RE99]\nreason = x\n"),
    ("a rate in words", b"[rates]\nEUR = one USD\n"),
    ("rows that do not add up", b"[income]\nrow = 61% | 0 USD\nrow = 36% | 180 USD\n"),
    ("bytes that are not UTF-8", b"[company]\nname = \xff\xfe\n"),
    ("a NUL", b"[company]\nname = A\0B\n"),
    ("UTF-16", "\ufeff[company]\nname = A\n".encode("utf-16-le")),
    ("a value over 64 KiB", b"[company]\nname = " + b"x" * 70000 + b"\n"),
    ("over 1 MiB", b"; " + b"x" * 60 + b"\n" + (b"; " + b"x" * 60 + b"\n") * 17000),
    ("a hundred and more faults", b"[plan]\n" + b"".join(b"no_such_%d = 1\n" % i for i in range(150))),
]
# Drawn at random, these would now and then contradict others, or be broken by make_company.
BOUND = ("plan.levels_paid", "earn.pct_profit", "product.own_use_pct", "claims.sample_violations")

# Writing megabytes thousands of times would only wear the disk: these kinds come once in a while.
LARGE = {"over 1 MiB", "a value over 64 KiB", "a hundred and more faults"}


def write(folder, count):
    """Good and broken in turn; returns the kind of each file, None for a good one."""
    rng, pool, kinds = random.Random(7), read_pool(), []
    turn = [kind for kind in KINDS if kind[0] not in LARGE]
    for number in range(count):
        if number % 2 == 0:
            facts = make_company(rng, pool, number)
            for key in BOUND:
                facts.pop(key, None)
            kind, text = None, as_ini(facts).encode()
        elif number % 250 == 1:
            kind, text = KINDS[[k for k, _ in KINDS].index(sorted(LARGE)[number // 250 % len(LARGE)])]
        else:
            kind, text = turn[number // 2 % len(turn)]
        os.makedirs(f"{folder}/{number // 1000:03d}", exist_ok=True)
        with open(f"{folder}/{number // 1000:03d}/c{number:06d}.ini", "wb") as file:
            file.write(text)
        kinds.append(kind)
    return kinds


def judge(lines, kinds):
    """Each line against the kind of its company."""
    check("every company has one line", len(lines) == len(kinds), f"{len(lines)} of {len(kinds)}")
    met = set()
    for line, kind in zip(lines, kinds):
        wanted = "error" if kind else "company"
        if not check(f"{line['name']} ({kind or 'good'}) is {wanted}", line["record"] == wanted, line):
            continue
        if not kind:
            check(f"{line['name']} has a score", line["low"] <= line["high"], line)
            continue
        met.add(kind)
        faults = line["errors"]
        check(f"{line['name']} ({kind}) says what is wrong", faults and all(f["message"] for f in faults), faults)
        has_place = kind == "over 1 MiB" or all(f["line"] > 0 for f in faults)
        check(f"{line['name']} ({kind}) says where", has_place, faults)
    check("every kind was met", met == {kind for kind, _ in KINDS}, {k for k, _ in KINDS} - met)


def main(program, count=20000):
    assert len(KINDS) >= 30
    with tempfile.TemporaryDirectory() as folder:
        kinds = write(f"{folder}/set", count)
        done = subprocess.run([program, "audit", "-q", "-j", "2", "--jsonl", f"{folder}/out.jsonl", f"{folder}/set"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        check("it ends with 3", done.returncode == 3, done.returncode)
        with open(f"{folder}/out.jsonl", encoding="utf-8") as file:
            records = [json.loads(line) for line in file]
        judge(records[1:-1], kinds)
        broken = sum(kind is not None for kind in kinds)
        totals = records[-1]
        check("the last line counts them", (totals["assessed"], totals["unreadable"], totals["lost"]) ==
              (count - broken, broken, 0), totals)
        told = done.stderr.decode().splitlines()
        check("each broken one is told of", len({line.split(".ini")[0] for line in told if ".ini" in line}) == broken,
              f"{len(told)} lines")
    print(f"{count} companies, {len(KINDS)} kinds of faults: {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), *map(int, sys.argv[2:])))
