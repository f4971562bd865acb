/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/iso.h"
#include "facts/profile_build.h"

static const char *const kind_names[SOURCE_KIND_COUNT] = {
    "", "court", "regulator", "company_doc", "third_party", "self"};

static const char *const source_keys[] = {"title", "url", "seen", "kind"};
static const char *const waiver_keys[] = {"reason", "by", "until"};

const char *source_kind_name(enum source_kind kind)
{
    return kind_names[kind];
}

static const char *keep(struct build *b, struct text text)
{
    return arena_copy(b->arena, text.at, text.len);
}

/* Says that a key is not known in its section, with the nearest that is. */
static void unknown_key(struct build *b, const struct entry *entry, const char *section,
                        const char *const *keys, size_t count)
{
    char meant[TEXT_MEANT_MAX];

    faults_add(b->faults, b->arena, entry->line, entry->column, "unknown key '%.*s' in [%s]%s",
               (int)entry->key.len, entry->key.at, section,
               text_meant(text_nearest(entry->key, keys, count), "", meant));
}

/* A key that may stand once: false, with a fault, where it stands again. */
static bool once(struct build *b, const struct entry *entry, const void *already)
{
    if (already)
        faults_add(b->faults, b->arena, entry->line, entry->column,
                   "'%.*s' is given twice in this section: delete one", (int)entry->key.len,
                   entry->key.at);
    return !already;
}

/* What stands in [source] and [waive] cites nothing; "Post by @acme" must not lose its end. */
static void refuse_source(struct build *b, const struct entry *entry)
{
    if (entry->source.len > 0)
        faults_add(b->faults, b->arena, entry->line, entry->value_column,
                   "'%.*s' takes no source: put the value in quotes to keep '@%.*s'",
                   (int)entry->key.len, entry->key.at, text_shown(entry->source),
                   entry->source.at);
}

/* Whether there is room for one more; looking for repeats must not cost a hostile file's
 * square. */
static bool has_room(struct build *b, size_t count, const char *what, int line, int column)
{
    if (count < PROFILE_MAX_SECTIONS)
        return true;
    faults_add(b->faults, b->arena, line, column, "there are more than %d %s in this file",
               (int)PROFILE_MAX_SECTIONS, what);
    return false;
}

/* --- [source S1] --- */

void build_open_source(struct build *b, const struct profile_line *line)
{
    struct profile *p = b->profile;
    struct text id = line->argument;

    b->place = IN_NOTHING;
    if (id.len == 0 || !is_letter(id.at[0]) || memchr(id.at, ' ', id.len) ||
        memchr(id.at, '\t', id.len)) {
        faults_add(b->faults, b->arena, line->line, line->column,
                   "a source needs an id that starts with a letter: write [source S1]");
        return;
    }
    if (!has_room(b, p->source_count, "sources", line->line, line->column))
        return;
    for (size_t i = 0; i < p->source_count; i++) {
        if (text_is(id, p->sources[i].id)) {
            faults_add(b->faults, b->arena, line->line, line->column,
                       "source '%s' is declared twice, first on line %d: give one another id",
                       p->sources[i].id, p->sources[i].line);
            return;
        }
    }
    p->sources = arena_grow(b->arena, p->sources, p->source_count, sizeof *p->sources);
    p->sources[p->source_count++] =
        (struct source){.id = keep(b, id), .line = line->line, .column = line->column};
    b->place = IN_SOURCE;
}

static void source_kind(struct build *b, const struct entry *entry, struct source *source)
{
    char folded[32];
    size_t len = entry->value.len < sizeof folded ? entry->value.len : 0;

    for (size_t i = 0; i < len; i++) {
        char c = entry->value.at[i];
        folded[i] = is_blank(c) || c == '-' ? '_' : to_lower(c);
    }
    for (int kind = 1; kind < SOURCE_KIND_COUNT; kind++) {
        if (text_is((struct text){folded, len}, kind_names[kind])) {
            source->kind = (enum source_kind)kind;
            return;
        }
    }
    faults_add(b->faults, b->arena, entry->line, entry->value_column,
               "'kind' must be one of court, regulator, company_doc, third_party, self, not "
               "'%.*s'",
               text_shown(entry->value), entry->value.at);
}

static void source_url(struct build *b, const struct entry *entry, struct source *source)
{
    static const struct fact_def url = {.type = TYPE_URL};
    struct buf fault = BUF_INIT;
    struct value value;

    if (!value_parse(&url, entry->value, false, "", b->arena, &value, &fault))
        faults_add(b->faults, b->arena, entry->line, entry->value_column, "'url' %s",
                   buf_text(&fault));
    else if (value.state == FACT_KNOWN)
        source->url = value.text;
    buf_release(&fault);
}

