/* SPDX-License-Identifier: MIT */
#include "audit/history/history_write.h"

enum {
    ADD_RUN,
    SET_COUNTS,
    ADD_OUTCOME,
    FIND_PACK,
    ADD_PACK,
    ADD_BAND,
    ADD_RULE,
    LIST_RULES,
    ADD_RUN_PACK,
    FIND_COMPANY,
    ADD_COMPANY,
    ADD_ASSESSMENT,
    ADD_FINDING,
    ADD_ERROR,
    STATEMENT_COUNT
};

enum { INPUTS_KEPT = 8 }; /* names of inputs: enough to know the run by */

static const char *const sql[STATEMENT_COUNT] = {
    [ADD_RUN] = "INSERT INTO runs (program, as_of, detail, limits, options, inputs, state,"
                " companies, assessed, unreadable, lost, conditions)"
                " VALUES (?, ?, ?, ?, ?, ?, 'running', 0, 0, 0, 0, 0)",
    [SET_COUNTS] = "UPDATE runs SET companies = ?, assessed = ?, unreadable = ?, lost = ?,"
                   " conditions = ?, state = ? WHERE id = ?",
    [ADD_OUTCOME] = "INSERT OR IGNORE INTO outcomes (id, name) VALUES (?, ?)",
    [FIND_PACK] = "SELECT id FROM packs WHERE name = ? AND version = ? AND hash = ?"
                  " AND points_hash = ? AND only_rules = ? AND skip_rules = ?",
    [ADD_PACK] = "INSERT INTO packs (name, version, hash, points_hash, only_rules, skip_rules)"
                 " VALUES (?, ?, ?, ?, ?, ?)",
    [ADD_BAND] = "INSERT INTO bands (pack, number, name) VALUES (?, ?, ?)",
    [ADD_RULE] = "INSERT INTO rules (pack, number, name, title, points) VALUES (?, ?, ?, ?, ?)",
    [LIST_RULES] = "SELECT id FROM rules WHERE pack = ? ORDER BY number",
    [ADD_RUN_PACK] = "INSERT INTO run_packs (run, number, pack) VALUES (?, ?, ?)",
    [FIND_COMPANY] = "SELECT id FROM companies WHERE name = ?",
    [ADD_COMPANY] = "INSERT INTO companies (name) VALUES (?)",
    [ADD_ASSESSMENT] =
        "INSERT INTO assessments (run, number, pack, company, name, profile_hash, score, low,"
        " high, coverage, fit, verdict, band, worst, best, criticals, capped, waived, broken)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_FINDING] = "INSERT INTO findings (assessment, rule, outcome, span, waived, severity,"
                    " applicable, possible, low, earned, high)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [ADD_ERROR] = "INSERT INTO errors (run, number, name, kind, notes) VALUES (?, ?, ?, ?, ?)",
};

bool writer_prepare(struct writer *writer, struct arena *arena, struct error *err)
{
    writer->statements = arena_alloc(arena, sizeof sql);
    for (size_t i = 0; i < STATEMENT_COUNT; i++)
        if (!(writer->statements[i] = database_prepare(writer->db, sql[i], err)))
            return false;
    return true;
}

/* The key in the first column of the first row, or 0. */
static bool find(struct statement *statement, int64_t *key, struct error *err)
{
    *key = statement_next(statement) ? statement_get_whole(statement, 0) : 0;
    return statement_done(statement, err);
}

static bool add(struct writer *writer, struct statement *statement, int64_t *key,
                struct error *err)
{
    if (!statement_done(statement, err))
        return false;
    *key = database_last_key(writer->db);
    return true;
}

/* --- the run --- */

static void put_word(struct buf *out, const char *option, const char *value)
{
    if (value && *value)
        buf_printf(out, "%s%s %s", out->len > 0 ? " " : "", option, value);
}

static void put_options(struct buf *out, const struct history_run *run)
{
    const struct conditions *c = run->conditions;
    struct buf number = BUF_INIT;

    put_word(out, "--files-from", run->files_from);
    put_word(out, "--points", run->context->points_file);
    put_word(out, "--only", run->context->only);
    put_word(out, "--skip", run->context->skip);
    if (c && c->has_fail_under)
        decimal_put(&number, c->fail_under, false);
    put_word(out, "--fail-under", buf_text(&number));
    for (size_t i = 0; c && i < c->fail_on_count; i++)
        put_word(out, "--fail-on", c->fail_on[i]);
    buf_release(&number);
}

static void put_limits(struct buf *out, const struct report_context *context)
{
    for (size_t i = 0; i < context->limit_count; i++)
        buf_printf(out, "%s%s=%ld", i > 0 ? " " : "", context->limits[i].name,
                   context->limits[i].value);
}

static void put_inputs(struct buf *out, const struct history_run *run)
{
    for (size_t i = 0; i < run->input_count && i < INPUTS_KEPT; i++)
        buf_printf(out, "%s%s", i > 0 ? " " : "", run->inputs[i]);
    if (run->input_count > INPUTS_KEPT)
        buf_printf(out, " and %zu more", run->input_count - INPUTS_KEPT);
}

static bool add_run(struct writer *writer, const struct history_run *run, struct error *err)
{
    struct statement *statement = writer->statements[ADD_RUN];
    struct buf as_of = BUF_INIT, limits = BUF_INIT, options = BUF_INIT, inputs = BUF_INIT;

    if (run->has_as_of)
        date_put(&as_of, run->as_of);
    put_limits(&limits, run->context);
    put_options(&options, run);
    put_inputs(&inputs, run);
    statement_text(statement, run->context->version);
    statement_text(statement, run->has_as_of ? buf_text(&as_of) : NULL);
    statement_text(statement, json_detail_names[run->detail]);
    statement_text(statement, buf_text(&limits));
    statement_text(statement, buf_text(&options));
    statement_text(statement, buf_text(&inputs));
    bool ok = add(writer, statement, &writer->run, err);
    buf_release(&as_of);
    buf_release(&limits);
    buf_release(&options);
    buf_release(&inputs);
    return ok;
}

static bool add_outcomes(struct writer *writer, struct error *err)
{
    struct statement *statement = writer->statements[ADD_OUTCOME];

    for (int i = 0; i < OUTCOME_COUNT; i++) {
        statement_whole(statement, i);
        statement_text(statement, outcome_name((enum outcome)i));
        if (!statement_done(statement, err))
            return false;
    }
    return true;
}

/* --- packs --- */

static void name_pack(struct statement *statement, const struct pack *pack,
                      const struct report_context *context)
{
    statement_text(statement, pack->name);
    statement_text(statement, pack->version);
    statement_text(statement, pack->hash);
    statement_text(statement, context->points_file ? context->points_hash : "");
    statement_text(statement, context->only ? context->only : "");
    statement_text(statement, context->skip ? context->skip : "");
}

static bool add_bands(struct writer *writer, const struct written_pack *written,
                      struct error *err)
{
    struct statement *statement = writer->statements[ADD_BAND];

    for (size_t i = 0; i < written->pack->band_count; i++) {
        statement_whole(statement, written->key);
        statement_whole(statement, (int64_t)i);
        statement_text(statement, written->pack->bands[i].name);
        if (!statement_done(statement, err))
            return false;
    }
    return true;
}

static bool add_rules(struct writer *writer, const struct written_pack *written,
                      struct error *err)
{
    struct statement *statement = writer->statements[ADD_RULE];

    for (size_t i = 0; i < written->pack->rule_count; i++) {
        const struct rule *rule = &written->pack->rules[i];
        statement_whole(statement, written->key);
        statement_whole(statement, (int64_t)i);
        statement_text(statement, rule->id);
        statement_text(statement, rule->title);
        statement_whole(statement, rule->off ? 0 : rule->points);
        if (!statement_done(statement, err))
            return false;
    }
    return true;
}

static bool list_rules(struct writer *writer, struct written_pack *written, struct arena *arena,
                       struct error *err)
{
    struct statement *statement = writer->statements[LIST_RULES];
    size_t wanted = written->pack->rule_count, count = 0;

    written->rules = arena_alloc(arena, wanted * sizeof *written->rules + 1);
    statement_whole(statement, written->key);
    for (; statement_next(statement); count++)
        if (count < wanted)
            written->rules[count] = statement_get_whole(statement, 0);
    if (!statement_done(statement, err))
        return false;
    if (count != wanted)
        return error_set(err, ERROR_OUTPUT, NULL, 0,
                         "the history holds other rules of the pack '%s' than it has: use "
                         "another file for '--db'",
                         written->pack->name);
    return true;
}

/* The row of a pack that judged before is used again. */
static bool add_pack(struct writer *writer, struct written_pack *written,
                     const struct report_context *context, struct arena *arena,
                     struct error *err)
{
    name_pack(writer->statements[FIND_PACK], written->pack, context);
    if (!find(writer->statements[FIND_PACK], &written->key, err))
        return false;
    if (written->key == 0) {
        name_pack(writer->statements[ADD_PACK], written->pack, context);
        if (!add(writer, writer->statements[ADD_PACK], &written->key, err) ||
            !add_bands(writer, written, err) || !add_rules(writer, written, err))
            return false;
    }
    return list_rules(writer, written, arena, err);
}

bool writer_run(struct writer *writer, const struct history_run *run, struct arena *arena,
                struct error *err)
{
    struct statement *statement = writer->statements[ADD_RUN_PACK];

    writer->packs = arena_alloc(arena, run->pack_count * sizeof *writer->packs + 1);
    writer->pack_count = run->pack_count;
    if (!add_outcomes(writer, err) || !add_run(writer, run, err))
        return false;
    for (size_t i = 0; i < run->pack_count; i++) {
        struct written_pack *written = &writer->packs[i];
        written->pack = run->packs[i];
        if (!add_pack(writer, written, run->context, arena, err))
            return false;
        statement_whole(statement, writer->run);
        statement_whole(statement, (int64_t)i);
        statement_whole(statement, written->key);
        if (!statement_done(statement, err))
            return false;
    }
    return true;
}

/* --- records --- */

static bool add_error(struct writer *writer, const struct record *record, struct error *err)
{
    struct statement *statement = writer->statements[ADD_ERROR];

    statement_whole(statement, writer->run);
    statement_whole(statement, record->number);
    statement_text(statement, record->name);
    statement_text(statement, record->kind == RECORD_LOST ? "lost" : "unreadable");
    statement_text(statement, record->notes.at);
    return statement_done(statement, err);
}

/* Its key, in the history for good once it was met. */
static bool company_key(struct writer *writer, const char *name, int64_t *key,
                        struct error *err)
{
    statement_text(writer->statements[FIND_COMPANY], name);
    if (!find(writer->statements[FIND_COMPANY], key, err))
        return false;
    if (*key != 0)
        return true;
    statement_text(writer->statements[ADD_COMPANY], name);
    return add(writer, writer->statements[ADD_COMPANY], key, err);
}

static void put_score(struct statement *statement, bool known, int score)
{
    if (known)
        statement_whole(statement, score);
    else
        statement_null(statement);
}

static void put_result(struct statement *statement, const struct pack_result *result)
{
    const struct verdict *v = &result->verdict;

    put_score(statement, result->score.has_score, result->score.score);
    statement_whole(statement, result->score.low);
    statement_whole(statement, result->score.high);
    statement_whole(statement, result->score.coverage);
    put_score(statement, result->has_fit && result->fit.has_score, result->fit.score);
    statement_text(statement, verdict_kind_name(v->kind));
    statement_whole(statement, (int64_t)v->now);
    statement_whole(statement, (int64_t)v->worst);
    statement_whole(statement, (int64_t)v->best);
    statement_whole(statement, v->criticals);
    statement_whole(statement, v->capped);
    statement_whole(statement, (int64_t)result->waived);
    statement_whole(statement, (int64_t)result->broken);
}

static bool add_finding(struct writer *writer, int64_t assessment, int64_t rule,
                        const struct rule_result *result, struct error *err)
{
    struct statement *statement = writer->statements[ADD_FINDING];

    statement_whole(statement, assessment);
    statement_whole(statement, rule);
    statement_whole(statement, result->outcome);
    statement_whole(statement, result->span);
    statement_whole(statement, result->waived);
    statement_whole(statement, result->severity);
    statement_whole(statement, result->tally.applicable);
    statement_whole(statement, result->tally.possible);
    statement_whole(statement, result->tally.low);
    statement_whole(statement, result->tally.earned);
    statement_whole(statement, result->tally.high);
    return statement_done(statement, err);
}

/* As the reports: what is switched off, and fit where nothing is said of the reader, is no
 * finding. */
static bool is_said(const struct pack *pack, const struct rule *rule, bool has_fit)
{
    return !rule->off && (has_fit || pack->themes[rule->theme].score != SCORE_FIT);
}

static bool add_findings(struct writer *writer, int64_t assessment,
                         const struct written_pack *written, const struct pack_result *result,
                         struct error *err)
{
    for (size_t i = 0; i < result->rule_count && i < written->pack->rule_count; i++)
        if (is_said(written->pack, &written->pack->rules[i], result->has_fit) &&
            !add_finding(writer, assessment, written->rules[i], &result->rules[i], err))
            return false;
    return true;
}

static bool add_assessment(struct writer *writer, const struct record *record, int64_t company,
                           size_t number, struct error *err)
{
    struct statement *statement = writer->statements[ADD_ASSESSMENT];
    const struct written_pack *written = &writer->packs[number];
    int64_t key;

    statement_whole(statement, writer->run);
    statement_whole(statement, record->number);
    statement_whole(statement, written->key);
    statement_whole(statement, company);
    statement_text(statement, record->name);
    statement_text(statement, record->profile_hash);
    put_result(statement, &record->packs[number]);
    return add(writer, statement, &key, err) &&
           add_findings(writer, key, written, &record->packs[number], err);
}

bool writer_record(struct writer *writer, const struct record *record, struct error *err)
{
    int64_t company;

    if (record->kind != RECORD_ASSESSED)
        return add_error(writer, record, err);
    if (!company_key(writer, *record->company ? record->company : record->name, &company, err))
        return false;
    for (size_t i = 0; i < record->pack_count && i < writer->pack_count; i++)
        if (!add_assessment(writer, record, company, i, err))
            return false;
    return true;
}

bool writer_counts(struct writer *writer, const struct json_counts *counts, const char *state,
                   struct error *err)
{
    struct statement *statement = writer->statements[SET_COUNTS];

    statement_whole(statement, counts->companies);
    statement_whole(statement, counts->assessed);
    statement_whole(statement, counts->unreadable);
    statement_whole(statement, counts->lost);
    statement_whole(statement, counts->conditions);
    statement_text(statement, state);
    statement_whole(statement, writer->run);
    return statement_done(statement, err);
}
