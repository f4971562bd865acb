/* SPDX-License-Identifier: MIT */
#include "audit/results/diff_report.h"

static void put_lines(struct json *json, const char *key, const char *lines)
{
    struct text rest = text_of(lines), line;
    struct arena arena = {0};

    json_open(json, key, '[');
    while (text_next_part(&rest, '\n', &line))
        if (line.len > 0)
            json_text(json, NULL, arena_copy(&arena, line.at, line.len));
    json_close(json, ']');
    arena_release(&arena);
}

void diff_json_head(struct json *json, const struct diff_head *head)
{
    struct buf runs = BUF_INIT;

    stamp_same(head->old, head->new, &runs);
    json_open_plain(json, "diff", head->version);
    json_text(json, "old", head->old_file);
    json_text(json, "new", head->new_file);
    put_lines(json, "runs", buf_text(&runs));
    json_text(json, "attribution", diff_attribution(head->old, head->new));
    json_bool(json, "ranked", head->ranked);
    json_open(json, "companies", '[');
    buf_release(&runs);
}

static void put_number(struct json *json, const char *key, bool has, int thousandths)
{
    if (has)
        json_thousandths(json, key, thousandths);
    else
        json_none(json, key);
}

static void put_score(struct json *json, const char *key, const struct diff_score *score)
{
    bool both = score->has_old && score->has_new;

    json_open(json, key, '{');
    put_number(json, "old", score->has_old, score->old);
    put_number(json, "new", score->has_new, score->new);
    put_number(json, "change", both, score->new - score->old);
    json_open(json, "parts", '{');
    for (int cause = 0; cause < CAUSE_COUNT; cause++)
        put_number(json, cause_names[cause], both, score->parts[cause]);
    json_close(json, '}');
    json_close(json, '}');
}

static void put_rank(struct json *json, const struct diff_company *c)
{
    struct buf cause = BUF_INIT;
    const size_t ranks[] = {c->old_rank, c->new_rank};
    static const char *const keys[] = {"old", "new"};

    bool told = c->old_rank > 0 && c->new_rank > 0 && c->old_rank != c->new_rank;

    if (told)
        diff_put_rank_cause(&cause, c);
    json_open(json, "rank", '{');
    for (size_t i = 0; i < COUNT(ranks); i++) {
        if (ranks[i] > 0)
            json_whole(json, keys[i], (int64_t)ranks[i]);
        else
            json_none(json, keys[i]);
    }
    json_text(json, "cause", told ? buf_text(&cause) : NULL);
    json_close(json, '}');
    buf_release(&cause);
}

static void put_findings(struct json *json, const struct diff_company *c)
{
    json_open(json, "findings", '[');
    for (size_t i = 0; i < c->finding_count; i++) {
        const struct diff_finding *f = &c->findings[i];
        json_open(json, NULL, '{');
        json_text(json, "rule", f->rule);
        json_text(json, "change", finding_change_names[f->change]);
        json_text(json, "old", f->old);
        json_text(json, "new", f->new);
        json_text(json, "cause", cause_names[f->cause]);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_open(json, "points", '[');
    for (size_t i = 0; i < c->point_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "rule", c->points[i].rule);
        json_whole(json, "old", c->points[i].old);
        json_whole(json, "new", c->points[i].new);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_waivers(struct json *json, const struct diff_company *c)
{
    static const char *const states[] = {NULL, "lapsed", "holds"};

    json_open(json, "waivers", '[');
    for (size_t i = 0; i < c->waiver_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "rule", c->waivers[i].rule);
        json_text(json, "old", states[c->waivers[i].old]);
        json_text(json, "new", states[c->waivers[i].new]);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_texts(struct json *json, const char *key, const struct diff_text *list,
                      size_t count)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "name", list[i].name);
        json_text(json, "old", list[i].old);
        json_text(json, "new", list[i].new);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void diff_json_company(struct json *json, const struct diff_company *c)
{
    if (!diff_says(c))
        return;
    json_open(json, NULL, '{');
    json_text(json, "name", c->name);
    json_text(json, "pack", c->pack);
    json_text(json, "company", c->company);
    json_text(json, "status", diff_status_names[c->status]);
    json_bool(json, "profile_changed", c->profile_changed);
    json_bool(json, "day_changed", c->day_changed);
    json_text(json, "old_band", c->old_band);
    json_text(json, "new_band", c->new_band);
    put_score(json, "score", &c->score);
    if (c->has_second)
        put_score(json, "without_waived", &c->second);
    else
        json_none(json, "without_waived");
    put_rank(json, c);
    put_findings(json, c);
    put_waivers(json, c);
    put_texts(json, "facts", c->facts, c->fact_count);
    put_texts(json, "sources", c->sources, c->source_count);
    json_close(json, '}');
}

void diff_json_tail(struct json *json, const struct diff_counts *counts)
{
    json_close(json, ']');
    json_open(json, "counts", '{');
    for (int i = 0; i < DIFF_STATUS_COUNT; i++)
        json_whole(json, diff_status_names[i], counts->by_status[i]);
    json_whole(json, "moved", counts->moved);
    json_close(json, '}');
    json_close(json, '}');
    buf_putc(json->out, '\n');
}
