#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every page of help and of the manual: whole, sound for mandoc and groff, no wider than 80 columns; and every
example on it runs, in a folder with the sample profiles.

usage: manual.py PLUMBLINE PROJECT
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

COMMAND_SECTIONS = ["SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES", "SEE ALSO"]
TOPIC_SECTIONS = ["DESCRIPTION", "EXAMPLES", "SEE ALSO"]
# No page has a date: the same program writes the same bytes on any day.
UNDATED = re.compile(r'WARNING: missing date, using "": TH')

failed = []
checks = 0


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        failed.append(what)


def run(plumbline, *args):
    done = subprocess.run([plumbline, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def words(plumbline, *line):
    return [row.split("\t")[0] for row in run(plumbline, "completion", "words", "--", *line)[1].splitlines()]


def pages(plumbline):
    """The words of every page, and whether it is a topic or a group: those have other sections."""
    yield (), "main"
    for first in words(plumbline, "help", ""):
        group = words(plumbline, "help", first, "")
        topic = run(plumbline, "help", first, "--format", "man")[1].startswith(".TH PLUMBLINE") and \
            not re.match(r"\.TH \S+ 1 ", run(plumbline, "help", first, "--format", "man")[1])
        yield (first,), "topic" if topic else "group" if group else "command"
        for second in group:
            yield (first, second), "command"


def section(text, title):
    """The lines of one section of a page of help."""
    match = re.search(rf"^{title}\n(.*?)(?=^\S|\Z)", text, re.S | re.M)
    return match.group(1) if match else ""


def examples(text):
    """What stands in the section of examples, four blanks from the left."""
    return [line[4:] for line in section(text, "EXAMPLES").split("\n") if line.startswith("    ")]


def lint(name, page):
    with tempfile.NamedTemporaryFile("w", suffix=".man", encoding="utf-8") as file:
        file.write(page)
        file.flush()
        for tool in (["mandoc", "-T", "lint", "-W", "warning"], ["groff", "-man", "-ww", "-z", "-Tutf8"]):
            done = subprocess.run([*tool, file.name], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            said = [line for line in done.stdout.decode().splitlines() if not UNDATED.search(line)]
            check(not said, f"{tool[0]} of {name}: {said[:3]}")
        # as a reader sees it: the markup is gone
        done = subprocess.run(["mandoc", "-T", "ascii", file.name], stdout=subprocess.PIPE, check=False)
        check("\\" not in re.sub(r".\b", "", done.stdout.decode()), f"{name}: markup shows on the page")


def check_examples(name, lines, plumbline, project):
    """Each runs in turn in a folder with the sample profiles and, but for the page that makes packs, a pack."""
    check(lines, f"{name} has no example: add some to engine/cli/command_examples.c")
    env = dict(os.environ, LC_ALL="C", TERM="dumb", TZ="UTC", PLUMBLINE=plumbline)
    with tempfile.TemporaryDirectory() as folder:
        for file in os.listdir(os.path.join(project, "profiles")):
            shutil.copy(os.path.join(project, "profiles", file), folder)
        shutil.copy(os.path.join(project, "tests/cli/claims-pitch/pitch.txt"), folder)
        def prepare(*args):
            subprocess.run([plumbline, *args], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, timeout=120, check=True)

        prepare("rules", "new", "--pack", "mine")
        if name in ("verify", "diff", "history"):  # what two audits left, with a change between them
            prepare("audit", "sunleaf.ini", "larkspur.ini", "--jsonl", "old.jsonl", "--db", "history.db")
            if name != "verify":
                prepare("set", "sunleaf.ini", "plan.levels_paid", "3", "--source", "S1")
                prepare("audit", "sunleaf.ini", "larkspur.ini", "--jsonl", "new.jsonl", "--db", "history.db")
        for line in lines:
            script = 'plumbline() { "$PLUMBLINE" "$@"; }\n' + line
            done = subprocess.run(["sh", "-c", script], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
            wanted = (0, 1) if "--fail-" in line or "--exit-code" in line else (0,)
            check(done.returncode in wanted, f"{name}: '{line}' ends with {done.returncode}: {done.stdout.decode()[:300]}")
            check(line.split()[:1 + len(name.split())] == ["plumbline", *name.split()] or not name,
                  f"{name}: '{line}' is an example of something else")


def check_page(page, kind, plumbline, project):
    name = " ".join(page)
    texts = {}
    for form in ("text", "man", "md", "html"):
        code, texts[form], err = run(plumbline, "help", *page, "--format", form)
        check(code == 0 and not err and texts[form], f"help {name} --format {form}: {code} {err}")
    lint(name or "plumbline", texts["man"])
    wanted = {"command": COMMAND_SECTIONS, "topic": TOPIC_SECTIONS, "group": ["COMMANDS"],
              "main": ["SYNOPSIS", "DESCRIPTION", "COMMANDS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES",
                       "SEE ALSO"]}[kind]
    for title in wanted:
        check(section(texts["text"], title).strip(), f"help {name} has no section {title}")
        check(f'.SH "\\&{title}"\n' in texts["man"], f"the page of '{name}' has no section {title}")
    wide = [line for line in texts["text"].split("\n") if len(line) > 80 and not line.startswith("    ")]
    check(not wide, f"help {name} is wider than 80 columns: {wide[:2]}")
    check(texts["man"].count(".SH NAME\nplumbline") == 1, f"the page of '{name}' has no name")
    if kind in ("command", "main"):
        check_examples(name, examples(texts["text"]), plumbline, project)


def check_references(all_pages, plumbline):
    """SEE ALSO names pages that there are."""
    known = {"plumbline-" + "-".join(page) if page else "plumbline" for page, _ in all_pages}
    for page, _ in all_pages:
        text = run(plumbline, "help", *page, "--format", "man")[1].replace("\\-", "-").replace("\\&", "").replace("\\:", "")
        for name in re.findall(r"\\fB(plumbline[a-z-]*)\\fR\(\d\)", text):
            check(name in known, f"the page of '{' '.join(page)}' names {name}, which is not there")


def main(plumbline, project):
    all_pages = list(pages(plumbline))
    check(len(all_pages) > 20, f"only {len(all_pages)} pages were found")
    for page, kind in all_pages:
        check_page(page, kind, plumbline, project)
    check_references(all_pages, plumbline)
    # the profile on its page is a sound one
    text = run(plumbline, "help", "profile")[1]
    with tempfile.NamedTemporaryFile("w", suffix=".ini", encoding="utf-8") as file:
        file.write("\n".join(examples(text)))
        file.flush()
        code, _, err = run(plumbline, "score", file.name)
        check(code == 0 and not err, f"the profile of 'help profile' is not sound: {err}")
    for line in failed:
        print(line)
    print(f"{checks - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))
