/* SPDX-License-Identifier: MIT
 *
 * Which company may have been meant by a name that none has.
 */
#include <string.h>

#include "audit/history/past_read.h"

/* What people call a company or a file in short. */
enum shorter {
    WITHOUT_BRACKETS, /* "Sunleaf Living" */
    FIRST_WORD,       /* "Sunleaf" */
    FILE_ALONE,       /* "sunleaf" of in/sunleaf.ini */
    SHORTER_COUNT
};

static struct text shorten(const char *name, enum shorter how)
{
    const char *at = how == FILE_ALONE ? path_last(name) : name;
    const char *dot = strrchr(at, '.');
    size_t lens[SHORTER_COUNT] = {[WITHOUT_BRACKETS] = strcspn(at, "("),
                                  [FIRST_WORD] = strcspn(at, " ,"),
                                  [FILE_ALONE] = dot ? (size_t)(dot - at) : strlen(at)};

    return text_trim((struct text){at, lens[how]});
}

/* The nearest of the names as they are, else as they are in short. */
static const char *nearest_of(const char *name, const char *const *names, size_t count,
                              struct arena *arena)
{
    const char **shorts = arena_alloc(arena, (count + 1) * sizeof *shorts);
    const char *nearest = text_nearest(text_of(name), names, count);

    for (int how = 0; how < SHORTER_COUNT && !nearest; how++) {
        for (size_t i = 0; i < count; i++) {
            struct text text = shorten(names[i], (enum shorter)how);
            shorts[i] = arena_copy(arena, text.at, text.len);
        }
        const char *found = text_nearest(text_of(name), shorts, count);
        for (size_t i = 0; found && i < count; i++)
            if (shorts[i] == found)
                nearest = names[i];
    }
    return nearest;
}

bool past_no_company(struct past *past, const char *name, struct error *err)
{
    struct statement *s = database_prepare(past->db,
                                           "SELECT name, 0 FROM companies"
                                           " UNION SELECT name, 1 FROM assessments"
                                           " UNION SELECT name, 1 FROM errors ORDER BY 2, 1",
                                           err);
    const char **names = NULL;
    size_t count = 0;

    if (!s)
        return false;
    while (statement_next(s)) {
        names = arena_grow(&past->arena, names, count, sizeof *names);
        names[count++] = statement_get_text(s, 0, &past->arena);
    }
    if (!statement_done(s, err))
        return false;
    const char *nearest = nearest_of(name, names, count, &past->arena);
    return error_set(err, ERROR_USAGE, past->path, 0, "has no company '%.*s'%s%s%s",
                     text_shown(text_of(name)), name, nearest ? ": did you mean '" : "",
                     nearest ? nearest : "", nearest ? "'?" : "");
}
