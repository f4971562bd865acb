/* SPDX-License-Identifier: MIT */
#include "report/sheets/compare.h"

#include <string.h>

enum { COLUMNS_A_BLOCK = 3, LABEL_WIDTH = 26, CELL_WIDTH = 18, NOTE_INDENT = 2 };

/* One block of the table: the columns from 'first' on. */
struct table {
    const struct compare_report *report;
    const struct comparison *c;
    struct page page;
    size_t first, end;
};

typedef void cell_fn(struct buf *out, const struct table *table, size_t column, size_t row);

/* --- values --- */

static void put_amount(struct buf *out, const struct amount *amount, const char *currency)
{
    if (!amount->known) {
        buf_puts(out, "not known");
        return;
    }
    if (amount->lo != amount->hi) {
        decimal_put(out, amount->lo, true);
        buf_puts(out, " to ");
    }
    compare_put_money(out, amount->hi, currency);
}

/* "12 (10-20)": as in the report, down, but for the upper end. */
static void put_score(struct buf *out, const struct score *score)
{
    if (score->has_score)
        buf_printf(out, "%d", text_down(score->score));
    else
        buf_puts(out, "none");
    if (score->low == score->high)
        return;
    buf_puts(out, " (");
    text_put_range(out, score);
    buf_putc(out, ')');
}

/* --- rows --- */

static bool is_job(const struct table *t, size_t column)
{
    return column == t->c->count;
}

/* Puts the words of 'text' that fit one line of a cell; returns what is left. A word that is
 * wider than a cell is cut. */
static const char *put_line(struct buf *out, const char *text)
{
    size_t used = 0, room = CELL_WIDTH - 1;

    while (*text) {
        struct text word = {text, strcspn(text, " \t")};
        size_t columns = text_columns(word);
        if (used > 0 && used + 1 + columns > room)
            break;
        if (columns > room)
            word.len = text_cut(word, room, &columns);
        buf_puts(out, used > 0 ? " " : "");
        buf_put(out, text, word.len);
        used += columns + (used > 0);
        text += word.len;
        if (*text != ' ' && *text != '\t')
            break;
        text += strspn(text, " \t");
    }
    return text;
}

/* The cells of a row, as many lines as the longest needs; the label stands before the first. */
static void put_cells(struct table *t, size_t at, const char **cells)
{
    bool more = true;

    for (; more; at = 0) {
        more = false;
        size_t stop = LABEL_WIDTH;
        for (size_t i = t->first; i < t->end; i++, stop += CELL_WIDTH) {
            const char **rest = &cells[i - t->first];
            if (!**rest)
                continue;
            page_pad(&t->page, at, stop);
            size_t from = t->page.out->len;
            *rest = put_line(t->page.out, *rest);
            at = stop + utf8_columns(t->page.out->at + from);
            more |= **rest != '\0';
        }
        buf_putc(t->page.out, '\n');
    }
}

static void put_row(struct table *t, const char *label, cell_fn *put, size_t row)
{
    const char *cells[COLUMNS_A_BLOCK] = {"", "", ""};
    size_t at = utf8_columns(label);
    struct buf *scratch = &t->page.scratch;

    for (size_t i = t->first; i < t->end; i++) {
        buf_reset(scratch);
        put(scratch, t, i, row);
        cells[i - t->first] = arena_copy(t->report->arena, buf_text(scratch), scratch->len);
    }
    buf_reset(scratch);
    if (at < LABEL_WIDTH) {
        buf_puts(t->page.out, label);
    } else {
        page_wrap(&t->page, 0, 0, label);
        at = 0;
    }
    put_cells(t, at, cells);
}

/* --- cells --- */

static void cell_name(struct buf *out, const struct table *t, size_t column, size_t row)
{
    (void)row;
    buf_puts(out, is_job(t, column) ? "a job" : t->c->names[column]);
}

enum { ROW_SCORE, ROW_RANGE, ROW_KNOWN, ROW_VERDICT, ROW_HEADS };

static const char *const head_labels[] = {"score", "range", "known", "verdict"};

