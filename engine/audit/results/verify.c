/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "audit/input/finder.h"
#include "audit/results/ledger.h"
#include "audit/results/verify.h"
#include "audit/work/said.h"
#include "insight/assess.h"

struct verifying {
    const struct verify_options *options;
    struct result *result;
    const struct stamp *stamp;
    struct finder *finder;
    struct verify_counts *counts;
    struct buf *said;
    size_t lines, more; /* said, and beyond those kept */
    /* the company at hand */
    struct arena arena;
    struct company_columns columns; /* of the table at hand */
    bool found, readable, settled;  /* settled: nothing more is worth saying about it */
    bool wrong;
    struct profile profile;
    struct faults faults;
    struct error err;
    struct buf scratch;
    struct buf drawn; /* RESULT_SCORE: all objects, as 'score' writes them */
    struct json json; /* into it */
};

static void say(struct verifying *v, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void say(struct verifying *v, const char *format, ...)
{
    va_list args;

    if (v->lines == VERIFY_SAID_MAX) {
        v->more++;
        return;
    }
    va_start(args, format);
    said_line_v(v->said, format, args);
    va_end(args);
    v->lines++;
}

static void say_of(struct verifying *v, const struct entry *entry, const char *what)
{
    bool several = v->stamp->pack_count > 1 && entry->kind == ENTRY_COMPANY;

    v->wrong = true;
    say(v, "%s%s%s%s: %s", entry->name, several ? " (pack " : "",
        several ? v->stamp->packs[entry->pack].name : "", several ? ")" : "", what);
}

/* --- its numbers --- */

static void add_up(struct verifying *v, const struct entry *entry)
{
    struct buf faults = BUF_INIT;
    struct text rest, line;

    ledger_check(&v->stamp->packs[entry->pack], entry, &faults);
    rest = text_of(buf_text(&faults));
    while (text_next_part(&rest, '\n', &line)) {
        buf_reset(&v->scratch);
        buf_printf(&v->scratch, "does not add up: %.*s", (int)line.len, line.at);
        if (line.len > 0)
            say_of(v, entry, buf_text(&v->scratch));
    }
    buf_release(&faults);
}

/* --- its profile --- */

static const char *first_fault(const struct verifying *v, struct arena *arena)
{
    const struct fault *fault = v->faults.list;

    if (v->err.message[0] || v->faults.count == 0)
        return v->err.message;
    return arena_printf(arena, "line %d: %s", fault->line, fault->message);
}

/* Reads the profile that the entry was made from. */
static void read_profile(struct verifying *v, const struct entry *entry)
{
    struct profile_options options = v->options->profiles;
    struct company company;
    struct date_span day;
    const char *why;

    arena_reset(&v->arena);
    v->faults = (struct faults){0};
    v->err = (struct error){0};
    v->settled = v->readable = v->wrong = false;
    options.has_as_of = entry->as_of_given && entry->as_of &&
                        date_parse(text_of(entry->as_of), &day) == DATE_OK;
    if (options.has_as_of)
        options.as_of = day.first;
    v->found = finder_find(v->finder, entry->name, &company, &why);
    company.known = &v->columns;
    if (v->found)
        v->readable = company_read(&company, v->options->shelf->schema, &options, &v->arena,
                                   &v->profile, &v->faults, &v->err);
    else
        say_of(v, entry, why);
}

/* Whether the profile is the one that the entry was made from; says so once where not. */
static bool same_profile(struct verifying *v, const struct entry *entry)
{
    if (!v->found || v->settled)
        return false;
    if (v->readable && strcmp(v->profile.hash, entry->hash) == 0)
        return true;
    v->settled = true;
    if (!v->readable && !v->err.message[0] && !v->options->again)
        return false; /* another pack may know other facts: nothing is told by faults */
    const char *what =
        v->readable
            ? arena_printf(&v->arena, "the profile has changed: #%.10s then, #%.10s now",
                           entry->hash, v->profile.hash)
            : arena_printf(&v->arena, "cannot be read now: %s", first_fault(v, &v->arena));
    say_of(v, entry, what);
    return false;
}

/* --- what it comes to --- */

static void assess_again(struct verifying *v, const struct entry *entry, struct assessment *a)
{
    bool figures = v->stamp->detail == DETAIL_FULL;

    (figures ? assess : assess_score)(v->options->shelf->books[entry->pack], &v->profile,
                                      &v->arena, a);
}

static void draw_line(struct verifying *v, const struct entry *entry)
{
    struct assessment a;

    buf_reset(&v->scratch);
    if (entry->kind == ENTRY_ERROR) {
        json_error_line(&v->scratch, entry->name, &v->faults, &v->err);
    } else {
        assess_again(v, entry, &a);
        json_company_line(&v->scratch, entry->name, &a, v->stamp->detail, NULL, &v->arena);
    }
    v->scratch.len--; /* the line end */
}

static void draw_object(struct verifying *v, const struct entry *entry)
{
    size_t start = v->drawn.len;
    struct assessment a;

    if (entry->kind == ENTRY_ERROR) {
        json_unreadable(&v->json, rulebook_pack(v->options->shelf->books[entry->pack]),
                        entry->name, &v->faults, &v->err, v->options->context);
    } else {
        assess_again(v, entry, &a);
        json_assessment(&v->json, &a, v->options->context, &v->arena);
    }
    const char *at = buf_text(&v->drawn) + start;
    at += *at == ','; /* between two of an array */
    struct text line = result_one_line(text_of(at), &v->arena);
    buf_reset(&v->scratch);
    buf_put(&v->scratch, line.at, line.len);
}

static void compare_again(struct verifying *v, const struct entry *entry)
{
    struct buf what = BUF_INIT;

    if (v->stamp->form == RESULT_LINES)
        draw_line(v, entry);
    else
        draw_object(v, entry);
    struct text now = {buf_text(&v->scratch), v->scratch.len};
    if (!text_equal(entry->bytes, now)) {
        result_difference(entry->bytes, now, &what);
        say_of(v, entry, buf_text(&what));
    }
    buf_release(&what);
}

static void count_missing(struct verifying *v, const struct entry *entry)
{
    struct verify_counts *counts = v->counts;

    counts->assessed++;
    if (v->readable || finder_is_there(".", entry->name))
        return;
    if (counts->missing++ == 0)
        counts->first = arena_copy(v->options->arena, entry->name, strlen(entry->name));
}

static void verify_entry(struct verifying *v, const struct entry *entry)
{
    bool new = entry->pack == 0, wrong = v->wrong;

    if (new) {
        v->counts->companies++;
        wrong = false;
        read_profile(v, entry);
        if (entry->kind == ENTRY_COMPANY)
            count_missing(v, entry);
    }
    add_up(v, entry);
    if (entry->kind == ENTRY_ERROR) {
        if (v->readable)
            say_of(v, entry, "could not be read then, and can be read now");
        else if (v->found && v->options->again)
            compare_again(v, entry);
    } else if (same_profile(v, entry) && v->options->again) {
        compare_again(v, entry);
    }
    v->counts->wrong += v->wrong && !wrong;
}

/* --- the rest of the file --- */

static void compare_line(struct verifying *v, const char *which, struct text then,
                         struct buf *now)
{
    struct buf what = BUF_INIT;
    struct text drawn = {buf_text(now), now->len - (now->len > 0)};

    if (!text_equal(then, drawn)) {
        result_difference(then, drawn, &what);
        say(v, "%s: %s", which, buf_text(&what));
    }
    buf_release(&what);
    buf_reset(now);
}

static void compare_ends(struct verifying *v)
{
    const struct pack *packs[SHELF_MAX];
    struct json_counts counts = result_counts(v->result);

    for (size_t i = 0; i < v->options->shelf->count; i++)
        packs[i] = rulebook_pack(v->options->shelf->books[i]);
    buf_reset(&v->scratch);
    json_run_line(&v->scratch, packs, v->options->shelf->count, v->options->context,
                  v->stamp->detail);
    compare_line(v, "the first line", result_first(v->result), &v->scratch);
    json_summary_line(&v->scratch, &counts);
    compare_line(v, "the last line", result_last(v->result), &v->scratch);
}

/* All companies are the same, so all bytes must be. */
static void compare_whole(struct verifying *v)
{
    struct text then = result_first(v->result);

    if (v->stamp->array)
        json_close(&v->json, ']');
    buf_putc(&v->drawn, '\n');
    if (!text_equal(then, (struct text){buf_text(&v->drawn), v->drawn.len}))
        say(v, "the same values stand there in other words: it was not plumbline that wrote "
               "them");
}

static void compare_rest(struct verifying *v)
{
    const char *rest = finder_rest(v->finder);

    if (rest)
        say(v, "%s: is in the paths, and not in the result", rest);
    if (v->options->again && v->stamp->form == RESULT_LINES)
        compare_ends(v);
    else if (v->options->again && v->lines == 0)
        compare_whole(v);
    if (v->more > 0)
        buf_printf(v->said, "and %zu more\n", v->more);
}

/* --- all of it --- */

static bool verify_all(struct verifying *v, struct error *err)
{
    struct arena arena = {0};
    struct entry entry;
    enum result_got got;

    while ((got = result_next(v->result, &arena, &entry, err)) == RESULT_ENTRY) {
        verify_entry(v, &entry);
        arena_reset(&arena);
    }
    if (got == RESULT_END)
        compare_rest(v);
    arena_release(&arena);
    return got == RESULT_END;
}

bool verify_result(const struct verify_options *options, struct result *result,
                   struct verify_counts *counts, struct buf *said, struct error *err)
{
    struct verifying v = {.options = options,
                          .result = result,
                          .stamp = result_stamp(result),
                          .counts = counts,
                          .said = said,
                          .scratch = BUF_INIT,
                          .drawn = BUF_INIT};

    *counts = (struct verify_counts){0};
    v.json.out = &v.drawn;
    if (v.stamp->array)
        json_open(&v.json, NULL, '[');
    v.finder = finder_open(options->paths, options->path_count, err);
    bool ok = v.finder && verify_all(&v, err);
    finder_close(v.finder);
    arena_release(&v.arena);
    company_columns_release(&v.columns);
    buf_release(&v.scratch);
    buf_release(&v.drawn);
    return ok;
}
