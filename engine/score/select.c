/* SPDX-License-Identifier: MIT
 *
 * The words of a selection and how they join. An expression is worked out while it is read: its
 * value is one bool per rule.
 */
#include <string.h>

#include "score/select_term.h"

struct selection {
    const bool *has; /* by the rule's number */
};

struct parser {
    struct selector s;
    const struct text *token; /* the next; the last is empty */
    int depth;
};

/* --- words --- */

static bool is_name_byte(char c)
{
    return is_letter(c) || is_digit(c) || (c && strchr("_-.*?", c));
}

static bool is_space(char c)
{
    return is_blank(c) || c == '\n' || c == '\r';
}

static size_t token_len(const char *at)
{
    size_t len = 0;

    while (is_name_byte(at[len]))
        len++;
    if (len > 0)
        return len;
    if (*at == '<' || *at == '>')
        return at[1] == '=' ? 2 : 1;
    return *at && strchr("(),:=", *at) ? 1 : 0;
}

/* What is no part of any expression; some of it has a meaning elsewhere. */
static bool fail_foreign(const struct selector *s, const char *at)
{
    static const struct {
        const char *sign, *word;
    } signs[] = {{"&&", "and"}, {"&", "and"}, {"||", "or"},
                 {"|", "or"},   {"!", "not"}, {"~", "not"}};
    size_t len = 1;

    for (size_t i = 0; i < COUNT(signs); i++) {
        if (strncmp(at, signs[i].sign, strlen(signs[i].sign)) != 0)
            continue;
        select_fail(s, at, "'%s' has no meaning here: write '%s'", signs[i].sign,
                    signs[i].word);
        return false;
    }
    while (len < 4 && ((unsigned char)at[len] & 0xC0) == 0x80)
        len++;
    select_fail(s, at,
                "'%.*s' cannot stand in a term: write letters, digits, '_', '.' and '-', with "
                "'*' for any text and '?' for any character",
                (int)len, at);
    return false;
}

/* Cuts the expression into words; the list ends with an empty one. */
static bool cut(const struct selector *s, const struct text **out)
{
    struct text *list = NULL;
    size_t count = 0;
    const char *at = s->expression;

    for (;;) {
        while (is_space(*at))
            at++;
        size_t len = token_len(at);
        if (len == 0 && *at)
            return fail_foreign(s, at);
        list = arena_grow(s->arena, list, count, sizeof *list);
        list[count++] = (struct text){at, len};
        if (len == 0)
            break;
        at += len;
    }
    *out = list;
    return true;
}

static bool is_next(const struct parser *p, const char *word)
{
    return text_same(*p->token, text_of(word));
}

static bool take(struct parser *p, const char *word)
{
    bool is = is_next(p, word);

    p->token += is;
    return is;
}

static bool is_word(struct text token)
{
    return token.len > 0 && is_name_byte(*token.at);
}

/* "such as 'RE02' or 'theme:product'", of this pack. */
static const char *examples(const struct selector *s)
{
    const struct pack *pack = s->pack;

    if (pack->rule_count == 0)
        return "such as 'RE02'";
    return arena_printf(s->arena, "such as '%s' or 'theme:%s'", pack->rules[0].id,
                        pack->themes[pack->rules[0].theme].id);
}

/* --- terms --- */

static bool *fail_missing(const struct parser *p)
{
    if (p->token->len == 0)
        return select_fail(&p->s, p->token->at, "a term is missing at the end: write one %s",
                           examples(&p->s));
    return select_fail(&p->s, p->token->at, "a term is missing before '%.*s': write one %s",
                       text_shown(*p->token), p->token->at, examples(&p->s));
}

static bool *parse_term(struct parser *p)
{
    struct select_term term = {.value = *p->token};
    struct text sign = p->token->len > 0 ? p->token[1] : *p->token;
    bool has_sign = sign.len > 0 && strchr(":<>=", *sign.at);

    if (!is_word(*p->token) || (!has_sign && (is_next(p, "and") || is_next(p, "or"))))
        return fail_missing(p);
    p->token++;
    if (has_sign) {
        term = (struct select_term){term.value, sign, p->token[1]};
        p->token++;
        if (!is_word(term.value))
            return select_fail(&p->s, term.field.at, "'%.*s%.*s' needs a value behind it",
                               text_shown(term.field), term.field.at, (int)sign.len, sign.at);
        p->token++;
    }
    return select_term(&p->s, &term);
}

/* --- what joins them --- */

enum { LEVEL_AND = 2, LEVELS };

static bool *parse_level(struct parser *p, int level);

static bool *parse_parentheses(struct parser *p, const char *open)
{
    bool *has = parse_level(p, 0);

    if (!has || take(p, ")"))
        return has;
    if (p->token->len > 0)
        return select_fail(&p->s, p->token->at, "'and', 'or' or ',' is missing before '%.*s'",
                           text_shown(*p->token), p->token->at);
    return select_fail(&p->s, open, "this '(' is not closed: write ')' at its end");
}

static bool *parse_single(struct parser *p)
{
    const struct text first = *p->token;
    bool is_not = take(p, "not");
    bool *has;

    if (!is_not && !take(p, "("))
        return parse_term(p);
    if (++p->depth > SELECT_MAX_DEPTH)
        return select_fail(&p->s, first.at,
                           "'not' and '(' stand more than %d deep: write it flatter",
                           SELECT_MAX_DEPTH);
    has = is_not ? parse_single(p) : parse_parentheses(p, first.at);
    for (size_t i = 0; has && is_not && i < p->s.pack->rule_count; i++)
        has[i] = !has[i];
    p->depth--;
    return has;
}

/* Loosest first; what is tighter stands inside. */
static bool *parse_level(struct parser *p, int level)
{
    static const char *const words[LEVELS] = {",", "or", "and"};

    if (level == LEVELS)
        return parse_single(p);
    bool *all = parse_level(p, level + 1);
    while (all && take(p, words[level])) {
        const bool *more = parse_level(p, level + 1);
        if (!more)
            return NULL;
        for (size_t i = 0; i < p->s.pack->rule_count; i++)
            all[i] = level == LEVEL_AND ? all[i] && more[i] : all[i] || more[i];
    }
    return all;
}

/* Where an expression is over but for what stands next. */
static bool *fail_rest(const struct parser *p)
{
    const struct text token = *p->token;

    if (is_next(p, ")"))
        return select_fail(&p->s, token.at, "this ')' has no '(': delete it, or write '('");
    if (!is_word(token) && !is_next(p, "("))
        return select_fail(&p->s, token.at, "'%.*s' cannot stand here: delete it",
                           (int)token.len, token.at);
    return select_fail(&p->s, token.at, "'and', 'or' or ',' is missing before '%.*s'",
                       text_shown(token), token.at);
}

bool selection_parse(const char *expression, const struct pack *pack, struct arena *arena,
                     struct selection **out, struct error *err)
{
    struct parser p = {.s = {expression, pack, arena, err}};

    if (strlen(expression) > SELECT_MAX_BYTES)
        return error_set(err, ERROR_USAGE, NULL, 0, "the expression is longer than %d bytes",
                         SELECT_MAX_BYTES);
    if (!cut(&p.s, &p.token))
        return false;
    const bool *has = parse_level(&p, 0);
    if (has && p.token->len > 0)
        has = fail_rest(&p);
    if (!has)
        return false;
    *out = arena_alloc(arena, sizeof **out);
    (*out)->has = has;
    return true;
}

bool selection_has(const struct selection *selection, const struct pack *pack,
                   const struct rule *rule)
{
    return selection->has[rule - pack->rules];
}
