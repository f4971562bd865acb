/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <unistd.h>

#include "cli/audit_files.h"

/* One form of results: what workers draw of each company, and what stands first and last. Or
 * the ranking, of which nothing can be drawn before the end. */
struct audit_form {
    enum format format;      /* that makes it the one on stdout; FORMAT_COUNT: none does */
    enum drawing_kind drawn; /* DRAWN_COUNT: a ranking */
    const char *word;        /* of the option that names a file for it */
    size_t option;           /* and where the name stands in struct audit_choices */
    void (*head)(const struct audit_run *run, struct buf *out);
    void (*foot)(const struct json_counts *counts, enum audit_end end, struct buf *out);
};

static void lines_head(const struct audit_run *run, struct buf *out)
{
    json_run_line(out, run->sheet.packs, run->sheet.pack_count, run->context, run->detail);
}

static void lines_foot(const struct json_counts *counts, enum audit_end end, struct buf *out)
{
    if (end == AUDIT_DONE)
        json_summary_line(out, counts);
    else if (end == AUDIT_STOPPED)
        json_stopped_line(out, counts);
}

/* Without it, Excel on Windows takes a table for one in the machine's old code page; many other
 * programs take it for a part of the first column's name. */
static void put_bom(const struct audit_run *run, struct buf *out)
{
    buf_puts(out, run->options->audit.csv_bom ? "\xEF\xBB\xBF" : "");
}

static void companies_head(const struct audit_run *run, struct buf *out)
{
    put_bom(run, out);
    csv_put_company_head(out, &run->sheet);
}

static void findings_head(const struct audit_run *run, struct buf *out)
{
    put_bom(run, out);
    csv_put_findings_head(out);
}

static void facts_head(const struct audit_run *run, struct buf *out)
{
    put_bom(run, out);
    csv_put_facts_head(out);
}

#define OPTION(word, name) word, offsetof(struct audit_choices, name)
#define NO_OPTION "", SIZE_MAX

static const struct audit_form forms[] = {
    {FORMAT_TEXT, DRAWN_COUNT, NO_OPTION, NULL, NULL},
    {FORMAT_JSONL, DRAWN_JSONL, OPTION("jsonl", jsonl), lines_head, lines_foot},
    {FORMAT_CSV, DRAWN_CSV, OPTION("csv", csv), companies_head, NULL},
    {FORMAT_COUNT, DRAWN_CSV_FINDINGS, OPTION("csv-findings", csv_findings), findings_head,
     NULL},
    {FORMAT_COUNT, DRAWN_CSV_FACTS, OPTION("csv-facts", csv_facts), facts_head, NULL},
    /* these have heads and feet of their own */
    {FORMAT_SARIF, DRAWN_SARIF, OPTION("sarif", sarif), NULL, NULL},
    {FORMAT_JUNIT, DRAWN_JUNIT, OPTION("junit", junit), NULL, NULL},
    {FORMAT_TAP, DRAWN_TAP, NO_OPTION, NULL, NULL},
    {FORMAT_GITHUB, DRAWN_GITHUB, NO_OPTION, NULL, NULL},
    {FORMAT_COUNT, DRAWN_HTML, OPTION("html", html), NULL, NULL},
};

/* NULL for forms that are not made of parts. */
static const struct part_format *parts_of(const struct audit_file *file)
{
    enum drawing_kind drawn = file->form->drawn;

    return drawn == DRAWN_COUNT ? NULL : drawing_formats[drawn];
}

/* --- opening --- */

static bool has_stdout(const struct audit_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        if (!files->list[i].name)
            return true;
    return false;
}

/* Where what can only be drawn at the end is kept. */
static bool open_keeper(struct audit_file *file, struct error *err)
{
    const struct audit_run *run = file->run;
    struct page_options page = {.context = run->context,
                                .packs = run->sheet.packs,
                                .pack_count = run->sheet.pack_count,
                                .name = file->name,
                                .paths = run->options->args,
                                .path_count = run->options->arg_count,
                                .sheet = &run->sheet,
                                .baseline = run->options->baseline,
                                .detail = run->detail};

    if (file->form->drawn == DRAWN_COUNT)
        return (file->ranking = ranking_open(page.packs, page.pack_count, err)) != NULL;
    if (file->form->drawn == DRAWN_HTML)
        return (file->page = audit_page_open(&page, err)) != NULL;
    return true;
}

static void close_keeper(struct audit_file *file)
{
    ranking_close(file->ranking);
    audit_page_close(file->page);
}

