/* SPDX-License-Identifier: MIT
 *
 * The floor: how fast this job can be done at all. INI profiles -> 45 rules -> JSON Lines,
 * written as tightly as could be: no sandbox, no evidence, no messages for mistakes. Not
 * product code, and not a model for it: it is here so that plumbline is measured against
 * something in the same run. gen_rules.py writes the rules it runs.
 *
 *   floor A|B|C [raw] [summary] [stages] [t=N] PATH
 *
 *   A    Lua rules whose facts are arguments, own scanner, capped memory
 *   B    Lua rules that read tables, inih
 *   C    the rules in plain C, inih
 *   raw  reads the input and does nothing with it
 *   t=N  N threads; stages: microseconds a company in each stage, on stderr
 *   PATH one stream (all.ini: profiles behind '=== ID' lines), a folder of folders of files, or
 * one file
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <ini.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

static struct {
    int way, raw, summary, threads, stages;
    const char *in;
} O = {.way = 'B', .threads = 1};
static void die(const char *m)
{
    fprintf(stderr, "floor: %s\n", m);
    exit(2);
}

/* ------------------------------------------------------------------ profile */
struct val {
    union {
        double n;
        struct {
            const char *s;
            uint32_t len;
        };
    };
};
struct profile {
    uint64_t has;
    const char *id;
    uint32_t idlen;
    struct val v[64];
    char *str, *strend;
    char strbuf[4096];
};
struct result {
    double score;
    const char *word, *flag, *reason;
    uint32_t flaglen, rlen;
    int known;
    char buf[160];
};
#define HAS(p, i) ((p)->has >> (i)&1)

static const double P10[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
static char *fix(char *o, double v, int dec, int trim)
{ /* fixed decimals, rounding like llround */
    if (v < 0)
        *o++ = '-', v = -v;
    if (v > 1e9)
        return o + sprintf(o, "%.*f", dec, v);
    uint64_t u = (uint64_t)(v * P10[dec] + 0.5), ip = u / (uint64_t)P10[dec],
             fp = u % (uint64_t)P10[dec];
    char t[24];
    int n = 0;
    do
        t[n++] = '0' + ip % 10;
    while (ip /= 10);
    while (n)
        *o++ = t[--n];
    if (dec) {
        *o++ = '.';
        for (int i = dec - 1; i >= 0; i--)
            o[i] = '0' + fp % 10, fp /= 10;
        o += dec;
        if (trim) {
            while (o[-1] == '0')
                o--;
            if (o[-1] == '.')
                o--;
        }
    }
    return o;
}
#define LAZY(x)                                                                                \
    do {                                                                                       \
        if (want_reason)                                                                       \
            x;                                                                                 \
    } while (0)
static _Thread_local int want_reason;
static void num(struct result *o, const char *pre, double v, int dec, const char *post)
{
    char *p = stpcpy(o->buf, pre);
    p = fix(p, v, dec, 0);
    p = stpcpy(p, post);
    o->rlen = p - o->buf;
}
static void str(struct result *o, const char *pre, const char *s)
{
    char *p = stpcpy(o->buf, pre);
    p = stpcpy(p, s);
    o->rlen = p - o->buf;
}
static void str2(struct result *o, const char *pre, const char *s)
{
    char *p = stpcpy(o->buf + o->rlen, pre);
    p = stpcpy(p, s);
    o->rlen = p - o->buf;
}
#include "rules.h"

/* ------------------------------------------------------------------ stage clock */
enum { S_IO, S_PARSE, S_PUSH, S_EVAL, S_AGG, S_OUT, S_WAIT, NS };
static const char *SNAME[NS] = {"io", "parse", "push", "eval", "aggregate", "output", "wait"};
struct clk {
    double t, acc[NS];
};
static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}
static inline void tick(struct clk *c, int s)
{
    if (!O.stages)
        return;
    double n = now();
    c->acc[s] += n - c->t;
    c->t = n;
}

