/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/results/diff_report.h"
#include "audit/work/said.h"

bool diff_says(const struct diff_company *c)
{
    return c->status != DIFF_SAME || c->old_rank != c->new_rank;
}

static void put_causes(struct buf *out, const bool causes[CAUSE_COUNT], bool came_or_went)
{
    static const char *const words[CAUSE_WAIVERS] = {"facts", "facts or rules", "rules",
                                                     "program", "points"};
    size_t count = 0;

    for (int cause = 0; cause < CAUSE_WAIVERS; cause++) /* waivers rank nobody */
        if (causes[cause])
            buf_printf(out, "%s%s", count++ ? " and " : "", words[cause]);
    if (came_or_went)
        buf_printf(out, "%scompanies that came or went", count++ ? " and " : "");
    if (count == 1 && !came_or_went)
        buf_puts(out, " alone");
}

void diff_put_rank_cause(struct buf *out, const struct diff_company *c)
{
    bool own = c->own_rank != c->old_rank, others = c->own_rank != c->new_rank;

    if (own)
        put_causes(out, c->causes, false);
    if (own && others)
        buf_puts(out, "; ");
    if (others) {
        buf_puts(out, "others moved: ");
        put_causes(out, c->others->causes, c->others->came_or_went);
    }
}

const char *diff_attribution(const struct stamp *old, const struct stamp *new)
{
    if (old->detail == DETAIL_FULL && new->detail == DETAIL_FULL)
        return "facts: a finding that reads a fact that changed; rules: one that came out "
               "otherwise at the same facts; points: what rules are worth. In this order the "
               "old findings become the new ones, and each step's change is a part.";
    if (old->detail != DETAIL_SUMMARY && new->detail != DETAIL_SUMMARY)
        return "The results do not say which facts were read ('--detail full' would). facts: "
               "only the profile changed; rules: only the pack; mixed: both; points: what "
               "rules "
               "are worth. In this order the old findings become the new ones, and each step's "
               "change is a part.";
    return "The results hold no findings ('--detail findings' would). facts: only the profile "
           "changed; rules: only the pack; points: only what rules are worth; mixed: several.";
}

/* --- head --- */

enum { WIDTH = 80 };

/* Words, a line after the other. */
static void put_wrapped(struct buf *out, const char *words)
{
    struct text rest = text_of(words), word;
    size_t column = 0;

    while (text_next_word(&rest, &word)) {
        if (column > 0 && column + 1 + word.len > WIDTH) {
            buf_putc(out, '\n');
            column = 0;
        }
        buf_printf(out, "%s%.*s", column > 0 ? " " : "", (int)word.len, word.at);
        column += word.len + (column > 0);
    }
    buf_putc(out, '\n');
}

void diff_text_head(struct buf *out, const struct diff_head *head)
{
    struct buf runs = BUF_INIT;

    said_line(out, "plumbline %s   %s -> %s", head->version, head->old_file, head->new_file);
    if (stamp_same(head->old, head->new, &runs))
        buf_puts(out, "Both runs were made the same way.\n");
    buf_puts(out, buf_text(&runs));
    put_wrapped(out, diff_attribution(head->old, head->new));
    if (!head->ranked)
        put_wrapped(out, "No ranks: what 'plumbline score' writes does not say its bands; an "
                         "audit's JSON Lines do.");
    buf_fill(out, '-', WIDTH);
    buf_putc(out, '\n');
    buf_release(&runs);
}

/* --- one company --- */

enum { NUMBER_MAX = 32 };

static const char *number(bool has, int thousandths, char out[NUMBER_MAX])
{
    snprintf(out, NUMBER_MAX, "%d.%03d", thousandths / 1000, thousandths % 1000);
    return has ? out : "none";
}

static const char *change(int thousandths, char out[NUMBER_MAX])
{
    int magnitude = abs(thousandths);

    snprintf(out, NUMBER_MAX, "%c%d.%03d", thousandths < 0 ? '-' : '+', magnitude / 1000,
             magnitude % 1000);
    return out;
}

