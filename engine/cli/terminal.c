/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/select.h>
#include <unistd.h>

#include "cli/terminal.h"

/* A signal handler can set nothing else. */
static volatile sig_atomic_t interrupted;

static void on_interrupt(int number)
{
    (void)number;
    interrupted = 1;
}

void terminal_open(struct terminal *terminal)
{
    struct sigaction action = {.sa_handler = on_interrupt};
    sigset_t set;

    *terminal = (struct terminal){.from = 0};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    /* blocked but for the wait in wait_for_input: it can neither be missed nor cut a write */
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigprocmask(SIG_BLOCK, &set, NULL);
}

/* Waits for input or SIGINT. */
static enum reply wait_for_input(void)
{
    sigset_t none;
    fd_set in;

    sigemptyset(&none);
    for (;;) {
        FD_ZERO(&in);
        FD_SET(STDIN_FILENO, &in);
        int ready = pselect(STDIN_FILENO + 1, &in, NULL, NULL, NULL, &none);
        if (interrupted)
            return REPLY_INTERRUPTED;
        if (ready > 0)
            return REPLY_LINE;
        if (ready < 0 && errno != EINTR)
            return REPLY_END;
    }
}

static enum reply fill(struct terminal *t)
{
    enum reply reply = wait_for_input();

    if (reply != REPLY_LINE)
        return reply;
    ssize_t got = read(STDIN_FILENO, t->read, sizeof t->read);
    t->from = 0;
    t->to = got > 0 ? (size_t)got : 0;
    return got > 0 ? REPLY_LINE : REPLY_END;
}

enum reply terminal_read_line(struct terminal *t, struct buf *line)
{
    for (;;) {
        while (t->from < t->to) {
            char c = t->read[t->from++];
            if (c == '\n')
                return REPLY_LINE;
            buf_putc(line, c);
        }
        enum reply reply = fill(t);
        if (reply != REPLY_LINE)
            return reply;
    }
}

void terminal_write(const char *text)
{
    fputs(text, stdout);
    fflush(stdout);
}
