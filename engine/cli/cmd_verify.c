/* SPDX-License-Identifier: MIT
 *
 * plumbline verify RESULT [PATH...]
 */
#include <inttypes.h>
#include <string.h>

#include "audit/input/finder.h"
#include "audit/results/verify.h"
#include "audit/work/said.h"
#include "base/file.h"
#include "cli/cli.h"
#include "facts/profile_read.h"

enum { FOLDERS_UP = 8 }; /* that are looked into for the profiles */

struct verification {
    const struct options *given;
    struct options options; /* those of the run that made the result */
    struct result *result;
    const struct stamp *then;
    struct shelf shelf;
    bool open;
    struct report_context context;
    struct arena arena;
    struct buf differences; /* of the runs, a line each */
    struct buf said;        /* of companies */
    bool again;             /* nothing but the program's version differs */
};

/* --- the run that made the result --- */

/* Those that are not as they always are and can be set. */
static void take_limits(struct verification *v)
{
    for (size_t i = 0; i < v->then->limit_count; i++) {
        const struct report_limit *limit = &v->then->limits[i];
        for (size_t r = 0; r < limit_row_count; r++) {
            const struct limit_row *row = &limit_rows[r];
            if (strcmp(row->name, limit->name) == 0 && limit->value != row->standard &&
                limit->value >= row->least && limit->value <= row->most &&
                v->options.limit_count < COUNT(v->options.limits))
                v->options.limits[v->options.limit_count++] =
                    arena_printf(&v->arena, "%s=%ld", row->name, limit->value);
        }
    }
}

/* The file of the result where it is not given, or is gone. */
static void take_points(struct verification *v)
{
    const struct stamp_pack *pack = &v->then->packs[0];
    const char *path = v->given->points ? v->given->points : pack->points_file;
    struct error err;
    struct text text;

    if (!path)
        return;
    v->context.points_file = pack->points_file ? pack->points_file : path;
    if (file_read(path, PROFILE_MAX_BYTES, &v->arena, &text, ERROR_USAGE, &err)) {
        v->options.points = path;
        hash_sha256(text.at, text.len, v->context.points_hash);
        return;
    }
    said_line(&v->differences, "points file: '%s' %s", path, err.message);
    if (pack->points_hash)
        memcpy(v->context.points_hash, pack->points_hash, HASH_HEX_LEN + 1);
}

static void take_stamp(struct verification *v)
{
    const struct stamp_pack *pack = &v->then->packs[0];
    struct date_span day;

    take_limits(v);
    v->options.only = pack->only;
    v->options.skip = pack->skip;
    v->options.has_as_of =
        v->then->as_of && date_parse(text_of(v->then->as_of), &day) == DATE_OK;
    if (v->options.has_as_of)
        v->options.as_of = day.first;
}

/* --- the run as it would be now --- */

/* Packs alone: whether points and selections can be applied to them shows later. */
static bool open_packs(struct verification *v, int *code)
{
    struct options bare = v->options;

    bare.points = NULL;
    v->open = open_shelf(&bare, RULEBOOK_LEAN, &v->context, &v->arena, &v->shelf, code);
    return v->open;
}

static void compare_runs(struct verification *v)
{
    const struct pack *packs[SHELF_MAX];
    struct buf line = BUF_INIT, but_program = BUF_INIT;
    struct stamp now;
    struct error err;
    size_t missing = v->differences.len;

    for (size_t i = 0; i < v->shelf.count; i++)
        packs[i] = rulebook_pack(v->shelf.books[i]);
    json_run_line(&line, packs, v->shelf.count, &v->context, v->then->detail);
    if (!stamp_read((struct text){line.at, line.len}, "now", &v->arena, &now, &err)) {
        said_line(&v->differences, "%s", err.message);
    } else {
        stamp_same(v->then, &now, &v->differences);
        now.program = v->then->program;
        v->again = stamp_same(v->then, &now, &but_program) && missing == 0;
    }
    buf_release(&line);
    buf_release(&but_program);
}

/* The same packs once more, with their points and selections. */
static bool open_all(struct verification *v, int *code)
{
    const char *points_file = v->context.points_file;

    if (!v->options.points && !v->options.only && !v->options.skip)
        return true;
    shelf_close(&v->shelf);
    v->open = open_shelf(&v->options, RULEBOOK_LEAN, &v->context, &v->arena, &v->shelf, code);
    if (!v->open)
        return false;
    v->context.points_file = points_file;
    *code = selection_apply(&v->options, &v->shelf, &v->arena, &v->context) ? EXIT_DONE
                                                                            : EXIT_USAGE;
    return *code == EXIT_DONE;
}

