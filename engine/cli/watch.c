/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* sigtimedwait, st_mtim */
#include <dirent.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "cli/cli.h"
#include "cli/watch.h"

enum { LOOK_EVERY = 500 * 1000 * 1000, FOLDERS_DEEP = 3 };

/* --- what the files are like --- */

static uint64_t mix(uint64_t sum, uint64_t value)
{
    return (sum ^ value) * UINT64_C(0x100000001B3);
}

/* A number that another name, size or time of change makes another one. */
static uint64_t mark_of(const char *path, const struct stat *st)
{
    uint64_t sum = UINT64_C(0xCBF29CE484222325);

    for (; *path; path++)
        sum = mix(sum, (unsigned char)*path);
    sum = mix(sum, (uint64_t)st->st_size);
    sum = mix(sum, (uint64_t)st->st_ino);
    sum = mix(sum, (uint64_t)st->st_mtim.tv_sec);
    return mix(sum, (uint64_t)st->st_mtim.tv_nsec);
}

static bool is_lua(const char *name)
{
    size_t len = strlen(name);

    return len > 4 && strcmp(name + len - 4, ".lua") == 0;
}

/* The sum of the marks of all Lua files in a folder and below: their order does not matter. */
static uint64_t marks_of(const char *dir, int deep, struct arena *arena)
{
    uint64_t sum = 0;
    DIR *folder = deep > 0 ? opendir(dir) : NULL;
    struct dirent *entry;

    while (folder && (entry = readdir(folder)) != NULL) {
        const char *path = arena_path(arena, dir, entry->d_name);
        struct stat st;
        if (entry->d_name[0] == '.' || stat(path, &st) != 0)
            continue;
        if (S_ISDIR(st.st_mode))
            sum += marks_of(path, deep - 1, arena);
        else if (is_lua(entry->d_name))
            sum += mark_of(path, &st);
    }
    if (folder)
        closedir(folder);
    return sum;
}

static uint64_t marks_of_packs(const struct options *options)
{
    struct arena arena = {0};
    uint64_t sum = 0;

    for (size_t i = 0; i < options->pack_count; i++)
        sum = mix(sum, marks_of(options->packs[i], FOLDERS_DEEP, &arena));
    if (options->pack_count == 0)
        sum = marks_of(core_dir(&arena), FOLDERS_DEEP, &arena);
    arena_release(&arena);
    return sum;
}

/* --- waiting --- */

/* Waits for a change; false where the user ends it. SIGINT is blocked while this runs, so that
 * it comes here and nowhere else. */
static bool wait_for_change(const struct options *options, uint64_t *marks,
                            const sigset_t *interrupt)
{
    struct timespec pause = {.tv_nsec = LOOK_EVERY};

    for (;;) {
        if (sigtimedwait(interrupt, NULL, &pause) == SIGINT)
            return false;
        uint64_t now = marks_of_packs(options);
        if (now != *marks) {
            *marks = now;
            return true;
        }
    }
}

int watch_packs(const struct options *options, int (*run)(void *context), void *context)
{
    static const char line[] = "--- changed, and run again ---\n";
    struct buf separator = BUF_INIT;
    sigset_t interrupt;
    int code;

    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    sigprocmask(SIG_BLOCK, &interrupt, NULL);
    buf_puts(&separator, line);
    for (;;) {
        uint64_t marks = marks_of_packs(options); /* before: what changes meanwhile counts */
        code = run(context);
        if (code == EXIT_OUTPUT)
            break;
        if (!wait_for_change(options, &marks, &interrupt)) {
            code = EXIT_INTERRUPTED;
            break;
        }
        if (!options->output && (code = write_out(options, &separator)) != EXIT_DONE)
            break;
    }
    buf_release(&separator);
    return code;
}
