/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "audit/input/company_parts.h"

/* Cuts the front of *rest up to the first NUL off; false when *rest is used up. */
static bool next_field(struct text *rest, struct text *field)
{
    const char *end = rest->len > 0 ? memchr(rest->at, '\0', rest->len) : NULL;

    if (!end)
        return false;
    *field = (struct text){rest->at, (size_t)(end - rest->at)};
    rest->at += field->len + 1;
    rest->len -= field->len + 1;
    return true;
}

static int count_fields(struct text rest)
{
    struct text field;
    int count = 0;

    while (next_field(&rest, &field))
        count++;
    return count;
}

/* --- the columns --- */

/* Looks the names up, once for all rows. */
static void learn(struct company_columns *columns, struct text names,
                  const struct schema *schema)
{
    struct arena *arena = &columns->arena, passing = {0};
    struct text rest, name;

    arena_release(arena);
    *columns = (struct company_columns){.arena = {NULL}};
    columns->names = (struct text){arena_copy(arena, names.at, names.len), names.len};
    columns->hash = hash_front(arena, names.at, names.len);
    size_t most = (size_t)count_fields(names) + 1;
    struct profile_statement *list = arena_alloc(arena, most * sizeof *list);
    int *facts = arena_alloc(arena, most * sizeof *facts);
    rest = columns->names;
    for (; next_field(&rest, &name); columns->count++) {
        struct profile_statement *s = &list[columns->count];
        s->column = (int)columns->count + 1;
        s->fact = &facts[columns->count];
        if (!company_part_name(name, &s->section, &s->key))
            s->section = s->key = text_of("");
    }
    profile_find_facts(list, columns->count, schema, &passing, facts);
    columns->list = list;
    struct profile_statement *grouped = arena_alloc(&passing, most * sizeof *grouped);
    memcpy(grouped, list, columns->count * sizeof *grouped);
    columns->apart = company_group(grouped, columns->count, &passing);
    arena_release(&passing);
}

/* --- the cells --- */

/* A cell that is empty states nothing. Gives the number of cells. */
static size_t state_cells(struct company_reading *r, const struct company_columns *columns)
{
    struct text fields = r->company->text, value;
    size_t number = 0;

    r->statements = arena_room(r->arena, columns->count * sizeof *r->statements);
    for (; next_field(&fields, &value); number++) {
        if (number >= columns->count || columns->list[number].key.len == 0 ||
            text_trim(value).len == 0)
            continue;
        struct profile_statement *s = &r->statements[r->count++];
        *s = columns->list[number];
        s->value = value;
        s->line = r->company->line;
    }
    return number;
}

static bool read_cells(struct company_reading *r, const struct company_columns *columns)
{
    const struct company *company = r->company;
    size_t fields = state_cells(r, columns);
    char hash[HASH_HEX_LEN + 1];

    if (columns->count != fields) {
        faults_add(r->faults, r->arena, company->line, 0,
                   "the row has %zu field%s and the header names %zu column%s: give each "
                   "column one, and put a value with a comma in double quotes",
                   fields, fields == 1 ? "" : "s", columns->count,
                   columns->count == 1 ? "" : "s");
        return false;
    }
    if (columns->apart)
        company_group(r->statements, r->count, r->arena);
    hash_sha256_behind(columns->hash, company->text.at, company->text.len, hash);
    return company_build(r, hash);
}

bool company_read_row(struct company_reading *r)
{
    struct company_columns *columns = &r->known->columns;

    if (columns->count == 0 || !text_equal(columns->names, r->company->columns))
        learn(columns, r->company->columns, r->schema);
    return read_cells(r, columns);
}

/* --- the header --- */

/* False with a fault where a name cannot be one. */
static bool check_name(struct text name, struct profile_statement *s, struct arena *arena,
                       struct faults *faults)
{
    bool other = memchr(name.at, ';', name.len) || memchr(name.at, '\t', name.len);

    if (!other && company_part_name(name, &s->section, &s->key))
        return true;
    if (text_trim(name).len == 0)
        faults_add(faults, arena, s->line, s->column,
                   "has no name: the first line names the columns, such as company.name");
    else
        faults_add(faults, arena, s->line, s->column, "'%.*s' is no section.key: %s",
                   text_shown(name), name.at,
                   other ? "part the columns by commas" : "write, say, company.name");
    return false;
}

bool company_check_columns(struct text columns, int line, const struct schema *schema,
                           const struct profile_options *options, struct arena *arena,
                           struct faults *faults)
{
    int count = count_fields(columns);
    struct profile_statement *list = arena_alloc(arena, ((size_t)count + 1) * sizeof *list);
    struct text name;
    size_t sound = 0;

    for (int number = 1; next_field(&columns, &name); number++) {
        list[sound] =
            (struct profile_statement){.value = {"", 0}, .line = line, .column = number};
        if (check_name(name, &list[sound], arena, faults))
            sound++;
    }
    company_group(list, sound, arena);
    if (schema)
        profile_check_names(list, sound, schema, options, arena, faults);
    faults_sort(faults);
    return faults->count == 0;
}
