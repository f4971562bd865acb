/* SPDX-License-Identifier: MIT
 *
 * A long report on a terminal, page by page.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/cli.h"

enum { NOT_STARTED = 127 }; /* exit code of a shell */

/* Whether PAGER asks for none: empty, or cat. */
static bool is_unwanted(void)
{
    const char *pager = getenv("PAGER");

    return pager && (!*pager || strcmp(pager, "cat") == 0);
}

static bool is_longer_than_screen(const struct buf *out)
{
    struct winsize size;
    size_t lines = 0;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0)
        return false;
    for (size_t i = 0; i < out->len; i++)
        lines += out->at[i] == '\n';
    return lines >= size.ws_row; /* the prompt wants a line */
}

/* In the child: never comes back. */
static void become_pager(int from, int other)
{
    const char *own = getenv("PAGER");

    close(other);
    if (dup2(from, STDIN_FILENO) < 0)
        _exit(NOT_STARTED);
    close(from);
    signal(SIGPIPE, SIG_DFL);
    setenv("LESS", "FRX", 0);
    if (own)
        execl("/bin/sh", "sh", "-c", own, (char *)NULL);
    else
        execlp("less", "less", "-FRX", (char *)NULL);
    _exit(NOT_STARTED);
}

static pid_t start_pager(int *to)
{
    int ends[2];

    fflush(NULL);
    if (pipe(ends) != 0)
        return -1;
    pid_t pid = fork();
    if (pid == 0)
        become_pager(ends[0], ends[1]);
    close(ends[0]);
    if (pid < 0)
        close(ends[1]);
    *to = ends[1];
    return pid;
}

/* All of it, or as much as the pager wants to read. */
static void write_all(int to, const char *at, size_t len)
{
    while (len > 0) {
        ssize_t done = write(to, at, len);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return;
        at += done;
        len -= (size_t)done;
    }
}

/* Whether the report was shown: better twice than not at all. Ctrl-C belongs to the pager
 * meanwhile. */
static bool show(const struct buf *out)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    int to = -1, status = 0;
    pid_t pid = start_pager(&to);

    if (pid < 0)
        return false;
    sigemptyset(&ignore.sa_mask);
    sigaction(SIGINT, &ignore, &before);
    write_all(to, buf_text(out), out->len);
    close(to);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    sigaction(SIGINT, &before, NULL);
    return !WIFEXITED(status) || WEXITSTATUS(status) == 0; /* a signal: its terminal is gone */
}

int write_paged(const struct options *options, const struct buf *out)
{
    bool pages = !options->no_pager && !out->truncated && is_on_screen(options) &&
                 !is_unwanted() && is_longer_than_screen(out);

    return pages && show(out) ? EXIT_DONE : write_out(options, out);
}
