/* SPDX-License-Identifier: MIT
 *
 * What shows only in the pack as a whole: sources, sums, ids, and what nothing uses.
 */
#include <string.h>

#include "insight/rules/linting.h"

enum { PACK_ID_MAX = 30 };

/* --- sources --- */

/* Whether a letter behind the id at 'at' names a part of the source ("S59a"), and no other
 * source. */
static bool is_part(const struct pack *pack, const char *at, size_t len)
{
    char longer[PACK_ID_MAX + 2];

    if (!is_letter(at[len]) || is_letter(at[len + 1]) || is_digit(at[len + 1]) ||
        len > PACK_ID_MAX)
        return false;
    memcpy(longer, at, len + 1);
    longer[len + 1] = '\0';
    return !pack_source(pack, longer);
}

/* Whether the text names the source, or a part of it. */
static bool names_source(const struct pack *pack, const char *text, const char *id)
{
    size_t len = strlen(id);

    for (const char *at = text; at && (at = strstr(at, id)) != NULL; at += len) {
        bool starts = at == text || !(is_letter(at[-1]) || is_digit(at[-1]) || at[-1] == '_');
        if (starts && (is_part(pack, at, len) ||
                       !(is_letter(at[len]) || is_digit(at[len]) || at[len] == '_')))
            return true;
    }
    return false;
}

/* Comments cite too: "[S35]". An id of one letter is any word's, and proves nothing. */
static bool is_named(const struct linting *l, const char *id)
{
    size_t kinds = pack_data_files.count;

    for (size_t i = 0; i < pack_file_count(l->pack); i++)
        if (names_source(l->pack, pack_file(l->pack, i)->source, id))
            return true;
    for (size_t i = 0; i < l->pack->part_count * kinds; i++)
        if (strcmp(pack_data_files.list[i % kinds], "sources.lua") != 0 &&
            names_source(l->pack, l->files[i].text.at, id))
            return true;
    return false;
}

/* "A" is the text whose sentences are A1, A2 ... */
static bool has_sentences(const struct pack *pack, const char *id)
{
    size_t len = strlen(id);

    for (size_t i = 0; i < pack->article_count; i++)
        if (strncmp(pack->articles[i].id, id, len) == 0 && is_digit(pack->articles[i].id[len]))
            return true;
    return false;
}

static bool is_cited(const struct pack *pack, const char *id)
{
    bool cited = false;

    for (size_t i = 0; i < pack_file_count(pack); i++)
        cited |= names_have(pack_file(pack, i)->cites, id);
    for (size_t i = 0; i < pack->classify.row_count; i++)
        cited |= names_have(pack->classify.rows[i].cites, id);
    for (size_t i = 0; i < pack->classify.axis_count; i++)
        cited |= names_have(pack->classify.axes[i].cites, id);
    for (size_t i = 0; i < pack->classify.class_count; i++)
        cited |= names_have(pack->classify.classes[i].cites, id);
    return cited;
}

static bool is_dated(const struct pack_source *source)
{
    return source->date && text_trim(text_of(source->date)).len > 0;
}

void lint_sources(struct linting *l)
{
    const struct pack *pack = l->pack;

    for (size_t i = 0; i < pack->source_count; i++) {
        const struct pack_source *source = &pack->sources[i];
        bool cited = is_cited(pack, source->id) || has_sentences(pack, source->id) ||
                     (strlen(source->id) > 1 && is_named(l, source->id));
        if (!is_dated(source))
            lint_say_of_item(l, "sources.lua", source->id, "date",
                             "the source has no date: give that of the document, or 'undated'");
        if (!cited && source->serves.count == 0)
            lint_say_of_item(l, "sources.lua", source->id, NULL,
                             "nothing cites the source: cite it, say in 'serves' what it is "
                             "kept for, or delete it");
        if (is_cited(pack, source->id) && source->serves.count > 0)
            lint_say_of_item(l, "sources.lua", source->id, "serves",
                             "the source is cited: take 'serves' out");
    }
}

/* --- points --- */

