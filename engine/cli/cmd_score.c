/* SPDX-License-Identifier: MIT
 *
 * plumbline score FILE...
 */
#include "base/file.h"
#include "cli/cli.h"
#include "insight/assess.h"
#include "insight/change/conditions.h"
#include "report/formats/formats.h"
#include "report/html/document.h"
#include "report/json/json.h"
#include "report/text/text.h"

/* What is drawn for one of the packs that stand side by side. */
struct sheet {
    struct rulebook *book;
    struct buf out; /* text */
};

struct scoring {
    const struct options *options;
    struct shelf shelf;
    struct sheet sheets[SHELF_MAX]; /* one per pack of the shelf */
    struct report_context context;
    struct text_style style;
    struct buf out; /* JSON of all packs, or a document; in the end everything */
    struct json json;
    const struct part_format *format; /* of a document of parts; NULL: text or JSON */
    struct format_run run;
    struct baseline *baseline; /* that the document compares with, or NULL */
    int64_t parts;
    struct html_document page; /* for HTML */
    struct buf notes;          /* for the user */
    int code;
};

/* --- one company --- */

/* Parts of a document behind those before; empties 'text'. */
static void put_joined(struct scoring *s, struct buf *text)
{
    format_join(s->format, &s->out, s->parts > 0, (struct text){buf_text(text), text->len});
    s->parts += text->len > 0;
    buf_reset(text);
}

static void say_baseline(struct scoring *s, const struct error *err)
{
    say_error(err);
    s->code = exit_stronger(s->code, EXIT_PROFILE);
}

/* The next part of a document, compared with the earlier result where there is one. */
static void put_part(struct scoring *s, struct format_part part, struct arena *arena)
{
    const struct pack *pack = part.assessment ? part.assessment->pack : NULL;
    struct format_earlier earlier;
    struct buf text = BUF_INIT;
    struct error err;

    if (s->baseline) {
        baseline_met(s->baseline, part.name);
        if (baseline_find(s->baseline, part.name, pack, arena, &earlier, &err))
            part.earlier = &earlier;
        else
            say_baseline(s, &err);
    }
    s->format->part(&text, &s->run, &part);
    put_joined(s, &text);
    buf_release(&text);
}

static void put_unreadable(struct scoring *s, const char *file, const struct faults *faults,
                           const struct error *err, struct arena *arena)
{
    size_t count = faults->count + faults->more + (err->message[0] != '\0');

    if (err->message[0])
        say_error(err);
    say_faults(file, faults);
    s->code = exit_stronger(s->code, EXIT_PROFILE);
    if (s->format)
        put_part(s, (struct format_part){.name = file, .faults = faults, .err = err}, arena);
    if (s->options->format == FORMAT_HTML)
        html_document_unreadable(&s->page, file, faults, err);
    for (size_t i = 0; !s->format && s->options->format != FORMAT_HTML && i < s->shelf.count;
         i++) {
        if (s->options->format == FORMAT_JSON)
            json_unreadable(&s->json, rulebook_pack(s->sheets[i].book), file, faults, err,
                            &s->context);
        else if (s->options->brief)
            text_brief_unreadable(&s->sheets[i].out, file, count);
        else if (s->options->arg_count > 1)
            text_list_unreadable(&s->sheets[i].out, file, count);
    }
}

static void put_assessment(struct scoring *s, struct sheet *sheet, const struct assessment *a,
                           struct arena *arena)
{
    if (s->format)
        put_part(s, (struct format_part){.name = a->profile->file, .assessment = a}, arena);
    else if (s->options->format == FORMAT_HTML)
        html_document_company(&s->page, a, arena);
    else if (s->options->format == FORMAT_JSON)
        json_assessment(&s->json, a, &s->context, arena);
    else if (s->options->brief)
        text_brief(&sheet->out, a, &s->style, s->shelf.count > 1);
    else if (s->options->arg_count > 1)
        text_list_line(&sheet->out, a);
    else
        text_assessment(&sheet->out, a, &s->context, &s->style, arena);
}

static void assess_by_all(struct scoring *s, const struct profile *profile, struct arena *arena)
{
    for (size_t i = 0; i < s->shelf.count; i++) {
        struct assessment a;
        assess(s->sheets[i].book, profile, arena, &a);
        put_assessment(s, &s->sheets[i], &a, arena);
        if (!s->options->quiet)
            conditions_note_broken(&a, &s->notes);
        if (!s->options->quiet && i == 0) /* packs share the profile */
            conditions_note_lapsed(profile, &s->notes);
        if (conditions_are_met(&s->options->conditions, &a,
                               s->options->quiet ? NULL : &s->notes))
            s->code = exit_stronger(s->code, EXIT_CONDITION);
        say_lines(&s->notes);
    }
}

static void score_one(struct scoring *s, const char *file)
{
    struct profile_options options = profile_options_of(s->options, &s->shelf);
    struct arena arena = {0};
    struct profile profile;
    struct faults faults = {0};
    struct error err = {0};

    if (profile_load(file, s->shelf.schema, &options, &arena, &profile, &faults, &err))
        assess_by_all(s, &profile, &arena);
    else
        put_unreadable(s, arena_printable(&arena, file), &faults, &err, &arena);
    arena_release(&arena);
}

/* --- all of them --- */

/* The sheets of the packs, one after the other. */
static void join_sheets(struct scoring *s)
{
    for (size_t i = 0; i < s->shelf.count; i++) {
        if (i > 0 && s->sheets[i].out.len > 0 && !s->options->brief)
            buf_putc(&s->out, '\n');
        buf_put(&s->out, buf_text(&s->sheets[i].out), s->sheets[i].out.len);
        buf_release(&s->sheets[i].out);
    }
}

