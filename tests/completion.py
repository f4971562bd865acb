#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Completes command lines in bash, zsh and fish with the scripts that plumbline writes.

bash and zsh get what they hand to a completion function (COMP_WORDS, words ...); one line is completed by a bash that
believes in a terminal. fish can be asked outright.

usage: completion.py PLUMBLINE PROJECT
"""
import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

# What is typed, what must be among the offers, what must not. Files: sunleaf.ini, "my notes.ini", folder mine/.
LINES = [
    ("plumbline sc", {"score", "schema"}, {"set", "rules"}),
    ("plumbline rules ", {"list", "new", "test", "check", "doc", "profile"}, {"score"}),
    ("plumbline math tr", {"treadmill"}, {"plan"}),
    ("plumbline score --fail", {"--fail-under", "--fail-on"}, {"--format"}),
    ("plumbline score --format j", {"json", "junit"}, {"text", "sarif"}),
    ("plumbline score --color ", {"auto", "always", "never"}, {"sunleaf.ini"}),
    ("plumbline score --fail-on ma", {"major"}, {"minor", "RE01"}),
    ("plumbline score --fail-on RE1", {"RE10"}, {"RE01"}),
    ("plumbline score --pack mine --trace MY", {"MY01"}, {"RE01"}),
    ("plumbline score --pack=mine --trace MY", {"MY01"}, {"RE01"}),
    ("plumbline score --trace MY", set(), {"MY01"}),
    ("plumbline score s", {"sunleaf.ini"}, {"score", "mine"}),
    ("plumbline score --quiet s", {"sunleaf.ini"}, {"score"}),
    ("plumbline score --points s", {"sunleaf.ini"}, {"score"}),
    ("plumbline score --pack ", {"mine"}, {"sunleaf.ini"}),
    ("plumbline set sunleaf.ini plan.levels", {"plan.levels_paid"}, {"cost.join_fee"}),
    ("plumbline set sunleaf.ini recruit.pays_for_enrollment ", {"yes", "no", "refused"}, {"plan.levels_paid"}),
    ("plumbline explain A1", {"A1", "A15"}, {"B1"}),
    ("plumbline explain recruit.req", {"recruit.required_recruits"}, {"RE01"}),
    ("plumbline schema rec", {"recruit"}, {"cost"}),
    ("plumbline schema recruit.pay", {"recruit.pays_for_enrollment"}, {"recruit"}),
    ("plumbline rules new X1 x --theme co", {"costs"}, {"product"}),
    ("plumbline rules list --pack mine MY", {"MY01"}, {"RE01"}),
    ("plumbline math odds --pl", {"--place"}, {"--payout"}),
    ("plumbline math odds --place ", set(), {"sunleaf.ini", "--place"}),
    ("plumbline help rules te", {"test"}, {"rules"}),
    ("plumbline help pro", {"profile"}, {"score"}),
    ("plumbline completion ", {"bash", "zsh", "fish"}, {"score"}),
    ("plumbline audit --detail f", {"findings", "full"}, {"summary"}),
    ("plumbline audit -j ", set(), {"sunleaf.ini"}),
    ("plumbline audit -j 2 s", {"sunleaf.ini"}, set()),
    ("plumbline verify s", {"sunleaf.ini"}, set()),
    ("plumbline diff sunleaf.ini my", {"my notes.ini"}, {"sunleaf.ini"}),
    ("plumbline diff sunleaf.ini sunleaf.ini ", set(), {"sunleaf.ini"}),
    ("plumbline nothing ", set(), {"score"}),
]

# With '=' and ':' shells differ in what they want back: bash the piece behind the sign, the others all of the word.
PIECES = [
    ("plumbline score --format=j", "--format=", {"json", "junit"}, {"text"}),
    ("plumbline score --format=", "--format=", {"json", "text"}, {"sunleaf.ini"}),
    ("plumbline score --points=s", "--points=", {"sunleaf.ini"}, {"score"}),
    ("plumbline score --only theme:co", "theme:", {"costs"}, {"product"}),
    ("plumbline whatif sunleaf.ini recruit.pays_for_enrollment=y", "recruit.pays_for_enrollment=", {"yes"}, {"no"}),
]

failed = []
checks = 0


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        failed.append(what)


def sh(args, folder, **more):
    done = subprocess.run(args, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False,
                          **more)
    return done.stdout.decode(), done.stderr.decode()


def bash_offers(line, folder):
    """As readline cuts a line: '=' and ':' are words of their own."""
    words = re.findall(r"[=:]+|(?:[^\s=:\"'\\]|\\.|\"[^\"]*\"|'[^']*')+", line)
    if line.endswith(" "):
        words.append("")
    script = (f"source {folder}/script.bash; COMP_LINE={shlex.quote(line)}; COMP_POINT={len(line)}; "
              f"COMP_WORDS=({' '.join(map(shlex.quote, words))}); COMP_CWORD={len(words) - 1}; "
              "_plumbline; printf '%s\\n' \"${COMPREPLY[@]}\"")
    out, err = sh(["bash", "--norc", "-c", script], folder)
    check(not err, f"bash, '{line}': {err}")
    return set(out.splitlines()) - {""}


def zsh_offers(line, folder):
    """The helpers that zsh offers a completion function are replaced by some that print."""
    script = ("_describe() { local w; for w in ${(P)4}; do w=${w//\\\\:/@}; print -r -- ${${w%%:*}//@/:}; done; }; _files() { print -rl -- ${PREFIX#$skip}*(N); }\n"
              "_directories() { print -rl -- ${PREFIX#$skip}*(N/); }; compset() { skip=${PREFIX%%=*}=; }; compdef() { }\n"
              f"source {folder}/_plumbline; words=({' '.join(shlex.quote(w) for w in line.split())}"
              f"{' ' + chr(39) * 2 if line.endswith(' ') else ''}); CURRENT=$#words; PREFIX=$words[-1]; skip=''; _plumbline")
    out, err = sh(["zsh", "-f", "-c", script], folder)
    check(not err, f"zsh, '{line}': {err}")
    return set(out.splitlines()) - {""}


def fish_offers(line, folder):
    out, err = sh(["fish", "--no-config", "-c", f"source {folder}/script.fish; complete -C {shlex.quote(line)}"], folder)
    check(not err, f"fish, '{line}': {err}")
    return {row.split("\t")[0].rstrip("/") for row in out.splitlines()} - {""}


def check_offers(shell, line, got, wanted, never):
    check(wanted <= got, f"{shell}, '{line}': wanted {sorted(wanted - got)}, got {sorted(got)[:8]}")
    check(not never & got, f"{shell}, '{line}': {sorted(never & got)} is offered")


def check_terminal(folder):
    """A bash that believes in a terminal: a unique word is written out, then a file's name with a blank in it."""
    for typed, wanted in (("plumbline sch\t", "plumbline schema"), ("plumbline score --col\t", "--color "),
                          ("plumbline score --format=sa\t", "--format=sarif "),
                          ("plumbline score my\t", "my\\ notes.ini "),
                          ("plumbline whatif sunleaf.ini plan.levels_p\t", "plan.levels_paid="),
                          ("plumbline score --only theme:cos\t", "theme:costs ")):
        pid, fd = pty.fork()
        if pid == 0:
            os.chdir(folder)
            os.environ.update(PS1="> ", TERM="dumb", INPUTRC="/dev/null", PATH=f"{folder}/bin:{os.environ['PATH']}")
            os.execvp("bash", ["bash", "--norc", "--noprofile", "-i"])
        os.write(fd, b"source ./script.bash; bind 'set bell-style none'; echo rea''dy\n")
        read_until(fd, b"ready\r\n")
        os.write(fd, typed.encode())
        seen = read_until(fd, wanted.encode())
        check(wanted in seen, f"bash on a terminal: '{typed.strip()}' becomes {seen!r}, wanted {wanted!r}")
        os.close(fd)
        os.waitpid(pid, 0)


