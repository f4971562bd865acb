/* SPDX-License-Identifier: MIT
 *
 * What the commands share: the pack, messages and output. The only code that writes to stdout
 * and stderr.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/buf.h"
#include "cli/options.h"
#include "lua/rulebook.h"
#include "report/report.h"

int cmd_score(const struct options *options);
int cmd_explain(const struct options *options);
int cmd_schema(const struct options *options);
int cmd_math(const struct options *options);
int cmd_help(const struct options *options);
int cmd_version(const struct options *options);

/* One line on stderr: "plumbline: ..." or "FILE:LINE:COLUMN: ...". */
void say_error(const struct error *err);
void say_faults(const char *file, const struct faults *faults);
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Opens the pack of the options and changes its points; NULL after saying why, with *code set.
 */
struct rulebook *open_pack(const struct options *options, enum rulebook_depth depth,
                           struct report_context *context, struct arena *arena, int *code);

/* Reads '--points FILE' into the book. Errors: ERROR_USAGE, or faults that are said. */
bool points_apply(const char *path, struct rulebook *book, struct arena *arena,
                  struct report_context *context);

/* Appends the exit codes, the strongest first. */
void put_exit_codes(struct buf *out);

/* Writes to stdout, or to --output whole; returns the exit code, which is never DONE after a
 * failed write. A closed pipe needs no message. */
int write_out(const struct options *options, const struct buf *out);

/* Whether text on stdout may have colour. */
bool wants_color(const struct options *options);

#endif
