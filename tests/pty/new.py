#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The questionnaire of 'plumbline new' in a real terminal: answers, a mistake, help, back, and Ctrl-C, after which
every answer given must be in the file.

usage: new.py PLUMBLINE
"""
import os
import pty
import select
import subprocess
import sys
import tempfile
import time

DEADLINE = 60  # seconds, for one output to come


class Session:
    """The program with a terminal of its own as its controlling one, so that Ctrl-C is a byte typed."""

    def __init__(self, args, folder):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execve(args[0], args, dict(os.environ, LC_ALL="C", TERM="dumb"))
        self.seen = ""

    def expect(self, wanted):
        """What came up to 'wanted', with it."""
        end = time.monotonic() + DEADLINE
        while wanted not in self.seen:
            ready, _, _ = select.select([self.fd], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise SystemExit(f"new.py: no {wanted!r} came, but:\n{self.seen}")
            try:
                data = os.read(self.fd, 4096)
            except OSError:  # Linux: the other end is closed
                data = b""
            if not data:
                raise SystemExit(f"new.py: ended before {wanted!r}, after:\n{self.seen}")
            self.seen += data.decode()
        at = self.seen.index(wanted) + len(wanted)
        part, self.seen = self.seen[:at], self.seen[at:]
        return part

    def type(self, text):
        os.write(self.fd, text.encode())

    def end(self):
        """The exit code, once all output is read."""
        while True:
            try:
                data = os.read(self.fd, 4096)
            except OSError:
                break
            if not data:
                break
            self.seen += data.decode()
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def check(what, ok, shown):
    if not ok:
        raise SystemExit(f"new.py: {what}, not:\n{shown}")


def main():
    plumbline = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "acme.ini")
        session = Session([plumbline, "new", "acme.ini"], folder)
        session.expect("[1] ")
        session.expect("\n> ")
        session.type("a lot\n")
        session.expect("cost.join_fee")
        session.expect("\n> ")
        session.type("h\n")
        session.expect("find it: ")
        session.expect("\n> ")
        session.type("99 USD\n")
        session.expect("score: ")
        session.expect("[2] ")
        session.expect("\n> ")
        session.type("b\n")
        session.expect("[1] ")
        session.expect("so far: 99 USD")
        session.expect("\n> ")
        session.type("120 USD\n")
        session.expect("[2] ")
        session.expect("\n> ")
        session.type("?\n")
        session.expect("[3] ")
        session.expect("\n> ")
        session.type("yes\n")
        session.expect("[4] ")
        session.expect("\n> ")
        session.type("\x03")
        session.expect("plumbline score acme.ini")
        code = session.end()
        check("Ctrl-C ends with 130", code == 130, code)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for line in ("join_fee = 120 USD", "monthly_min_purchase = unknown", "pays_for_enrollment = yes"):
            check(f"the file holds '{line}'", f"\n{line}\n" in text, text)
        done = subprocess.run([plumbline, "score", path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=DEADLINE, check=False)
        check("the file can be scored", done.returncode == 0, done.stdout.decode())
    print("ok")


main()
