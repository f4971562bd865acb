/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/source/source_shape.h"

/* What is open while the tokens are gone through. */
struct open_things {
    size_t *brackets; /* tokens */
    size_t bracket_count;
    size_t block; /* number of the innermost */
};

static void open_block(struct shape *s, struct open_things *open, struct arena *arena,
                       size_t token, enum block_kind kind)
{
    s->blocks = arena_grow(arena, s->blocks, s->block_count, sizeof *s->blocks);
    s->blocks[s->block_count] = (struct block){.kind = kind,
                                               .parent = open->block,
                                               .open = token,
                                               .body = token + 1,
                                               .close = s->count,
                                               .first_guard = NOWHERE};
    open->block = s->block_count++;
    if (token < s->count)
        s->opens[token] = open->block;
}

static void close_block(struct shape *s, struct open_things *open, size_t token)
{
    struct block *block = &s->blocks[open->block];

    if (block->kind == BLOCK_FILE)
        return;
    struct block *parent = &s->blocks[block->parent];
    block->close = token;
    open->block = block->parent;
    if (!block->returns || block->kind == BLOCK_FUNCTION)
        return;
    parent->returns = true;
    if (parent->first_guard == NOWHERE)
        parent->first_guard = token;
}

/* 'then' and 'do': where the body of the innermost block begins, if that waits for it. */
static bool begin_body(struct shape *s, struct open_things *open, size_t token,
                       enum block_kind kind)
{
    struct block *block = &s->blocks[open->block];
    bool waits = block->kind == kind && block->body == block->open + 1 &&
                 !shape_is(s, block->open, "else") && !shape_is(s, block->open, "repeat");

    if (waits) {
        block->body = token + 1;
        block->has_condition = kind == BLOCK_BRANCH;
    }
    return waits;
}

static void take_keyword(struct shape *s, struct open_things *open, struct arena *arena,
                         size_t i)
{
    static const struct {
        const char *word;
        bool closes, opens;
        enum block_kind kind;
    } words[] = {
        {"function", false, true, BLOCK_FUNCTION}, {"if", false, true, BLOCK_BRANCH},
        {"elseif", true, true, BLOCK_BRANCH},      {"else", true, true, BLOCK_BRANCH},
        {"for", false, true, BLOCK_LOOP},          {"while", false, true, BLOCK_LOOP},
        {"repeat", false, true, BLOCK_LOOP},       {"end", true, false, BLOCK_PLAIN},
        {"until", true, false, BLOCK_PLAIN},
    };

    if (shape_is(s, i, "then"))
        begin_body(s, open, i, BLOCK_BRANCH);
    if (shape_is(s, i, "do") && !begin_body(s, open, i, BLOCK_LOOP))
        open_block(s, open, arena, i, BLOCK_PLAIN);
    if (shape_is(s, i, "return"))
        s->blocks[open->block].returns = true;
    for (size_t w = 0; w < COUNT(words); w++) {
        if (!shape_is(s, i, words[w].word))
            continue;
        if (words[w].closes)
            close_block(s, open, i);
        if (words[w].opens)
            open_block(s, open, arena, i, words[w].kind);
    }
}

static void take_bracket(struct shape *s, struct open_things *open, size_t i)
{
    static const char *const pairs[] = {"()", "{}", "[]"};
    char c = s->tokens[i].text.at[0];

    if (s->tokens[i].text.len != 1)
        return;
    for (size_t p = 0; p < COUNT(pairs); p++) {
        size_t top =
            open->bracket_count > 0 ? open->brackets[open->bracket_count - 1] : NOWHERE;
        if (c == pairs[p][0])
            open->brackets[open->bracket_count++] = i;
        if (c != pairs[p][1] || top == NOWHERE || s->tokens[top].text.at[0] != pairs[p][0])
            continue;
        s->partner[i] = top;
        s->partner[top] = i;
        s->inside[i] = s->inside[top];
        open->bracket_count--;
    }
}

