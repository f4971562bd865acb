/* SPDX-License-Identifier: MIT
 *
 * SARIF 2.1.0 (OASIS): one run, its rules with their help, a result for each finding.
 */
#include <string.h>

#include "report/formats/formats.h"
#include "report/formats/sarif_result.h"

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
    sarif_put_message(json, "help", buf_text(&text));
    buf_release(&text);
}

static void put_rule(struct json *json, const struct pack *pack, const struct rule *rule)
{
    json_open(json, NULL, '{');
    json_text(json, "id", rule->id);
    sarif_put_message(json, "shortDescription", rule->title);
    sarif_put_message(json, "fullDescription", rule->why);
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
    sarif_put_message(json, "shortDescription", "The profile can be read");
    json_close(json, '}');
    for (size_t p = 0; p < run->pack_count; p++)
        for (size_t i = 0; i < run->packs[p]->rule_count; i++)
            put_rule(json, run->packs[p], &run->packs[p]->rules[i]);
    json_close(json, ']');
}

/* Where a rule stands in the list above; -1 where it does not. No two packs of a run have the
 * same. */
static int64_t index_of(const struct format_run *run, const char *rule)
{
    int64_t index = 1;

    for (size_t p = 0; p < run->pack_count; p++)
        for (size_t i = 0; i < run->packs[p]->rule_count; i++, index++)
            if (strcmp(run->packs[p]->rules[i].id, rule) == 0)
                return index;
    return -1;
}

/* --- then and now --- */

static const struct format_was *was_of(const struct format_earlier *earlier, const char *rule)
{
    for (size_t i = 0; earlier && i < earlier->count; i++)
        if (strcmp(earlier->list[i].rule, rule) == 0)
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
    const struct format_was *was = was_of(part->earlier, f->rule->id);
    struct buf text = BUF_INIT;
    struct sarif_result r = {.rule = f->rule->id,
                             .index = index_of(run, f->rule->id),
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

    sarif_set_kind(&r, r.outcome, finding_severity(f));
    buf_printf(&text, "%s: ", a->profile->name);
    format_put_reason(&text, a, f);
    r.message = buf_text(&text);
    sarif_put_result(json, &r);
    buf_release(&text);
}

/* --- reasons why a company cannot be read: the same one may stand on several lines --- */

/* How many of the first 'count' are that one. */
static size_t times_in(const struct faults *faults, size_t count, const char *message)
{
    size_t times = 0;

    for (size_t i = 0; i < count; i++)
        times += strcmp(faults->list[i].message, message) == 0;
    return times;
}

static size_t times_then(const struct format_was *list, size_t count, const char *message)
{
    size_t times = 0;

    for (size_t i = 0; i < count; i++)
        times += strcmp(list[i].rule, format_unreadable) == 0 &&
                 strcmp(list[i].message, message) == 0;
    return times;
}

static void put_reason(struct json *json, const struct format_part *part, int line,
                       const char *message, const char *state, size_t before)
{
    struct buf told = BUF_INIT;

    buf_puts(&told, message);
    if (before > 0)
        buf_printf(&told, "\n%zu", before);
    sarif_put_result(json, &(struct sarif_result){.rule = format_unreadable,
                                                  .kind = "fail",
                                                  .level = "error",
                                                  .message = message,
                                                  .name = part->name,
                                                  .line = line,
                                                  .told = buf_text(&told),
                                                  .state = state});
    buf_release(&told);
}

static const char *reason_state(const struct format_earlier *earlier, const char *message,
                                size_t before)
{
    if (!earlier)
        return NULL;
    return before < times_then(earlier->list, earlier->count, message) ? "unchanged" : "new";
}

static void put_reasons(struct json *json, const struct format_part *part)
{
    const char *message = part->err->message;

    if (message[0])
        put_reason(json, part, 1, message, reason_state(part->earlier, message, 0), 0);
    for (size_t i = 0; i < part->faults->count; i++) {
        const struct fault *fault = &part->faults->list[i];
        size_t before = times_in(part->faults, i, fault->message);
        put_reason(json, part, fault->line > 0 ? fault->line : 1, fault->message,
                   reason_state(part->earlier, fault->message, before), before);
    }
}

/* --- what the earlier result says and this one does not --- */

static void put_gone_reason(struct json *json, const struct format_part *part, size_t number)
{
    const struct format_was *list = part->earlier->list;
    const char *message = list[number].message;
    size_t before = times_then(list, number, message), now = 0;

    if (!part->assessment)
        now = times_in(part->faults, part->faults->count, message) +
              (strcmp(part->err->message, message) == 0);
    if (before >= now)
        put_reason(json, part, 0, message, "absent", before);
}

static bool is_said(const struct assessment *a, const char *rule)
{
    for (size_t i = 0; a && i < a->pack->rule_count; i++)
        if (strcmp(a->findings[i].rule->id, rule) == 0)
            return assessment_says(a, &a->findings[i]);
    return false;
}

/* Of a company that cannot be read now, nothing shows that a finding is gone. */
static bool cannot_be_read(const struct format_part *part)
{
    return !part->assessment && (part->faults->count > 0 || part->err->message[0]);
}

static void put_gone_finding(struct json *json, const struct format_run *run,
                             const struct format_part *part, const struct format_was *was)
{
    struct buf text = BUF_INIT;
    struct sarif_result r = {.rule = was->rule,
                             .index = index_of(run, was->rule),
                             .name = part->name,
                             .told = "",
                             .state = cannot_be_read(part) ? "unchanged" : "absent",
                             .company = was->company,
                             .outcome = was->outcome};

    sarif_set_kind(&r, was->outcome, was->severity);
    buf_printf(&text, "%s: %s", was->company, *was->message ? was->message : was->outcome);
    r.message = buf_text(&text);
    sarif_put_result(json, &r);
    buf_release(&text);
}

static void put_absent(struct json *json, const struct format_run *run,
                       const struct format_part *part)
{
    for (size_t i = 0; part->earlier && i < part->earlier->count; i++) {
        const struct format_was *was = &part->earlier->list[i];
        if (strcmp(was->rule, format_unreadable) == 0)
            put_gone_reason(json, part, i);
        else if (!is_said(part->assessment, was->rule))
            put_gone_finding(json, run, part, was);
    }
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
        put_reasons(&json, part);
    put_absent(&json, run, part);
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