/* ------------------------------------------------------------------ key -> slot */
static struct {
    uint32_t h;
    int16_t slot;
} KT[256];
static inline uint32_t khash(unsigned sec, const char *k, size_t n)
{
    uint64_t a = 0, b = 0;
    uint32_t h;
    if (n >= 8)
        memcpy(&a, k, 8), memcpy(&b, k + n - 8, 8);
    else
        memcpy(&a, k, n);
    a = (a ^ b * 0x9E3779B97F4A7C15u ^ n << 56 ^ sec) * 0xD6E8FEB86659FD93u;
    h = (uint32_t)(a >> 32);
    return h;
}
static const char *SECN[8];
static uint32_t SECL[8];
static int nsec;
static void keys_init(void)
{
    memset(KT, -1, sizeof KT);
    for (int i = 0; i < NF; i++) {
        int s;
        for (s = 0; s < nsec && strcmp(SECN[s], FIELD[i].sec); s++)
            ;
        if (s == nsec)
            SECN[nsec] = FIELD[i].sec, SECL[nsec++] = strlen(FIELD[i].sec);
        uint32_t h = khash(s, FIELD[i].key, strlen(FIELD[i].key)), j = h & 255;
        while (KT[j].slot >= 0)
            j = (j + 1) & 255;
        KT[j].h = h;
        KT[j].slot = i;
    }
}
static inline int section(const char *s, size_t n)
{
    for (int i = 0; i < nsec; i++)
        if (SECL[i] == n && !memcmp(SECN[i], s, n))
            return i;
    return -1;
}
static inline int slot_of(int sec, const char *k, size_t n)
{
    uint32_t h = khash(sec, k, n), j = h & 255;
    for (; KT[j].slot >= 0; j = (j + 1) & 255)
        if (KT[j].h == h && !strncmp(FIELD[KT[j].slot].key, k, n) && !FIELD[KT[j].slot].key[n])
            return KT[j].slot;
    return -1;
}
static inline int number(const char **ps, const char *e, double *out)
{ /* digits[.digits], exact up to 15 digits; the rest to strtod */
    const char *s = *ps;
    int neg = 0, nd = 0, fd = 0;
    uint64_t u = 0;
    if (s < e && (*s == '-' || *s == '+'))
        neg = *s++ == '-';
    while (s < e && (unsigned)(*s - '0') < 10)
        u = u * 10 + (*s++ - '0'), nd++;
    if (s < e && *s == '.') {
        s++;
        while (s < e && (unsigned)(*s - '0') < 10)
            u = u * 10 + (*s++ - '0'), nd++, fd++;
    }
    if (!nd)
        return 0;
    if (nd > 15 || fd > 8 || (s < e && (*s | 32) == 'e')) {
        char b[64], *q;
        size_t n = e - *ps < 63 ? (size_t)(e - *ps) : 63;
        memcpy(b, *ps, n);
        b[n] = 0;
        *out = strtod(b, &q);
        if (q == b)
            return 0;
        *ps += q - b;
        return 1;
    }
    double v = (double)u;
    if (fd)
        v /= P10[fd];
    *out = neg ? -v : v;
    *ps = s;
    return 1;
}
static void set(struct profile *p, int slot, const char *s, size_t n)
{
    const char *e = s + n;
    double v;
    switch (FIELD[slot].type) {
    case T_STR:
        if (n == 3 && !memcmp(s, "n/a", 3))
            return;
        if (p->str + n + 1 > p->strend)
            return;
        memcpy(p->str, s, n);
        p->str[n] = 0;
        p->v[slot].s = p->str;
        p->v[slot].len = n;
        p->str += n + 1;
        break;
    case T_NUM:
    case T_PCT:
        if (!number(&s, e, &v))
            return;
        if (s < e && *s == '%')
            s++;
        else if (e - s == 4 && *s == ' ')
            s = e; /* "99.00 USD": all are in one currency */
        if (s != e)
            return;
        p->v[slot].n = v;
        break;
    case T_BOOL:
        if ((n == 3 && !memcmp(s, "yes", 3)) || (n == 4 && !memcmp(s, "true", 4)) ||
            (n == 2 && !memcmp(s, "on", 2)))
            v = 1;
        else if ((n == 2 && !memcmp(s, "no", 2)) || (n == 5 && !memcmp(s, "false", 5)) ||
                 (n == 3 && !memcmp(s, "off", 3)))
            v = 0;
        else
            return;
        p->v[slot].n = v;
        break;
    case T_DATE: {
        if (n != 10 || s[4] != '-' || s[7] != '-')
            return;
        unsigned u = 0;
        for (int i = 0; i < 10; i++) {
            if (i == 4 || i == 7)
                continue;
            unsigned d = s[i] - '0';
            if (d > 9)
                return;
            u = u * 10 + d;
        }
        p->v[slot].n = u;
        break;
    }
    }
    p->has |= 1ull << slot;
}
static inline void clear(struct profile *p)
{
    p->has = 0;
    p->str = p->strbuf;
    p->strend = p->strbuf + sizeof p->strbuf;
}

