#!/usr/bin/env python3
"""Runs every console block of README.md and compares the output with what stands there; every ini
block must be a sound profile and every file that the text names must exist.

usage: readme.py PLUMBLINE        UPDATE=1 rewrites the blocks instead
"""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]*)\n(?P<output>.*?)```", re.S)


def run(command, plumbline):
    """What a reader sees: both streams in order, with './run' as the program under test."""
    env = dict(os.environ, LC_ALL="C", TERM="dumb", TZ="UTC")
    env.pop("NO_COLOR", None)
    script = 'run() { "$PLUMBLINE" "$@"; }\n' + command.replace("./run ", "run ")
    done = subprocess.run(["sh", "-c", script], cwd=ROOT, env=dict(env, PLUMBLINE=plumbline),
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)
    return done.stdout.decode()


def main():
    plumbline = os.path.abspath(sys.argv[1])
    path = os.path.join(ROOT, "README.md")
    text = open(path, encoding="utf-8").read()
    failed = 0

    def check(match):
        nonlocal failed
        got = run(match["command"], plumbline)
        if got != match["output"]:
            failed += 1
            if not os.environ.get("UPDATE"):
                print(f"README.md shows something else for: {match['command']}\n{got}")
        return f"```console\n$ {match['command']}\n{got}```"

    new, count = BLOCK.subn(check, text)
    for block in re.findall(r"```ini\n(.*?)```", text, re.S):
        count += 1
        with tempfile.NamedTemporaryFile("w", suffix=".ini", encoding="utf-8") as file:
            file.write(block)
            file.flush()
            done = subprocess.run([plumbline, "score", file.name], stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, check=False)
        if done.returncode != 0:
            failed += 1
            print(f"the profile in README.md is not sound:\n{done.stdout.decode()}")
    for name in re.findall(r"`((?:rules|engine|profiles|tests|schema)/[\w./-]+)`", text):
        count += 1
        if not os.path.exists(os.path.join(ROOT, name)):
            failed += 1
            print(f"README.md names {name}, which is not there")
    if os.environ.get("UPDATE"):
        open(path, "w", encoding="utf-8").write(new)
        failed = 0
    print(f"{count - failed} passed, {failed} failed")
    return 1 if failed or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
