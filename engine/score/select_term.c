/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "score/select_term.h"

/* What a term can be about. The first is that of a bare word. */
enum field_number {
    FIELD_ID,
    FIELD_THEME,
    FIELD_CITES,
    FIELD_READS,
    FIELD_SEVERITY,
    FIELD_POINTS
};

enum { FIELDS_MATCHED = FIELD_SEVERITY }; /* by globs; the others are compared */

static const struct field {
    const char *name, *example;
    const char *none; /* opening of the sentence where no rule fits */
    const char *help; /* where all values can be seen */
} fields[] = {
    {"id", "id:RE*", "no rule has the id", "'plumbline rules list' lists the rules"},
    {"theme", "theme:costs", "no rule is of the theme",
     "'plumbline explain themes' lists them"},
    {"cites", "cites:A11", "no rule cites",
     "'plumbline rules list --format json' shows what each cites"},
    {"reads", "reads:cost.*", "no rule reads", "'plumbline schema' lists the facts"},
    {"severity", "severity>=major", NULL, NULL},
    {"points", "points>=20", NULL, NULL},
};

bool *select_fail(const struct selector *s, const char *at, const char *format, ...)
{
    char message[ERROR_MESSAGE_MAX];
    size_t before = (size_t)(at - s->expression);
    va_list args;

    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    error_set(s->err, ERROR_USAGE, NULL, 0, "character %zu: %s",
              text_columns((struct text){s->expression, before}) + 1, message);
    s->err->column = (int)before + 1;
    return NULL;
}

/* --- names --- */

/* The rule's i-th name in a field, or NULL where it has no more. */
static const char *name_of(const struct pack *pack, const struct rule *rule, int field,
                           size_t i)
{
    switch (field) {
    case FIELD_ID:
        return i == 0 ? rule->id : NULL;
    case FIELD_THEME:
        return i == 0 ? pack->themes[rule->theme].id : NULL;
    case FIELD_CITES:
        return i < rule->cites.count ? rule->cites.list[i] : NULL;
    default:
        return i < rule->fact_count ? pack->schema.facts[rule->facts[i].number].name : NULL;
    }
}

/* '*' is any text, '?' any character; the case of letters does not matter. On a mismatch the
 * last '*' takes one more: never more than length times length steps. */
static bool glob_fits(struct text glob, const char *name)
{
    const char *after_star = NULL; /* in the name: what the last '*' ends before */
    size_t star = 0, g = 0;

    while (*name) {
        if (g < glob.len && glob.at[g] == '*') {
            star = g++;
            after_star = name;
        } else if (g < glob.len &&
                   (glob.at[g] == '?' || to_lower(glob.at[g]) == to_lower(*name))) {
            g++;
            name++;
        } else if (after_star) {
            g = star + 1;
            name = ++after_star;
        } else {
            return false;
        }
    }
    while (g < glob.len && glob.at[g] == '*')
        g++;
    return g == glob.len;
}

static bool rule_fits(const struct pack *pack, const struct rule *rule, int field,
                      struct text glob)
{
    const char *name;

    for (size_t i = 0; (name = name_of(pack, rule, field, i)); i++)
        if (glob_fits(glob, name))
            return true;
    return false;
}

static bool any_fits(const struct pack *pack, int field, struct text glob)
{
    for (size_t i = 0; i < pack->rule_count; i++)
        if (rule_fits(pack, &pack->rules[i], field, glob))
            return true;
    return false;
}

/* --- what was meant --- */

static const char *nearest_in(const struct selector *s, int field, struct text wanted)
{
    const char **names = NULL;
    size_t count = 0;
    const char *name;

    for (size_t r = 0; r < s->pack->rule_count; r++) {
        for (size_t i = 0; (name = name_of(s->pack, &s->pack->rules[r], field, i)); i++) {
            names = arena_grow(s->arena, names, count, sizeof *names);
            names[count++] = name;
        }
    }
    return text_nearest(wanted, names, count);
}

static const char *severity_named(struct text word, enum outcome *out)
{
    for (int i = OUTCOME_INFO; i <= OUTCOME_CRITICAL; i++) {
        if (!text_same(word, text_of(outcome_name((enum outcome)i))))
            continue;
        *out = (enum outcome)i;
        return outcome_name(*out);
    }
    return NULL;
}

/* The whole term that a bare word could stand for, or NULL. */
static const char *meant(const struct selector *s, struct text word)
{
    enum outcome outcome;

    for (int f = FIELD_ID + 1; f < FIELDS_MATCHED; f++)
        if (any_fits(s->pack, f, word))
            return arena_printf(s->arena, "%s:%.*s", fields[f].name, text_shown(word), word.at);
    if (severity_named(word, &outcome))
        return arena_printf(s->arena, "severity=%s", outcome_name(outcome));
    for (size_t f = 0; f < COUNT(fields); f++)
        if (text_same(word, text_of(fields[f].name)))
            return fields[f].example;
    for (int f = FIELD_ID; f < FIELDS_MATCHED; f++) {
        const char *nearest = nearest_in(s, f, word);
        if (nearest)
            return f == FIELD_ID ? nearest
                                 : arena_printf(s->arena, "%s:%s", fields[f].name, nearest);
    }
    return NULL;
}

