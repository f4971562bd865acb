/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/outputs/output.h"
#include "base/buf.h"

enum { FLUSH_BYTES = 128 * 1024, NAME_ROOM = 4096 };

struct output {
    int fd;
    bool is_ours; /* to be closed */
    bool is_file; /* NAME.partial, to be renamed */
    char name[NAME_ROOM], partial[NAME_ROOM];
    struct buf buf;   /* not written yet */
    int64_t old_size; /* of what the file held, and may still be the same; 0 once it is not */
    int64_t written;  /* bytes: of these, the first are as they were */
};

/* --- opening --- */

static struct output *new_output(void)
{
    struct output *output = calloc(1, sizeof *output);

    if (!output)
        out_of_memory();
    output->buf = (struct buf)BUF_INIT;
    return output;
}

struct output *output_of(int fd)
{
    struct output *output = new_output();

    output->fd = fd;
    return output;
}

static bool cannot(const struct output *output, struct error *err)
{
    if (errno == EPIPE) {
        *err = (struct error){.kind = ERROR_OUTPUT};
        return false;
    }
    return error_set(err, ERROR_OUTPUT, output->name, 0, "cannot %s: %s",
                     *output->name ? "be written" : "write", strerror(errno));
}

/* One process at a time; the lock goes with the process. */
static bool lock(const struct output *output, struct error *err)
{
    struct flock all = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

    if (fcntl(output->fd, F_SETLK, &all) == 0 || (errno != EACCES && errno != EAGAIN))
        return true;
    return error_set(err, ERROR_OUTPUT, output->name, 0,
                     "cannot be written: another process is writing '%s'", output->partial);
}

