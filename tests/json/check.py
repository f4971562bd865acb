#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Holds 'plumbline score --format json' to its schema and to its own arithmetic.

usage: check.py PLUMBLINE [PROJECT]     prints 'ok NAME' or what is wrong; exit code 1 where anything is

Needs Debian's python3-jsonschema; without it this fails. Every profile of profiles/ and tests/fixtures/ is scored. Of
each output: the schema, the sums of the ledger, score, interval and coverage from them, the themes from the rows of
their rules, spans and severities, reads against facts, the facts' and rates' lines against the file, the kinds of the
sources, the rules' files against the pack, and the hash of the file. The schema itself is
held to describing every field, and to refusing outputs that lack or add one anywhere.
"""
import copy
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from decimal import Decimal

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

TALLY = ["applicable", "possible", "low", "earned", "high"]
THREE_DECIMALS = ["score", "low", "high", "coverage", "credit", "swing"]


class Checker:
    def __init__(self, program, root):
        self.program, self.root = program, root
        with open(os.path.join(root, "schema/plumbline.schema.json"), encoding="utf-8") as file:
            self.schema = json.load(file)
        Draft202012Validator.check_schema(self.schema)
        # Of all forms, those that score writes: one record, or an array of them.
        self.whole = Draft202012Validator({"oneOf": self.schema["oneOf"][:2], "$defs": self.schema["$defs"]})
        self.passed = self.failed = 0

    def run(self, *args):
        """(parsed JSON with exact numbers, its text, exit code)"""
        env = {**os.environ, "LC_ALL": "C", "TZ": "UTC", "TERM": "dumb"}
        done = subprocess.run([self.program, "score", "--format", "json", *args], cwd=self.root, env=env,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        text = done.stdout.decode("utf-8")
        return json.loads(text, parse_float=Decimal), text, done.returncode

    def valid(self, output):
        """What the schema says against an output, or None. Numbers as JSON readers have them."""
        plain = json.loads(json.dumps(output, default=float))
        if self.whole.is_valid(plain):
            return None
        kind = "unreadable" if isinstance(plain, dict) and "errors" in plain else "assessment"
        part = Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": self.schema["$defs"]})
        error = best_match(part.iter_errors(plain)) or best_match(self.whole.iter_errors(plain))
        return f"schema: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"

    def report(self, name, wrong):
        self.passed, self.failed = self.passed + (not wrong), self.failed + bool(wrong)
        print(f"not ok {name}" if wrong else f"ok {name}")
        for what in wrong[:10]:
            print(f"    {what}")
        if len(wrong) > 10:
            print(f"    and {len(wrong) - 10} more")

    def check(self, name, path, *args):
        """Holds the output for one sound profile to everything; returns it."""
        a, text, code = self.run(*args, path)
        invalid = self.valid(a)
        wrong = ([invalid] if invalid else []) + ([f"exit code {code}"] if code else [])
        if not invalid:
            pack = args[args.index("--pack") + 1] if "--pack" in args else os.path.join(self.root, "rules/core")
            wrong += check_scores(a) + check_findings(a, pack) + check_lists(a) + check_evidence(a)
            wrong += check_file(a, path) + check_as_of(a, "--as-of" in args) + check_text(text)
        self.report(name, wrong)
        return a


# --- arithmetic ---

def share(part, whole):
    """100 x part / whole in thousandths, half up, as the score is written."""
    return Decimal((2 * part * 100000 + whole) // (2 * whole)) / 1000


def score_of(tally):
    if tally["applicable"] == 0:
        return {"score": None, "low": 0, "high": 100, "coverage": 0}
    return {"score": share(tally["earned"], tally["possible"]) if tally["possible"] else None,
            "low": share(tally["low"], tally["applicable"]),
            "high": share(tally["high"], tally["applicable"]),
            "coverage": share(tally["possible"], tally["applicable"])}


def add(rows):
    return {key: sum(row[key] for row in rows) for key in TALLY}


def tally_of(finding):
    """What a finding adds to the ledger, from its outcome, ends and points alone."""
    full = 1000 * finding["points"]
    if finding["outcome"] == "not_applicable":
        return dict.fromkeys(TALLY, 0)
    if finding["worst"] is None:
        return {**dict.fromkeys(TALLY, 0), "applicable": full, "high": full}
    low, high = (int(finding["points"] * finding[end]["credit"] * 1000) for end in ("worst", "best"))
    return {"applicable": full, "possible": full, "low": low, "high": high, "earned": (low + high + 1) // 2}


def compare(what, got, wanted):
    return [f"{what}.{key}: is {got[key]}, should be {wanted[key]}" for key in wanted if got[key] != wanted[key]]


def check_scores(a):
    wrong = compare("ledger.total", a["ledger"]["total"], add(a["ledger"]["rows"]))
    wrong += compare("company", a, score_of(a["ledger"]["total"]))
    rows = {row["rule"]: row for row in a["ledger"]["rows"]}
    company = {theme["id"] for theme in a["themes"] if theme["of"] == "company"}
    for finding in a["findings"]:
        if finding["theme"] in company:
            wrong += compare(f"ledger of {finding['rule']}", rows.pop(finding["rule"]), tally_of(finding))
    wrong += [f"ledger: {rule} has no finding" for rule in rows]
    for theme in a["themes"]:
        own = add([tally_of(f) for f in a["findings"] if f["theme"] == theme["id"]])
        if theme["of"] == "company" or a["fit"]:
            wrong += compare(f"theme {theme['id']}", theme, score_of(own))
    if a["fit"]:
        fit = {theme["id"] for theme in a["themes"] if theme["of"] == "fit"}
        wrong += compare("fit", a["fit"], score_of(add([tally_of(f) for f in a["findings"] if f["theme"] in fit])))
    if a["without_waived"]:
        left = [f for f in a["findings"]
                if f["theme"] in company and not (f["waiver"] and f["waiver"]["holds"])]
        wrong += compare("without_waived", a["without_waived"], score_of(add([tally_of(f) for f in left])))
    if a["score"] is not None and not a["low"] <= a["score"] <= a["high"]:
        wrong.append(f"score {a['score']} lies outside {a['low']} to {a['high']}")
    if sum(row["applicable"] for row in a["ledger"]["rows"]) > 1000 * a["pack"]["points"]:
        wrong.append("more points are applicable than the pack has")
    return wrong


SEVERITY = {"pass": 0, "info": 0, "minor": 1, "major": 2, "critical": 3}


def severity_of(finding):
    """What certainly holds: the milder end, a credit by its bounds."""
    end = finding["best"]
    if end is None:
        return 0
    if end["outcome"] == "credit":
        return sum(end["credit"] < Decimal(bound) for bound in ("1", "0.425", "0.125"))
    return SEVERITY[end["outcome"]]


def check_findings(a, pack):
    """Severity, span and both ends of each finding against each other; the rule's file in the pack."""
    wrong = []
    for f in a["findings"]:
        wrong += compare(f["rule"], f, {"severity": severity_of(f)})
        if f["worst"]:
            ends = [(f[end]["outcome"], f[end]["credit"]) for end in ("worst", "best")]
            wrong += compare(f["rule"], f, {"outcome": "span" if ends[0] != ends[1] else ends[0][0]})
            if ends[0][1] > ends[1][1]:
                wrong.append(f"{f['rule']}: worst earns more than best")
        with open(os.path.join(pack, f["file"]), encoding="utf-8") as file:
            if not re.split("[_.]", os.path.basename(f["file"]))[0] == f["rule"] or f["title"] not in file.read():
                wrong.append(f"{f['rule']} is not in {f['file']}")
    return wrong


