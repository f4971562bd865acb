/* SPDX-License-Identifier: MIT */
#include "report/json/json_drawing.h"
#include "report/json/json_record.h"

struct piece {
    struct text front, back;
};

struct json_pieces {
    const struct pack *pack;
    struct piece *rules; /* one a rule of the pack, in its order */
};

static void put_front(struct json *json, const struct pack *pack, const struct rule *rule)
{
    json_text(json, "rule", rule->id);
    json_text(json, "theme", pack->themes[rule->theme].id);
    json_text(json, "title", rule->title);
    json_whole(json, "points", rule->points);
    json_text(json, "file", rule->file);
}

static void put_back(struct json *json, const struct pack *pack, const struct rule *rule)
{
    (void)pack;
    json_names(json, "cites", rule->cites);
    json_text(json, "ask", rule->ask);
    json_text(json, "fix", rule->fix);
}

/* --- once --- */

static struct text drawn(void (*put)(struct json *, const struct pack *, const struct rule *),
                         const struct pack *pack, const struct rule *rule, struct arena *arena)
{
    struct buf text = BUF_INIT;
    struct json json = {.out = &text, .depth = 1, .first = true, .one_line = true};

    put(&json, pack, rule);
    struct text kept = {arena_copy(arena, text.at, text.len), text.len};
    buf_release(&text);
    return kept;
}

const struct json_pieces *json_pieces(const struct pack *pack, struct arena *arena)
{
    struct json_pieces *pieces = arena_alloc(arena, sizeof *pieces);

    pieces->pack = pack;
    pieces->rules = arena_alloc(arena, pack->rule_count * sizeof *pieces->rules);
    for (size_t i = 0; i < pack->rule_count; i++)
        pieces->rules[i] = (struct piece){drawn(put_front, pack, &pack->rules[i], arena),
                                          drawn(put_back, pack, &pack->rules[i], arena)};
    return pieces;
}

/* --- each time --- */

void drawing_put_front(struct drawing *d, const struct rule *rule)
{
    if (d->pieces)
        json_members(d->json, d->pieces->rules[rule - d->pieces->pack->rules].front);
    else
        put_front(d->json, d->a->pack, rule);
}

void drawing_put_back(struct drawing *d, const struct rule *rule)
{
    if (d->pieces)
        json_members(d->json, d->pieces->rules[rule - d->pieces->pack->rules].back);
    else
        put_back(d->json, d->a->pack, rule);
}
