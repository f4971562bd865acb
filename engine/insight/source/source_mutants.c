/* SPDX-License-Identifier: MIT
 *
 * Small changes to a rule, each of which one of its examples should notice.
 */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "insight/source/source_shape.h"

enum { DIGITS_MAX = 15 }; /* of a number that is moved a step */

struct mutants {
    const struct shape *shape;
    struct arena *arena;
    bool *said;       /* of each token: stands in an outcome's message */
    bool *is_limited; /* of each token: stands in the value of a limit that decides something */
    struct mutant *list;
    size_t count;
};

/* What a word becomes; the first list has more than one row for some. */
struct swap {
    const char *from, *to;
};

static const struct swap comparisons[] = {
    {"<", ">="},  {">", "<="}, {"<=", ">"}, {">=", "<"}, {"==", "~="},
    {"~=", "=="}, {"<", "<="}, {"<=", "<"}, {">", ">="}, {">=", ">"},
};

static const struct swap logic[] = {{"and", "or"}, {"or", "and"}};

static const struct swap outcomes[] = {
    {"pass", "critical"},
    {"info", "critical"},
    {"minor", "major"},
    {"major", "minor"},
    {"critical", "pass"},
    {"not_applicable", "unknown"},
    {"unknown", "not_applicable"},
};

/* The source with the bytes from 'from' up to 'end' replaced. */
static void add(struct mutants *m, size_t token, size_t from, size_t end, const char *text,
                const char *what)
{
    struct text source = m->shape->source;
    size_t len = strlen(text);

    if (m->count == SOURCE_MUTANTS_MAX)
        return;
    char *changed = arena_alloc(m->arena, source.len - (end - from) + len + 1);
    memcpy(changed, source.at, from);
    memcpy(changed + from, text, len + 1); /* with its NUL, which the rest replaces */
    memcpy(changed + from + len, source.at + end, source.len - end);
    m->list = arena_grow(m->arena, m->list, m->count, sizeof *m->list);
    m->list[m->count++] = (struct mutant){
        .line = m->shape->tokens[token].line,
        .what = what,
        .source = {changed, source.len - (end - from) + len},
    };
}

static size_t end_of(const struct shape *s, size_t token)
{
    return s->tokens[token].at + s->tokens[token].text.len;
}

static void replace(struct mutants *m, size_t token, const char *text)
{
    const struct token *old = &m->shape->tokens[token];

    add(m, token, old->at, end_of(m->shape, token), text,
        arena_printf(m->arena, "'%.*s' to '%s'", (int)old->text.len, old->text.at, text));
}

static void swap(struct mutants *m, size_t token, const struct swap *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (shape_is(m->shape, token, list[i].from))
            replace(m, token, list[i].to);
}

static void drop_not(struct mutants *m, size_t token)
{
    const struct shape *s = m->shape;

    if (!shape_is(s, token, "not") || token + 1 >= s->count)
        return;
    struct text next = s->tokens[token + 1].text;
    add(m, token, s->tokens[token].at, s->tokens[token + 1].at, "",
        arena_printf(m->arena, "'not %.*s' to '%.*s'", text_shown(next), next.at,
                     text_shown(next), next.at));
}

static void drop_guard(struct mutants *m, size_t token)
{
    const struct shape *s = m->shape;
    size_t number = s->opens[token];
    const struct block *block = number == NOWHERE ? NULL : &s->blocks[number];

    if (!block || block->kind != BLOCK_BRANCH || !block->has_condition)
        return;
    size_t first = token + 1, then = block->body - 1;
    if (first >= then || (first + 1 == then && shape_is(s, first, "false")))
        return;
    struct text word = s->tokens[token].text;
    struct text shown = text_of(shape_code(s, first, then, m->arena));
    add(m, token, s->tokens[first].at, end_of(s, then - 1), "false",
        arena_printf(m->arena, "'%.*s %.*s%s' to '%.*s false'", (int)word.len, word.at,
                     text_shown(shown), shown.at, shown.len > TEXT_SHOWN_MAX ? "..." : "",
                     (int)word.len, word.at));
}

