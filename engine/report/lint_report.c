/* SPDX-License-Identifier: MIT */
#include "report/lint_report.h"

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

void lint_report_sound(struct buf *out, const struct rulebook *book)
{
    const struct pack *pack = rulebook_pack(book);
    size_t facts = 0;

    for (size_t i = 0; i < pack->schema.fact_count; i++)
        facts += rulebook_has_fact(book, (int)i);
    buf_printf(out, "%s %s: %zu rules, %zu facts, %zu sources: nothing to say\n", pack->name,
               pack->version, pack->rule_count, facts, pack->source_count);
}

void lint_report_json(struct json *json, const struct lint *lint)
{
    json_open(json, NULL, '[');
    for (size_t i = 0; i < lint->count; i++) {
        const struct lint_note *note = &lint->list[i];
        json_open(json, NULL, '{');
        json_text(json, "file", note->file);
        if (note->line > 0)
            json_whole(json, "line", note->line);
        else
            json_null(json, "line");
        json_text(json, "id", *note->id ? note->id : NULL);
        json_text(json, "message", note->message);
        json_close(json, '}');
    }
    json_close(json, ']');
    buf_putc(json->out, '\n');
}