def check_evidence(a):
    """Facts read and the kinds of their sources, from the decided findings and the statements."""
    company = {theme["id"] for theme in a["themes"] if theme["of"] == "company"}
    read = {name for f in a["findings"] if f["theme"] in company and f["worst"] for name in f["reads"]}
    known = [fact for fact in a["facts"]
             if fact["fact"] in read and fact["state"] == "known" and fact["statements"]]
    kinds = {source["id"]: source["kind"] or "unstated" for source in a["sources"]}
    told = [kinds.get(s["source"], "unstated") for fact in known for s in fact["statements"]]
    wrong = compare("confidence", a["confidence"], {"facts_read": len(known)})
    return wrong + compare("confidence.by_kind", a["confidence"]["by_kind"],
                           {kind: told.count(kind) for kind in a["confidence"]["by_kind"]})


def check_lists(a):
    """Criticals, questions, confidence, from the findings."""
    company = {theme["id"] for theme in a["themes"] if theme["of"] == "company"}
    own = [f for f in a["findings"] if f["theme"] in company]
    critical = [f for f in own if f["severity"] == 3]
    wrong = compare("verdict", a["verdict"], {"criticals": [f["rule"] for f in critical]})
    if a["without_waived"]:
        left = [f["rule"] for f in critical if not (f["waiver"] and f["waiver"]["holds"])]
        wrong += compare("without_waived.verdict", a["without_waived"]["verdict"], {"criticals": left})
    open_rules = [f["rule"] for f in own if f["outcome"] in ("span", "unknown") and
                  not (f["waiver"] and f["waiver"]["holds"])]
    if sorted(q["rule"] for q in a["questions"]) != sorted(open_rules):
        wrong.append("questions are not those of the open rules")
    order = [(not q["could_be_critical"], -q["swing"]) for q in a["questions"]]
    if order != sorted(order):
        wrong.append("questions do not go from the most telling down")
    if a["confidence"]["coverage"] != a["coverage"]:
        wrong.append("confidence.coverage is not the coverage")
    for f in own:
        wrong += [f"{f['rule']} misses {name}, which it never read" for name in f["missing"] if name not in f["reads"]]
    return wrong


