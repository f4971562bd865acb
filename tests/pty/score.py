#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""plumbline score on a real terminal: its width, colour, UTF-8 and the pager.

usage: score.py PLUMBLINE
"""
import os
import re
import stat
import sys
import tempfile

from session import Session, check

PROFILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "profiles", "sunleaf.ini")
LAST = "not a legal"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def run(plumbline, folder, *words, size=(24, 80), term="xterm", **env):
    """All that came, with ends of lines as in files, and the exit code."""
    session = Session([plumbline, "score", PROFILE, *words], folder, term, size,
                      **{"NO_COLOR": None, "LESS": None, "PAGER": None, **env})
    code = session.end()
    return session.seen.replace("\r\n", "\n"), code


def widest(text):
    return max(len(COLOUR.sub("", line)) for line in text.splitlines())


def width_is_the_terminals(plumbline, folder):
    for columns, wanted in ((40, 60), (60, 60), (100, 100), (180, 100)):
        seen, code = run(plumbline, folder, "--no-pager", size=(24, columns))
        rule = re.search("^=+$", seen, re.M)
        check(f"a terminal of {columns} columns gets {wanted}", rule and len(rule[0]) == wanted and code == 0, seen)
    seen, _ = run(plumbline, folder, "--no-pager", "--width", "120", size=(24, 80))
    check("--width counts more than the terminal", "=" * 120 + "\n" in seen and widest(seen) <= 120, seen)
    seen, _ = run(plumbline, folder, "--no-pager", size=None)
    check("a terminal that does not know its width gets 80", "\n" + "=" * 80 + "\n" in seen, seen)


def blocks_where_the_locale_has_them(plumbline, folder):
    locales = (({"LC_ALL": "C"}, False), ({"LC_ALL": "C.UTF-8"}, True), ({"LC_ALL": "de_DE.utf8@euro"}, True),
               ({"LC_ALL": "de_DE.ISO-8859-1", "LANG": "C.UTF-8"}, False),
               ({"LC_ALL": "", "LC_CTYPE": "en_US.UTF-8"}, True),
               ({"LC_ALL": None, "LC_CTYPE": None, "LANG": "en_US.UTF-8"}, True),
               ({"LC_ALL": None, "LC_CTYPE": "C", "LANG": "en_US.UTF-8"}, False),
               ({"LC_ALL": None, "LC_CTYPE": None, "LANG": None}, False))
    for env, blocks in locales:
        seen, _ = run(plumbline, folder, "--no-pager", **env)
        check(f"{env}: blocks: {blocks}", ("\u2588" in seen) == blocks and seen.isascii() != blocks, seen)
    seen, _ = run(plumbline, folder, "--no-pager", "--charset", "ascii", LC_ALL="C.UTF-8")
    check("--charset ascii counts more than the locale", seen.isascii(), seen)
    seen, _ = run(plumbline, folder, term="dumb", LC_ALL="C.UTF-8")
    check("a dumb terminal gets lines of ASCII", seen.isascii() and "\x1b" not in seen and LAST in seen, seen)


def colour_repeats_only(plumbline, folder):
    coloured, _ = run(plumbline, folder, "--no-pager")
    plain, _ = run(plumbline, folder, "--no-pager", NO_COLOR="1")
    check("there is colour", COLOUR.search(coloured), coloured)
    check("NO_COLOR is heeded", "\x1b" not in plain, plain)
    check("colour adds nothing else", COLOUR.sub("", coloured) == plain, coloured)


def longer_reports_go_through_a_pager(plumbline, folder):
    note = os.path.join(folder, "note")
    seen, code = run(plumbline, folder, "--fail-under", "60", PAGER=f"cat >{note}")
    with open(note, encoding="utf-8") as file:
        paged = file.read()
    check("the report goes to PAGER", LAST in paged and LAST not in seen, seen)
    check("the exit code is the report's", code == 1, code)
    seen, code = run(plumbline, folder, PAGER=f"cat >{note}.2", size=(500, 80))
    check("what fits the screen does not", LAST in seen and not os.path.exists(note + ".2"), seen)
    for words in (["--no-pager"], ["--brief"], ["--format", "json"], ["--format", "md"], ["--output", "report"]):
        seen, code = run(plumbline, folder, *words, PAGER=f"cat >{note}.3")
        check(f"nor what comes of {words}", code == 0 and not os.path.exists(note + ".3"), seen)
    for pager in ("", "cat"):
        seen, code = run(plumbline, folder, PAGER=pager)
        check(f"PAGER={pager!r} is none", LAST in seen and code == 0, seen)


def pager_that_fails_is_none(plumbline, folder):
    locked = os.path.join(folder, "locked")
    with open(locked, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\n")
    os.chmod(locked, stat.S_IRUSR)
    for pager in ("no-such-pager", locked, "false", "head -c 10 >/dev/null; exit 3"):
        seen, code = run(plumbline, folder, PAGER=pager)
        check(f"{pager!r} does no harm", LAST in seen and code == 0, seen)
    seen, code = run(plumbline, folder, PATH=folder)
    check("nor that there is no less", LAST in seen and code == 0, seen)


def pager_may_be_left_early(plumbline, folder):
    seen, code = run(plumbline, folder, PAGER="head -n 3")
    check("what was read is shown", "Sunleaf" not in seen.split("===")[0] and LAST not in seen, seen)
    check("the exit code is the report's", code == 0, code)


def less_shows_colour_and_is_left_with_q(plumbline, folder):
    session = Session([plumbline, "score", PROFILE], folder, "xterm", (24, 80), LC_ALL="C.UTF-8", LESS=None,
                      PAGER=None, NO_COLOR=None)
    seen = session.expect("THEMES") + session.expect("\n:")
    check("colour and blocks reach the terminal", "\x1b[1mTHEMES" in seen and "\u2588" in seen, seen)
    check("not all of it is shown", LAST not in seen, seen)
    session.type("\x03")  # stops nothing but what the pager does
    session.type_until("G", LAST)
    session.type("q")
    code = session.end()
    check("the exit code is the report's", code == 0, code)


def main():
    plumbline = os.path.abspath(sys.argv[1])
    for test in (width_is_the_terminals, blocks_where_the_locale_has_them, colour_repeats_only,
                 longer_reports_go_through_a_pager, pager_that_fails_is_none, pager_may_be_left_early,
                 less_shows_colour_and_is_left_with_q):
        with tempfile.TemporaryDirectory() as folder:
            test(plumbline, folder)
    print("ok")


main()
