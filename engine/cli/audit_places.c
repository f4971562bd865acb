/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/audit_places.h"

/* An option that names a place, and what is made beside it: the endings. */
struct place_row {
    const char *word;
    size_t offset; /* of the name in struct options */
    const char *beside[3];
};

#define PLACE(word, name) word, offsetof(struct options, name)

static const struct place_row rows[] = {
    {PLACE("output", output), {NULL}},
    {PLACE("jsonl", audit.jsonl), {NULL}},
    {PLACE("csv", audit.csv), {NULL}},
    {PLACE("csv-findings", audit.csv_findings), {NULL}},
    {PLACE("csv-facts", audit.csv_facts), {NULL}},
    {PLACE("sarif", audit.sarif), {NULL}},
    {PLACE("junit", audit.junit), {NULL}},
    {PLACE("html", audit.html), {".companies"}},
    {PLACE("db", audit.db), {"-journal", "-wal", "-shm"}},
};

/* The name that the options have for the row, or NULL where it is no file. */
static const char *name_of(const struct options *options, const struct place_row *row)
{
    const char *name;

    memcpy(&name, (const char *)options + row->offset, sizeof name);
    return name && strcmp(name, "-") != 0 ? name : NULL;
}

size_t audit_places_list(const struct options *options, struct arena *arena,
                         const char *list[AUDIT_PLACES_MAX])
{
    size_t count = 0;

    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *name = name_of(options, &rows[i]);
        if (!name)
            continue;
        list[count++] = name;
        for (size_t b = 0; b < COUNT(rows[i].beside) && rows[i].beside[b]; b++)
            list[count++] = arena_printf(arena, "%s%s", name, rows[i].beside[b]);
    }
    return count;
}