static bool open_stream(struct output *output, struct error *err)
{
    output->fd = open(output->name, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    return output->fd >= 0 || cannot(output, err);
}

static bool open_partial(struct output *output, bool resume, struct error *err)
{
    int flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW | (resume ? 0 : O_EXCL);
    struct stat st;

    output->is_file = true;
    output->fd = open(output->partial, flags, 0666);
    bool in_the_way = output->fd < 0 && lstat(output->partial, &st) == 0;
    if (in_the_way)
        return error_set(
            err, ERROR_OUTPUT, output->name, 0, "cannot be written: '%s' is in the way%s",
            output->partial,
            S_ISREG(st.st_mode) && !resume ? "; go on with it by --resume, or delete it" : "");
    if (output->fd < 0 || fstat(output->fd, &st) != 0)
        return cannot(output, err);
    output->old_size = st.st_size;
    return lock(output, err);
}

struct output *output_open(const char *name, bool resume, struct error *err)
{
    struct output *output = new_output();
    struct stat st;
    int n = snprintf(output->name, sizeof output->name, "%s", name);
    int m = snprintf(output->partial, sizeof output->partial, "%s.partial", name);

    output->is_ours = true;
    output->fd = -1;
    bool fits = n >= 0 && m >= 0 && (size_t)m < sizeof output->partial;
    bool ok =
        fits ? stat(name, &st) == 0 && !S_ISREG(st.st_mode) ? open_stream(output, err)
                                                            : open_partial(output, resume, err)
             : error_set(err, ERROR_OUTPUT, NULL, 0, "the name of the output file is too long");
    if (ok)
        return output;
    if (output->fd >= 0)
        close(output->fd);
    free(output);
    return NULL;
}

/* --- writing --- */

/* Waits for a stream that somebody made nonblocking. */
static void wait_for(int fd)
{
    struct pollfd polled = {.fd = fd, .events = POLLOUT};

    poll(&polled, 1, -1);
}

static bool write_all(struct output *output, const char *at, size_t len, struct error *err)
{
    while (len > 0) {
        ssize_t n = write(output->fd, at, len);
        if (n < 0 && errno == EAGAIN)
            wait_for(output->fd);
        if (n < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (n < 0)
            return cannot(output, err);
        at += n;
        len -= (size_t)n;
        output->written += n;
    }
    return true;
}

/* How many of the bytes the file holds already, at the place where they belong. */
static size_t held(const struct output *output, const char *at, size_t len)
{
    char old[4096];
    size_t same = 0;

    while (same < len) {
        size_t most = len - same < sizeof old ? len - same : sizeof old;
        ssize_t n = pread(output->fd, old, most, (off_t)(output->written + (int64_t)same));
        if (n <= 0)
            break;
        for (size_t i = 0; i < (size_t)n; i++, same++)
            if (old[i] != at[same])
                return same;
    }
    return same;
}

/* From here on the old file is no good any more. */
static bool cut(struct output *output, struct error *err)
{
    output->old_size = 0;
    if (ftruncate(output->fd, (off_t)output->written) == 0 &&
        lseek(output->fd, (off_t)output->written, SEEK_SET) >= 0)
        return true;
    return cannot(output, err);
}

bool output_flush(struct output *output, struct error *err)
{
    const char *at = output->buf.at;
    size_t len = output->buf.len, same = 0;

    if (len == 0)
        return true;
    if (output->old_size > 0) {
        same = held(output, at, len);
        output->written += (int64_t)same;
        if (same < len && !cut(output, err))
            return false;
    }
    bool ok = write_all(output, at + same, len - same, err);
    buf_reset(&output->buf);
    return ok;
}

bool output_put(struct output *output, struct text text, struct error *err)
{
    buf_put(&output->buf, text.at, text.len);
    return output->buf.len < FLUSH_BYTES || output_flush(output, err);
}

int64_t output_kept(const struct output *output)
{
    return output->old_size;
}

bool output_is_file(const struct output *output)
{
    return output->is_file;
}

/* --- closing --- */

/* Some file systems say only here that they are full. */
static bool close_it(struct output *output, bool ok, struct error *err)
{
    if (output->is_ours && close(output->fd) != 0 && ok)
        ok = cannot(output, err);
    buf_release(&output->buf);
    return ok;
}

/* Waits until it is on disk, where the file system can tell. */
static bool is_on_disk(int fd)
{
    int code;

    do
        code = fsync(fd);
    while (code != 0 && errno == EINTR);
    return code == 0 || errno == EINVAL || errno == ENOTSUP;
}

/* The name too: it stands in the folder, which not everybody may open. */
static bool is_named_on_disk(const struct output *output)
{
    const char *slash = strrchr(output->name, '/');
    char folder[NAME_ROOM];
    int len = slash ? (int)(slash - output->name) + 1 : 1;

    snprintf(folder, sizeof folder, "%.*s", len, slash ? output->name : ".");
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd < 0 || is_on_disk(fd);
    int why = errno;
    if (fd >= 0)
        close(fd);
    errno = why;
    return ok;
}

/* Writes the rest, and gives the file its name; 'durable': none that stands for a file of which
 * the bytes are lost when the power fails. */
static bool finish(struct output *output, bool durable, struct error *err)
{
    bool ok = output_flush(output, err);

    if (ok && output->old_size > output->written)
        ok = cut(output, err);
    if (ok && output->is_file && durable && !is_on_disk(output->fd))
        ok = cannot(output, err);
    ok = close_it(output, ok, err);
    if (ok && output->is_file && rename(output->partial, output->name) != 0)
        ok = cannot(output, err);
    if (ok && output->is_file && durable && !is_named_on_disk(output))
        ok = cannot(output, err);
    free(output);
    return ok;
}

bool output_finish(struct output *output, struct error *err)
{
    return finish(output, true, err);
}

bool output_finish_part(struct output *output, struct error *err)
{
    return finish(output, false, err);
}

bool output_leave(struct output *output, struct error *err)
{
    bool ok = close_it(output, output_flush(output, err), err);

    free(output);
    return ok;
}

void output_drop(struct output *output)
{
    struct error err;

    if (output->is_file && output->written == 0 && output->old_size == 0)
        unlink(output->partial);
    close_it(output, false, &err);
    free(output);
}
