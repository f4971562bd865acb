#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Audits of many companies from outside: the same records from every form of input, at any number of workers, in any
order; workers and whole runs that are killed at random; Ctrl-C; memory.

usage: audit.py PLUMBLINE [COMPANIES [SEED]]    fewer than 5,000 companies: without the measuring of memory
"""
import csv
import io
import json
import os
import random
import re
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tarfile
import tempfile
import time

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

HERE = os.path.dirname(os.path.abspath(__file__))
PROFILES = os.path.join(HERE, "..", "profiles")

failures = []


def check(what, holds, detail=""):
    if not holds:
        failures.append(what)
        print(f"not ok {what}: {detail}"[:2000])
    return holds


# --- companies ---

def read_pool():
    """Values of facts, [section.key] -> list, as the profiles of the checkout state them, without their sources."""
    pool = {}
    for name in sorted(os.listdir(PROFILES)):
        section, seen = "", {}
        with open(os.path.join(PROFILES, name), encoding="utf-8") as file:
            for line in file:
                head = re.match(r"\[([a-z_]+)\]\s*$", line)
                if line.startswith("["):
                    section = head.group(1) if head else ""
                fact = re.match(r"([a-z0-9_]+) = ([^@;#\"]+?)\s*(@.*|[;#].*)?$", line)
                if fact and section not in ("", "rates", "fit"):
                    seen.setdefault(f"{section}.{fact.group(1)}", []).append(fact.group(2))
        for key, values in seen.items():
            if len(values) == 1:
                pool.setdefault(key, []).append(values[0])
    for key in ("company.name", "company.as_of", "company.currency"):
        del pool[key]
    return pool


def make_company(rng, pool, number):
    """One of the companies: some are thin, some have a value that is no good."""
    share = rng.choice((0.1, 0.4, 0.9))
    facts = {"company.name": f"Company {number}", "company.as_of": "2024-05-02", "company.currency": "USD"}
    for key in sorted(pool):
        if rng.random() < share:
            facts[key] = rng.choice(pool[key])
    if rng.random() < 0.05:
        facts["plan.levels_paid"] = "many"
    return facts


def as_ini(facts):
    lines, section = [], None
    for key in facts:
        part, name = key.split(".")
        if part != section:
            lines.append(f"[{part}]")
            section = part
        lines.append(f"{name} = {facts[key]}")
    return "\n".join(lines) + "\n"


def write_files(folder, companies):
    for number, facts in enumerate(companies):
        sub = os.path.join(folder, f"{number // 1000:03d}")
        os.makedirs(sub, exist_ok=True)
        with open(os.path.join(sub, f"c{number:06d}.ini"), "w", encoding="utf-8") as file:
            file.write(as_ini(facts))


def zstd_stored(data):
    """A zstd frame (RFC 8878) of blocks that are stored as they are."""
    out = [struct.pack("<IBB", 0xFD2FB528, 0, 0x50)]  # a window of 1 MiB
    size = 128 * 1024
    for at in range(0, max(len(data), 1), size):
        block = data[at:at + size]
        out.append(struct.pack("<I", len(block) << 3 | (at + size >= len(data)))[:3] + block)
    return b"".join(out)


def write_archive(path, companies):
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as tar:
        for number, facts in enumerate(companies):
            text = as_ini(facts).encode()
            entry = tarfile.TarInfo(f"c{number:06d}.ini")
            entry.size = len(text)
            tar.addfile(entry, io.BytesIO(text))
    with open(path, "wb") as file:
        file.write(zstd_stored(plain.getvalue()))


def write_csv(path, companies):
    keys = sorted({key for facts in companies for key in facts})
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(keys)
        for facts in companies:
            writer.writerow([facts.get(key, "") for key in keys])


def write_json_lines(path, companies):
    with open(path, "w", encoding="utf-8") as file:
        for facts in companies:
            sections = {}
            for key, value in facts.items():
                part, name = key.split(".")
                sections.setdefault(part, {})[name] = value
            file.write(json.dumps(sections) + "\n")


# --- runs ---

class Bench:
    """The program, the companies in every form, and a folder for results."""

    def __init__(self, program, count, seed):
        self.program = os.path.abspath(program)
        self.rng = random.Random(seed)
        self.count = count
        self.folder = tempfile.mkdtemp(prefix="plumbline-audit-")
        pool = read_pool()
        self.companies = [make_company(self.rng, pool, number) for number in range(count)]
        os.chdir(self.folder)
        write_files("files", self.companies)
        write_archive("set.tar.zst", self.companies)
        write_csv("set.csv", self.companies)
        write_json_lines("set.jsonl", self.companies)

    def command(self, *words):
        return [self.program, "audit", *words]

    def run(self, *words, wanted=3):
        """What it writes; the code is 3 as some companies cannot be read."""
        done = subprocess.run(self.command(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        check(f"exit code of {' '.join(words)[:100]}", done.returncode == wanted,
              f"{done.returncode}, {done.stderr[-500:]}")
        return done.stdout


def content(line):
    """A record without what depends on the form of its input: the company's place, the profile's bytes, and where in
    it a fault is, which a table's messages say by name."""
    record = json.loads(line)
    for key in ("name", "profile_sha256"):
        record.pop(key, None)
    if "errors" in record:
        record["errors"] = sorted(re.sub(r"^[a-z_]+\.\w+: | on line \d+", "", error["message"])
                                  for error in record["errors"])
    return record


