/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "cli/audit_places.h"

enum { BESIDE = 3 };

/* An option that names a place, and the endings of what is made beside it. */
struct place_row {
    const char *word;
    size_t offset; /* of the name in struct options */
    const char *beside[BESIDE];
};

#define PLACE(word, name) word, offsetof(struct options, name)
#define PARTIAL ".partial"

static const struct place_row rows[] = {
    {PLACE("jsonl", audit.jsonl), {PARTIAL}},
    {PLACE("csv", audit.csv), {PARTIAL}},
    {PLACE("csv-findings", audit.csv_findings), {PARTIAL}},
    {PLACE("csv-facts", audit.csv_facts), {PARTIAL}},
    {PLACE("sarif", audit.sarif), {PARTIAL}},
    {PLACE("junit", audit.junit), {PARTIAL}},
    {PLACE("html", audit.html), {PARTIAL, ".companies"}},
    {PLACE("output", output), {PARTIAL}},
    {PLACE("db", audit.db), {"-journal", "-wal", "-shm"}},
};

struct place {
    const char *word;
    const char *names[1 + BESIDE]; /* the first is that of the result */
    size_t count;
};

/* Those that the options name; returns how many. */
static size_t places_of(const struct options *options, struct arena *arena,
                        struct place places[COUNT(rows)])
{
    size_t count = 0;
    const char *name;

    for (size_t i = 0; i < COUNT(rows); i++) {
        memcpy(&name, (const char *)options + rows[i].offset, sizeof name);
        if (!name || strcmp(name, "-") == 0)
            continue;
        struct place *place = &places[count++];
        *place = (struct place){.word = rows[i].word, .names = {name}, .count = 1};
        for (size_t b = 0; b < BESIDE && rows[i].beside[b]; b++)
            place->names[place->count++] = arena_printf(arena, "%s%s", name, rows[i].beside[b]);
    }
    return count;
}

size_t audit_places_list(const struct options *options, struct arena *arena,
                         const char *list[AUDIT_PLACES_MAX])
{
    struct place places[COUNT(rows)];
    size_t place_count = places_of(options, arena, places), count = 0;

    for (size_t i = 0; i < place_count; i++)
        for (size_t n = 0; n < places[i].count; n++)
            list[count++] = places[i].names[n];
    return count;
}

/* --- one place for each --- */

static const char *folder_of(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/');

    return slash ? arena_copy(arena, path, (size_t)(slash - path) + 1) : ".";
}

/* Whether both lead to one file, however they are spelled, and even where it is not there. */
static bool is_one_place(const char *a, const char *b, struct arena *arena)
{
    return strcmp(a, b) == 0 || file_is_same(a, b) ||
           (strcmp(path_last(a), path_last(b)) == 0 &&
            file_is_same(folder_of(a, arena), folder_of(b, arena)));
}

static bool say_one_place(const struct place *a, size_t of_a, const struct place *b,
                          size_t of_b)
{
    const struct place *named = of_a == 0 ? a : b, *made = of_a == 0 ? b : a;

    if (of_a == 0 && of_b == 0)
        say("two results cannot go to one place: %s", b->names[0]);
    else
        say("'--%s %s' is a file that '--%s %s' makes: name another", named->word,
            named->names[0], made->word, made->names[0]);
    return false;
}

/* Whether two results share nothing that is written. */
static bool are_apart(const struct place *a, const struct place *b, struct arena *arena)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (is_one_place(a->names[i], b->names[k], arena))
                return say_one_place(a, i, b, k);
    return true;
}

/* --- none of what is read --- */

static bool is_argument(const struct options *o, const char *name)
{
    for (size_t i = 0; i < o->arg_count; i++)
        if (file_is_same(name, o->args[i]) ||
            (o->args[i][0] == '@' && file_is_same(name, o->args[i] + 1)))
            return true;
    return false;
}

static bool is_read(const struct options *o, const struct input_options *input,
                    const char *name)
{
    if (!file_is_same(name, name)) /* what does not exist yet, nothing reads */
        return false;
    return (o->audit.files_from && file_is_same(name, o->audit.files_from)) ||
           (o->baseline && file_is_same(name, o->baseline)) || is_argument(o, name) ||
           input_reads(input, name);
}

static bool is_folder(const char *name)
{
    struct stat st;

    return stat(name, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool say_read(const struct place *place, const char *name)
{
    bool beside = name != place->names[0];

    say("'--%s %s' would replace a file that is read%s%s", place->word, place->names[0],
        beside ? ": " : "", beside ? name : "");
    return false;
}

/* Whether the result and what it is made in would replace nothing that is read. That a result
 * is a folder is said when it is opened. */
static bool replaces_nothing(const struct place *place, const struct options *options,
                             const struct shelf *shelf, const struct input_options *input)
{
    for (size_t i = 0; i < place->count; i++) {
        const char *name = place->names[i];
        if (i == 0 && is_folder(name))
            continue;
        if (is_read(options, input, name))
            return say_read(place, name);
        if (!place_is_apart(place->word, name, options, shelf))
            return false;
    }
    return true;
}

bool audit_places_are_apart(const struct options *options, const struct shelf *shelf,
                            const struct input_options *input)
{
    struct place places[COUNT(rows)];
    struct arena arena = {0};
    size_t count = places_of(options, &arena, places);
    bool apart = true;

    for (size_t i = 0; apart && i < count; i++) {
        for (size_t k = 0; apart && k < i; k++)
            apart = are_apart(&places[k], &places[i], &arena);
        apart = apart && replaces_nothing(&places[i], options, shelf, input);
    }
    arena_release(&arena);
    return apart;
}
