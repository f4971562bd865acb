/* SPDX-License-Identifier: MIT
 *
 * SARIF 2.1.0 (OASIS): one run, its rules with their help, a result for each finding.
 */
#include <ctype.h>
#include <string.h>

#include "report/formats/formats.h"
#include "report/json.h"

static void put_message(struct json *json, const char *key, const char *text)
{
    json_open(json, key, '{');
    json_text(json, "text", text);
    json_close(json, '}');
}

/* --- the rules --- */

static const char *level_of(enum outcome worst)
{
    return worst == OUTCOME_MINOR ? "warning" : worst == OUTCOME_INFO ? "note" : "error";
}

static void put_help(struct json *json, const struct rule *rule)
{
    struct buf text = BUF_INIT;

    buf_printf(&text, "To ask: %s", rule->ask);
    if (rule->fix)
        buf_printf(&text, "\nTo do: %s", rule->fix);
    buf_puts(&text, rule->cites.count ? "\nAdvice it rests on:" : "");
    for (size_t i = 0; i < rule->cites.count; i++)
        buf_printf(&text, " %s", rule->cites.list[i]);
    put_message(json, "help", buf_text(&text));
    buf_release(&text);
}

static void put_rule(struct json *json, const struct pack *pack, const struct rule *rule)
{
    json_open(json, NULL, '{');
    json_text(json, "id", rule->id);
    put_message(json, "shortDescription", rule->title);
    put_message(json, "fullDescription", rule->why);
    put_help(json, rule);
    json_open(json, "defaultConfiguration", '{');
    json_text(json, "level", level_of(rule->worst));
    json_close(json, '}');
    json_open(json, "properties", '{');
    json_text(json, "theme", pack->themes[rule->theme].id);
    json_whole(json, "points", rule->points);
    json_close(json, '}');
    json_close(json, '}');
}

static void put_rules(struct json *json, const struct format_run *run)
{
    json_open(json, "rules", '[');
    json_open(json, NULL, '{');
    json_text(json, "id", format_unreadable);
    put_message(json, "shortDescription", "The profile can be read");
    json_close(json, '}');
    for (size_t p = 0; p < run->pack_count; p++)
        for (size_t i = 0; i < run->packs[p]->rule_count; i++)
            put_rule(json, run->packs[p], &run->packs[p]->rules[i]);
    json_close(json, ']');
}

/* Where a rule stands in the list above; -1 where it does not. Of the same id in several packs,
 * that of 'pack', or of the first where that is NULL. */
static int64_t index_of(const struct format_run *run, const struct pack *pack, const char *rule)
{
    int64_t index = 1;

    for (size_t p = 0; p < run->pack_count; p++) {
        for (size_t i = 0; i < run->packs[p]->rule_count; i++, index++)
            if ((!pack || pack == run->packs[p]) &&
                strcmp(run->packs[p]->rules[i].id, rule) == 0)
                return index;
    }
    return -1;
}

/* --- results --- */

/* One of them, as it stands in the document. */
struct result {
    const char *rule; /* id */
    int64_t index;    /* of the rule, or -1 */
    const char *kind, *level, *message;
    const char *name;  /* of the company in the input */
    int line;          /* 0: of no line */
    const char *told;  /* what tells it from others of its rule and company, or "" */
    const char *state; /* against an earlier result, or NULL */
    const struct waiver *waiver;
    const char *company, *outcome; /* NULL: of a company that could not be read */
};

/* A path as a URI reference: a colon or blank in it would make another of it. */
static void put_uri(struct json *json, const char *path)
{
    struct buf uri = BUF_INIT;

    for (; *path; path++) {
        if (isalnum((unsigned char)*path) || strchr("-._~/", *path))
            buf_putc(&uri, *path);
        else
            buf_printf(&uri, "%%%02X", (unsigned)(unsigned char)*path);
    }
    json_text(json, "uri", buf_text(&uri));
    buf_release(&uri);
}

static void put_location(struct json *json, const char *name, int line)
{
    json_open(json, "locations", '[');
    json_open(json, NULL, '{');
    json_open(json, "physicalLocation", '{');
    json_open(json, "artifactLocation", '{');
    put_uri(json, name);
    json_close(json, '}');
    if (line > 0) {
        json_open(json, "region", '{');
        json_whole(json, "startLine", line);
        json_close(json, '}');
    }
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, ']');
}

