/* SPDX-License-Identifier: MIT
 *
 * The names that a rule uses: globals, facts, and numbers that have none.
 */
#include <string.h>

#include "base/decimal.h"
#include "insight/source/source_shape.h"

struct marks {
    struct arena *arena;
    struct source_mark *list;
    size_t count;
};

/* Once each. */
static void mark(struct marks *marks, const char *name, int line)
{
    for (size_t i = 0; i < marks->count; i++)
        if (strcmp(marks->list[i].name, name) == 0)
            return;
    marks->list = arena_grow(marks->arena, marks->list, marks->count, sizeof *marks->list);
    marks->list[marks->count++] = (struct source_mark){.name = name, .line = line};
}

/* --- globals --- */

static bool is_offered(struct text name, const char *const *offered, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_is(name, offered[i]))
            return true;
    return false;
}

/* Whether something of the name's is offered: "math" where "math.abs" is. */
static bool is_library(struct text name, const char *const *offered, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(offered[i]) > name.len && offered[i][name.len] == '.' &&
            memcmp(offered[i], name.at, name.len) == 0)
            return true;
    return false;
}

size_t source_globals(struct text source, const char *const *offered, size_t offered_count,
                      struct arena *arena, struct source_mark **out)
{
    struct marks marks = {.arena = arena};
    struct shape shape;

    shape_read(source, arena, &shape);
    for (size_t i = 0; i < shape.count; i++) {
        const struct token *token = &shape.tokens[i];
        struct text field, name = token->text;
        if (!shape_is_free(&shape, i) || is_offered(name, offered, offered_count))
            continue;
        const char *full = arena_copy(arena, name.at, name.len);
        if (is_library(name, offered, offered_count)) {
            if (shape_step(&shape, i + 1, &field) == i + 1)
                continue;
            full = arena_printf(arena, "%s.%.*s", full, (int)field.len, field.at);
            if (is_offered(text_of(full), offered, offered_count))
                continue;
        }
        mark(&marks, arena_printable(arena, full), token->line);
    }
    *out = marks.list;
    return marks.count;
}

/* --- facts --- */

/* The argument of a call of a function of the file's: it is followed there. */
static bool is_handed_on(const struct shape *s, size_t i)
{
    size_t open = s->inside[i];
    const struct binding *callee =
        open != NOWHERE && open > 0 ? shape_binding(s, open - 1) : NULL;
    bool alone = i > 0 && (i - 1 == open || shape_is(s, i - 1, ",")) &&
                 (shape_is(s, i + 1, ",") || shape_is(s, i + 1, ")"));

    return alone && callee && callee->function != NOWHERE && shape_is(s, open, "(");
}

/* local d = c, local cost = c.cost: the new name is followed. */
static bool is_renamed(const struct shape *s, size_t i)
{
    for (size_t b = 0; b < s->binding_count; b++) {
        const struct binding *binding = &s->bindings[b];
        if (binding->value == i && (binding->company || binding->section.len > 0))
            return !binding->set;
    }
    return false;
}

static void read_name(const struct shape *s, size_t i, struct marks *marks, bool *dynamic)
{
    const struct binding *binding = shape_binding(s, i);
    struct text section, key;

    if (!binding || binding->at == i || (!binding->company && binding->section.len == 0))
        return;
    if (shape_fact(s, i, &section, &key) != i)
        mark(marks,
             arena_printable(marks->arena,
                             arena_printf(marks->arena, "%.*s.%.*s", (int)section.len,
                                          section.at, (int)key.len, key.at)),
             s->tokens[i].line);
    else if (!is_handed_on(s, i) && !is_renamed(s, i))
        *dynamic = true;
}

/* Code, and the statements before the table that the file returns. */
static bool may_name_facts(const struct shape *s, size_t i)
{
    return shape_in_code(s, i) || i < s->returned;
}

size_t source_fact_reads(struct text source, struct arena *arena, struct source_mark **out,
                         bool *dynamic)
{
    struct marks marks = {.arena = arena};
    struct shape shape;

    *dynamic = false;
    shape_read(source, arena, &shape);
    for (size_t i = 0; i < shape.count; i++) {
        if (!may_name_facts(&shape, i))
            continue;
        read_name(&shape, i, &marks, dynamic);
        if (shape_is_free(&shape, i) && shape_is(&shape, i, "asof"))
            mark(&marks, "company.as_of", shape.tokens[i].line);
        if (shape_is_free(&shape, i) && shape_is(&shape, i, "first_year_cost"))
            *dynamic = true; /* it reads what the vocabulary says */
        if (!shape_is_kind(&shape, i, TOKEN_STRING))
            continue;
        struct text text = shape_string(&shape, i);
        if (shape_is_fact_name(text))
            mark(&marks, arena_copy(arena, text.at, text.len), shape.tokens[i].line);
    }
    *out = marks.list;
    return marks.count;
}

/* --- numbers --- */

static bool needs_no_name(struct text number)
{
    static const int plain[] = {0, 1, 2, 12, 100};
    decimal value;

    if (decimal_parse(number, &value) != DECIMAL_OK)
        return false;
    for (size_t i = 0; i < COUNT(plain); i++)
        if (value == plain[i] * DECIMAL_ONE)
            return true;
    return false;
}

size_t source_bare_numbers(struct text source, struct arena *arena, struct source_mark **out)
{
    struct source_mark *list = NULL;
    size_t count = 0;
    struct shape shape;

    shape_read(source, arena, &shape);
    for (size_t i = 0; i < shape.count; i++) {
        struct text text = shape.tokens[i].text;
        if (!shape_in_code(&shape, i) || !shape_is_compared(&shape, i) || needs_no_name(text))
            continue;
        list = arena_grow(arena, list, count, sizeof *list);
        bool minus = i > 0 && shape_is(&shape, i - 1, "-") && i > 1 &&
                     shape_is_comparison(&shape, i - 2);
        list[count++] = (struct source_mark){
            .name = arena_printf(arena, "%s%.*s", minus ? "-" : "", (int)text.len, text.at),
            .line = shape.tokens[i].line};
    }
    *out = list;
    return count;
}