/* ------------------------------------------------------------------ parsers */
struct hctx {
    struct profile *p;
    int sec;
    char name[64];
};
static int handler(void *u, const char *sec, const char *key, const char *val)
{
    struct hctx *h = u;
    if (strcmp(sec, h->name)) {
        strncpy(h->name, sec, 63);
        h->sec = section(sec, strlen(sec));
    }
    if (h->sec < 0)
        return 1;
    int s = slot_of(h->sec, key, strlen(key));
    if (s >= 0)
        set(h->p, s, val, strlen(val));
    return 1;
}
struct rd {
    const char *s, *e;
};
static char *reader(char *b, int max, void *u)
{ /* fgets over memory, with memchr */
    struct rd *r = u;
    if (r->s == r->e)
        return NULL;
    size_t n = r->e - r->s;
    const char *nl = memchr(r->s, '\n', n);
    if (nl)
        n = nl - r->s + 1;
    if (n > (size_t)max - 1)
        n = max - 1;
    memcpy(b, r->s, n);
    b[n] = 0;
    r->s += n;
    return b;
}
static inline int sp(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}
static void parse_fast(struct profile *p, const char *s, const char *e)
{
    int sec = -1;
    while (s < e) {
        const char *nl = memchr(s, '\n', e - s);
        if (!nl)
            nl = e;
        const char *a = s, *b = nl;
        s = nl + 1;
        while (a < b && sp(*a))
            a++;
        if (a == b || *a == ';' || *a == '#')
            continue;
        if (*a == '[') {
            const char *c = memchr(a, ']', b - a);
            if (c)
                sec = section(a + 1, c - a - 1);
            continue;
        }
        const char *q = memchr(a, '=', b - a);
        if (!q || sec < 0)
            continue;
        const char *ke = q;
        while (ke > a && sp(ke[-1]))
            ke--;
        int slot = slot_of(sec, a, ke - a);
        if (slot < 0)
            continue;
        q++;
        while (q < b && sp(*q))
            q++;
        const char *c = q;
        while ((c = memchr(c, ';', b - c))) {
            if (c > q && sp(c[-1])) {
                b = c;
                break;
            }
            c++;
        }
        while (b > q && sp(b[-1]))
            b--;
        set(p, slot, q, b - q);
    }
}
static void parse(struct profile *p, char *s, char *e)
{
    if (O.way == 'A') {
        parse_fast(p, s, e);
        return;
    }
    struct hctx h = {p, -1, ""};
    struct rd r = {s, e};
    ini_parse_stream(reader, &r, handler, &h);
}

/* ------------------------------------------------------------------ memory of Lua */
struct arena {
    size_t live, limit;
};
static void *alloc_capped(void *ud, void *p, size_t os, size_t ns)
{
    struct arena *a = ud;
    if (!p)
        os = 0;
    if (ns > os && a->live + (ns - os) > a->limit)
        return NULL;
    if (!ns) {
        a->live -= os;
        free(p);
        return NULL;
    }
    void *q = realloc(p, ns);
    if (q)
        a->live += ns - os;
    return q;
}