static void score_each(struct scoring *s)
{
    for (size_t i = 0; i < s->options->arg_count; i++)
        score_one(s, s->options->args[i]);
}

static void score_as_page(struct scoring *s)
{
    bool alone = s->shelf.count == 1 && s->options->arg_count == 1;

    html_document_init(&s->page, &s->context, s->run.packs, s->run.pack_count, alone);
    score_each(s);
    html_document_put(&s->out, &s->page);
    html_document_release(&s->page);
}

/* Companies of the baseline that are not among the files. */
static void put_gone(struct scoring *s)
{
    struct buf text = BUF_INIT;
    enum baseline_got got;
    struct error err;
    size_t at = 0;

    while ((got = baseline_draw_gone(s->baseline, &at, s->format, &text, &err)) ==
           BASELINE_COMPANY)
        put_joined(s, &text);
    if (got == BASELINE_FAILED)
        say_baseline(s, &err);
    buf_release(&text);
}

static void score_as_document(struct scoring *s)
{
    for (size_t i = 0; i < s->shelf.count; i++)
        s->sheets[i].book = s->shelf.books[i];
    if (!s->format) {
        score_as_page(s);
        return;
    }
    s->format->head(&s->out, &s->run);
    score_each(s);
    if (s->baseline)
        put_gone(s);
    s->format->foot(&s->out, &s->run, s->parts);
}

static void score_all(struct scoring *s)
{
    bool several = s->options->arg_count > 1, json = s->options->format == FORMAT_JSON;
    bool list = several || s->shelf.count > 1; /* in JSON: more than one result */

    s->json.out = &s->out;
    for (size_t i = 0; i < s->shelf.count; i++) {
        s->sheets[i] = (struct sheet){.book = s->shelf.books[i], .out = BUF_INIT};
        if (several && !json && !s->options->brief)
            text_list_head(&s->sheets[i].out, rulebook_pack(s->shelf.books[i]), &s->context);
    }
    if (list && json)
        json_open(&s->json, NULL, '[');
    score_each(s);
    if (list && json)
        json_close(&s->json, ']');
    if (json)
        buf_putc(&s->out, '\n');
    join_sheets(s);
}

static int write_result(const struct scoring *s)
{
    if (s->out.len == 0)
        return EXIT_DONE;
    return s->options->format == FORMAT_TEXT ? write_paged(s->options, &s->out)
                                             : write_out(s->options, &s->out);
}

static const struct part_format *format_of(enum format format)
{
    switch (format) {
    case FORMAT_SARIF:
        return &format_sarif;
    case FORMAT_JUNIT:
        return &format_junit;
    case FORMAT_TAP:
        return &format_tap;
    case FORMAT_MD:
        return &format_md;
    case FORMAT_GITHUB:
        return &format_github;
    default:
        return NULL;
    }
}

/* Whether the options go together; says which do not. */
static bool options_fit(const struct options *o)
{
    if (o->trace && (o->only || o->skip))
        say("'--trace' shows one rule: it goes with neither '--only' nor '--skip'");
    else if (o->brief && (o->verbose || o->trace))
        say("'--brief' shows one line: it goes with neither '--verbose' nor '--trace'");
    else if (o->brief && o->format != FORMAT_TEXT)
        say("'--brief' is a line of text: it does not go with '--format %s'",
            format_names[o->format]);
    else
        return true;
    return false;
}

/* The packs are open and the options are sound. */
static int score_files(struct scoring *s, struct arena *arena)
{
    const struct pack **packs = arena_alloc(arena, s->shelf.count * sizeof *packs);
    int code;

    for (size_t i = 0; i < s->shelf.count; i++)
        packs[i] = rulebook_pack(s->shelf.books[i]);
    s->run = (struct format_run){&s->context, packs, s->shelf.count};
    if (!open_baseline(s->options, &s->run, &s->baseline, &code))
        return code;
    if (s->format || s->options->format == FORMAT_HTML)
        score_as_document(s);
    else
        score_all(s);
    baseline_close(s->baseline);
    return exit_stronger(s->code, s->out.len > 0 ? write_result(s) : EXIT_DONE);
}

int cmd_score(const struct options *options)
{
    struct scoring s = {.options = options,
                        .format = format_of(options->format),
                        .style = report_style(options),
                        .out = BUF_INIT,
                        .notes = BUF_INIT};
    struct arena arena = {0};
    struct error err;
    int code = EXIT_DONE;

    if (options->arg_count == 0) {
        say("score needs a file: plumbline score profiles/sunleaf.ini");
        return EXIT_USAGE;
    }
    if (!files_are_apart(options))
        return EXIT_USAGE;
    if (!options_fit(options))
        return EXIT_USAGE;
    if (options->trace)
        return score_traced(options);
    /* A page shows the advice that rules come from: who publishes it, and where. */
    bool html = options->format == FORMAT_HTML, whole = html || options->format == FORMAT_MD;
    bool open = open_shelf(options, whole ? RULEBOOK_FULL : RULEBOOK_LEAN, &s.context, &arena,
                           &s.shelf, &code);
    if (open && !conditions_are_sound(&options->conditions, &s.shelf, &err)) {
        say_error(&err);
        code = EXIT_USAGE;
    } else if (open && !selection_apply(options, &s.shelf, &arena, &s.context)) {
        code = EXIT_USAGE;
    }
    if (open && code == EXIT_DONE)
        code = score_files(&s, &arena);
    shelf_close(&s.shelf);
    arena_release(&arena);
    buf_release(&s.out);
    buf_release(&s.notes);
    return code;
}