static bool prepare(struct verification *v, int *code)
{
    take_stamp(v);
    if (!open_packs(v, code))
        return false;
    take_points(v);
    v->context.only = v->options.only;
    v->context.skip = v->options.skip;
    compare_runs(v);
    if (v->again && !open_all(v, code))
        return false;
    v->context.version = v->then->program; /* of which the difference is said already */
    return true;
}

/* --- what is said --- */

static void put_same(const struct verify_counts *counts, struct buf *out)
{
    buf_printf(out, "same result: %" PRId64 " %s, byte for byte; all numbers add up\n",
               counts->companies, counts->companies == 1 ? "company" : "companies");
}

/* Looks for the folder in which the audit ran: where a profile is that the result names. Here
 * and beside the result, and up from there; NULL where it is in none. */
static const char *folder_of_audit(struct verification *v, const char *name)
{
    const char *result = v->given->args[0], *slash = strrchr(result, '/');
    const char *starts[] = {
        ".", arena_copy(&v->arena, result, slash ? (size_t)(slash + 1 - result) : 0)};

    for (size_t i = 0; i < COUNT(starts); i++) {
        const char *folder = i == 0 || !*starts[i] ? ".." : starts[i];
        for (int up = 0; up < FOLDERS_UP; up++) {
            if (finder_is_there(folder, name))
                return folder;
            folder = arena_printf(&v->arena, "%s%s..", folder,
                                  folder[strlen(folder) - 1] == '/' ? "" : "/");
        }
    }
    return NULL;
}

/* Nothing is told by profiles that are not there: then the folder is wrong, not the result. */
static void put_verdict(struct verification *v, const struct verify_counts *counts,
                        struct buf *out)
{
    if (counts->missing == 0 || counts->missing < counts->assessed) {
        buf_puts(out, "not the same result\n");
        return;
    }
    const char *folder = folder_of_audit(v, counts->first);
    buf_printf(out, "the profiles were not found: %s is not here; run verify in %s%s%s\n",
               counts->first, folder ? "'" : "the folder that the audit ran in",
               folder ? folder : "", folder ? "', where it is" : "");
}

static void put_different(struct verification *v, const struct verify_counts *counts,
                          struct buf *out)
{
    put_verdict(v, counts, out);
    buf_printf(out, "%s%s", buf_text(&v->differences), buf_text(&v->said));
    if (counts->wrong > 0)
        buf_printf(out, "%" PRId64 " of %" PRId64 " %s not as the result says\n", counts->wrong,
                   counts->companies,
                   counts->companies == 1 ? "company is"
                   : counts->wrong == 1   ? "companies is"
                                          : "companies are");
    if (!v->again)
        buf_puts(out, "What companies come to was not compared, as the run is another.\n");
    if (!v->again && v->given->pack_count == 0)
        buf_puts(out, "If it was made with packs of your own, name their folders with "
                      "'--pack'.\n");
}

static int verify(struct verification *v)
{
    struct profile_options profiles = profile_options_of(&v->options, &v->shelf);
    struct verify_options options = {.shelf = &v->shelf,
                                     .context = &v->context,
                                     .profiles = profiles,
                                     .paths = v->given->args + 1,
                                     .path_count = v->given->arg_count - 1,
                                     .arena = &v->arena,
                                     .again = v->again};
    struct verify_counts counts;
    struct buf out = BUF_INIT;
    struct error err = {0};

    if (!verify_result(&options, v->result, &counts, &v->said, &err)) {
        say_error(&err);
        return err.kind == ERROR_USAGE ? EXIT_USAGE : EXIT_PROFILE;
    }
    bool same = v->differences.len + v->said.len == 0;
    if (same)
        put_same(&counts, &out);
    else
        put_different(v, &counts, &out);
    int code = exit_stronger(same ? EXIT_DONE : EXIT_CONDITION, write_out(v->given, &out));
    buf_release(&out);
    return code;
}

int cmd_verify(const struct options *options)
{
    struct verification v = {
        .given = options, .options = *options, .differences = BUF_INIT, .said = BUF_INIT};
    struct error err;
    int code = EXIT_DONE;

    if (options->arg_count == 0) {
        say("verify needs a result: plumbline verify result.jsonl");
        return EXIT_USAGE;
    }
    if (!files_are_apart(options))
        return EXIT_USAGE;
    v.result = result_open(options->args[0], &err);
    if (!v.result) {
        say_error(&err);
        return EXIT_PROFILE;
    }
    v.then = result_stamp(v.result);
    if (prepare(&v, &code))
        code = verify(&v);
    if (v.open)
        shelf_close(&v.shelf);
    result_close(v.result);
    arena_release(&v.arena);
    buf_release(&v.differences);
    buf_release(&v.said);
    return code;
}
