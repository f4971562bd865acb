/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/rules/examples.h"
#include "report/sentences.h"
#include "report/sheets/trace_report.h"
#include "report/text/text_findings.h"

enum { TEXT_COLUMN = 7 };

/* --- text --- */

static void put_line(struct page *page, const struct traced *t, const struct trace_event *e)
{
    struct text text = text_line(t->rule->source, e->line);

    buf_printf(page->out, "%5d  ", e->line);
    buf_printf(&page->scratch, "%.*s", (int)text.len, text.at);
    page_wrap_scratch(page, TEXT_COLUMN, TEXT_COLUMN + 2);
}

static void put_read(struct page *page, const struct traced *t, const struct trace_event *e)
{
    const struct fact *fact = &t->profile->facts[e->number];
    const char *name = t->pack->schema.facts[e->number].name;

    if (!e->text)
        buf_printf(&page->scratch, "asks about %s", name);
    else
        buf_printf(&page->scratch, "reads %s: %s", name, e->text);
    if (fact->count > 0) {
        buf_puts(&page->scratch, " (");
        sentence_place(&page->scratch, t->profile, fact);
        buf_putc(&page->scratch, ')');
    }
    page_wrap_scratch(page, 0, TEXT_COLUMN + 2);
}

static void put_event(struct page *page, const struct traced *t, const struct trace_event *e)
{
    switch (e->kind) {
    case TRACE_TEST:
        buf_printf(page->out, "\ntest %d%s%s\n", e->number + 1, *e->text ? ", with " : "",
                   e->text);
        return;
    case TRACE_LINE:
        put_line(page, t, e);
        return;
    case TRACE_READ:
        put_read(page, t, e);
        return;
    case TRACE_CALL:
        buf_printf(&page->scratch, "calls %s", e->text);
        page_wrap_scratch(page, 0, TEXT_COLUMN + 2);
        return;
    case TRACE_END:
        buf_printf(page->out, "  ends as %s\n", e->text);
    }
}

static void put_outcome_word(struct page *page, const struct finding *f)
{
    buf_puts(&page->scratch, f->span ? "span" : outcome_name(f->outcome));
    if (f->span)
        buf_printf(&page->scratch, " from %s to %s", outcome_name(f->worst.outcome),
                   outcome_name(f->best.outcome));
}

/* Why, or what a value is said with. */
static void put_reason(struct buf *reason, const struct traced *t, const struct finding *f)
{
    if (f->outcome != OUTCOME_VALUE)
        finding_put_reason(reason, f, t->profile->currency);
    else if (f->worst.message.format)
        message_put(reason, &f->worst.message, t->profile->currency);
}

static void put_outcome(struct page *page, const struct traced *t, const struct finding *f)
{
    struct buf reason = BUF_INIT;

    if (t->figure && f->outcome == OUTCOME_VALUE) {
        buf_puts(&page->scratch, "value ");
        finding_put_outcome(&page->scratch, f);
        buf_printf(&page->scratch, " (unit: %s)", t->figure->unit);
    } else {
        put_outcome_word(page, f);
    }

    if (f->error_line > 0)
        buf_printf(&page->scratch, " in line %d", f->error_line);
    put_reason(&reason, t, f);
    if (reason.len > 0)
        buf_printf(&page->scratch, ": %s", buf_text(&reason));
    buf_release(&reason);
    page_wrap_scratch(page, 0, 2);
}

void trace_text(struct page *page, const struct traced *t)
{
    const struct rule *rule = t->rule;

    buf_printf(&page->scratch, "%s  %s", rule->id, rule->title);
    page_tone(page, TONE_HEAD, buf_text(&page->scratch));
    buf_reset(&page->scratch);
    buf_printf(page->out, "\n%s of pack %s, run on %s (%s)\n", rule->file,
               t->pack->parts[rule->part].name, t->profile->file, t->profile->name);
    for (size_t i = 0; i < t->trace->count; i++)
        put_event(page, t, &t->trace->events[i]);
    if (t->trace->cut)
        buf_printf(page->out, "  ... more than %d steps: the rest is left out\n",
                   TRACE_MAX_EVENTS);
    page_heading(page, "OUTCOME", "");
    for (size_t i = 0; i < t->count; i++)
        put_outcome(page, t, &t->findings[i]);
    page_heading(page, "COST", "");
    buf_printf(&page->scratch,
               "%lld steps of the %ld that a %s may take, %zu bytes allocated, %.3f ms in "
               "this traced run",
               (long long)t->trace->steps, t->max_steps, t->figure ? "figure" : "rule",
               t->trace->bytes, (double)t->trace->microseconds / 1e3);
    page_wrap_scratch(page, 0, 2);
}