# --- against the file ---

def stated_in(text):
    """{section.key: [lines]} of the file, by a reader that knows nothing of ours but the form of a line."""
    stated, section = {}, ""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        head = re.match(r"\[\s*([^\]\s]+)[^\]]*\]", line)
        pair = re.match(r"([^\s;#\[=:][^=:]*?)\s*[=:]", line)
        if head:
            section = head.group(1).lower()
        elif pair:
            key = re.sub(r"[\s-]+", "_", pair.group(1).strip().lower())
            stated.setdefault(f"{section}.{key}", []).append(number)
    return stated


def check_file(a, path):
    with open(path, "rb") as file:
        data = file.read()
    wrong = []
    if hashlib.sha256(data).hexdigest() != a["profile_sha256"]:
        wrong.append("profile_sha256 is not that of the file")
    stated = stated_in(data.decode("utf-8"))
    lines = data.decode("utf-8").splitlines()
    facts = {fact["fact"]: fact for fact in a["facts"]}
    for name, fact in facts.items():
        told = [statement["line"] for statement in fact["statements"]]
        if name == "company.as_of" and a["as_of_from"] == "option":
            told = stated.get(name) if not told else told  # the file's own day does not count
        if told != stated.get(name):
            wrong.append(f"{name}: lines {told}, the file has it on {stated.get(name)}")
            continue
        key = name.split(".")[1]
        for s in fact["statements"]:
            there = lines[s["line"] - 1].encode("utf-8")[s["column"] - 1:].decode("utf-8", "replace")
            said, _, value = there.replace(":", "=", 1).partition("=") if "=" not in there else there.partition("=")
            if re.sub(r"[\s-]+", "_", said.strip().lower()) != key or not value.strip(' \t"').startswith(
                    s["written"].split(" ")[0]):
                wrong.append(f"{name}: line {s['line']} column {s['column']} has '{there}', not '{s['written']}'")
    for rate in a["rates"]:
        there = re.match(r"\s*(\w+)\s*[=:]\s*([0-9.]+)\s*(\w+)(?:\s*@(\w+))?", lines[rate["line"] - 1])
        if not there or (there[1].upper(), Decimal(there[2]), there[3].upper(), there[4]) != (
                rate["from"], Decimal(rate["rate"]), rate["to"], rate["source"]):
            wrong.append(f"rate {rate} is not on line {rate['line']}")
    if sorted(rate["line"] for rate in a["rates"]) != sorted(
            line for name, told in stated.items() if name.startswith("rates.") for line in told):
        wrong.append("rates are not those of the file")
    own = facts.get("company.currency")
    amounts = [re.fullmatch(r"\W*[0-9].* ([A-Z]{3})", s["value"]) for fact in a["facts"] for s in fact["statements"]]
    shared = {amount[1] for amount in amounts if amount}
    wrong += compare("top", a, {"currency": own["value"] if own and own["state"] == "known" else
                                shared.pop() if len(shared) == 1 else None})
    sections = {"source", "waive", "rates"}
    for name in stated:
        if name not in facts and name.split(".")[0] not in sections:
            wrong.append(f"the file states {name}, the output does not")
    # What was read is stated, or else the file does not have it (and as_of can come from the command).
    for finding in a["findings"]:
        wrong += [f"{finding['rule']} read {name}, which facts lacks" for name in finding["reads"]
                  if name not in facts and name in stated]
    for source in a["sources"]:
        if not re.match(r"\[\s*source\s+" + re.escape(source["id"]) + r"\s*\]", lines[source["line"] - 1], re.I):
            wrong.append(f"source {source['id']} is not on line {source['line']}")
        uses = sum(s["source"] == source["id"] for fact in a["facts"] for s in fact["statements"])
        uses += sum(bool(re.search(rf"@{source['id']}\b", lines[line - 1]))  # rates cite too, and are not facts
                    for name, told in stated.items() if name.startswith("rates.") for line in told)
        if uses != source["uses"]:
            wrong.append(f"source {source['id']}: {source['uses']} uses, {uses} statements cite it")
    return wrong