/* The same in another run, wherever its fact stands in the file by then. */
static void put_fingerprint(struct json *json, const struct result *r)
{
    char hex[HASH_HEX_LEN + 1];
    struct buf text = BUF_INIT;

    buf_printf(&text, "%s\n%s", r->name, r->rule);
    if (*r->told)
        buf_printf(&text, "\n%s", r->told);
    hash_sha256(buf_text(&text), text.len, hex);
    json_open(json, "partialFingerprints", '{');
    json_text(json, "companyAndRule/v1", hex);
    json_close(json, '}');
    buf_release(&text);
}

static void put_suppression(struct json *json, const struct waiver *waiver)
{
    struct buf why = BUF_INIT;

    buf_puts(&why, waiver->reason ? waiver->reason : "no reason is given");
    if (waiver->by)
        buf_printf(&why, " (by %s)", waiver->by);
    if (waiver->lapsed)
        buf_printf(&why, "; lapsed: %s", waiver->lapsed);
    json_open(json, "suppressions", '[');
    json_open(json, NULL, '{');
    json_text(json, "kind", "external");
    json_text(json, "status", waiver->lapsed ? "rejected" : "accepted");
    json_text(json, "justification", buf_text(&why));
    json_close(json, '}');
    json_close(json, ']');
    buf_release(&why);
}

static void put_result(struct json *json, const struct result *r)
{
    json_open(json, NULL, '{');
    json_text(json, "ruleId", r->rule);
    if (r->index >= 0)
        json_whole(json, "ruleIndex", r->index);
    json_text(json, "kind", r->kind);
    json_text(json, "level", r->level);
    put_message(json, "message", r->message);
    put_location(json, r->name, r->line);
    put_fingerprint(json, r);
    if (r->state)
        json_text(json, "baselineState", r->state);
    if (r->waiver)
        put_suppression(json, r->waiver);
    if (r->outcome) {
        json_open(json, "properties", '{');
        json_text(json, "company", r->company);
        json_text(json, "outcome", r->outcome);
        json_close(json, '}');
    }
    json_close(json, '}');
}

/* SARIF's kind and level of what a rule says. Only failures have a level. */
static void set_kind(struct result *r, enum outcome outcome, int severity)
{
    static const char *const levels[] = {"none", "warning", "error", "error"};

    r->level = levels[severity];
    r->kind = outcome == OUTCOME_ERROR            ? "review"
              : outcome == OUTCOME_NOT_APPLICABLE ? "notApplicable"
              : outcome == OUTCOME_UNKNOWN        ? "open"
              : severity > 0                      ? "fail"
              : outcome == OUTCOME_INFO           ? "informational"
                                                  : "pass";
}

/* --- then and now --- */

static const struct format_was *was_of(const struct format_earlier *earlier, const char *rule,
                                       const char *message)
{
    for (size_t i = 0; earlier && i < earlier->count; i++)
        if (strcmp(earlier->list[i].rule, rule) == 0 &&
            (!message || strcmp(earlier->list[i].message, message) == 0))
            return &earlier->list[i];
    return NULL;
}

static const char *outcome_of(const struct finding *f)
{
    return f->span ? "span" : outcome_name(f->outcome);
}

/* Whether the earlier result says the same of it, in the same words. */
static bool is_unchanged(const struct format_was *was, const struct assessment *a,
                         const struct finding *f)
{
    const char *waiver = !f->waiver ? "" : f->waiver->lapsed ? "lapsed" : "holds";
    struct buf reason = BUF_INIT;

    finding_put_reason(&reason, f, a->profile->currency);
    bool same = strcmp(was->outcome, outcome_of(f)) == 0 &&
                was->severity == finding_severity(f) && strcmp(was->waiver, waiver) == 0 &&
                strcmp(was->message, buf_text(&reason)) == 0;
    buf_release(&reason);
    return same;
}

static void put_finding(struct json *json, const struct format_run *run,
                        const struct format_part *part, const struct finding *f)
{
    const struct assessment *a = part->assessment;
    const struct format_was *was = was_of(part->earlier, f->rule->id, NULL);
    struct buf text = BUF_INIT;
    struct result r = {.rule = f->rule->id,
                       .index = index_of(run, a->pack, f->rule->id),
                       .name = part->name,
                       .line = format_line_of(a, f),
                       .told = "",
                       .state = !part->earlier            ? NULL
                                : !was                    ? "new"
                                : is_unchanged(was, a, f) ? "unchanged"
                                                          : "updated",
                       .waiver = f->waiver,
                       .company = a->profile->name,
                       .outcome = outcome_of(f)};

    set_kind(&r, f->outcome, finding_severity(f));
    buf_printf(&text, "%s: ", a->profile->name);
    format_put_reason(&text, a, f);
    r.message = buf_text(&text);
    put_result(json, &r);
    buf_release(&text);
}

