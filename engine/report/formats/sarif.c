/* SPDX-License-Identifier: MIT
 *
 * SARIF 2.1.0 (OASIS): one run, its rules with their help, a result for each finding.
 */
#include <ctype.h>
#include <string.h>

#include "report/formats/formats.h"
#include "report/json.h"

static const char unreadable_id[] = "unreadable";

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
    json_text(json, "id", unreadable_id);
    put_message(json, "shortDescription", "The profile can be read");
    json_close(json, '}');
    for (size_t p = 0; p < run->pack_count; p++)
        for (size_t i = 0; i < run->packs[p]->rule_count; i++)
            put_rule(json, run->packs[p], &run->packs[p]->rules[i]);
    json_close(json, ']');
}

/* Where the rule stands in the list above. */
static int64_t index_of(const struct format_run *run, const struct pack *pack,
                        const struct rule *rule)
{
    int64_t index = 1;

    for (size_t p = 0; p < run->pack_count && run->packs[p] != pack; p++)
        index += (int64_t)run->packs[p]->rule_count;
    return index + (rule - pack->rules);
}

/* --- results --- */

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
    json_open(json, "region", '{');
    json_whole(json, "startLine", line > 0 ? line : 1);
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, ']');
}

/* The same finding in another run, wherever its fact stands in the file by then. */
static void put_fingerprint(struct json *json, const char *name, const char *rule)
{
    char hex[HASH_HEX_LEN + 1];
    struct buf text = BUF_INIT;

    buf_printf(&text, "%s\n%s", name, rule);
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

/* SARIF's kind and level of what a rule says. */
static void put_kind(struct json *json, const struct finding *f)
{
    static const char *const levels[] = {"none", "warning", "error", "error"};
    int severity = finding_severity(f);
    const char *kind = f->outcome == OUTCOME_ERROR            ? "review"
                       : f->outcome == OUTCOME_NOT_APPLICABLE ? "notApplicable"
                       : f->outcome == OUTCOME_UNKNOWN        ? "open"
                       : severity > 0                         ? "fail"
                       : f->outcome == OUTCOME_INFO           ? "informational"
                                                              : "pass";

    json_text(json, "kind", kind);
    json_text(json, "level", levels[severity]);
}

static void put_finding(struct json *json, const struct format_run *run,
                        const struct format_part *part, const struct finding *f)
{
    const struct assessment *a = part->assessment;
    const char *state = run->state ? run->state(run->state_context, part->name, f) : NULL;
    struct buf text = BUF_INIT;

    json_open(json, NULL, '{');
    json_text(json, "ruleId", f->rule->id);
    json_whole(json, "ruleIndex", index_of(run, a->pack, f->rule));
    put_kind(json, f);
    buf_printf(&text, "%s: ", a->profile->name);
    format_put_reason(&text, a, f);
    put_message(json, "message", buf_text(&text));
    put_location(json, part->name, format_line_of(a, f));
    put_fingerprint(json, part->name, f->rule->id);
    if (state)
        json_text(json, "baselineState", state);
    if (f->waiver)
        put_suppression(json, f->waiver);
    json_open(json, "properties", '{');
    json_text(json, "company", a->profile->name);
    json_text(json, "outcome", f->span ? "span" : outcome_name(f->outcome));
    json_close(json, '}');
    json_close(json, '}');
    buf_release(&text);
}

static void put_fault(struct json *json, const struct format_part *part, int line,
                      const char *message)
{
    json_open(json, NULL, '{');
    json_text(json, "ruleId", unreadable_id);
    json_whole(json, "ruleIndex", 0);
    json_text(json, "kind", "fail");
    json_text(json, "level", "error");
    put_message(json, "message", message);
    put_location(json, part->name, line);
    json_close(json, '}');
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
    if (!a && part->err->message[0])
        put_fault(&json, part, 0, part->err->message);
    for (size_t i = 0; !a && i < part->faults->count; i++)
        put_fault(&json, part, part->faults->list[i].line, part->faults->list[i].message);
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

const struct part_format format_sarif = {sarif_head, sarif_part, ",", sarif_foot};
