# SPDX-License-Identifier: MIT
"""The program in a real terminal, for the tests beside this file."""
import codecs
import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time

NAME = os.path.basename(sys.argv[0])
DEADLINE = 60  # seconds, for one output to come


class Session:
    """The program with a terminal of its own as its controlling one, so that Ctrl-C is a byte typed."""

    def __init__(self, args, folder, term="dumb", size=None, **env):
        """'size': rows and columns, else the terminal knows none; 'env': None takes a variable away."""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            if size:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("4H", *size, 0, 0))
            env = {**os.environ, "LC_ALL": "C", "TERM": term, **env}
            os.execve(args[0], args, {name: value for name, value in env.items() if value is not None})
        self.seen = ""
        self.decoder = codecs.getincrementaldecoder("utf-8")()  # a read may end within a character

    def expect(self, wanted):
        """What came up to 'wanted', with it."""
        end = time.monotonic() + DEADLINE
        while wanted not in self.seen:
            ready, _, _ = select.select([self.fd], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise SystemExit(f"{NAME}: no {wanted!r} came, but:\n{self.seen}")
            try:
                data = os.read(self.fd, 4096)
            except OSError:  # Linux: the other end is closed
                data = b""
            if not data:
                raise SystemExit(f"{NAME}: ended before {wanted!r}, after:\n{self.seen}")
            self.seen += self.decoder.decode(data)
        at = self.seen.index(wanted) + len(wanted)
        part, self.seen = self.seen[:at], self.seen[at:]
        return part

    def type_until(self, text, wanted):
        """Types again and again until it comes: a program that was interrupted may throw typed keys away."""
        for _ in range(DEADLINE):
            self.type(text)
            ready = True
            while ready and wanted not in self.seen:
                ready, _, _ = select.select([self.fd], [], [], 1)
                if ready:
                    self.seen += self.decoder.decode(os.read(self.fd, 4096))
            if wanted in self.seen:
                break
        return self.expect(wanted)

    def type(self, text):
        os.write(self.fd, text.encode())

    def answer(self, text, wanted):
        """Types one line at the next prompt, and waits for what must come of it."""
        self.expect("\n> ")
        self.type(text + "\n")
        self.expect(wanted)

    def end(self):
        """The exit code, once all output is read."""
        while True:
            try:
                data = os.read(self.fd, 4096)
            except OSError:
                break
            if not data:
                break
            self.seen += self.decoder.decode(data)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def check(what, ok, shown):
    if not ok:
        raise SystemExit(f"{NAME}: {what}, not:\n{shown}")
