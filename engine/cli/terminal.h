/* SPDX-License-Identifier: MIT
 *
 * Lines from a terminal, with Ctrl-C as an answer of its own instead of the end of the process.
 */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include "cli/questionnaire.h"

struct terminal {
    char read[1024]; /* bytes that came, from 'from' to 'to' */
    size_t from, to;
};

/* From here on SIGINT waits until a line is read, and is REPLY_INTERRUPTED then. */
void terminal_open(struct terminal *terminal);

/* Callbacks of a questionnaire; 'context' is its terminal. */
enum reply terminal_read_line(struct terminal *terminal, struct buf *line);
void terminal_write(const char *text);

#endif
