/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <string.h>

#include "audit/results/result_reading.h"

enum {
    SCORE_FULL = 100000, /* thousandths */
    MAX_SEVERITY = 3,
    MAX_FINDINGS = 10000,                /* files that a pack may have at most */
    MAX_POINTS = 1000000,                /* of one rule: sums of all stay within 64 bits */
    MAX_TALLY = MAX_POINTS * CREDIT_FULL /* thousandths */
};
static const int64_t MAX_TOTAL = (int64_t)MAX_FINDINGS * MAX_TALLY;

static const char *const outcomes[] = {"pass",     "info",   "minor",   "major",
                                       "critical", "credit", "unknown", "not_applicable",
                                       "error",    "span"};

/* --- scores --- */

static struct score read_score(struct reading *r, const json_t *object)
{
    struct score score = {.low = reading_thousandths(r, object, "low", SCORE_FULL),
                          .high = reading_thousandths(r, object, "high", SCORE_FULL),
                          .coverage = reading_thousandths(r, object, "coverage", SCORE_FULL)};

    score.has_score = !reading_is_null(r, object, "score");
    if (score.has_score)
        score.score = reading_thousandths(r, object, "score", SCORE_FULL);
    return score;
}

static struct result_verdict read_verdict(struct reading *r, const json_t *object)
{
    static const char *const kinds[] = {"decided", "provisional", "too_little"};
    const json_t *verdict = reading_object(r, object, "verdict");

    reading_text(r, verdict, "text");
    return (struct result_verdict){.kind = kinds[reading_choice(r, verdict, "kind", kinds, 3)],
                                   .band = reading_text(r, verdict, "band"),
                                   .worst = reading_text(r, verdict, "worst"),
                                   .best = reading_text(r, verdict, "best"),
                                   .capped = reading_bool(r, verdict, "capped"),
                                   .criticals = reading_names(r, verdict, "criticals")};
}

static void read_scores(struct reading *r, const json_t *root, struct entry *out)
{
    out->score = read_score(r, root);
    out->verdict = read_verdict(r, root);
    out->has_without = !reading_is_null(r, root, "without_waived");
    if (out->has_without) {
        const json_t *without = reading_object(r, root, "without_waived");
        out->without = read_score(r, without);
        out->without_verdict = read_verdict(r, without);
    }
    out->has_fit = !reading_is_null(r, root, "fit");
    if (out->has_fit)
        out->fit = read_score(r, reading_object(r, root, "fit"));
}

/* Of a short record: objects by id. */
static void read_short_themes(struct reading *r, const json_t *root, struct entry *out)
{
    json_t *themes = reading_object(r, root, "themes");
    const json_t *value;
    const char *id;

    out->themes = arena_alloc(r->arena, (json_object_size(themes) + 1) * sizeof *out->themes);
    json_object_foreach(themes, id, value) out->themes[out->theme_count++] =
        (struct result_theme){arena_copy(r->arena, id, strlen(id)), read_score(r, value)};
}

/* Of an assessment: a list of objects. */
static void read_full_themes(struct reading *r, const json_t *root, struct entry *out)
{
    const json_t *themes = reading_array(r, root, "themes"), *value;
    size_t i;

    out->themes = reading_room(r, themes, sizeof *out->themes);
    json_array_foreach(themes, i, value) out->themes[out->theme_count++] =
        (struct result_theme){reading_text(r, value, "id"), read_score(r, value)};
}

/* --- findings --- */

/* The theme of a rule, by the stamp of an audit. */
static void set_theme(const struct stamp_pack *pack, struct result_finding *f)
{
    for (size_t i = 0; i < pack->theme_count; i++) {
        if (names_have(pack->themes[i].rules, f->rule)) {
            f->theme = pack->themes[i].id;
            f->of = pack->themes[i].of;
        }
    }
}

/* By the assessment itself; a theme that it does not list has no score. */
static void set_own_theme(struct reading *r, const json_t *root, const json_t *value,
                          struct result_finding *f)
{
    const json_t *themes = json_object_get(root, "themes"), *theme;
    size_t i;

    f->theme = reading_text(r, value, "theme");
    f->of = SCORE_NONE;
    json_array_foreach(themes, i,
                       theme) if (strcmp(reading_text(r, theme, "id"), f->theme) == 0) f->of =
        (enum score_kind)reading_choice(r, theme, "of", json_score_kinds, SCORE_NONE);
}

static struct tally read_tally_list(struct reading *r, const json_t *finding)
{
    const json_t *list = reading_array(r, finding, "ledger"), *value;
    int64_t numbers[5] = {0};
    size_t i;
    bool sound = json_array_size(list) == COUNT(numbers);

    json_array_foreach(list, i, value)
    {
        int64_t number = json_integer_value(value);
        sound = sound && json_is_integer(value) && number >= 0 && number <= MAX_TALLY;
        if (sound)
            numbers[i] = number;
    }
    if (!sound)
        reading_fail(r, "'ledger' must be five whole numbers from 0 to %d", MAX_TALLY);
    return (struct tally){.applicable = numbers[0],
                          .possible = numbers[1],
                          .low = numbers[2],
                          .earned = numbers[3],
                          .high = numbers[4]};
}