/* --- JSON --- */

static void event_json(struct json *json, const struct traced *t, const struct trace_event *e)
{
    static const char *const kinds[] = {"test", "line", "read", "call", "end"};

    json_open(json, NULL, '{');
    json_text(json, "kind", kinds[e->kind]);
    if (e->kind == TRACE_TEST)
        json_whole(json, "test", e->number + 1);
    if (e->line > 0)
        json_whole(json, "line", e->line);
    if (e->kind == TRACE_READ)
        json_text(json, "fact", t->pack->schema.facts[e->number].name);
    if (e->kind != TRACE_LINE)
        json_text(json, "text", e->text);
    json_close(json, '}');
}

/* What a rule came to; in the array of a figure's lines their values besides. */
static void finding_json(struct json *json, const struct traced *t, const struct finding *f)
{
    struct buf reason = BUF_INIT;

    json_text(json, "outcome",
              f->span && f->outcome != OUTCOME_VALUE ? "span" : outcome_name(f->outcome));
    put_reason(&reason, t, f);
    json_text(json, "message", buf_text(&reason));
    buf_release(&reason);
}

static void lines_json(struct json *json, const struct traced *t)
{
    json_open(json, "lines", '[');
    for (size_t i = 0; i < t->count; i++) {
        const struct finding *f = &t->findings[i];
        json_open(json, NULL, '{');
        finding_json(json, t, f);
        if (f->outcome == OUTCOME_VALUE) {
            json_decimal(json, "low", f->worst.value);
            json_decimal(json, "high", f->best.value);
        } else {
            json_none(json, "low");
            json_none(json, "high");
        }
        json_close(json, '}');
    }
    json_close(json, ']');
}

void trace_json(struct json *json, const struct traced *t)
{
    json_open_result(json, "score --trace", t->pack, t->context);
    json_profile(json, t->profile);
    json_text(json, t->figure ? "figure" : "rule", t->rule->id);
    if (t->figure)
        lines_json(json, t);
    else
        finding_json(json, t, t->findings);
    json_open(json, "events", '[');
    for (size_t i = 0; i < t->trace->count; i++)
        event_json(json, t, &t->trace->events[i]);
    json_close(json, ']');
    json_bool(json, "cut", t->trace->cut);
    json_whole(json, "steps", t->trace->steps);
    json_whole(json, "bytes", (int64_t)t->trace->bytes);
    json_close(json, '}');
}

/* --- costs --- */

void rule_costs_sort(struct rule_cost *costs, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct rule_cost cost = costs[i];
        size_t at = i;
        for (; at > 0 && costs[at - 1].steps < cost.steps; at--)
            costs[at] = costs[at - 1];
        costs[at] = cost;
    }
}

static int64_t sum_steps(const struct rule_cost *costs, size_t count)
{
    int64_t sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += costs[i].steps;
    return sum;
}

void rule_costs_text(struct page *page, const struct rule_cost *costs, size_t count,
                     size_t companies, long max_steps)
{
    int64_t all = sum_steps(costs, count);

    buf_printf(page->out, "rule   share  steps  most steps  bytes  over %zu compan%s\n",
               companies, companies == 1 ? "y" : "ies");
    for (size_t i = 0; i < count; i++) {
        const struct rule_cost *c = &costs[i];
        buf_printf(page->out, "%-6s %4.1f%% %6lld %11lld %6llu  %s\n", c->rule->id,
                   all ? 100.0 * (double)c->steps / (double)all : 0.0,
                   (long long)(c->steps / (int64_t)companies), (long long)c->max_steps,
                   (unsigned long long)(c->bytes / companies), c->rule->title);
    }
    buf_printf(page->out,
               "%zu rules, %lld steps a company; a rule may take %ld (limit steps_per_rule)\n",
               count, (long long)(all / (int64_t)companies), max_steps);
}

void rule_costs_json(struct json *json, const struct pack *pack,
                     const struct report_context *context, const struct rule_cost *costs,
                     size_t count, size_t companies)
{
    json_open_result(json, "rules profile", pack, context);
    json_whole(json, "companies", (int64_t)companies);
    json_open(json, "rules", '[');
    for (size_t i = 0; i < count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "rule", costs[i].rule->id);
        json_whole(json, "steps", costs[i].steps);
        json_whole(json, "most_steps", costs[i].max_steps);
        json_whole(json, "bytes", (int64_t)costs[i].bytes);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}
