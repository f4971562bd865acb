#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Follows README.md, or another document, block by block as a reader would, and compares what comes out
with what stands there.

usage: readme.py PLUMBLINE [DOCUMENT]        UPDATE=1 rewrites the outputs instead

  ```console    the command behind '$ ' is run, with ./run and plumbline as the program under test
  ```lua FILE   (any language) is written to that file before going on
  ```ini        must be a sound profile
  `tests/...`   every file of the checkout that the text names must exist, and so must every link

README.md is followed in the checkout. Any other document starts in an empty folder of its own, and
~/plumbline is the checkout.
"""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BLOCK = re.compile(r"^```(?P<language>\w+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```", re.S | re.M)
NAME = re.compile(r"`((?:rules|engine|profiles|tests|schema|docs)/[\w./-]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


class Reader:
    def __init__(self, plumbline, document, home):
        self.plumbline = plumbline
        self.document = document
        self.folder = ROOT
        self.home = home
        self.checked = self.failed = 0
        if document != "README.md":
            self.folder = os.path.join(home, "work")
            os.mkdir(self.folder)
            os.symlink(ROOT, os.path.join(home, "plumbline"))

    def judge(self, sound, complaint):
        self.checked += 1
        if not sound:
            self.failed += 1
            print(f"{self.document}: {complaint}")

    def run(self, command):
        """What a reader sees: both streams in order."""
        env = dict(os.environ, LC_ALL="C", TERM="dumb", TZ="UTC", HOME=self.home, PLUMBLINE=self.plumbline)
        env.pop("NO_COLOR", None)
        script = 'run() { "$PLUMBLINE" "$@"; }\nplumbline() { run "$@"; }\n' + command.replace("./run ", "run ")
        done = subprocess.run(["sh", "-c", script], cwd=self.folder, env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)
        return done.stdout.decode()

    def follow_console(self, body):
        prompt, output = body.split("\n", 1)
        if not prompt.startswith("$ "):
            self.judge(False, f"a console block starts with '$ ', not with: {prompt}")
            return body
        got = self.run(prompt[2:])
        self.judge(got == output or os.environ.get("UPDATE"), f"shows something else for: {prompt[2:]}\n{got}")
        return f"{prompt}\n{got}"

    def follow_file(self, name, body):
        path = os.path.realpath(os.path.join(self.folder, name))
        inside = self.folder != ROOT and path.startswith(os.path.realpath(self.folder) + os.sep)
        self.judge(inside and os.path.isdir(os.path.dirname(path)), f"no place to write {name} to")
        if inside:
            with open(path, "w", encoding="utf-8") as file:
                file.write(body)

    def check_profile(self, body):
        with tempfile.NamedTemporaryFile("w", suffix=".ini", encoding="utf-8") as file:
            file.write(body)
            file.flush()
            done = subprocess.run([self.plumbline, "score", file.name], stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, check=False)
        self.judge(done.returncode == 0, f"has a profile that is not sound:\n{done.stdout.decode()}")

    def follow(self, block):
        language, name, body = block["language"], block["file"], block["body"]
        if name:
            self.follow_file(name, body)
        elif language == "console":
            body = self.follow_console(body)
        elif language == "ini":
            self.check_profile(body)
        return f"```{language}{' ' + name if name else ''}\n{body}```"

    def read(self):
        path = os.path.join(ROOT, self.document)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        new = BLOCK.sub(self.follow, text)
        for name in NAME.findall(text):
            self.judge(os.path.exists(os.path.join(ROOT, name)), f"names {name}, which is not there")
        prose = BLOCK.sub("", text)
        for link in LINK.findall(prose):
            self.judge(os.path.exists(os.path.join(os.path.dirname(path), link)), f"links to {link}, which is not there")
        if os.environ.get("UPDATE"):
            with open(path, "w", encoding="utf-8") as file:
                file.write(new)


def main():
    document = sys.argv[2] if len(sys.argv) > 2 else "README.md"
    with tempfile.TemporaryDirectory() as home:
        reader = Reader(os.path.abspath(sys.argv[1]), document, home)
        reader.read()
    print(f"{reader.checked - reader.failed} passed, {reader.failed} failed")
    return 1 if reader.failed or reader.checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