def read_file(path):
    with open(path, "rb") as file:
        return file.read()


# --- the same records from every form, at any number of workers ---

def test_forms(bench):
    reference = None
    for form in ("files", "set.tar.zst", "set.csv", "set.jsonl"):
        first = None
        for jobs in ("1", "2", "8"):
            out = bench.run(form, "--format", "jsonl", "-j", jobs, "-q")
            first = first or out
            check(f"{form}: the same bytes at -j {jobs}", out == first)
        lines = first.splitlines()
        check(f"{form}: a record for each company", len(lines) == bench.count + 2, len(lines))
        records = [content(line) for line in lines]
        reference = reference or records
        check(f"{form}: the same records as from files", records == reference,
              next((f"{a}\n{b}" for a, b in zip(records, reference) if a != b), ""))


def test_order(bench):
    names = [os.path.join(folder, name) for folder, _, files in os.walk("files") for name in files]
    bench.rng.shuffle(names)
    with open("list.txt", "w", encoding="utf-8") as file:
        file.write("\n".join(names) + "\n")
    lines = bench.run("files", "--format", "jsonl", "-q").splitlines()
    shuffled = bench.run("--files-from", "list.txt", "--format", "jsonl", "-q").splitlines()
    check("a shuffled list: the same records", sorted(lines[1:-1]) == sorted(shuffled[1:-1]))
    check("a shuffled list: in its order", [json.loads(line)["name"] for line in shuffled[1:-1]] == names)
    check("a shuffled list: the same ends", lines[0] == shuffled[0] and lines[-1] == shuffled[-1])


def test_schema(bench):
    """Every kind of line, at every detail, fits the schema."""
    with open(os.path.join(HERE, "..", "schema", "plumbline.schema.json"), encoding="utf-8") as file:
        validator = Draft202012Validator(json.load(file))
    few = [os.path.join("files", "000", f"c{number:06d}.ini") for number in range(8)]
    for detail in ("summary", "findings", "full"):
        out = bench.run(*few, os.path.join(PROFILES, "sunleaf.ini"), "nowhere.ini", "--format", "jsonl", "--detail", detail, "-q")
        for line in out.splitlines():
            error = best_match(validator.iter_errors(json.loads(line)))
            check(f"schema, --detail {detail}", not error, error and f"{error.message[-200:]} in {line[:100]}")


# --- broken profiles ---

BROKEN = (  # what is put at the end of a sound profile
    b"[nowhere]\nkey = 1\n", b"[cost]\nno_such_key = 1\n", b"[plan]\nlevels_paid = 3\nlevels_paid = 4\n",
    b"[product]\nexternal_sales_pct = 25\n", b"[product]\nexternal_sales_pct = 0.25\n",
    b"[product]\nexternal_sales_pct = 250%\n", b"[product]\nexternal_sales_pct = nan%\n", b"[plan]\nlevels_paid = inf\n",
    b"[plan]\nlevels_paid = five\n", b"[plan]\nlevels_paid = 1.5\n", b"[plan]\nlevels_paid = -1\n",
    b"[plan]\nlevels_paid = 1e5\n", b"[plan]\nlevels_paid = 5..3\n", b"[plan]\nlevels_paid = 3 @S99\n",
    b"[plan]\nlevels_paid\n", b"[plan\nlevels_paid = 3\n", b"[]\n", b"[plan]\n= 3\n", b"[plan]\nbonus_types = 1\0\n",
    b"[company]\nself_label = \xff\xfe\n", b"[company]\nfounded = 03/04/2019\n", b"[company]\nfounded = 2019-02-30\n",
    b"[company]\nfounded = last year\n", b"[company]\njurisdictions = XX\n", b"[company]\nself_label = no_such_label\n",
    b"[cost]\njoin_fee = 99,50 USD\n", b"[cost]\njoin_fee = 99.1234567 USD\n", b"[cost]\njoin_fee = 99 NIX\n",
    b"[cost]\njoin_fee = a lot\n", b"[track]\nactive_order_or_ban = maybe\n", b"[plan]\nchange_notice_days = soon\n",
    b"[source S1]\nkind = court\n", b"[source S1]\ntitle = A\n[source S1]\ntitle = B\n",
    b"[source S1]\ntitle = A\nkind = gossip\n", b"[source S1]\ntitle = A\nseen = soon\n", b"[waive XX99]\nreason = none\n",
    b"[rates]\nEUR = many USD\n", b"[company]\nname = " + b"x" * 70000 + b"\n", b"text without meaning\n",
)


