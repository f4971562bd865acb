/* SPDX-License-Identifier: MIT */
#include "report/sheets/claims_report.h"

#include <string.h>

#include "report/json/json.h"

enum { INDENT = 2, LABEL_COLUMN = 4, TEXT_COLUMN = 18 };

static const char unjudged[] = "A sentence that matches is not shown to be wrong, and one that "
                               "does not is not shown to be right: only words are compared.";

/* The sentence, fit for a terminal, cut where it is long. */
static const char *quote(const struct claims_report *report, struct text sentence)
{
    size_t len = sentence.len;

    if (len <= CLAIMS_QUOTE_MAX_BYTES)
        return arena_printable(report->arena, arena_copy(report->arena, sentence.at, len));
    len = CLAIMS_QUOTE_MAX_BYTES;
    while (len > 0 && ((unsigned char)sentence.at[len] & 0xC0) == 0x80)
        len--;
    return arena_printf(
        report->arena, "%s ...",
        arena_printable(report->arena, arena_copy(report->arena, sentence.at, len)));
}

/* The line on which each claim of the pack is met first; 0: nowhere. */
static int *first_lines(const struct claims_report *report)
{
    int *lines = arena_alloc(report->arena, report->pack->claim_count * sizeof *lines);

    for (size_t i = report->found->count; i-- > 0;) {
        const struct claim_finding *finding = &report->found->list[i];
        lines[finding->claim - report->pack->claims] = finding->line;
    }
    return lines;
}

static bool starts_sentence(const struct claim_findings *found, size_t i)
{
    return i == 0 || found->list[i].number != found->list[i - 1].number;
}

/* --- text --- */

static void put_labelled(struct page *page, const char *label, const char *text)
{
    page_pad(page, 0, LABEL_COLUMN);
    buf_puts(page->out, label);
    page_wrap(page, LABEL_COLUMN + utf8_columns(label), TEXT_COLUMN, text);
}

static void put_tests(struct page *page, const struct pack *pack, const struct claim *claim)
{
    for (size_t i = 0; i < claim->tests.count; i++) {
        const char *id = claim->tests.list[i];
        const struct rule *rule = pack_rule(pack, id);
        if (rule)
            buf_printf(&page->scratch, "%s %s", id, rule->title);
        else
            buf_printf(&page->scratch, "plumbline %s", id);
        page_pad(page, 0, LABEL_COLUMN);
        buf_puts(page->out, i == 0 ? "Tested by" : "");
        page_wrap_scratch(page, i == 0 ? LABEL_COLUMN + strlen("Tested by") : LABEL_COLUMN,
                          TEXT_COLUMN);
    }
}

static void put_claim(struct page *page, const struct pack *pack, const struct claim *claim)
{
    put_labelled(page, "Would show", claim->proves);
    put_labelled(page, "Ask", claim->ask);
    put_tests(page, pack, claim);
    for (size_t i = 0; i < claim->cites.count; i++)
        buf_printf(&page->scratch, "%s%s", i ? ", " : "", claim->cites.list[i]);
    if (claim->cites.count > 0)
        put_labelled(page, "Sources", buf_text(&page->scratch));
    buf_reset(&page->scratch);
}

static void put_finding(struct page *page, const struct claims_report *report, size_t i,
                        int *lines)
{
    const struct claim_finding *finding = &report->found->list[i];
    int *line = &lines[finding->claim - report->pack->claims];

    if (starts_sentence(report->found, i)) {
        buf_printf(&page->scratch, "\"%s\"", quote(report, finding->sentence));
        buf_printf(page->out, "\nLine %d\n", finding->line);
        page_wrap_scratch(page, 0, INDENT);
    }
    buf_printf(&page->scratch, "Claim: %s", finding->claim->says);
    if (*line < 0)
        buf_printf(&page->scratch, " (see line %d)", -*line);
    page_wrap_scratch(page, 0, LABEL_COLUMN);
    if (*line > 0)
        put_claim(page, report->pack, finding->claim);
    *line = *line > 0 ? -*line : *line; /* told */
}

