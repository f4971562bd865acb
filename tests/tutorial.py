#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Follows a tutorial: runs its console blocks in their order, in one empty folder, and compares what comes back;
a block headed by a file's name (```lua mine/pack.lua) is written to that file first, as a reader would.

usage: tutorial.py PLUMBLINE DOCUMENT      UPDATE=1 rewrites the outputs instead
"""
import os
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"```(?P<kind>\w+)(?: (?P<file>[^\n]+))?\n(?P<text>.*?)```", re.S)
MOST_COMMANDS = 11


def veil(text):
    """What changes with every edit of a rule or release."""
    text = re.sub(r"#[0-9a-f]{10}", "#HASH", text)
    return re.sub(r"\b(plumbline|core|Lua) \d+\.\d+\.\d+", r"\1 VERSION", text)


def follow(text, folder, plumbline):
    """The document as it should be, and how many commands it has."""
    env = dict(os.environ, LC_ALL="C", TERM="dumb", TZ="UTC", PLUMBLINE=plumbline)
    env.pop("NO_COLOR", None)
    commands = 0

    def run(command):
        nonlocal commands
        commands += 1
        script = 'plumbline() { "$PLUMBLINE" "$@"; }\n' + command
        done = subprocess.run(["sh", "-c", script], cwd=folder, env=env, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=60, check=False)
        return veil(done.stdout.decode())

    def block(match):
        if match["file"]:
            path = os.path.join(folder, match["file"])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(match["text"])
        if match["kind"] != "console":
            return match.group()
        lines = [line for line in match["text"].split("\n") if line.startswith("$ ")]
        return "```console\n" + "".join(f"{line}\n{run(line[2:])}" for line in lines) + "```"

    return BLOCK.sub(block, text), commands


def main():
    plumbline, path = os.path.abspath(sys.argv[1]), sys.argv[2]
    text = open(path, encoding="utf-8").read()
    with tempfile.TemporaryDirectory() as folder:
        new, commands = follow(text, folder, plumbline)
    failed = 0
    if os.environ.get("UPDATE"):
        open(path, "w", encoding="utf-8").write(new)
    elif new != text:
        failed = 1
        for was, now in zip(text.split("\n"), new.split("\n")):
            if was != now:
                print(f"{path} shows\n  {was}\nand now comes\n  {now}")
                break
    if not 0 < commands < MOST_COMMANDS:
        failed += 1
        print(f"{path} has {commands} commands; it is to have under {MOST_COMMANDS}")
    print(f"{commands - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