/* ------------------------------------------------------------------ worker */
struct need {
    int n, slot[8], opt;
};
struct worker {
    pthread_t th;
    struct clk c;
    struct profile p;
    struct result r[NR];
    lua_State *L;
    struct arena a;
    int nrules, rule0, key0, sec0, p0;
    struct need need[NR];
    const char *fmt[NR];
    char *out;
    size_t on, ocap;
    char *buf;
    size_t bcap, blen;
    long done, bytes;
    double sum;
};
static struct worker *W_of(lua_State *L)
{
    lua_getfield(L, LUA_REGISTRYINDEX, "w");
    struct worker *w = lua_touserdata(L, -1);
    lua_pop(L, 1);
    return w;
}
static int l_rule(lua_State *L)
{ /* rule{...}: keep in the list */
    struct worker *w = W_of(L);
    int i = w->nrules++;
    lua_getfield(L, LUA_REGISTRYINDEX, "rules");
    lua_getfield(L, 1, "eval");
    lua_rawseti(L, -2, i + 1);
    lua_getfield(L, 1, "fmt");
    w->fmt[i] = lua_tostring(L, -1);
    lua_pop(L, 1);
    lua_getfield(L, LUA_REGISTRYINDEX, "fmts");
    lua_getfield(L, 1, "fmt");
    lua_rawseti(L, -2, i + 1);
    w->need[i].n = 0;
    for (int k = 0; k < 2; k++) {
        lua_getfield(L, 1, k ? "optional" : "needs");
        if (!k)
            w->need[i].opt = 0;
        if (lua_istable(L, -1))
            for (int j = 1; j <= (int)lua_rawlen(L, -1); j++) {
                lua_rawgeti(L, -1, j);
                const char *s = lua_tostring(L, -1), *d = strchr(s, '.');
                w->need[i].slot[w->need[i].n++] =
                    slot_of(section(s, d - s), d + 1, strlen(d + 1));
                lua_pop(L, 1);
                if (!k)
                    w->need[i].opt = w->need[i].n;
            }
        lua_pop(L, 1);
    }
    return 0;
}
static inline void pushv(lua_State *L, const struct profile *p, int i)
{
    if (!HAS(p, i))
        lua_pushnil(L);
    else if (FIELD[i].type == T_STR)
        lua_pushlstring(L, p->v[i].s, p->v[i].len);
    else if (FIELD[i].type == T_BOOL)
        lua_pushboolean(L, p->v[i].n != 0);
    else
        lua_pushnumber(L, p->v[i].n);
}
static void lua_start(struct worker *w)
{
    static const luaL_Reg libs[] = {{"_G", luaopen_base},
                                    {"string", luaopen_string},
                                    {"table", luaopen_table},
                                    {"math", luaopen_math},
                                    {NULL, NULL}};
    const char *dir = getenv("RULES_DIR");
    char path[512];
    snprintf(path, sizeof path, "%s/rules_%s.lua", dir ? dir : ".",
             O.way == 'A' ? "args" : "nested");
    w->a.limit = 64 << 20;
    lua_State *L = w->L = O.way == 'A' ? lua_newstate(alloc_capped, &w->a) : luaL_newstate();
    if (!L)
        die("no state");
    for (const luaL_Reg *l = libs; l->name; l++) {
        luaL_requiref(L, l->name, l->func, 1);
        lua_pop(L, 1);
    }
    lua_pushlightuserdata(L, w);
    lua_setfield(L, LUA_REGISTRYINDEX, "w");
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, "rules");
    lua_newtable(L);
    lua_setfield(L, LUA_REGISTRYINDEX, "fmts");
    lua_pushcfunction(L, l_rule);
    lua_setglobal(L, "rule");
    if (luaL_dofile(L, path))
        die(lua_tostring(L, -1));
    if (w->nrules != NR)
        die("rule count");
    luaL_checkstack(L, 300, "");
    lua_settop(L, 0);
    lua_getfield(L, LUA_REGISTRYINDEX, "rules");
    w->rule0 = 2; /* 1: rules; 2..: each rule */
    for (int i = 0; i < NR; i++)
        lua_rawgeti(L, 1, i + 1);
    w->key0 = lua_gettop(L) + 1;
    for (int i = 0; i < NF; i++)
        lua_pushstring(L, FIELD[i].key);
    w->sec0 = lua_gettop(L) + 1;
    for (int i = 0; i < nsec; i++)
        lua_createtable(L, 0, 8);
    w->p0 = lua_gettop(L) + 1;
    lua_createtable(L, 0, 8);
    for (int i = 0; i < nsec; i++) {
        lua_pushvalue(L, w->sec0 + i);
        lua_setfield(L, w->p0, SECN[i]);
    }
    lua_gc(L, LUA_GCCOLLECT, 0);
}
static void push_profile(struct worker *w)
{ /* profile -> Lua, at w->p0 */
    lua_State *L = w->L;
    int sec = -1;
    for (int i = 0; i < NF; i++) {
        if (i == 0 || FIELD[i].sec != FIELD[i - 1].sec)
            sec++;
        lua_pushvalue(L, w->key0 + i);
        pushv(L, &w->p, i);
        lua_rawset(L, w->sec0 + sec);
    }
}
static void take(struct worker *w, int i, int top)
{ /* results of rule i at top+1.. -> w->r[i] */
    lua_State *L = w->L;
    struct result *r = &w->r[i];
    size_t n;
    r->flag = NULL;
    r->reason = NULL;
    r->rlen = 0;
    r->known = lua_type(L, top + 1) == LUA_TNUMBER;
    if (!r->known)
        return;
    r->score = lua_tonumber(L, top + 1);
    r->word = lua_tostring(L, top + 2);
    const char *f = lua_tolstring(L, top + 3, &n);
    if (f)
        r->flag = f, r->flaglen = n;
    if (O.summary)
        return;
    const char *q = w->fmt[i];
    char *o = r->buf;
    int a = top + 4, last = lua_gettop(L); /* the rule's own format, run by C over the values */
    while (*q) {
        if (*q != '%') {
            *o++ = *q++;
            continue;
        }
        if (q[1] == '%') {
            *o++ = '%';
            q += 2;
            continue;
        }
        int dec = 0;
        q++;
        if (*q == '.')
            dec = q[1] - '0', q += 2;
        if (*q == 's') {
            const char *s;
            if (a > last)
                s = r->word;
            else
                s = lua_tolstring(L, a++, &n);
            if (s) {
                size_t l = strlen(s);
                memcpy(o, s, l);
                o += l;
            }
        } else
            o = fix(o, lua_tonumber(L, a++), dec, 0);
        q++;
    }
    r->rlen = o - r->buf;
    r->reason = r->buf;
}
static void eval_lua(struct worker *w)
{
    lua_State *L = w->L;
    int top = lua_gettop(L);
    for (int i = 0; i < NR; i++) {
        int na = 1;
        if (O.way == 'A') {
            struct need *n = &w->need[i];
            int ok = 1;
            for (int k = 0; k < n->opt; k++)
                if (!HAS(&w->p, n->slot[k]))
                    ok = 0;
            if (!ok) {
                w->r[i].known = 0;
                w->r[i].flag = NULL;
                w->r[i].reason = NULL;
                continue;
            }
            lua_pushvalue(L, w->rule0 + i);
            for (int k = 0; k < n->n; k++)
                pushv(L, &w->p, n->slot[k]);
            na = n->n;
        } else {
            lua_pushvalue(L, w->rule0 + i);
            lua_pushvalue(L, w->p0);
        }
        if (lua_pcall(L, na, LUA_MULTRET, 0))
            die(lua_tostring(L, -1));
        take(w, i, top);
        lua_settop(L, top);
    }
}
static void eval_c(struct worker *w)
{
    want_reason = !O.summary;
    for (int i = 0; i < NR; i++) {
        struct result *r = &w->r[i];
        r->rlen = 0;
        r->known = RULEFN[i](&w->p, r);
        if (r->known && want_reason) {
            char *p = stpcpy(r->buf + r->rlen, ": ");
            r->rlen = stpcpy(p, r->word) - r->buf;
            r->reason = r->buf;
        } else
            r->reason = NULL;
        if (!r->known)
            r->flag = NULL;
        else if (r->flag)
            r->flaglen = strlen(r->flag);
    }
}
static void obytes(struct worker *w, const char *s, size_t n)
{
    memcpy(w->out + w->on, s, n);
    w->on += n;
}
#define LIT(w, s) obytes(w, s, sizeof(s) - 1)
static inline int plain8(uint64_t v)
{ /* no byte below 32, no quote, no backslash */
    const uint64_t m = 0x0101010101010101u, h = 0x8080808080808080u;
    uint64_t q = v ^ m * '"', b = v ^ m * '\\';
    return !((((v - m * 32) & ~v) | ((q - m) & ~q) | ((b - m) & ~b)) & h);
}
static void ojson(struct worker *w, const char *s, size_t n)
{
    char *o = w->out + w->on;
    size_t i = 0;
    for (uint64_t v; i + 8 <= n && (memcpy(&v, s + i, 8), plain8(v)); i += 8, o += 8)
        memcpy(o, &v, 8);
    for (; i < n; i++) {
        unsigned char c = s[i];
        if (c == '"' || c == '\\')
            *o++ = '\\', *o++ = c;
        else if (c < 32)
            o += sprintf(o, "\\u%04x", c);
        else
            *o++ = c;
    }
    w->on = o - w->out;
}
static void onum(struct worker *w, double v)
{
    int iv = (int)v;
    if (iv == v && iv >= 0 && iv <= 100) {
        char *o = w->out + w->on;
        if (iv == 100) {
            memcpy(o, "100", 3);
            w->on += 3;
        } else {
            if (iv > 9)
                *o++ = '0' + iv / 10;
            *o++ = '0' + iv % 10;
            w->on = o - w->out;
        }
        return;
    }
    w->on = fix(w->out + w->on, v, 6, 1) - w->out;
}
static size_t RIDL[NR], RMISSL[NR], DNL[ND];
static struct piece {
    char s[256];
    size_t n;
} PRE[NR], MISS[NR];
static void pieces(void)
{
    for (int i = 0; i < NR; i++) {
        RIDL[i] = strlen(RULE[i].id), RMISSL[i] = strlen(RULE[i].missing);
        PRE[i].n = sprintf(PRE[i].s, "%s{\"id\":\"%s\",\"score\":", i ? "," : "", RULE[i].id);
        MISS[i].n = sprintf(MISS[i].s, "%snull,\"reason\":\"%s\"}", PRE[i].s, RULE[i].missing);
    }
    for (int i = 0; i < ND; i++)
        DNL[i] = strlen(DIM[i].name);
}
static void emit(struct worker *w)
{
    if (w->on + 65536 > w->ocap)
        w->out = realloc(w->out, w->ocap = w->ocap * 2 + 262144);
    double s[ND] = {0}, ws[ND] = {0}, tot = 0, tw = 0;
    int known = 0;
    for (int i = 0; i < NR; i++)
        if (w->r[i].known) {
            s[RULE[i].dim] += RULE[i].w * w->r[i].score;
            ws[RULE[i].dim] += RULE[i].w;
            known++;
        }
    for (int d = 0; d < ND; d++)
        if (ws[d] > 0)
            tot += DIM[d].w * (s[d] / ws[d]), tw += DIM[d].w;
    double overall = tw > 0 ? tot / tw : 0;
    tick(&w->c, S_AGG);
    LIT(w, "{\"id\":\"");
    ojson(w, w->p.id, w->p.idlen);
    LIT(w, "\",\"overall\":");
    onum(w, overall);
    LIT(w, ",\"grade\":\"");
    obytes(w, grade(overall), 1);
    LIT(w, "\",\"coverage\":");
    onum(w, known / (double)NR);
    LIT(w, ",\"dims\":{");
    for (int d = 0, c = 0; d < ND; d++)
        if (ws[d] > 0) {
            if (c++)
                LIT(w, ",");
            LIT(w, "\"");
            obytes(w, DIM[d].name, DNL[d]);
            LIT(w, "\":");
            onum(w, s[d] / ws[d]);
        }
    LIT(w, "},\"flags\":[");
    for (int i = 0, c = 0; i < NR; i++)
        if (w->r[i].flag) {
            if (c++)
                LIT(w, ",");
            LIT(w, "\"");
            obytes(w, w->r[i].flag, w->r[i].flaglen);
            LIT(w, "\"");
        }
    LIT(w, "]");
    if (!O.summary) {
        LIT(w, ",\"rules\":[");
        for (int i = 0; i < NR; i++) {
            struct result *r = &w->r[i];
            if (!r->known) {
                obytes(w, MISS[i].s, MISS[i].n);
                continue;
            }
            obytes(w, PRE[i].s, PRE[i].n);
            onum(w, r->score);
            LIT(w, ",\"reason\":\"");
            if (r->reason)
                ojson(w, r->reason, r->rlen);
            LIT(w, "\"}");
        }
        LIT(w, "]");
    }
    LIT(w, "}\n");
    tick(&w->c, S_OUT);
}
static void one(struct worker *w, const char *id, size_t idlen, char *s, char *e)
{
    w->done++;
    w->bytes += e - s;
    if (O.raw) {
        w->sum += s < e ? s[0] : 0;
        return;
    }
    clear(&w->p);
    w->p.id = id;
    w->p.idlen = idlen;
    parse(&w->p, s, e);
    tick(&w->c, S_PARSE);
    if (O.way != 'C') {
        if (O.way == 'B')
            push_profile(w);
        tick(&w->c, S_PUSH);
        eval_lua(w);
    } else
        eval_c(w);
    tick(&w->c, S_EVAL);
    emit(w);
}
/* ------------------------------------------------------------------ input: blocks of a stream,
 * or shards of files, handed out in order */
