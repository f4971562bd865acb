/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "report/text/ranking_text.h"
#include "report/text/text_findings.h"

/* --- which columns there is room for --- */

enum {
    NARROWEST = 40,
    RANGE_FROM = 48, /* columns of the terminal from which on it is drawn */
    KNOWN_FROM = 56,
    PICTURE_FROM = 72,
    PICTURE_MIN = 13,
    PICTURE_MAX = 51,
    MARKS = 4 /* "? !!", "?? !" behind a band: two criticals leave nothing open */
};

/* Widths without the blank that follows; 0: not drawn. The name has the rest. */
struct layout {
    size_t rank, picture, score, range, known, verdict, name;
};

static size_t digits(size_t number)
{
    size_t count = 1;

    while (number >= 10) {
        number /= 10;
        count++;
    }
    return count;
}

static size_t width_of(const struct ranking_text *text)
{
    size_t width = text->page.style->width;

    return width < NARROWEST ? NARROWEST : width;
}

static struct layout layout_of(const struct ranking_text *text)
{
    size_t width = width_of(text), band = strlen("company"), used;
    struct layout l = {.rank = digits(text->counts->groups[RANKED_PLACED]) + 2,
                       .score = strlen("score")};

    for (size_t i = 0; i < text->pack->band_count; i++)
        if (utf8_columns(text->pack->bands[i].name) > band)
            band = utf8_columns(text->pack->bands[i].name);
    l.verdict = band + MARKS;
    l.range = width < RANGE_FROM ? 0 : strlen("99-100");
    l.known = width < KNOWN_FROM ? 0 : strlen("known");
    if (width >= PICTURE_FROM) {
        l.picture = PICTURE_MIN + (width - PICTURE_FROM) / 2;
        l.picture = (l.picture > PICTURE_MAX ? PICTURE_MAX : l.picture) | 1; /* 50 in a cell */
    }
    used = l.rank + 1 + l.score + 1 + l.verdict + 1;
    used += (l.picture ? l.picture + 1 : 0) + (l.range ? l.range + 1 : 0);
    used += l.known ? l.known + 1 : 0;
    l.name = width > used + 8 ? width - used : 8;
    return l;
}

/* --- cells --- */

/* Text and the blanks up to the next column. */
static void put_padded(struct ranking_text *text, enum tone tone, const char *cell,
                       size_t width)
{
    page_tone(&text->page, tone, cell);
    page_pad(&text->page, utf8_columns(cell), width + 1);
}

/* A bracket down the lines that tie, and the place they share. */
static void put_rank(struct ranking_text *text, const struct layout *l, const struct ranked *r)
{
    bool ties = r->ties_before || r->ties_after;
    char bracket = !ties ? ' ' : !r->ties_before ? '/' : r->ties_after ? '|' : '\\';

    if (r->group == RANKED_PLACED)
        buf_printf(text->page.out, "%c%*zu%c ", bracket, (int)l->rank - 2, r->place,
                   ties ? '=' : ' ');
    else
        buf_fill(text->page.out, ' ', l->rank + 1);
}

static size_t cell_at(int thousandths, size_t width)
{
    return ((size_t)thousandths * (width - 1) + 50000) / 100000;
}

/* From 0 to 100: "|" where the score must lie between, "o" the score. */
static void put_picture(struct ranking_text *text, const struct layout *l,
                        const struct ranked *r)
{
    size_t low = cell_at(r->score.low, l->picture), high = cell_at(r->score.high, l->picture);
    size_t score = r->group == RANKED_PLACED && r->score.has_score
                       ? cell_at(r->score.score, l->picture)
                       : l->picture;

    for (size_t i = 0; i < l->picture; i++) {
        bool between = i > low && i < high;
        buf_putc(text->page.out, i == score              ? 'o'
                                 : i == low || i == high ? '|'
                                 : between               ? '-'
                                                         : '.');
    }
    buf_putc(text->page.out, ' ');
}

