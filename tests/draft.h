/* SPDX-License-Identifier: MIT
 *
 * A profile before it is text: what it states of each fact. Made at random or from a file,
 * changed fact by fact, written in a plain or a messy hand.
 */
#ifndef TESTS_DRAFT_H
#define TESTS_DRAFT_H

#include "profile_maker.h"

/* What is stated of one fact; 'other' is a second source's line. NULL: nothing. */
struct slot {
    const char *text, *other;
};

struct draft {
    const struct maker *maker;
    struct slot *slots; /* one per fact */
    bool rates;         /* EUR can be put into USD */
};

/* How a draft is written. Nothing of it may change a result. */
struct hand {
    struct chance *mess;  /* order, case, blanks and comments at random; NULL: plain */
    const char *end;      /* of a line */
    const char *kind[2];  /* of the two sources */
    const char *seen;     /* when they were looked at, or NULL */
    bool without_sources; /* where no fact needs two */
};

static inline struct hand plain_hand(void)
{
    return (struct hand){.end = "\n", .kind = {"company_doc", "third_party"}};
}

static inline struct draft draft_copy(const struct draft *d, struct arena *arena)
{
    size_t count = maker_schema(d->maker)->fact_count;
    struct draft copy = *d;

    copy.slots = arena_alloc(arena, count * sizeof *copy.slots);
    memcpy(copy.slots, d->slots, count * sizeof *copy.slots);
    return copy;
}

static inline bool is_state(const char *text)
{
    return strcmp(text, "unknown") == 0 || strcmp(text, "refused") == 0 ||
           strcmp(text, "n/a") == 0;
}

/* Whether the fact has a value: not absent, unknown, refused or n/a. */
static inline bool slot_is_known(const struct slot *s)
{
    return s->text && !is_state(s->text);
}

/* Whether it is there to be learned. */
static inline bool slot_is_open(const struct slot *s)
{
    return !s->text || strcmp(s->text, "unknown") == 0;
}

/* --- making --- */

/* Whether another fact is the rest of the whole that it is part of. */
static inline bool is_part(const struct schema *schema, int fact)
{
    for (size_t i = 0; i < schema->fact_count; i++)
        if (schema->facts[i].sum_with &&
            (i == (size_t)fact ||
             strcmp(schema->facts[i].sum_with, schema->facts[fact].name) == 0))
            return true;
    return false;
}

/* What a draft may say of a fact. Two sources never differ on a part of a whole: one of them
 * may be ruled out by the other part, and then leaving both out would say more than both do. */
static inline struct slot some_slot(const struct maker *m, struct chance *c,
                                    struct arena *arena, int fact)
{
    const struct fact_def *def = &maker_schema(m)->facts[fact];
    const char *currency = chance_is(c, 8) ? "EUR" : "USD";
    struct slot s = {NULL, NULL};

    if (chance_is(c, 10)) {
        s.text = chance_is(c, 40) ? "unknown" : chance_is(c, 50) ? "refused" : "n/a";
        return s;
    }
    s.text = some_value(m, c, arena, fact, currency);
    if (!fact_type_is_list(def->type) && def->type != TYPE_TEXT && chance_is(c, 5) &&
        !is_part(maker_schema(m), fact))
        s.other = some_value(m, c, arena, fact, currency);
    return s;
}

/* States about 'percent' of all facts. The currency is always stated: it is no fact to be
 * learned but how amounts are to be read. */
static inline struct draft draft_random(const struct maker *m, struct chance *c,
                                        struct arena *arena, unsigned percent)
{
    const struct schema *schema = maker_schema(m);
    struct draft d = {m, arena_alloc(arena, schema->fact_count * sizeof *d.slots), false};

    d.rates = chance_is(c, 50);
    for (size_t i = 0; i < schema->fact_count; i++)
        if (chance_is(c, percent))
            d.slots[i] = some_slot(m, c, arena, (int)i);
    d.slots[schema_find_name(schema, "company.currency")] =
        (struct slot){chance_is(c, 90) ? "USD" : "EUR", NULL};
    return d;
}

static inline const char *in_one_line(const struct fact_def *def, const struct value *value,
                                      struct arena *arena)
{
    struct buf buf = BUF_INIT;

    value_put(&buf, def, value);
    const char *text = arena_copy(arena, buf_text(&buf), buf.len);
    buf_release(&buf);
    return text;
}

/* What a profile states, each line as it was written. Lists become one line. */
static inline struct draft draft_of(const struct maker *m, const struct profile *p,
                                    struct arena *arena)
{
    const struct schema *schema = maker_schema(m);
    struct draft d = {m, arena_alloc(arena, schema->fact_count * sizeof *d.slots), false};

    for (size_t i = 0; i < schema->fact_count; i++) {
        const struct fact *fact = &p->facts[i];
        bool is_list = fact_type_is_list(schema->facts[i].type);
        if (fact->count > 0)
            d.slots[i].text = fact->count > 1 && is_list
                                  ? in_one_line(&schema->facts[i], &fact->value, arena)
                                  : fact->statements[0].written;
        if (fact->count > 1 && !is_list)
            d.slots[i].other = fact->statements[1].written;
    }
    d.slots[schema_find_name(schema, "company.currency")].text = "USD";
    return d;
}

/* --- writing --- */

static inline void put_name(struct buf *buf, const char *name, struct chance *mess)
{
    if (!mess)
        buf_puts(buf, name);
    for (; mess && *name; name++) {
        char c = *name;
        if (c == '_' && chance_is(mess, 40))
            c = chance_is(mess, 50) ? '-' : ' ';
        else if (is_letter(c) && chance_is(mess, 40))
            c = (char)(c - 'a' + 'A');
        buf_putc(buf, c);
    }
}