def test_broken(bench):
    """As many broken profiles as good ones, of every kind in turn: each its own error with its place, none another's."""
    os.makedirs("broken", exist_ok=True)
    for number in range(bench.count):
        facts = {key: value for key, value in bench.companies[number].items()
                 if key in ("company.name", "company.as_of", "plan.type", "product.exists")}
        sound = as_ini(facts).encode()
        with open(os.path.join("broken", f"{number:06d}-bad.ini"), "wb") as file:
            file.write(sound + BROKEN[number % len(BROKEN)])
        with open(os.path.join("broken", f"{number:06d}-good.ini"), "wb") as file:
            file.write(sound)
    records = [json.loads(line) for line in bench.run("broken", "--format", "jsonl", "-q").splitlines()[1:-1]]
    check("broken profiles: one record each", len(records) == 2 * bench.count, len(records))
    check("broken profiles: the good ones are assessed",
          all(record["record"] == "company" for record in records if record["name"].endswith("-good.ini")))
    for number, record in enumerate(record for record in records if record["name"].endswith("-bad.ini")):
        placed = record["record"] == "error" and record["errors"] and record["errors"][0]["line"] > 0
        if not check("broken profiles: each an error with its place", placed,
                     f"{BROKEN[number % len(BROKEN)][:60]}: {record}"):
            break
    shutil.rmtree("broken")


# --- workers that are killed ---

def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def hit(pid, how):
    """Ends a worker by a signal, or takes all memory from it but what it has."""
    if how == "memory":
        resource.prlimit(pid, resource.RLIMIT_AS, (1 << 20, 1 << 20))
    else:
        os.kill(pid, how)


def kill_workers(bench, process):
    """Hits a worker now and then as long as the process runs; returns how many."""
    sent = 0
    while process.poll() is None:
        time.sleep(bench.rng.uniform(0.001, 0.03))
        for pid in children(process.pid)[:1 + sent % 2]:
            try:
                hit(pid, (signal.SIGKILL, signal.SIGSEGV, "memory")[sent % 3])
                sent += 1
            except ProcessLookupError:
                pass
    return sent


def test_killed_workers(bench):
    whole = bench.run("files", "--format", "jsonl", "-q").splitlines()
    for jobs in ("1", "3"):
        # the leak sanitizer has a child of its own in the end, which must not be hit
        with subprocess.Popen(bench.command("files", "--jsonl", "killed.jsonl", "--format", "csv", "-j", jobs, "-q"),
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}) as process:
            sent = kill_workers(bench, process)
        lines = read_file("killed.jsonl").splitlines()
        lost = [i for i, line in enumerate(lines) if b"the worker process that was on it" in line]
        check(f"killed workers, -j {jobs}: none lost and none twice", len(lines) == len(whole), len(lines))
        check(f"killed workers, -j {jobs}: all others are the same",
              all(a == b for i, (a, b) in enumerate(zip(lines[:-1], whole)) if i not in lost))
        check(f"killed workers, -j {jobs}: at most one company a kill", 0 < len(lost) <= sent, f"{len(lost)} of {sent}")
        check(f"killed workers, -j {jobs}: counted", json.loads(lines[-1])["lost"] == len(lost))
        check(f"killed workers, -j {jobs}: exit code", process.returncode == 3, process.returncode)
        hows = {re.search(rb"on it (.*?)[:,;]", lines[i]).group(1).decode() for i in lost}
        print(f"   -j {jobs}: {', '.join(sorted(hows))}")
        print(f"   -j {jobs}: {sent} hits, {len(lost)} companies lost")


# --- whole runs that are killed ---

