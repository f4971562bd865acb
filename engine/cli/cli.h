/* SPDX-License-Identifier: MIT
 *
 * What the commands share: the pack, messages and output. The only code that writes to stdout
 * and stderr.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "audit/results/baseline.h"
#include "base/buf.h"
#include "cli/options.h"
#include "lua/shelf.h"
#include "report/report.h"
#include "report/text/text.h"
#include "score/select.h"

int cmd_score(const struct options *options);
int score_traced(const struct options *options); /* score with --trace */
int cmd_audit(const struct options *options);
int cmd_rules_profile(const struct options *options);
int cmd_new(const struct options *options);
int cmd_ask(const struct options *options);
int cmd_explain(const struct options *options);
int cmd_schema(const struct options *options);
int cmd_rules_doc(const struct options *options);
int cmd_rules_list(const struct options *options);
int cmd_rules_new(const struct options *options);
int cmd_rules_check(const struct options *options);
int cmd_rules_test(const struct options *options);
int cmd_claims(const struct options *options);
int cmd_math(const struct options *options);
int cmd_set(const struct options *options);
int cmd_history(const struct options *options);
int cmd_whatif(const struct options *options);
int cmd_compare(const struct options *options);
int cmd_completion(const struct options *options);
int cmd_diff(const struct options *options);
int cmd_verify(const struct options *options);
int cmd_help(const struct options *options);
int cmd_version(const struct options *options);

/* One line on stderr: "plumbline: ..." or "FILE:LINE:COLUMN: ...". */
void say_error(const struct error *err);
void say_faults(const char *file, const struct faults *faults);
void say_lines(struct buf *lines); /* whole lines, finished sentences; and empties the buf */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The folder of the core pack. */
const char *core_dir(struct arena *arena);

/* Opens the packs of the options, with their limits, and changes their points; false after
 * saying why, with *code set. */
bool open_shelf(const struct options *options, enum rulebook_depth depth,
                struct report_context *context, struct arena *arena, struct shelf *shelf,
                int *code);

/* The same for commands that work on one pack, with those that extend it. */
struct rulebook *open_pack(const struct options *options, enum rulebook_depth depth,
                           struct report_context *context, struct arena *arena, int *code);

/* The rules and themes of all packs of a shelf as those of one pack, for selections; of the
 * rest, only the vocabulary is set. Lives in 'arena', which points into the shelf. */
const struct pack *shelf_rules(const struct shelf *shelf, struct arena *arena);

/* Reads a selection; false after saying what is wrong with it, 'from' first. */
bool selection_read(const char *from, const char *expression, const struct pack *rules,
                    struct arena *arena, struct selection **out);

/* Switches off the rules that '--only' and '--skip' leave out, and notes both for the reports;
 * false after saying why they are of no use. */
bool selection_apply(const struct options *options, struct shelf *shelf, struct arena *arena,
                     struct report_context *context);

/* Whether '--output' leaves the packs and the points file alone: the result must not replace
 * what it is made from. Says so where it would. Of profiles, score knows. */
bool output_is_apart(const struct options *options, const struct shelf *shelf);
/* The same for another option that names a place. */
bool place_is_apart(const char *option, const char *place, const struct options *options,
                    const struct shelf *shelf);

/* Opens the earlier result that '--baseline' names, for a run that is borrowed; NULL where none
 * is asked for. False after saying why not, with *code set. */
bool open_baseline(const struct options *options, const struct format_run *run,
                   struct baseline **out, int *code);

/* How profiles are read for the packs of a shelf. */
struct profile_options profile_options_of(const struct options *options,
                                          const struct shelf *shelf);

/* Appends the exit codes, the strongest first. */
void put_exit_codes(struct buf *out);

/* Writes to stdout, or to --output whole; returns the exit code, which is never DONE after a
 * failed write. A closed pipe needs no message. */
int write_out(const struct options *options, const struct buf *out);

/* Whether every argument names a file, and none is the place of the result, nor of the result
 * in the making; says what is wrong. */
bool files_are_apart(const struct options *options);

/* The same for text that people read: where it is longer than the screen of the terminal on
 * stdout, through a pager. One that cannot be started, or that ends with an error, is none; one
 * that is left early has shown what was wanted. */
int write_paged(const struct options *options, const struct buf *out);

/* --- what a terminal can show: style.c --- */

/* Whether stdout is a terminal that the result goes to, and one that knows more than lines. */
bool is_on_screen(const struct options *options);

/* Whether text on stdout may have colour. */
bool wants_color(const struct options *options);

/* How many columns a table may have: as asked for, else those of the terminal on stdout up to
 * 100, for longer lines are hard to read; else TEXT_WIDTH, so that what goes to a file or a
 * pipe is the same everywhere. */
size_t text_width(const struct options *options);

/* The style of a report as the options and the terminal have it: TEXT_NARROWEST columns at
 * least; beyond ASCII only where asked for, or on a terminal whose locale is of UTF-8. */
struct text_style report_style(const struct options *options);

#endif
