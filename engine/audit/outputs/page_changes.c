/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/outputs/page_changes.h"
#include "audit/results/diff_pairs.h"
#include "audit/results/diff_report.h"
#include "report/html/markup.h"

enum { LISTED = 200 }; /* companies that changed: more would be a table nobody reads */

struct page_changes {
    struct result *old;
    const char *old_file;
    char path[64]; /* of the temporary file; "" once it is gone */
    FILE *file;
};

/* What is summed over all companies while they are listed. */
struct changes_sum {
    struct diff_counts counts;
    int64_t parts[CAUSE_COUNT]; /* thousandths of scores */
    size_t moved_by[CAUSE_COUNT];
    size_t listed, changed;
};

static bool cannot_keep(struct error *err)
{
    return error_set(err, ERROR_OUTPUT, NULL, 0,
                     "the records cannot be kept in a temporary file: %s", strerror(errno));
}

bool page_changes_take(struct page_changes *c, struct text lines, struct error *err)
{
    return fwrite(lines.at, 1, lines.len, c->file) == lines.len || cannot_keep(err);
}

static bool open_temporary(struct page_changes *c, struct text run_line, struct error *err)
{
    const char *folder = getenv("TMPDIR");
    int n = snprintf(c->path, sizeof c->path, "%s/plumbline-XXXXXX",
                     folder && *folder ? folder : "/tmp");
    if (n < 0 || (size_t)n >= sizeof c->path)
        memcpy(c->path, "/tmp/plumbline-XXXXXX", sizeof "/tmp/plumbline-XXXXXX");
    int fd = mkstemp(c->path);
    c->file = fd < 0 ? NULL : fdopen(fd, "w");
    if (!c->file) {
        if (fd >= 0)
            close(fd);
        return cannot_keep(err);
    }
    return page_changes_take(c, run_line, err);
}

struct page_changes *page_changes_open(const char *old, struct text run_line, struct error *err)
{
    struct page_changes *c = calloc(1, sizeof *c);

    if (!c)
        out_of_memory();
    c->old_file = old;
    c->old = result_open(old, err);
    if (c->old && open_temporary(c, run_line, err))
        return c;
    page_changes_close(c);
    return NULL;
}

static void remove_temporary(struct page_changes *c)
{
    if (c->path[0])
        unlink(c->path);
    c->path[0] = '\0';
}

void page_changes_close(struct page_changes *c)
{
    if (!c)
        return;
    if (c->file)
        fclose(c->file);
    remove_temporary(c);
    result_close(c->old);
    free(c);
}

/* --- the table --- */

/* "+1.250" */
static void put_signed(struct buf *out, int64_t thousandths)
{
    int64_t magnitude = thousandths < 0 ? -thousandths : thousandths;

    buf_printf(out, "%s%lld.%03lld",
               thousandths < 0   ? "-"
               : thousandths > 0 ? "+"
                                 : "",
               (long long)(magnitude / 1000), (long long)(magnitude % 1000));
}

static void put_score(struct buf *out, bool has, int score)
{
    if (has)
        buf_printf(out, "%d", score / 1000);
    else
        buf_puts(out, "none");
}

/* "facts -2.100, points +0.500" */
static void put_parts(struct buf *out, const struct diff_company *d)
{
    const char *comma = "";

    for (int i = 0; i < CAUSE_COUNT; i++) {
        if (!d->causes[i])
            continue;
        buf_printf(out, "%s%s", comma, cause_names[i]);
        if (d->score.has_old && d->score.has_new) {
            buf_putc(out, ' ');
            put_signed(out, d->score.parts[i]);
        }
        comma = ", ";
    }
}

static void put_findings(struct buf *out, const struct diff_company *d)
{
    const char *comma = "";

    for (size_t i = 0; i < d->finding_count; i++) {
        const struct diff_finding *f = &d->findings[i];
        buf_printf(out, "%s%s %s", comma, f->rule, finding_change_names[f->change]);
        comma = ", ";
    }
}

static void put_rank(struct buf *out, const struct diff_company *d)
{
    if (d->old_rank == d->new_rank)
        return;
    buf_printf(out, "%zu to %zu: ", d->old_rank, d->new_rank);
    diff_put_rank_cause(out, d);
}

/* One cell of what is in 'text', and away with it. */
static void put_cell(struct buf *out, const char *name, struct buf *text)
{
    html_put(out, "<td data-name=\"%s\">%s</td>", name, buf_text(text));
    buf_reset(text);
}

static void put_row(struct buf *out, const struct diff_company *d)
{
    struct buf text = BUF_INIT;

    html_put(out, "<tr><th scope=\"row\">%s</th><td data-name=\"Change\">%s</td>",
             d->company && *d->company ? d->company : d->name, diff_status_names[d->status]);
    put_score(&text, d->score.has_old, d->score.old);
    buf_puts(&text, " to ");
    put_score(&text, d->score.has_new, d->score.new);
    put_cell(out, "Score", &text);
    put_parts(&text, d);
    put_cell(out, "Parts of the change", &text);
    put_findings(&text, d);
    put_cell(out, "Findings", &text);
    if (d->old_rank > 0 && d->new_rank > 0)
        put_rank(&text, d);
    put_cell(out, "Rank", &text);
    buf_puts(out, "</tr>\n");
    buf_release(&text);
}

static void add(struct changes_sum *sum, const struct diff_company *d, struct buf *rows)
{
    sum->counts.by_status[d->status]++;
    sum->counts.moved += d->old_rank != d->new_rank;
    for (int i = 0; i < CAUSE_COUNT; i++) {
        sum->moved_by[i] += d->causes[i];
        if (d->score.has_old && d->score.has_new)
            sum->parts[i] += d->score.parts[i];
    }
    if (!diff_says(d))
        return;
    sum->changed++;
    if (sum->listed++ < LISTED)
        put_row(rows, d);
}

