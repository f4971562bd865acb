/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "score/pack.h"

static const char *const outcome_names[OUTCOME_COUNT] = {
    "pass",   "info",  "minor",   "major",          "critical",
    "credit", "value", "unknown", "not_applicable", "error"};

const struct names pack_data_files = {(const char *const[]){"pack.lua", "facts.lua",
                                                            "sources.lua", "articles.lua",
                                                            "classify.lua", "claims.lua"},
                                      6};

const struct names claim_math = {
    (const char *const[]){"math break-even", "math income", "math bounds", "math balance",
                          "math odds", "math saturation", "math treadmill", "math plan"},
    8};

const char *outcome_name(enum outcome outcome)
{
    return outcome_names[outcome];
}

bool outcome_from_name(const char *name, enum outcome *out)
{
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        if (string_is(outcome_names[i], name)) {
            *out = (enum outcome)i;
            return true;
        }
    }
    return false;
}

int outcome_credit(enum outcome outcome)
{
    static const int credits[OUTCOME_COUNT] = {[OUTCOME_PASS] = CREDIT_FULL,
                                               [OUTCOME_INFO] = CREDIT_FULL,
                                               [OUTCOME_MINOR] = 600,
                                               [OUTCOME_MAJOR] = 250};

    return credits[outcome];
}

bool names_have(struct names names, const char *name)
{
    for (size_t i = 0; i < names.count; i++)
        if (string_is(names.list[i], name))
            return true;
    return false;
}

const struct rule *pack_rule(const struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->rule_count; i++)
        if (string_is(pack->rules[i].id, id))
            return &pack->rules[i];
    return NULL;
}

const struct figure *pack_figure(const struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->figure_count; i++)
        if (string_is(pack->figures[i].rule.id, id))
            return &pack->figures[i];
    return NULL;
}

const char *figure_label_name(enum figure_label label)
{
    static const char *const names[FIGURE_LABEL_COUNT] = {"exact", "from your numbers",
                                                          "model"};

    return names[label];
}

const struct pack_source *pack_source(const struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->source_count; i++)
        if (string_is(pack->sources[i].id, id))
            return &pack->sources[i];
    return NULL;
}

const struct article *pack_article(const struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->article_count; i++)
        if (string_is(pack->articles[i].id, id))
            return &pack->articles[i];
    return NULL;
}

const struct class_def *pack_class(const struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->classify.class_count; i++)
        if (string_is(pack->classify.classes[i].id, id))
            return &pack->classify.classes[i];
    return NULL;
}

size_t pack_file_count(const struct pack *pack)
{
    return pack->rule_count + pack->figure_count;
}

const struct rule *pack_file(const struct pack *pack, size_t number)
{
    return number < pack->rule_count ? &pack->rules[number]
                                     : &pack->figures[number - pack->rule_count].rule;
}

const char *pack_rule_path(const struct pack *pack, const struct rule *rule,
                           struct arena *arena)
{
    return arena_path(arena, pack->parts[rule->part].dir, rule->file);
}

int pack_points(const struct pack *pack, enum score_kind kind)
{
    int sum = 0;

    for (size_t i = 0; i < pack->rule_count; i++)
        if (pack->themes[pack->rules[i].theme].score == kind && !pack->rules[i].off)
            sum += pack->rules[i].points;
    return sum;
}

bool theme_is_off(const struct pack *pack, size_t theme)
{
    for (size_t i = 0; i < pack->rule_count; i++)
        if (pack->rules[i].theme == theme && !pack->rules[i].off)
            return false;
    return true;
}

bool rule_reads(const struct rule *rule, int fact)
{
    for (size_t i = 0; i < rule->fact_count; i++)
        if (rule->facts[i].number == fact)
            return true;
    return false;
}

bool classification_reads(const struct classification_def *def, int fact)
{
    for (size_t i = 0; i < def->row_count; i++)
        for (size_t j = 0; j < def->rows[i].fact_count; j++)
            if (def->rows[i].facts[j].number == fact)
                return true;
    for (size_t i = 0; i < def->axis_count; i++)
        for (size_t j = 0; j < def->axes[i].fact_count; j++)
            if (def->axes[i].facts[j].number == fact)
                return true;
    return false;
}
