#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The questionnaire of 'plumbline new' in a real terminal: answers, a mistake, help, back, and Ctrl-C, after which
every answer given must be in the file; an income table; a file that changes meanwhile; and stopping.

usage: new.py PLUMBLINE
"""
import os
import subprocess
import sys
import tempfile

from session import DEADLINE, Session, check


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def interrupted(plumbline, folder):
    path = os.path.join(folder, "acme.ini")
    session = Session([plumbline, "new", "acme.ini"], folder)
    session.expect("[1] ")
    session.answer("Acme", "[2] ")
    session.answer("800 USD", "[3] ")
    session.answer("a lot", "cost.join_fee")
    session.answer("h", "find it: ")
    session.answer("99 USD", "score: ")
    session.expect("[4] ")
    session.answer("b", "[3] ")
    session.expect("so far: 99 USD")
    session.answer("120 USD", "[4] ")
    session.answer("?", "[5] ")
    session.answer("yes", "[6] ")
    session.expect("\n> ")
    session.type("\x03")
    session.expect("plumbline score acme.ini")
    code = session.end()
    check("Ctrl-C ends with 130", code == 130, code)
    text = read(path)
    for line in ("name = Acme", "expected_month = 800 USD", "join_fee = 120 USD", "monthly_min_purchase = unknown",
                 "pays_for_enrollment = yes"):
        check(f"the file holds '{line}'", f"\n{line}\n" in text, text)
    done = subprocess.run([plumbline, "score", path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=DEADLINE, check=False)
    check("the file can be scored", done.returncode == 0, done.stdout.decode())


def table(plumbline, folder):
    """The income table, row by row: a wrong row, a missing one, and what the report then says of it."""
    path = os.path.join(folder, "table.ini")
    session = Session([plumbline, "new", "table.ini"], folder)
    for number, given in enumerate(("Acme", "800 USD", "99 USD", "120 USD", "no", "5", "25%", "40 USD")):
        session.answer(given, f"[{number + 2}] ")
    session.expect("an empty line ends the table")
    session.answer("61% | 0", "61% | 0")
    session.answer("30% | much", "must be an amount")
    session.answer("30% | 180", "180")
    session.answer("", "9% of the people are missing")
    session.answer("9% | 1,150", "1,150")
    session.answer("", "[10] Which year")
    session.answer("2023", "[11] Does the table count all")
    session.answer("all", "[12] ")
    session.answer("q", "To ask next:")
    code = session.end()
    check("it ends with 0", code == 0, code)
    text = read(path)
    check("the table is one value", "\nrow = 61% | 0 USD; 30% | 180 USD; 9% | 1,150 USD\n" in text, text)
    done = subprocess.run([plumbline, "score", path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=DEADLINE, check=False)
    check("the report reads it", b"61 were paid nothing" in done.stdout, done.stdout.decode())


def changed_underneath(plumbline, folder):
    """What somebody else writes into the file meanwhile is not lost."""
    path = os.path.join(folder, "own.ini")
    with open(path, "w", encoding="utf-8") as file:
        file.write("; mine\n")
    session = Session([plumbline, "new", "own.ini"], folder)
    session.answer("Acme & Co", "[2] ")
    with open(path, "a", encoding="utf-8") as file:
        file.write("; also mine\n")
    text = read(path)
    check("the first answer is kept", "name = Acme & Co" in text and text.startswith("; mine\n"), text)
    session.answer("800 USD", "changed by somebody else")
    code = session.end()
    check("a change underneath ends with 5", code == 5, code)
    check("the file is as the other left it", read(path) == text, read(path))


def stopped(plumbline, folder):
    """'q' and the end of input stop, with the next questions and exit code 0."""
    for typed in ("q\n", "\x04"):
        session = Session([plumbline, "new", "stop.ini"], folder)
        session.expect("\n> ")
        session.type(typed)
        session.expect("To ask next:")
        session.expect("plumbline score stop.ini")
        code = session.end()
        check(f"{typed!r} ends with 0", code == 0, code)


def main():
    plumbline = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for test in (interrupted, table, changed_underneath, stopped):
            test(plumbline, folder)
    print("ok")


main()