static void check_theme(struct linting *l, size_t number)
{
    const struct theme *theme = &l->pack->themes[number];
    bool sound = true;
    int sum = 0, rules = 0;

    for (size_t i = 0; i < l->pack->rule_count; i++) {
        const struct rule *rule = &l->pack->rules[i];
        if (rule->theme != number)
            continue;
        rules++;
        sum += rule->pack_points;
        sound &= !lint_has_faults(l, rule);
        if (theme->score == SCORE_NONE && rule->pack_points > 0)
            lint_say_of_rule(l, rule, lint_line(l, rule, "points"),
                             "its theme '%s' has no score: write points = 0", theme->id);
    }
    if (rules == 0)
        lint_say_of_item(l, "pack.lua", theme->id, NULL,
                         "the theme has no rules: list one or delete it");
    else if (sound && sum != theme->points)
        lint_say_of_item(
            l, "pack.lua", theme->id, "points",
            "the rules of the theme have %d points, not %d: change 'points' of the "
            "theme or of its rules",
            sum, theme->points);
}

void lint_points(struct linting *l)
{
    for (size_t i = 0; i < l->pack->theme_count; i++)
        check_theme(l, i);
}

/* --- ids --- */

/* The same id in other letters, before number 'i' of the list; else NULL. */
static const char *same_but_for_case(const char *const *ids, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (text_same(text_of(ids[j]), text_of(ids[i])) && strcmp(ids[j], ids[i]) != 0)
            return ids[j];
    return NULL;
}

#define CASE_ONLY "differs from '%s' only in case: people write ids either way, so rename one"

void lint_ids(struct linting *l)
{
    const struct pack *pack = l->pack;
    const char **sources = arena_alloc(l->arena, pack->source_count * sizeof *sources);
    const char **files = arena_alloc(l->arena, pack_file_count(pack) * sizeof *files);

    for (size_t i = 0; i < pack_file_count(pack); i++) {
        files[i] = pack_file(pack, i)->id;
        const char *other = same_but_for_case(files, i);
        if (other)
            lint_say_of_item(l, "pack.lua", pack_file(pack, i)->file, NULL, CASE_ONLY, other);
    }
    for (size_t i = 0; i < pack->source_count; i++) {
        sources[i] = pack->sources[i].id;
        const char *other = same_but_for_case(sources, i);
        if (other)
            lint_say_of_item(l, "sources.lua", sources[i], NULL, CASE_ONLY, other);
    }
}

/* --- facts --- */

static bool is_read(const struct pack *pack, int fact)
{
    for (size_t i = 0; i < pack_file_count(pack); i++)
        if (rule_reads(pack_file(pack, i), fact))
            return true;
    return classification_reads(&pack->classify, fact);
}

void lint_idle_facts(struct linting *l)
{
    const struct schema *schema = &l->pack->schema;

    if (lint_any_broken(l))
        return; /* what they read is not known */
    for (size_t i = 0; i < schema->fact_count; i++) {
        const struct fact_def *def = &schema->facts[i];
        if (rulebook_has_fact(l->book, (int)i) && def->serve_count == 0 &&
            !is_read(l->pack, (int)i))
            lint_say_of_item(l, "facts.lua", def->name, NULL,
                             "nothing reads the fact: delete it, or say in 'serves' what will");
    }
}

/* --- articles --- */

/* Rules of packs that extend this one cannot be named in its articles. */
void lint_carriers(struct linting *l)
{
    for (size_t r = 0; r < l->pack->rule_count; r++) {
        const struct rule *rule = &l->pack->rules[r];
        for (size_t i = 0; i < rule->cites.count && rule->part == 0; i++) {
            const struct article *article = pack_article(l->pack, rule->cites.list[i]);
            if (article && !names_have(article->carried_by, rule->id))
                lint_say_of_rule(l, rule, lint_line(l, rule, article->id),
                                 "it cites %s, but articles.lua does not say that it carries "
                                 "it: add '%s' to 'carried_by'",
                                 article->id, rule->id);
        }
    }
}
