/* SPDX-License-Identifier: MIT
 *
 * Where the examples stand in the text of their file.
 */
#include "insight/rules/examples.h"
#include "insight/source/source.h"

/* The next token that is no comment. */
static const struct token *next_token(const struct token *at, const struct token *end)
{
    do
        at++;
    while (at < end && at->kind == TOKEN_COMMENT);
    return at;
}

static bool is(const struct token *at, const struct token *end, const char *text)
{
    return at < end && text_is(at->text, text);
}

static int depth_change(const struct token *at)
{
    return text_is(at->text, "{") ? 1 : text_is(at->text, "}") ? -1 : 0;
}

/* The brace that opens the 'which'th table called examples, or 'end'. */
static const struct token *find_table(const struct token *at, const struct token *end,
                                      size_t which)
{
    for (; at < end; at = next_token(at, end)) {
        if (at->kind != TOKEN_NAME || !text_is(at->text, "examples"))
            continue;
        const struct token *equals = next_token(at, end);
        const struct token *brace = equals < end ? next_token(equals, end) : end;
        if (is(equals, end, "=") && is(brace, end, "{") && which-- == 0)
            return brace;
    }
    return end;
}

void example_lines(struct text source, size_t which, size_t count, struct arena *arena,
                   int *lines)
{
    struct token *tokens;
    size_t token_count = source_tokens(source, arena, &tokens);
    const struct token *end = tokens + token_count, *at = find_table(tokens, end, which);
    size_t found = 0;
    int depth = 0;

    for (; at < end; at = next_token(at, end)) {
        if (at->kind != TOKEN_OPERATOR)
            continue;
        depth += depth_change(at);
        if (depth == 2 && text_is(at->text, "{") && found < count)
            lines[found++] = at->line;
        if (depth == 0)
            break;
    }
}
