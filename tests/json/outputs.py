#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Holds the JSON of the commands besides score to the schema.

usage: outputs.py PLUMBLINE [PROJECT]     prints 'ok NAME' or what is wrong; exit code 1 where anything is

Each output must fit its form, and no copy of it with a field more, a field less or a field of another type may.
"""
import json
import os
import subprocess
import sys
import tempfile

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from check import broken, thinned

COMMANDS = [  # form of the schema, words of the command, its exit code where that is not 0
    ("ask", "ask profiles/sunleaf.ini"),
    ("ask", "ask profiles/invited_last_night.ini"),
    ("whatif", "whatif profiles/sunleaf.ini product.external_sales_pct=80%"),
    ("whatif", "whatif profiles/sunleaf.ini --flip --sensitivity"),
    ("compare", "compare profiles/sunleaf.ini profiles/peakrise.ini"),
    ("compare", "compare profiles/sunleaf.ini profiles/harbor_soap.ini --job|15 USD/h, 35 h"),
    ("claims", "claims tests/cli/claims-pitch/pitch.txt"),
    ("trace", "score profiles/sunleaf.ini --trace CE08"),
    ("figure_trace", "score profiles/sunleaf.ini --trace FM03"),
    ("figure_trace", "score tests/fixtures/vemma_before.ini --trace FM01"),
    ("rules_list", "rules list"),
    ("rules_list", "rules list RE01 or CL01"),
    ("rules_check", "rules check rules/landlord"),
    ("rules_check", "rules check tests/cli/rules-check-faults/pack", 1),
    ("rules_test", "rules test RE01 FM03"),
    ("rules_test", "rules test tests/cli/rules-test/pack --coverage --properties --mutate", 1),
    ("rules_profile", "rules profile profiles/sunleaf.ini"),
    ("diff", "diff tests/json/march.jsonl tests/json/may.jsonl"),
    ("history_runs", "history HISTORY"),
    ("history_company", "history HISTORY --company|Beta Ltd"),
    ("history_company", "history HISTORY --company Delta"),
    ("history_run", "history HISTORY --run 2"),
    ("history_trends", "history HISTORY --trend"),
]

# Fields that only some outputs have, so that a copy without them is another sound output; so
# are examples with fewer facts given.
MAY_LACK = {"before", "after", "earned_change", "possible_change", "findings", "flip", "sensitivity", "year", "test",
            "line", "fact", "text", "coverage", "breaches", "more_breaches", "mutants", "got", "read", "decided_line",
            "decided", "reason", "note"}


def words(command):
    return [word for part in command.split("|")[:1] for word in part.split()] + command.split("|")[1:]


def make_history(program, root, folder):
    """The history that the cases in tests/cli/history-* are about."""
    script = 'plumbline() { "$PLUMBLINE" "$@"; }\n. ../history/make.sh\n'
    subprocess.run(["sh", "-c", script], cwd=os.path.join(root, "tests/cli/history"), check=True,
                   env={**os.environ, "PLUMBLINE": program, "TMP": folder, "LC_ALL": "C"})
    return os.path.join(folder, "h.sqlite")


def wrong_with(validator, form, program, root, command, code):
    env = {**os.environ, "LC_ALL": "C", "TZ": "UTC", "TERM": "dumb"}
    done = subprocess.run([program, *command, *(["--format", "json"])], cwd=root, env=env, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != code:
        return [f"exit code {done.returncode}: {done.stderr.decode()[:200]}"]
    output = json.loads(done.stdout)
    error = best_match(validator.iter_errors(output))
    if error:
        return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"]
    return [f"accepts {form}: {what}" for what, copy in broken(thinned(output))
            if not (" without " in what and (what.rsplit(" ", 1)[1] in MAY_LACK or "/given without " in what))
            and validator.is_valid(copy)]


def holds(schema, form, program, root, command, history, code=0):
    validator = Draft202012Validator({"$ref": f"#/$defs/{form}", "$defs": schema["$defs"]})
    wrong = wrong_with(validator, form, program, root, [history if w == "HISTORY" else w for w in words(command)],
                       code)
    print(f"{'not ok' if wrong else 'ok'} {command}")
    for what in wrong[:10]:
        print(f"    {what}")
    return not wrong


def main():
    program = os.path.abspath(sys.argv[1])
    root = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else ".")
    failed = 0
    with open(os.path.join(root, "schema/plumbline.schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        history = make_history(program, root, folder)
        for form, command, *code in COMMANDS:
            failed += not holds(schema, form, program, root, command, history, *code)
    print(f"{len(COMMANDS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
