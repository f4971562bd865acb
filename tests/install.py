#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Installs what was built into an empty folder: everything is there, and the program there works with what is beside
it, not with the checkout that it was built from.

usage: install.py CMAKE BUILD PROJECT
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

failed = []
checks = 0


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        failed.append(what)


def run(*args):
    env = {key: value for key, value in os.environ.items() if key not in ("PLUMBLINE_RULES", "DESTDIR")}
    done = subprocess.run(args, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def pages(program):
    """The files that the pages of help are in the manual."""
    def words(*line):
        return [row.split("\t")[0] for row in run(program, "completion", "words", "--", *line)[1].splitlines()]

    names = [("help",)] + [("help", first, *rest) for first in words("help", "")
                           for rest in [()] + [(second,) for second in words("help", first, "")]]
    for name in [*names, ("rules", "doc")]:
        head = re.match(r"\.TH (\S+) (\d)", run(program, *name, "--format", "man")[1].replace("\\-", "-"))
        yield f"share/man/man{head[2]}/{head[1].lower()}.{head[2]}", name


def check_files(folder, project):
    wanted = ["bin/plumbline", "share/plumbline/rules/core/pack.lua", "share/plumbline/plumbline.schema.json",
              "share/bash-completion/completions/plumbline", "share/zsh/site-functions/_plumbline",
              "share/fish/vendor_completions.d/plumbline.fish"]
    for name in os.listdir(os.path.join(project, "profiles")):
        wanted.append(f"share/plumbline/profiles/{name}")
    for name in wanted:
        check(os.path.isfile(os.path.join(folder, name)), f"{name} is not installed")


def check_manual(folder, program):
    there = {os.path.relpath(os.path.join(root, name), folder)
             for root, _, names in os.walk(os.path.join(folder, "share/man")) for name in names}
    wanted = dict(pages(program))
    check(len(wanted) > 25, f"only {len(wanted)} pages are known")
    check(there == set(wanted), f"the manual lacks {set(wanted) - there} and has besides {there - set(wanted)}")
    for name in there & set(wanted):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            check(file.read() == run(program, *wanted[name], "--format", "man")[1], f"{name} is not what help says")


def check_program(folder, program):
    """It must see a change of the pack that was installed with it; also when it is called by a link."""
    pack = os.path.join(folder, "share/plumbline/rules/core/pack.lua")
    with open(pack, encoding="utf-8") as file:
        text = file.read()
    changed = re.sub(r'version = "[^"]*"', 'version = "99.9.9"', text, count=1)
    check(changed != text, "pack.lua has no version to change")
    with open(pack, "w", encoding="utf-8") as file:
        file.write(changed)
    link = os.path.join(folder, "link")
    os.symlink(program, link)
    for name in (program, link):
        code, out, err = run(name, "version")
        check(code == 0 and "pack core 99.9.9" in out, f"{name} does not read the rules beside it: {out[:200]} {err}")
    code, _, err = run(program, "score", os.path.join(folder, "share/plumbline/profiles/sunleaf.ini"))
    check(code == 0, f"the installed program does not score: {err}")


def main(cmake, build, project):
    with tempfile.TemporaryDirectory() as top:
        folder = os.path.join(top, "usr")
        code, _, err = run(cmake, "--install", build, "--prefix", folder)
        check(code == 0, f"cmake --install: {err}")
        moved = os.path.join(top, "elsewhere")  # wherever the whole is put
        shutil.move(folder, moved)
        program = os.path.join(moved, "bin/plumbline")
        check_files(moved, project)
        check_manual(moved, program)
        check_program(moved, program)
    for line in failed:
        print(line)
    print(f"{checks - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
