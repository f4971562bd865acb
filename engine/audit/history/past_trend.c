/* SPDX-License-Identifier: MIT
 *
 * All companies of a run, and what became of them from run to run.
 */
#include <string.h>

#include "audit/history/past_read.h"

/* --- one pack in one run --- */

static bool read_sums(struct past *past, struct past_standing *standing, struct error *err)
{
    struct statement *s =
        database_prepare(past->db,
                         "SELECT count(*), count(score), coalesce(sum(score), 0),"
                         " count(*) FILTER (WHERE verdict = 'too_little') FROM assessments"
                         " WHERE run = ? AND pack = ?",
                         err);

    if (!s)
        return false;
    statement_whole(s, standing->run->number);
    statement_whole(s, standing->pack->key);
    if (statement_next(s)) {
        int64_t sum = past_number(s, 2, 0, INT64_MAX / 2);
        standing->companies = statement_get_whole(s, 0);
        standing->scored = statement_get_whole(s, 1);
        standing->too_little = statement_get_whole(s, 3);
        if (standing->scored > 0)
            standing->mean =
                (2 * (sum % standing->scored) + standing->scored) / (2 * standing->scored) +
                sum / standing->scored;
    }
    return statement_done(s, err);
}

/* The middle one, or half up between the two in the middle. */
static bool read_median(struct past *past, struct past_standing *standing, struct error *err)
{
    struct statement *s = database_prepare(
        past->db,
        "SELECT score FROM assessments WHERE run = ? AND pack = ? AND score IS NOT NULL"
        " ORDER BY score LIMIT ? OFFSET ?",
        err);
    int64_t count = standing->scored, sum = 0, rows = 0;

    if (!s)
        return false;
    statement_whole(s, standing->run->number);
    statement_whole(s, standing->pack->key);
    statement_whole(s, 2 - count % 2);
    statement_whole(s, (count - 1) / 2);
    for (; statement_next(s); rows++)
        sum += past_number(s, 0, 0, PAST_SCORE_MAX);
    standing->median = rows == 2 ? (sum + 1) / 2 : sum;
    return statement_done(s, err);
}

static bool read_bands(struct past *past, struct past_standing *standing, struct error *err)
{
    struct statement *s = database_prepare(
        past->db,
        "SELECT b.name, count(a.id) FROM bands b LEFT JOIN assessments a ON a.run = ?"
        " AND a.pack = b.pack AND a.band = b.number AND a.verdict <> 'too_little'"
        " WHERE b.pack = ? GROUP BY b.number ORDER BY b.number",
        err);

    if (!s)
        return false;
    statement_whole(s, standing->run->number);
    statement_whole(s, standing->pack->key);
    while (statement_next(s)) {
        standing->bands = arena_grow(&past->arena, standing->bands, standing->band_count,
                                     sizeof *standing->bands);
        standing->bands[standing->band_count++] = (struct past_band){
            statement_get_text(s, 0, &past->arena), statement_get_whole(s, 1)};
    }
    return statement_done(s, err);
}

bool past_standing(struct past *past, const struct past_run *run, const struct past_pack *pack,
                   struct past_standing *out, struct error *err)
{
    struct past_standing standing = {.run = run, .pack = pack};

    if (!read_sums(past, &standing, err) ||
        (standing.scored > 0 && !read_median(past, &standing, err)) ||
        !read_bands(past, &standing, err))
        return false;
    *out = standing;
    return true;
}

/* --- one run --- */

static bool read_failures(struct past *past, struct past_summary *summary, struct error *err)
{
    struct statement *s = database_prepare(
        past->db, "SELECT name, kind, notes FROM errors WHERE run = ? ORDER BY number LIMIT ?",
        err);

    if (!s)
        return false;
    statement_whole(s, summary->run->number);
    statement_whole(s, PAST_ERRORS);
    while (statement_next(s) && summary->failure_count < PAST_ERRORS)
        summary->failures[summary->failure_count++] = (struct past_failure){
            statement_get_text(s, 0, &past->arena), statement_get_text(s, 1, &past->arena),
            statement_get_lines(s, 2, &past->arena)};
    return statement_done(s, err);
}

bool past_summary(struct past *past, int64_t number, struct past_summary *out,
                  struct error *err)
{
    struct past_summary summary = {.run = past_run_of(past, number)};
    const struct past_run *run = summary.run;

    if (!run)
        return error_set(err, ERROR_USAGE, past->path, 0,
                         "has no run %lld: 'plumbline history' lists them", (long long)number);
    summary.standings =
        arena_alloc(&past->arena, (run->pack_count + 1) * sizeof *summary.standings);
    for (; summary.standing_count < run->pack_count; summary.standing_count++)
        if (!past_standing(past, run, run->packs[summary.standing_count],
                           &summary.standings[summary.standing_count], err))
            return false;
    if (!read_failures(past, &summary, err))
        return false;
    *out = summary;
    return true;
}

/* --- from the first run to the last --- */

/* Companies whose name stands once in both runs, with a score in both. */
#define IN_BOTH                                                                                \
    "WITH a AS (SELECT company, min(score) AS score FROM assessments WHERE run = ?1"           \
    " AND pack = ?3 GROUP BY company HAVING count(*) = 1),"                                    \
    " b AS (SELECT company, min(score) AS score FROM assessments WHERE run = ?2"               \
    " AND pack = ?3 GROUP BY company HAVING count(*) = 1),"                                    \
    " both AS (SELECT a.company AS company, a.score AS was, b.score AS now FROM a JOIN b"      \
    " ON a.company = b.company WHERE a.score IS NOT NULL AND b.score IS NOT NULL)"