/* The score of a company of which too little is known would look like more than it is. */
static void put_numbers(struct ranking_text *text, const struct layout *l,
                        const struct ranked *r)
{
    static const struct score none;
    struct buf range = BUF_INIT;

    buf_fill(text->page.out, ' ', l->score - 3);
    text_put_score(text->page.out, r->group == RANKED_PLACED ? &r->score : &none);
    buf_putc(text->page.out, ' ');
    if (l->range) {
        text_put_range(&range, &r->score);
        put_padded(text, TONE_PLAIN, buf_text(&range), l->range);
        buf_release(&range);
    }
    if (l->known)
        buf_printf(text->page.out, "%3d %% ", r->score.coverage / 1000);
}

/* "mostly", "in part? !": the band so far, whether it could still change (?? and little is
 * known), what is critical; of
 * a company of which too little is known, how much of what was looked at is in order. */
static void put_verdict(struct ranking_text *text, const struct layout *l,
                        const struct ranked *r)
{
    const struct verdict *v = &r->verdict;
    struct buf cell = BUF_INIT;
    enum tone tone = TONE_PLAIN;

    if (r->group == RANKED_THIN)
        buf_printf(&cell, "%zu of %zu", r->in_order, r->decided);
    else
        buf_printf(&cell, "%s%s%s%.*s", band_name(text->pack, v->now),
                   v->kind == VERDICT_DECIDED ? ""
                   : verdict_is_thin(v)       ? "??"
                                              : "?",
                   v->criticals ? " " : "", v->criticals, "!!");
    if (r->group == RANKED_PLACED && v->criticals)
        tone = TONE_BAD;
    else if (r->group == RANKED_PLACED && v->kind == VERDICT_DECIDED && v->now == 0)
        tone = TONE_GOOD;
    put_padded(text, tone, buf_text(&cell), l->verdict);
    buf_release(&cell);
}

/* The name, cut to so many columns; ends the line. A tab in it is drawn as a blank. */
static void put_name(struct buf *out, const char *name, size_t columns)
{
    size_t len = strlen(name), from = out->len, used;

    if (text_cut((struct text){name, len}, columns, &used) == len) {
        buf_printf(out, "%s\n", name);
    } else {
        len = text_cut((struct text){name, len}, columns - strlen("..."), &used);
        buf_printf(out, "%.*s...\n", (int)len, name);
    }
    for (size_t i = from; i < out->len; i++)
        if (out->at[i] == '\t')
            out->at[i] = ' ';
}

/* --- groups --- */

static void put_column_names(struct ranking_text *text, const char *verdict)
{
    struct layout l = layout_of(text);
    struct buf *out = text->page.out;
    size_t half = l.picture / 2;

    put_padded(text, TONE_PLAIN, "", l.rank);
    if (l.picture) /* 0 and 50 above their cells, 100 up to the last */
        buf_printf(out, "0%*s%*s ", (int)half, "50", (int)half, "100");
    put_padded(text, TONE_PLAIN, "score", l.score);
    if (l.range)
        put_padded(text, TONE_PLAIN, "range", l.range);
    if (l.known)
        put_padded(text, TONE_PLAIN, "known", l.known);
    put_padded(text, TONE_PLAIN, verdict, l.verdict);
    buf_puts(out, "company\n");
}

static void put_group_head(struct ranking_text *text, enum ranked_group group)
{
    static const struct {
        const char *title, *says, *verdict;
    } heads[RANKED_GROUPS] = {
        [RANKED_PLACED] = {"RANKING", "", "verdict"},
        [RANKED_THIN] = {"TOO LITTLE IS KNOWN TO RANK",
                         "under 20 % of the points are decided and nothing serious was found; "
                         "the best known first",
                         "in order"},
        [RANKED_UNREADABLE] = {"COULD NOT BE READ", "", NULL},
        [RANKED_LOST] = {"LOST", "the process that scored them ended early", NULL},
    };

    page_heading(&text->page, heads[group].title, "");
    if (*heads[group].says)
        page_wrap(&text->page, 0, 0, heads[group].says);
    if (heads[group].verdict)
        put_column_names(text, heads[group].verdict);
    text->started = true;
    text->group = group;
}

static void put_without(struct ranking_text *text, const struct ranked *r)
{
    struct buf errors = BUF_INIT;
    size_t column = strlen("100 errors");

    if (r->group == RANKED_UNREADABLE)
        buf_printf(&errors, "%3zu error%s", r->errors, r->errors == 1 ? "" : "s");
    buf_puts(text->page.out, "  ");
    column = errors.len > column ? errors.len : column;
    if (errors.len)
        put_padded(text, TONE_PLAIN, buf_text(&errors), column);
    size_t used = 2 + (errors.len ? column + 1 : 0);
    put_name(text->page.out, r->name, width_of(text) - used);
    buf_release(&errors);
}