static pthread_mutex_t in_mx = PTHREAD_MUTEX_INITIALIZER, out_mx = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t out_cv = PTHREAD_COND_INITIALIZER;
static long next_ticket, out_turn;
static int in_fd = -1, in_eof;
static char *carry;
static size_t carry_n;
static char **names;
static long nnames, at_name;
static int cur_dfd = -1;
static char **shards;
static long nshards, at_shard;
static int is_dir, refs;
static int scmp(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}
static long list(const char *path, char ***out, int *dfd)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY);
    if (fd < 0)
        die(path);
    DIR *d = fdopendir(dup(fd));
    struct dirent *e;
    long n = 0, cap = 0;
    char **v = NULL;
    while ((e = readdir(d)))
        if (e->d_name[0] != '.') {
            if (n == cap)
                v = realloc(v, (cap = cap * 2 + 1024) * sizeof *v);
            v[n++] = strdup(e->d_name);
        }
    closedir(d);
    qsort(v, n, sizeof *v, scmp);
    *out = v;
    if (dfd)
        *dfd = fd;
    else
        close(fd);
    return n;
}
#define BLOCK 131072
static int next_block(struct worker *w, char **s, char **e, long *ticket)
{
    pthread_mutex_lock(&in_mx);
    if (in_eof && !carry_n) {
        pthread_mutex_unlock(&in_mx);
        return 0;
    }
    if (w->bcap < BLOCK * 2 + 1)
        w->buf = realloc(w->buf, w->bcap = BLOCK * 2 + 1);
    memcpy(w->buf, carry, carry_n);
    w->blen = carry_n;
    carry_n = 0;
    while (w->blen < BLOCK && !in_eof) {
        ssize_t r = read(in_fd, w->buf + w->blen, BLOCK * 2 - w->blen);
        if (r <= 0)
            in_eof = 1;
        else
            w->blen += r;
    }
    if (!in_eof) { /* cut before the last separator */
        char *p = w->buf + w->blen;
        while (p > w->buf && !(p = memrchr(w->buf, '\n', p - w->buf),
                               p && w->buf + w->blen - p > 4 && !memcmp(p + 1, "=== ", 4)))
            if (!p)
                die("profile too long");
        p++;
        carry_n = w->buf + w->blen - p;
        memcpy(carry, p, carry_n);
        w->blen = p - w->buf;
    }
    *s = w->buf;
    *e = w->buf + w->blen;
    *ticket = next_ticket++;
    pthread_mutex_unlock(&in_mx);
    return w->blen > 0;
}
static void flush(struct worker *w, long ticket)
{
    tick(&w->c, S_OUT);
    if (O.threads > 1) {
        pthread_mutex_lock(&out_mx);
        while (out_turn != ticket)
            pthread_cond_wait(&out_cv, &out_mx);
        pthread_mutex_unlock(&out_mx);
    }
    tick(&w->c, S_WAIT);
    size_t k = 0;
    while (k < w->on) {
        ssize_t r = write(1, w->out + k, w->on - k);
        if (r <= 0)
            exit(3);
        k += r;
    }
    w->on = 0;
    if (O.threads > 1) {
        pthread_mutex_lock(&out_mx);
        out_turn++;
        pthread_cond_broadcast(&out_cv);
        pthread_mutex_unlock(&out_mx);
    }
    tick(&w->c, S_OUT);
}
static void do_file(struct worker *w, int dfd, const char *name)
{
    size_t n = strlen(name);
    const char *dot = strrchr(name, '.');
    size_t idn = dot ? (size_t)(dot - name) : n;
    int fd = openat(dfd, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        die(name);
    if (w->bcap < BLOCK * 2 + 1)
        w->buf = realloc(w->buf, w->bcap = BLOCK * 2 + 1);
    ssize_t r = read(fd, w->buf, BLOCK * 2);
    close(fd);
    tick(&w->c, S_IO);
    one(w, name, idn, w->buf, w->buf + r);
}
static void *work(void *u)
{
    struct worker *w = u;
    char *s, *e;
    long ticket;
    w->out = malloc(w->ocap = 1 << 20);
    if (O.way != 'C' && !O.raw)
        lua_start(w);
    w->c.t = now();
    if (is_dir) {
        for (;;) { /* a ticket: 50 files of the current shard */
            pthread_mutex_lock(&in_mx);
            if (at_name >= nnames) {
                while (refs && at_name >= nnames) {
                    pthread_mutex_unlock(&in_mx);
                    usleep(50);
                    pthread_mutex_lock(&in_mx);
                }
                if (at_name >= nnames) {
                    for (long i = 0; i < nnames; i++)
                        free(names[i]);
                    free(names);
                    names = NULL;
                    nnames = at_name = 0;
                    if (cur_dfd >= 0)
                        close(cur_dfd);
                    cur_dfd = -1;
                    if (at_shard >= nshards) {
                        pthread_mutex_unlock(&in_mx);
                        break;
                    }
                    char b[4096];
                    snprintf(b, sizeof b, "%s/%s", O.in, shards[at_shard++]);
                    nnames = list(b, &names, &cur_dfd);
                }
            }
            long a = at_name, b = a + 50 < nnames ? a + 50 : nnames;
            at_name = b;
            refs++;
            ticket = next_ticket++;
            char **nm = names;
            int dfd = cur_dfd;
            pthread_mutex_unlock(&in_mx);
            tick(&w->c, S_IO);
            for (long i = a; i < b; i++)
                do_file(w, dfd, nm[i]);
            flush(w, ticket);
            pthread_mutex_lock(&in_mx);
            refs--;
            pthread_mutex_unlock(&in_mx);
        }
    } else
        while (next_block(w, &s, &e, &ticket)) {
            tick(&w->c, S_IO);
            while (s < e) {
                char *nl = memchr(s, '\n', e - s), *id = s + 4;
                if (!nl)
                    break;
                char *body = nl + 1, *end = memmem(body, e - body, "\n=== ", 5);
                end = end ? end + 1 : e;
                one(w, id, nl - id, body, end);
                s = end;
            }
            flush(w, ticket);
        }
    return NULL;
}
int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        char *a = argv[i];
        if (strlen(a) == 1 && strchr("ABC", *a))
            O.way = *a;
        else if (!strcmp(a, "raw"))
            O.raw = 1;
        else if (!strcmp(a, "summary"))
            O.summary = 1;
        else if (!strcmp(a, "stages"))
            O.stages = 1;
        else if (!strncmp(a, "t=", 2))
            O.threads = atoi(a + 2);
        else
            O.in = a;
    }
    if (!O.in || O.threads < 1)
        die("usage: floor A|B|C [raw] [summary] [stages] [t=N] PATH");
    keys_init();
    pieces();
    struct worker *W = calloc(O.threads, sizeof *W);
    struct stat st;
    size_t len = strlen(O.in);
    if (stat(O.in, &st))
        die(O.in);
    if (S_ISDIR(st.st_mode))
        is_dir = 1, nshards = list(O.in, &shards, NULL);
    else if (len > 7 && !strcmp(O.in + len - 7, "all.ini")) {
        in_fd = open(O.in, O_RDONLY);
        carry = malloc(BLOCK * 2);
    } else { /* a single profile */
        W->out = malloc(W->ocap = 1 << 18);
        if (O.way != 'C')
            lua_start(W);
        do_file(W, AT_FDCWD, O.in);
        flush(W, 0);
        return 0;
    }
    double t0 = now();
    if (O.threads == 1)
        work(&W[0]);
    else {
        for (int i = 0; i < O.threads; i++)
            pthread_create(&W[i].th, NULL, work, &W[i]);
        for (int i = 0; i < O.threads; i++)
            pthread_join(W[i].th, NULL);
    }
    if (!O.stages)
        return 0;
    long n = 0;
    for (int i = 0; i < O.threads; i++)
        n += W[i].done;
    fprintf(stderr, "%ld profiles %.2f us each ", n, (now() - t0) * 1e6 / n);
    for (int s = 0; s < NS; s++) {
        double acc = 0;
        for (int i = 0; i < O.threads; i++)
            acc += W[i].c.acc[s];
        if (acc > 0)
            fprintf(stderr, " %s %.2f", SNAME[s], acc * 1e6 / n);
    }
    fputc('\n', stderr);
    return 0;
}