def check_as_of(a, given):
    """Where the day is from; the profile's own where the command gives none."""
    own = next((f["value"] for f in a["facts"] if f["fact"] == "company.as_of" and f["state"] == "known"), None)
    if given:
        return compare("top", a, {"as_of_from": "option"})
    return compare("top", a, {"as_of": own, "as_of_from": own and "profile"})


def check_text(text):
    """Scores are written with three decimals, and nothing else has any."""
    wrong = []
    for key, number in re.findall(r'"(\w+)": (-?[0-9][0-9.eE+-]*)', text):
        decimals = key in THREE_DECIMALS and not re.search(rf'"{key}": [0-9]+(,|\n)', text)
        if decimals and not re.fullmatch(r"[0-9]+\.[0-9]{3}", number):
            wrong.append(f"{key} is written {number}, not with three decimals")
    return wrong


# --- the schema refuses what is broken ---

def places(node, path=()):
    """Paths of all objects in an output, one for each form: list positions count as the same."""
    if isinstance(node, dict):
        yield path, tuple("*" if isinstance(p, int) else p for p in path)
        for key, value in node.items():
            yield from places(value, path + (key,))
    elif isinstance(node, list):
        for i, value in enumerate(node):
            yield from places(value, path + (i,))


def at(node, path):
    for step in path:
        node = node[step]
    return node


def thinned(node):
    """The same with each list cut to one item of each form."""
    if isinstance(node, dict):
        return {key: thinned(value) for key, value in node.items()}
    if not isinstance(node, list):
        return node
    forms = {}
    for item in node:
        forms.setdefault(str([(k, type(v)) for k, v in item.items()]) if isinstance(item, dict) else "plain",
                         thinned(item))
    return list(forms.values())