static void cell_head(struct buf *out, const struct table *t, size_t column, size_t row)
{
    if (is_job(t, column)) {
        buf_putc(out, '-');
        return;
    }
    const struct assessment *a = &t->c->list[column];
    if (row == ROW_VERDICT)
        report_put_verdict(out, a->pack, &a->verdict);
    else if (row == ROW_KNOWN)
        buf_printf(out, "%d %%", a->score.coverage / 1000);
    else if (row == ROW_RANGE)
        text_put_range(out, &a->score);
    else if (a->score.has_score)
        buf_printf(out, "%d", text_down(a->score.score));
    else
        buf_puts(out, "none");
}

static void cell_theme(struct buf *out, const struct table *t, size_t column, size_t theme)
{
    const struct assessment *a = is_job(t, column) ? NULL : &t->c->list[column];

    if (!a || (a->pack->themes[theme].score == SCORE_FIT && !a->has_fit)) {
        buf_putc(out, '-');
        return;
    }
    struct score score = tally_score(a->themes[theme]);
    put_score(out, &score);
}

static void cell_fact(struct buf *out, const struct table *t, size_t column, size_t fact)
{
    if (is_job(t, column))
        buf_putc(out, '-');
    else
        compare_put_fact(out, t->c->list[column].profile, (int)fact);
}

static void cell_finding(struct buf *out, const struct table *t, size_t column, size_t rule)
{
    if (is_job(t, column))
        buf_putc(out, '-');
    else if (!assessment_says(&t->c->list[column], &t->c->list[column].findings[rule]))
        buf_puts(out, "not asked");
    else
        compare_put_outcome(out, &t->c->list[column].findings[rule]);
}

static const char *const money_labels[] = {
    "wage an hour (h)", "hours (h) a month",    "pay a month",          "pay a year",
    "cost, first year", "median reward a year", "median less the cost",
};
enum { ROW_HOURS = 1, ROW_YEAR = 3, ROW_COST, ROW_REWARD, ROW_REMAINDER };

static void cell_job(struct buf *out, const struct job *job, size_t row)
{
    const decimal pays[] = {job->wage, job->hours, job->month, job->year};

    if (row > ROW_YEAR)
        buf_putc(out, '-');
    else
        compare_put_money(out, pays[row], row == ROW_HOURS ? "h" : job->currency);
}

static void cell_money(struct buf *out, const struct table *t, size_t column, size_t row)
{
    if (is_job(t, column)) {
        cell_job(out, t->report->job, row);
        return;
    }
    const struct year *year = &t->c->years[column];
    const struct amount *amounts[] = {&year->cost, &year->reward, &year->remainder};
    if (row < ROW_COST)
        buf_putc(out, '-');
    else
        put_amount(out, amounts[row - ROW_COST], t->c->list[column].profile->currency);
}

/* --- notes --- */

static void put_missing(struct buf *out, const struct comparison *c, size_t company)
{
    const struct year *year = &c->years[company];

    if (year->missing_count == 0)
        return;
    buf_printf(out, "%s, not known:", c->names[company]);
    for (size_t i = 0; i < year->missing_count; i++)
        buf_printf(out, "%s %s", i > 0 ? "," : "",
                   c->list[0].profile->schema->facts[year->missing[i]].name);
    buf_putc(out, '.');
}

static void put_note(struct table *t)
{
    if (t->page.scratch.len > 0)
        page_wrap_scratch(&t->page, 0, NOTE_INDENT);
}

static void put_money_notes(struct table *t)
{
    for (size_t i = t->first; i < t->end && i < t->c->count; i++) {
        put_missing(&t->page.scratch, t->c, i);
        put_note(t);
        compare_put_currency(&t->page.scratch, t->report->job, t->c, i);
        put_note(t);
    }
}

/* --- the table --- */

/* Whether the theme has a row: one about the reader only where some profile speaks of him. */
static bool theme_is_shown(const struct comparison *c, size_t theme)
{
    const struct pack *pack = c->list[0].pack;

    for (size_t i = 0; i < c->count; i++)
        if (c->list[i].has_fit && pack->themes[theme].score == SCORE_FIT)
            return !theme_is_off(pack, theme);
    return pack->themes[theme].score == SCORE_COMPANY && !theme_is_off(pack, theme);
}

