/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/source/source_words.h"

enum {
    WORDS_DEPTH = 32, /* of brackets and operators; beyond, code */
    SHOWN_MAX = 20    /* tokens of the value that stands for a local's name */
};

struct words {
    const struct shape *s;
    struct buf *out;
    int depth;
    bool compares; /* in a comparison: locals show as what they are given */
};

static void put_text(struct words *w, struct text text)
{
    buf_put(w->out, text.at, text.len);
}

/* Past the token, or past the bracket or the function that it opens. */
static size_t next_outside(const struct shape *s, size_t i)
{
    if (s->partner[i] != NOWHERE && s->partner[i] > i)
        return s->partner[i] + 1;
    if (shape_is(s, i, "function"))
        return shape_expression_end(s, i);
    return i + 1;
}

size_t words_operator(const struct shape *s, size_t from, size_t end, const char *operator)
{
    for (size_t i = from; i < end; i = next_outside(s, i))
        if (shape_is(s, i, operator))
            return i;
    return NOWHERE;
}

/* What the caller hands over for a parameter of the frame's function; false where the binding
 * is none, or where it is set anew. */
static bool handed_over(const struct shape *s, const struct frame *frame,
                        const struct binding *binding, size_t *from, size_t *end)
{
    return binding && binding->parameter != NOWHERE && !binding->set && frame->up &&
           binding->block == frame->function &&
           shape_argument(s, frame->call + 1, binding->parameter, from, end);
}

/* --- values --- */

/* usd("section.key") */
static bool is_in_usd(const struct shape *s, size_t i)
{
    return shape_is_free(s, i) && shape_is(s, i, "usd") && shape_is(s, i + 1, "(") &&
           shape_is_kind(s, i + 2, TOKEN_STRING) && shape_is(s, i + 3, ")");
}

/* A fact from the token on, in its words: past it, or the token where it is none. */
static size_t put_fact(struct words *w, size_t i)
{
    struct text section, key;
    size_t past = shape_fact(w->s, i, &section, &key);

    if (past > i) {
        put_text(w, section);
        buf_putc(w->out, '.');
        put_text(w, key);
        return past;
    }
    if (!is_in_usd(w->s, i))
        return i;
    put_text(w, shape_string(w->s, i + 2));
    buf_puts(w->out, " in USD");
    return i + 4;
}

static void put_value(struct words *w, const struct frame *frame, size_t from, size_t end);

/* local share = c.section.key, never set again */
static bool put_local_fact(struct words *w, const struct binding *binding)
{
    struct text section, key;
    size_t from = binding->value;

    if (from == NOWHERE || binding->set)
        return false;
    if (shape_fact(w->s, from, &section, &key) != binding->value_end &&
        !(is_in_usd(w->s, from) && from + 4 == binding->value_end))
        return false;
    put_fact(w, from);
    return true;
}

/* Whether it is more than one operand. */
static bool has_operator(const struct shape *s, size_t from, size_t end)
{
    for (size_t i = from; i < end; i = next_outside(s, i)) {
        bool part = shape_is_kind(s, i, TOKEN_NAME) || shape_is_kind(s, i, TOKEN_STRING) ||
                    shape_is_kind(s, i, TOKEN_NUMBER) || shape_is(s, i, ".") ||
                    s->partner[i] != NOWHERE;
        if (!part)
            return true;
    }
    return false;
}

/* local years = years_between(c.company.founded, asof()): whether the name always means that.
 */
static bool means_its_value(const struct shape *s, const struct binding *binding)
{
    size_t from = binding->value;

    if (from == NOWHERE || binding->set || binding->block == 0 ||
        binding->value_end - from > SHOWN_MAX)
        return false;
    for (size_t i = from; i < binding->value_end; i++) {
        const struct binding *part = shape_binding(s, i);
        if ((part && (part->set || part->at == i)) || shape_is(s, i, "function") ||
            shape_is(s, i, "{"))
            return false;
    }
    return true;
}

/* An expression in the place of a name, in brackets where it is a part of another. */
static void put_instead(struct words *w, const struct frame *frame, size_t from, size_t end,
                        bool alone)
{
    bool brackets = !alone && has_operator(w->s, from, end);

    buf_puts(w->out, brackets ? "(" : "");
    put_value(w, frame, from, end);
    buf_puts(w->out, brackets ? ")" : "");
}