static void read_blocks(struct shape *s, struct arena *arena)
{
    struct open_things open = {.block = NOWHERE};

    open.brackets = arena_alloc(arena, (s->count + 1) * sizeof *open.brackets);
    open_block(s, &open, arena, s->count, BLOCK_FILE);
    s->blocks[0].open = 0;
    s->blocks[0].body = 0;
    for (size_t i = 0; i < s->count; i++) {
        s->inside[i] = open.bracket_count > 0 ? open.brackets[open.bracket_count - 1] : NOWHERE;
        s->block[i] = open.block;
        if (s->tokens[i].kind == TOKEN_KEYWORD)
            take_keyword(s, &open, arena, i);
        if (s->tokens[i].kind == TOKEN_OPERATOR)
            take_bracket(s, &open, i);
        if (s->opens[i] != NOWHERE)
            s->block[i] = s->opens[i];
    }
}

/* Functions begin after their parameters. */
static void skip_parameters(struct shape *s)
{
    for (size_t b = 0; b < s->block_count; b++) {
        struct block *block = &s->blocks[b];
        size_t i = block->open + 1;
        if (block->kind != BLOCK_FUNCTION)
            continue;
        while (shape_is_kind(s, i, TOKEN_NAME) || shape_is(s, i, ".") || shape_is(s, i, ":"))
            i++;
        if (shape_is(s, i, "(") && s->partner[i] != NOWHERE)
            block->body = s->partner[i] + 1;
    }
}

/* What a rule or a figure does. */
static bool is_work(const struct shape *s, size_t i)
{
    return shape_is(s, i, "check") || shape_is(s, i, "compute");
}

/* The value of 'check' or 'compute' in the table that the file returns. */
static void find_check(struct shape *s)
{
    s->returned = s->count;
    s->check = s->check_end = NOWHERE;
    for (size_t i = 0; i < s->count; i++)
        if (s->block[i] == 0 && s->inside[i] == NOWHERE && shape_is(s, i, "return"))
            s->returned = i;
    size_t table = s->returned + 1;
    for (size_t i = table; shape_is(s, table, "{") && i < s->count; i++) {
        if (s->block[i] != 0 || s->inside[i] != table || !is_work(s, i) ||
            !shape_is(s, i + 1, "="))
            continue;
        s->check = i + 2;
        s->check_end = shape_expression_end(s, i + 2);
        return;
    }
}

static void find_code(struct shape *s)
{
    for (size_t b = 1; b < s->block_count; b++) {
        struct block *block = &s->blocks[b];
        bool in_check =
            s->check != NOWHERE && block->open >= s->check && block->open < s->check_end;
        bool begins = block->kind == BLOCK_FUNCTION && (block->open < s->returned || in_check);
        block->in_code = begins || s->blocks[block->parent].in_code;
    }
}

static size_t *all_nowhere(struct arena *arena, size_t count)
{
    size_t *list = arena_alloc(arena, (count + 1) * sizeof *list);

    for (size_t i = 0; i <= count; i++)
        list[i] = NOWHERE;
    return list;
}

/* Comments apart from the rest. */
static void sort_tokens(struct shape *s, struct arena *arena)
{
    struct token *all;
    size_t count = source_tokens(s->source, arena, &all);

    s->tokens = arena_alloc(arena, (count + 1) * sizeof *s->tokens);
    s->comments = arena_alloc(arena, (count + 1) * sizeof *s->comments);
    for (size_t i = 0; i < count; i++) {
        if (all[i].kind == TOKEN_COMMENT)
            s->comments[s->comment_count++] = all[i];
        else
            s->tokens[s->count++] = all[i];
    }
}

void shape_read(struct text source, struct arena *arena, struct shape *out)
{
    *out = (struct shape){.source = source};
    sort_tokens(out, arena);
    out->block = all_nowhere(arena, out->count);
    out->opens = all_nowhere(arena, out->count);
    out->inside = all_nowhere(arena, out->count);
    out->partner = all_nowhere(arena, out->count);
    out->bound = all_nowhere(arena, out->count);
    out->is_use = arena_alloc(arena, (out->count + 1) * sizeof *out->is_use);
    read_blocks(out, arena);
    skip_parameters(out);
    find_check(out);
    find_code(out);
    shape_bind(out, arena);
}