static struct tally read_tally(struct reading *r, const json_t *object, int64_t max)
{
    return (struct tally){.applicable = reading_count(r, object, "applicable", max),
                          .possible = reading_count(r, object, "possible", max),
                          .low = reading_count(r, object, "low", max),
                          .earned = reading_count(r, object, "earned", max),
                          .high = reading_count(r, object, "high", max)};
}

static struct result_end read_end(struct reading *r, const json_t *finding, const char *key)
{
    const json_t *end = reading_object(r, finding, key);

    return (struct result_end){
        outcomes[reading_choice(r, end, "outcome", outcomes, COUNT(outcomes))],
        reading_thousandths(r, end, "credit", CREDIT_FULL)};
}

static enum waiver_state read_short_waiver(struct reading *r, const json_t *finding)
{
    static const char *const states[] = {"lapsed", "holds"};

    if (!json_object_get(finding, "waiver"))
        return WAIVER_NONE;
    return reading_choice(r, finding, "waiver", states, 2) == 1 ? WAIVER_HOLDS : WAIVER_LAPSED;
}

static void read_full_finding(struct reading *r, const json_t *value, struct result_finding *f)
{
    f->reads = reading_names(r, value, "reads");
    f->has_ends = !reading_is_null(r, value, "worst");
    if (f->has_ends) {
        f->worst = read_end(r, value, "worst");
        f->best = read_end(r, value, "best");
    }
    if (!reading_is_null(r, value, "waiver"))
        f->waiver = reading_bool(r, reading_object(r, value, "waiver"), "holds")
                        ? WAIVER_HOLDS
                        : WAIVER_LAPSED;
}

static struct result_finding read_finding(struct reading *r, const json_t *root,
                                          const json_t *value, bool full,
                                          const struct stamp_pack *pack)
{
    struct result_finding f = {
        .rule = reading_text(r, value, "rule"),
        .of = SCORE_COMPANY,
        .outcome = outcomes[reading_choice(r, value, "outcome", outcomes, COUNT(outcomes))],
        .severity = (int)reading_count(r, value, "severity", MAX_SEVERITY),
        .points = reading_count(r, value, "points", MAX_POINTS),
        .message = reading_text(r, value, "message")};

    if (full) {
        set_own_theme(r, root, value, &f);
        read_full_finding(r, value, &f);
        return f;
    }
    set_theme(pack, &f);
    f.has_tally = true;
    f.tally = read_tally_list(r, value);
    f.waiver = read_short_waiver(r, value);
    return f;
}

static void read_findings(struct reading *r, const json_t *root, bool full,
                          const struct stamp_pack *pack, struct entry *out)
{
    const json_t *array = reading_array(r, root, "findings"), *value;
    size_t i;

    if (json_array_size(array) > MAX_FINDINGS &&
        !reading_fail(r, "'findings' are more than %d", MAX_FINDINGS))
        return;
    out->findings = reading_room(r, array, sizeof *out->findings);
    json_array_foreach(array, i, value) out->findings[out->finding_count++] =
        read_finding(r, root, value, full, pack);
}

/* --- what only a full record has --- */

/* The lines of the ledger stand apart from the findings, in their order. */
static void read_ledger(struct reading *r, const json_t *root, struct entry *out)
{
    const json_t *ledger = reading_object(r, root, "ledger");
    const json_t *rows = reading_array(r, ledger, "rows"), *value;
    size_t i, at = 0;

    json_array_foreach(rows, i, value)
    {
        const char *rule = reading_text(r, value, "rule");
        while (at < out->finding_count && strcmp(out->findings[at].rule, rule) != 0)
            at++;
        if (at == out->finding_count) {
            reading_fail(r, "the ledger has a line for '%.40s' out of the order of findings",
                         rule);
            return;
        }
        out->findings[at].tally = read_tally(r, value, MAX_TALLY);
        out->findings[at++].has_tally = true;
    }
    out->has_total = true;
    out->total = read_tally(r, reading_object(r, ledger, "total"), MAX_TOTAL);
}

/* What the lines of a fact state and by what source, but not where in the file. */
static const char *read_stated(struct reading *r, const json_t *fact)
{
    const json_t *statements = reading_array(r, fact, "statements"), *value;
    struct buf stated = BUF_INIT;
    size_t i;

    json_array_foreach(statements, i, value)
    {
        const char *source = reading_text_or_null(r, value, "source");
        const char *locator = reading_text_or_null(r, value, "locator");
        buf_printf(&stated, "%s%s%s%s%s%s", i ? "; " : "", reading_text(r, value, "value"),
                   source ? " @" : "", source ? source : "", locator ? " " : "",
                   locator ? locator : "");
    }
    const char *copy = arena_copy(r->arena, buf_text(&stated), stated.len);
    buf_release(&stated);
    return copy;
}

