/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* d_type: spares a call to the system for every file */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "audit/input/filter.h"
#include "audit/input/walk.h"

/* One folder on the way down. */
struct level {
    struct buf packed;  /* names, each with a mark before and a NUL behind */
    const char **names; /* into 'packed', sorted */
    size_t count, next;
    size_t path_len; /* of walk.path, without the name */
    dev_t device;
    ino_t inode;
};

enum { MARK_FILE = 'f', MARK_FOLDER = 'd' };

struct walk {
    const struct input_options *options;
    struct passed *passed;     /* or NULL */
    struct passed passed_here; /* of the folder that is read */
    struct buf path;           /* of what was found last */
    size_t root_len;           /* of the folder it started at, with its slash */
    struct level *levels[WALK_MAX_DEPTH];
    size_t depth;
    size_t found; /* files and faults so far */
    bool ended;
    char fault[ERROR_MESSAGE_MAX];
};

static void level_close(struct level *level)
{
    buf_release(&level->packed);
    free(level->names);
    free(level);
}

void walk_close(struct walk *walk)
{
    if (!walk)
        return;
    while (walk->depth > 0)
        level_close(walk->levels[--walk->depth]);
    buf_release(&walk->path);
    passed_release(&walk->passed_here);
    free(walk);
}

static void set_path(struct walk *walk, size_t len, const char *name)
{
    walk->path.len = len;
    walk->path.at[len] = '\0';
    if (name && len > 0 && walk->path.at[len - 1] != '/')
        buf_putc(&walk->path, '/');
    buf_puts(&walk->path, name ? name : "");
}

/* Whether what walk.path names is a folder; a link counts as what it leads to. */
static bool is_folder(const struct walk *walk, const struct dirent *entry)
{
    struct stat st;

    if (entry->d_type != DT_LNK && entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR;
    return stat(buf_text(&walk->path), &st) == 0 && S_ISDIR(st.st_mode);
}

/* Whether what walk.path names is a folder to enter or a file to read. */
static bool is_wanted(struct walk *walk, bool folder)
{
    const char *path = buf_text(&walk->path), *below = path + walk->root_len;

    if (folder)
        return filter_enters(walk->options, below) && !filter_is_result(walk->options, path);
    if (filter_takes(walk->options, below))
        return true;
    if (walk->passed && filter_passes_over(walk->options, below) &&
        !filter_is_result(walk->options, path))
        passed_note(&walk->passed_here, path);
    return false;
}

static void keep_entry(struct walk *walk, struct level *level, const struct dirent *entry)
{
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
        return;
    set_path(walk, level->path_len, entry->d_name);
    bool folder = is_folder(walk, entry);
    if (!is_wanted(walk, folder))
        return;
    buf_putc(&level->packed, folder ? MARK_FOLDER : MARK_FILE);
    buf_put(&level->packed, entry->d_name, strlen(entry->d_name) + 1);
    level->count++;
}

static int by_bytes(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;

    return strcmp(*x + 1, *y + 1);
}

static void sort_names(struct level *level)
{
    const char *at = buf_text(&level->packed);

    level->names = malloc((level->count + 1) * sizeof *level->names);
    if (!level->names)
        out_of_memory();
    for (size_t i = 0; i < level->count; i++) {
        level->names[i] = at;
        at += strlen(at) + 1;
    }
    qsort(level->names, level->count, sizeof *level->names, by_bytes);
}

/* Returns false, so that a fault is one line. */
static bool refuse(struct walk *walk, const char *what, const char *why)
{
    snprintf(walk->fault, sizeof walk->fault, "%s%s", what, why);
    return false;
}

/* Whether the folder that was opened may be entered: not one that it stands in. */
static bool may_enter(struct walk *walk, DIR *dir, struct level *level)
{
    struct stat st;

    if (fstat(dirfd(dir), &st) != 0)
        return refuse(walk, "the folder cannot be read: ", strerror(errno));
    level->device = st.st_dev;
    level->inode = st.st_ino;
    for (size_t i = 0; i < walk->depth; i++)
        if (walk->levels[i]->device == st.st_dev && walk->levels[i]->inode == st.st_ino)
            return refuse(walk,
                          "is a link to a folder that it stands in: delete it, or leave "
                          "it out with --exclude",
                          "");
    return true;
}

static bool read_names(struct walk *walk, DIR *dir, struct level *level)
{
    const struct dirent *entry;
    size_t path_len = walk->path.len;

    for (errno = 0; (entry = readdir(dir)) != NULL; errno = 0)
        keep_entry(walk, level, entry);
    int why = errno;
    set_path(walk, path_len, NULL);
    if (walk->passed)
        passed_add(walk->passed, &walk->passed_here);
    if (why != 0)
        return refuse(walk, "the folder cannot be read: ", strerror(why));
    if (level->packed.truncated)
        return refuse(walk, "the folder holds more names than fit into memory: split it", "");
    sort_names(level);
    return true;
}

/* Enters the folder at walk.path; false with a fault where that cannot be done. */
static bool enter(struct walk *walk)
{
    if (walk->depth == WALK_MAX_DEPTH)
        return refuse(walk, "lies more than 64 folders deep: name a folder further down", "");
    DIR *dir = opendir(buf_text(&walk->path));
    if (!dir)
        return refuse(walk, "the folder cannot be opened: ", strerror(errno));
    struct level *level = calloc(1, sizeof *level);
    if (!level)
        out_of_memory();
    *level = (struct level){.packed = BUF_INIT, .path_len = walk->path.len};
    bool ok = may_enter(walk, dir, level) && read_names(walk, dir, level);
    closedir(dir);
    if (ok)
        walk->levels[walk->depth++] = level;
    else
        level_close(level);
    return ok;
}

struct walk *walk_open(const char *path, const struct input_options *options,
                       struct passed *passed)
{
    struct walk *walk = calloc(1, sizeof *walk);

    if (!walk)
        out_of_memory();
    walk->options = options;
    walk->passed = passed;
    walk->passed_here = PASSED_INIT;
    walk->path = (struct buf)BUF_INIT;
    buf_puts(&walk->path, path);
    walk->root_len = walk->path.len;
    if (walk->root_len > 0 && walk->path.at[walk->root_len - 1] != '/')
        walk->root_len++;
    return walk;
}

static bool give(struct walk *walk, const char *fault, struct found *out)
{
    walk->found++;
    *out = (struct found){.path = buf_text(&walk->path), .fault = fault, .in_folder = true};
    return true;
}

/* All levels are done: that nothing was found must not pass unsaid. */
static bool end(struct walk *walk, struct found *out)
{
    walk->ended = true;
    if (walk->found > 0)
        return false;
    set_path(walk, walk->levels[0]->path_len, NULL);
    refuse(walk, "the folder holds no file that fits ",
           walk->options->include_count > 0 ? "--include" : "*.ini: say --include for others");
    return give(walk, walk->fault, out);
}

bool walk_next(struct walk *walk, struct found *out)
{
    if (walk->ended)
        return false;
    if (walk->depth == 0 && !enter(walk)) {
        walk->ended = true;
        return give(walk, walk->fault, out);
    }
    for (;;) {
        struct level *level = walk->levels[walk->depth - 1];
        if (level->next == level->count && walk->depth == 1)
            return end(walk, out);
        if (level->next == level->count) {
            level_close(level);
            walk->depth--;
            continue;
        }
        const char *name = level->names[level->next++];
        set_path(walk, level->path_len, name + 1);
        if (name[0] == MARK_FILE)
            return give(walk, NULL, out);
        if (!enter(walk))
            return give(walk, walk->fault, out);
    }
}