OUTPUTS = ("out.jsonl", "out.csv", "out.findings.csv", "out.facts.csv", "out.txt")


def outputs(lines_only):
    if lines_only:
        return ("--format", "jsonl", "--output", "out.jsonl")
    return ("--jsonl", "out.jsonl", "--csv", "out.csv", "--csv-findings", "out.findings.csv",
            "--csv-facts", "out.facts.csv", "--output", "out.txt")


def take_outputs():
    """The outputs that are there, by name; and removes them."""
    taken = {}
    for name in OUTPUTS:
        if os.path.exists(name):
            taken[name] = read_file(name)
            os.unlink(name)
    return taken


def wait_until_gone(pids):
    for _ in range(2000):
        if not any(os.path.exists(f"/proc/{pid}") for pid in pids):
            return True
        time.sleep(0.005)
    return False


def size_of(name):
    return os.path.getsize(name) if os.path.exists(name) else 0


def wait_for_moment(bench, process, before, whole):
    """Until the records have grown to a random size between what there was before and the whole, whatever the speed
    of the machine; now and then only until a moment after the start, when there may be none yet."""
    if bench.rng.random() < 0.2:
        time.sleep(bench.rng.uniform(0, 0.02))
        return
    wanted = before + bench.rng.uniform(0, 0.8) * (whole - before)
    while process.poll() is None and size_of("out.jsonl.partial") < wanted:
        time.sleep(0.0005)