/* "score 51.999 -> 54.100: +2.101 = facts +1.000, rules +1.101" */
static void put_score(struct buf *out, const char *name, const struct diff_score *score)
{
    char a[NUMBER_MAX], b[NUMBER_MAX], all[NUMBER_MAX];
    struct buf parts = BUF_INIT;

    for (int cause = 0; cause < CAUSE_COUNT; cause++)
        if (score->parts[cause] != 0)
            buf_printf(&parts, "%s%s %s", parts.len ? ", " : "", cause_names[cause],
                       change(score->parts[cause], a));
    if (score->has_old != score->has_new)
        said_line(out, "  %s %s -> %s", name, number(score->has_old, score->old, a),
                  number(score->has_new, score->new, b));
    else if (score->has_old && (score->old != score->new || parts.len > 0))
        said_line(out, "  %s %s -> %s: %s = %s", name, number(true, score->old, a),
                  number(true, score->new, b), change(score->new - score->old, all),
                  buf_text(&parts));
    buf_release(&parts);
}

static void put_title(struct buf *out, const struct diff_company *c)
{
    bool named = *c->company && strcmp(c->company, c->name) != 0;

    said_line(out, "%s: %s (pack %s%s%.200s)", c->name, diff_status_names[c->status], c->pack,
              named ? "; " : "", named ? c->company : "");
}

static void put_rank(struct buf *out, const struct diff_company *c)
{
    struct buf cause = BUF_INIT;

    if (c->old_rank == c->new_rank)
        return;
    if (c->old_rank == 0) {
        said_line(out, "  rank %zu, and none before", c->new_rank);
    } else if (c->new_rank == 0) {
        said_line(out, "  rank %zu before, and none now", c->old_rank);
    } else {
        diff_put_rank_cause(&cause, c);
        said_line(out, "  rank %zu -> %zu: %s", c->old_rank, c->new_rank, buf_text(&cause));
    }
    buf_release(&cause);
}

static void put_findings(struct buf *out, const struct diff_company *c)
{
    for (size_t i = 0; i < c->finding_count; i++) {
        const struct diff_finding *f = &c->findings[i];
        said_line(out, "  %-7s %-6s %s -> %s (%s)", finding_change_names[f->change], f->rule,
                  f->old ? f->old : "no rule", f->new ? f->new : "no rule",
                  cause_names[f->cause]);
    }
    for (size_t i = 0; i < c->point_count; i++)
        said_line(out, "  points  %-6s %" PRId64 " -> %" PRId64, c->points[i].rule,
                  c->points[i].old, c->points[i].new);
}

static void put_waivers(struct buf *out, const struct diff_company *c)
{
    static const char *const states[] = {"none", "lapsed", "holds"};

    for (size_t i = 0; i < c->waiver_count; i++)
        said_line(out, "  waiver  %-6s %s -> %s", c->waivers[i].rule, states[c->waivers[i].old],
                  states[c->waivers[i].new]);
}

static void put_texts(struct buf *out, const char *what, const struct diff_text *list,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct text old = text_of(list[i].old ? list[i].old : "not stated");
        struct text new = text_of(list[i].new ? list[i].new : "not stated");
        said_line(out, "  %s%s: %.*s -> %.*s", what, list[i].name, text_shown(old), old.at,
                  text_shown(new), new.at);
    }
}

void diff_text_company(struct buf *out, const struct diff_company *c)
{
    if (!diff_says(c))
        return;
    put_title(out, c);
    put_score(out, "score", &c->score);
    if (c->has_second)
        put_score(out, "without what is waived", &c->second);
    if (c->old_band && c->new_band && strcmp(c->old_band, c->new_band) != 0)
        said_line(out, "  band %s -> %s", c->old_band, c->new_band);
    put_rank(out, c);
    put_findings(out, c);
    put_waivers(out, c);
    put_texts(out, "fact ", c->facts, c->fact_count);
    put_texts(out, "no effect on points: ", c->sources, c->source_count);
    if (c->status == DIFF_CHANGED && c->profile_changed && c->finding_count == 0 &&
        c->fact_count + c->source_count + c->waiver_count + c->point_count == 0)
        buf_puts(out, "  the profile is another, and comes to the same\n");
}

/* --- tail --- */

void diff_text_tail(struct buf *out, const struct diff_counts *counts)
{
    int64_t total = 0;

    for (int i = 0; i < DIFF_STATUS_COUNT; i++)
        total += counts->by_status[i];
    buf_printf(out, "%" PRId64 " %s:", total, total == 1 ? "company" : "companies");
    for (int i = 0; i < DIFF_STATUS_COUNT; i++)
        if (counts->by_status[i] > 0)
            buf_printf(out, " %" PRId64 " %s,", counts->by_status[i], diff_status_names[i]);
    buf_printf(out, " %" PRId64 " with another rank\n", counts->moved);
}