void ranking_text_line(struct ranking_text *text, const struct ranked *r)
{
    if (!text->started || text->group != r->group)
        put_group_head(text, r->group);
    if (r->group == RANKED_UNREADABLE || r->group == RANKED_LOST) {
        put_without(text, r);
        return;
    }
    struct layout l = layout_of(text);
    put_rank(text, &l, r);
    if (l.picture)
        put_picture(text, &l, r);
    put_numbers(text, &l, r);
    put_verdict(text, &l, r);
    put_name(text->page.out, *r->company ? r->company : r->name, l.name);
}

/* --- head and foot --- */

static void put_bands(struct ranking_text *text)
{
    struct buf *out = &text->page.scratch;
    const char *comma = "the verdict so far is ";

    for (size_t i = 0; i < text->pack->band_count; i++) {
        if (text->counts->bands[i] == 0)
            continue;
        buf_printf(out, "%s%s for %zu", comma, band_name(text->pack, i),
                   text->counts->bands[i]);
        comma = ", ";
    }
}

/* "40 companies: the verdict so far is well for 3, ...; 4 are too thinly known to rank". */
static void put_sentence(struct ranking_text *text)
{
    static const struct {
        const char *one, *several;
    } says[RANKED_GROUPS] = {
        [RANKED_THIN] = {"is too thinly known to rank", "are too thinly known to rank"},
        [RANKED_UNREADABLE] = {"could not be read", "could not be read"},
        [RANKED_LOST] = {"was lost, as the process that scored it ended early",
                         "were lost, as the processes that scored them ended early"},
    };
    struct buf *out = &text->page.scratch;
    const size_t *groups = text->counts->groups;
    size_t companies = text->counts->companies;
    const char *between = "";

    buf_puts(out, text->stopped ? "stopped before the end, after " : "");
    buf_printf(out, "%zu compan%s", companies, companies == 1 ? "y" : "ies");
    buf_puts(out, companies ? ": " : "");
    if (groups[RANKED_PLACED]) {
        put_bands(text);
        between = "; ";
    }
    for (size_t i = RANKED_THIN; i < RANKED_GROUPS; i++) {
        if (groups[i] == 0)
            continue;
        buf_printf(out, "%s%zu %s", between, groups[i],
                   groups[i] == 1 ? says[i].one : says[i].several);
        between = "; ";
    }
    page_wrap_scratch(&text->page, 0, 0);
}

void ranking_text_head(struct ranking_text *text)
{
    text_run_head(&text->page, text->pack, text->context);
    put_sentence(text);
}

static void put_passed_over(struct ranking_text *text)
{
    if (text->passed->count == 0)
        return;
    buf_putc(text->page.out, '\n');
    passed_over_put(&text->page.scratch, text->passed);
    page_wrap_scratch(&text->page, 0, 0);
}

void ranking_text_foot(struct ranking_text *text)
{
    static const char *const signs[] = {
        ("= ties with a neighbour: over the tests decided for both they are less than 5 of 100 "
         "apart, or none is decided for both. A bracket holds a chain of such neighbours, and "
         "its ends may be further apart: a number is shared only with the first that has it."),
        ("? an open answer could change the verdict, ?? of which under 20 % of the points "
         "are decided. ! a critical finding caps it, !! two or "
         "more. In order: of the tests decided, how many are met in full."),
        "In the picture o is the score, and it must lie between the two |.",
    };
    size_t drawn = width_of(text) >= PICTURE_FROM ? COUNT(signs) : COUNT(signs) - 1;

    put_passed_over(text);
    if (text->counts->groups[RANKED_PLACED] + text->counts->groups[RANKED_THIN] == 0)
        return;
    buf_putc(text->page.out, '\n');
    for (size_t i = 0; i < drawn; i++)
        page_wrap(&text->page, 0, 0, signs[i]);
    page_wrap(&text->page, 0, 0, report_disclaimer);
}
