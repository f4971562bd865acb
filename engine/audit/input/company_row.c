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

void company_columns_release(struct company_columns *columns)
{
    arena_release(&columns->arena);
    *columns = (struct company_columns){.schema = NULL};
}

static void list_names(struct company_columns *columns)
{
    struct text rest = columns->names, name;

    for (; next_field(&rest, &name); columns->count++) {
        struct profile_statement *s = &columns->list[columns->count];
        s->column = (int)columns->count + 1;
        if (!company_part_name(name, &s->section, &s->key))
            s->section = s->key = text_of("");
    }
}

/* Finds the fact that each column is of. */
static void find_facts(struct company_columns *columns)
{
    struct arena passing = {0};
    int *facts = arena_alloc(&columns->arena, columns->count * sizeof *facts);

    profile_find_facts(columns->list, columns->count, columns->schema, &passing, facts);
    for (size_t i = 0; i < columns->count; i++)
        columns->list[i].fact = &facts[i];
    arena_release(&passing);
}

static bool are_apart(const struct company_columns *columns)
{
    struct arena passing = {0};
    struct profile_statement *list = arena_alloc(&passing, columns->count * sizeof *list);

    if (columns->count > 0)
        memcpy(list, columns->list, columns->count * sizeof *list);
    bool apart = company_group(list, columns->count, &passing);
    arena_release(&passing);
    return apart;
}

static void learn(struct company_columns *columns, struct text names,
                  const struct schema *schema)
{
    struct arena *arena = &columns->arena;

    company_columns_release(columns);
    columns->schema = schema;
    columns->names = (struct text){arena_copy(arena, names.at, names.len), names.len};
    columns->hash = hash_front(arena, names.at, names.len);
    columns->list = arena_alloc(arena, (size_t)count_fields(names) * sizeof *columns->list);
    list_names(columns);
    find_facts(columns);
    columns->apart = are_apart(columns);
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
    struct company_columns own = {.schema = NULL};
    struct company_columns *columns = r->company->known ? r->company->known : &own;

    if (!columns->hash || columns->schema != r->schema ||
        !text_equal(columns->names, r->company->columns))
        learn(columns, r->company->columns, r->schema);
    bool ok = read_cells(r, columns);
    company_columns_release(&own);
    return ok;
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
