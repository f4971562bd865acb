/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "audit/outputs/page.h"
#include "audit/outputs/page_changes.h"
#include "audit/outputs/page_folder.h"
#include "report/csv/csv.h"
#include "report/html/company.h"
#include "report/html/markup.h"
#include "report/html/page.h"

/* One company, in the order of the input. */
struct kept {
    const char *name;
    bool placed;                 /* it has got its row in the ranking that is walked */
    struct html_digest *digests; /* one per pack; NULL unless assessed */
};

struct audit_page {
    struct page_options options;
    struct ranking *ranking;
    struct arena arena; /* of what is kept */
    struct kept *list;
    size_t count;
    size_t *by_name;              /* numbers, sorted by name; NULL until all are there */
    struct buf sections;          /* of the companies, as long as they are few */
    struct buf csv;               /* their table */
    struct page_changes *changes; /* NULL: no earlier result */
    struct page_folder folder;    /* its path is NULL as long as the sections are kept */
};

static bool open_changes(struct audit_page *page, struct error *err)
{
    const struct page_options *o = &page->options;
    struct buf line = BUF_INIT;

    json_run_line(&line, o->packs, o->pack_count, o->context, o->detail);
    page->changes =
        page_changes_open(o->baseline, (struct text){buf_text(&line), line.len}, err);
    buf_release(&line);
    return page->changes != NULL;
}

struct audit_page *audit_page_open(const struct page_options *options, struct error *err)
{
    struct ranking *ranking = ranking_open(options->packs, options->pack_count, err);

    if (!ranking)
        return NULL;
    struct audit_page *page = calloc(1, sizeof *page);
    if (!page)
        out_of_memory();
    page->options = *options;
    page->ranking = ranking;
    page->sections = (struct buf)BUF_INIT;
    page->csv = (struct buf){.max = SIZE_MAX / 2};
    csv_put_company_head(&page->csv, options->sheet);
    if (!options->baseline || open_changes(page, err))
        return page;
    audit_page_close(page);
    return NULL;
}

void audit_page_close(struct audit_page *page)
{
    if (!page)
        return;
    ranking_close(page->ranking);
    page_changes_close(page->changes);
    arena_release(&page->arena);
    buf_release(&page->sections);
    buf_release(&page->csv);
    free(page);
}

/* --- what workers draw --- */

void audit_page_drawing(struct buf *out, const struct assessment *a, int64_t number,
                        size_t pack, const struct report_context *context, struct arena *arena)
{
    struct buf prefix = BUF_INIT, section = BUF_INIT;

    survey_put_prefix(&prefix, number, pack);
    struct html_company company = {.assessment = a,
                                   .context = context,
                                   .arena = arena,
                                   .prefix = buf_text(&prefix),
                                   .level = 3,
                                   .of_audit = true};
    html_put_company(&section, &company);
    html_put_digest(out, a, arena);
    html_put_text(out, (struct text){buf_text(&section), section.len});
    buf_release(&prefix);
    buf_release(&section);
}

void audit_page_drawing_unread(struct buf *out, const struct record *r,
                               const struct faults *faults, const struct error *err)
{
    struct buf prefix = BUF_INIT, section = BUF_INIT;

    survey_put_prefix(&prefix, r->number, 0);
    struct html_unreadable unreadable = {r->name, faults, err, buf_text(&prefix), 3};
    html_put_unreadable(&section, &unreadable);
    html_put_text(out, (struct text){buf_text(&section), section.len});
    buf_release(&prefix);
    buf_release(&section);
}

/* --- sections --- */

/* The sections kept so far go into files: length, then text, company by company. */
static bool move_out(struct audit_page *page, struct error *err)
{
    struct text rest = {buf_text(&page->sections), page->sections.len}, section;
    bool ok = page_folder_open(&page->folder, page->options.name, &page->arena, err);

    for (size_t i = 0; ok && html_get_text(&rest, &section); i++)
        ok = page_folder_put(&page->folder, (int64_t)i, page->list[i].name, section, err);
    buf_release(&page->sections);
    page->sections = (struct buf)BUF_INIT;
    return ok;
}

/* --- taking --- */

