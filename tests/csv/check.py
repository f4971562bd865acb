#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Reads back what 'plumbline audit' writes as CSV, and holds it to its JSON Lines.

usage: check.py PLUMBLINE PROJECT     prints 'ok NAME' or what is wrong; exit code 1 where anything is

Companies with names made to do harm in a spreadsheet stand among ordinary and broken ones. Of each table: UTF-8, line
ends, one width, no cell that a spreadsheet could run, numbers that are numbers; of the companies and findings: the
same as JSON Lines say. And the ranking as text: the same in whatever order the companies come.
"""
import csv
import io
import json
import os
import random
import subprocess
import sys
import tempfile

NAMES = ['=HYPERLINK("http://x.test","y")', "=1+1", "+1", "-1", '"@SUM(A1:A9)"', '"  =1"', "＝1", "<script>alert(1)</script>",
         "חברה בע\"מ, תל אביב", "n" * 10000, 'say "x", or y;', "a;=1", "'=1", "Ölmühle", "100%"]
RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
NUMBERS = {"score", "low", "high", "coverage", "critical", "major", "minor", "met", "unknown", "not_applicable", "broken",
           "waived", "fit_score", "errors", "error_line", "error_column", "points", "earned", "line", "column"}


class Checker:
    def __init__(self, program, root):
        self.program, self.root = program, root
        self.failed = 0

    def report(self, name, wrong):
        self.failed += bool(wrong)
        print(f"ok {name}" if not wrong else f"not ok {name}: {wrong}")

    def audit(self, *args):
        done = subprocess.run([self.program, "audit", "-q", *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              check=False)
        if done.returncode not in (0, 3):
            self.report("audit " + " ".join(args), f"exit code {done.returncode}: {done.stderr.decode()}")
        return done.stdout.decode("utf-8")


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def make_profiles(folder):
    """The company's name as it is read, by the path of its file."""
    companies = {}
    for i, name in enumerate(NAMES):
        text = (f"[company]\nname = {name}\n[recruit]\nincome_from_recruiting_pct = {7 * i % 100}% @S1 =p.{i}\n"
                "[source S1]\ntitle = =cmd|' /C calc'!A0\n[waive RE02]\nreason = -seen, and \"settled\"\n")
        companies[write(folder, f"={i}.ini", text)] = name.strip('"') if name.startswith('"') else name
    write(folder, "broken.ini", "[company]\nnaam = x\n[nowhere]\n=1\n")
    write(folder, "-broken;,too.ini", "\0")
    return companies


def read_table(checker, path):
    """The rows as {column: cell}, after what holds for every table."""
    with open(path, "rb") as file:
        raw = file.read()
    wrong = []
    text = raw.decode("utf-8")
    if text.count("\r\n") != text.count("\n") or text.count("\r\n") != text.count("\r"):
        wrong.append("a line end that is not CRLF")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    head = rows[0]
    if len(set(head)) != len(head) or "" in head:
        wrong.append("column names are empty or there twice")
    for number, row in enumerate(rows, 1):
        if len(row) != len(head):
            wrong.append(f"row {number} has {len(row)} cells, not {len(head)}")
        wrong += [f"row {number}: a cell that can be run: {cell!r}" for cell in row if cell.lstrip().startswith(RUNS)]
        wrong += [f"row {number}: a control character: {cell!r}" for cell in row if any(c < " " for c in cell)]
    rows = [dict(zip(head, row)) for row in rows[1:]]
    for row in rows:
        wrong += [f"{key} is no number: {row[key]!r}" for key in NUMBERS & set(head)
                  if row[key] and not row[key].replace(".", "", 1).isdigit()]
    checker.report(f"{os.path.basename(path)}: {len(rows)} rows", "; ".join(wrong[:3]))
    return rows


def guarded(text):
    return "'" + text if text.lstrip().startswith(RUNS) else text


def compare_companies(checker, rows, records, companies):
    wrong = []
    by_name = {row["name"]: row for row in rows}
    if len(by_name) != len(rows) or len(rows) != len(records):
        wrong.append(f"{len(rows)} rows, {len(records)} records")
    for record in records:
        row = by_name[guarded(record["name"])]
        if record["record"] == "error":
            if row["status"] != "unreadable" or int(row["errors"]) != len(record["errors"]):
                wrong.append(f"{record['name']}: {row['status']}, {row['errors']} errors")
            continue
        if row["company"] != guarded(companies[record["name"]]):
            wrong.append(f"{row['company']!r} is not {companies[record['name']]!r}")
        for key in ("score", "low", "high", "coverage"):
            if (None if row[key] == "" else float(row[key])) != record[key]:
                wrong.append(f"{record['name']}: {key} {row[key]}, not {record[key]}")
        if row["verdict"] != record["verdict"]["kind"] or row["profile_sha256"] != record["profile_sha256"]:
            wrong.append(f"{record['name']}: another verdict or profile")
    checker.report("companies are those of JSON Lines", "; ".join(wrong[:3]))


def compare_findings(checker, rows, records):
    want = [(guarded(r["name"]), f["rule"], guarded(f["message"])) for r in records for f in r.get("findings", [])]
    got = [(row["name"], row["rule"], row["reason"]) for row in rows]
    checker.report("findings are those of JSON Lines", "" if got == want and want else "they differ")


def main(program, root):
    checker = Checker(program, root)
    with tempfile.TemporaryDirectory() as folder:
        data, out = os.path.join(folder, "data"), os.path.join(folder, "out")
        os.mkdir(data)
        os.mkdir(out)
        companies = make_profiles(data)
        tables = [os.path.join(out, name) for name in ("companies.csv", "findings.csv", "facts.csv")]
        lines = os.path.join(out, "all.jsonl")
        checker.audit(data, "--csv", tables[0], "--csv-findings", tables[1], "--csv-facts", tables[2], "--jsonl", lines)
        with open(lines, encoding="utf-8") as file:
            records = [json.loads(line) for line in file]
        records = [r for r in records if r["record"] in ("company", "error")]
        read = [read_table(checker, path) for path in tables]
        compare_companies(checker, read[0], records, companies)
        compare_findings(checker, read[1], records)
        facts = [row for row in read[2] if row["fact"] == "company.name"]
        checker.report("facts have every name", "" if len(facts) == len(NAMES) else f"{len(facts)} of {len(NAMES)}")

        with open(tables[0], encoding="utf-8", newline="") as file:
            whole = file.read()
        for jobs in ("1", "3"):
            got = checker.audit(data, "--format", "csv", "-j", jobs)
            checker.report(f"the same table with -j {jobs}", "" if got == whole else "it differs")
        profiles = [os.path.join(data, name) for name in sorted(os.listdir(data))]
        first = checker.audit(*profiles)
        for seed in range(3):
            random.Random(seed).shuffle(profiles)
            got = checker.audit(*profiles)
            checker.report(f"the same ranking in order {seed}", "" if got == first and "RANKING" in got else "it differs")
    return 1 if checker.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
