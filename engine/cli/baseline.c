/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

bool open_baseline(const struct options *options, const struct format_run *run,
                   struct baseline **out, int *code)
{
    struct error err;

    *out = NULL;
    if (!options->baseline)
        return true;
    *code = EXIT_USAGE;
    if (options->format != FORMAT_SARIF && !options->audit.sarif) {
        say("'--baseline' is told in SARIF: add '--format sarif'");
        return false;
    }
    *out = baseline_open(options->baseline, run, &err);
    if (*out) {
        *code = EXIT_DONE;
        return true;
    }
    say_error(&err);
    *code = EXIT_PROFILE;
    return false;
}
