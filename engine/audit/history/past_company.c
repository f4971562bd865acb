/* SPDX-License-Identifier: MIT
 *
 * One company over runs.
 */
#include <stdlib.h>
#include <string.h>

#include "audit/history/past_read.h"

/* A result, and what is needed to put it in order and to compare it. */
struct entry {
    struct past_result result;
    int64_t key;    /* of the assessment; 0 for an error */
    int64_t number; /* of the company in the input */
    size_t place;   /* as it was read: the order of packs */
    struct past_finding *findings;
    size_t finding_count;
    bool has_findings;
};

struct reading {
    struct past *past;
    const char *name;
    struct entry *list;
    size_t count;
    struct statement *findings;
};

/* The run, unless the row points nowhere: then the file is not what it should be. */
static struct entry *add_entry(struct reading *r, int64_t run_number, struct error *err)
{
    const struct past_run *run = past_run_of(r->past, run_number);

    if (!run) {
        error_set(err, ERROR_USAGE, r->past->path, 0,
                  "does not hold what it should: a result of no run");
        return NULL;
    }
    r->list = arena_grow(&r->past->arena, r->list, r->count, sizeof *r->list);
    struct entry *entry = &r->list[r->count];
    *entry = (struct entry){.place = r->count, .result.run = run};
    r->count++;
    return entry;
}

/* --- what is there --- */

static const char assessments_sql[] =
    "SELECT a.id, a.run, a.number, a.pack, a.name, c.name, a.profile_hash, a.score, a.low,"
    " a.high, a.coverage, a.verdict, so_far.name, worst.name, best.name, a.waived, a.broken"
    " FROM assessments a JOIN companies c ON c.id = a.company"
    " LEFT JOIN bands so_far ON so_far.pack = a.pack AND so_far.number = a.band"
    " LEFT JOIN bands worst ON worst.pack = a.pack AND worst.number = a.worst"
    " LEFT JOIN bands best ON best.pack = a.pack AND best.number = a.best"
    " WHERE a.company = (SELECT id FROM companies WHERE name = ?1) OR a.name = ?1"
    " ORDER BY a.id";

/* Errors have no name but the input's: that given, or one that the company once had. */
static const char errors_sql[] =
    "SELECT run, number, name, kind, notes FROM errors WHERE name = ?1 OR name IN"
    " (SELECT a.name FROM assessments a JOIN companies c ON c.id = a.company"
    " WHERE c.name = ?1) ORDER BY run, number";

static struct score read_score(struct statement *s, int column)
{
    return (struct score){
        .has_score = !statement_is_null(s, column),
        .score = (int)past_number(s, column, 0, PAST_SCORE_MAX),
        .low = (int)past_number(s, column + 1, 0, PAST_SCORE_MAX),
        .high = (int)past_number(s, column + 2, 0, PAST_SCORE_MAX),
        .coverage = (int)past_number(s, column + 3, 0, PAST_SCORE_MAX),
    };
}

static enum verdict_kind read_verdict(const char *name)
{
    for (int i = VERDICT_DECIDED; i < VERDICT_TOO_LITTLE; i++)
        if (strcmp(name, verdict_kind_name((enum verdict_kind)i)) == 0)
            return (enum verdict_kind)i;
    return VERDICT_TOO_LITTLE;
}

static bool read_assessment(struct reading *r, struct statement *s, struct error *err)
{
    struct arena *arena = &r->past->arena;
    struct entry *entry = add_entry(r, statement_get_whole(s, 1), err);
    const struct past_pack *pack = past_pack_of(r->past, statement_get_whole(s, 3));

    if (!entry)
        return false;
    if (!pack)
        return error_set(err, ERROR_USAGE, r->past->path, 0,
                         "does not hold what it should: a result by no pack");
    entry->key = statement_get_whole(s, 0);
    entry->number = statement_get_whole(s, 2);
    entry->result.pack = pack;
    entry->result.name = statement_get_text(s, 4, arena);
    entry->result.company = statement_get_text(s, 5, arena);
    entry->result.profile_hash = statement_get_text(s, 6, arena);
    entry->result.score = read_score(s, 7);
    entry->result.verdict = read_verdict(statement_get_text(s, 11, arena));
    entry->result.band = statement_get_text(s, 12, arena);
    entry->result.worst = statement_get_text(s, 13, arena);
    entry->result.best = statement_get_text(s, 14, arena);
    entry->result.waived = statement_get_whole(s, 15);
    entry->result.broken = statement_get_whole(s, 16);
    entry->result.notes = "";
    return true;
}

static bool read_error(struct reading *r, struct statement *s, struct error *err)
{
    struct arena *arena = &r->past->arena;
    struct entry *entry = add_entry(r, statement_get_whole(s, 0), err);

    if (!entry)
        return false;
    entry->number = statement_get_whole(s, 1);
    entry->result.name = statement_get_text(s, 2, arena);
    entry->result.error = statement_get_text(s, 3, arena);
    entry->result.notes = statement_get_lines(s, 4, arena);
    return true;
}

typedef bool read_fn(struct reading *r, struct statement *s, struct error *err);

static bool read_rows(struct reading *r, const char *sql, read_fn *read, struct error *err)
{
    struct statement *s = database_prepare(r->past->db, sql, err);
    bool ok = true;

    if (!s)
        return false;
    statement_text(s, r->name);
    while (ok && statement_next(s))
        ok = read(r, s, err);
    return ok && statement_done(s, err);
}

