/* SPDX-License-Identifier: MIT
 *
 * Audits as text for tests of what reads them: profiles of the project through the core pack,
 * drawn as an audit draws them, and files to read them from.
 */
#ifndef TESTS_RESULT_FIXTURE_H
#define TESTS_RESULT_FIXTURE_H

#include "pack_fixture.h"

#include "rows.h"

#include <unistd.h>

#include "audit/results/result.h"
#include "base/file.h"

static const struct report_limit fixture_limits[] = {{"profile_bytes", 1048576},
                                                     {"steps_per_company", 20000000}};
static const struct report_context fixture_context = {
    .version = "0.1.0", .limits = fixture_limits, .limit_count = COUNT(fixture_limits)};

static inline void draw_run(struct buf *out, struct rulebook *book, enum json_detail detail)
{
    const struct pack *pack = rulebook_pack(book);

    json_run_line(out, &pack, 1, &fixture_context, detail);
}

static inline void draw_summary(struct buf *out, int companies, int unreadable)
{
    json_summary_line(out, &(struct json_counts){.companies = companies,
                                                 .assessed = companies - unreadable,
                                                 .unreadable = unreadable});
}

/* One company's line, from a profile of the project, under any name. */
static inline void draw_company_as(struct buf *out, struct rulebook *book, const char *profile,
                                   const char *name, enum json_detail detail)
{
    const char *const path = SOURCE_DIR "/profiles/";
    struct arena arena = {0};
    struct assessment a;
    struct error err;
    struct text text;

    if (!file_read(arena_printf(&arena, "%s%s", path, profile), 1 << 20, &arena, &text,
                   ERROR_PROFILE, &err))
        fail_msg("%s: %s", name, err.message);
    assess_text(book, text.at, &arena, &a);
    json_company_line(out, name, &a, detail, NULL, &arena);
    arena_release(&arena);
}

static inline void draw_company(struct buf *out, struct rulebook *book, const char *name,
                                enum json_detail detail)
{
    draw_company_as(out, book, name, name, detail);
}

static inline void draw_unreadable(struct buf *out, const char *name)
{
    struct fault fault = {3, 1, "unknown key 'prise' in [cost]: did you mean 'price'?"};
    struct faults faults = {&fault, 1, 0};
    struct error none = {0};

    json_error_line(out, name, &faults, &none);
}

/* Two companies and one that could not be read. */
static inline void draw_audit(struct buf *out, struct rulebook *book, enum json_detail detail)
{
    draw_run(out, book, detail);
    draw_company(out, book, "sunleaf.ini", detail);
    draw_unreadable(out, "broken.ini");
    draw_company(out, book, "quiet_river.ini", detail);
    draw_summary(out, 3, 1);
}

/* A file of its own that holds the text; the caller removes it. */
static inline const char *file_with(struct text text, struct arena *arena)
{
    char *path = arena_printf(arena, "/tmp/plumbline-result-XXXXXX");
    int fd = mkstemp(path);

    if (fd < 0 || write(fd, text.at, text.len) != (ssize_t)text.len || close(fd) != 0)
        fail_msg("no file for a test at %s", path);
    return path;
}

#endif