/* One reason why the company cannot be read. */
static void put_fault(struct json *json, const struct format_part *part, int line,
                      const char *message)
{
    bool was = was_of(part->earlier, format_unreadable, message) != NULL;
    struct result r = {.rule = format_unreadable,
                       .kind = "fail",
                       .level = "error",
                       .message = message,
                       .name = part->name,
                       .line = line > 0 ? line : 1,
                       .told = message,
                       .state = !part->earlier ? NULL
                                : was          ? "unchanged"
                                               : "new"};

    put_result(json, &r);
}

static void put_faults(struct json *json, const struct format_part *part)
{
    if (part->err->message[0])
        put_fault(json, part, 0, part->err->message);
    for (size_t i = 0; i < part->faults->count; i++)
        put_fault(json, part, part->faults->list[i].line, part->faults->list[i].message);
}

/* Whether a result of the part is the same finding, or reason, by now. */
static bool is_there(const struct format_part *part, const struct format_was *was)
{
    const struct assessment *a = part->assessment;
    bool reason = strcmp(was->rule, format_unreadable) == 0;

    for (size_t i = 0; a && i < a->pack->rule_count; i++)
        if (strcmp(a->findings[i].rule->id, was->rule) == 0)
            return assessment_says(a, &a->findings[i]);
    if (a || !reason)
        return false;
    for (size_t i = 0; i < part->faults->count; i++)
        if (strcmp(part->faults->list[i].message, was->message) == 0)
            return true;
    return strcmp(part->err->message, was->message) == 0;
}

/* What the earlier result says and this one does not. */
static void put_absent(struct json *json, const struct format_run *run,
                       const struct format_part *part, const struct format_was *was)
{
    bool reason = strcmp(was->rule, format_unreadable) == 0;
    enum outcome outcome = OUTCOME_CREDIT; /* a span is none of the outcomes */
    struct buf text = BUF_INIT;
    struct result r = {
        .rule = was->rule,
        .index =
            reason ? 0
                   : index_of(run, part->assessment ? part->assessment->pack : NULL, was->rule),
        .kind = "fail",
        .level = "error",
        .name = part->name,
        .told = reason ? was->message : "",
        .state = "absent",
        .company = was->company,
        .outcome = reason ? NULL : was->outcome};

    outcome_from_name(was->outcome, &outcome);
    if (!reason) {
        set_kind(&r, outcome, was->severity);
        buf_printf(&text, "%s: ", was->company);
    }
    buf_puts(&text, was->message);
    r.message = buf_text(&text);
    put_result(json, &r);
    buf_release(&text);
}

/* Results stand four levels deep in the document. */
static void sarif_part(struct buf *out, const struct format_run *run,
                       const struct format_part *part)
{
    struct json json = {.out = out, .depth = 4, .first = true};
    const struct assessment *a = part->assessment;

    for (size_t i = 0; a && i < a->pack->rule_count; i++)
        if (assessment_says(a, &a->findings[i]))
            put_finding(&json, run, part, &a->findings[i]);
    if (!a)
        put_faults(&json, part);
    for (size_t i = 0; part->earlier && i < part->earlier->count; i++)
        if (!is_there(part, &part->earlier->list[i]))
            put_absent(&json, run, part, &part->earlier->list[i]);
}

/* --- the whole --- */

static void put_packs(struct json *json, const struct format_run *run)
{
    json_open(json, "properties", '{');
    json_limits(json, run->context);
    json_open(json, "packs", '[');
    for (size_t i = 0; i < run->pack_count; i++) {
        json_open(json, NULL, '{');
        json_pack_keys(json, run->packs[i], run->context);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void sarif_head(struct buf *out, const struct format_run *run)
{
    struct json json = {.out = out};

    json_open(&json, NULL, '{');
    json_text(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_text(&json, "version", "2.1.0");
    json_open(&json, "runs", '[');
    json_open(&json, NULL, '{');
    json_open(&json, "tool", '{');
    json_open(&json, "driver", '{');
    json_text(&json, "name", "plumbline");
    json_text(&json, "version", run->context->version);
    put_rules(&json, run);
    json_close(&json, '}');
    json_close(&json, '}');
    put_packs(&json, run);
    json_open(&json, "results", '[');
}

static void sarif_foot(struct buf *out, const struct format_run *run, int64_t parts)
{
    struct json json = {.out = out, .depth = 4, .first = parts == 0};

    (void)run;
    json_close(&json, ']');
    json_close(&json, '}');
    json_close(&json, ']');
    json_close(&json, '}');
    buf_putc(out, '\n');
}

const struct part_format format_sarif = {sarif_head, sarif_part, ",", sarif_foot, true};
