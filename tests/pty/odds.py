#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""'plumbline math odds' in a real terminal asks what the person expects before it shows any odds.

usage: odds.py PLUMBLINE
"""
import os
import sys
import tempfile

from session import Session, check

QUESTION = "How many people do you expect to recruit yourself?"
ARGS = ["math", "odds", "--place", "100", "--members", "200"]


def answered(plumbline, folder):
    session = Session([plumbline, *ARGS], folder)
    before = session.expect(QUESTION)
    check("no odds stand before the question", "0.69" not in before, before)
    session.type("a few\n")
    session.expect("a whole number, please")
    session.expect(QUESTION)
    session.type("5\n")
    after = session.expect("recruits nobody")
    check("both stand side by side", "direct recruits are what you expect" in after and "0.69" in after, after)
    check("that ends with 0", session.end() == 0, session.seen)


def without_idea(plumbline, folder):
    session = Session([plumbline, *ARGS], folder)
    session.expect(QUESTION)
    session.type("\n")
    after = session.expect("recruits nobody")
    check("no expectation is made up", "you expect" not in after, after)
    check("that ends with 0", session.end() == 0, session.seen)


def interrupted(plumbline, folder):
    session = Session([plumbline, *ARGS], folder)
    session.expect(QUESTION)
    session.type("\x03")
    code = session.end()
    check("Ctrl-C ends with 130", code == 130, code)
    check("and shows no odds", "0.69" not in session.seen, session.seen)


def given(plumbline, folder):
    session = Session([plumbline, *ARGS, "--expect", "3"], folder)
    seen = session.expect("recruits nobody")
    check("what is given is not asked", QUESTION not in seen, seen)
    check("that ends with 0", session.end() == 0, session.seen)


def main():
    plumbline = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for test in (answered, without_idea, interrupted, given):
            test(plumbline, folder)
    print("ok")


main()