def broken(output):
    """Copies with one field taken away, one added, and one of the wrong type, for each object once."""
    seen = set()
    for path, form in places(output):
        keys = tuple(sorted(at(output, path)))
        if (form, keys) in seen:
            continue
        seen.add((form, keys))
        where = "/".join(map(str, path)) or "top"
        changed = copy.deepcopy(output)
        at(changed, path)["surplus"] = 1
        yield f"{where} with a field more", changed
        for key in keys:
            changed = copy.deepcopy(output)
            del at(changed, path)[key]
            yield f"{where} without {key}", changed
            changed = copy.deepcopy(output)
            at(changed, path)[key] = {"wrong": "type"}
            yield f"{where} with {key} of another type", changed


SPOILT = [  # a place, a value it must not have
    (("verdict", "kind"), "too little is known"), (("findings", 0, "severity"), 4), (("currency",), "usd"),
    (("as_of_from",), None), (("as_of_from",), "file"), (("file",), "a\x1b[31mb"), (("company",), "a\u202eb"),
    (("rates", 0, "rate"), "1.10"), (("rates", 0, "rate"), "1e3"), (("findings", 0, "file"), "/RE01.lua"), (("findings", 0, "outcome"), "bad"), (("facts", 0, "state"), "maybe"),
    (("score",), 100.5), (("low",), -1), (("schema",), 2), (("profile_sha256",), "XYZ"), (("as_of",), "yesterday"),
    (("findings", 0, "reads"), ["no name"]), (("facts", 0, "statements", 0, "line"), 0),
    (("facts", 0, "statements"), [1]), (("ledger", "unit"), "points"), (("ledger", "total", "earned"), -1),
    (("classification", "axes", 0, "vote"), 2), (("sources", 0, "kind"), "rumour"), (("integrity",), "unknown"),
]


def undescribed(node, path="schema"):
    """Fields of the schema that say nothing about themselves, and objects that are left open."""
    if not isinstance(node, dict):
        return
    for name, field in node.get("properties", {}).items():
        target = "if" in path or "then" in path or "else" in path
        if not target and isinstance(field, dict) and "description" not in field and "$ref" not in field:
            yield f"{path}/{name} has no description"
    more = node.get("additionalProperties")
    if node.get("type") == "object" and more is not False and not isinstance(more, dict):
        yield f"{path} does not say what other fields it may have"
    for key, value in node.items():
        for i, part in enumerate(value if isinstance(value, list) else [value]):
            yield from undescribed(part, f"{path}/{key}" + (f"/{i}" if isinstance(value, list) else ""))


RICH = """
[fit]
hours_per_week = 6 hours
would_buy_without_plan = no

[waive RE02]
reason = the plan changes in June
until = 2024-06-30

[waive CE03]
until = never

[rates]
eur = 1.083 USD @S1
"""

# What must not stand beside what: an outcome, and what the finding would say with it.
AT_ODDS = [
    ("unknown", {"severity": 0, "worst": None}), ("unknown", {"severity": 0, "best": None}),
    ("error", {"severity": 1, "worst": None, "best": None}), ("span", {"worst": None}), ("pass", {"error_line": 3}),
    ("unknown", {"severity": 0, "worst": None, "best": None, "error_line": 3}), ("error", {"error_line": 0}),
]


