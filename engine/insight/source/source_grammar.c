/* SPDX-License-Identifier: MIT
 *
 * Questions about the tokens of a shape.
 */
#include <string.h>

#include "insight/source/source_shape.h"
#include "score/pack.h"

bool shape_is(const struct shape *s, size_t token, const char *text)
{
    return token < s->count && s->tokens[token].kind != TOKEN_STRING &&
           text_is(s->tokens[token].text, text);
}

bool shape_is_kind(const struct shape *s, size_t token, enum token_kind kind)
{
    return token < s->count && s->tokens[token].kind == kind;
}

static bool is_one_of(const struct shape *s, size_t token, const char *const *list,
                      size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (shape_is(s, token, list[i]))
            return true;
    return false;
}

/* local x <const> = 1 */
static bool is_attribute(const struct shape *s, size_t name)
{
    return (shape_is(s, name, "const") || shape_is(s, name, "close")) && name > 0 &&
           shape_is(s, name - 1, "<") && shape_is(s, name + 1, ">");
}

bool shape_is_comparison(const struct shape *s, size_t token)
{
    static const char *const comparisons[] = {"<", ">", "<=", ">=", "==", "~="};

    return is_one_of(s, token, comparisons, COUNT(comparisons)) &&
           !is_attribute(s, token + 1) && !(token > 0 && is_attribute(s, token - 1));
}

bool shape_is_compared(const struct shape *s, size_t token)
{
    bool signed_right =
        token > 1 && shape_is(s, token - 1, "-") && shape_is_comparison(s, token - 2);

    return shape_is_kind(s, token, TOKEN_NUMBER) &&
           ((token > 0 && shape_is_comparison(s, token - 1)) || signed_right ||
            shape_is_comparison(s, token + 1));
}

static bool is_binary(const struct shape *s, size_t token)
{
    static const char *const others[] = {"+", "-", "*", "/",  "//", "%",   "^", "..",
                                         "&", "|", "~", "<<", ">>", "and", "or"};

    return shape_is_comparison(s, token) || is_one_of(s, token, others, COUNT(others));
}

static size_t after_bracket(const struct shape *s, size_t open)
{
    return s->partner[open] == NOWHERE ? s->count : s->partner[open] + 1;
}

/* Past fields, indexes and calls. */
static size_t suffixes_end(const struct shape *s, size_t i)
{
    while (i < s->count) {
        bool field = shape_is(s, i, ".") || shape_is(s, i, ":");
        if (field && shape_is_kind(s, i + 1, TOKEN_NAME))
            i += 2;
        else if (shape_is(s, i, "(") || shape_is(s, i, "[") || shape_is(s, i, "{"))
            i = after_bracket(s, i);
        else if (shape_is_kind(s, i, TOKEN_STRING))
            i++;
        else
            break;
    }
    return i;
}

static size_t operand_end(const struct shape *s, size_t i)
{
    static const char *const unary[] = {"not", "-", "#", "~"};
    static const char *const values[] = {"nil", "true", "false", "..."};

    while (is_one_of(s, i, unary, COUNT(unary)))
        i++;
    if (shape_is(s, i, "function")) {
        size_t close = s->blocks[s->opens[i]].close;
        return close < s->count ? close + 1 : s->count;
    }
    if (shape_is(s, i, "{"))
        return after_bracket(s, i);
    if (shape_is(s, i, "("))
        return suffixes_end(s, after_bracket(s, i));
    if (shape_is_kind(s, i, TOKEN_NAME))
        return suffixes_end(s, i + 1);
    bool value = shape_is_kind(s, i, TOKEN_NUMBER) || shape_is_kind(s, i, TOKEN_STRING) ||
                 is_one_of(s, i, values, COUNT(values));
    return value ? i + 1 : i;
}

size_t shape_expression_end(const struct shape *s, size_t token)
{
    size_t end = operand_end(s, token);

    while (end > token && is_binary(s, end)) {
        size_t next = operand_end(s, end + 1);
        if (next <= end + 1)
            return end + 1 < s->count ? end + 1 : s->count;
        end = next;
    }
    return end;
}

