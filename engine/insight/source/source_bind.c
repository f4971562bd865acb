/* SPDX-License-Identifier: MIT
 *
 * Which declaration each name goes back to, and which names stand for the facts.
 */
#include <string.h>

#include "insight/source/source_shape.h"

enum { COMPANY_ROUNDS = 16 }; /* how often the facts are handed on */

static struct binding *declare(struct shape *s, struct arena *arena, size_t at, size_t block,
                               size_t from)
{
    s->bindings = arena_grow(arena, s->bindings, s->binding_count, sizeof *s->bindings);
    struct binding *binding = &s->bindings[s->binding_count];
    *binding = (struct binding){.name = s->tokens[at].text,
                                .at = at,
                                .block = block,
                                .from = from,
                                .value = NOWHERE,
                                .value_end = NOWHERE,
                                .function = NOWHERE,
                                .parameter = NOWHERE};
    s->is_use[at] = true;
    s->bound[at] = s->binding_count++;
    return binding;
}

/* Past one name of a list, its attribute and its comma; more than 'name' + 1 means that another
 * name follows. */
static size_t next_name(const struct shape *s, size_t name, bool *more)
{
    size_t i = name + 1;

    if (shape_is(s, i, "<") && shape_is(s, i + 2, ">"))
        i += 3;
    *more = shape_is(s, i, ",") && shape_is_kind(s, i + 1, TOKEN_NAME);
    return *more ? i + 1 : i;
}

/* local a, b = 1, 2 */
static void declare_locals(struct shape *s, struct arena *arena, size_t i)
{
    size_t first = s->binding_count, last;
    bool more = shape_is_kind(s, i, TOKEN_NAME);

    while (more) {
        declare(s, arena, i, s->block[i], i);
        i = next_name(s, i, &more);
    }
    last = s->binding_count;
    size_t at = i + 1, end = i;
    for (size_t b = first; shape_is(s, i, "=") && at != NOWHERE; b++) {
        size_t past = shape_expression_end(s, at);
        if (past <= at)
            break;
        end = past;
        if (b < last) {
            s->bindings[b].value = at;
            s->bindings[b].value_end = past;
            s->bindings[b].function = shape_is(s, at, "function") ? s->opens[at] : NOWHERE;
        }
        at = shape_is(s, past, ",") ? past + 1 : NOWHERE;
    }
    for (size_t b = first; b < last; b++)
        s->bindings[b].from = end;
}

static void declare_parameters(struct shape *s, struct arena *arena, size_t function)
{
    size_t i = function + 1, block = s->opens[function];
    bool more;

    while (i < s->blocks[block].body && !shape_is(s, i, "("))
        i++;
    more = shape_is(s, i, "(") && shape_is_kind(s, i + 1, TOKEN_NAME);
    i++;
    for (size_t k = 0; more; k++) {
        declare(s, arena, i, block, i)->parameter = k;
        i = next_name(s, i, &more);
    }
}

static void declare_loop(struct shape *s, struct arena *arena, size_t loop)
{
    size_t i = loop + 1, block = s->opens[loop];
    bool more = shape_is_kind(s, i, TOKEN_NAME);

    while (more) {
        declare(s, arena, i, block, s->blocks[block].body);
        i = next_name(s, i, &more);
    }
}

static void declare_all(struct shape *s, struct arena *arena)
{
    for (size_t i = 0; i < s->count; i++) {
        if (shape_is(s, i, "local") && shape_is(s, i + 1, "function")) {
            if (shape_is_kind(s, i + 2, TOKEN_NAME))
                declare(s, arena, i + 2, s->block[i], i + 2)->function = s->opens[i + 1];
        } else if (shape_is(s, i, "local")) {
            declare_locals(s, arena, i + 1);
        } else if (shape_is(s, i, "function")) {
            declare_parameters(s, arena, i);
        } else if (shape_is(s, i, "for")) {
            declare_loop(s, arena, i);
        }
    }
}

static bool is_table_entry(const struct shape *s, size_t i)
{
    size_t open = s->inside[i];

    return open != NOWHERE && shape_is(s, open, "{") && s->block[open] == s->block[i];
}

/* Whether a name token stands for a value, and is no field, key, label or attribute. */
static bool is_use(const struct shape *s, size_t i)
{
    static const char *const before[] = {".", ":", "::", "goto"};
    bool starts = i > 0 && (shape_is(s, i - 1, "{") || shape_is(s, i - 1, ",") ||
                            shape_is(s, i - 1, ";"));

    for (size_t k = 0; i > 0 && k < COUNT(before); k++)
        if (shape_is(s, i - 1, before[k]))
            return false;
    if (i > 0 && shape_is(s, i - 1, "<") && shape_is(s, i + 1, ">") &&
        (shape_is(s, i, "const") || shape_is(s, i, "close")))
        return false;
    return !(starts && shape_is(s, i + 1, "=") && is_table_entry(s, i));
}