def test_killed_runs(bench, moments):
    for lines_only in (True, False):
        words = ("files", *outputs(lines_only), "-j", "2", "-q")
        bench.run(*words)
        wanted = take_outputs()
        kills = 0
        for moment in range(moments // 2):
            before = size_of("out.jsonl.partial")
            with subprocess.Popen(bench.command(*words, "--resume"), stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as process:
                wait_for_moment(bench, process, before, len(wanted["out.jsonl"]))
                workers = children(process.pid)
                process.kill()
            kills += process.returncode == -signal.SIGKILL
            check("killed run: no worker is left", wait_until_gone(workers), workers)
            if moment % 3 == 2 or process.returncode != -signal.SIGKILL:  # else it goes on with what is there
                finish(bench, words, wanted)
        if kills > 0:
            finish(bench, words, wanted)
        check("killed runs: most were hit", kills * 2 >= moments // 2, kills)


def finish(bench, words, wanted):
    bench.run(*words, "--resume")
    got = take_outputs()
    check("killed run: resumed, the files are those of a fresh run", got == wanted,
          [name for name in wanted if got.get(name) != wanted[name]])
    check("killed run: nothing else is left", not [name for name in os.listdir(".") if name.endswith(".partial")])


# --- Ctrl-C ---

def test_interrupt(bench):
    words = ("files", "--format", "jsonl", "--output", "out.jsonl", "-j", "2")
    bench.run(*words)
    wanted = take_outputs()
    with subprocess.Popen(bench.command(*words), stderr=subprocess.PIPE, start_new_session=True) as process:
        while not os.path.exists("out.jsonl.partial") or os.path.getsize("out.jsonl.partial") < 20000:
            time.sleep(0.001)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        said = process.communicate()[1]
    lines = read_file("out.jsonl.partial").splitlines()
    last = json.loads(lines[-1])
    check("Ctrl-C: exit code", process.returncode == 130, process.returncode)
    check("Ctrl-C: the file has not got its name", not os.path.exists("out.jsonl"))
    check("Ctrl-C: its last line says so", last["record"] == "stopped", last)
    check("Ctrl-C: nobody is lost", last["lost"] == 0 and last["companies"] == len(lines) - 2, last)
    check("Ctrl-C: all lines are those of a whole run",
          lines[:-1] == wanted["out.jsonl"].splitlines()[:len(lines) - 1])
    check("Ctrl-C: it is said", b"stopped after" in said and b"not finished: out.jsonl; " in said and b"--resume" in said,
          said[-300:])
    bench.run(*words, "--resume", "-q")
    check("Ctrl-C: resumed, the file is that of a fresh run", take_outputs() == wanted)


def test_interrupt_with_a_page(bench):
    """Which results are not there is said; a page, of which nothing can be drawn before the end, leaves no empty file."""
    for lines, how in ((("--jsonl", "out.jsonl"), b"with --resume finishes"),
                       ((), b"with --jsonl FILE and --resume finishes")):
        words = ("files", *lines, "--html", "out.html", "--csv", "out.csv", "--output", "out.txt", "-j", "2")
        wanted = b"not finished: " + (b"out.jsonl, " if lines else b"") + b"out.csv, out.html, out.txt; "
        with subprocess.Popen(bench.command(*words), stderr=subprocess.PIPE) as process:
            while not os.path.exists("out.csv.partial") or os.path.getsize("out.csv.partial") < 2000:
                time.sleep(0.001)
            process.send_signal(signal.SIGINT)
            said = process.communicate()[1]
        check("Ctrl-C with a page: exit code", process.returncode == 130, process.returncode)
        check("Ctrl-C with a page: what is not there is said", wanted in said and how in said, said[-400:])
        check("Ctrl-C with a page: no empty page", not os.path.exists("out.html.partial") and not os.path.exists("out.html"))
        bench.run("files", "--jsonl", "out.jsonl", *words[1 + len(lines):], "--resume", "-q")
        check("Ctrl-C with a page: resumed, all are there", all(os.path.exists(f"out.{end}") for end in ("html", "csv", "txt")))
        shutil.rmtree("out.html.companies", ignore_errors=True)
        for end in ("html", "csv", "txt", "jsonl"):
            os.unlink(f"out.{end}")


def test_interrupt_of_waiting(bench):
    """Whoever waits for the next company to come in is stopped as well."""
    with subprocess.Popen(bench.command("-", "--format", "jsonl", "--output", "out.jsonl", "-j", "2", "-q"),
                          stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdin.write(read_file("set.jsonl")[:100000])
        process.stdin.flush()
        while not os.path.exists("out.jsonl.partial") or os.path.getsize("out.jsonl.partial") < 1000:
            time.sleep(0.001)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
    check("Ctrl-C while waiting: exit code", process.returncode == 130, process.returncode)
    lines = read_file("out.jsonl.partial").splitlines()
    check("Ctrl-C while waiting: the last line says so", json.loads(lines[-1])["record"] == "stopped", lines[-1])
    os.unlink("out.jsonl.partial")


# --- memory ---

def peak_kib(words):
    """Of the program or one of its workers, whichever is larger, as far as it shows while they run."""
    peak = 0
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for pid in [process.pid, *children(process.pid)]:
                try:
                    with open(f"/proc/{pid}/status", encoding="ascii") as file:
                        peak = max([peak, *(int(line.split()[1]) for line in file if line.startswith("VmHWM"))])
                except OSError:
                    pass  # it has ended
            time.sleep(0.002)
    check(f"exit code of {' '.join(words)[:100]}", process.returncode == 3, process.returncode)
    return peak


def test_memory(bench):
    pool = read_pool()
    companies = [make_company(bench.rng, pool, number) for number in range(1000)]
    for few_or_many, times in (("few", 1), ("many", 20)):
        write_archive(f"{few_or_many}.tar.zst", companies * times)
        write_csv(f"{few_or_many}.csv", companies * times)
    for form in ("tar.zst", "csv"):
        for jobs in ("1", "2"):
            tables = ("--format", "jsonl", "--csv", "/dev/null", "-q", "-j", jobs)
            few = min(peak_kib(bench.command(f"few.{form}", *tables)) for _ in range(3))
            many = min(peak_kib(bench.command(f"many.{form}", *tables)) for _ in range(2))
            print(f"   {form}, -j {jobs}: {few} KiB for 1,000 companies, {many} KiB for 20,000")
            check(f"memory does not grow: {form}, -j {jobs}", many <= few * 1.1, f"{few} KiB, then {many} KiB")


def main(program, count=10000, seed=1):
    bench = Bench(program, count, seed)
    moments = 20 if count >= 5000 else 6
    try:
        for name, test in (("forms", test_forms), ("order", test_order), ("schema", test_schema), ("broken profiles", test_broken),
                           ("killed workers", test_killed_workers),
                           ("killed runs", lambda b: test_killed_runs(b, moments)), ("Ctrl-C", test_interrupt),
                           ("Ctrl-C with a page", test_interrupt_with_a_page),
                           ("Ctrl-C while waiting", test_interrupt_of_waiting),
                           ("memory", test_memory)):
            if name == "memory" and count < 5000:
                print("left out: memory, which is measured from 5,000 companies on, without sanitizers")
                continue
            start, before = time.monotonic(), len(failures)
            test(bench)
            print(f"{'ok' if len(failures) == before else 'not ok'} {name}, {time.monotonic() - start:.1f} s")
    finally:
        os.chdir("/")
        shutil.rmtree(bench.folder)
    print(f"{len(failures)} failed, seed {seed}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *(int(word) for word in sys.argv[2:])))