static void source_seen(struct build *b, const struct entry *entry, struct source *source)
{
    static const struct fact_def seen = {
        .type = TYPE_DATE, .min = 1000 * DECIMAL_ONE, .max = 9999 * DECIMAL_ONE};
    struct buf fault = BUF_INIT;
    struct value value;

    if (!value_parse(&seen, entry->value, false, "", b->arena, &value, &fault)) {
        faults_add(b->faults, b->arena, entry->line, entry->value_column, "'seen' %s",
                   buf_text(&fault));
    } else if (value.state == FACT_KNOWN) {
        source->has_seen = true;
        source->seen = (struct date_span){(date)value.lo, (date)value.hi};
    }
    buf_release(&fault);
}

static void source_line(struct build *b, const struct entry *entry)
{
    struct source *source = &b->profile->sources[entry->number];

    refuse_source(b, entry);
    if (text_is(entry->key, "title")) {
        if (once(b, entry, source->title))
            source->title = keep(b, entry->value);
    } else if (text_is(entry->key, "url")) {
        if (once(b, entry, source->url))
            source_url(b, entry, source);
    } else if (text_is(entry->key, "kind")) {
        if (once(b, entry, source->kind ? source : NULL))
            source_kind(b, entry, source);
    } else if (text_is(entry->key, "seen")) {
        if (once(b, entry, source->has_seen ? source : NULL))
            source_seen(b, entry, source);
    } else {
        unknown_key(b, entry, "source", source_keys, COUNT(source_keys));
    }
}

void build_sources(struct build *b)
{
    for (const struct entry *e = b->sources.first; e; e = e->next)
        source_line(b, e);
    for (size_t i = 0; i < b->profile->source_count; i++) {
        const struct source *source = &b->profile->sources[i];
        if (!source->title || !*source->title)
            faults_add(b->faults, b->arena, source->line, source->column,
                       "source '%s' has no title: write title = ...", source->id);
    }
}

/* --- [waive RULE] --- */

/* A rule's id as the pack spells it, or NULL with a fault. */
static const char *waived_rule(struct build *b, const struct profile_line *line)
{
    struct text id = line->argument;

    if (id.len == 0) {
        faults_add(b->faults, b->arena, line->line, line->column,
                   "a waiver needs the rule it waives: write [waive RE02]");
        return NULL;
    }
    for (size_t i = 0; i < b->options->rule_count; i++)
        if (text_same(id, text_of(b->options->rules[i])))
            return b->options->rules[i];
    if (!b->options->rules)
        return keep(b, id);
    char meant[TEXT_MEANT_MAX];
    bool kept = b->faults->count < FAULTS_KEPT; /* a suggestion nobody sees costs time */
    const char *nearest =
        kept ? text_nearest(id, b->options->rules, b->options->rule_count) : NULL;
    faults_add(b->faults, b->arena, line->line, line->column, "no rule '%.*s' in the pack%s",
               (int)id.len, id.at, text_meant(nearest, "", meant));
    return NULL;
}

void build_open_waiver(struct build *b, const struct profile_line *line)
{
    struct profile *p = b->profile;

    b->place = IN_NOTHING;
    const char *rule = waived_rule(b, line);
    if (!rule)
        return;
    for (size_t i = 0; i < p->waiver_count; i++) {
        if (strcmp(p->waivers[i].rule, rule) == 0) {
            faults_add(b->faults, b->arena, line->line, line->column,
                       "'%s' is waived twice, first on line %d: delete one", rule,
                       p->waivers[i].line);
            return;
        }
    }
    if (!has_room(b, p->waiver_count, "waivers", line->line, line->column))
        return;
    p->waivers = arena_grow(b->arena, p->waivers, p->waiver_count, sizeof *p->waivers);
    p->waivers[p->waiver_count++] = (struct waiver){.rule = rule, .line = line->line};
    b->place = IN_WAIVE;
}

static void waiver_line(struct build *b, const struct entry *entry)
{
    struct waiver *waiver = &b->profile->waivers[entry->number];
    const char **slots[] = {&waiver->reason, &waiver->by, &waiver->until};

    refuse_source(b, entry);
    for (size_t i = 0; i < COUNT(waiver_keys); i++) {
        if (!text_is(entry->key, waiver_keys[i]))
            continue;
        if (once(b, entry, *slots[i]) && entry->value.len > 0)
            *slots[i] = keep(b, entry->value);
        return;
    }
    unknown_key(b, entry, "waive", waiver_keys, COUNT(waiver_keys));
}

