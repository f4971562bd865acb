/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/profile_build.h"
#include "facts/profile_parts.h"
#include "facts/profile_statements.h"

struct reading {
    struct build *build;
    const struct profile_statement *last; /* in the section in force; NULL before the first */
    bool refused; /* the section could not be understood, which was said once */
    char section[PROFILE_MAX_NAME + 1];
    char argument[PROFILE_MAX_NAME + 1];
    char key[PROFILE_MAX_NAME + 1];
};

/* Returns false, so that refusing a statement is one line. */
static bool refuse(struct reading *r, const struct profile_statement *s, const char *sentence)
{
    faults_add(r->build->faults, r->build->arena, s->line, s->column, "%s", sentence);
    return false;
}

static bool name_is_sound(struct reading *r, const struct profile_statement *s,
                          struct text name, const char *sentence)
{
    int column;
    const char *why = line_fault(name, &column);

    if (why)
        return refuse(r, s, why);
    return (name.len > 0 && name.len <= PROFILE_MAX_NAME) || refuse(r, s, sentence);
}

static bool open_section(struct reading *r, const struct profile_statement *s)
{
    struct text name, inside = text_trim(s->section);

    if (!name_is_sound(r, s, inside,
                       "is no section: a name of 1 to 48 characters stands before the key"))
        return false;
    text_next_word(&inside, &name);
    name_fold(name, r->section);
    memcpy(r->argument, inside.at, inside.len);
    r->argument[inside.len] = '\0';
    build_line(r->build, &(struct profile_line){.section = text_of(r->section),
                                                .argument = text_of(r->argument),
                                                .line = s->line,
                                                .column = s->column});
    return true;
}

static bool value_is_sound(struct reading *r, const struct profile_statement *s)
{
    int column;

    if (s->value.len > PROFILE_MAX_LINE)
        return refuse(r, s, "is longer than 65,536 bytes: shorten it");
    if (s->value.len > 0 && memchr(s->value.at, '\n', s->value.len))
        return refuse(r, s, "has a line end inside: write it on one line");
    const char *why = line_fault(s->value, &column);
    return !why || refuse(r, s, why);
}

/* Brings section and key into force; false where one of them is refused. */
static bool take_name(struct reading *r, const struct profile_statement *s)
{
    struct text key = text_trim(s->key);

    if (!r->last || !text_equal(r->last->section, s->section))
        r->refused = !open_section(r, s);
    r->last = s;
    if (r->refused ||
        !name_is_sound(r, s, key, "has no key: a name of 1 to 48 characters is wanted"))
        return false;
    name_fold(key, r->key);
    return true;
}

static bool names_fact(const struct profile_statement *s)
{
    return s->fact && *s->fact != FACT_NONE;
}

static void take(struct reading *r, const struct profile_statement *s)
{
    struct profile_line line = {
        .line = s->line, .last_line = s->line, .column = s->column, .value_column = s->column};

    if ((!names_fact(s) && !take_name(r, s)) || !value_is_sound(r, s) ||
        !value_split(&line, text_trim(s->value), r->build->arena, r->build->faults))
        return;
    if (names_fact(s)) {
        build_keep(r->build, &r->build->facts, *s->fact, &line);
        return;
    }
    line.section = text_of(r->section);
    line.argument = text_of(r->argument);
    line.key = text_of(r->key);
    build_line(r->build, &line);
}

static void take_all(struct build *b, const struct profile_statement *statements, size_t count)
{
    struct reading r = {.build = b};

    for (size_t i = 0; i < count; i++)
        take(&r, &statements[i]);
}

void profile_find_facts(const struct profile_statement *statements, size_t count,
                        const struct schema *schema, struct arena *arena, int *facts)
{
    static const struct profile_options any = {.rules = NULL};
    struct faults ignored = {0}; /* said when the names are taken */
    struct profile profile;
    struct build build;
    struct reading r = {.build = &build};

    build_start(&build, &profile, schema, &any, arena, &ignored);
    for (size_t i = 0; i < count; i++) {
        bool sound = take_name(&r, &statements[i]) && build.place == IN_FACTS;
        facts[i] = sound ? schema_find_key(schema, build.section, text_of(r.key)) : FACT_NONE;
    }
}

bool profile_build(const struct profile_statement *statements, size_t count,
                   const char hash[HASH_HEX_LEN + 1], const char *file,
                   const struct schema *schema, const struct profile_options *options,
                   struct arena *arena, struct profile *out, struct faults *faults)
{
    struct profile profile;
    struct build build;

    build_start(&build, &profile, schema, options, arena, faults);
    take_all(&build, statements, count);
    memcpy(profile.hash, hash, sizeof profile.hash);
    return build_end(&build, file, out);
}

bool profile_check_names(const struct profile_statement *statements, size_t count,
                         const struct schema *schema, const struct profile_options *options,
                         struct arena *arena, struct faults *faults)
{
    struct profile profile;
    struct build build;

    build_start(&build, &profile, schema, options, arena, faults);
    take_all(&build, statements, count);
    build_check_keys(&build);
    faults_sort(faults);
    return faults->count == 0;
}
