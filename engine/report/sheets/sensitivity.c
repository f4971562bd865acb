/* SPDX-License-Identifier: MIT */
#include "report/sheets/sensitivity.h"
#include "report/sheets/whatif.h"

static const struct {
    const char *heading; /* of the text */
    const char *key;     /* of the JSON */
    const char *field;
} kinds[VARY_KIND_COUNT] = {
    {"Without one fact", "facts", "fact"},
    {"One rule's points", "rules", "rule"},
    {"A theme's points", "themes", "theme"},
};

static const char *name_of(const struct sensitivity *s, const struct variation *v)
{
    if (v->kind == VARY_FACT)
        return s->a->profile->schema->facts[v->number].name;
    return v->kind == VARY_RULE ? s->a->pack->rules[v->number].id
                                : s->a->pack->themes[v->number].id;
}

/* --- text --- */

/* "RE02 +25 %", "without plan.price" */
static void put_name(struct buf *out, const struct sensitivity *s, const struct variation *v)
{
    if (v->kind == VARY_FACT)
        buf_printf(out, "without %s", name_of(s, v));
    else
        buf_printf(out, "%s%s %+d %%", v->kind == VARY_THEME ? "theme " : "", name_of(s, v),
                   v->percent);
}

/* "41.3" */
static void put_tenths(struct buf *out, int tenths)
{
    buf_printf(out, "%d.%d", tenths / 10, tenths % 10);
}

/* To a tenth; down, but for the upper end, as in the report. */
static void put_stand(struct buf *out, const struct stand *stand)
{
    if (stand->score.has_score)
        put_tenths(out, stand->score.score / 100);
    else
        buf_putc(out, '-');
    buf_puts(out, " (");
    put_tenths(out, stand->score.low / 100);
    buf_puts(out, " to ");
    put_tenths(out, (stand->score.high + 99) / 100);
    buf_putc(out, ')');
}

static void put_variation(struct buf *out, const struct sensitivity *s,
                          const struct variation *v)
{
    struct buf name = BUF_INIT;

    put_name(&name, s, v);
    buf_printf(out, "  %-40s ", buf_text(&name));
    put_stand(out, &v->stand);
    if (v->changes) {
        buf_puts(out, "; ");
        report_put_verdict(out, s->a->pack, &v->stand.verdict);
    }
    buf_putc(out, '\n');
    buf_release(&name);
}

static bool moves(const struct sensitivity *s, const struct variation *v)
{
    return v->changes || v->stand.score.score != s->now.score.score ||
           v->stand.score.low != s->now.score.low || v->stand.score.high != s->now.score.high;
}

static void put_kind(struct buf *out, const struct sensitivity *s, enum variation_kind kind)
{
    const struct variations *v = &s->kinds[kind];

    buf_printf(out, "\n%s", kinds[kind].heading);
    if (kind != VARY_FACT)
        buf_printf(out, " by %d %%", VARIED_PERCENT);
    buf_printf(out, " (%zu variations): ", v->count);
    if (v->count == 0 || !s->now.score.has_score) {
        buf_puts(out, "no score\n");
    } else {
        buf_puts(out, "score ");
        put_tenths(out, v->low / 100);
        buf_puts(out, " to ");
        put_tenths(out, v->high / 100);
        buf_putc(out, '\n');
    }
    for (size_t i = 0; i < v->count; i++)
        if ((i < SENSITIVITY_SHOWN && moves(s, &v->list[i])) || v->list[i].changes)
            put_variation(out, s, &v->list[i]);
}

static void put_closing(struct buf *out, const struct sensitivity *s)
{
    const char *between = "";

    if (s->changing == 0) {
        buf_printf(out, "\nThe verdict holds for all %zu variations.\n", s->count);
        return;
    }
    buf_printf(out, "\nThe verdict changes in %zu of %zu variations: ", s->changing, s->count);
    for (size_t k = 0; k < VARY_KIND_COUNT; k++) {
        for (size_t i = 0; i < s->kinds[k].changing; i++) {
            buf_puts(out, between);
            put_name(out, s, &s->kinds[k].list[i]);
            between = ", ";
        }
    }
    buf_puts(out, ".\n");
}

void sensitivity_text(struct buf *out, const struct sensitivity *s)
{
    buf_puts(out, "now: score ");
    put_stand(out, &s->now);
    buf_puts(out, ", ");
    report_put_verdict(out, s->a->pack, &s->now.verdict);
    buf_putc(out, '\n');
    for (size_t i = 0; i < VARY_KIND_COUNT; i++)
        put_kind(out, s, (enum variation_kind)i);
    put_closing(out, s);
}

/* --- JSON --- */

static void json_variation(struct json *json, const struct sensitivity *s,
                           const struct variation *v)
{
    json_open(json, NULL, '{');
    json_text(json, kinds[v->kind].field, name_of(s, v));
    if (v->kind != VARY_FACT)
        json_whole(json, "percent", v->percent);
    json_bool(json, "changes_verdict", v->changes);
    whatif_json_side(json, "after", s->a->pack, &v->stand.score, &v->stand.verdict);
    json_close(json, '}');
}

static void json_kind(struct json *json, const struct sensitivity *s, enum variation_kind kind)
{
    const struct variations *v = &s->kinds[kind];

    json_open(json, kinds[kind].key, '{');
    json_whole(json, "count", (int64_t)v->count);
    json_whole(json, "changing", (int64_t)v->changing);
    json_thousandths(json, "lowest_score", v->low);
    json_thousandths(json, "highest_score", v->high);
    json_open(json, "variations", '[');
    for (size_t i = 0; i < v->count; i++)
        json_variation(json, s, &v->list[i]);
    json_close(json, ']');
    json_close(json, '}');
}

void sensitivity_json(struct json *json, const char *key, const struct sensitivity *s)
{
    json_open(json, key, '{');
    whatif_json_side(json, "now", s->a->pack, &s->now.score, &s->now.verdict);
    json_whole(json, "count", (int64_t)s->count);
    json_whole(json, "changing", (int64_t)s->changing);
    for (size_t i = 0; i < VARY_KIND_COUNT; i++)
        json_kind(json, s, (enum variation_kind)i);
    json_close(json, '}');
}
