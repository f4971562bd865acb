/* SPDX-License-Identifier: MIT */
#include <fnmatch.h>
#include <string.h>

#include "audit/input/filter.h"
#include "base/file.h"

static bool is_hidden(const char *name)
{
    return name[0] == '.' && strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

static bool fits(const char *path, const char *pattern)
{
    if (strchr(pattern, '/'))
        return fnmatch(pattern, path, FNM_PATHNAME | FNM_PERIOD) == 0;
    return fnmatch(pattern, path_last(path), FNM_PERIOD) == 0;
}

static bool fits_any(const char *path, const char *const *patterns, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (fits(path, patterns[i]))
            return true;
    return false;
}

/* Neither hidden nor left out. */
static bool is_in_sight(const struct input_options *options, const char *path)
{
    return !is_hidden(path_last(path)) &&
           !fits_any(path, options->excludes, options->exclude_count);
}

bool filter_takes(const struct input_options *options, const char *path)
{
    static const char *const profiles[] = {"*.[iI][nN][iI]"}; /* whatever the case */
    bool included = options->include_count > 0
                        ? fits_any(path, options->includes, options->include_count)
                        : fits_any(path, profiles, COUNT(profiles));

    return included && !fits_any(path, options->excludes, options->exclude_count);
}

bool filter_passes_over(const struct input_options *options, const char *path)
{
    return is_in_sight(options, path);
}

bool filter_is_result(const struct input_options *options, const char *path)
{
    for (size_t i = 0; i < options->result_count; i++) /* names first: they cost nothing */
        if (strcmp(path_last(path), path_last(options->results[i])) == 0 &&
            file_is_same(path, options->results[i]))
            return true;
    return false;
}

bool filter_enters(const struct input_options *options, const char *path)
{
    return is_in_sight(options, path);
}

/* Whether every folder that the path leads through is to be looked into. */
static bool enters_all(const struct input_options *options, char *path)
{
    for (char *c = path; *c; c++) {
        if (*c != '/')
            continue;
        *c = '\0';
        bool enters = filter_enters(options, path);
        *c = '/';
        if (!enters)
            return false;
    }
    return true;
}

bool filter_takes_below(const struct input_options *options, char *path)
{
    return enters_all(options, path) && filter_takes(options, path);
}

bool filter_passes_over_below(const struct input_options *options, char *path)
{
    return enters_all(options, path) && filter_passes_over(options, path);
}