/* --- numbers --- */

/* The digits of "33.33" as 3333 with 2 decimals; false for hexadecimal and the like. */
static bool read_digits(struct text number, long long *digits, int *decimals)
{
    bool point = false;

    *digits = 0;
    *decimals = 0;
    if (number.len > DIGITS_MAX)
        return false;
    for (size_t i = 0; i < number.len; i++) {
        if (number.at[i] == '.' && !point) {
            point = true;
            continue;
        }
        if (!is_digit(number.at[i]))
            return false;
        *digits = *digits * 10 + (number.at[i] - '0');
        *decimals += point;
    }
    return true;
}

static const char *write_digits(struct arena *arena, long long digits, int decimals)
{
    long long scale = 1, size = digits < 0 ? -digits : digits;

    for (int i = 0; i < decimals; i++)
        scale *= 10;
    if (decimals == 0)
        return arena_printf(arena, "%lld", digits);
    return arena_printf(arena, "%s%lld.%0*lld", digits < 0 ? "-" : "", size / scale, decimals,
                        size % scale);
}

static void move_number(struct mutants *m, size_t token)
{
    const struct shape *s = m->shape;
    bool signed_already = token > 0 && shape_is(s, token - 1, "-");
    long long digits;
    int decimals;

    if (!shape_is_kind(s, token, TOKEN_NUMBER) ||
        !read_digits(s->tokens[token].text, &digits, &decimals))
        return;
    replace(m, token, write_digits(m->arena, digits + 1, decimals));
    if (digits > 0 || !signed_already) /* "--1" is a comment */
        replace(m, token, write_digits(m->arena, digits - 1, decimals));
}

/* --- what to leave alone --- */

static bool is_outcome_call(const struct shape *s, size_t token)
{
    return shape_is_outcome(s, token) && shape_is(s, token + 1, "(") &&
           s->partner[token + 1] != NOWHERE && !shape_is(s, token, "credit");
}

static void find_said(struct mutants *m)
{
    const struct shape *s = m->shape;
    size_t until = 0;

    for (size_t i = 0; i < s->count; i++) {
        m->said[i] = i < until;
        if (is_outcome_call(s, i) && s->partner[i + 1] > until)
            until = s->partner[i + 1];
    }
}

/* Limits that something other than a message uses. */
static void find_limited(struct mutants *m)
{
    const struct shape *s = m->shape;

    for (size_t i = 0; i < s->count; i++) {
        const struct binding *binding = shape_binding(s, i);
        bool decides =
            binding && binding->at != i && !m->said[i] && !m->is_limited[binding->at];
        if (!decides || !(shape_in_code(s, i) || i < s->returned) ||
            !shape_is_limit(s, binding))
            continue;
        m->is_limited[binding->at] = true;
        for (size_t v = binding->value; v < binding->value_end; v++)
            m->is_limited[v] = true;
    }
}

static void mutate(struct mutants *m, size_t token)
{
    const struct shape *s = m->shape;

    if (m->is_limited[token])
        move_number(m, token);
    if (!shape_in_code(s, token) || m->said[token])
        return;
    if (shape_is_comparison(s, token))
        swap(m, token, comparisons, COUNT(comparisons));
    if (shape_is_compared(s, token))
        move_number(m, token);
    drop_guard(m, token);
    drop_not(m, token);
    swap(m, token, logic, COUNT(logic));
    if (shape_is_outcome(s, token))
        swap(m, token, outcomes, COUNT(outcomes));
}

size_t source_mutants(struct text source, struct arena *arena, struct mutant **out)
{
    struct shape shape;
    struct mutants m = {.shape = &shape, .arena = arena};

    shape_read(source, arena, &shape);
    m.said = arena_alloc(arena, (shape.count + 1) * sizeof *m.said);
    m.is_limited = arena_alloc(arena, (shape.count + 1) * sizeof *m.is_limited);
    find_said(&m);
    find_limited(&m);
    for (size_t i = 0; i < shape.count; i++)
        mutate(&m, i);
    *out = m.list;
    return m.count;
}
