/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/buf.h"
#include "insight/source/source_shape.h"

/* What stands on a line of the file. */
struct source_line {
    const struct token *code;    /* the first that begins here, or NULL */
    const struct token *comment; /* the last that begins here, or NULL */
    bool is_limit;
};

struct lines {
    struct source_line *list; /* from 1; one more than there are */
    int count;
};

static struct lines lines_of(const struct shape *s, struct arena *arena)
{
    struct lines lines = {.count = 1};

    for (size_t i = 0; i < s->source.len; i++)
        lines.count += s->source.at[i] == '\n';
    lines.list = arena_alloc(arena, ((size_t)lines.count + 2) * sizeof *lines.list);
    for (size_t i = s->count; i-- > 0;)
        lines.list[s->tokens[i].line].code = &s->tokens[i];
    for (size_t i = 0; i < s->comment_count; i++)
        lines.list[s->comments[i].line].comment = &s->comments[i];
    for (size_t b = 0; b < s->binding_count; b++)
        if (shape_is_limit(s, &s->bindings[b]))
            lines.list[s->tokens[s->bindings[b].at].line].is_limit = true;
    return lines;
}

static size_t column(const struct shape *s, const struct token *token)
{
    size_t at = token->at;

    while (at > 0 && s->source.at[at - 1] != '\n')
        at--;
    return token->at - at;
}

static bool is_comment_only(const struct lines *lines, int line)
{
    return line >= 1 && line <= lines->count && lines->list[line].comment &&
           !lines->list[line].code;
}

static void put_comment(struct buf *out, const struct token *comment)
{
    struct text text = comment->text;

    while (text.len > 0 && text.at[0] == '-') {
        text.at++;
        text.len--;
    }
    text = text_trim(text);
    while (text.len > 0 && (text.at[text.len - 1] == '\r'))
        text.len--;
    if (out->len > 0)
        buf_putc(out, ' ');
    buf_put(out, text.at, text.len);
}

/* Beside the value, and below it where that is indented deeper than the line of code. */
static void put_own(const struct shape *s, const struct lines *lines, int line, size_t after,
                    struct buf *out)
{
    const struct source_line *at = &lines->list[line];

    if (!at->comment || at->comment->at < after)
        return;
    size_t indent = column(s, at->code);
    put_comment(out, at->comment);
    for (line++; is_comment_only(lines, line); line++) {
        if (column(s, lines->list[line].comment) <= indent)
            return;
        put_comment(out, lines->list[line].comment);
    }
}

/* The block of comments above the limits in whose midst the line stands. */
static void put_above(const struct shape *s, const struct lines *lines, int line,
                      struct buf *out)
{
    size_t indent = column(s, lines->list[line].code);
    int last = line - 1;

    while (last > 0 &&
           (lines->list[last].is_limit ||
            (is_comment_only(lines, last) && column(s, lines->list[last].comment) > indent)))
        last--;
    int first = last;
    while (is_comment_only(lines, last) && is_comment_only(lines, first - 1))
        first--;
    for (; first <= last && is_comment_only(lines, first); first++)
        put_comment(out, lines->list[first].comment);
}

/* "[S35", "[A11": a bracket with the id of a source. */
static bool names_source(struct text text)
{
    size_t i = 1;

    while (i < text.len && text.at[i] >= 'A' && text.at[i] <= 'Z')
        i++;
    return text.len > 0 && text.at[0] == '[' && i > 1 && i < text.len && is_digit(text.at[i]);
}

static bool is_cited(const char *comment)
{
    static const char *const ours[] = {"our judgement", "our reading"};
    struct text rest = text_of(comment);

    for (; rest.len > 0; rest.at++, rest.len--) {
        if (names_source(rest))
            return true;
        for (size_t i = 0; i < COUNT(ours); i++) {
            struct text wanted = text_of(ours[i]);
            if (rest.len >= wanted.len && text_same((struct text){rest.at, wanted.len}, wanted))
                return true;
        }
    }
    return false;
}

static struct source_limit limit_of(const struct shape *s, const struct lines *lines,
                                    const struct binding *binding, struct arena *arena)
{
    const struct token *name = &s->tokens[binding->at];
    const struct token *last = &s->tokens[binding->value_end - 1];
    struct buf comment = BUF_INIT;
    struct source_limit limit = {.line = name->line};

    limit.name = arena_copy(arena, name->text.at, name->text.len);
    limit.value = shape_code(s, binding->value, binding->value_end, arena);
    put_own(s, lines, last->line, last->at, &comment);
    if (comment.len == 0)
        put_above(s, lines, name->line, &comment);
    limit.comment = arena_printable(arena, buf_text(&comment));
    limit.cited = is_cited(limit.comment);
    buf_release(&comment);
    return limit;
}

size_t source_limits(struct text source, struct arena *arena, struct source_limit **out)
{
    struct source_limit *list = NULL;
    size_t count = 0;
    struct shape shape;

    shape_read(source, arena, &shape);
    struct lines lines = lines_of(&shape, arena);
    for (size_t b = 0; b < shape.binding_count; b++) {
        if (!shape_is_limit(&shape, &shape.bindings[b]))
            continue;
        list = arena_grow(arena, list, count, sizeof *list);
        list[count++] = limit_of(&shape, &lines, &shape.bindings[b], arena);
    }
    *out = list;
    return count;
}