static size_t resolve(const struct shape *s, size_t i)
{
    struct text name = s->tokens[i].text;

    for (size_t b = s->binding_count; b-- > 0;) {
        const struct binding *binding = &s->bindings[b];
        const struct block *block = &s->blocks[binding->block];
        bool visible = binding->from <= i && block->open <= i && i < block->close;
        if (visible && binding->name.len == name.len &&
            memcmp(binding->name.at, name.at, name.len) == 0)
            return b;
    }
    return NOWHERE;
}

static void bind_uses(struct shape *s, struct arena *arena)
{
    /* Of each token: a name, alone or in a list, that '=' gives a value. */
    bool *is_set = arena_alloc(arena, (s->count + 3) * sizeof *is_set);

    for (size_t i = s->count; i-- > 0;) {
        if (!shape_is_kind(s, i, TOKEN_NAME))
            continue;
        bool listed = shape_is(s, i + 1, ",") && shape_is_kind(s, i + 2, TOKEN_NAME);
        is_set[i] = shape_is(s, i + 1, "=") || (listed && is_set[i + 2]);
        if (s->is_use[i] || !is_use(s, i))
            continue;
        s->is_use[i] = true;
        s->bound[i] = resolve(s, i);
        if (s->bound[i] != NOWHERE && is_set[i] && !is_table_entry(s, i))
            s->bindings[s->bound[i]].set = true;
    }
}

/* --- the facts --- */

static struct binding *parameter_of(struct shape *s, size_t function, size_t number)
{
    for (size_t b = 0; function != NOWHERE && b < s->binding_count; b++)
        if (s->bindings[b].block == function && s->bindings[b].parameter == number)
            return &s->bindings[b];
    return NULL;
}

static bool is_company(const struct shape *s, size_t from, size_t end)
{
    const struct binding *binding = end == from + 1 ? shape_binding(s, from) : NULL;

    return binding && binding->company;
}

static bool make_company(struct binding *binding)
{
    bool changed = binding && !binding->company && !binding->set;

    if (changed)
        binding->company = true;
    return changed;
}

/* local d = c; local cost = c.cost */
static bool pass_to_locals(struct shape *s)
{
    bool changed = false;

    for (size_t b = 0; b < s->binding_count; b++) {
        struct binding *binding = &s->bindings[b];
        struct text section;
        if (binding->value == NOWHERE || binding->set)
            continue;
        if (is_company(s, binding->value, binding->value_end))
            changed |= make_company(binding);
        if (is_company(s, binding->value, binding->value + 1) &&
            shape_step(s, binding->value + 1, &section) == binding->value_end &&
            binding->value_end > binding->value + 1)
            binding->section = section;
    }
    return changed;
}

/* helper(c, ...) */
static bool pass_to_calls(struct shape *s)
{
    bool changed = false;

    for (size_t i = 0; i < s->count; i++) {
        const struct binding *binding = shape_binding(s, i);
        size_t from, end;
        if (!binding || binding->function == NOWHERE || !shape_is(s, i + 1, "("))
            continue;
        for (size_t k = 0; shape_argument(s, i + 1, k, &from, &end); k++)
            if (is_company(s, from, end))
                changed |= make_company(parameter_of(s, binding->function, k));
    }
    return changed;
}

static void find_company(struct shape *s)
{
    size_t function;

    for (size_t k = 0; shape_test(s, k, &function); k++)
        make_company(parameter_of(s, function, 0));
    for (int round = 0; round < COMPANY_ROUNDS; round++) {
        bool locals = pass_to_locals(s);
        if (!pass_to_calls(s) && !locals)
            break;
    }
}

size_t shape_step(const struct shape *s, size_t token, struct text *name)
{
    if (shape_is(s, token, ".") && shape_is_kind(s, token + 1, TOKEN_NAME)) {
        *name = s->tokens[token + 1].text;
        return token + 2;
    }
    if (shape_is(s, token, "[") && shape_is_kind(s, token + 1, TOKEN_STRING) &&
        shape_is(s, token + 2, "]")) {
        *name = shape_string(s, token + 1);
        return token + 3;
    }
    return token;
}

size_t shape_fact(const struct shape *s, size_t token, struct text *section, struct text *key)
{
    const struct binding *binding = shape_binding(s, token);
    size_t i = token + 1, past;

    if (!binding || binding->at == token)
        return token;
    if (binding->company) {
        past = shape_step(s, i, section);
        if (past == i)
            return token;
        i = past;
    } else if (binding->section.len > 0) {
        *section = binding->section;
    } else {
        return token;
    }
    past = shape_step(s, i, key);
    return past == i ? token : past;
}

void shape_bind(struct shape *s, struct arena *arena)
{
    declare_all(s, arena);
    bind_uses(s, arena);
    find_company(s);
}
