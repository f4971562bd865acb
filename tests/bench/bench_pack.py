#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The 45 rules and 51 facts of floor/spec.json as a plumbline pack, so that plumbline is measured on the floor's work.

usage: bench_pack.py OUTDIR

A rule is written as its author would: facts read where they are needed, ratio() and sum() for what must be exact, text
with its values behind the outcome. What is unknown or n/a ends the rule by itself; a divisor of 0 is unknown. The
spec's score of 0 to 100 is a credit of 0 to 1, its weight the rule's points, its dimension the theme.
"""
import json
import os
import sys

from bench_profiles import MONEY, SPEC, COUNTRIES

VALUES = {  # of the enums
    "company.country": [country.lower() for country in COUNTRIES],  # a profile may write GB
    "product.category": ["consumables", "durables", "services", "digital", "financial", "none"],
    "compensation.plan": ["single", "unilevel", "stairstep", "matrix", "binary"],
    "recruitment.pressure": ["low", "medium", "high"],
    "recruitment.income_claims": ["none", "modest", "extravagant"],
}
WHOLE = {
    "company.employees", "company.lawsuits", "company.regulator_actions", "compensation.levels",
    "recruitment.min_recruits", "earnings.participants", "terms.cooling_off", "terms.buyback_days",
    "support.complaints"}
KINDS = {f"{section}.{key}": kind for section, keys in SPEC["schema"] for key, kind in keys}
NUMERIC = {"num", "pct", "date"}


def text(value):
    return json.dumps(value)


def facts_in(expression):
    """The facts of an expression, in order, each once."""
    if isinstance(expression, str):
        return [expression]
    if not isinstance(expression, list):
        return []
    found = []
    for part in expression[1:]:
        found += [fact for fact in facts_in(part) if fact not in found]
    return found


def facts_of(rule):
    return rule["v"] if rule["kind"] == "bool2" else facts_in(rule["v"])


def short(fact):
    return fact.split(".")[1]


# --- facts.lua ---


def type_of(fact):
    kind = KINDS[fact]
    if fact in MONEY:
        return 'type = "money", range = { 0, 10000000 }'
    if fact in WHOLE:
        return 'type = "int", range = { 0, 10000000 }'
    if kind == "enum":
        return 'type = "enum", values = { ' + ", ".join(map(text, VALUES[fact])) + " }"
    return {"str": 'type = "text"', "num": 'type = "number", range = { 0, 10000000 }', "pct": 'type = "pct"',
            "bool": 'type = "bool"', "date": 'type = "date", range = { 1900, 2100 }'}[kind]


def facts_file():
    sections = "\n".join(f'    {{ "{section}", "About {section}" }},' for section, _ in SPEC["schema"])
    facts = "\n".join(
        f'    {{ "{fact}", {type_of(fact)}, serves = {{ "benchmark" }},\n'
        f'      meaning = "{short(fact)} of the {fact.split(".")[0]}", find = "invented",\n'
        f'      ask = "What is the {short(fact).replace("_", " ")}?" }},' for fact in KINDS)
    return f"return {{\n  sections = {{\n{sections}\n  }},\n  facts = {{\n{facts}\n  }},\n}}\n"


# --- rules ---


def is_optional(part):
    return isinstance(part, list) and part[0] == "opt"


def value_of(expression, lines):
    """The expression in Lua; adds the lines it needs before it. Ratios are exact, and so are sums of money."""
    if isinstance(expression, str):
        return f"c.{expression}"
    if not isinstance(expression, list):
        return repr(expression)
    sign, *parts = expression
    if sign == "opt":
        lines.append(f'local {short(parts[0])} = {parts[1]}')
        lines.append(f'if known("{parts[0]}") then {short(parts[0])} = c.{parts[0]} end')
        return short(parts[0])
    if sign == "*":
        return " * ".join(value_of(part, lines) for part in parts)
    if sign == "/":
        top, bottom = (value_of(part, lines) for part in parts)
        lines.append(f"local over, under = {top}, {bottom}")
        lines.append('if under <= 0 then return unknown("nothing to divide by") end')
        return "ratio(over, under)"
    if sign == "-":
        return "diff(" + ", ".join(value_of(part, lines) for part in parts) + ")"
    flat, rest = [], list(parts)
    while rest:
        part = rest.pop(0)
        if isinstance(part, list) and part[0] == "+":
            rest = part[1:] + rest
        else:
            flat.append(value_of(part, lines))
    return "sum(" + ", ".join(flat) + ")"


def answer(score, *values):
    """pass, critical, or something between."""
    words = ", ".join(values)
    if score == 100:
        return f"return pass({words})"
    if score == 0:
        return f"return critical({words})"
    return f"return credit({score / 100}, {words})"


def limit(rule, value):
    """A date of the spec is a whole number such as 20060101: always a first of January."""
    if KINDS.get(rule["v"] if isinstance(rule["v"], str) else "") == "date":
        return f"year_end({value // 10000 - 1})"
    return value


def ladder(rule, lines):
    value = value_of(rule["v"], lines)
    is_date = "year" in str(limit(rule, 19000101))
    lines.append(f"local v = {value}")
    words = rule["fmt"].replace("%d", "day %d") if is_date else rule["fmt"]
    lines.append(f"local text = {text(words)}")
    for band in rule["bands"]:
        sign = "<=" if is_date else "<"
        lines.append(f"if v {sign} {limit(rule, band[0])} then {answer(band[1], 'text', 'v')} end")
    lines.append(answer(rule["else"][0], "text", "v"))


def linear(rule, lines):
    lines.append(f"local v = {value_of(rule['v'], lines)}")
    lines.append(f"local share = math.max(0, math.min(1, (v - {rule['lo']}) / ({rule['hi']} - {rule['lo']})))")
    lines.append(f"return credit(share, {text(rule['fmt'])}, v)")


def yes_no(rule, lines):
    for key, word in (("t", "yes"), ("f", "no")):
        reply = answer(rule[key][0], text(rule["text"]), text(word))
        lines.append(f"if c.{rule['v']} then {reply} end" if key == "t" else reply)


def two_yes_no(rule, lines):
    first, second = rule["v"]
    lines.append(f"local a, b = c.{first}, c.{second}")
    for key, when in (("tt", "a and b"), ("tf", "a"), ("ft", "b"), ("ff", None)):
        words = [text("yes" if letter == "t" else "no") for letter in key]
        reply = answer(rule[key][0], text(rule["text"]), *words)
        lines.append(f"if {when} then {reply} end" if when else reply)


def words_of_enum(rule, lines):
    lines.append(f"local v = c.{rule['v']}")
    lines.append(f"local text = {text(rule['text'])}")
    for word, band in rule["map"].items():
        lines.append(f"if v == {text(word.lower())} then {answer(band[0], 'text', 'v')} end")
    lines.append(answer(rule["else"][0], "text", "v"))


def wording(rule, lines):
    lines.append(f"local v = c.{rule['v']}")
    lines.append("for _, words in ipairs(WORDS) do")
    lines.append(f"  if contains(v, words) then {answer(rule['t'][0], text(rule['texts'][0]), 'words')} end")
    lines.append("end")
    lines.append(answer(rule["f"][0], text(rule["texts"][1]), text("clean")))


BODIES = {"ladder": ladder, "linear": linear, "bool": yes_no, "bool2": two_yes_no, "enum": words_of_enum,
          "contains": wording}


def rule_file(rule):
    lines = []
    BODIES[rule["kind"]](rule, lines)
    facts = facts_of(rule)
    monotone = [f'["{fact}"] = {{ none = "the bands of the benchmark go both ways" }}' for fact in facts
                if KINDS[fact] in NUMERIC]
    before = ""
    if rule["kind"] == "contains":
        before = "local WORDS = { " + ", ".join(map(text, rule["needles"])) + " }\n"
    body = "\n".join("    " + line for line in lines)
    return f"""{before}return {{
  title  = "{rule['id'].split('.')[1].replace('_', ' ').capitalize()} is as it should be",
  why    = "It is part of the workload that the floor is measured on.",
  cites  = {{ "B01" }},
  points = {rule['w']},
  worst  = "critical",
  facts  = {{ {", ".join(map(text, facts))} }},
  ask    = "What is known about {rule['id']}?",
  monotone = {{ {", ".join(monotone)} }},

  check = function(c)
{body}
  end,

  examples = {{ {{ facts = {{}}, expect = "unknown" }} }},
}}
"""


def pack_file(files):
    points = {name: sum(rule["w"] for rule in SPEC["rules"] if rule["dim"] == name) for name, _ in SPEC["dimensions"]}
    themes = "\n".join(f'    {{ id = "{name}", title = "{name.capitalize()}", score = "company", points = {points[name]},'
                       f' headline = {"true" if i < 2 else "false"} }},'
                       for i, (name, _) in enumerate(SPEC["dimensions"]))
    rules = "\n".join(f'    "{name}",' for name in files)
    return f"""return {{
  name = "floor",
  version = "1.0.0",
  title = "The rules that the floor is measured on",
  themes = {{
{themes}
  }},
  bands = {{
    {{ name = "well", from = 80 }},
    {{ name = "mostly", from = 60 }},
    {{ name = "in part", from = 40 }},
    {{ name = "hardly", says = "hardly meets the advice", from = 0 }},
  }},
  rules = {{
{rules}
  }},
}}
"""


def write(out, name, content):
    path = os.path.join(out, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(content)


def main():
    out, files = sys.argv[1], []
    for number, rule in enumerate(SPEC["rules"], 1):
        files.append(f"{rule['dim']}/R{number:02d}_{rule['id'].split('.')[1]}.lua")
        write(out, files[-1], rule_file(rule))
    write(out, "pack.lua", pack_file(files))
    write(out, "facts.lua", facts_file())
    write(out, "sources.lua", 'return {\n  { "B01", title = "Invented for the benchmark", date = "2026", kind = "I" },\n}\n')


if __name__ == "__main__":
    main()
