#!/usr/bin/env python3
"""The 45 rules of spec.json, written out for floor.c.

usage: gen_rules.py OUTDIR     writes rules.h (plain C), rules_nested.lua (p.costs.training) and rules_args.lua
                               (function(training)); a rule returns score, word, flag and the values of its reason
"""
import json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
S = json.load(open(os.path.join(HERE, "spec.json")))
OUT = sys.argv[1]
os.makedirs(OUT, exist_ok=True)
TYPES = {f"{s}.{k}": t for s, ks in S["schema"] for k, t in ks}
SLOT = {f: i for i, f in enumerate(TYPES)}
RULES, DIMS = S["rules"], [d for d, _ in S["dimensions"]]
word = lambda s: next(w for t, w in S["words"] if s >= t)


def fields(e, opt=False):  # fields of an expression in order: required ones, or optional ones
    if isinstance(e, str):
        return [] if opt else [e]
    if isinstance(e, (int, float)):
        return []
    if e[0] == "opt":
        return [e[1]] if opt else []
    out = []
    for x in e[1:]:
        out += [f for f in fields(x, opt) if f not in out]
    return out


def vexpr(r):
    return r["v"] if r["kind"] != "bool2" else ["+", *r["v"]]


def den(e):  # denominators: must be > 0
    if not isinstance(e, list) or e[0] == "opt":
        return []
    return [d for x in e[1:] for d in den(x)] + ([e[2]] if e[0] == "/" else [])


def emit(e, name, opt=None):  # infix text of an expression
    if isinstance(e, str):
        return name(e)
    if isinstance(e, (int, float)):
        return repr(e)
    if e[0] == "opt":
        return opt(e[1], e[2])
    a, b = emit(e[1], name, opt), emit(e[2], name, opt)
    if isinstance(e[2], list) and e[2][0] != "opt" or isinstance(e[2], list) and opt is None:
        b = f"({b})"
    if isinstance(e[1], list) and e[1][0] in "+-" and e[0] in "*/":
        a = f"({a})"
    return f"{a} {e[0]} {b}"


def bands(r):  # [(limit or None, score, flag or None)]
    out = [(b[0], b[1], b[2] if len(b) > 2 else None) for b in r["bands"]]
    if r.get("flagband0"):
        out[0] = (*out[0][:2], r["flagband0"])
    e = r["else"]
    return out + [(None, e[0], e[1] if len(e) > 1 else None)]


def sf(x):
    return x[0], (x[1] if len(x) > 1 else None)


short = lambda f: f.split(".")[1]
missing = lambda r: "no data: " + ", ".join(fields(vexpr(r)))
# ---------------------------------------------------------------- Lua
LS = lambda s: json.dumps(s)


