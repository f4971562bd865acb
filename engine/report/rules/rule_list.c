/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "report/rules/rule_list.h"

static bool is_listed(const struct pack *pack, const struct selection *selection, size_t i)
{
    return !selection || selection_has(selection, pack, &pack->rules[i]);
}

/* --- text --- */

struct columns {
    int id, points, worst, theme;
};

static void widen(int *width, size_t needed)
{
    if ((size_t)*width < needed)
        *width = (int)needed;
}

/* No wider than what is listed, so that titles have room. */
static struct columns columns_of(const struct pack *pack, const struct selection *selection)
{
    struct columns c = {0};

    for (size_t i = 0; i < pack->rule_count; i++) {
        const struct rule *rule = &pack->rules[i];
        if (!is_listed(pack, selection, i))
            continue;
        widen(&c.id, strlen(rule->id));
        widen(&c.points, (size_t)snprintf(NULL, 0, "%d", rule->points));
        widen(&c.worst, strlen(outcome_name(rule->worst)));
        widen(&c.theme, strlen(pack->themes[rule->theme].id));
    }
    return c;
}

static void put_sum(struct buf *out, size_t count, const int *points)
{
    buf_printf(out, "%zu rule%s, %d point%s", count, count == 1 ? "" : "s",
               points[SCORE_COMPANY], points[SCORE_COMPANY] == 1 ? "" : "s");
    if (points[SCORE_FIT] > 0)
        buf_printf(out, "; %d of personal fit", points[SCORE_FIT]);
    buf_putc(out, '\n');
}

void rule_list_text(struct buf *out, const struct pack *pack, const struct selection *selection)
{
    struct columns c = columns_of(pack, selection);
    int points[] = {[SCORE_COMPANY] = 0, [SCORE_FIT] = 0, [SCORE_NONE] = 0};
    size_t count = 0;

    for (size_t i = 0; i < pack->rule_count; i++) {
        const struct rule *rule = &pack->rules[i];
        const struct theme *theme = &pack->themes[rule->theme];
        if (!is_listed(pack, selection, i))
            continue;
        buf_printf(out, "%-*s  %*d  %-*s  %-*s  %s\n", c.id, rule->id, c.points, rule->points,
                   c.worst, outcome_name(rule->worst), c.theme, theme->id, rule->title);
        points[theme->score] += rule->points;
        count++;
    }
    put_sum(out, count, points);
}

void figure_list_text(struct buf *out, const struct pack *pack)
{
    int id = 0, group = 0, label = 0;

    for (size_t i = 0; i < pack->figure_count; i++) {
        const struct figure *figure = &pack->figures[i];
        widen(&id, strlen(figure->rule.id));
        widen(&group, strlen(pack->groups[figure->group].id));
        widen(&label, strlen(figure_label_name(figure->label)));
    }
    for (size_t i = 0; i < pack->figure_count; i++) {
        const struct figure *figure = &pack->figures[i];
        buf_printf(out, "%-*s  %-*s  %-*s  %s\n", id, figure->rule.id, label,
                   figure_label_name(figure->label), group, pack->groups[figure->group].id,
                   figure->rule.title);
    }
    if (pack->figure_count > 0)
        buf_printf(out, "%zu figure%s\n", pack->figure_count,
                   pack->figure_count == 1 ? "" : "s");
}

/* --- JSON --- */

/* What rules and figures have in common. */
static void put_rest(struct json *json, const struct pack *pack, const struct rule *rule)
{
    json_open(json, "facts", '[');
    for (size_t i = 0; i < rule->fact_count; i++)
        json_text(json, NULL, pack->schema.facts[rule->facts[i].number].name);
    json_close(json, ']');
    json_open(json, "cites", '[');
    for (size_t i = 0; i < rule->cites.count; i++)
        json_text(json, NULL, rule->cites.list[i]);
    json_close(json, ']');
    json_text(json, "file", rule->file);
}

static void put_rule(struct json *json, const struct pack *pack, const struct rule *rule)
{
    json_open(json, NULL, '{');
    json_text(json, "id", rule->id);
    json_text(json, "title", rule->title);
    json_text(json, "theme", pack->themes[rule->theme].id);
    json_whole(json, "points", rule->points);
    json_text(json, "worst", outcome_name(rule->worst));
    put_rest(json, pack, rule);
    json_close(json, '}');
}

void rule_list_json_open(struct json *json, const char *version, const struct pack *pack,
                         const struct selection *selection)
{
    json_open_plain(json, "rules list", version);
    json_open(json, "rules", '[');
    for (size_t i = 0; i < pack->rule_count; i++)
        if (is_listed(pack, selection, i))
            put_rule(json, pack, &pack->rules[i]);
    json_close(json, ']');
    json_open(json, "figures", '[');
}

void figure_list_json(struct json *json, const struct pack *pack)
{
    for (size_t i = 0; i < pack->figure_count; i++) {
        const struct figure *figure = &pack->figures[i];
        json_open(json, NULL, '{');
        json_text(json, "id", figure->rule.id);
        json_text(json, "title", figure->rule.title);
        json_text(json, "group", pack->groups[figure->group].id);
        json_text(json, "label", figure_label_name(figure->label));
        json_text(json, "unit", figure->unit);
        put_rest(json, pack, &figure->rule);
        json_close(json, '}');
    }
}

void rule_list_json_close(struct json *json)
{
    json_close(json, ']');
    json_close(json, '}');
    buf_putc(json->out, '\n');
}
