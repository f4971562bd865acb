/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/paths.h"
#include "audit/reader.h"

struct input {
    const struct input_options *options;
    struct paths *paths;
    int fd;           /* of the file that is read, or -1 */
    struct feed feed; /* of it */
    struct reader reader;
    bool reading;
    struct buf place; /* its name, printable */
    struct error err; /* of a fault */
};

struct input *input_open(const struct input_options *options, struct error *err)
{
    struct paths *paths = paths_open(options, err);

    if (!paths)
        return NULL;
    struct input *input = calloc(1, sizeof *input);
    if (!input)
        out_of_memory();
    *input = (struct input){.options = options, .paths = paths, .fd = -1, .place = BUF_INIT};
    return input;
}

static void close_file(struct input *input)
{
    if (input->fd > STDERR_FILENO)
        close(input->fd);
    input->fd = -1;
    input->reading = false;
}

void input_close(struct input *input)
{
    if (!input)
        return;
    close_file(input);
    reader_release(&input->reader);
    feed_release(&input->feed);
    buf_release(&input->place);
    paths_close(input->paths);
    free(input);
}

static bool give_fault(struct input *input, const char *sentence, struct company *out)
{
    *out = (struct company){
        .name = buf_text(&input->place), .form = COMPANY_FAULT, .text = text_of(sentence)};
    return true;
}

/* Opens without waiting; what the user named may be a pipe, which is then waited for. */
static bool open_file(struct input *input, const struct found *found)
{
    struct stat st;

    input->fd = open(found->path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (input->fd < 0 || fstat(input->fd, &st) != 0)
        return error_set(&input->err, ERROR_PROFILE, NULL, 0, "cannot be opened: %s",
                         strerror(errno));
    if (S_ISDIR(st.st_mode))
        return error_set(&input->err, ERROR_PROFILE, NULL, 0, "is a folder, not a file");
    if (found->in_folder && !S_ISREG(st.st_mode))
        return error_set(&input->err, ERROR_PROFILE, NULL, 0,
                         "is not a regular file (a pipe or a device): leave it out with "
                         "--exclude");
    int flags = fcntl(input->fd, F_GETFL);
    if (flags < 0 || fcntl(input->fd, F_SETFL, flags & ~O_NONBLOCK) != 0)
        return error_set(&input->err, ERROR_PROFILE, NULL, 0, "cannot be read: %s",
                         strerror(errno));
    return true;
}

/* What the open file holds: by its name, else by its first bytes. */
static enum content look(struct input *input, enum content named)
{
    while (feed_window(&input->feed).len < CONTENT_LOOK_BYTES && feed_more(&input->feed))
        ;
    return named == CONTENT_UNTOLD ? content_of_bytes(feed_window(&input->feed)) : named;
}

/* Opens what was found; true where that gives a company at once. */
static bool take(struct input *input, const struct found *found, struct company *out)
{
    bool from_stdin = found->path == PATHS_STDIN;
    enum content content = from_stdin ? CONTENT_UNTOLD : content_of_name(found->path);

    buf_reset(&input->place);
    buf_puts(&input->place, found->path);
    text_make_printable(input->place.at);
    if (found->fault)
        return give_fault(input, found->fault, out);
    if (content == CONTENT_PROFILE) {
        *out = (struct company){.name = buf_text(&input->place),
                                .form = COMPANY_FILE,
                                .path = found->path,
                                .line = 1};
        return true;
    }
    if (from_stdin)
        input->fd = STDIN_FILENO;
    else if (!open_file(input, found))
        return give_fault(input, input->err.message, out);
    feed_open(&input->feed, feed_read_fd, &input->fd);
    reader_start(&input->reader, &input->feed, look(input, content),
                 from_stdin ? NULL : buf_text(&input->place));
    input->reading = true;
    return false;
}

bool input_next(struct input *input, struct company *out)
{
    struct found found;

    for (;;) {
        if (input->reading && reader_next(&input->reader, out))
            return true;
        close_file(input);
        if (!paths_next(input->paths, &found))
            return false;
        if (take(input, &found, out))
            return true;
    }
}

int64_t input_total(const struct input *input)
{
    struct error err;
    struct found found;
    int64_t total = 0;

    if (!paths_can_repeat(input->options))
        return -1;
    struct paths *paths = paths_open(input->options, &err);
    while (paths && total >= 0 && paths_next(paths, &found)) {
        bool one = found.fault || content_of_name(found.path) == CONTENT_PROFILE;
        total = one ? total + 1 : -1;
    }
    paths_close(paths);
    return paths ? total : -1;
}