static void put_count(struct page *page, const struct claim_findings *found)
{
    buf_putc(page->out, '\n');
    if (found->matched == 0)
        buf_printf(&page->scratch,
                   "None of %zu sentence%s matches a known claim. This proves nothing: the "
                   "sentences are not judged.",
                   found->sentences, found->sentences == 1 ? "" : "s");
    else
        buf_printf(&page->scratch,
                   "%zu of %zu sentence%s match%s a known claim; the others are not judged.",
                   found->matched, found->sentences, found->sentences == 1 ? "" : "s",
                   found->matched == 1 ? "es" : "");
    page_wrap_scratch(page, 0, 0);
    page_wrap(page, 0, 0, unjudged);
}

void claims_text(struct page *page, const struct claims_report *report)
{
    int *lines = first_lines(report);

    buf_printf(page->out, "plumbline claims, pack %s %s, %s\n", report->pack->name,
               report->pack->version, report->file);
    for (size_t i = 0; i < report->found->count; i++)
        put_finding(page, report, i, lines);
    put_count(page, report->found);
}

bool explain_claim(struct page *page, const struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->claim_count; i++) {
        const struct claim *claim = &pack->claims[i];
        if (!text_same(text_of(claim->id), text_of(id)))
            continue;
        page_tone(page, TONE_HEAD, claim->id);
        buf_puts(page->out, "  claim\n\n");
        buf_printf(&page->scratch, "Claim: %s", claim->says);
        page_wrap_scratch(page, 0, INDENT);
        put_claim(page, pack, claim);
        for (size_t k = 0; k < claim->examples.count; k++)
            put_labelled(page, k == 0 ? "Said as" : "", claim->examples.list[k]);
        return true;
    }
    return false;
}

/* --- JSON --- */

static void put_names(struct json *json, const char *key, struct names names)
{
    json_open(json, key, '[');
    for (size_t i = 0; i < names.count; i++)
        json_text(json, NULL, names.list[i]);
    json_close(json, ']');
}

static void put_claim_object(struct json *json, const struct claim *claim)
{
    json_open(json, NULL, '{');
    json_text(json, "id", claim->id);
    json_text(json, "says", claim->says);
    json_text(json, "proves", claim->proves);
    json_text(json, "ask", claim->ask);
    put_names(json, "tests", claim->tests);
    put_names(json, "cites", claim->cites);
    json_close(json, '}');
}

static void put_findings(struct json *json, const struct claims_report *report)
{
    const struct claim_findings *found = report->found;

    json_open(json, "findings", '[');
    for (size_t i = 0; i < found->count;) {
        json_open(json, NULL, '{');
        json_whole(json, "line", found->list[i].line);
        json_text(json, "sentence", quote(report, found->list[i].sentence));
        json_open(json, "claims", '[');
        do
            json_text(json, NULL, found->list[i].claim->id);
        while (++i < found->count && !starts_sentence(found, i));
        json_close(json, ']');
        json_close(json, '}');
    }
    json_close(json, ']');
}

void claims_json(struct buf *out, const struct claims_report *report)
{
    const int *lines = first_lines(report);
    struct json json = {.out = out};

    json_open_result(&json, "claims", report->pack, report->context);
    json_text(&json, "file", report->file);
    json_whole(&json, "sentences", (int64_t)report->found->sentences);
    json_whole(&json, "matched", (int64_t)report->found->matched);
    put_findings(&json, report);
    json_open(&json, "claims", '[');
    for (size_t i = 0; i < report->pack->claim_count; i++)
        if (lines[i] > 0)
            put_claim_object(&json, &report->pack->claims[i]);
    json_close(&json, ']');
    json_text(&json, "note", unjudged);
    json_close(&json, '}');
    buf_putc(out, '\n');
}
