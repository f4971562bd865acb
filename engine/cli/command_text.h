/* SPDX-License-Identifier: MIT
 *
 * What help and the manual say of a command besides what its row in main.c and the option table
 * hold. A test runs every example, and fails where a command has none.
 */
#ifndef CLI_COMMAND_TEXT_H
#define CLI_COMMAND_TEXT_H

enum { COMMAND_EXAMPLES = 6 };

struct command_example {
    const char
        *line; /* as typed in the folder of the sample profiles; what it makes is its own */
    const char *says;
};

struct command_text {
    const char *command; /* "" is plumbline itself */
    const char *about;   /* a sentence or three, after the summary */
    struct command_example examples[COMMAND_EXAMPLES]; /* up to the first without a line */
};

/* NULL where there is no such row. */
const struct command_text *command_text_find(const char *command);

#endif