static struct text keep_text(struct audit_page *page, struct text text)
{
    return (struct text){arena_copy(&page->arena, text.at, text.len), text.len};
}

/* Keeps the digests of a drawing and appends its sections. */
static bool keep(struct audit_page *page, struct kept *kept, const struct record *r,
                 struct buf *sections)
{
    struct text rest = r->drawn[DRAWN_HTML], section;

    kept->name = arena_copy(&page->arena, r->name, strlen(r->name));
    if (r->kind == RECORD_ASSESSED)
        kept->digests =
            arena_alloc(&page->arena, page->options.pack_count * sizeof *kept->digests);
    for (size_t i = 0; kept->digests && i < page->options.pack_count; i++) {
        struct html_digest *d = &kept->digests[i];
        if (!html_get_digest(&rest, d) || !html_get_text(&rest, &section))
            return false;
        d->codes = keep_text(page, d->codes);
        d->money = keep_text(page, d->money);
        d->waivers = keep_text(page, d->waivers);
        buf_put(sections, section.at, section.len);
    }
    if (!kept->digests && html_get_text(&rest, &section))
        buf_put(sections, section.at, section.len);
    return true;
}

bool audit_page_take(void *context, const struct record *r, struct error *err)
{
    struct audit_page *page = context;
    struct buf sections = BUF_INIT;

    if (!ranking_take(page->ranking, r, err) ||
        (page->changes && !page_changes_take(page->changes, r->drawn[DRAWN_JSONL], err)))
        return false;
    page->list = arena_grow(&page->arena, page->list, page->count, sizeof *page->list);
    struct kept *kept = &page->list[page->count];
    *kept = (struct kept){0};
    bool ok = keep(page, kept, r, &sections) ||
              error_set(err, ERROR_OUTPUT, NULL, 0, "a drawing of '%s' is broken", r->name);
    page->count++;
    buf_put(&page->csv, r->drawn[DRAWN_CSV].at, r->drawn[DRAWN_CSV].len);
    struct text text = {buf_text(&sections), sections.len};
    if (ok && page->folder.path) {
        ok = page_folder_put(&page->folder, (int64_t)page->count - 1, kept->name, text, err);
    } else if (ok) {
        html_put_text(&page->sections, text);
        if (page->count > SURVEY_SECTIONS_MAX && page->options.name)
            ok = move_out(page, err);
    }
    buf_release(&sections);
    return ok;
}

/* --- drawing --- */

/* What is walked by. */
struct walk {
    struct audit_page *page;
    struct arena *arena; /* of the rows */
    struct survey_row *rows;
    size_t count;
    size_t pack;
};

/* Not qsort: no context, and few are out of order. */
static void sort_names(struct audit_page *page, size_t *list, size_t *spare, size_t count)
{
    size_t half = count / 2, a = 0, b = half;

    if (count < 2)
        return;
    sort_names(page, list, spare, half);
    sort_names(page, list + half, spare, count - half);
    for (size_t i = 0; i < count; i++) {
        bool second = a == half || (b < count && strcmp(page->list[list[b]].name,
                                                        page->list[list[a]].name) < 0);
        spare[i] = list[second ? b++ : a++];
    }
    memcpy(list, spare, count * sizeof *list);
}

static void index_names(struct audit_page *page)
{
    size_t *spare = arena_alloc(&page->arena, page->count * sizeof *spare);

    page->by_name = arena_alloc(&page->arena, page->count * sizeof *page->by_name);
    for (size_t i = 0; i < page->count; i++)
        page->by_name[i] = i;
    sort_names(page, page->by_name, spare, page->count);
}

