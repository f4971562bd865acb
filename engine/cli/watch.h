/* SPDX-License-Identifier: MIT
 *
 * Doing something again whenever the files of packs change.
 */
#ifndef CLI_WATCH_H
#define CLI_WATCH_H

#include "cli/options.h"

/*
 * Calls 'run' now and again after every change of a file in the folders of the packs that the
 * options name (the core pack without any), with a line between. Looks twice a second. Ends on
 * SIGINT with EXIT_INTERRUPTED, and with EXIT_OUTPUT where 'run' cannot write.
 */
int watch_packs(const struct options *options, int (*run)(void *context), void *context);

#endif
