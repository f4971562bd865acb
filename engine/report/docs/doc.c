/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "report/docs/doc.h"

void doc_begin(struct doc *doc, const char *title, const char *about)
{
    doc->format->begin(doc, title, about);
}

void doc_end(struct doc *doc)
{
    doc->format->end(doc);
}

void doc_open(struct doc *doc, enum doc_block block, const char *anchor)
{
    if (block == DOC_TABLE)
        doc->in_table = true;
    if (block == DOC_HEAD || block == DOC_ROW)
        doc->cells = 0;
    if (block == DOC_HEAD)
        doc->in_head = true;
    doc->line_began = false;
    doc->format->open(doc, block, anchor);
}

void doc_close(struct doc *doc, enum doc_block block)
{
    doc->format->close(doc, block);
    if (block == DOC_CELL)
        doc->cells++;
    if (block == DOC_HEAD)
        doc->in_head = false;
    if (block == DOC_TABLE)
        doc->in_table = false;
    doc->at_heading = block <= DOC_ENTRY;
}

void doc_text(struct doc *doc, enum doc_style style, const char *text)
{
    if (!*text)
        return;
    doc->format->text(doc, style, text);
    doc->line_began = true;
}

void doc_printf(struct doc *doc, const char *format, ...)
{
    char small[512];
    va_list args, again;

    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    if (len >= 0 && (size_t)len < sizeof small) {
        doc_text(doc, DOC_PLAIN, small);
    } else if (len > 0) {
        struct arena arena = {0};
        char *large = arena_alloc(&arena, (size_t)len + 1);
        vsnprintf(large, (size_t)len + 1, format, again);
        doc_text(doc, DOC_PLAIN, large);
        arena_release(&arena);
    }
    va_end(again);
}

void doc_link(struct doc *doc, const char *to, const char *text)
{
    bool leads =
        *to == '#' || strncmp(to, "https://", 8) == 0 || strncmp(to, "http://", 7) == 0;

    if (!leads) {
        doc_text(doc, DOC_PLAIN, text);
        return;
    }
    doc->format->link(doc, to, text);
    doc->line_began = true;
}

void doc_put(struct doc *doc, enum doc_block block, const char *text)
{
    if (!text && block != DOC_CELL)
        return;
    doc_open(doc, block, NULL);
    doc_text(doc, DOC_PLAIN, text ? text : "");
    doc_close(doc, block);
}

void doc_section(struct doc *doc, const char *title)
{
    doc_put(doc, DOC_SECTION, title);
}

void doc_term(struct doc *doc, const char *term, const char *meaning)
{
    doc_open(doc, DOC_TERM, NULL);
    doc_text(doc, DOC_STRONG, term);
    doc_close(doc, DOC_TERM);
    doc_put(doc, DOC_MEANING, meaning);
}

void doc_code(struct doc *doc, const char *text)
{
    doc_open(doc, DOC_PARAGRAPH, NULL);
    doc_text(doc, DOC_CODE, text);
    doc_close(doc, DOC_PARAGRAPH);
}

void doc_lines(struct doc *doc, const char *text)
{
    struct arena arena = {0};

    doc_open(doc, DOC_LINES, NULL);
    while (*text) {
        size_t len = strcspn(text, "\n");
        doc->line_began = false;
        doc->format->text(doc, DOC_LINE, arena_printf(&arena, "%.*s", (int)len, text));
        text += len + (text[len] == '\n');
    }
    doc_close(doc, DOC_LINES);
    arena_release(&arena);
}

void doc_table(struct doc *doc, const char *const *names, size_t count)
{
    doc->names = names;
    doc->name_count = count;
    doc_open(doc, DOC_TABLE, NULL);
    doc_open(doc, DOC_HEAD, NULL);
    for (size_t i = 0; i < count; i++)
        doc_put(doc, DOC_CELL, names[i]);
    doc_close(doc, DOC_HEAD);
}

void doc_put_address(struct buf *out, const char *to)
{
    for (const char *at = to; *at; at++) {
        unsigned char c = (unsigned char)*at;
        if (c <= ' ' || c >= 0x7f || strchr("<>\"'`|\\()[]{}^*", c))
            buf_printf(out, "%%%02X", c);
        else
            buf_putc(out, *at);
    }
}
