/* SPDX-License-Identifier: MIT
 *
 * An earlier result, for reports that say what is new since: what it says of a company, found
 * by name. It is read once, whole, when it is opened, and its lines again when they are needed:
 * some 50 bytes are kept for each.
 */
#ifndef AUDIT_BASELINE_H
#define AUDIT_BASELINE_H

#include "audit/results/result.h"
#include "report/formats/formats.h"

struct baseline;

/* 'run' is the one to come, and borrowed. Errors: ERROR_PROFILE, for a result that cannot be
 * read or has no findings (DETAIL_SUMMARY). */
struct baseline *baseline_open(const char *path, const struct format_run *run,
                               struct error *err);
void baseline_close(struct baseline *baseline); /* NULL is taken */

/*
 * What it says of a company for a part by 'pack'; of one that cannot be read now, and has no
 * pack, all that it says. What no pack of the run would ask for, the part by the first pack
 * has. Lives in 'arena'. Processes that were forked after the opening may call this at the same
 * time. Errors: ERROR_PROFILE where the file is another by now.
 */
bool baseline_find(struct baseline *baseline, const char *name, const struct pack *pack,
                   struct arena *arena, struct format_earlier *out, struct error *err);

/* The company is there. */
void baseline_met(struct baseline *baseline, const char *name);

enum baseline_got { BASELINE_COMPANY, BASELINE_END, BASELINE_FAILED };

/* Appends the part of the next company that was not met, by one pack, in the order of the
 * result; *at, 0 at first, is where to look on. */
enum baseline_got baseline_draw_gone(struct baseline *baseline, size_t *at,
                                     const struct part_format *format, struct buf *out,
                                     struct error *err);

#endif
