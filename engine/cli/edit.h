/* SPDX-License-Identifier: MIT
 *
 * What 'set' and 'whatif' share: one profile before and after a change of its text.
 */
#ifndef CLI_EDIT_H
#define CLI_EDIT_H

#include "cli/cli.h"
#include "insight/change/whatif.h"

struct edit {
    const struct options *options;
    const char *file;
    struct arena arena; /* holds all of this */
    struct shelf shelf;
    struct report_context context;
    struct text old, new;
    struct profile before, after;
};

/* Opens the packs and reads the file, which must have no faults; false after saying why, with
 * *code set. edit_close is due either way. */
bool edit_open(struct edit *edit, const struct options *options, const char *file, int *code);
void edit_close(struct edit *edit);

/* Reads edit->new; false after saying what is wrong with it, with *code set. */
bool edit_read_new(struct edit *edit, int *code);

/* Says why a change cannot be made, and returns the exit code. */
int edit_refused(const struct edit *edit, struct error *err);

#endif
