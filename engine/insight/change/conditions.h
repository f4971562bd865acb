/* SPDX-License-Identifier: MIT
 *
 * What '--fail-under' and '--fail-on' ask of a company, and the lines that say why it fails
 * them; and what must not pass unnoticed besides.
 */
#ifndef INSIGHT_CONDITIONS_H
#define INSIGHT_CONDITIONS_H

#include "lua/shelf.h"

struct conditions {
    bool has_fail_under;
    decimal fail_under;         /* 0 to 100 */
    const char *const *fail_on; /* critical, major, minor, error or the id of a rule */
    size_t fail_on_count;
};

/* A misspelt severity must not be a condition that is never met. Errors: ERROR_USAGE. */
bool conditions_are_sound(const struct conditions *conditions, const struct shelf *shelf,
                          struct error *err);

/* Whether one can be met by a figure: '--fail-on error', by one that breaks. */
bool conditions_ask_figures(const struct conditions *conditions);

/* Whether the company meets one. Appends a line for each to 'notes', unless that is NULL. */
bool conditions_are_met(const struct conditions *conditions, const struct assessment *a,
                        struct buf *notes);

/* Appends a line for each rule that broke, for the score is less than it could be, and for each
 * figure, where they were run. */
void conditions_note_broken(const struct assessment *a, struct buf *notes);

/* Appends a line for each waiver that does not hold: its finding is back. */
void conditions_note_lapsed(const struct profile *profile, struct buf *notes);

/* Appends "FILE:LINE:COLUMN: what", a line each, and how many there are beyond those kept. */
void conditions_note_faults(const char *file, const struct faults *faults, struct buf *notes);

#endif