/* What it is written to, and what it is kept in until then. */
static bool open_file(struct audit_file *file, struct error *err)
{
    const struct audit_run *run = file->run;

    if (!open_keeper(file, err))
        return false;
    file->output = file->name ? output_open(file->name, run->options->audit.resume, err)
                              : output_of(STDOUT_FILENO);
    if (!file->output)
        close_keeper(file);
    file->scratch = (struct buf)BUF_INIT;
    return file->output != NULL;
}

static void put_head(struct audit_file *file)
{
    const struct part_format *format = parts_of(file);

    if (format)
        format->head(&file->scratch, &file->run->parts);
    else if (file->form->head)
        file->form->head(file->run, &file->scratch);
}

static bool add(struct audit_files *files, const struct audit_form *form, const char *name,
                int *code)
{
    struct audit_file *file = &files->list[files->count];
    struct error err;

    name = name && strcmp(name, "-") == 0 ? NULL : name;
    if (!name && has_stdout(files)) {
        say("two results cannot go to one place: the standard output");
        *code = EXIT_USAGE;
        return false;
    }
    *file = (struct audit_file){.run = &files->run, .form = form, .name = name};
    if (!open_file(file, &err)) {
        say_error(&err);
        *code = EXIT_OUTPUT;
        return false;
    }
    files->count++;
    put_head(file);
    /* the head is kept in the output's own memory until there is more */
    return output_put(file->output, (struct text){buf_text(&file->scratch), file->scratch.len},
                      &err);
}

/* Whether it shows figures. */
static bool has_figures(const struct audit_file *file)
{
    return file->page || (file->form->drawn == DRAWN_JSONL && file->run->detail == DETAIL_FULL);
}

/* What is asked for by the name of a file, or NULL. */
static const char *asked_for(const struct options *options, const struct audit_form *form)
{
    const char *name = NULL;

    if (form->option != SIZE_MAX)
        memcpy(&name, (const char *)&options->audit + form->option, sizeof name);
    return name;
}

static bool add_all(struct audit_files *files, int *code)
{
    const struct options *o = files->run.options;
    bool stdout_taken = false;

    for (size_t i = 0; i < COUNT(forms); i++) {
        const char *name = asked_for(o, &forms[i]);
        stdout_taken |= name && strcmp(name, "-") == 0;
        if (name && !add(files, &forms[i], name, code))
            return false;
    }
    for (size_t i = 0; i < COUNT(forms); i++)
        if (forms[i].format == o->format && (o->output || o->format_given || !stdout_taken))
            return add(files, &forms[i], o->output, code);
    return true;
}

bool audit_files_open(struct audit_files *files, const struct audit_run *run, int *code)
{
    *files = (struct audit_files){.run = *run};
    if (add_all(files, code))
        return true;
    for (size_t i = 0; i < files->count; i++) {
        close_keeper(&files->list[i]);
        output_drop(files->list[i].output);
        buf_release(&files->list[i].scratch);
    }
    return false;
}

/* --- filling --- */

/* The next parts of a document; 'count' of them. */
static bool put_parts(struct audit_file *file, struct text parts, size_t count,
                      struct error *err)
{
    buf_reset(&file->scratch);
    format_join(parts_of(file), &file->scratch, file->parts > 0, parts);
    file->parts += parts.len > 0 ? (int64_t)count : 0;
    return output_put(file->output, (struct text){buf_text(&file->scratch), file->scratch.len},
                      err);
}

static bool take(void *context, const struct record *record, struct error *err)
{
    struct audit_file *file = context;

    if (file->ranking)
        return ranking_take(file->ranking, record, err);
    if (file->page)
        return audit_page_take(file->page, record, err);
    struct text drawn = record->drawn[file->form->drawn];
    if (!parts_of(file))
        return output_put(file->output, drawn, err);
    if (parts_of(file)->compares && file->run->baseline)
        baseline_met(file->run->baseline, record->name);
    return put_parts(file, drawn, record->pack_count > 0 ? record->pack_count : 1, err);
}

void audit_files_list(struct audit_files *files, struct taker takers[AUDIT_MAX_FILES],
                      struct audit_options *options)
{
    for (size_t i = 0; i < files->count; i++) {
        takers[i] = (struct taker){take, &files->list[i]};
        options->figures_wanted |= has_figures(&files->list[i]);
        options->rules_wanted |= files->list[i].ranking || files->list[i].page;
        if (!files->list[i].ranking)
            options->drawn[files->list[i].form->drawn] = true;
        options->drawn[DRAWN_CSV] |= files->list[i].page != NULL; /* it holds the table */
        options->drawn[DRAWN_JSONL] |= files->list[i].page && files->run.options->baseline;
    }
}

