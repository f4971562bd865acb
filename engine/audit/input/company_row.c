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

/* A cell that is empty states nothing. */
static void state_cells(struct company_reading *reading)
{
    struct text columns = reading->company->columns, fields = reading->company->text;
    struct text name, value;

    for (int number = 1; next_field(&columns, &name) && next_field(&fields, &value); number++) {
        struct profile_statement s = {
            .value = value, .line = reading->company->line, .column = number};
        if (text_trim(value).len > 0 && company_part_name(name, &s.section, &s.key))
            company_state(reading, &s);
    }
}

bool company_read_row(struct company_reading *reading)
{
    const struct company *company = reading->company;
    int columns = count_fields(company->columns), fields = count_fields(company->text);

    if (columns != fields) {
        faults_add(reading->faults, reading->arena, company->line, 0,
                   "the row has %d field%s and the header names %d column%s: give each column "
                   "one, and put a value with a comma in double quotes",
                   fields, fields == 1 ? "" : "s", columns, columns == 1 ? "" : "s");
        return false;
    }
    state_cells(reading);
    size_t len = company->columns.len + company->text.len;
    char *hashed = arena_alloc(reading->arena, len + 1);
    memcpy(hashed, company->columns.at, company->columns.len);
    memcpy(hashed + company->columns.len, company->text.at, company->text.len);
    return company_build(reading, (struct text){hashed, len});
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