def check_schema(checker):
    """The schema describes itself, and accepts a rich assessment but none with a fault anywhere."""
    checker.report("schema describes every field", list(undescribed(checker.schema)))
    with open(os.path.join(checker.root, "profiles/peakrise.ini"), encoding="utf-8") as file:
        text = file.read() + RICH
    with tempfile.NamedTemporaryFile("w", suffix=".ini", encoding="utf-8") as rich:
        rich.write(text)
        rich.flush()
        sample = checker.check("a profile with waivers and fit", rich.name)
    sample = json.loads(json.dumps(sample, default=float))
    forms = [("without_waived",), ("fit",), ("findings", 0, "waiver")]
    wrong = [f"the sample has no {'/'.join(map(str, path))}" for path in forms[:2] if at(sample, path) is None]
    wrong += [] if any(f["waiver"] for f in sample["findings"]) else ["the sample has no waived finding"]
    small = thinned(sample)
    invalid = checker.valid(small)
    wrong += [invalid] if invalid else []
    wrong += [f"accepted: {name}" for name, output in broken(small) if checker.whole.is_valid(output)]
    for path, value in SPOILT:
        changed = copy.deepcopy(small)
        at(changed, path[:-1])[path[-1]] = value
        if checker.whole.is_valid(changed):
            wrong.append(f"accepted: {'/'.join(map(str, path))} = {value}")
    decided = next(i for i, f in enumerate(small["findings"]) if f["worst"])
    for outcome, fields in AT_ODDS:
        changed = copy.deepcopy(small)
        changed["findings"][decided].update(fields, outcome=outcome)
        if checker.whole.is_valid(changed):
            wrong.append(f"accepted: {outcome} with {fields}")
    checker.report("schema refuses broken assessments", wrong)


def check_rule_error(checker):
    """A rule that breaks is a finding like any other."""
    tests = os.path.join(checker.root, "tests/cli")
    a = checker.check("a rule that breaks", os.path.join(tests, "pack-tiny/company.ini"), "--pack",
                      os.path.join(tests, "rule-error/pack"))
    found = [f["rule"] for f in a["findings"] if f["outcome"] == "error" and f["error_line"]]
    checker.report("an error has its line", [] if found == ["PE01"] else [f"errors of {found}"])


def check_part(checker):
    """A score by a part of the rules says so, and counts no other."""
    path = os.path.join(checker.root, "profiles/peakrise.ini")
    whole = checker.check("all rules", path)
    a = checker.check("a part of the rules", path, "--only", "RE*,theme:fit", "--skip", "re02 or\npoints < 16")
    kept = [f["rule"] for f in whole["findings"]
            if f["rule"].startswith("RE") and f["rule"] != "RE02" and f["points"] >= 16]
    rows = [row["rule"] for row in a["ledger"]["rows"]]
    wrong = [] if rows == kept and len(kept) > 3 else [f"rows of {rows}, not of {kept}"]
    points = sum(f["points"] for f in whole["findings"] if f["rule"] in kept)
    wrong += compare("pack", a["pack"], {**whole["pack"], "points": points, "only": "RE*,theme:fit",
                                         "skip": "re02 or points < 16"})
    wrong += compare("whole pack", whole["pack"], {"only": None, "skip": None})
    checker.report("a part says that it is one", wrong)


def check_rule_list(checker):
    """The list of rules as JSON holds what the findings say of the same rules."""
    def listed(*args):
        out = subprocess.run([checker.program, "rules", "list", "--format", "json", *args],
                             stdout=subprocess.PIPE, check=True, cwd=checker.root).stdout
        return json.loads(out)["rules"]
    rules = {rule["id"]: rule for rule in listed()}
    a, _, _ = checker.run("profiles/peakrise.ini")
    wrong = []
    for f in a["findings"]:
        rule = rules[f["rule"]]
        wrong += compare(f["rule"], rule, {key: f[key] for key in ("title", "theme", "points", "cites", "file")})
        wrong += [f"{f['rule']} reads {fact} undeclared" for fact in f["reads"] if fact not in rule["facts"]]
    keys = {"id", "title", "theme", "points", "worst", "facts", "cites", "file"}
    wrong += [f"{id}: keys {sorted(rule)}" for id, rule in rules.items() if set(rule) != keys]
    some = [rule["id"] for rule in listed("severity=critical", "and", "theme:costs")]
    wanted = [id for id, rule in rules.items() if (rule["worst"], rule["theme"]) == ("critical", "costs")]
    wrong += [] if some == wanted and some else [f"selected {some}, not {wanted}"]
    checker.report("the list of rules", wrong)


