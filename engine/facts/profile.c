/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/file.h"
#include "facts/profile_build.h"

bool fact_is_known(const struct fact *fact)
{
    return fact->value.state == FACT_KNOWN;
}

/* --- collecting the lines --- */

void build_keep(struct build *b, struct entries *entries, int number,
                const struct profile_line *line)
{
    struct entry *entry = arena_room(b->arena, sizeof *entry);

    *entry = (struct entry){
        .number = number,
        .value = line->value,
        .quoted = line->quoted,
        .source = line->source,
        .locator = line->locator,
        .line = line->line,
        .column = line->column,
        .value_column = line->value_column,
    };
    if (entries != &b->facts) /* a fact's number says it all */
        entry->key =
            (struct text){arena_copy(b->arena, line->key.at, line->key.len), line->key.len};
    if (entries->last)
        entries->last->next = entry;
    else
        entries->first = entry;
    entries->last = entry;
    entries->count++;
}

static void open_section(struct build *b, const struct profile_line *line)
{
    static const char *const special[] = {"source", "waive", "rates"};
    const struct schema *schema = b->profile->schema;

    b->place = IN_NOTHING;
    b->section = schema_find_section(schema, line->section);
    if (text_is(line->section, "source")) {
        build_open_source(b, line);
    } else if (text_is(line->section, "waive")) {
        build_open_waiver(b, line);
    } else if (text_is(line->section, "rates") && line->argument.len == 0) {
        b->place = IN_RATES;
    } else if (b->section == SECTION_NONE || line->argument.len > 0) {
        const char *names[64];
        size_t count = 0;
        for (; count < COUNT(special); count++)
            names[count] = special[count];
        for (size_t i = 0; i < schema->section_count && count < COUNT(names); i++)
            names[count++] = schema->sections[i].name;
        const char *nearest = text_nearest(line->section, names, count);
        faults_add(b->faults, b->arena, line->line, line->column,
                   "unknown section [%.*s%s%.*s]%s%s%s", (int)line->section.len,
                   line->section.at, line->argument.len ? " " : "", (int)line->argument.len,
                   line->argument.at, nearest ? ": did you mean [" : "", nearest ? nearest : "",
                   nearest ? "]?" : "");
    } else {
        b->place = IN_FACTS;
    }
}

/* The key stands in this section under another spelling, or in another section. */
static const char *suggest(struct build *b, const struct profile_line *line)
{
    const struct schema *schema = b->profile->schema;
    const char **keys = arena_alloc(b->arena, schema->fact_count * sizeof *keys);
    size_t count = 0;

    for (size_t i = 0; i < schema->fact_count; i++)
        if (text_is(line->section, schema->facts[i].section))
            keys[count++] = schema->facts[i].key;
    const char *nearest = text_nearest(line->key, keys, count);
    if (nearest)
        return arena_printf(b->arena, ": did you mean '%s'?", nearest);
    for (size_t i = 0; i < schema->fact_count; i++)
        if (text_is(line->key, schema->facts[i].key))
            return arena_printf(b->arena, ": '%s' stands in [%s]", schema->facts[i].key,
                                schema->facts[i].section);
    return arena_printf(b->arena, ": 'plumbline schema %.*s' lists the keys",
                        (int)line->section.len, line->section.at);
}

static void fact_line(struct build *b, const struct profile_line *line)
{
    int number = schema_find_key(b->profile->schema, b->section, line->key);

    if (number != FACT_NONE) {
        build_keep(b, &b->facts, number, line);
        return;
    }
    bool kept = b->faults->count < FAULTS_KEPT; /* a suggestion nobody sees costs time */
    faults_add(b->faults, b->arena, line->line, line->column, "unknown key '%.*s' in [%.*s]%s",
               (int)line->key.len, line->key.at, (int)line->section.len, line->section.at,
               kept ? suggest(b, line) : "");
}

void build_line(void *context, const struct profile_line *line)
{
    struct build *b = context;
    struct profile *p = b->profile;

    if (line->key.len == 0)
        open_section(b, line);
    else if (b->place == IN_FACTS)
        fact_line(b, line);
    else if (b->place == IN_SOURCE)
        build_keep(b, &b->sources, (int)p->source_count - 1, line);
    else if (b->place == IN_WAIVE)
        build_keep(b, &b->waivers, (int)p->waiver_count - 1, line);
    else if (b->place == IN_RATES)
        build_keep(b, &b->rates, 0, line);
    /* IN_NOTHING: the section was refused, which was said once */
}

/* --- the whole --- */