static bool *fail_unmatched(const struct selector *s, const struct select_term *term, int field)
{
    const char *nearest =
        term->field.len == 0 ? meant(s, term->value) : nearest_in(s, field, term->value);

    return select_fail(s, term->value.at, "%s '%.*s': %s%s%s", fields[field].none,
                       text_shown(term->value), term->value.at,
                       nearest ? "did you mean '" : fields[field].help, nearest ? nearest : "",
                       nearest ? "'?" : "");
}

static bool *fail_field(const struct selector *s, struct text field)
{
    const char *names[COUNT(fields)];

    for (size_t i = 0; i < COUNT(fields); i++)
        names[i] = fields[i].name;
    const char *nearest = text_nearest(field, names, COUNT(fields));
    for (size_t i = 0; nearest && i < COUNT(fields); i++)
        if (strcmp(nearest, names[i]) == 0)
            return select_fail(s, field.at,
                               "no term starts with '%.*s': did you mean '%s%s', as in '%s'?",
                               text_shown(field), field.at, nearest,
                               i < FIELDS_MATCHED ? ":" : "", fields[i].example);
    return select_fail(s, field.at,
                       "no term starts with '%.*s': write 'id:', 'theme:', 'cites:', 'reads:', "
                       "'severity' or 'points'",
                       text_shown(field), field.at);
}

/* --- comparing --- */

static int amount_of(const struct rule *rule, int field)
{
    return field == FIELD_SEVERITY ? (int)rule->worst : rule->points;
}

static bool compares(struct text sign, int64_t a, int64_t b)
{
    return (sign.len == 2 && a == b) || (*sign.at == '<'   ? a < b
                                         : *sign.at == '>' ? a > b
                                                           : a == b);
}

static bool read_amount(const struct selector *s, const struct select_term *term, int field,
                        int64_t *out)
{
    enum outcome severity;
    decimal points;

    if (field == FIELD_SEVERITY && severity_named(term->value, &severity)) {
        *out = severity;
        return true;
    }
    if (field == FIELD_POINTS && decimal_parse(term->value, &points) == DECIMAL_OK &&
        points % DECIMAL_ONE == 0) {
        *out = points / DECIMAL_ONE;
        return true;
    }
    select_fail(s, term->value.at, "%s, not '%.*s'",
                field == FIELD_SEVERITY ? "a severity is info, minor, major or critical"
                                        : "points are a whole number",
                text_shown(term->value), term->value.at);
    return false;
}

/* What the rules reach from and to, for a comparison that none passes. */
static bool *fail_compared(const struct selector *s, const struct select_term *term, int field)
{
    int least = 0, most = 0;
    const char *at = term->field.at, *end = term->value.at + text_shown(term->value);

    for (size_t i = 0; i < s->pack->rule_count; i++) {
        int amount = amount_of(&s->pack->rules[i], field);
        least = i == 0 || amount < least ? amount : least;
        most = i == 0 || amount > most ? amount : most;
    }
    struct text whole = {at, (size_t)(end - at)};
    if (field == FIELD_SEVERITY && s->pack->rule_count > 0)
        return select_fail(s, at, "no rule has '%.*s': at worst they are %s to %s",
                           text_shown(whole), at, outcome_name((enum outcome)least),
                           outcome_name((enum outcome)most));
    return select_fail(s, at, "no rule has '%.*s': they are worth %d to %d points",
                       text_shown(whole), at, least, most);
}

static bool *select_compared(const struct selector *s, const struct select_term *term,
                             int field)
{
    bool *has = arena_alloc(s->arena, s->pack->rule_count * sizeof *has);
    bool any = false;
    int64_t amount;

    if (!read_amount(s, term, field, &amount))
        return NULL;
    for (size_t i = 0; i < s->pack->rule_count; i++)
        any |= has[i] = compares(term->sign, amount_of(&s->pack->rules[i], field), amount);
    return any ? has : fail_compared(s, term, field);
}

/* --- matching --- */

static bool *select_matched(const struct selector *s, const struct select_term *term, int field)
{
    bool *has = arena_alloc(s->arena, s->pack->rule_count * sizeof *has);
    bool any = false;

    for (size_t i = 0; i < s->pack->rule_count; i++)
        any |= has[i] = rule_fits(s->pack, &s->pack->rules[i], field, term->value);
    return any ? has : fail_unmatched(s, term, field);
}

bool *select_term(const struct selector *s, const struct select_term *term)
{
    int field = FIELD_ID;

    while (term->field.len > 0 && field < (int)COUNT(fields) &&
           !text_same(term->field, text_of(fields[field].name)))
        field++;
    if (field == (int)COUNT(fields))
        return fail_field(s, term->field);
    bool matched = field < FIELDS_MATCHED;
    if (term->field.len > 0 && matched != (*term->sign.at == ':'))
        return select_fail(s, term->sign.at, "'%s' takes %s, not '%.*s': write it as '%s'",
                           fields[field].name,
                           matched ? "a colon" : "'<', '<=', '=', '>=' or '>'",
                           (int)term->sign.len, term->sign.at, fields[field].example);
    return matched ? select_matched(s, term, field) : select_compared(s, term, field);
}