def read_until(fd, wanted):
    """What is written up to 'wanted', or within a minute."""
    seen, end = b"", time.monotonic() + 60
    while wanted not in seen and time.monotonic() < end:
        if select.select([fd], [], [], 0.5)[0]:
            seen += os.read(fd, 4096)
    return seen.decode(errors="replace")


# Values of which nothing is known beforehand: numbers, days, names.
FREE = {"N", "SUM", "PCT", "LIST", "DATE", "ID", "NAME", "JOB", "PATTERN"}


def words(plumbline, *line):
    return [row.split("\t")[0] for row in sh([plumbline, "completion", "words", "--", *line], ".")[0].splitlines()]


def check_values(plumbline):
    """Every option of every command that takes a value has something to offer, but for those of FREE."""
    names = [name for first in words(plumbline, "") for name in
             ([[first]] if not words(plumbline, "help", first, "") else
              [[first, second] for second in words(plumbline, "help", first, "")])]
    seen = set()
    for name in names:
        for option, value in re.findall(r"--([a-z-]+) ([A-Z][A-Z=]*)\b", sh([plumbline, "help", *name], ".")[0]):
            seen.add(value)
            got = words(plumbline, *name, "--" + option, "")
            check(bool(got) != (value in FREE), f"{' '.join(name)} --{option} {value} is offered {got[:3]}: see the table "
                  "in engine/cli/completion_values.c")
    check(len(names) > 25 and {"FORMAT", "FILE", "RULES", "WHEN"} <= seen, f"only {len(names)} commands, {seen}")


def set_up(folder, plumbline, project):
    os.environ["PATH"] = f"{folder}/bin:{os.environ['PATH']}"
    os.mkdir(f"{folder}/bin")
    os.symlink(plumbline, f"{folder}/bin/plumbline")
    shutil.copy(f"{project}/profiles/sunleaf.ini", folder)
    shutil.copy(f"{project}/profiles/sunleaf.ini", f"{folder}/my notes.ini")
    sh([plumbline, "rules", "new", "--pack", f"{folder}/mine"], folder)
    for shell, file in (("bash", "script.bash"), ("zsh", "_plumbline"), ("fish", "script.fish")):
        out, _ = sh([plumbline, "completion", shell], folder)
        with open(f"{folder}/{file}", "w", encoding="utf-8") as script:
            script.write(out)
        check(out and subprocess.run([shell, "-n", f"{folder}/{file}"], check=False).returncode == 0,
              f"{shell} does not read its script")


def main(plumbline, project):
    shells = {"bash": bash_offers, "zsh": zsh_offers, "fish": fish_offers}
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder, plumbline, project)
        for shell, offers in shells.items():
            for line, wanted, never in LINES:
                check_offers(shell, line, offers(line, folder), wanted, never)
            for line, before, wanted, never in PIECES:
                got = offers(line, folder)
                whole = shell != "bash" and not (shell == "zsh" and wanted == {"sunleaf.ini"})
                check_offers(shell, line, got, {before + w for w in wanted} if whole else wanted,
                             {before + w for w in never} if whole else never)
        check_terminal(folder)
        check_values(plumbline)
    for line in failed:
        print(line)
    print(f"{checks - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))