bool shape_argument(const struct shape *s, size_t open, size_t number, size_t *from,
                    size_t *end)
{
    size_t at = open + 1;

    for (size_t k = 0;; k++) {
        size_t past = shape_expression_end(s, at);
        if (past <= at)
            return false;
        if (k == number) {
            *from = at;
            *end = past;
            return true;
        }
        if (!shape_is(s, past, ",") && !shape_is(s, past, ";"))
            return false;
        at = past + 1;
    }
}

bool shape_in_code(const struct shape *s, size_t token)
{
    return token < s->count && s->blocks[s->block[token]].in_code;
}

bool shape_is_free(const struct shape *s, size_t token)
{
    return token < s->count && s->is_use[token] && s->bound[token] == NOWHERE;
}

bool shape_is_outcome(const struct shape *s, size_t token)
{
    for (int o = 0; shape_is_free(s, token) && o < OUTCOME_ERROR; o++)
        if (shape_is(s, token, outcome_name((enum outcome)o)))
            return true;
    return false;
}

const struct binding *shape_binding(const struct shape *s, size_t token)
{
    bool bound = token < s->count && s->is_use[token] && s->bound[token] != NOWHERE;

    return bound ? &s->bindings[s->bound[token]] : NULL;
}

bool shape_is_limit(const struct shape *s, const struct binding *binding)
{
    static const char *const arithmetic[] = {"+", "-", "*", "/", "//", "%", "^", "(", ")"};
    bool has_number = false;

    if (binding->block != 0 || binding->value == NOWHERE)
        return false;
    for (size_t i = binding->value; i < binding->value_end; i++) {
        bool number = shape_is_kind(s, i, TOKEN_NUMBER);
        has_number |= number;
        if (!number && !is_one_of(s, i, arithmetic, COUNT(arithmetic)))
            return false;
    }
    return has_number;
}

bool shape_test(const struct shape *s, size_t number, size_t *function)
{
    size_t from = s->check, end;
    bool list = from != NOWHERE && shape_is(s, from, "{");

    if (from == NOWHERE || (!list && number > 0))
        return false;
    if (list && !shape_argument(s, from, number, &from, &end))
        return false;
    const struct binding *named = shape_binding(s, from);
    *function = named                           ? named->function
                : shape_is(s, from, "function") ? s->opens[from]
                                                : NOWHERE;
    return from < s->count;
}

struct text shape_string(const struct shape *s, size_t token)
{
    struct text text = s->tokens[token].text;
    size_t edge = 1;

    if (text.at[0] == '[') {
        while (edge < text.len && text.at[edge] == '=')
            edge++;
        edge++;
    }
    return text.len < 2 * edge ? (struct text){text.at, 0}
                               : (struct text){text.at + edge, text.len - 2 * edge};
}

static bool is_word(struct text text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_letter(text.at[i]) && text.at[i] != '_' && (i == 0 || !is_digit(text.at[i])))
            return false;
    return text.len > 0;
}

bool shape_is_fact_name(struct text text)
{
    struct text rest = text, section;

    return memchr(text.at, '.', text.len) && text_next_part(&rest, '.', &section) &&
           is_word(section) && is_word(rest) && section.len + 1 + rest.len == text.len;
}

const char *shape_code(const struct shape *s, size_t from, size_t end, struct arena *arena)
{
    struct buf out = BUF_INIT;

    for (size_t i = from; i < end && i < s->count; i++) {
        const struct token *token = &s->tokens[i], *before = i > from ? token - 1 : NULL;
        if (before && before->at + before->text.len < token->at)
            buf_putc(&out, ' ');
        buf_put(&out, token->text.at, token->text.len);
    }
    const char *copy = arena_printable(arena, buf_text(&out));
    buf_release(&out);
    return copy;
}
