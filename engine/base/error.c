/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"

bool error_set(struct error *err, enum error_kind kind, const char *where, int line,
               const char *format, ...)
{
    va_list args;

    err->kind = kind;
    err->line = line;
    err->column = 0;
    snprintf(err->where, sizeof err->where, "%s", where ? where : "");
    text_make_printable(err->where);
    va_start(args, format);
    vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    text_make_printable(err->message);
    return false;
}

void faults_add(struct faults *faults, struct arena *arena, int line, int column,
                const char *format, ...)
{
    char message[ERROR_MESSAGE_MAX];
    va_list args;

    if (faults->count == FAULTS_KEPT) {
        faults->more++;
        return;
    }
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    text_make_printable(message);
    faults->list = arena_grow(arena, faults->list, faults->count, sizeof *faults->list);
    faults->list[faults->count++] =
        (struct fault){line, column, arena_copy(arena, message, strlen(message))};
}

static bool comes_before(const struct fault *a, const struct fault *b)
{
    return a->line < b->line || (a->line == b->line && a->column < b->column);
}

void faults_sort(struct faults *faults)
{
    for (size_t i = 1; i < faults->count; i++) {
        struct fault fault = faults->list[i];
        size_t j = i;
        for (; j > 0 && comes_before(&fault, &faults->list[j - 1]); j--)
            faults->list[j] = faults->list[j - 1];
        faults->list[j] = fault;
    }
}