def lua_rule(r, acc):
    req, opt = fields(vexpr(r)), fields(vexpr(r), True)
    names = {f: short(f) for f in req + opt}
    L = []
    if acc != "args":
        L.append(f"    local {', '.join(names.values())} = {', '.join('p.' + f for f in names)}")
        cond = " or ".join(f"{names[f]} == nil" for f in req)
        cond = " or ".join([cond] + [f"{emit(d, names.get)} <= 0" for d in den(vexpr(r)) if isinstance(d, str)])
        L.append(f"    if {cond} then return nil, {LS(missing(r))} end")
    else:
        for d in den(vexpr(r)):
            if isinstance(d, str):
                L.append(f"    if {names[d]} <= 0 then return nil, {LS(missing(r))} end")
    for d in den(vexpr(r)):
        if not isinstance(d, str):
            L.append(f"    if {emit(d, names.get)} <= 0 then return nil, {LS(missing(r))} end")

    def ret(score, flag, *vals):
        return f"return {score}, {LS(WORD[0])}, {LS(flag) if flag else 'nil'}, {', '.join(vals)}"
    WORD, FMT = [""], [r.get("fmt") or r.get("text")]
    k = r["kind"]
    if k == "ladder":
        v = emit(r["v"], names.get, lambda f, d: f"({names[f]} or {d})")
        one = isinstance(r["v"], str)
        if one:
            v = names[r["v"]]
        else:
            L.append(f"    local v = {v}")
            v = "v"
        for lim, sc, fl in bands(r):
            WORD[0] = word(sc)
            L.append(f"    if {v} < {lim} then {ret(sc, fl, v)} end" if lim is not None else f"    {ret(sc, fl, v)}")
    elif k == "linear":
        v = names[r["v"]]
        L.append(f"    local s = ({v} - {r['lo']}) / ({r['hi']} - {r['lo']}) * 100")
        L.append("    if s < 0 then s = 0 elseif s > 100 then s = 100 end")
        L.append(f"    return s, word(s), nil, {v}")
    elif k == "bool":
        v = names[r["v"]]
        for x, t in (("t", "yes"), ("f", "no")):
            s, fl = sf(r[x])
            WORD[0] = word(s)
            L.append(f"    if {v} then {ret(s, fl, LS(t))} end" if x == "t" else f"    {ret(s, fl, LS(t))}")
    elif k == "bool2":
        a, b = (names[f] for f in r["v"])
        for x, c in (("tt", f"{a} and {b}"), ("tf", a), ("ft", b), ("ff", None)):
            s, fl = sf(r[x])
            WORD[0] = word(s)
            q = ret(s, fl, *[LS("yes" if y == "t" else "no") for y in x])
            L.append(f"    if {c} then {q} end" if c else f"    {q}")
    elif k == "enum":
        v = names[r["v"]]
        for key, x in r["map"].items():
            s, fl = sf(x)
            WORD[0] = word(s)
            L.append(f"    if {v} == {LS(key)} then {ret(s, fl, v)} end")
        s, fl = sf(r["else"])
        WORD[0] = word(s)
        L.append(f"    {ret(s, fl, v)}")
    elif k == "contains":
        v, FMT[0] = names[r["v"]], "%s%s"
        s, fl = sf(r["t"])
        WORD[0] = word(s)
        L.append("    for _, w in ipairs(HYPE) do")
        L.append(f"      if find({v}, w, 1, true) then {ret(s, fl, LS(r['texts'][0][:-2]), 'w')} end\n    end")
        s, fl = sf(r["f"])
        WORD[0] = word(s)
        L.append(f"    {ret(s, fl, LS(r['texts'][1][:-2]), LS('clean'))}")
    args = ", ".join(names.values()) if acc == "args" else "p"
    body = "\n".join(L)
    fmts = ", fmt = " + LS(FMT[0] + ": %s")
    needs = f", needs = {{{', '.join(LS(f) for f in req)}}}, optional = {{{', '.join(LS(f) for f in opt)}}}, missing = {LS(missing(r))}" if acc == "args" else ""
    return f"rule {{ id = {LS(r['id'])}, dimension = {LS(r['dim'])}, weight = {r['w']}{fmts}{needs},\n  eval = function({args})\n{body}\n  end }}\n"


def lua(acc):
    hype = next(r for r in RULES if r["kind"] == "contains")["needles"]
    wordfn = "local function word(s)\n" + "".join(f"  if s >= {t} then return {LS(w)} end\n" for t, w in S["words"][:-1]) + f"  return {LS(S['words'][-1][1])}\nend\n"
    return f"local find, ipairs = string.find, ipairs\nlocal HYPE = {{{', '.join(map(LS, hype))}}}\n{wordfn}\n" + "\n".join(lua_rule(r, acc) for r in RULES)


for a in ("nested", "args"):
    with open(f"{OUT}/rules_{a}.lua", "w") as f:
        f.write(lua(a))

