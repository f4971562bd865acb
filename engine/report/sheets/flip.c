/* SPDX-License-Identifier: MIT */
#include "report/sheets/flip.h"
#include "report/sheets/whatif.h"

static const char *const sizes[MOVES_MAX + 1] = {"no fact", "one fact", "two facts",
                                                 "three facts"};

static const struct fact_def *def_of(const struct flip *flip, const struct move *move)
{
    return &flip->a->profile->schema->facts[move->fact];
}

/* --- text --- */

/* "To reach 'mostly' or better" */
static void put_aim(struct buf *out, const struct flip *flip, enum flip_direction direction)
{
    const struct pack *pack = flip->a->pack;
    size_t now = stand_band(pack, &flip->now);

    if (now == pack->band_count)
        buf_puts(out, "To reach a verdict");
    else if (direction == FLIP_BETTER)
        buf_printf(out, "To reach '%s'%s", pack->bands[now - 1].name,
                   now > 1 ? " or better" : "");
    else
        buf_printf(out, "To fall to '%s'%s", pack->bands[now + 1].name,
                   now + 2 < pack->band_count ? " or lower" : "");
}

/* "no single fact of 87, no two of the 30 most telling": up to those of 'size' facts */
static void put_failed(struct buf *out, const struct flip_way *way, size_t size)
{
    if (size >= 1)
        buf_printf(out, "no single fact of %zu", way->pools[1]);
    if (size >= 2)
        buf_printf(out, ", no two of the %zu most telling", way->pools[2]);
    if (size >= 3)
        buf_printf(out, ", no three of the %zu most telling", way->pools[3]);
}

static void put_set(struct buf *out, const struct flip *flip, const struct flip_set *set)
{
    for (size_t i = 0; i < set->count; i++) {
        const struct move *move = set->moves[i];
        buf_printf(out, "%s%s: ", i > 0 ? "    " : "  - ", def_of(flip, move)->name);
        whatif_put_value(out, flip->a->profile, move->fact);
        buf_puts(out, " -> ");
        value_put(out, def_of(flip, move), &move->as.value);
        buf_putc(out, '\n');
    }
    buf_puts(out, "    score ");
    whatif_put_range(out, &set->stand.score);
    buf_puts(out, ", ");
    report_put_verdict(out, flip->a->pack, &set->stand.verdict);
    buf_putc(out, '\n');
}

static void put_way(struct buf *out, const struct flip *flip, enum flip_direction direction)
{
    const struct flip_way *way = &flip->ways[direction];
    bool found = way->set_count > 0;

    put_aim(out, flip, direction);
    buf_printf(out, ": %s", found ? sizes[way->size] : "nothing found; ");
    if (found && way->size > 1)
        buf_puts(out, "; ");
    put_failed(out, way, found ? way->size - 1 : way->size);
    if (way->cut)
        buf_printf(out, "; the search was cut after %d tries", FLIP_LIMIT);
    buf_putc(out, '\n');
    for (size_t i = 0; i < way->set_count; i++)
        put_set(out, flip, &way->sets[i]);
}

void flip_text(struct buf *out, const struct flip *flip)
{
    bool several = false;

    buf_puts(out, "now: score ");
    whatif_put_range(out, &flip->now.score);
    buf_puts(out, ", ");
    report_put_verdict(out, flip->a->pack, &flip->now.verdict);
    buf_putc(out, '\n');
    for (size_t i = 0; i < FLIP_WAYS; i++) {
        if (!flip->ways[i].exists)
            continue;
        buf_putc(out, '\n');
        put_way(out, flip, (enum flip_direction)i);
        several |= flip->ways[i].size > 1;
    }
    if (several)
        buf_puts(out, "\nTwos and threes were looked for with the most telling value of each "
                      "fact, not with all.\n");
}

/* --- JSON --- */

static void json_set(struct json *json, const struct flip *flip, const struct flip_set *set)
{
    struct buf text = BUF_INIT;

    json_open(json, NULL, '{');
    json_open(json, "changes", '[');
    for (size_t i = 0; i < set->count; i++) {
        const struct move *move = set->moves[i];
        json_open(json, NULL, '{');
        json_text(json, "fact", def_of(flip, move)->name);
        whatif_put_value(&text, flip->a->profile, move->fact);
        json_text(json, "before", buf_text(&text));
        buf_reset(&text);
        value_put(&text, def_of(flip, move), &move->as.value);
        json_text(json, "after", buf_text(&text));
        buf_reset(&text);
        json_close(json, '}');
    }
    json_close(json, ']');
    whatif_json_side(json, "after", flip->a->pack, &set->stand.score, &set->stand.verdict);
    json_close(json, '}');
    buf_release(&text);
}

static void json_way(struct json *json, const char *key, const struct flip *flip,
                     const struct flip_way *way)
{
    if (!way->exists) {
        json_none(json, key);
        return;
    }
    json_open(json, key, '{');
    json_whole(json, "size", (int64_t)way->size);
    json_open(json, "looked_among", '[');
    for (size_t i = 1; i <= way->size; i++)
        json_whole(json, NULL, (int64_t)way->pools[i]);
    json_close(json, ']');
    json_whole(json, "tries", (int64_t)way->runs);
    json_bool(json, "cut", way->cut);
    json_open(json, "sets", '[');
    for (size_t i = 0; i < way->set_count; i++)
        json_set(json, flip, &way->sets[i]);
    json_close(json, ']');
    json_close(json, '}');
}

void flip_json(struct json *json, const char *key, const struct flip *flip)
{
    static const char *const names[FLIP_WAYS] = {"better", "worse"};

    json_open(json, key, '{');
    whatif_json_side(json, "now", flip->a->pack, &flip->now.score, &flip->now.verdict);
    for (size_t i = 0; i < FLIP_WAYS; i++)
        json_way(json, names[i], flip, &flip->ways[i]);
    json_close(json, '}');
}
