/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/cli.h"
#include "cli/save.h"
#include "facts/profile_read.h"

/* Whether the file is what it was when it was read. */
static bool is_still_ours(const char *file, struct text before)
{
    struct arena arena = {0};
    struct error err;
    struct text now;
    bool same = false;

    if (!file_read(file, PROFILE_MAX_BYTES, &arena, &now, ERROR_PROFILE, &err)) {
        say_error(&err);
    } else {
        same = text_equal(now, before);
        if (!same)
            say("%s was changed by somebody else meanwhile: nothing is written, try again",
                file);
    }
    arena_release(&arena);
    return same;
}

/* A link is not followed: it would become a file of its own. */
bool save_is_possible(const char *file)
{
    struct stat st;

    if (lstat(file, &st) != 0 || access(file, W_OK) != 0)
        say("%s cannot be written: %s", file, strerror(errno));
    else if (S_ISLNK(st.st_mode))
        say("%s is a link to another file: name that file instead", file);
    else
        return true;
    return false;
}

/* Keeps who may read the file. */
static bool replace(const char *file, struct text now)
{
    struct error err;
    struct stat st;

    if (!save_is_possible(file))
        return false;
    if (stat(file, &st) != 0) {
        say("%s cannot be written: %s", file, strerror(errno));
        return false;
    }
    umask(~st.st_mode & 0777);
    if (!file_write(file, now.at, now.len, &err)) {
        say_error(&err);
        return false;
    }
    if (chmod(file, st.st_mode & 07777) != 0)
        say("%s is written, but not with the permissions it had: %s", file, strerror(errno));
    return true;
}

static bool make(const char *file, struct text now)
{
    struct error err;
    struct stat st;

    if (lstat(file, &st) == 0) {
        say("%s was made by somebody else meanwhile: nothing is written, try again", file);
        return false;
    }
    if (file_write(file, now.at, now.len, &err))
        return true;
    say_error(&err);
    return false;
}

bool save_profile(const char *file, const struct text *before, struct text now)
{
    if (!before)
        return make(file, now);
    return text_equal(*before, now) || (is_still_ours(file, *before) && replace(file, now));
}