# ---------------------------------------------------------------- C
C = ["/* generated from spec.json */"]
C.append(f"#define NF {len(TYPES)}\n#define NR {len(RULES)}\n#define ND {len(DIMS)}")
TN = {"str": "T_STR", "enum": "T_STR", "num": "T_NUM", "pct": "T_PCT", "bool": "T_BOOL", "date": "T_DATE"}
C.append("enum { T_STR, T_NUM, T_PCT, T_BOOL, T_DATE };")
C.append("static const struct { const char *sec, *key; int type; } FIELD[NF] = {\n" + "".join('  {"%s", "%s", %s},\n' % (*k.split("."), TN[t]) for k, t in TYPES.items()) + "};")
C.append("static const struct { const char *name; double w; } DIM[ND] = {" + ", ".join(f'{{"{d}", {w}}}' for d, w in S["dimensions"]) + "};")
C.append("static const struct { const char *id, *missing; double w; int dim; } RULE[NR] = {\n" + "".join(f'  {{"{r["id"]}", "{missing(r)}", {r["w"]}, {DIMS.index(r["dim"])}}},\n' for r in RULES) + "};")
C.append("static const char *word(double s) { " + "".join(f'if (s >= {t}) return "{w}"; ' for t, w in S["words"][:-1]) + f'return "{S["words"][-1][1]}"; }}')
C.append("static const char *grade(double s) { " + "".join(f'if (s >= {t}) return "{w}"; ' for t, w in S["grades"][:-1]) + f'return "{S["grades"][-1][1]}"; }}')
for i, r in enumerate(RULES):
    req, opt = fields(vexpr(r)), fields(vexpr(r), True)
    N_ = lambda f: f"p->v[{SLOT[f]}].n"
    C.append(f"static int r{i}(const struct profile *p, struct result *o) {{ /* {r['id']} */")
    C.append(f"  if ({' || '.join(f'!HAS(p, {SLOT[f]})' for f in req)}) return 0;")
    for d in den(vexpr(r)):
        C.append(f"  if ({emit(d, N_)} <= 0) return 0;")
    setr = lambda s, fl: f"return o->score = {s}, o->word = \"{word(s)}\", o->flag = {LS(fl) if fl else 'NULL'}, 1;"
    k = r["kind"]
    if k == "ladder":
        C.append(f"  double v = {emit(r['v'], N_, lambda f, d: f'(HAS(p, {SLOT[f]}) ? {N_(f)} : {d})')};\n  LAZY(num(o, \"{r['fmt'].split('%')[0]}\", v, {r['dec']}, \"{r['fmt'].split('%', 1)[1].lstrip('.0123456789').lstrip('fd').replace('%%', '%')}\"));")
        for lim, s, fl in bands(r):
            C.append(f"  if (v < {lim}) {setr(s, fl)}" if lim is not None else f"  {setr(s, fl)}")
    elif k == "linear":
        fm = r["fmt"].replace("%%", "\x01")
        pre, post = fm.split("%")[0].replace("\x01", "%"), fm.split("%", 1)[1].lstrip(".0123456789").lstrip("fd").replace("\x01", "%")
        C.append(f"  double v = {N_(r['v'])}, s = (v - {r['lo']}) / ({r['hi']} - {r['lo']}.0) * 100;\n  s = s < 0 ? 0 : s > 100 ? 100 : s;")
        C.append(f"  LAZY(num(o, \"{pre}\", v, {r['dec']}, \"{post}\"));\n  return o->score = s, o->word = word(s), o->flag = NULL, 1;")
    elif k == "bool":
        b = f"p->v[{SLOT[r['v']]}].n != 0"
        pre = r["text"].split("%s")[0]
        C.append(f"  int b = {b};\n  LAZY(str(o, \"{pre}\", b ? \"yes\" : \"no\"));")
        C.append(f"  if (b) {setr(*sf(r['t']))}\n  {setr(*sf(r['f']))}")
    elif k == "bool2":
        a, b = (f"p->v[{SLOT[f]}].n != 0" for f in r["v"])
        t = r["text"].split("%s")
        C.append(f"  int a = {a}, b = {b};\n  LAZY((str(o, \"{t[0]}\", a ? \"yes\" : \"no\"), str2(o, \"{t[1]}\", b ? \"yes\" : \"no\")));")
        C.append(f"  if (a && b) {setr(*sf(r['tt']))}\n  if (a) {setr(*sf(r['tf']))}\n  if (b) {setr(*sf(r['ft']))}\n  {setr(*sf(r['ff']))}")
    elif k == "enum":
        C.append(f"  const char *e = p->v[{SLOT[r['v']]}].s;\n  LAZY(str(o, \"{r['text'].split('%s')[0]}\", e));")
        for key, x in r["map"].items():
            C.append(f"  if (!strcmp(e, \"{key}\")) {setr(*sf(x))}")
        C.append(f"  {setr(*sf(r['else']))}")
    else:
        C.append(f"  const char *d = p->v[{SLOT[r['v']]}].s;")
        for n in r["needles"]:
            C.append(f"  if (strstr(d, \"{n}\")) {{ LAZY(str(o, \"{r['texts'][0][:-2]}\", \"{n}\")); {setr(*sf(r['t']))} }}")
        C.append(f"  LAZY(str(o, \"{r['texts'][1][:-2]}\", \"clean\"));\n  {setr(*sf(r['f']))}")
    C.append("}")
C.append("static int (*const RULEFN[NR])(const struct profile *, struct result *) = {" + ", ".join(f"r{i}" for i in range(len(RULES))) + "};")
with open(f"{OUT}/rules.h", "w") as f:
    f.write("\n".join(C) + "\n")
