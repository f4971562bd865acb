/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "insight/lint.h"

const struct names lint_forbidden = {
    (const char *const[]){"scam", "fraud", "illegal", "pyramid scheme", "swindle"}, 5};

const char *lint_forbidden_in(const char *text)
{
    for (; text && *text; text++) {
        for (size_t w = 0; w < lint_forbidden.count; w++) {
            const char *word = lint_forbidden.list[w];
            size_t i = 0;
            while (word[i] && to_lower(text[i]) == word[i])
                i++;
            if (!word[i])
                return word;
        }
    }
    return NULL;
}

void lint_add(struct linting *l, const char *file, int line, const char *format, ...)
{
    char message[ERROR_MESSAGE_MAX];
    va_list args;

    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    text_make_printable(message);
    l->out->list = arena_grow(l->arena, l->out->list, l->out->count, sizeof *l->out->list);
    l->out->list[l->out->count++] =
        (struct lint){file, line, l->check, arena_copy(l->arena, message, strlen(message))};
}

bool lint_has(const struct linting *l, const struct rule *rule)
{
    return rule->part == l->part && !rule->broken;
}

/* Each check by name; of rules one by one, or of the whole part. */
static const struct {
    const char *name;
    void (*of_rule)(struct linting *, size_t);
    void (*of_part)(struct linting *);
} checks[] = {
    {"globals", lint_globals, NULL},       {"facts", lint_facts, NULL},
    {"limits", lint_limits, NULL},         {"numbers", lint_numbers, NULL},
    {"words", lint_words, NULL},           {"examples", lint_examples, NULL},
    {"outcomes", lint_outcomes, NULL},     {"points", NULL, lint_points},
    {"titles", NULL, lint_titles},         {"sources", NULL, lint_sources},
    {"vocabulary", NULL, lint_vocabulary}, {"articles", NULL, lint_articles},
};

void lint_part(struct rulebook *book, size_t part, struct arena *arena, struct lints *out)
{
    struct linting l = {
        .book = book, .pack = rulebook_pack(book), .part = part, .arena = arena, .out = out};

    for (size_t c = 0; c < COUNT(checks); c++) {
        l.check = checks[c].name;
        for (size_t i = 0; checks[c].of_rule && i < l.pack->rule_count; i++)
            if (lint_has(&l, &l.pack->rules[i]))
                checks[c].of_rule(&l, i);
        if (checks[c].of_part)
            checks[c].of_part(&l);
    }
}
