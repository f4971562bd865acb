/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <unistd.h>

#include "cli/audit_results.h"

/* One form of results: what stands first, for each company and last. */
struct result_form {
    enum format format; /* where it goes to stdout */
    size_t option;      /* in struct audit_choices: the name of a file */
    enum drawing_kind drawn; /* or DRAWN_COUNT: 'put' makes it of the record */
    void (*head)(const struct results_run *run, struct buf *out);
    void (*put)(const struct results_run *run, const struct record *record, struct buf *out);
    void (*foot)(const struct json_counts *counts, enum audit_end end, struct buf *out);
};

/* --- JSON Lines --- */

static void lines_head(const struct results_run *run, struct buf *out)
{
    json_run_line(out, run->packs, run->shelf->count, run->context, run->detail);
}

static void lines_foot(const struct json_counts *counts, enum audit_end end, struct buf *out)
{
    if (end == AUDIT_DONE)
        json_summary_line(out, counts);
    else if (end == AUDIT_STOPPED)
        json_stopped_line(out, counts);
}

/* --- text --- */

static void put_text(const struct results_run *run, const struct record *r, struct buf *out)
{
    for (size_t i = 0; i < r->pack_count; i++) {
        const struct score *s = &r->packs[i].score;
        if (s->has_score)
            buf_printf(out, "%3d.%d  ", s->score / 1000, s->score % 1000 / 100);
        else
            buf_puts(out, "    -  ");
        report_put_verdict(out, run->packs[i], &r->packs[i].verdict);
        buf_printf(out, "  %s (%s)\n", r->company, r->name);
    }
    if (r->pack_count == 0)
        buf_printf(out, "    -  %s  %s\n",
                   r->kind == RECORD_LOST ? "could not be assessed" : "could not be read",
                   r->name);
}

/* --- all forms --- */

enum { ON_STDOUT = (size_t)-1 };

static const struct result_form forms[] = {
    {FORMAT_TEXT, SIZE_MAX, DRAWN_COUNT, NULL, put_text, NULL},
    {FORMAT_JSONL, offsetof(struct audit_choices, jsonl), DRAWN_JSONL, lines_head, NULL,
     lines_foot},
};

static bool is_stdout(const char *name)
{
    return !name || strcmp(name, "-") == 0;
}

static bool add(struct results *results, const struct result_form *form, const char *name)
{
    struct result_file *file = &results->list[results->count];
    struct error err;

    *file = (struct result_file){.all = results,
                                 .form = form,
                                 .name = is_stdout(name) ? NULL : name,
                                 .scratch = BUF_INIT};
    for (size_t i = 0; i < results->count; i++) {
        const char *other = results->list[i].name;
        if (file->name && other ? strcmp(file->name, other) != 0 : file->name || other)
            continue;
        say("two results cannot go to one place: %s", file->name ? file->name : "'-'");
        return false;
    }
    file->output = file->name
                       ? output_open(file->name, results->run.options->audit.resume, &err)
                       : output_of(STDOUT_FILENO);
    results->count += file->output != NULL;
    if (!file->output)
        say_error(&err);
    return file->output != NULL;
}