static inline void put_noise(struct buf *buf, const struct hand *hand)
{
    static const char *const noise[] = {"", "   ", "; a comment = 1", "# [section]", "\t; x"};

    while (hand->mess && chance_is(hand->mess, 35))
        buf_printf(buf, "%s%s", noise[chance_below(hand->mess, COUNT(noise))], hand->end);
}

static inline void put_line(struct buf *buf, const struct fact_def *def, const char *text,
                            int source, const struct hand *hand)
{
    put_noise(buf, hand);
    put_name(buf, def->key, hand->mess);
    buf_puts(buf, hand->mess && chance_is(hand->mess, 30) ? "=" : " = ");
    buf_puts(buf, text);
    if (!hand->without_sources)
        buf_printf(buf, " @S%d p.4", source);
    if (hand->mess && chance_is(hand->mess, 25))
        buf_puts(buf, "  ; so they say = 5");
    buf_puts(buf, hand->end);
}

static inline void put_source(struct buf *buf, int number, const struct hand *hand)
{
    buf_printf(buf, "[source S%d]%stitle = A document%skind = %s%s", number, hand->end,
               hand->end, hand->kind[number - 1], hand->end);
    if (hand->seen)
        buf_printf(buf, "seen = %s%s", hand->seen, hand->end);
}

/* The numbers 0 to count - 1, shuffled where the hand is messy. */
static inline size_t *order_of(size_t count, struct chance *mess, struct arena *arena)
{
    size_t *order = arena_alloc(arena, count * sizeof *order);

    for (size_t i = 0; i < count; i++) {
        size_t j = mess ? chance_below(mess, i + 1) : i;
        order[i] = order[j];
        order[j] = i;
    }
    return order;
}

static inline void draft_write(struct buf *buf, const struct draft *d, const struct hand *hand,
                               struct arena *arena)
{
    const struct schema *schema = maker_schema(d->maker);
    size_t *order = order_of(schema->fact_count, hand->mess, arena);
    const char *section = ""; /* the one in force */

    for (size_t i = 0; i < schema->fact_count; i++) {
        const struct fact_def *def = &schema->facts[order[i]];
        const struct slot *s = &d->slots[order[i]];
        if (!s->text)
            continue;
        if (strcmp(section, def->section) != 0 || hand->mess) {
            put_noise(buf, hand);
            buf_putc(buf, '[');
            put_name(buf, def->section, hand->mess);
            buf_printf(buf, "]%s", hand->end);
        }
        section = def->section;
        bool swap = s->other && hand->mess && chance_is(hand->mess, 50);
        put_line(buf, def, swap ? s->other : s->text, swap ? 2 : 1, hand);
        if (s->other)
            put_line(buf, def, swap ? s->text : s->other, swap ? 1 : 2, hand);
    }
    if (d->rates)
        buf_printf(buf, "[rates]%sEUR = 1.08 USD%s", hand->end, hand->end);
    for (int source = 1; source <= 2 && !hand->without_sources; source++)
        put_source(buf, source, hand);
}

/* --- reading --- */

/* The fact that the line of a plainly written draft states. */
static inline int fact_at(const struct draft *d, int line)
{
    const char *section = "";
    int at = 0;

    for (size_t i = 0; i < maker_schema(d->maker)->fact_count; i++) {
        const struct fact_def *def = &maker_schema(d->maker)->facts[i];
        if (!d->slots[i].text)
            continue;
        at += strcmp(section, def->section) != 0;
        at += d->slots[i].other ? 2 : 1;
        section = def->section;
        if (line <= at)
            return (int)i;
    }
    fail_msg("no fact at line %d", line);
    return FACT_NONE;
}

/* Puts a fact back to what 'base' says of it; false where that is how it is. */
static inline bool put_back(struct draft *d, const struct draft *base, int fact)
{
    struct slot was = base ? base->slots[fact] : (struct slot){NULL, NULL};

    if (fact == FACT_NONE ||
        (d->slots[fact].text == was.text && d->slots[fact].other == was.other))
        return false;
    d->slots[fact] = was;
    return true;
}

/* Facts that bound one another may have been drawn against each other, which the parser
 * refuses: takes one of the two back. Any other fault fails the test. */
static inline void take_back(struct draft *d, const struct draft *base,
                             const struct fault *fault)
{
    const struct schema *schema = maker_schema(d->maker);
    int fact = fact_at(d, fault->line);
    const struct fact_def *def = &schema->facts[fact];

    if (!strstr(fault->message, "must not be more than") &&
        !strstr(fault->message, "add up to more"))
        fail_msg("%s: %s", def->name, fault->message);
    const char *partner = def->at_most ? def->at_most : def->sum_with;
    if (!put_back(d, base, fact) && !put_back(d, base, schema_find_name(schema, partner)))
        fail_msg("%s cannot be taken back", def->name);
}

/* Reads what the draft states, after taking back what contradicts itself: facts that differ
 * from 'base' (NULL: from nothing). The plain text goes to 'text'. */
static inline void draft_read(struct draft *d, const struct draft *base, struct buf *text,
                              struct arena *arena, struct profile *out)
{
    const struct pack *pack = d->maker->pack;
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct hand hand = plain_hand();

    for (;;) {
        struct faults faults = {0};
        buf_reset(text);
        draft_write(text, d, &hand, arena);
        if (profile_parse((struct text){buf_text(text), text->len}, "made.ini", &pack->schema,
                          &options, arena, out, &faults))
            return;
        take_back(d, base, &faults.list[0]);
    }
}

#endif
