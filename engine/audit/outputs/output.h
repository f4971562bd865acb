/* SPDX-License-Identifier: MIT
 *
 * A result that is written while it comes in: to NAME.partial, which gets its final name once
 * it is whole, or to a stream. Nothing that could not be written is passed over in silence.
 */
#ifndef AUDIT_OUTPUT_H
#define AUDIT_OUTPUT_H

#include <stdint.h>

#include "base/error.h"
#include "base/text.h"

struct output;

/*
 * What is there already and is no regular file (a device, a pipe) is a stream.
 *
 *   resume   NAME.partial may be there, and then stays as it is as long as what is put is
 *            what it holds; from the first difference on it is cut off and written. So it
 *            never holds less than it did, and in the end what any other run would have
 *            written.
 *
 * Errors: ERROR_OUTPUT; without 'resume', for a NAME.partial too; and where another process
 * writes it.
 */
struct output *output_open(const char *name, bool resume, struct error *err);

/* A stream that is open, and is not closed. */
struct output *output_of(int fd);

/* Keeps it until there is much of it, or a flush. Errors: ERROR_OUTPUT; its message is empty
 * where nobody reads the stream any more. */
bool output_put(struct output *output, struct text text, struct error *err);
bool output_flush(struct output *output, struct error *err);

/* How many bytes of an earlier NAME.partial are still there. */
int64_t output_kept(const struct output *output);

/* Whether it gets a name in the end; a stream is written where it stands. */
bool output_is_file(const struct output *output);

/* All of these close. The first writes the rest, waits until it is on disk and gives the file
 * its name. So does the second, for one of thousands of files, without the wait. The third
 * writes the rest and leaves it as NAME.partial. The last writes nothing, and takes a file away
 * that holds nothing. */
bool output_finish(struct output *output, struct error *err);
bool output_finish_part(struct output *output, struct error *err);
bool output_leave(struct output *output, struct error *err);
void output_drop(struct output *output);

#endif