/* The next company of that name that has no row yet. */
static size_t find(struct audit_page *page, const char *name)
{
    size_t low = 0, high = page->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(page->list[page->by_name[middle]].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (low + 1 < page->count && page->list[page->by_name[low]].placed)
        low++;
    return page->by_name[low];
}

static bool take_row(void *context, const struct ranked *ranked, struct error *err)
{
    struct walk *w = context;
    size_t number = find(w->page, ranked->name);
    struct kept *kept = &w->page->list[number];
    struct survey_row *row = &w->rows[w->count++];

    (void)err;
    kept->placed = true;
    *row = (struct survey_row){*ranked, (int64_t)number,
                               kept->digests ? &kept->digests[w->pack] : NULL};
    row->ranked.name = kept->name;
    row->ranked.company = arena_copy(w->arena, ranked->company, strlen(ranked->company));
    return true;
}

static bool survey_of(struct audit_page *page, size_t pack, struct arena *arena,
                      struct survey *out, struct error *err)
{
    struct walk w = {.page = page, .arena = arena, .pack = pack};

    w.rows = arena_alloc(arena, page->count * sizeof *w.rows);
    for (size_t i = 0; i < page->count; i++)
        page->list[i].placed = false;
    bool ok = ranking_walk(page->ranking, pack, take_row, &w, err);
    *out = (struct survey){.context = page->options.context,
                           .pack = page->options.packs[pack],
                           .pack_number = pack,
                           .pack_count = page->options.pack_count,
                           .rows = w.rows,
                           .row_count = w.count,
                           .counts = ranking_count(page->ranking, pack),
                           .folder = page->folder.address};
    return ok;
}

static bool put_out(struct output *output, struct buf *text, struct error *err)
{
    bool ok = output_put(output, (struct text){buf_text(text), text->len}, err);

    buf_reset(text);
    return ok;
}

static bool put_sections(struct audit_page *page, struct output *output, struct buf *text,
                         struct error *err)
{
    struct text rest = {buf_text(&page->sections), page->sections.len}, section;

    if (page->folder.path)
        return true;
    buf_puts(text, "<section class=\"part\" id=\"companies\">\n<h2>Company by company</h2>\n");
    while (html_get_text(&rest, &section)) {
        buf_put(text, section.at, section.len);
        if (!put_out(output, text, err))
            return false;
    }
    buf_puts(text, "</section>\n");
    return put_out(output, text, err);
}

static bool put_changes(struct audit_page *page, const struct json_counts *counts,
                        struct buf *text, struct error *err)
{
    struct buf line = BUF_INIT;
    bool ok = true;

    json_summary_line(&line, counts);
    if (page->changes)
        ok = page_changes_draw(page->changes, (struct text){buf_text(&line), line.len}, text,
                               err);
    else
        page_changes_draw_none(text);
    buf_release(&line);
    return ok;
}

static bool put_all(struct audit_page *page, const struct survey *surveys,
                    const struct json_counts *counts, struct output *output, struct buf *text,
                    struct error *err)
{
    size_t count = page->options.pack_count;

    survey_put_head(text, surveys, count);
    for (size_t p = 0; p < count; p++) {
        for (size_t i = 0; i < survey_part_count; i++) {
            survey_put_part(text, &surveys[p], &survey_parts[i]);
            if (!put_out(output, text, err))
                return false;
        }
    }
    if (!put_changes(page, counts, text, err) || !put_sections(page, output, text, err))
        return false;
    survey_put_method(text, surveys, count);
    survey_put_reproduce(text, surveys, count,
                         (struct text){buf_text(&page->csv), page->csv.len});
    html_page_close(text, report_disclaimer);
    return put_out(output, text, err);
}

bool audit_page_draw(struct audit_page *page, const struct json_counts *counts,
                     struct output *output, struct error *err)
{
    struct survey *surveys =
        arena_alloc(&page->arena, page->options.pack_count * sizeof *surveys);
    struct arena arena = {0};
    struct buf paths = BUF_INIT, text = {.max = SIZE_MAX / 2};
    bool ok = true;

    for (size_t i = 0; i < page->options.path_count; i++)
        buf_printf(&paths, "%s%s", i ? " " : "", page->options.paths[i]);
    index_names(page);
    for (size_t i = 0; ok && i < page->options.pack_count; i++) {
        ok = survey_of(page, i, &arena, &surveys[i], err);
        surveys[i].paths = buf_text(&paths);
        surveys[i].passed = &counts->passed;
    }
    ok = ok && put_all(page, surveys, counts, output, &text, err);
    if (ok && page->folder.path)
        page_folder_close(&page->folder, page->count);
    buf_release(&text);
    buf_release(&paths);
    arena_release(&arena);
    return ok;
}