/* The number of a fact that the profile itself needs, if the pack gives it the type for it. */
static int needed_fact(const struct schema *schema, const char *name, enum fact_type type)
{
    int number = schema_find_name(schema, name);

    return number != FACT_NONE && schema->facts[number].type == type ? number : FACT_NONE;
}

/* Takes the company's currency from a line; two lines must agree, for no amount could be read
 * otherwise. */
static void take_currency(struct build *b, const struct fact_def *def,
                          const struct entry *entry, int *line)
{
    struct profile *p = b->profile;
    struct buf ignored = BUF_INIT; /* said when the fact itself is read */
    struct value value;

    bool known =
        value_parse(def, entry->value, entry->quoted, "", b->arena, &value, &ignored) &&
        value.state == FACT_KNOWN;
    buf_release(&ignored);
    if (!known)
        return;
    if (*p->currency && strcmp(p->currency, value.text) != 0)
        faults_add(b->faults, b->arena, entry->line, entry->column,
                   "the currency is %s here and %s on line %d: an amount can have one only",
                   value.text, p->currency, *line);
    *line = entry->line;
    memcpy(p->currency, value.text, sizeof p->currency);
}

/* The currency is needed before other lines can be understood. */
static void read_first(struct build *b)
{
    int number = needed_fact(b->profile->schema, "company.currency", TYPE_CURRENCY), line = 0;

    for (const struct entry *e = b->facts.first; e; e = e->next)
        if (e->number == number)
            take_currency(b, &b->profile->schema->facts[number], e, &line);
}

static void settle_as_of(struct build *b)
{
    struct profile *p = b->profile;
    int number = needed_fact(p->schema, AS_OF, TYPE_DATE);

    if (b->options->has_as_of) {
        p->has_as_of = p->as_of_given = true;
        p->as_of = b->options->as_of;
    } else if (number != FACT_NONE && fact_is_known(&p->facts[number])) {
        p->has_as_of = true;
        p->as_of = (date)p->facts[number].value.hi;
    }
    if (number == FACT_NONE || !p->has_as_of)
        return;
    if (!p->as_of_given)
        return; /* "2024" stays a range: rules are tried at both ends, waivers held against the
                   last */
    struct fact *fact = &p->facts[number]; /* what the file says does not count: no evidence */
    fact->value = (struct value){.state = FACT_KNOWN, .lo = p->as_of, .hi = p->as_of};
    fact->count = 0;
    fact->conflict = false;
}

static void settle_name(struct profile *p)
{
    int number = needed_fact(p->schema, "company.name", TYPE_TEXT);

    p->name = path_last(p->file);
    if (number != FACT_NONE && fact_is_known(&p->facts[number]) && *p->facts[number].value.text)
        p->name = p->facts[number].value.text;
}

void build_start(struct build *b, struct profile *profile, const struct schema *schema,
                 const struct profile_options *options, struct arena *arena,
                 struct faults *faults)
{
    *profile = (struct profile){.schema = schema};
    profile->facts = arena_alloc(arena, schema->fact_count * sizeof *profile->facts);
    *b = (struct build){
        .profile = profile, .options = options, .arena = arena, .faults = faults};
}

static void build_all(struct build *b)
{
    read_first(b);
    build_sources(b);
    build_rates(b);
    build_facts(b);
    settle_as_of(b);
    build_money(b);
    build_check_together(b);
    settle_name(b->profile);
    build_waivers(b);
}

bool build_end(struct build *b, const char *file, struct profile *out)
{
    b->profile->file = arena_printable(b->arena, file);
    build_all(b);
    faults_sort(b->faults);
    if (b->faults->count > 0)
        return false;
    *out = *b->profile;
    return true;
}

bool profile_parse(struct text text, const char *file, const struct schema *schema,
                   const struct profile_options *options, struct arena *arena,
                   struct profile *out, struct faults *faults)
{
    struct profile profile;
    struct build build;

    build_start(&build, &profile, schema, options, arena, faults);
    if (text.len > PROFILE_MAX_BYTES) {
        faults_add(faults, arena, 0, 0, "is larger than the limit of 1,048,576 bytes");
        return false;
    }
    profile_read_from(text, options->first_line, arena, faults, build_line, &build);
    hash_sha256(text.at, text.len, profile.hash);
    return build_end(&build, file, out);
}

bool profile_load(const char *path, const struct schema *schema,
                  const struct profile_options *options, struct arena *arena,
                  struct profile *out, struct faults *faults, struct error *err)
{
    struct text text;

    if (!file_read(path, PROFILE_MAX_BYTES, arena, &text, ERROR_PROFILE, err))
        return false;
    if (profile_parse(text, path, schema, options, arena, out, faults))
        return true;
    err->kind = ERROR_PROFILE;
    err->message[0] = '\0';
    return false;
}