static void put_scores(struct table *t)
{
    const struct pack *pack = t->c->list[0].pack;

    for (size_t i = 0; i < ROW_HEADS; i++)
        put_row(t, head_labels[i], cell_head, i);
    page_heading(&t->page, "Themes", "each with the range that open answers leave");
    for (size_t i = 0; i < pack->theme_count; i++)
        if (theme_is_shown(t->c, i))
            put_row(t, pack->themes[i].title, cell_theme, i);
}

static void put_facts(struct table *t, const char *heading, size_t from, size_t end)
{
    if (from == end)
        return;
    page_heading(&t->page, heading, "");
    for (size_t i = from; i < end; i++)
        put_row(t, t->c->list[0].profile->schema->facts[t->c->facts[i]].name, cell_fact,
                (size_t)t->c->facts[i]);
}

static void put_findings(struct table *t)
{
    const struct pack *pack = t->c->list[0].pack;

    if (t->c->rule_count == 0)
        return;
    page_heading(&t->page, "Findings that differ", "");
    for (size_t i = 0; i < t->c->rule_count; i++) {
        const struct rule *rule = &pack->rules[t->c->rules[i]];
        put_row(t, arena_printf(t->report->arena, "%s %s", rule->id, rule->title), cell_finding,
                t->c->rules[i]);
    }
}

static void put_differences(struct table *t)
{
    put_facts(t, "Facts that differ, read for the score", 0, t->c->read_count);
    put_facts(t, "Other facts that differ", t->c->read_count, t->c->fact_count);
    put_findings(t);
}

static void put_block(struct table *t)
{
    bool has_company = t->first < t->c->count; /* and not the job alone */

    put_row(t, "", cell_name, 0);
    page_rule(&t->page, GLYPH_THIN);
    if (has_company)
        put_scores(t);
    if (t->report->job) {
        page_heading(&t->page, "A year", "h is an hour; the hours are those of a month");
        for (size_t i = 0; i < COUNT(money_labels); i++)
            put_row(t, money_labels[i], cell_money, i);
        put_money_notes(t);
    }
    if (has_company)
        put_differences(t);
    page_rule(&t->page, GLYPH_RULE);
}

/* --- what holds for all --- */

static void put_pair(struct buf *out, const struct comparison *c, size_t a, size_t b)
{
    const struct score *score_a = &c->list[a].score, *score_b = &c->list[b].score;
    bool first = score_a->low > score_b->high;

    if (compare_is_close(score_a, score_b))
        buf_printf(out, "too close to call: %s and %s", c->names[a], c->names[b]);
    else
        buf_printf(out, "%s scores above %s whatever the open answers are",
                   c->names[first ? a : b], c->names[first ? b : a]);
}

static void put_pairs(struct table *t)
{
    for (size_t i = 0; i < t->c->count; i++) {
        for (size_t k = i + 1; k < t->c->count; k++) {
            put_pair(&t->page.scratch, t->c, i, k);
            put_note(t);
        }
    }
}

void compare_text(struct buf *out, const struct compare_report *report,
                  const struct text_style *style)
{
    const struct comparison *c = report->comparison;
    const struct pack *pack = c->list[0].pack;
    size_t columns = c->count + (report->job != NULL);
    struct table t = {
        .report = report, .c = c, .page = {.out = out, .style = style, .scratch = BUF_INIT}};

    if (c->count == 1)
        buf_puts(out, "one company and a job");
    else
        buf_printf(out, "%zu companies", c->count);
    buf_printf(out, " side by side, pack %s %s #%.10s\n\n", pack->name, pack->version,
               pack->hash);
    for (; t.first < columns; t.first = t.end) {
        t.end = t.first + COLUMNS_A_BLOCK < columns ? t.first + COLUMNS_A_BLOCK : columns;
        put_block(&t);
        buf_putc(out, '\n');
    }
    put_pairs(&t);
    if (c->count > 1)
        buf_printf(out,
                   "\nfacts that differ: %zu; the same: %zu; known of none: %zu\n"
                   "findings that differ: %zu; the same: %zu\n",
                   c->fact_count, c->facts_same, c->facts_absent, c->rule_count, c->rules_same);
    buf_putc(out, '\n');
    buf_puts(&t.page.scratch, report_disclaimer);
    page_wrap_scratch(&t.page, 0, 0);
    buf_release(&t.page.scratch);
}