static void put_name(struct words *w, const struct frame *frame, size_t token, bool alone)
{
    const struct shape *s = w->s;
    const struct binding *binding = shape_binding(s, token);
    size_t from, end;

    if (binding && put_local_fact(w, binding))
        return;
    if (handed_over(s, frame, binding, &from, &end)) {
        put_instead(w, frame->up, from, end, alone);
        return;
    }
    if (binding && w->depth < WORDS_DEPTH && w->compares && means_its_value(s, binding)) {
        w->depth++;
        put_instead(w, frame, binding->value, binding->value_end, alone);
        w->depth--;
        return;
    }
    put_text(w, s->tokens[token].text);
    if (binding && !binding->set && shape_is_limit(s, binding)) {
        buf_puts(w->out, " (");
        for (size_t i = binding->value; i < binding->value_end; i++)
            put_text(w, s->tokens[i].text);
        buf_putc(w->out, ')');
    }
}

/* As it is written, with facts and names in their words. */
static void put_value(struct words *w, const struct frame *frame, size_t from, size_t end)
{
    const struct shape *s = w->s;

    for (size_t i = from; i < end && i < s->count && !w->out->truncated;) {
        const struct token *token = &s->tokens[i];
        if (i > from && token[-1].at + token[-1].text.len < token->at)
            buf_putc(w->out, ' ');
        size_t past = put_fact(w, i);
        if (past > i) {
            i = past;
            continue;
        }
        if (token->kind == TOKEN_NAME && s->is_use[i])
            put_name(w, frame, i, end == from + 1);
        else
            put_text(w, token->text);
        i++;
    }
}

/* --- conditions --- */

static void put_condition(struct words *w, const struct frame *frame, size_t from, size_t end);

/* Whether the expression is a fact that is read as yes or no: alone, or by a name for it. */
static bool is_fact(const struct shape *s, const struct frame *frame, size_t from, size_t end)
{
    struct text section, key;

    if (shape_fact(s, from, &section, &key) == end)
        return true;
    const struct binding *binding = end == from + 1 ? shape_binding(s, from) : NULL;
    if (handed_over(s, frame, binding, &from, &end))
        return is_fact(s, frame->up, from, end);
    return binding && binding->value != NOWHERE && !binding->set &&
           shape_fact(s, binding->value, &section, &key) == binding->value_end;
}

/* name("...", "..."): one call and nothing besides, all of its arguments strings */
static bool is_call_of(const struct shape *s, size_t from, size_t end, const char *name)
{
    bool call = shape_is_free(s, from) && shape_is(s, from, name) &&
                shape_is(s, from + 1, "(") && s->partner[from + 1] == end - 1 && end > from + 3;

    for (size_t i = from + 2; call && i < end - 1; i++)
        call = shape_is_kind(s, i, TOKEN_STRING) || shape_is(s, i, ",");
    return call;
}

static void put_strings(struct words *w, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++) {
        if (shape_is(w->s, i, ","))
            buf_puts(w->out, ", ");
        else
            put_text(w, shape_string(w->s, i));
    }
}

/* name(): the condition that a function of the file's without parameters returns, if that is
 * all it does. */
static bool is_named_condition(const struct shape *s, size_t from, size_t end, size_t *first,
                               size_t *past)
{
    const struct binding *binding = shape_binding(s, from);

    if (end != from + 3 || !shape_is(s, from + 1, "(") || !shape_is(s, from + 2, ")") ||
        !binding || binding->set || binding->function == NOWHERE)
        return false;
    const struct block *block = &s->blocks[binding->function];
    *first = block->body + 1;
    *past = block->close;
    return shape_is(s, block->body, "return") && block->body > 0 &&
           shape_is(s, block->body - 2, "(") && *past > *first &&
           shape_expression_end(s, *first) == *past;
}

/* What is yes or no by itself, or the contrary of it. */
static void put_truth(struct words *w, const struct frame *frame, size_t from, size_t end,
                      bool holds)
{
    const struct shape *s = w->s;
    size_t first, past;

    if (w->depth < WORDS_DEPTH && is_named_condition(s, from, end, &first, &past)) {
        bool brackets = !holds || words_operator(s, first, past, "or") != NOWHERE;
        buf_puts(w->out, holds ? "" : "not ");
        buf_puts(w->out, brackets ? "(" : "");
        put_condition(w, frame, first, past);
        buf_puts(w->out, brackets ? ")" : "");
    } else if (is_fact(s, frame, from, end)) {
        put_value(w, frame, from, end);
        buf_puts(w->out, holds ? " is yes" : " is no");
    } else if (is_call_of(s, from, end, "known")) {
        put_strings(w, from + 2, end - 1);
        buf_puts(w->out, holds ? " is known" : " is not known");
    } else if (is_call_of(s, from, end, "any")) {
        buf_puts(w->out, holds ? "any of " : "none of ");
        put_strings(w, from + 2, end - 1);
        buf_puts(w->out, " is yes or above 0");
    } else {
        buf_puts(w->out, holds ? "" : "not ");
        put_value(w, frame, from, end);
    }
}

