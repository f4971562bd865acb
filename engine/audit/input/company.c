/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/input/company_parts.h"

struct text company_place(const struct company *company)
{
    struct text name = text_of(company->name);
    char line[16];

    if (company->form == COMPANY_FILE || company->form == COMPANY_TEXT)
        return name;
    size_t len = (size_t)snprintf(line, sizeof line, ":%d", company->line);
    bool has_line = name.len > len && memcmp(name.at + name.len - len, line, len) == 0;
    return (struct text){name.at, has_line ? name.len - len : name.len};
}

/* --- what rows and objects share --- */

bool company_part_name(struct text name, struct text *section, struct text *key)
{
    size_t dot = name.len;

    while (dot > 0 && name.at[dot - 1] != '.')
        dot--;
    if (dot == 0)
        return false;
    *section = text_trim((struct text){name.at, dot - 1});
    *key = text_trim((struct text){name.at + dot, name.len - dot});
    return section->len > 0 && key->len > 0;
}

/* Statements of one section that are neighbours. */
struct group {
    const struct profile_statement *at;
    size_t count, number;
    size_t first; /* number of the first group of this section */
};

static size_t list_groups(const struct profile_statement *statements, size_t count,
                          struct group *groups)
{
    size_t found = 0;

    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !text_equal(statements[i].section, statements[i - 1].section)) {
            groups[found] = (struct group){&statements[i], 0, found, found};
            found++;
        }
        groups[found - 1].count++;
    }
    return found;
}

static int by_section(const void *a, const void *b)
{
    const struct group *x = a, *y = b;
    struct text one = x->at->section, other = y->at->section;
    int order = (one.len > other.len) - (one.len < other.len);

    if (order == 0 && one.len > 0)
        order = memcmp(one.at, other.at, one.len);
    return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

static int by_first(const void *a, const void *b)
{
    const struct group *x = a, *y = b;

    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

/* Puts groups of one section behind the first of them; false where there are none to put. */
static bool sort_groups(struct group *groups, size_t count)
{
    bool again = false;

    qsort(groups, count, sizeof *groups, by_section);
    for (size_t i = 1; i < count; i++) {
        if (!text_equal(groups[i].at->section, groups[i - 1].at->section))
            continue;
        groups[i].first = groups[i - 1].first;
        again = true;
    }
    if (again)
        qsort(groups, count, sizeof *groups, by_first);
    return again;
}

bool company_group(struct profile_statement *statements, size_t count, struct arena *arena)
{
    struct group *groups = arena_alloc(arena, (count + 1) * sizeof *groups);
    size_t group_count = list_groups(statements, count, groups), next = 0;

    if (!sort_groups(groups, group_count))
        return false;
    struct profile_statement *sorted = arena_alloc(arena, count * sizeof *sorted);
    for (size_t i = 0; i < group_count; i++) {
        memcpy(sorted + next, groups[i].at, groups[i].count * sizeof *sorted);
        next += groups[i].count;
    }
    memcpy(statements, sorted, count * sizeof *sorted);
    return true;
}

static void name_fault(const struct company_reading *reading, struct fault *fault)
{
    for (size_t i = 0; fault->column > 0 && i < reading->count; i++) {
        const struct profile_statement *s = &reading->statements[i];
        if (s->column != fault->column)
            continue;
        fault->message =
            arena_printf(reading->arena, "%.*s.%.*s: %s", text_shown(s->section), s->section.at,
                         text_shown(s->key), s->key.at, fault->message);
        return;
    }
}

bool company_build(struct company_reading *reading, const char hash[HASH_HEX_LEN + 1])
{
    const struct company *company = reading->company;
    bool ok =
        profile_build(reading->statements, reading->count, hash, company->name, reading->schema,
                      reading->options, reading->arena, reading->out, reading->faults);

    for (size_t i = 0; i < reading->faults->count; i++)
        name_fault(reading, &reading->faults->list[i]);
    if (!ok)
        return false;
    struct text place = company_place(company);
    reading->out->file =
        arena_printable(reading->arena, arena_copy(reading->arena, place.at, place.len));
    return true;
}

/* --- reading --- */

static bool read_text(struct company_reading *reading)
{
    struct profile_options own = *reading->options;

    own.first_line = reading->company->line;
    return profile_parse(reading->company->text, reading->company->name, reading->schema, &own,
                         reading->arena, reading->out, reading->faults);
}

static bool say_fault(const struct company *company, struct arena *arena, struct error *err)
{
    struct text place = company_place(company);

    return error_set(err, ERROR_PROFILE, arena_copy(arena, place.at, place.len), company->line,
                     "%.*s", (int)company->text.len, company->text.at);
}

static bool read_form(struct company_reading *reading)
{
    switch (reading->company->form) {
    case COMPANY_ROW:
        return company_read_row(reading);
    case COMPANY_OBJECT:
        return company_read_object(reading);
    default:
        return read_text(reading);
    }
}

bool company_read(const struct company *company, const struct schema *schema,
                  const struct profile_options *options, struct arena *arena,
                  struct profile *out, struct faults *faults, struct error *err)
{
    struct company_reading reading = {.company = company,
                                      .schema = schema,
                                      .options = options,
                                      .arena = arena,
                                      .out = out,
                                      .faults = faults};

    if (company->form == COMPANY_FILE)
        return profile_load(company->path, schema, options, arena, out, faults, err);
    if (company->form == COMPANY_FAULT)
        return say_fault(company, arena, err);
    if (read_form(&reading))
        return true;
    err->kind = ERROR_PROFILE;
    err->message[0] = '\0';
    return false;
}
