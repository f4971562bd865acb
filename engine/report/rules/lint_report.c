/* SPDX-License-Identifier: MIT */
#include "report/rules/lint_report.h"

void lint_report_text(struct buf *out, const struct lint *lint)
{
    for (size_t i = 0; i < lint->count; i++) {
        const struct lint_note *note = &lint->list[i];
        buf_puts(out, note->file);
        if (note->line > 0)
            buf_printf(out, ":%d", note->line);
        buf_printf(out, ": %s%s%s\n", note->id, *note->id ? ": " : "", note->message);
    }
    if (lint->count > 0)
        buf_printf(out, "%zu %s found\n", lint->count, lint->count == 1 ? "thing" : "things");
}

static void put_count(struct buf *out, size_t count, const char *what, const char *end)
{
    buf_printf(out, "%zu %s%s%s", count, what, count == 1 ? "" : "s", end);
}

void lint_report_sound(struct buf *out, const struct rulebook *book, size_t part)
{
    const struct pack *pack = rulebook_pack(book);
    size_t rules = 0, figures = 0, facts = 0, sources = 0;

    for (size_t i = 0; i < pack->rule_count; i++)
        rules += pack->rules[i].part == part;
    for (size_t i = 0; i < pack->figure_count; i++)
        figures += pack->figures[i].rule.part == part;
    for (size_t i = 0; i < pack->schema.fact_count; i++)
        facts += rulebook_has_fact(book, (int)i) && pack->schema.facts[i].part == part;
    for (size_t i = 0; i < pack->source_count; i++)
        sources += pack->sources[i].part == part;
    buf_printf(out, "%s %s: ", pack->parts[part].name, pack->parts[part].version);
    put_count(out, rules, "rule", ", ");
    if (figures > 0)
        put_count(out, figures, "figure", ", ");
    put_count(out, facts, "fact", ", ");
    put_count(out, sources, "source", ": nothing to say\n");
}

void lint_report_json(struct json *json, const char *version, const struct lint *lint)
{
    json_open_plain(json, "rules check", version);
    json_open(json, "found", '[');
    for (size_t i = 0; i < lint->count; i++) {
        const struct lint_note *note = &lint->list[i];
        json_open(json, NULL, '{');
        json_text(json, "file", note->file);
        if (note->line > 0)
            json_whole(json, "line", note->line);
        else
            json_none(json, "line");
        json_text(json, "id", *note->id ? note->id : NULL);
        json_text(json, "message", note->message);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
    buf_putc(json->out, '\n');
}
