#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The benchmark: plumbline beside the floor on the same bytes in the same run. Called by ./run bench.

usage: bench.py BUILD WORK [--companies N] [--rounds N] [--check | --quick] [--keep]

    BUILD        folder of the release build
    WORK         folder for what is made: profiles, the pack, the floor's program
    --check      only whether plumbline and the floor say the same
    --companies  for the times (10,000); --quick leaves the times out
    --keep       also writes tests/bench/results.md

Instructions are callgrind's, of 700 companies less those of 200, by 500: they repeat to 2 % and decide. Times are CPU
(user and system) of whole processes; the commands take turns, and a ratio is the median of the rounds' ratios, for a
shared machine drifts. What is measured are command lines: to add one is to add a row to 'commands'.
"""
import argparse
import concurrent.futures
import datetime
import glob
import os
import platform
import re
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
RULES = 45
FEW, MANY = 200, 700

LINES = []
INSTEAD_OF_CLOCK = []  # the library that callgrind runs get


def say(line=""):
    LINES.append(line)
    print(line, flush=True)


def table(head, rows):
    say("| " + " | ".join(head) + " |")
    say("| --- |" + " ---: |" * (len(head) - 1))
    for row in rows:
        say("| " + " | ".join(row) + " |")
    say()


# --- what is measured ---


class Command:
    """A command line over a folder of bench_profiles.py, '{}' in it. What is not 'counted' is timed only."""

    def __init__(self, name, argv, thin=False, env=None, stdin=None, counted=True):
        self.name, self.argv, self.thin, self.stdin, self.counted = name, argv, thin, stdin, counted
        self.jobs = None
        self.env = {**os.environ, "LC_ALL": "C", **(env or {})}

    def on(self, data):
        return [word.replace("{}", data) for word in self.argv]

    def beside(self, name):
        """Says whose wall time two jobs should halve."""
        self.jobs = name
        return self

    def input_of(self, data):
        return open(self.stdin.replace("{}", data), "rb") if self.stdin else subprocess.DEVNULL


def commands(build, work):
    stages, pack = f"{build}/tests/bench_stages", f"{work}/pack"
    floor, rules = f"{work}/floor", {"RULES_DIR": f"{work}/rules"}

    def of_floor(name, *argv, **more):
        return Command(f"floor {name}", [floor, *argv], env=rules, **more)

    def stage(name, until, **more):
        return Command(f"stages: {name}", [stages, pack, "{}/all.ini", until], **more)

    def core(name, until):
        return Command(f"stages, core pack: {name}", [stages, f"{SOURCE}/rules/core", "{}/core.ini", until])

    def audit(name, *argv, jobs=1, **more):
        return Command(f"audit: {name}", [f"{build}/plumbline", "audit", "-q", "--pack", pack, "--format", "jsonl",
                                          "-j", str(jobs), *argv], **more)

    stream = {"stdin": "{}/all.ini"}
    return [
        of_floor("B: Lua, inih", "B", "{}/all.ini"),
        of_floor("A: Lua, own scanner", "A", "{}/all.ini"),
        of_floor("C: plain C, inih", "C", "{}/all.ini"),
        of_floor("B, summary", "B", "summary", "{}/all.ini"),
        of_floor("B, files", "B", "{}/ini", counted=False),
        of_floor("B, 2 threads", "B", "t=2", "{}/all.ini", counted=False).beside("floor B: Lua, inih"),
        stage("read", "read"),
        stage("read, SHA-256", "hash"),
        stage("read, parse with SHA-256", "parse"),
        stage("... rules", "rules"),
        stage("... score", "score"),
        stage("... all, findings", "findings"),
        stage("... all, summary", "summary"),
        stage("thin profiles, findings", "findings", thin=True),
        core("parse", "parse"),
        core("all, findings", "findings"),
        audit("stream, findings", "-", **stream),
        audit("stream, summary", "--detail", "summary", "-", **stream),
        audit("stream, full", "--detail", "full", "-", **stream),
        audit("CSV, findings", "{}/all.csv"),
        audit("JSON Lines, findings", "{}/all.jsonl"),
        audit("files, findings", "{}/ini"),
        audit("thin profiles, stream, findings", "-", thin=True, **stream),
        audit("stream, findings, -j 2", "-", jobs=2, counted=False, stdin="{}/all.ini")
        .beside("audit: stream, findings"),
    ]


# --- making it ---


def run(*argv):
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)


def libraries():
    names = next(name for name in ("lua5.4", "lua-5.4", "lua54", "lua")
                 if subprocess.run(["pkg-config", "--exists", name]).returncode == 0)
    return subprocess.run(["pkg-config", "--cflags", "--libs", names, "inih"], check=True, capture_output=True,
                          text=True).stdout.split()


def profiles(work, count, thin):
    """The folder of so many companies, made where it is not there."""
    folder = f"{work}/{'thin' if thin else 'full'}{count}"
    if not os.path.exists(f"{folder}/all.jsonl"):
        run(sys.executable, f"{HERE}/bench_profiles.py", str(count), folder, *(["thin"] if thin else []))
    if not os.path.exists(f"{folder}/core.ini"):
        write_core_stream(f"{folder}/core.ini", count)
    return folder


def write_core_stream(path, count):
    """The sound profiles of the checkout, over and over: for the core pack, whose facts nobody makes up here."""
    texts = []
    for name in sorted(glob.glob(f"{SOURCE}/profiles/*.ini")):
        with open(name) as profile:
            texts.append(profile.read())
    with open(path, "w") as stream:
        for i in range(count):
            stream.write(f"=== {i:06d}\n{texts[i % len(texts)]}\n")


def make(work, build):
    os.makedirs(f"{work}/rules", exist_ok=True)
    run(sys.executable, f"{HERE}/floor/gen_rules.py", f"{work}/rules")
    run(sys.executable, f"{HERE}/bench_pack.py", f"{work}/pack")
    run("cc", "-O2", "-w", f"-I{work}/rules", f"{HERE}/floor/floor.c", "-o", f"{work}/floor", *libraries(), "-lpthread")
    INSTEAD_OF_CLOCK.append(f"{work}/bench_clock.so")
    run("cc", "-O2", "-shared", "-fPIC", f"{HERE}/bench_clock.c", "-o", INSTEAD_OF_CLOCK[0])
    result = subprocess.run([sys.executable, f"{HERE}/bench_agreement.py", f"{work}/floor", f"{build}/plumbline",
                             f"{work}/rules", f"{work}/pack", profiles(work, 1000, False) + "/ini"],
                            capture_output=True, text=True)
    if result.returncode:
        sys.exit(result.stdout + result.stderr)
    return result.stdout.strip()


# --- measuring ---


def instructions(argv, env=None, stdin=subprocess.DEVNULL):
    """Of one process and those it forks, by callgrind. bench_clock.c keeps a company from looking slow."""
    env = {**(env or os.environ), "LD_PRELOAD": INSTEAD_OF_CLOCK[0]}
    out = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *argv], env=env,
                         stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.findall(r"Collected : (\d+)", out.stderr)
    if not found:
        sys.exit(f"bench: callgrind says nothing about {' '.join(argv)}\n{out.stderr}")
    return sum(map(int, found))


def per_company(command, work):
    counts = []
    for n in (FEW, MANY):
        data = profiles(work, n, command.thin)
        counts.append(instructions(command.on(data), command.env, command.input_of(data)))
    return (counts[1] - counts[0]) / (MANY - FEW)


def usage(build, argv, env=None, stdin=subprocess.DEVNULL):
    """CPU and wall time of one command in microseconds, and its peak in KiB."""
    out = subprocess.run([f"{build}/tests/bench_run", *argv], env=env, stdin=stdin, stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE, text=True)
    if out.returncode:
        sys.exit(f"bench: {' '.join(argv)} ends with {out.returncode}\n{out.stderr}")
    return tuple(map(int, out.stderr.split()[-3:]))


def count_table(all_commands, work):
    counted = [command for command in all_commands if command.counted]
    for thin in (False, True):
        for n in (FEW, MANY):
            profiles(work, n, thin)
    with concurrent.futures.ThreadPoolExecutor(max(1, (os.cpu_count() or 1))) as pool:
        counts = list(pool.map(lambda command: per_company(command, work), counted))
    floor = dict(zip("BAC", counts))
    say(f"Instructions a company ({MANY} companies less {FEW}, by {MANY - FEW}), {RULES} rules. SHA-256 is software "
        "under callgrind, which knows no instructions for it; the floor has none.")
    say()
    table(["program", "a company", "a company and rule", "x B", "x A", "x plain C"],
          [[command.name, f"{count / 1000:.1f} k", f"{count / RULES:.0f}",
            *(f"{count / floor[way]:.2f}" for way in "BAC")] for command, count in zip(counted, counts)])
    return {command.name: count for command, count in zip(counted, counts)}


def time_table(all_commands, build, work, companies, rounds):
    folders = {thin: profiles(work, companies, thin) for thin in (False, True)}
    taken = {command.name: [] for command in all_commands}
    for _ in range(rounds):
        for command in all_commands:
            data = folders[command.thin]
            taken[command.name].append(usage(build, command.on(data), command.env, command.input_of(data)))
    say(f"Time of whole processes over {companies:,} companies, {rounds} rounds in turn; x: median ratio of CPU time in "
        "a round.")
    say()
    first = [command.name for command in all_commands[:3]]
    rows = []
    for command in all_commands:
        used = taken[command.name]
        ratios = [statistics.median(own[0] / other[0] for own, other in zip(used, taken[name])) for name in first]
        wall = statistics.median(one[1] for one in used) / companies
        rows.append([command.name, f"{statistics.median(one[0] for one in used) / companies:.1f}", f"{wall:.1f}",
                     *(f"{ratio:.2f}" for ratio in ratios), f"{max(one[2] for one in used) / 1024:.1f}"])
    table(["program", "us CPU", "us wall", "x B", "x A", "x plain C", "peak MiB"], rows)
    speed_up = []
    for command in all_commands:
        if command.jobs:
            ratio = statistics.median(one[1] / two[1] for one, two in zip(taken[command.jobs], taken[command.name]))
            say(f"Two at once: {command.name} has {ratio:.2f} times the speed of {command.jobs}.")
            speed_up.append(ratio)
    say()
    return speed_up, max(one[2] for one in taken["audit: stream, findings"]) / 1024


# --- start-up, worst cases ---


def start_table(build, work, rounds):
    core, profile = f"{SOURCE}/rules/core", f"{SOURCE}/profiles/harbor_soap.ini"
    rows = []
    for name, argv in [
            ("load the core pack", [f"{build}/tests/bench_stages", core, profile, "load"]),
            ("load the 45 rules", [f"{build}/tests/bench_stages", f"{work}/pack", profile, "load"]),
            ("plumbline score, one company", [f"{build}/plumbline", "score", profile]),
            ("plumbline version", [f"{build}/plumbline", "version"])]:
        times = [usage(build, argv)[0] / 1000 for _ in range(4 * rounds)]
        rows.append([name, f"{instructions(argv) / 1e6:.2f} M", f"{statistics.median(times):.1f}"])
    say("Start-up:")
    say()
    table(["what", "instructions", "ms CPU"], rows)
    return rows[0]


def worst_inputs(work):
    """Files that a reader may be slow on, each in one size and in half of it."""
    kinds = {
        "comments, 10 MB": lambda n: b"; a line of nothing that matters\n" * (10_000_000 // 34 // n),
        "100,000 unknown keys": lambda n: b"[company]\n" + b"".join(b"k%05d=1\n" % i for i in range(100_000 // n)),
        "one line of 1 MB": lambda n: b"[company]\nname = " + b"x" * (1_000_000 // n) + b"\n",
        "one comment of 1 MB": lambda n: b"[company]\n; " + b"; x" * (333_000 // n) + b"\n",
        "a value of 60 KB in 1 MB": lambda n: b"[company]\n" + (b"name = " + b"a;b " * 15_000 + b"\n") * (16 // n),
        "sections, 1 MB": lambda n: b"[company]\n" * (100_000 // n),
        "1 MB of continued lines": lambda n: b"[product]\ndescription = a\n" + b" and more\n" * (100_000 // n),
        "known keys again, 1 MB": lambda n: b"[product]\n" + b"description = a word\n" * (47_000 // n),
    }
    for number, (name, text) in enumerate(kinds.items()):
        paths = []
        for part in (1, 2):
            paths.append(f"{work}/worst{number}.{part}.ini")
            with open(paths[-1], "wb") as file:
                file.write(text(part))
        yield name, *paths


def worst_table(build, work):
    stages, pack, rows, slowest = f"{build}/tests/bench_stages", f"{work}/pack", [], 0
    for name, whole, half in worst_inputs(work):
        size = os.path.getsize(whole)
        counts = []
        for path in (whole, half):
            base, parsed = (instructions([stages, pack, path, until]) for until in ("read", "parse"))
            counts.append((parsed - base) / os.path.getsize(path))
        took = [min(usage(build, [stages, pack, whole, until, "10"])[0] for _ in range(3)) for until in ("read", "parse")]
        nanoseconds = max(0, took[1] - took[0]) * 1000 / 10 / size
        rows.append([name, f"{size:,}", f"{counts[0]:.1f}", f"{counts[0] / counts[1]:.2f}",
                     f"{nanoseconds:.1f}"])
        slowest = max(slowest, nanoseconds)
    say("Worst cases, parsed (goal: at most 15 ns a byte, and as many instructions a byte as half of it has):")
    say()
    table(["profile", "bytes", "instructions a byte", "x half", "ns a byte"], rows)
    return slowest


def goals_table(counts, times, start, slowest):
    b, a = counts["floor B: Lua, inih"], counts["floor A: Lua, own scanner"]
    sha = counts["stages: read, SHA-256"] - counts["stages: read"]
    full, thin = counts["audit: stream, findings"], counts["audit: thin profiles, stream, findings"]

    def beside(count, floor):
        return f"{count / floor:.2f} ({(count - sha) / floor:.2f} without SHA-256)"

    rows = [
        ["1", "INI to --detail findings, instructions to B", "1.25", beside(full, b)],
        ["2", "CSV, instructions to A", "1.25", beside(counts["audit: CSV, findings"], a)],
        ["2", "JSON Lines, instructions to A", "1.25", beside(counts["audit: JSON Lines, findings"], a)],
        ["3", "a thin profile to a full one", "0.33", f"{thin / full:.2f}"],
        ["5", "--detail summary to findings", "0.85", f"{counts['audit: stream, summary'] / full:.2f}"],
        ["7", "start-up with the core pack, instructions and CPU", "10 M, 6 ms", f"{start[1]}, {start[2]} ms"],
        ["11", "worst case, ns a byte", "15", f"{slowest:.1f}"]]
    if times:
        (floor_speed, own_speed), peak = times
        rows += [["6", "peak memory of one worker, MiB", "8", f"{peak:.1f}"],
                 ["8", "speed of two jobs to that of the floor's two threads", "0.95", f"{own_speed / floor_speed:.2f}"]]
    say("Goals of the design, met or not (4: see the sandbox below; 9: files less stream, above; 10: not measured here):")
    say()
    table(["goal", "what", "at most; 8: at least", "is"], sorted(rows, key=lambda row: int(row[0])))


def machine():
    model = "unknown"
    with open("/proc/cpuinfo") as info:
        found = re.search(r"model name\s*: (.*)", info.read())
        model = found.group(1) if found else model
    revision = subprocess.run(["git", "-C", SOURCE, "log", "-1", "--format=%h"], capture_output=True, text=True).stdout
    return f"{datetime.date.today()}, {revision.strip()}; {os.cpu_count()} x {model}, {platform.system()} {platform.release()}"


def main():
    parser = argparse.ArgumentParser(description="plumbline beside the floor")
    parser.add_argument("build")
    parser.add_argument("work")
    parser.add_argument("--companies", type=int, default=10000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--keep", action="store_true")
    args = parser.parse_args()
    agreement = make(args.work, args.build)
    if args.check:
        print(agreement)
        return
    all_commands = commands(args.build, args.work)
    say("# Benchmark")
    say()
    say(f"Made by `./run bench --keep` on {machine()}.")
    say(f"plumbline and the floor over 1,000 companies: {agreement}.")
    say()
    counts = count_table(all_commands, args.work)
    times = None if args.quick else time_table(all_commands, args.build, args.work, args.companies, args.rounds)
    start = start_table(args.build, args.work, args.rounds)
    goals_table(counts, times, start, worst_table(args.build, args.work))
    sandbox = subprocess.run([f"{args.build}/tests/bench_sandbox"], check=True, capture_output=True, text=True)
    say("The sandbox, " + sandbox.stdout.strip().replace("\n", "\n    ", 1).replace("\n", "\n\n", 1))
    if args.keep:
        with open(f"{HERE}/results.md", "w") as results:
            results.write("\n".join(LINES).rstrip() + "\n")


if __name__ == "__main__":
    main()
