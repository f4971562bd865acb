/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "audit/work/peer.h"

enum { RECEIVE_BYTES = 64 * 1024 };

/* --- its life --- */

/* What the terminal sends to all of a job is the parent's to decide on. */
static void ignore_signals(void)
{
    static const int ignored[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};

    for (size_t i = 0; i < COUNT(ignored); i++)
        signal(ignored[i], SIG_IGN);
}

_Noreturn static void run_child(const struct peer *peer, int fd, const struct peer *others,
                                size_t count, const struct audit_options *options)
{
    ignore_signals();
    for (size_t i = 0; i < count; i++) /* else no worker would see the parent's end */
        if (others[i].pid > 0)
            close(others[i].fd);
    worker_run(options, fd, peer->slot);
    _exit(0);
}

bool peer_start(struct peer *peer, const struct peer *others, size_t count,
                const struct audit_options *options)
{
    int ends[2];

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return false;
    atomic_store(&peer->slot->company, -1);
    pid_t pid = fork();
    if (pid == 0) {
        close(ends[0]);
        run_child(peer, ends[1], others, count, options);
    }
    int why = errno;
    close(ends[1]);
    errno = why;
    if (pid < 0 || fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0) {
        close(ends[0]); /* a child would see that and end */
        return false;
    }
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    peer->pid = pid;
    peer->fd = ends[0];
    peer->block_count = peer->whole = peer->sent = 0;
    buf_reset(&peer->in);
    return true;
}

/* Whether the child ended within about a second. A process closes its socket just before it
 * has ended. */
static bool ends_by_itself(pid_t pid, int *status)
{
    *status = 0;
    for (int i = 0; i < 1000; i++) {
        pid_t ended = waitpid(pid, status, WNOHANG);
        if (ended == pid || (ended < 0 && errno != EINTR))
            return true;
        nanosleep(&(struct timespec){.tv_nsec = 1000000L}, NULL);
    }
    return false;
}

static const char *signal_name(int number)
{
    static const struct {
        int number;
        const char *name;
    } names[] = {{SIGKILL, "SIGKILL"}, {SIGSEGV, "SIGSEGV"}, {SIGABRT, "SIGABRT"},
                 {SIGBUS, "SIGBUS"},   {SIGFPE, "SIGFPE"},   {SIGILL, "SIGILL"},
                 {SIGTERM, "SIGTERM"}, {SIGXCPU, "SIGXCPU"}, {SIGXFSZ, "SIGXFSZ"},
                 {SIGQUIT, "SIGQUIT"}, {SIGTRAP, "SIGTRAP"}, {SIGSYS, "SIGSYS"}};

    for (size_t i = 0; i < COUNT(names); i++)
        if (names[i].number == number)
            return names[i].name;
    return NULL;
}

static void say_how(int status, char how[PEER_END_BYTES])
{
    int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    const char *name = signal_name(number);

    if (name)
        snprintf(how, PEER_END_BYTES, "was ended by %s", name);
    else if (number > 0)
        snprintf(how, PEER_END_BYTES, "was ended by signal %d", number);
    else if (WEXITSTATUS(status) == 70)
        snprintf(how, PEER_END_BYTES, "ran out of memory");
    else
        snprintf(how, PEER_END_BYTES, "ended by itself with code %d", WEXITSTATUS(status));
}

void peer_end(struct peer *peer, bool kill_it, char how[PEER_END_BYTES])
{
    int status = 0;

    close(peer->fd);
    if (!kill_it && ends_by_itself(peer->pid, &status)) {
        say_how(status, how);
    } else {
        kill(peer->pid, SIGKILL);
        while (waitpid(peer->pid, &status, 0) < 0 && errno == EINTR)
            continue;
        snprintf(how, PEER_END_BYTES, "went astray");
    }
    peer->pid = 0;
    peer->block_count = 0;
}

/* --- what goes to it and comes from it --- */

bool peer_wants_to_send(const struct peer *peer)
{
    return peer->whole < peer->block_count;
}

void peer_give(struct peer *peer, struct block *block)
{
    block->state = BLOCK_GIVEN;
    peer->blocks[peer->block_count++] = block;
    peer_send(peer);
}

void peer_send(struct peer *peer)
{
    while (peer_wants_to_send(peer)) {
        const struct buf *bytes = &peer->blocks[peer->whole]->bytes;
        ssize_t n =
            send(peer->fd, bytes->at + peer->sent, bytes->len - peer->sent, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return;
        peer->sent += (size_t)n;
        if (peer->sent < bytes->len)
            continue;
        peer->whole++;
        peer->sent = 0;
    }
}

bool peer_receive(struct peer *peer)
{
    char *at = buf_room(&peer->in, RECEIVE_BYTES);
    ssize_t got = at ? recv(peer->fd, at, RECEIVE_BYTES, 0) : 0;

    if (got > 0)
        buf_end(&peer->in, at + got);
    return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

void peer_finish_block(struct peer *peer)
{
    for (size_t i = 1; i < peer->block_count; i++)
        peer->blocks[i - 1] = peer->blocks[i];
    peer->block_count--;
    peer->whole--;
}
