#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds engine/ to its layers: what may include and call what, and how long files and functions are.

usage: layers.py [PROJECT]     prints each breach as FILE:LINE: what; exit code 1 where there is any

The rules are first tried on made-up files that break them, so that a rule that stopped working shows.
"""
import os
import re
import sys

MAX_FILE, MAX_FUNCTION = 400, 60  # lines

# A layer may include itself and these.
MAY_INCLUDE = {
    "base": set(),
    "facts": {"base"},
    "money": {"base", "facts"}, # an income table stands in a fact
    "lua": {"base", "facts", "money", "score"},
    "score": {"base", "facts"},
    "insight": {"base", "facts", "money", "lua", "score"},
    "report": {"base", "facts", "money", "score", "insight"},
    "audit": {"base", "facts", "lua", "score", "insight", "report"},
    "cli": {"base", "facts", "money", "lua", "score", "insight", "report", "audit"},
}

# Headers that belong to some layers only.
ONLY_IN = {
    "lua.h": {"lua"}, "lauxlib.h": {"lua"}, "lualib.h": {"lua"},
    "ini.h": {"facts"}, "sqlite3.h": {"audit"}, "archive.h": {"audit"}, "jansson.h": {"audit"}, "csv.h": {"audit"},
    "pthread.h": set(),
}

# What only engine/cli/ does: talk to the user, and end the process.
TALK = re.compile(r"\b(?:(printf|vprintf|puts|fputs|fprintf|vfprintf|fputc|putc|putchar|perror|exit|_exit|_Exit|"
                  r"quick_exit)\s*\(|(stdout|stderr|STDOUT_FILENO|STDERR_FILENO)\b)")
# Elsewhere: the last words of a process that cannot go on. One line each, and the end.
TALK_ALLOWED = {
    "engine/base/arena.c": ["fputs", "stderr", "_Exit"],
    "engine/lua/sandbox.c": ["fputs", "stderr", "_Exit"],
    "engine/audit/work/peer.c": ["_exit"],
}

BANNED = re.compile(r"\b(strcpy|strcat|sprintf|vsprintf|strtok|atoi|atof|gets|localtime|setlocale|rand)\s*\(")
PCALL = re.compile(r"\b(lua_pcallk?)\s*\(")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def code_lines(text):
    """The lines without what stands in comments and quotes; their number stays."""
    pattern = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)

    def blank(match):
        part = match.group()
        return '""' if part[0] in "\"'" else "\n" * part.count("\n")

    return pattern.sub(blank, text).split("\n")


def functions(lines):
    """(name, first line, how many) of each function: from its first line at column 0 to the brace that closes it."""
    head = 0
    i = 0
    while i < len(lines):
        line = lines[i]
        if re.match(r"^[A-Za-z_]", line) and (i == 0 or not re.match(r"^[A-Za-z_][^;{}]*$", lines[i - 1])):
            head = i
        opens = re.match(r"^\{\s*$", line) or re.match(r"^[A-Za-z_].*\)\s*\{\s*$", line)
        start = " ".join(lines[head:i + 1])
        name = re.search(r"([A-Za-z_]\w*)\s*\(", start)
        if opens and name and not re.match(r"^(static\s+)?(const\s+)?(struct|union|enum)\s+\w+\s*\{", start):
            end = i
            while end < len(lines) - 1 and not lines[end].startswith("}"):
                end += 1
            yield name.group(1), head + 1, end - head + 1
            i = end
        i += 1


def check_include(layer, header):
    """What is wrong with a file of the layer including the header, or None."""
    base = os.path.basename(header)
    there = header.split("/")[0] if "/" in header else layer
    ours = "/" in header and there in MAY_INCLUDE  # report/csv/csv.h is not libcsv's csv.h
    if not ours and base in ONLY_IN and layer not in ONLY_IN[base]:
        return f"includes <{header}>, which belongs to {' '.join(sorted(ONLY_IN[base])) or 'no layer'}"
    if there in MAY_INCLUDE and there != layer and there not in MAY_INCLUDE[layer]:
        return f"includes {header}: {layer} may not look at {there}"
    return None


def check_file(path, text):
    """All breaches of one file of engine/, as (line, what), and its calls of lua_pcall."""
    parts = path.split("/")
    layer = parts[1] if len(parts) > 2 else None
    said, pcalls = [], []
    raw, code = text.split("\n"), code_lines(text)
    allowed = list(TALK_ALLOWED.get(path, []))

    if layer and layer not in MAY_INCLUDE:
        said.append((1, f"there is no layer {layer}"))
        layer = None
    if text.count("\n") > MAX_FILE:
        said.append((MAX_FILE + 1, f"the file has {text.count(chr(10))} lines, over {MAX_FILE}"))
    for number, (line, plain) in enumerate(zip(raw, code), 1):
        header = INCLUDE.match(line)
        wrong = header and layer and check_include(layer, header.group(1))
        if wrong:
            said.append((number, wrong))
        for match in BANNED.finditer(plain):
            said.append((number, f"{match.group(1)} is banned"))
        pcalls += [number] * len(PCALL.findall(plain))
        for match in TALK.finditer(plain):
            word = match.group(1) or match.group(2)
            if layer == "cli":
                continue
            if word in allowed:
                allowed.remove(word)
            else:
                said.append((number, f"{word} belongs in engine/cli/"))
    for name, first, count in functions(code):
        if path.endswith(".c") and count > MAX_FUNCTION:
            said.append((first, f"{name} has {count} lines, over {MAX_FUNCTION}"))
    return said, pcalls


def check_all(files):
    """All breaches of {path: text}, as lines to print."""
    said, pcalls = [], []
    for path in sorted(files):
        breaches, calls = check_file(path, files[path])
        said += [f"{path}:{line}: {what}" for line, what in sorted(breaches)]
        pcalls += [f"{path}:{line}" for line in calls]
    if len(pcalls) != 1:
        said.append(f"lua_pcall is called in {len(pcalls)} places, not in one: {', '.join(pcalls) or 'nowhere'}")
    return said


# --- the rules on files that break them ---

PCALL_ONCE = {"engine/lua/sandbox.c": "int x = lua_pcall(L, 0, 0, 0);\n"}
LONG_BODY = "    a();\n" * 58
BROKEN = [  # path, text, what must be said
    ("engine/base/a.c", '#include "facts/schema.h"\n', "base may not look at facts"),
    ("engine/score/a.c", '#include "lua/run.h"\n', "score may not look at lua"),
    ("engine/report/a.h", '# include "lua/run.h"\n', "report may not look at lua"),
    ("engine/insight/a.c", '#include "cli/cli.h"\n', "insight may not look at cli"),
    ("engine/facts/a.c", "#include <lua.h>\n", "belongs to lua"),
    ("engine/cli/a.c", "#include <lauxlib.h>\n", "belongs to lua"),
    ("engine/lua/a.c", "#include <ini.h>\n", "belongs to facts"),
    ("engine/audit/a.c", "#include <pthread.h>\n", "belongs to no layer"),
    ("engine/report/a.c", "#include <csv.h>\n", "belongs to audit"),
    ("engine/report/a.c", "#include <lua5.4/lua.h>\n", "belongs to lua"),
    ("engine/other/a.c", "\n", "there is no layer other"),
    ("engine/report/a.c", "void f(void)\n{\n    printf(\"x\");\n}\n", "printf belongs in engine/cli/"),
    ("engine/base/a.c", "FILE *f = stderr;\n", "stderr belongs in engine/cli/"),
    ("engine/lua/sandbox.c", "fputs(a, stderr);\nfputs(b, stderr);\n", "fputs belongs in engine/cli/"),
    ("engine/lua/a.c", "void f(void)\n{\n    exit (1);\n}\n", "exit belongs in engine/cli/"),
    ("engine/cli/a.c", "void f(void)\n{\n    strcat(a, b);\n}\n", "strcat is banned"),
    ("engine/base/a.c", "int n = atoi(x);\n", "atoi is banned"),
    ("engine/lua/a.c", "int n = lua_pcall(L, 0, 0, 0);\n", "lua_pcall is called in 2 places"),
    ("engine/base/a.c", "\n" * 401, "the file has 401 lines"),
    ("engine/base/a.c", "static int f(int a)\n{\n" + LONG_BODY + "}\n", "f has 61 lines"),
    ("engine/base/a.c", "static int long_one(int a,\n      int b)\n{\n" + LONG_BODY + "}\n", "long_one has 62 lines"),
]
SOUND = [
    ("engine/lua/a.c", '#include "score/pack.h"\n#include <lua.h>\n#include <string.h>\n'),
    ("engine/base/a.c", "/* printf(x), strcat(y),\n * stderr */\nint x; // exit(1)\nconst char *s = \"gets(stdout)\";\n"),
    ("engine/report/a.c", '#include "report/csv/csv.h"\n'),
    ("engine/base/a.h", "void f(const char *, ...) __attribute__((format(printf, 1, 2)));\nint operand(int);\n"),
    ("engine/cli/a.c", 'void f(void)\n{\n    fputs("x", stderr);\n    exit(2);\n}\n'),
    ("engine/base/a.c", "static int f(int a)\n{\n" + "    a();\n" * 57 + "}\n"),
    ("engine/base/a.c", "static const int rows[] = {\n" + "    1,\n" * 80 + "};\n"),
]


def self_test():
    """What the rules fail to say about the made-up files."""
    failed = []
    for path, text, wanted in BROKEN:
        files = dict(PCALL_ONCE)
        files[path] = text + (PCALL_ONCE[path] if path in PCALL_ONCE else "")
        said = check_all(files)
        if not any(wanted in line for line in said):
            failed.append(f"layers.py: wanted '{wanted}' of {path}, got {said}")
    for path, text in SOUND:
        said = check_all({**PCALL_ONCE, path: text})
        if said:
            failed.append(f"layers.py: a sound {path} is refused: {said}")
    return failed


def read_engine(root):
    files = {}
    for folder, _, names in os.walk(os.path.join(root, "engine")):
        for name in names:
            if name.endswith((".c", ".h")):
                path = os.path.join(folder, name)
                with open(path, encoding="utf-8") as file:
                    files[os.path.relpath(path, root).replace(os.sep, "/")] = file.read()
    return files


def main(root):
    files = read_engine(root)
    said = self_test() + check_all(files)
    if len(files) < 20:
        said.append(f"layers.py: only {len(files)} files found under {root}/engine")
    for line in said:
        print(line)
    print(f"{len(files)} files, {len(said)} breaches")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else
                  os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")))
