/* SPDX-License-Identifier: MIT */
#include "audit/results/result.h"
#include "cli/cli.h"

/* The page reads it by itself; here it is only to be said in time that it cannot. */
static bool is_result(const char *file, struct error *err)
{
    struct result *result = result_open(file, err);

    result_close(result);
    return result != NULL;
}

bool open_baseline(const struct options *options, const struct format_run *run,
                   struct baseline **out, int *code)
{
    struct error err;

    *out = NULL;
    if (!options->baseline)
        return true;
    *code = EXIT_USAGE;
    bool sarif = options->format == FORMAT_SARIF || options->audit.sarif;
    if (!sarif && !options->audit.html) {
        say("'--baseline' is told in SARIF and on an audit's page: add '--format sarif' or "
            "'--html FILE'");
        return false;
    }
    if (sarif ? (*out = baseline_open(options->baseline, run, &err)) != NULL
              : is_result(options->baseline, &err)) {
        *code = EXIT_DONE;
        return true;
    }
    say_error(&err);
    *code = EXIT_PROFILE;
    return false;
}