static const char *read_source(struct reading *r, const json_t *source)
{
    static const char *const keys[] = {"title", "url", "kind", "seen"};
    struct buf says = BUF_INIT;

    for (size_t i = 0; i < COUNT(keys); i++) {
        const char *text = reading_text_or_null(r, source, keys[i]);
        if (text)
            buf_printf(&says, "%s%s", i ? ", " : "", text);
    }
    const char *copy = arena_copy(r->arena, buf_text(&says), says.len);
    buf_release(&says);
    return copy;
}

static void read_facts(struct reading *r, const json_t *root, struct entry *out)
{
    const json_t *facts = reading_array(r, root, "facts");
    const json_t *sources = reading_array(r, root, "sources"), *value;
    size_t i;

    out->facts = reading_room(r, facts, sizeof *out->facts);
    json_array_foreach(facts, i, value) out->facts[out->fact_count++] =
        (struct result_fact){reading_text(r, value, "fact"), reading_text(r, value, "state"),
                             reading_text(r, value, "value"), read_stated(r, value)};
    out->sources = reading_room(r, sources, sizeof *out->sources);
    json_array_foreach(sources, i, value) out->sources[out->source_count++] =
        (struct result_source){reading_text(r, value, "id"), read_source(r, value)};
}

static void read_full(struct reading *r, const json_t *root, const struct stamp_pack *pack,
                      struct entry *out)
{
    static const char *const from[] = {"profile", "option"};

    out->file = reading_text(r, root, "file");
    if (!reading_is_null(r, root, "as_of_from"))
        out->as_of_given = reading_choice(r, root, "as_of_from", from, 2) == 1;
    read_findings(r, root, true, pack, out);
    read_ledger(r, root, out);
    read_facts(r, root, out);
}

/* --- entries --- */

static void read_company(struct reading *r, const json_t *root, const struct stamp *stamp,
                         struct entry *out)
{
    const struct stamp_pack *pack = &stamp->packs[out->pack];
    bool full = stamp->detail == DETAIL_FULL;

    out->hash = reading_hash(r, root, "profile_sha256");
    out->company = reading_text(r, root, "company");
    out->as_of = reading_day(r, root, "as_of");
    out->as_of_given = stamp->as_of != NULL;
    read_scores(r, root, out);
    if (full)
        read_full_themes(r, root, out);
    else
        read_short_themes(r, root, out);
    if (full)
        read_full(r, root, pack, out);
    else if (stamp->detail == DETAIL_FINDINGS)
        read_findings(r, root, false, pack, out);
}

static void read_errors(struct reading *r, const json_t *root, struct entry *out)
{
    const json_t *errors = reading_array(r, root, "errors"), *value;
    const char **list = reading_room(r, errors, sizeof *list);
    size_t i;

    out->hash = out->company = "";
    json_array_foreach(errors, i, value) list[i] =
        arena_printf(r->arena, "%" PRId64 ":%" PRId64 ": %s", reading_whole(r, value, "line"),
                     reading_whole(r, value, "column"), reading_text(r, value, "message"));
    reading_whole(r, root, "more");
    out->errors = (struct names){list, json_array_size(errors)};
}

static size_t read_pack_number(struct reading *r, const json_t *root, const struct stamp *stamp)
{
    bool audit = stamp->form == RESULT_LINES;
    const char *name = audit ? reading_text(r, root, "pack")
                             : reading_text(r, reading_object(r, root, "pack"), "name");

    for (size_t i = 0; i < stamp->pack_count; i++)
        if (strcmp(stamp->packs[i].name, name) == 0)
            return i;
    reading_fail(r, "'pack' may not be '%.60s', which the first line does not name", name);
    return 0;
}

void reading_entry(struct reading *r, const json_t *root, const struct stamp *stamp,
                   struct entry *out)
{
    static const char *const records[] = {"company", "error"};
    bool audit = stamp->form == RESULT_LINES;

    *out = (struct entry){.line = r->line, .kind = ENTRY_COMPANY};
    if (audit ? reading_choice(r, root, "record", records, 2) == 1
              : json_object_get(root, "errors") != NULL)
        out->kind = ENTRY_ERROR;
    out->name = reading_text(r, root, audit ? "name" : "file");
    if (!audit || out->kind == ENTRY_COMPANY)
        out->pack = read_pack_number(r, root, stamp);
    if (r->failed)
        return;
    if (out->kind == ENTRY_ERROR)
        read_errors(r, root, out);
    else
        read_company(r, root, stamp, out);
}

bool entry_read(struct text line, const char *where, int number, const struct stamp *stamp,
                struct arena *arena, struct entry *out, struct error *err)
{
    struct reading r = {.where = where, .line = number, .arena = arena, .err = err};
    struct entry entry = {0};
    json_t *root = reading_parse(&r, line);

    if (root)
        reading_entry(&r, root, stamp, &entry);
    json_decref(root);
    if (r.failed)
        return false;
    entry.bytes = line;
    *out = entry;
    return true;
}
