/* SPDX-License-Identifier: MIT
 *
 * plumbline compare FILE FILE...
 */
#include "base/file.h"
#include "cli/cli.h"
#include "insight/assess.h"
#include "report/sheets/compare.h"

struct comparing {
    const struct options *options;
    struct shelf shelf;
    struct report_context context;
    struct text_style style;
    struct arena arena;
    struct job job;
    struct profile profiles[COMPARE_MAX]; /* those that could be read */
    size_t count;
    int code;
};

/* A job is something to compare one company with. */
static size_t least(const struct options *options)
{
    return options->job ? 1 : COMPARE_MIN;
}

static bool usage_is_sound(struct comparing *c)
{
    const struct options *options = c->options;
    struct error err;

    if (options->arg_count < least(options) || options->arg_count > COMPARE_MAX) {
        say("compare needs two to six files, or one and '--job', not %zu: "
            "plumbline compare profiles/sunleaf.ini profiles/harbor_soap.ini",
            options->arg_count);
        return false;
    }
    if (!files_are_apart(options))
        return false;
    if (options->job && !job_parse(options->job, &c->job, &err)) {
        say_error(&err);
        return false;
    }
    return true;
}

/* Those that can be read; of the others, what is wrong with them. */
static void read_profiles(struct comparing *c)
{
    struct profile_options options = profile_options_of(c->options, &c->shelf);

    for (size_t i = 0; i < c->options->arg_count; i++) {
        const char *file = c->options->args[i];
        struct faults faults = {0};
        struct error err = {0};
        if (profile_load(file, c->shelf.schema, &options, &c->arena, &c->profiles[c->count],
                         &faults, &err)) {
            c->count++;
            continue;
        }
        if (err.message[0])
            say_error(&err);
        say_faults(arena_printable(&c->arena, file), &faults);
        c->code = EXIT_PROFILE;
    }
}

static void put_one(struct comparing *c, struct rulebook *book, struct buf *out,
                    struct json *json)
{
    struct assessment *list = arena_alloc(&c->arena, c->count * sizeof *list);
    struct comparison comparison;

    for (size_t i = 0; i < c->count; i++)
        assess_score(book, &c->profiles[i], &c->arena, &list[i]);
    compare(list, c->count, &c->arena, &comparison);
    struct compare_report report = {&comparison, c->options->job ? &c->job : NULL, &c->context,
                                    &c->arena};
    if (c->options->format == FORMAT_JSON)
        compare_json(json, &report);
    else
        compare_text(out, &report, &c->style);
}

static int compare_all(struct comparing *c)
{
    bool is_json = c->options->format == FORMAT_JSON, several = c->shelf.count > 1;
    struct buf out = BUF_INIT;
    struct json json = {.out = &out};

    if (is_json && several)
        json_open(&json, NULL, '[');
    for (size_t i = 0; i < c->shelf.count; i++) {
        buf_puts(&out, i > 0 && !is_json ? "\n" : "");
        put_one(c, c->shelf.books[i], &out, &json);
    }
    if (is_json && several)
        json_close(&json, ']');
    buf_puts(&out, is_json ? "\n" : "");
    int code = write_out(c->options, &out);
    buf_release(&out);
    return exit_stronger(c->code, code);
}

int cmd_compare(const struct options *options)
{
    struct comparing c = {.options = options,
                          .style = {.width = TEXT_WIDTH, .color = wants_color(options)}};

    if (!usage_is_sound(&c))
        return EXIT_USAGE;
    if (open_shelf(options, RULEBOOK_LEAN, &c.context, &c.arena, &c.shelf, &c.code)) {
        c.code = EXIT_DONE;
        read_profiles(&c);
        if (c.count >= least(options))
            c.code = compare_all(&c);
        else
            say("nothing is left to compare: fewer than two profiles could be read");
    }
    shelf_close(&c.shelf);
    arena_release(&c.arena);
    return c.code;
}