static void put_not(struct words *w, const struct frame *frame, size_t from, size_t end)
{
    bool brackets = shape_is(w->s, from, "(") && w->s->partner[from] == end - 1;

    if (!brackets) {
        put_truth(w, frame, from, end, false);
        return;
    }
    buf_puts(w->out, "not (");
    put_condition(w, frame, from + 1, end - 1);
    buf_putc(w->out, ')');
}

/* left OPERATOR right, in words; false where the operator does not stand there. */
static bool put_logic(struct words *w, const struct frame *frame, size_t from, size_t end,
                      const char *word)
{
    size_t at = words_operator(w->s, from, end, word);

    if (at == NOWHERE)
        return false;
    put_condition(w, frame, from, at);
    buf_putc(w->out, ' ');
    buf_puts(w->out, word);
    buf_putc(w->out, ' ');
    put_condition(w, frame, at + 1, end);
    return true;
}

static bool put_comparison(struct words *w, const struct frame *frame, size_t from, size_t end)
{
    static const struct {
        const char *operator, * words;
    } rows[] = {
        {"==", " is "},      {"~=", " is not "},     {"<", " is under "},
        {">", " is above "}, {"<=", " is at most "}, {">=", " is at least "},
    };

    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t at = words_operator(w->s, from, end, rows[i].operator);
        if (at == NOWHERE)
            continue;
        w->compares = true;
        put_value(w, frame, from, at);
        buf_puts(w->out, rows[i].words);
        put_value(w, frame, at + 1, end);
        w->compares = false;
        return true;
    }
    return false;
}

static void put_condition(struct words *w, const struct frame *frame, size_t from, size_t end)
{
    const struct shape *s = w->s;

    if (++w->depth > WORDS_DEPTH) {
        put_value(w, frame, from, end);
    } else if (put_logic(w, frame, from, end, "or") || put_logic(w, frame, from, end, "and") ||
               put_comparison(w, frame, from, end)) {
        /* all is put */
    } else if (shape_is(s, from, "not")) {
        put_not(w, frame, from + 1, end);
    } else if (from < end && shape_is(s, from, "(") && s->partner[from] == end - 1) {
        buf_putc(w->out, '(');
        put_condition(w, frame, from + 1, end - 1);
        buf_putc(w->out, ')');
    } else {
        put_truth(w, frame, from, end, true);
    }
    w->depth--;
}

void words_condition(const struct shape *s, const struct frame *frame, size_t from, size_t end,
                     struct buf *out)
{
    struct words w = {.s = s, .out = out};

    put_condition(&w, frame, from, end);
}

/* --- strings --- */

/* With \" and the like as what they mean; others stay as written. */
static void put_unescaped(struct buf *out, struct text text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool escape = text.at[i] == '\\' && i + 1 < text.len && strchr("\"'\\", text.at[i + 1]);
        buf_putc(out, text.at[escape ? ++i : i]);
    }
}

static bool put_one_string(const struct shape *s, const struct frame *frame, size_t i,
                           struct buf *out)
{
    const struct binding *binding = shape_binding(s, i);
    size_t from, end;

    if (shape_is_kind(s, i, TOKEN_STRING)) {
        put_unescaped(out, shape_string(s, i));
        return true;
    }
    if (handed_over(s, frame, binding, &from, &end))
        return words_string(s, frame->up, from, end, out);
    bool held = binding && binding->value != NOWHERE && !binding->set &&
                binding->value_end == binding->value + 1 &&
                shape_is_kind(s, binding->value, TOKEN_STRING);
    if (held)
        put_unescaped(out, shape_string(s, binding->value));
    return held;
}

bool words_string(const struct shape *s, const struct frame *frame, size_t from, size_t end,
                  struct buf *out)
{
    for (size_t i = from; i < end; i += 2)
        if (!put_one_string(s, frame, i, out) || out->truncated ||
            (i + 1 < end && !shape_is(s, i + 1, "..")) || i + 2 == end)
            return false;
    return end > from;
}