static int by_place(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;

    if (x->result.run != y->result.run)
        return x->result.run->place < y->result.run->place ? -1 : 1;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

/* --- what changed --- */

static struct past_finding read_finding(struct statement *s, struct arena *arena)
{
    return (struct past_finding){
        .rule = statement_get_text(s, 0, arena),
        .title = statement_get_text(s, 1, arena),
        .outcome = statement_get_text(s, 2, arena),
        .span = statement_get_whole(s, 3) != 0,
        .waived = statement_get_whole(s, 4) != 0,
        .severity = (int)past_number(s, 5, 0, 3),
        .tally = {.applicable = past_number(s, 6, 0, PAST_POINTS_MAX),
                  .possible = past_number(s, 7, 0, PAST_POINTS_MAX),
                  .low = past_number(s, 8, 0, PAST_POINTS_MAX),
                  .earned = past_number(s, 9, 0, PAST_POINTS_MAX),
                  .high = past_number(s, 10, 0, PAST_POINTS_MAX)},
    };
}

static bool read_findings(struct reading *r, struct entry *entry, struct error *err)
{
    struct statement *s = r->findings;

    if (entry->has_findings)
        return true;
    entry->has_findings = true;
    statement_whole(s, entry->key);
    while (statement_next(s)) {
        entry->findings = arena_grow(&r->past->arena, entry->findings, entry->finding_count,
                                     sizeof *entry->findings);
        entry->findings[entry->finding_count++] = read_finding(s, &r->past->arena);
    }
    return statement_done(s, err);
}

/* What other points make of the same outcome is no change of the rule's word: shares count. */
static bool is_same(const struct past_finding *a, const struct past_finding *b)
{
    return strcmp(a->outcome, b->outcome) == 0 && a->span == b->span &&
           a->waived == b->waived &&
           a->tally.low * b->tally.applicable == b->tally.low * a->tally.applicable &&
           a->tally.high * b->tally.applicable == b->tally.high * a->tally.applicable;
}

static const struct past_finding *finding_by(const struct entry *entry, const char *rule)
{
    for (size_t i = 0; i < entry->finding_count; i++)
        if (strcmp(entry->findings[i].rule, rule) == 0)
            return &entry->findings[i];
    return NULL;
}

static void add_change(struct reading *r, struct entry *entry, const struct past_finding *was,
                       const struct past_finding *now)
{
    struct past_result *result = &entry->result;
    const struct past_finding *any = now ? now : was;
    struct past_finding none = {.rule = any->rule, .title = any->title, .outcome = ""};

    result->changes = arena_grow(&r->past->arena, result->changes, result->change_count,
                                 sizeof *result->changes);
    result->changes[result->change_count++] =
        (struct past_change){was ? *was : none, now ? *now : none};
}

static bool compare(struct reading *r, struct entry *before, struct entry *entry,
                    struct error *err)
{
    entry->result.before = &before->result;
    if (!read_findings(r, before, err) || !read_findings(r, entry, err))
        return false;
    for (size_t i = 0; i < entry->finding_count; i++) {
        const struct past_finding *was = finding_by(before, entry->findings[i].rule);
        if (!was || !is_same(was, &entry->findings[i]))
            add_change(r, entry, was, &entry->findings[i]);
    }
    for (size_t i = 0; i < before->finding_count; i++)
        if (!finding_by(entry, before->findings[i].rule))
            add_change(r, entry, &before->findings[i], NULL);
    return true;
}

/* The same company in the nearest earlier run that has it by this pack, whatever its version;
 * of several there, the one that the input calls the same. */
static struct entry *entry_before(struct reading *r, const struct entry *entry)
{
    struct entry *found = NULL;

    for (struct entry *e = r->list + (entry - r->list); e > r->list;) {
        e--;
        if (found && e->result.run != found->result.run)
            break;
        if (e->result.run == entry->result.run || e->result.error ||
            strcmp(e->result.pack->name, entry->result.pack->name) != 0)
            continue;
        if (!found || strcmp(found->result.name, entry->result.name) != 0)
            found = e;
    }
    return found;
}

static bool compare_all(struct reading *r, struct error *err)
{
    r->findings = database_prepare(
        r->past->db,
        "SELECT r.name, r.title, o.name, f.span, f.waived, f.severity, f.applicable,"
        " f.possible, f.low, f.earned, f.high FROM findings f JOIN rules r ON r.id = f.rule"
        " LEFT JOIN outcomes o ON o.id = f.outcome WHERE f.assessment = ? ORDER BY r.number",
        err);
    if (!r->findings)
        return false;
    for (size_t i = 0; i < r->count; i++) {
        struct entry *before = r->list[i].result.error ? NULL : entry_before(r, &r->list[i]);
        if (before && !compare(r, before, &r->list[i], err))
            return false;
    }
    return true;
}

/* --- the company --- */

bool past_company(struct past *past, const char *name, struct past_company *out,
                  struct error *err)
{
    struct reading r = {.past = past, .name = name};

    if (!read_rows(&r, assessments_sql, read_assessment, err) ||
        !read_rows(&r, errors_sql, read_error, err))
        return false;
    if (r.count == 0)
        return past_no_company(past, name, err);
    qsort(r.list, r.count, sizeof *r.list, by_place);
    if (!compare_all(&r, err))
        return false;
    struct past_result *list = arena_alloc(&past->arena, r.count * sizeof *list);
    for (size_t i = 0; i < r.count; i++)
        list[i] = r.list[i].result;
    *out = (struct past_company){arena_printable(&past->arena, name), list, r.count};
    return true;
}
