/* SPDX-License-Identifier: MIT
 *
 * A pack as a whole: sums, titles, sources, vocabulary, articles.
 */
#include <string.h>

#include "insight/lint.h"

/* --- points --- */

static bool has_rule_of_part(const struct linting *l, size_t theme)
{
    for (size_t i = 0; i < l->pack->rule_count; i++)
        if (l->pack->rules[i].theme == theme && l->pack->rules[i].part == l->part)
            return true;
    return false;
}

static void check_theme(struct linting *l, size_t number)
{
    const struct theme *theme = &l->pack->themes[number];
    int sum = 0;

    for (size_t i = 0; i < l->pack->rule_count; i++)
        if (l->pack->rules[i].theme == number)
            sum += l->pack->rules[i].pack_points;
    if (sum != theme->points)
        lint_add(
            l, "pack.lua", 0,
            "the rules of theme '%s' have %d points together, not the %d that 'themes' says",
            theme->id, sum, theme->points);
    if (theme->score == SCORE_NONE && sum > 0)
        lint_add(l, "pack.lua", 0, "theme '%s' has no score, so its rules can have no points",
                 theme->id);
}

void lint_points(struct linting *l)
{
    for (size_t t = 0; t < l->pack->theme_count; t++) {
        bool own = has_rule_of_part(l, t);
        if (own)
            check_theme(l, t);
        else if (l->part == 0)
            lint_add(l, "pack.lua", 0, "theme '%s' has no rules: add one or delete the theme",
                     l->pack->themes[t].id);
    }
}

/* --- titles --- */

void lint_titles(struct linting *l)
{
    for (size_t i = 0; i < l->pack->rule_count; i++) {
        const struct rule *rule = &l->pack->rules[i];
        if (!lint_has(l, rule))
            continue;
        size_t len = strlen(rule->title);
        if (len > 0 && rule->title[len - 1] == '?')
            lint_add(l, rule->file, 0,
                     "'title' is a question: state what is true of a company that does well");
        for (size_t j = 0; j < l->pack->rule_count; j++) {
            const struct rule *other = &l->pack->rules[j];
            bool earlier = j < i || !lint_has(l, other);
            if (j == i || !earlier || other->broken)
                continue;
            if (text_same(text_of(rule->title), text_of(other->title)))
                lint_add(l, rule->file, 0, "'title' is that of %s too", other->id);
            if (text_same(text_of(rule->id), text_of(other->id)))
                lint_add(l, rule->file, 0, "the id differs from '%s' only in case", other->id);
        }
    }
}

/* --- sources --- */

/* Whether a comment names the source, as "[S35]" or "[S35, S36a]": the id as a whole word,
 * perhaps with a letter for a part of it. */
static bool is_in_comment(const char *source, const char *id)
{
    size_t len = strlen(id);

    for (const char *at = source; (at = strstr(at, id)) != NULL; at += len) {
        char before = at == source ? '\0' : at[-1], after = at[len];
        bool part = after >= 'a' && after <= 'z';
        if ((before == '[' || before == ' ' || before == '(') && !is_digit(after) &&
            (!is_letter(after) || part))
            return true;
    }
    return false;
}

static bool rules_use(const struct linting *l, const char *id)
{
    for (size_t i = 0; i < l->pack->rule_count; i++) {
        const struct rule *rule = &l->pack->rules[i];
        if (rule->broken || names_have(rule->cites, id) || is_in_comment(rule->source, id))
            return true;
    }
    return false;
}

static bool classification_uses(const struct classification_def *def, const char *id)
{
    for (size_t i = 0; i < def->class_count; i++)
        if (names_have(def->classes[i].cites, id))
            return true;
    for (size_t i = 0; i < def->row_count; i++)
        if (names_have(def->rows[i].cites, id))
            return true;
    for (size_t i = 0; i < def->axis_count; i++)
        if (names_have(def->axes[i].cites, id))
            return true;
    return false;
}

/* An article's own source ("A" of A11), or one that a note on a sentence names. */
static bool articles_use(const struct linting *l, const char *id)
{
    for (size_t i = 0; i < l->pack->article_count; i++) {
        const struct article *article = &l->pack->articles[i];
        bool own = id[1] == '\0' && article->id[0] == id[0];
        if (own || (article->note && is_in_comment(article->note, id)))
            return true;
    }
    return false;
}

void lint_sources(struct linting *l)
{
    for (size_t i = 0; i < l->pack->source_count; i++) {
        const struct pack_source *source = &l->pack->sources[i];
        if (source->part != l->part)
            continue;
        if (!*source->date)
            lint_add(l, "sources.lua", 0,
                     "%s has no date: write when it was published, or \"undated\"", source->id);
        if (source->serves.count == 0 && !rules_use(l, source->id) &&
            !classification_uses(&l->pack->classify, source->id) &&
            !articles_use(l, source->id))
            lint_add(l, "sources.lua", 0,
                     "nothing cites %s: cite it, say with 'serves' what it is kept for, or "
                     "delete it",
                     source->id);
    }
}

/* --- vocabulary --- */

static bool is_read(const struct linting *l, int fact)
{
    for (size_t i = 0; i < l->pack->rule_count; i++)
        if (l->pack->rules[i].broken || rule_reads(&l->pack->rules[i], fact))
            return true;
    return classification_reads(&l->pack->classify, fact);
}

void lint_vocabulary(struct linting *l)
{
    for (size_t i = 0; i < l->pack->schema.fact_count; i++) {
        const struct fact_def *def = &l->pack->schema.facts[i];
        const char *texts[] = {def->meaning, def->ask, def->find};
        if (def->part != l->part)
            continue;
        if (!is_read(l, (int)i) && def->serve_count == 0)
            lint_add(
                l, "facts.lua", 0,
                "nothing reads '%s': add a rule that does, 'serves' with what it is for, or "
                "delete it",
                def->name);
        for (size_t t = 0; t < COUNT(texts); t++)
            if (lint_forbidden_in(texts[t]))
                lint_add(l, "facts.lua", 0, "'%s' says '%s'", def->name,
                         lint_forbidden_in(texts[t]));
    }
}

/* --- articles --- */

void lint_articles(struct linting *l)
{
    for (size_t i = 0; i < l->pack->article_count && l->part == 0; i++) {
        const struct article *article = &l->pack->articles[i];
        const char *texts[] = {article->says, article->note};
        for (size_t t = 0; t < COUNT(texts); t++)
            if (texts[t] && lint_forbidden_in(texts[t]))
                lint_add(l, "articles.lua", 0, "%s says '%s'", article->id,
                         lint_forbidden_in(texts[t]));
    }
    for (size_t i = 0; i < l->pack->rule_count && l->part == 0; i++) {
        const struct rule *rule = &l->pack->rules[i];
        for (size_t j = 0; lint_has(l, rule) && j < rule->cites.count; j++) {
            const struct article *article = pack_article(l->pack, rule->cites.list[j]);
            if (article && !names_have(article->carried_by, rule->id))
                lint_add(l, rule->file, 0,
                         "it cites %s, but articles.lua does not name it in carried_by",
                         article->id);
        }
    }
}