/* Why the waiver does not hold, or NULL. */
static const char *why_lapsed(struct build *b, const struct waiver *waiver)
{
    const struct profile *p = b->profile;
    struct date_span until;
    struct buf day = BUF_INIT;

    if (!waiver->reason || !*waiver->reason)
        return "no reason is given";
    if (!waiver->until || !*waiver->until)
        return NULL;
    if (date_parse(text_of(waiver->until), &until) != DATE_OK)
        return arena_printf(b->arena, "'%s' is no date", waiver->until);
    if (!p->has_as_of)
        return "it has an end but there is no as-of date to hold it against";
    if (p->as_of <= until.last)
        return NULL;
    date_put(&day, until.last);
    const char *why = arena_printf(b->arena, "it ended on %s", buf_text(&day));
    buf_release(&day);
    return why;
}

void build_waivers(struct build *b)
{
    for (const struct entry *e = b->waivers.first; e; e = e->next)
        waiver_line(b, e);
    for (size_t i = 0; i < b->profile->waiver_count; i++) {
        struct waiver *waiver = &b->profile->waivers[i];
        waiver->lapsed = why_lapsed(b, waiver);
    }
}

/* --- [rates] --- */

static bool read_currency(struct text text, char out[4])
{
    if (text.len != 3)
        return false;
    for (size_t i = 0; i < 3; i++)
        out[i] = text.at[i] >= 'a' && text.at[i] <= 'z' ? (char)(text.at[i] - 'a' + 'A')
                                                        : text.at[i];
    out[3] = '\0';
    return iso_is_currency(out);
}

/* "EUR = 1.08 USD" */
static bool read_rate(const struct entry *entry, struct rate *rate)
{
    struct text number = entry->value;

    if (!read_currency(entry->key, rate->from) || number.len < 4)
        return false;
    number.len -= 3;
    if (!read_currency((struct text){number.at + number.len, 3}, rate->to))
        return false;
    return decimal_parse(text_trim(number), &rate->rate) == DECIMAL_OK && rate->rate > 0 &&
           strcmp(rate->from, rate->to) != 0;
}

static void rate_line(struct build *b, const struct entry *entry)
{
    struct profile *p = b->profile;
    struct rate rate = {.line = entry->line, .source = build_source_of(b, entry)};

    if (!read_rate(entry, &rate)) {
        faults_add(b->faults, b->arena, entry->line, entry->column,
                   "is no rate: write what one unit is worth, such as 'EUR = 1.08 USD'");
        return;
    }
    for (size_t i = 0; i < p->rate_count; i++) {
        const struct rate *other = &p->rates[i];
        bool again = (strcmp(other->from, rate.from) == 0 && strcmp(other->to, rate.to) == 0) ||
                     (strcmp(other->from, rate.to) == 0 && strcmp(other->to, rate.from) == 0);
        if (again) {
            faults_add(b->faults, b->arena, entry->line, entry->column,
                       "%s to %s is given twice, first on line %d: delete one", rate.from,
                       rate.to, other->line);
            return;
        }
    }
    if (!has_room(b, p->rate_count, "rates", entry->line, entry->column))
        return;
    p->rates = arena_grow(b->arena, p->rates, p->rate_count, sizeof *p->rates);
    p->rates[p->rate_count++] = rate;
}

void build_rates(struct build *b)
{
    for (const struct entry *e = b->rates.first; e; e = e->next)
        rate_line(b, e);
}

/* --- keys on their own --- */

static bool is_among(struct text key, const char *const *keys, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_is(key, keys[i]))
            return true;
    return false;
}

void build_check_keys(struct build *b)
{
    char currency[4];

    for (const struct entry *e = b->sources.first; e; e = e->next)
        if (!is_among(e->key, source_keys, COUNT(source_keys)))
            unknown_key(b, e, "source", source_keys, COUNT(source_keys));
    for (const struct entry *e = b->waivers.first; e; e = e->next)
        if (!is_among(e->key, waiver_keys, COUNT(waiver_keys)))
            unknown_key(b, e, "waive", waiver_keys, COUNT(waiver_keys));
    for (const struct entry *e = b->rates.first; e; e = e->next)
        if (!read_currency(e->key, currency))
            faults_add(b->faults, b->arena, e->line, e->column,
                       "'%.*s' in [rates] is no currency: write three letters such as EUR",
                       text_shown(e->key), e->key.at);
}
