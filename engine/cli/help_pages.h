/* SPDX-License-Identifier: MIT
 *
 * The pages of help and of the manual: of plumbline, of a command, of a group of commands, for
 * those who write rules. All are drawn from tables. (That of the profile:
 * report/docs/man_profile.h.)
 */
#ifndef CLI_HELP_PAGES_H
#define CLI_HELP_PAGES_H

#include "cli/options.h"
#include "report/docs/doc.h"

void help_main(struct doc *doc);
void help_command(struct doc *doc, const struct command *command);

/* The commands whose first word is 'word'; nothing where there are none. */
void help_group(struct doc *doc, const char *word);
void help_rules(struct doc *doc);

/* --- for its parts --- */

/* A list of commands: all, or those that start with 'group' and a blank. */
void help_put_commands(struct doc *doc, const char *group);

/* The end of a page: plumbline, the commands of 'group' (or NULL) but 'self', and the topics.
 */
void help_put_see_also(struct doc *doc, const char *group, const char *self);

#endif
