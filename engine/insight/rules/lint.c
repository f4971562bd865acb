/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "insight/rules/linting.h"
#include "lua/fault_line.h"

const struct lint_check lint_checks[] = {
    {"globals", "names that rules do not have", lint_globals},
    {"facts-read", "facts declared but not read, and read but not declared", lint_facts_read},
    {"thresholds", "limits without a source or 'our judgement' beside them", lint_thresholds},
    {"bare-numbers", "numbers in conditions that have no name", lint_bare_numbers},
    {"titles", "titles that state nothing, and titles given twice", lint_titles},
    {"words", "words that judge", lint_words},
    {"sources", "sources without a date, and those that nothing cites", lint_sources},
    {"points", "points that do not add up", lint_points},
    {"ids", "ids that differ only in case", lint_ids},
    {"idle-facts", "facts that nothing reads", lint_idle_facts},
    {"carriers", "sentences of the articles that are cited by rules they do not name",
     lint_carriers},
    {"examples", "examples that are missing or cannot be read", lint_examples},
    {"reach", "outcomes that nothing comes to", lint_reach},
    {"monotone", "outcomes that move against 'monotone'", lint_monotone},
};
const size_t lint_check_count = COUNT(lint_checks);

/* --- notes --- */

static void add_note(struct lint *lint, struct lint_note note, struct arena *arena)
{
    lint->list = arena_grow(arena, lint->list, lint->count, sizeof *lint->list);
    lint->list[lint->count++] = note;
}

__attribute__((format(printf, 5, 0))) static void say(struct linting *l, const char *file,
                                                      int line, const char *id,
                                                      const char *format, va_list args)
{
    char message[ERROR_MESSAGE_MAX];

    vsnprintf(message, sizeof message, format, args);
    add_note(l->out,
             (struct lint_note){.file = file,
                                .line = line,
                                .id = arena_printable(l->arena, id),
                                .message = arena_printable(l->arena, message)},
             l->arena);
}

void lint_say_of_rule(struct linting *l, const struct rule *rule, int line, const char *format,
                      ...)
{
    va_list args;

    va_start(args, format);
    say(l, arena_printable(l->arena, pack_rule_path(l->pack, rule, l->arena)), line, rule->id,
        format, args);
    va_end(args);
}

/* Whether the text has the word between quotes. */
static bool has_quoted(struct text text, const char *word, struct arena *arena)
{
    return text.at && (strstr(text.at, arena_printf(arena, "\"%s\"", word)) ||
                       strstr(text.at, arena_printf(arena, "'%s'", word)));
}

/* The file of that name of the last part that has the item. */
static const struct lint_file *find_file(struct linting *l, const char *file, const char *id)
{
    const struct lint_file *first = NULL;
    size_t kinds = pack_data_files.count;

    for (size_t i = 0; i < l->pack->part_count * kinds; i++) {
        if (strcmp(pack_data_files.list[i % kinds], file) != 0)
            continue;
        if (!first || has_quoted(l->files[i].text, id, l->arena))
            first = &l->files[i];
    }
    return first;
}

void lint_say_of_item(struct linting *l, const char *file, const char *id, const char *word,
                      const char *format, ...)
{
    const struct lint_file *found = find_file(l, file, id);
    const char *quoted = word ? arena_printf(l->arena, "'%s'", word) : "";
    va_list args;

    va_start(args, format);
    say(l, found->path, fault_line(found->text, id, quoted), id, format, args);
    va_end(args);
}

bool lint_has_said(struct linting *l, const struct rule *rule, int line)
{
    const char *path = arena_printable(l->arena, pack_rule_path(l->pack, rule, l->arena));

    for (size_t i = 0; i < l->out->count; i++)
        if (l->out->list[i].line == line && strcmp(l->out->list[i].file, path) == 0)
            return true;
    return false;
}

int lint_line(struct linting *l, const struct rule *rule, const char *word)
{
    return fault_line(text_of(rule->source), "", arena_printf(l->arena, "'%s'", word));
}

/* --- what the load has said --- */

bool lint_has_faults(const struct linting *l, const struct rule *rule)
{
    const char *path = arena_printable(l->arena, pack_rule_path(l->pack, rule, l->arena));

    for (size_t i = 0; l->faults && i < l->faults->count; i++)
        if (strcmp(l->faults->list[i].file, path) == 0)
            return true;
    return rule->broken;
}

bool lint_any_broken(const struct linting *l)
{
    for (size_t i = 0; i < pack_file_count(l->pack); i++)
        if (lint_has_faults(l, pack_file(l->pack, i)))
            return true;
    return false;
}

/* "RE02: 'why' is missing": the id in front is taken apart. */
static struct lint_note note_of(const struct pack_fault *fault, struct arena *arena)
{
    struct lint_note note = {fault->file, fault->line, "", fault->message};
    const char *end = strstr(fault->message, ": ");

    if (!end || memchr(fault->message, ' ', (size_t)(end - fault->message)) ||
        memchr(fault->message, '\'', (size_t)(end - fault->message)))
        return note;
    note.id = arena_copy(arena, fault->message, (size_t)(end - fault->message));
    note.message = end + 2;
    return note;
}

void lint_add_faults(struct lint *lint, const struct pack_faults *faults, struct arena *arena)
{
    for (size_t i = 0; i < faults->count; i++)
        add_note(lint, note_of(&faults->list[i], arena), arena);
}

/* --- all of it --- */

enum { DATA_FILE_MAX = 16 << 20 };

static void read_files(struct linting *l)
{
    size_t kinds = pack_data_files.count, count = l->pack->part_count * kinds;
    struct error err;

    l->files = arena_alloc(l->arena, count * sizeof *l->files);
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_path(l->arena, l->pack->parts[i / kinds].dir,
                                      pack_data_files.list[i % kinds]);
        l->files[i].path = arena_printable(l->arena, path);
        if (!file_read(path, DATA_FILE_MAX, l->arena, &l->files[i].text, ERROR_PACK, &err))
            l->files[i].text = (struct text){NULL, 0};
    }
}

void lint_add(struct lint *lint, struct rulebook *book, const struct pack_faults *faults,
              const char *only, struct arena *arena)
{
    struct linting l = {.book = book,
                        .pack = rulebook_pack(book),
                        .faults = faults,
                        .out = lint,
                        .arena = arena};

    read_files(&l);
    for (size_t i = 0; i < lint_check_count; i++)
        if (!only || strcmp(only, lint_checks[i].id) == 0)
            lint_checks[i].run(&l);
}

static int compare(const void *a, const void *b)
{
    const struct lint_note *x = a, *y = b;
    int order = strcmp(x->file, y->file);

    if (order == 0)
        order = (x->line > y->line) - (x->line < y->line);
    if (order == 0)
        order = strcmp(x->id, y->id);
    return order ? order : strcmp(x->message, y->message);
}

void lint_sort(struct lint *lint)
{
    size_t kept = 0;

    if (lint->count > 0)
        qsort(lint->list, lint->count, sizeof *lint->list, compare);
    for (size_t i = 0; i < lint->count; i++)
        if (kept == 0 || compare(&lint->list[kept - 1], &lint->list[i]) != 0)
            lint->list[kept++] = lint->list[i];
    lint->count = kept;
}
