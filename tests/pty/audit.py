#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""plumbline audit on a real terminal: the line that says how far it is, and Ctrl-C.

usage: audit.py PLUMBLINE
"""
import os
import re
import shutil
import sys
import tempfile

from session import Session

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = os.path.join(HERE, "..", "cli")
REDRAWN = "\r\x1b[K"


def fail(why, seen):
    raise SystemExit(f"audit.py: {why}:\n{seen!r}")


def shows_how_far_it_is(program, folder):
    """Each company takes a while, as one of the rules never ends."""
    session = Session([program, "audit", ".", "--format", "csv", "--output", "a.csv", "-j", "2", "--pack",
                       os.path.join(CASES, "rule-never-ends", "pack")], folder, "xterm")
    seen = session.expect(" left") + session.expect("40 companies: 40 assessed")
    code = session.end()
    lines = re.findall(r"\r\x1b\[K(\d+) of 40, \d+ a second, \d+ s left", seen)
    if not lines or [int(n) for n in lines] != sorted(int(n) for n in lines):
        fail("no line with done, rate and time left, ever more done", seen)
    last = seen[seen.rindex(" left"):]
    if code != 0 or REDRAWN not in last:
        fail(f"the line is not taken away in the end, or the exit code is not 0 but {code}", seen)


def is_silent_when_asked_or_dumb(program, folder):
    for term, words in (("xterm", ["-q"]), ("dumb", [])):
        session = Session([program, "audit", ".", "--format", "csv", "--output", "b.csv", "--pack",
                           os.path.join(CASES, "pack-tiny", "pack"), *words], folder, term)
        session.end()
        if "\x1b" in session.seen or (words and session.seen):
            fail("a line is drawn all the same", session.seen)
        os.unlink(os.path.join(folder, "b.csv"))


def is_not_drawn_between_results(program, folder):
    session = Session([program, "audit", ".", "--format", "jsonl", "-j", "2", "--pack",
                       os.path.join(CASES, "rule-never-ends", "pack")], folder, "xterm")
    code = session.end()
    if code != 0 or "\x1b" in session.seen or session.seen.count('"record":"company"') != 40:
        fail(f"results on the terminal, exit code {code}", session.seen)


def stops_at_ctrl_c(program, folder):
    session = Session([program, "audit", ".", "--jsonl", "c.jsonl", "--format", "csv", "-j", "2", "--output", "c.csv",
                       "--pack", os.path.join(CASES, "rule-never-ends", "pack")], folder, "xterm")
    session.expect(" left")
    session.type("\x03")
    session.expect("stopped after ")
    session.expect("with --resume finishes")
    code = session.end()
    with open(os.path.join(folder, "c.jsonl.partial"), encoding="utf-8") as file:
        lines = file.read().splitlines()
    if code != 130 or '"record":"stopped"' not in lines[-1] or len(lines) > 40:
        fail(f"exit code {code}, last line", lines[-1])


def main(program):
    folder = tempfile.mkdtemp(prefix="plumbline-pty-")
    try:
        for i in range(40):
            shutil.copy(os.path.join(CASES, "pack-tiny", "company.ini"), os.path.join(folder, f"c{i:02d}.ini"))
        for test in (shows_how_far_it_is, is_silent_when_asked_or_dumb, is_not_drawn_between_results,
                     stops_at_ctrl_c):
            test(program, folder)
            print(f"ok {test.__name__}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]))