/* --- the sums --- */

/* A bar from the middle: to the right what scores gained, to the left what they lost. */
static void put_bar(struct buf *out, int64_t part, int64_t most)
{
    int length = most > 0 ? (int)(50 * (part < 0 ? -part : part) / most) : 0;

    html_put(out,
             "<svg class=\"amount\" aria-hidden=\"true\" width=\"100%%\" height=\"14\"><rect "
             "class=\"%s\" x=\"%d%%\" width=\"%d%%\" height=\"14\"></rect><line x1=\"50%%\" "
             "x2=\"50%%\" y1=\"0\" y2=\"14\" stroke=\"currentColor\"></line></svg>",
             part < 0 ? "cost" : "paid", part < 0 ? 50 - length : 50, length);
}

static void put_sums(struct buf *out, const struct changes_sum *sum)
{
    int64_t most = 0;
    struct buf text = BUF_INIT;

    for (int i = 0; i < CAUSE_COUNT; i++)
        if (llabs(sum->parts[i]) > most)
            most = llabs(sum->parts[i]);
    buf_puts(out, "<table><caption>What moved the scores, all companies together, in points of "
                  "100</caption><thead><tr><th scope=\"col\">Cause</th><th scope=\"col\">Lost "
                  "and gained</th><th scope=\"col\" class=\"number\">Sum</th><th scope=\"col\" "
                  "class=\"number\">Companies</th></tr></thead><tbody>\n");
    for (int i = 0; i < CAUSE_COUNT; i++) {
        html_put(out, "<tr><th scope=\"row\">%s</th><td data-name=\"Lost and gained\">",
                 cause_names[i]);
        put_bar(out, sum->parts[i], most);
        put_signed(&text, sum->parts[i]);
        html_put(out,
                 "</td><td class=\"number\" data-name=\"Sum\">%s</td><td class=\"number\" "
                 "data-name=\"Companies\">%zu</td></tr>\n",
                 buf_text(&text), sum->moved_by[i]);
        buf_reset(&text);
    }
    buf_puts(out, "</tbody></table>\n");
    buf_release(&text);
}

static void put_counts(struct buf *out, const struct changes_sum *sum)
{
    const char *comma = "";

    buf_puts(out, "<p>");
    for (int i = 0; i < DIFF_STATUS_COUNT; i++) {
        html_put(out, "%s%d %s", comma, (int)sum->counts.by_status[i], diff_status_names[i]);
        comma = ", ";
    }
    html_put(out, "; %d with another rank.</p>\n", (int)sum->counts.moved);
}

/* --- the section --- */

static void put_section(struct buf *out, const struct page_changes *c, const struct result *new,
                        const struct changes_sum *sum, const struct buf *rows)
{
    html_put(out,
             "<section class=\"part\" id=\"changes\">\n<h2>Changes since an earlier "
             "result</h2>\n<p>The earlier result is %s. ",
             c->old_file);
    html_put_sentence(out, diff_attribution(result_stamp(c->old), result_stamp(new)));
    buf_puts(out, "</p>\n");
    put_counts(out, sum);
    put_sums(out, sum);
    if (sum->changed > LISTED)
        html_put(out,
                 "<p>Of %zu companies that changed, the first %d are listed: 'plumbline diff' "
                 "tells of all.</p>\n",
                 sum->changed, LISTED);
    if (sum->changed > 0) {
        buf_puts(out, "<table class=\"sortable\"><caption>Companies that changed</caption>"
                      "<thead><tr><th scope=\"col\">Company</th><th scope=\"col\">Change</th>"
                      "<th scope=\"col\">Score</th><th scope=\"col\">Parts of the change</th>"
                      "<th scope=\"col\">Findings</th><th scope=\"col\">Rank</th></tr></thead>"
                      "<tbody>\n");
        buf_put(out, buf_text(rows), rows->len);
        buf_puts(out, "</tbody></table>\n");
    }
    buf_puts(out, "</section>\n");
}

static bool draw_pairs(struct page_changes *c, struct result *new, struct buf *out,
                       struct error *err)
{
    struct diff_pairs *pairs = diff_pairs_open(c->old, new, err);
    struct changes_sum sum = {.listed = 0};
    struct buf rows = BUF_INIT;
    struct arena arena = {0};
    struct diff_company company;
    enum diff_got got = DIFF_FAILED;

    while (pairs && (got = diff_pairs_next(pairs, &arena, &company, err)) == DIFF_COMPANY) {
        add(&sum, &company, &rows);
        arena_reset(&arena);
    }
    if (got == DIFF_END)
        put_section(out, c, new, &sum, &rows);
    diff_pairs_close(pairs);
    arena_release(&arena);
    buf_release(&rows);
    return got == DIFF_END;
}

bool page_changes_draw(struct page_changes *c, struct text summary, struct buf *out,
                       struct error *err)
{
    if (!page_changes_take(c, summary, err))
        return false;
    bool kept = fclose(c->file) == 0;
    c->file = NULL;
    if (!kept)
        return cannot_keep(err);
    struct result *new = result_open(c->path, err);
    bool ok = new &&draw_pairs(c, new, out, err);
    result_close(new);
    remove_temporary(c);
    return ok;
}

void page_changes_draw_none(struct buf *out)
{
    buf_puts(out, "<section class=\"part\" id=\"changes\">\n<h2>Changes since an earlier "
                  "result</h2>\n<p>No earlier result was given: "
                  "<code>--baseline OLD.jsonl</code> shows what changed since, and why.</p>\n"
                  "</section>\n");
}