void audit_files_heed(struct audit_files *files, const struct input *input)
{
    for (size_t i = 0; i < files->count; i++)
        if (files->list[i].name)
            files->list[i].is_read = input_met_result(input, files->list[i].name);
}

bool audit_files_flush(struct audit_files *files, struct error *err)
{
    for (size_t i = 0; i < files->count; i++)
        if (!output_flush(files->list[i].output, err))
            return false;
    return true;
}

void audit_files_put_unfinished(const struct audit_files *files, struct buf *out)
{
    for (size_t i = 0; i < files->count; i++)
        if (files->list[i].is_unfinished)
            buf_printf(out, "%s%s", out->len > 0 ? ", " : "", files->list[i].name);
}

bool audit_file_is_lines(const struct audit_file *file)
{
    return file->form->drawn == DRAWN_JSONL;
}

const struct audit_file *audit_files_lines(const struct audit_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        if (audit_file_is_lines(&files->list[i]) && files->list[i].name)
            return &files->list[i];
    return NULL;
}

/* --- closing --- */

static bool draw_ranking(struct audit_file *file, const struct json_counts *counts,
                         enum audit_end end, struct error *err)
{
    const struct options *o = file->run->options;
    struct text_style style = {.width = text_width(o), .color = wants_color(o)};

    return ranking_draw(file->ranking, file->run->context, &style, end == AUDIT_STOPPED,
                        &counts->passed, file->output, err);
}

/* Companies of the baseline that are not among those of the run. */
static bool put_gone(struct audit_file *file, struct error *err)
{
    struct buf text = BUF_INIT;
    enum baseline_got got;
    size_t at = 0;
    bool ok = true;

    while (ok && (got = baseline_draw_gone(file->run->baseline, &at, parts_of(file), &text,
                                           err)) != BASELINE_END) {
        ok = got == BASELINE_COMPANY &&
             put_parts(file, (struct text){buf_text(&text), text.len}, 1, err);
        buf_reset(&text);
    }
    buf_release(&text);
    return ok;
}

/* What stands last. A document of parts that is not whole has no end. */
static bool put_foot(struct audit_file *file, const struct json_counts *counts,
                     enum audit_end end, struct error *err)
{
    const struct part_format *format = end == AUDIT_DONE ? parts_of(file) : NULL;

    if (format && format->compares && file->run->baseline && !put_gone(file, err))
        return false;
    buf_reset(&file->scratch);
    if (format)
        format->foot(&file->scratch, &file->run->parts, file->parts);
    else if (file->form->foot)
        file->form->foot(counts, end, &file->scratch);
    return file->scratch.len == 0 ||
           output_put(file->output, (struct text){file->scratch.at, file->scratch.len}, err);
}

/* Writes what is left, under the file's name where the result is whole. 'has_text': it has some
 * before the end. */
static bool close_output(struct audit_file *file, bool has_text, bool ok, enum audit_end end,
                         struct error *err)
{
    struct error own;

    file->is_unfinished = output_is_file(file->output);
    if (ok && end == AUDIT_DONE) {
        ok = output_finish(file->output, err);
        file->is_unfinished &= !ok;
        return ok;
    }
    if (has_text || end == AUDIT_DONE)
        return output_leave(file->output, ok ? err : &own) && ok;
    output_drop(file->output); /* an empty page would only be in the way */
    return ok;
}

static bool close_file(struct audit_file *file, const struct json_counts *counts,
                       enum audit_end end, struct error *err)
{
    bool ok = put_foot(file, counts, end, err), has_text = !file->page;

    buf_release(&file->scratch);
    if (ok && file->ranking && (end == AUDIT_DONE || end == AUDIT_STOPPED))
        ok = draw_ranking(file, counts, end, err);
    if (ok && file->page && end == AUDIT_DONE)
        ok = audit_page_draw(file->page, counts, file->output, err);
    close_keeper(file);
    if (ok && file->is_read && end == AUDIT_DONE)
        ok = error_set(
            err, ERROR_OUTPUT, file->name, 0,
            "cannot be written: it came in as a company; the result stays as '%s.partial'",
            file->name);
    return close_output(file, has_text, ok, end, err);
}

/* The file that can be gone on with gets its name last: until then, all can. */
bool audit_files_close(struct audit_files *files, const struct json_counts *counts,
                       enum audit_end end, struct error *err)
{
    const struct audit_file *last = audit_files_lines(files);
    struct error own;
    bool ok = true;

    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < files->count; i++) {
            struct audit_file *file = &files->list[i];
            if ((file == last) != (pass == 1))
                continue;
            ok &= close_file(file, counts, ok ? end : AUDIT_FAILED, ok ? err : &own);
        }
    }
    return ok;
}
