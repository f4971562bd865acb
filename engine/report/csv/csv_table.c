/* SPDX-License-Identifier: MIT */
#include "report/csv/csv_table.h"

static const char *const subject_names[SUBJECT_COUNT] = {"name", "company", "pack"};

static const char *const stamp_names[STAMP_COUNT] = {
    [STAMP_PACK_VERSION] = "pack_version",
    [STAMP_PACK_HASH] = "pack_sha256",
    [STAMP_PROFILE_HASH] = "profile_sha256",
    [STAMP_AS_OF] = "as_of",
    [STAMP_PROGRAM] = "plumbline",
    [STAMP_POINTS_HASH] = "points_sha256",
    [STAMP_ONLY] = "only",
    [STAMP_SKIP] = "skip",
    [STAMP_LIMITS] = "limits",
};

struct csv_sheet csv_sheet_of(const struct pack *const *packs, size_t pack_count,
                              const struct report_context *context, struct arena *arena)
{
    struct buf text = BUF_INIT;

    for (size_t i = 0; i < context->limit_count; i++)
        buf_printf(&text, "%s%s=%ld", i ? " " : "", context->limits[i].name,
                   context->limits[i].value);
    const char *limits = arena_copy(arena, buf_text(&text), text.len);
    buf_release(&text);
    return (struct csv_sheet){packs, pack_count, context, limits};
}

static void put_names(struct csv_row *row, size_t column, const char *const *names,
                      size_t count)
{
    for (size_t i = 0; i < count; i++)
        csv_text(row, column + i, names[i]);
}

struct csv_row csv_start_head(struct buf *out, const char *const *own, size_t count)
{
    struct csv_row row = {.out = out};

    put_names(&row, 0, subject_names, SUBJECT_COUNT);
    put_names(&row, SUBJECT_COUNT, own, count);
    return row;
}

void csv_end_head(struct csv_row *row, size_t column)
{
    put_names(row, column, stamp_names, STAMP_COUNT);
    csv_end(row, column + STAMP_COUNT);
}

struct csv_row csv_start(struct buf *out, const char *name, const struct assessment *a)
{
    struct csv_row row = {.out = out};

    csv_text(&row, SUBJECT_NAME, name);
    if (!a)
        return row;
    csv_text(&row, SUBJECT_COMPANY, a->profile->name);
    csv_text(&row, SUBJECT_PACK, a->pack->name);
    return row;
}

void csv_stamp(struct csv_row *row, size_t column, const struct csv_sheet *sheet,
               const struct assessment *a)
{
    const struct report_context *context = sheet->context;

    if (a) {
        csv_text(row, column + STAMP_PACK_VERSION, a->pack->version);
        csv_text(row, column + STAMP_PACK_HASH, a->pack->hash);
        csv_text(row, column + STAMP_PROFILE_HASH, a->profile->hash);
    }
    if (a && a->profile->has_as_of)
        csv_date(row, column + STAMP_AS_OF, a->profile->as_of);
    csv_text(row, column + STAMP_PROGRAM, context->version);
    csv_text(row, column + STAMP_POINTS_HASH,
             context->points_file ? context->points_hash : NULL);
    csv_text(row, column + STAMP_ONLY, context->only);
    csv_text(row, column + STAMP_SKIP, context->skip);
    csv_text(row, column + STAMP_LIMITS, sheet->limits);
    csv_end(row, column + STAMP_COUNT);
}