def check_names(checker):
    """Names of files that are no text, or not for a terminal: the JSON is sound all the same."""
    names = {b"esc\x1b[31m.ini": "esc?[31m.ini", b"not\xffutf8.ini": "not?utf8.ini",
             "c1\u009bx.ini".encode(): "c1??x.ini", "bidi\u202ex.ini".encode(): "bidi???x.ini"}
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for name, shown in names.items():
            path, absent = os.fsencode(folder) + b"/" + name, os.fsencode(folder) + b"/no-" + name
            points = os.fsencode(folder) + b"/points-" + name
            for file, text in ((path, "[plan]\nlevels_paid = 7\n"), (points, "[points]\nRE02 = 60\n")):
                with open(file, "w", encoding="utf-8") as made:
                    made.write(text)
            for what, at_fault, args in (("read", shown, (path,)), ("absent", "no-" + shown, (absent,)),
                                         ("points", "points-" + shown, ("--points", points, path))):
                try:
                    a, _, _ = checker.run(*args)
                except UnicodeDecodeError as error:
                    wrong.append(f"{name}, {what}: not UTF-8: {error.reason}")
                    continue
                invalid = checker.valid(a)
                wrong += [f"{name}, {what}: {invalid}"] if invalid else []
                got = a["pack"]["points_file"] if what == "points" else a["file"]
                if os.path.basename(got) != at_fault:
                    wrong.append(f"{name}, {what}: named {got!r}")
    checker.report("names of files that are not for a terminal", wrong)


def check_several(checker):
    """An array with a broken file inside, and the record of that file on its own."""
    good = "profiles/sunleaf.ini"
    with tempfile.NamedTemporaryFile("w", suffix=".ini", encoding="utf-8") as bad:
        bad.write("[company]\nname = Broken\n[plan]\nlevels = 5\nlevels_paid = five\n")
        bad.flush()
        many, _, code = checker.run(good, bad.name, good)
        alone, _, code_alone = checker.run(bad.name)
    wrong = [w for w in [checker.valid(many), checker.valid(alone)] if w]
    if (code, code_alone) != (3, 3):
        wrong.append(f"exit codes {code} and {code_alone}, not 3 and 3")
    if [("errors" in record) for record in many] != [False, True, False] or many[0] != many[2]:
        wrong.append("the array does not hold the companies in their order")
    if [error["line"] for error in alone["errors"]] != [4, 5]:
        wrong.append(f"errors on lines 4 and 5 wanted: {alone['errors']}")
    alone = json.loads(json.dumps(alone))
    wrong += [f"accepted: unreadable {name}" for name, output in broken(alone) if checker.whole.is_valid(output)]
    wrong += [f"accepted: array of {n}" for n in (0, 1) if not checker.valid(many[:n])]
    checker.report("several companies, one of them unreadable", wrong)


def main(program, root):
    checker = Checker(os.path.abspath(program), os.path.abspath(root))
    profiles = sorted(glob.glob(os.path.join(checker.root, "profiles/*.ini")) +
                      glob.glob(os.path.join(checker.root, "tests/fixtures/*.ini")))
    if len(profiles) < 10:
        checker.report("there are profiles to check", [f"only {len(profiles)}"])
    for path in profiles:
        checker.check(os.path.relpath(path, checker.root), path)
    checker.check("a day from the command", os.path.join(checker.root, "profiles/sunleaf.ini"), "--as-of",
                  "2024-05-03")
    check_part(checker)
    check_rule_list(checker)
    check_names(checker)
    check_several(checker)
    check_schema(checker)
    check_rule_error(checker)
    print(f"{checker.passed} passed, {checker.failed} failed")
    return 1 if checker.failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    here = os.path.dirname(os.path.abspath(__file__))
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else os.path.join(here, "../..")))
