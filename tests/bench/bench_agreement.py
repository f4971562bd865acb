#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether plumbline and the floor say the same of every rule and company: else their times cannot be compared.

usage: bench_agreement.py FLOOR PLUMBLINE RULES PACK FOLDER     exit 1 where they differ

    FLOOR, RULES    the floor's program and what floor/gen_rules.py wrote
    PLUMBLINE, PACK the program and what bench_pack.py wrote
    FOLDER          folders of profiles, as bench_profiles.py writes them

The floor's score of 0 to 100 is a rule's credit in hundredths, and must agree to 1e-6. What maps how:

    no data, n/a    the floor has no score; here the finding is unknown, or not applicable where a fact is n/a
    linear scales   a credit is whole thousandths, so the floor's score is rounded to them; where it lies in the middle
                    of two, to 1e-6, either will do: which one is the last bit of a double
    borders         ratio() is exact in millionths, so a ratio nearer to a border than half of one stands on it; the
                    spec's borders are odd numbers (0.6007) that no ratio of two prices is likely to meet
Reasons must agree too, but for the floor's closing word, the case of enum values, the last digit of a number that lies
in the middle, and dates, which the floor prints as 20060101 and a rule here sees as a day's number.
"""
import glob
import json
import math
import os
import re
import subprocess
import sys

FLOOR, PLUMBLINE, RULES, PACK, FOLDER = sys.argv[1:]
BATCH = 250
FILES = sorted(glob.glob(f"{FOLDER}/*/*.ini"))


def of_floor():
    out = subprocess.run([FLOOR, "B", FOLDER], env={**os.environ, "RULES_DIR": RULES}, check=True,
                         capture_output=True, text=True).stdout
    return [json.loads(line)["rules"] for line in out.splitlines()]


def of_plumbline():
    companies = []
    for start in range(0, len(FILES), BATCH):
        out = subprocess.run([PLUMBLINE, "score", "--pack", PACK, "--format", "json", *FILES[start:start + BATCH]],
                             check=True, capture_output=True, text=True).stdout
        companies += [company["findings"] for company in json.loads(out)]
    return companies


def score_of(finding):
    if finding["outcome"] in ("unknown", "not_applicable"):
        return None
    if finding["worst"]["credit"] != finding["best"]["credit"]:
        raise ValueError(f"a span: {finding}")
    return finding["best"]["credit"] * 100


def agree(theirs, ours):
    if theirs is None or ours is None:
        return theirs is ours
    return any(abs(math.floor(theirs * 10 + .5 + nudge) / 10 - ours) <= 1e-6 for nudge in (-1e-5, 1e-5))


NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def same_reason(theirs, ours):
    theirs = re.sub(r": (good|fair|weak|bad)$", "", theirs).lower()
    if theirs == ours.lower() or re.search(r"(founded|disclosed|updated) \d{8}", theirs):
        return True
    pairs = list(zip(NUMBER.findall(theirs), NUMBER.findall(ours)))
    return NUMBER.sub("#", theirs) == NUMBER.sub("#", ours.lower()) and all(
        abs(float(a) - float(b)) < 1.01 * 10.0 ** -len(a.partition(".")[2]) for a, b in pairs)


def main():
    floor, ours, compared, different = of_floor(), of_plumbline(), 0, []
    if not len(floor) == len(ours) == len(FILES) > 0:
        sys.exit(f"bench_agreement: {len(FILES)} files, {len(floor)} of the floor's, {len(ours)} of plumbline's")
    for file, theirs, findings in zip(FILES, floor, ours):
        for rule, finding in zip(theirs, findings, strict=True):
            want, got = rule["score"], score_of(finding)
            compared += 1
            if not agree(want, got):
                different.append(f"{file}: {rule['id']} is {want} of the floor's, {got} of plumbline's")
            elif want is not None and not same_reason(rule["reason"], finding["message"]):
                different.append(f"{file}: {rule['id']} says '{rule['reason']}', here '{finding['message']}'")
    print(*different[:20], sep="\n", end="\n" if different else "")
    print(f"{len(FILES)} companies, {compared} findings, {len(different)} differ")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
