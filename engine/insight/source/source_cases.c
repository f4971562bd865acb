/* SPDX-License-Identifier: MIT */
#include "insight/source/source_words.h"

enum {
    CALLS_DEEP = 4,     /* helpers that call helpers are followed */
    CALLS_MAX = 200,    /* of helpers, in all */
    CASES_MAX = 1000,   /* of a rule */
    CONDITIONS_MAX = 8, /* of one case; those further out are left off with "..." */
    WORDS_MAX = 1000    /* bytes of one condition or message; beyond, code or nothing */
};

struct cases {
    const struct shape *shape;
    struct arena *arena;
    struct source_case *list;
    size_t count;
    size_t test;
    int calls;
};

/* The conditions of a case, the innermost first. */
struct conditions {
    const char *list[CONDITIONS_MAX];
    bool has_or[CONDITIONS_MAX];
    size_t count;
    bool cut;       /* there were more */
    bool otherwise; /* it is what is left when the others do not hold */
};

static void add_condition(const struct cases *c, const struct frame *frame,
                          const struct block *block, struct conditions *to)
{
    const struct shape *s = c->shape;
    size_t from = block->open + 1, end = block->body - 1;
    struct buf out = {.max = WORDS_MAX};

    if (to->count == CONDITIONS_MAX) {
        to->cut = true;
        return;
    }
    words_condition(s, frame, from, end, &out);
    to->has_or[to->count] = words_operator(s, from, end, "or") != NOWHERE;
    to->list[to->count++] = out.truncated ? shape_code(s, from, end, c->arena)
                                          : arena_printable(c->arena, buf_text(&out));
    buf_release(&out);
}

/* Whether a block that may have returned stands before the token in the same block, or around
 * it where that has no condition of its own. */
static bool is_after_guard(const struct shape *s, size_t token)
{
    const struct block *block = &s->blocks[s->block[token]];

    while (block->kind == BLOCK_LOOP || block->kind == BLOCK_PLAIN) {
        if (block->first_guard <= token)
            return true;
        block = &s->blocks[block->parent];
    }
    return block->first_guard <= token;
}

static void add_conditions(const struct cases *c, const struct frame *frame, size_t token,
                           struct conditions *to)
{
    const struct shape *s = c->shape;
    const struct block *block = &s->blocks[s->block[token]];

    if (to->count == 0)
        to->otherwise |= is_after_guard(s, token);
    for (; block->kind != BLOCK_FUNCTION && block->kind != BLOCK_FILE;
         block = &s->blocks[block->parent]) {
        if (block->has_condition)
            add_condition(c, frame, block, to);
        else if (block->kind == BLOCK_BRANCH && to->count == 0)
            to->otherwise = true;
    }
}

static const char *when(const struct cases *c, const struct frame *frame, size_t token)
{
    struct conditions all = {.count = 0};
    struct buf out = BUF_INIT;

    add_conditions(c, frame, token, &all);
    for (; frame->up; frame = frame->up)
        add_conditions(c, frame->up, frame->call, &all);
    buf_puts(&out, all.cut ? "... and " : "");
    for (size_t i = all.count; i-- > 0;) {
        bool brackets = all.has_or[i] && all.count > 1;
        buf_printf(&out, "%s%s%s%s", brackets ? "(" : "", all.list[i], brackets ? ")" : "",
                   i > 0 ? " and " : "");
    }
    if (all.otherwise)
        buf_puts(&out, all.count > 0 ? ", otherwise" : "otherwise");
    const char *words = arena_copy(c->arena, buf_text(&out), out.len);
    buf_release(&out);
    return words;
}

static const char *says(const struct cases *c, const struct frame *frame, size_t token)
{
    const struct shape *s = c->shape;
    struct buf out = {.max = WORDS_MAX};
    size_t from = token + 1, end = token + 2;
    bool call = shape_is(s, from, "("), told;

    if (call)
        told = shape_argument(s, from, shape_is(s, token, "credit") ? 1 : 0, &from, &end);
    else /* pass "..." */
        told = shape_is_kind(s, from, TOKEN_STRING);
    told = told && words_string(s, frame, from, end, &out);
    const char *text = told ? arena_printable(c->arena, buf_text(&out)) : "";
    buf_release(&out);
    return text;
}

static void add_case(struct cases *c, const struct frame *frame, size_t token)
{
    const struct token *outcome = &c->shape->tokens[token];

    if (c->count == CASES_MAX)
        return;
    c->list = arena_grow(c->arena, c->list, c->count, sizeof *c->list);
    c->list[c->count++] = (struct source_case){
        .line = outcome->line,
        .test = c->test,
        .outcome = arena_copy(c->arena, outcome->text.at, outcome->text.len),
        .when = when(c, frame, token),
        .says = says(c, frame, token),
    };
}

/* return helper(...): the block of the helper, or NOWHERE. */
static size_t helper_of(const struct shape *s, size_t token)
{
    const struct binding *binding = shape_binding(s, token);
    bool returned =
        token > 0 && shape_is(s, token - 1, "return") && shape_is(s, token + 1, "(");

    return returned && binding && !binding->set ? binding->function : NOWHERE;
}

static void walk(struct cases *c, const struct frame *frame, int depth)
{
    const struct shape *s = c->shape;
    const struct block *block = &s->blocks[frame->function];

    for (size_t i = block->body; i < block->close; i++) {
        size_t inner = s->opens[i];
        size_t helper = helper_of(s, i);
        if (inner != NOWHERE && s->blocks[inner].kind == BLOCK_FUNCTION) {
            i = s->blocks[inner].close;
        } else if (shape_is_outcome(s, i)) {
            bool call = shape_is(s, i + 1, "(") || shape_is_kind(s, i + 1, TOKEN_STRING);
            if (call || shape_is(s, i - 1, "="))
                add_case(c, frame, i);
        } else if (helper != NOWHERE && depth < CALLS_DEEP && c->calls < CALLS_MAX) {
            struct frame called = {.up = frame, .function = helper, .call = i};
            c->calls++;
            walk(c, &called, depth + 1);
        }
    }
}

size_t source_cases(struct text source, struct arena *arena, struct source_case **out)
{
    struct shape shape;
    struct cases c = {.shape = &shape, .arena = arena};
    size_t function;

    shape_read(source, arena, &shape);
    for (; shape_test(&shape, c.test, &function); c.test++) {
        struct frame test = {.function = function};
        if (function != NOWHERE)
            walk(&c, &test, 0);
    }
    *out = c.list;
    return c.count;
}