static const char compared_sql[] =
    IN_BOTH " SELECT count(*), coalesce(sum(now > was), 0), coalesce(sum(now < was), 0),"
            " (SELECT count(DISTINCT company) FROM assessments x WHERE run IN (?1, ?2)"
            " AND pack = ?3 AND EXISTS (SELECT 1 FROM assessments y WHERE y.run = x.run"
            " AND y.pack = x.pack AND y.company = x.company AND y.id <> x.id)) FROM both";

static const char up_sql[] =
    IN_BOTH " SELECT c.name, was, now FROM both JOIN companies c ON c.id = company"
            " WHERE now > was ORDER BY now - was DESC, c.name LIMIT ?4";

static const char down_sql[] =
    IN_BOTH " SELECT c.name, was, now FROM both JOIN companies c ON c.id = company"
            " WHERE now < was ORDER BY now - was, c.name LIMIT ?4";

static struct statement *prepare_between(struct past *past, const struct past_trend *trend,
                                         int64_t pack, const char *sql, struct error *err)
{
    struct statement *s = database_prepare(past->db, sql, err);

    if (!s)
        return NULL;
    statement_whole(s, trend->first->number);
    statement_whole(s, trend->last->number);
    statement_whole(s, pack);
    return s;
}

static bool read_compared(struct past *past, struct past_trend *trend, int64_t pack,
                          struct error *err)
{
    struct statement *s = prepare_between(past, trend, pack, compared_sql, err);

    if (!s)
        return false;
    if (statement_next(s)) {
        trend->compared = statement_get_whole(s, 0);
        trend->better = statement_get_whole(s, 1);
        trend->worse = statement_get_whole(s, 2);
        trend->unclear = statement_get_whole(s, 3);
    }
    return statement_done(s, err);
}

static bool read_movers(struct past *past, const struct past_trend *trend, int64_t pack,
                        const char *sql, struct past_mover *list, size_t *count,
                        struct error *err)
{
    struct statement *s = prepare_between(past, trend, pack, sql, err);

    if (!s)
        return false;
    statement_whole(s, PAST_MOVERS);
    while (statement_next(s) && *count < PAST_MOVERS)
        list[(*count)++] = (struct past_mover){statement_get_text(s, 0, &past->arena),
                                               past_number(s, 1, 0, PAST_SCORE_MAX),
                                               past_number(s, 2, 0, PAST_SCORE_MAX)};
    return statement_done(s, err);
}

static bool is_whole(const struct past_standing *standing)
{
    return strcmp(standing->run->state, "whole") == 0;
}

/* The first whole run before 'last' that judged as it did. */
static const struct past_standing *first_like(const struct past_trend *trend,
                                              const struct past_standing *last)
{
    for (const struct past_standing *s = trend->list; s < last; s++)
        if (is_whole(s) && s->pack == last->pack)
            return s;
    return NULL;
}

/* What happened between two runs is told by whole ones that judged alike: the latest that has
 * one before it. */
static bool compare_ends(struct past *past, struct past_trend *trend, struct error *err)
{
    const struct past_standing *first = NULL, *last = trend->list + trend->count;

    while (!first && last > trend->list) {
        last--;
        first = is_whole(last) ? first_like(trend, last) : NULL;
    }
    if (!first)
        return true;
    int64_t pack = last->pack->key;
    trend->first = first->run;
    trend->last = last->run;
    return read_compared(past, trend, pack, err) &&
           read_movers(past, trend, pack, up_sql, trend->up, &trend->up_count, err) &&
           read_movers(past, trend, pack, down_sql, trend->down, &trend->down_count, err);
}

/* --- trends --- */

static struct past_trend *trend_of(struct past *past, struct past_trends *trends,
                                   const char *pack)
{
    for (size_t i = 0; i < trends->count; i++)
        if (strcmp(trends->list[i].pack, pack) == 0)
            return &trends->list[i];
    trends->list = arena_grow(&past->arena, trends->list, trends->count, sizeof *trends->list);
    trends->list[trends->count] = (struct past_trend){.pack = pack};
    return &trends->list[trends->count++];
}

static bool add_run(struct past *past, struct past_trends *trends, const struct past_run *run,
                    struct error *err)
{
    for (size_t i = 0; i < run->pack_count; i++) {
        struct past_trend *trend = trend_of(past, trends, run->packs[i]->name);
        trend->list = arena_grow(&past->arena, trend->list, trend->count, sizeof *trend->list);
        if (!past_standing(past, run, run->packs[i], &trend->list[trend->count], err))
            return false;
        trend->count++;
    }
    return true;
}

bool past_trends(struct past *past, struct past_trends *out, struct error *err)
{
    const struct past_run **runs = past_in_order(past);
    struct past_trends trends = {0};

    for (size_t i = 0; i < past->runs.count; i++)
        if (!add_run(past, &trends, runs[i], err))
            return false;
    for (size_t i = 0; i < trends.count; i++)
        if (!compare_ends(past, &trends.list[i], err))
            return false;
    *out = trends;
    return true;
}
