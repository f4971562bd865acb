#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Has other people's programs read what 'score' and 'audit' write for build servers, and holds it to the JSON Lines.

usage: check.py PLUMBLINE PROJECT     prints 'ok NAME' or what is wrong; exit code 1 where anything is

Companies and files with names that are made to break out stand among ordinary and broken ones. SARIF is read by ajv
with the official schema, JUnit by expat and junitparser, TAP by tap-parser and prove, annotations by the form that is
documented, every line of JSON Lines by python3-jsonschema. What each of them says of a rule must be what the others
say. The same bytes come from score, from audit at any number of workers, and through '--sarif' and '--junit'.
"""
import fcntl
import filecmp
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import time
import xml.etree.ElementTree as ElementTree

import junitparser
from jsonschema import Draft202012Validator

HERE = os.path.dirname(os.path.abspath(__file__))
FORMATS = ["sarif", "junit", "tap", "github"]
NAMES = ["<script>alert(1)</script>\"'&", '=HYPERLINK("x")', "]]><!-- --", "ok 1 - x # SKIP", "# TODO \\#", "::error::x",
         "%0A::warning::%25", "חברה בע\"מ, תל אביב", "\u202egnp.exe", "n" * 10000, "a\x1b[31mb", "a\x00b", "a\x07\x7fb",
         "a\u009bb", "\ufffe\uffff", "Ölmühle \U0001F9EA", "  - indented", "Bail out! now", "1..3", "a\\", "{}[],\"\\\\"]
FILES = ["plain.ini", "<a href=\"x\">&'.ini", "=1+1.ini", "#1 SKIP.ini", "a,b:c::d%.ini", "a\x1b[31m\n\tb.ini",
         "\u202eini.ini", "שלום.ini", "ok 7 - x.ini", "é\udcff.ini", " two  blanks .ini"]


class Checker:
    def __init__(self, program, root, folder):
        self.program, self.root, self.folder = os.path.abspath(program), os.path.abspath(root), folder
        self.failed = 0
        with open(os.path.join(root, "schema/plumbline.schema.json"), encoding="utf-8") as file:
            schema = json.load(file)
        self.lines = {kind: Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})
                      for kind, name in (("run", "run_line"), ("company", "company_line"), ("full", "company_line_full"),
                                         ("error", "error_line"), ("summary", "summary_line"),
                                         ("stopped", "summary_line"))}

    def report(self, name, wrong):
        self.failed += bool(wrong)
        print(f"ok {name}" if not wrong else f"not ok {name}: {wrong}"[:3000])

    def equal(self, name, got, wanted):
        if got == wanted:
            return self.report(name, "")
        both = zip(got, wanted) if isinstance(got, list) and len(got) == len(wanted) else [(got, wanted)]
        return self.report(name, next(f"is {a}, should be {b}" for a, b in both if a != b))

    def run(self, out, *words):
        """The exit code; the output goes to the file."""
        with open(out, "wb") as file:
            done = subprocess.run([self.program, *words], stdout=file, stderr=subprocess.PIPE, check=False,
                                  cwd=self.folder, env={**os.environ, "LC_ALL": "C", "TZ": "UTC"})
        if done.returncode not in (0, 3):
            self.report(" ".join(map(ascii, words))[:200], f"exit code {done.returncode}: {done.stderr[:1000]}")
        return out

    def path(self, name):
        return os.path.join(self.folder, name)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def node(script, *args, text=None):
    return subprocess.run(["node", os.path.join(HERE, script), *args], input=text, stdout=subprocess.PIPE, check=True,
                          encoding="utf-8").stdout


def install():
    """What is pinned in package-lock.json, once."""
    pinned, there = os.path.join(HERE, "package-lock.json"), os.path.join(HERE, "node_modules/.pinned")
    if not os.path.exists(there) or not filecmp.cmp(pinned, there, shallow=False):
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=HERE, check=True)
        shutil.copyfile(pinned, there)


# --- companies ---

PROFILE = """[company]
name = {name}
as_of = 2024-05-02
[recruit]
income_from_recruiting_pct = {pct}% @S1 p.1
[cost]
join_fee = {fee} USD
[source S1]
title = {name}
[waive RE02]
reason = {name}
"""


def make_companies(c):
    os.makedirs(c.path("p"))
    for number, name in enumerate(NAMES):
        write(c, f"p/name{number:02}.ini", PROFILE.format(name=name, pct=5 * number, fee=100 * number))
    for number, file in enumerate(FILES):
        write(c, f"p/{file}", PROFILE.format(name="x", pct=9 * number, fee=100 * number))
    write(c, "p/broken.ini", "[company]\nnaam = <b>\"x\"%0A\n[nowhere]\n=1\n")
    write(c, "p/empty.ini", "")
    for file in ("sunleaf", "peakrise", "mellin_tea"):
        shutil.copyfile(os.path.join(c.root, f"profiles/{file}.ini"), c.path(f"p/{file}.ini"))


def write(c, name, text):
    with open(os.fsencode(c.folder) + b"/" + name.encode("utf-8", "surrogateescape"), "wb") as file:
        file.write(text.encode("utf-8", "surrogateescape"))


# --- JSON Lines, and what they say of each finding ---

def check_lines(c, name, text):
    wrong = []
    detail = json.loads(text.split("\n", 1)[0])["detail"]
    if not text.endswith("\n"):
        wrong.append("the last line has no end")
    for number, line in enumerate(text.splitlines(), 1):
        record = json.loads(line)
        kind = "full" if record["record"] == "company" and detail == "full" else record["record"]
        wrong += [f"{number}: {'/'.join(map(str, e.absolute_path))}: {e.message[:200]}"
                  for e in c.lines[kind].iter_errors(record)]
        if re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line):
            wrong.append(f"{number}: control characters")
        if kind == "company" and ("findings" in record) != (detail == "findings"):
            wrong.append(f"{number}: findings and detail {detail}")
    c.report(name, wrong)


def verdict(f):
    if f["outcome"] == "error":
        return "error"
    if f["outcome"] in ("unknown", "not_applicable"):
        return "skipped"
    if f["severity"] == 0:
        return "pass"
    return "skipped" if f.get("waiver") == "holds" else "failure"


def kind(f):
    if f["severity"]:
        return "fail"
    return {"error": "review", "unknown": "open", "span": "open", "not_applicable": "notApplicable",
            "info": "informational"}.get(f["outcome"], "pass")


def records(text):
    return [r for r in map(json.loads, text.splitlines()) if r["record"] in ("company", "error")]


# --- SARIF ---

def spoilt(log):
    """Copies that no validator may accept."""
    for what, change in (("no version", lambda l: l.pop("version")),
                         ("a result without message", lambda l: l["runs"][0]["results"][0].pop("message")),
                         ("an unknown kind", lambda l: l["runs"][0]["results"][0].update(kind="bad")),
                         ("an unknown state", lambda l: l["runs"][0]["results"][0].update(baselineState="gone")),
                         ("line 0", lambda l: l["runs"][0]["results"][0]["locations"][0]["physicalLocation"].update(
                             region={"startLine": 0})),
                         ("a rule without id", lambda l: l["runs"][0]["tool"]["driver"]["rules"][0].pop("id")),
                         ("a field of ours", lambda l: l["runs"][0]["results"][0].update(company="x"))):
        copy = json.loads(json.dumps(log))
        change(copy)
        yield what, copy


def check_sarif_schema(c, *files):
    logs = list(spoilt(json.loads(read(files[0]))))
    for number, (_, copy) in enumerate(logs):
        write(c, f"spoilt{number}.sarif", json.dumps(copy))
    said = node("sarif.mjs", *files, *(c.path(f"spoilt{n}.sarif") for n in range(len(logs)))).splitlines()
    for file, line in zip(files, said):
        c.report(f"{os.path.basename(file)}: fits the schema of SARIF 2.1.0", line if line != "null" else "")
    c.equal("the schema refuses", [what for (what, _), line in zip(logs, said[len(files):]) if line == "null"], [])


def uri_name(uri):
    return re.sub("%(..)", lambda m: chr(int(m[1], 16)), uri).encode("latin-1").decode("utf-8")


def results_of(log, absent=False):
    return [r for r in log["runs"][0]["results"] if (r.get("baselineState") == "absent") == absent]


def place_of(result):
    return uri_name(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])


def check_sarif(c, text, lines):
    log = json.loads(text)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    results = results_of(log)
    wanted = []
    for r in lines:
        wanted += [(r["name"], f["rule"], kind(f), r["company"]) for f in r.get("findings", [])]
        wanted += [(r["name"], "unreadable", "fail", None) for _ in r.get("errors", [])]
    c.equal("SARIF: every finding once, in order",
            [(place_of(r), r["ruleId"], r["kind"], r.get("properties", {}).get("company")) for r in results], wanted)
    c.equal("SARIF: rules by their number", [rules[r["ruleIndex"]]["id"] for r in results], [w[1] for w in wanted])
    c.equal("SARIF: a level where it fails, and nowhere else",
            [r["level"] != "none" for r in results], [r["kind"] == "fail" for r in results])
    prints = [r["partialFingerprints"]["companyAndRule/v1"] for r in results]
    c.equal("SARIF: fingerprints tell results apart", len(set(prints)), len(prints))
    waived = [f.get("waiver") for r in lines for f in r.get("findings", [])]
    c.equal("SARIF: suppressions", sorted(s["status"] for r in results for s in r.get("suppressions", [])),
            sorted({"holds": "accepted", "lapsed": "rejected"}[w] for w in waived if w))


def check_baseline(c):
    """What was changed since is told, and nothing else."""
    c.run(c.path("old.jsonl"), "audit", "-q", "p", "--format", "jsonl")
    c.run(c.path("same.sarif"), "audit", "-q", "p", "--format", "sarif", "--baseline", "old.jsonl")
    log = json.loads(read(c.path("same.sarif")))
    c.equal("baseline: nothing changed", {r["baselineState"] for r in log["runs"][0]["results"]}, {"unchanged"})
    os.rename(c.path("p/peakrise.ini"), c.path("p/other.ini"))
    write(c, "p/plain.ini", PROFILE.format(name="x", pct=99, fee=900))
    write(c, "p/broken.ini", "[company]\n\nnaam = <b>\"x\"%0A\n")
    write(c, "p/empty.ini", "[company]\nnaam = 1\n")
    shutil.copyfile(c.path("p/mellin_tea.ini"), c.path("p/name00.ini"))
    words = "-q", "p", "--baseline", "old.jsonl", "--format", "sarif"
    c.run(c.path("changed.sarif"), "audit", *words, "-j", "1")
    c.run(c.path("changed4.sarif"), "audit", *words, "-j", "4")
    c.equal("baseline: the same bytes with 1 and 4 workers", read(c.path("changed4.sarif")), read(c.path("changed.sarif")))
    c.run(c.path("new.jsonl"), "audit", "-q", "p", "--format", "jsonl")
    old, new = (records(read(c.path(name))) for name in ("old.jsonl", "new.jsonl"))
    c.equal("baseline: states", states_of(json.loads(read(c.path("changed.sarif")))), wanted_states(old, new))
    c.equal("baseline: all four", sorted({s for _, _, s in wanted_states(old, new)}),
            ["absent", "new", "unchanged", "updated"])


def states_of(log):
    return sorted((place_of(r), r["ruleId"], r["baselineState"]) for r in log["runs"][0]["results"])


def said(records_of):
    """What is said of (company, rule, the reason why it cannot be read, how often that stands before)."""
    out = {}
    for r in records_of:
        for f in r.get("findings", []):
            out[r["name"], f["rule"], "", 0] = {k: f.get(k) for k in ("outcome", "severity", "waiver", "message")}
        for e in r.get("errors", []):
            before = sum(key[:3] == (r["name"], "unreadable", e["message"]) for key in out)
            out[r["name"], "unreadable", e["message"], before] = e["message"]
    return out


def wanted_states(old, new):
    old, new = said(old), said(new)
    states = [(*key[:2], "new" if key not in old else "unchanged" if old[key] == what else "updated")
              for key, what in new.items()]
    unread = {key[0] for key in new if key[1] == "unreadable"}  # nothing shows that its findings are gone
    return sorted(states + [(*key[:2], "unchanged" if key[0] in unread and key[1] != "unreadable" else "absent")
                            for key in old if key not in new])


# --- JUnit ---

def xml_name(name):
    return re.sub("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]", "?", name)


def check_junit(c, path, lines):
    suites = ElementTree.parse(path).getroot()
    got, wanted = [], []
    for suite in suites:
        cases = [next((e.tag for e in case), "pass") for case in suite]
        counts = {"tests": len(cases), **{k: cases.count(e) for k, e in
                                          (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))}}
        got.append((suite.get("name"), {k: int(suite.get(k)) for k in counts}, cases))
        if counts != got[-1][1]:
            c.report(f"JUnit: {suite.get('name')[:40]} counts its cases", counts)
    for r in lines:
        cases = [verdict(f) for f in r["findings"]] if "findings" in r else ["error"]
        wanted.append((xml_name(r.get("company", r["name"])),
                       {"tests": len(cases), "failures": cases.count("failure"), "errors": cases.count("error"),
                        "skipped": cases.count("skipped")}, cases))
    c.equal("JUnit: every finding once, in order", got, wanted)
    c.equal("JUnit: elements", sorted({e.tag for e in suites.iter()}),
            ["error", "failure", "skipped", "testcase", "testsuite", "testsuites"])
    read_back = junitparser.JUnitXml.fromfile(path)
    c.equal("JUnit: junitparser reads the same", [(s.name, s.tests, s.failures, s.errors, s.skipped) for s in read_back],
            [(n, k["tests"], k["failures"], k["errors"], k["skipped"]) for n, k, _ in wanted])


# --- TAP ---

def check_tap(c, path, lines):
    tap = json.loads(node("tap.mjs", text=read(path)))
    c.equal("TAP: version 14, and nothing that is no TAP", (tap["version"], tap["extra"], tap["failures"]), (14, [], []))
    c.equal("TAP: one test point a company", (tap["plan"], tap["count"], len(tap["companies"])), (len(lines),) * 3)
    got = [[("failure" if not t["ok"] else "skipped" if t["skip"] else "pass") for t in company["rules"]]
           for company in tap["companies"]]
    wanted = [[verdict(f).replace("error", "failure") for f in r["findings"]] if "findings" in r else ["failure"]
              for r in lines]
    c.equal("TAP: every finding once, in order", got, wanted)
    c.equal("TAP: a company passes where all its rules do", [company["ok"] for company in tap["companies"]],
            ["failure" not in rules for rules in wanted])
    c.equal("TAP: names", [one_blank(company["said"]) for company in tap["companies"]], [one_blank(r["name"]) for r in lines])
    write(c, "13.tap", read(path).replace("TAP version 14", "TAP version 13", 1))  # all that prove knows
    done = subprocess.run(["prove", "--exec", "cat", "--norc", c.path("13.tap")], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          check=False, encoding="utf-8")
    failed = sum("failure" in rules for rules in wanted)
    c.equal("TAP: prove counts the same", re.findall(r"Failed (\d+)/(\d+) subtests", done.stdout),
            [(str(failed), str(len(lines)))])
    c.equal("TAP: prove finds no fault in it", re.findall("Parse errors.*|No plan.*", done.stdout), [])


def one_blank(text):
    return " ".join(text.split())


# --- annotations ---

ANNOTATION = re.compile(r"::(error|warning|notice) file=([^\n\r:,]+)(?:,line=([1-9]\d*))?(?:,col=([1-9]\d*))?,"
                        r"title=([^\n\r:,]+)::([^\n\r]+)")


def unescaped(text):
    return re.sub("%(25|0D|0A|3A|2C)", lambda m: chr(int(m[1], 16)), text)


def check_github(c, text, lines):
    matches = [ANNOTATION.fullmatch(line) for line in text.removesuffix("\n").split("\n")]
    c.equal("annotations: each line is one", [m for m in matches if not m], [])
    wanted = []
    for r in lines:
        for f in r.get("findings", []):
            waived = f.get("waiver") == "holds" and f["severity"] > 0
            if verdict(f) in ("failure", "error") or waived:
                level = "notice" if waived else "warning" if f["severity"] == 1 else "error"
                wanted.append((level, r["name"], f["rule"]))
        wanted += [("error", r["name"], "the") for _ in r.get("errors", [])]
    c.equal("annotations: what fails, and what is waived",
            [(m[1], unescaped(m[2]), m[5].split()[0]) for m in matches], wanted)
    c.equal("annotations: escapes are those of the runner",
            [e for m in matches for e in re.findall("%..", m[2] + m[5] + m[6]) if e not in ("%25", "%0D", "%0A", "%3A", "%2C")],
            [])


# --- all of it ---

def check_same_bytes(c, files):
    for form in FORMATS:
        whole = c.run(c.path(f"a.{form}"), "audit", "-q", "p", "--format", form, "-j", "1")
        for what, words in (("4 workers", ("audit", "-q", "p", "--format", form, "-j", "4")),
                            ("score", ("score", "-q", *files, "--format", form))):
            c.equal(f"{form}: the same bytes from {what}", read(c.run(c.path("other"), *words)), read(whole))
    c.run(c.path("lines"), "audit", "-q", "p", "--format", "jsonl", "--sarif", "b.sarif", "--junit", "b.junit")
    for form in ("sarif", "junit"):
        c.equal(f"--{form}: the same bytes", read(c.path(f"b.{form}")), read(c.path(f"a.{form}")))


def unread(pipe):
    """How many bytes of what was written to a pipe the other end has not taken yet."""
    return int.from_bytes(fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4), sys.byteorder)


def check_stopped(c):
    """A run that waits for its input is told to stop: its last line counts what there is."""
    with open(c.path("stopped"), "wb") as out, subprocess.Popen(
            [c.program, "audit", "-q", "--files-from", "-", "--format", "jsonl"], cwd=c.folder, stdin=subprocess.PIPE,
            stdout=out) as process:
        process.stdin.write(b"p/sunleaf.ini\n")
        process.stdin.flush()
        while unread(process.stdin):
            time.sleep(0.01)
        time.sleep(0.5)  # nothing tells from outside that it waits for more
        process.send_signal(signal.SIGINT)
        process.stdin.close()
        process.wait(60)
    text = read(c.path("stopped"))
    c.equal("stopped: the last line", [json.loads(line)["record"] for line in text.splitlines()][-1], "stopped")
    check_lines(c, "stopped: every line fits the schema", text)


def worker_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
        return (file.read().split() or [None])[0]


def check_lost(c):
    """A worker is killed while it is on some company: that one is an error in every form."""
    words = ["audit", "-q", *["p"] * 20, "-j", "1", "--jsonl", "l.jsonl", "--sarif", "l.sarif", "--junit", "l.junit"]
    for attempt in range(20):
        with subprocess.Popen([c.program, *words, "--format", "tap", "--output", "l.tap"], cwd=c.folder,
                              stderr=subprocess.DEVNULL) as process:
            worker = None
            while worker is None and process.poll() is None:
                worker = worker_of(process.pid)
            time.sleep(0.01 * attempt)
            if worker and process.poll() is None:
                os.kill(int(worker), signal.SIGKILL)
            process.wait(300)
        text = read(c.path("l.jsonl"))
        if json.loads(text.splitlines()[-1])["lost"]:
            break
    c.equal("lost: one is", json.loads(text.splitlines()[-1])["lost"], 1)
    check_lines(c, "lost: every line fits the schema", text)
    why = "the worker process that was on it"
    c.equal("lost: each form says so", [read(c.path(f"l.{form}")).count(why) > 0 for form in ("sarif", "junit", "tap")],
            [True] * 3)


def main():
    install()
    with tempfile.TemporaryDirectory(prefix="plumbline-formats-") as folder:
        c = Checker(sys.argv[1], sys.argv[2], folder)
        make_companies(c)
        files = sorted(os.fsencode("p/") + name for name in os.listdir(os.fsencode(c.path("p"))))
        check_same_bytes(c, files)
        for detail in ("summary", "findings", "full"):
            text = read(c.run(c.path(f"{detail}.jsonl"), "audit", "-q", "p", "--format", "jsonl", "--detail", detail))
            check_lines(c, f"JSON Lines, {detail}: every line fits the schema", text)
        lines = records(read(c.path("findings.jsonl")))
        c.equal("companies", len(lines), len(files))
        check_sarif(c, read(c.path("a.sarif")), lines)
        check_junit(c, c.path("a.junit"), lines)
        check_tap(c, c.path("a.tap"), lines)
        check_github(c, read(c.path("a.github")), lines)
        check_stopped(c)
        check_lost(c)
        check_baseline(c)
        check_sarif_schema(c, *(c.path(f"{name}.sarif") for name in ("a", "same", "changed", "l")))
    return 1 if c.failed else 0


if __name__ == "__main__":
    sys.exit(main())
