/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/input/members.h"
#include "audit/input/overlap.h"
#include "audit/input/paths.h"
#include "audit/input/reader.h"
#include "base/file.h"

struct input {
    const struct input_options *options;
    struct paths *paths;
    int fd;           /* of the file that is read, or -1 */
    struct feed feed; /* of it */
    bool from_stdin;
    struct members *members; /* of it, where it is an archive; else NULL */
    struct feed member;      /* of one of them */
    struct reader reader;
    bool reading;                 /* a company may be left in it */
    struct buf place;             /* of the file, printable */
    struct buf member_name;       /* of the member, with the file's before it */
    struct error err;             /* of a fault */
    struct overlap *overlap;      /* with results; NULL where that was told before */
    struct passed passed;         /* of all that has been read */
    struct passed members_passed; /* of the archive that is read */
};

struct input *input_open(const struct input_options *options, struct error *err)
{
    struct input *input = calloc(1, sizeof *input);

    if (!input)
        out_of_memory();
    *input = (struct input){.reader = READER_INIT,
                            .options = options,
                            .fd = -1,
                            .place = BUF_INIT,
                            .member_name = BUF_INIT,
                            .passed = PASSED_INIT,
                            .members_passed = PASSED_INIT};
    input->paths = paths_open(options, &input->passed, err);
    if (input->paths && !paths_can_repeat(options))
        input->overlap = overlap_open(options);
    if (input->paths)
        return input;
    input_close(input);
    return NULL;
}

/* Those of the archive, with its name before theirs. */
static void add_members_passed(struct input *input)
{
    struct passed *members = &input->members_passed;
    struct passed named = PASSED_INIT;
    struct buf path = BUF_INIT;

    if (!input->from_stdin)
        buf_printf(&path, "%s/", buf_text(&input->place));
    buf_puts(&path, buf_text(&members->first));
    if (members->count > 0)
        passed_note(&named, buf_text(&path));
    named.count = members->count;
    members->count = 0;
    passed_add(&input->passed, &named);
    passed_release(&named);
    buf_release(&path);
}

static void close_file(struct input *input)
{
    if (input->members)
        add_members_passed(input);
    members_close(input->members);
    input->members = NULL;
    if (input->fd >= 0 && input->fd != STDIN_FILENO)
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
    feed_release(&input->member);
    buf_release(&input->place);
    buf_release(&input->member_name);
    overlap_close(input->overlap);
    passed_release(&input->passed);
    passed_release(&input->members_passed);
    paths_close(input->paths);
    free(input);
}

static bool give_fault(const char *name, const char *sentence, struct company *out)
{
    *out = (struct company){.name = name, .form = COMPANY_FAULT, .text = text_of(sentence)};
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

/* What the bytes are: by their name, else by the first of them. */
static enum content look(struct feed *feed, enum content named)
{
    while (feed_window(feed).len < CONTENT_LOOK_BYTES && feed_more(feed))
        ;
    return named == CONTENT_UNTOLD ? content_of_bytes(feed_window(feed)) : named;
}

/* --- files --- */

static bool is_white(char c)
{
    return is_blank(c) || c == '\r' || c == '\n';
}

/* Whether there is nothing but blank lines, or nothing at all. */
static bool is_blank_to_its_end(struct feed *feed)
{
    size_t seen = 0;

    do {
        struct text window = feed_window(feed);
        while (seen < window.len && is_white(window.at[seen]))
            seen++;
        if (seen < window.len)
            return false;
    } while (feed_more(feed));
    return feed->ended && !feed->failed;
}

/* Starts on the bytes of the file, which is open; true where that gives a company at once. */
static bool start_file(struct input *input, enum content named, struct company *out)
{
    feed_open(&input->feed, feed_read_fd, &input->fd);
    enum content content = look(&input->feed, named);
    if (named == CONTENT_UNTOLD && is_blank_to_its_end(&input->feed))
        return give_fault(buf_text(&input->place), "is empty: it holds no company", out);
    if (content_is_packed(content)) {
        input->members =
            members_open(&input->feed, input->fd, input->options, &input->members_passed);
        return false;
    }
    reader_start(&input->reader, input->options, &input->feed, content,
                 input->from_stdin ? NULL : buf_text(&input->place));
    input->reading = true;
    return false;
}

/* Opens what was found; true where that gives a company at once. */
static bool take_file(struct input *input, const struct found *found, struct company *out)
{
    input->from_stdin = found->path == PATHS_STDIN;
    enum content content = input->from_stdin ? CONTENT_UNTOLD : content_of_name(found->path);

    buf_reset(&input->place);
    buf_puts(&input->place, found->path);
    text_make_printable(input->place.at);
    const char *place = buf_text(&input->place);
    if (found->fault)
        return give_fault(place, found->fault, out);
    if (input->overlap && !input->from_stdin && overlap_meets(input->overlap, found->path))
        return give_fault(
            place, "is a result of this audit: name another file for one of the two", out);
    if (content == CONTENT_PROFILE) {
        *out = (struct company){
            .name = place, .form = COMPANY_FILE, .path = found->path, .line = 1};
        return true;
    }
    if (input->from_stdin)
        input->fd = STDIN_FILENO;
    else if (!open_file(input, found))
        return give_fault(place, input->err.message, out);
    return start_file(input, content, out);
}

/* --- members of archives --- */

/* What the member is called, with the archive's name before it. */
static const char *name_member(struct input *input, const struct member *member)
{
    const char *place = buf_text(&input->place);
    struct buf *name = &input->member_name;

    buf_reset(name);
    if (!input->from_stdin || !*member->path)
        buf_puts(name, place);
    if (!input->from_stdin && *member->path)
        buf_putc(name, '/');
    buf_puts(name, member->path);
    text_make_printable(name->at);
    return buf_text(name);
}

/* By the member's name; of what is only packed, by the file's without its last ending. */
static enum content content_of_member(const struct input *input, const struct member *member)
{
    const char *place = buf_text(&input->place);
    struct buf name = BUF_INIT;

    if (*member->path)
        return content_of_name(member->path);
    enum content content = content_of_name(place);
    if (content == CONTENT_ARCHIVE)
        return content;
    const char *dot = content == CONTENT_PACKED ? strrchr(place, '.') : NULL;
    buf_put(&name, place, dot ? (size_t)(dot - place) : 0);
    content = content_of_name(buf_text(&name));
    buf_release(&name);
    return content;
}

/* Starts on a member; true where that gives a company at once. */
static bool take_member(struct input *input, const struct member *member, struct company *out)
{
    const char *name = name_member(input, member);

    if (member->fault)
        return give_fault(name, member->fault, out);
    feed_open(&input->member, members_read, input->members);
    enum content content = look(&input->member, content_of_member(input, member));
    if (content_is_packed(content) && input->member.failed)
        return give_fault(name, input->member.err.message, out);
    if (content_is_packed(content))
        return give_fault(name,
                          *member->path ? "is packed once more in the archive: unpack it first"
                                        : "is broken: there is no archive in what is packed",
                          out);
    bool unnamed = input->from_stdin && !*member->path;
    reader_start(&input->reader, input->options, &input->member, content,
                 unnamed ? NULL : name);
    input->reading = true;
    return false;
}

/* --- all --- */

/* The next company of the archive; false where it has no more. */
static bool next_in_archive(struct input *input, struct company *out)
{
    struct member member;

    while (members_next(input->members, &member))
        if (take_member(input, &member, out) || reader_next(&input->reader, out))
            return true;
    input->reading = false;
    return false;
}

bool input_next(struct input *input, struct company *out)
{
    struct found found;

    for (;;) {
        if (input->reading && reader_next(&input->reader, out))
            return true;
        input->reading = false;
        if (input->members && next_in_archive(input, out))
            return true;
        close_file(input);
        if (!paths_next(input->paths, &found))
            return false;
        if (take_file(input, &found, out))
            return true;
    }
}

struct passed_over input_passed_over(const struct input *input)
{
    const struct passed *passed = &input->passed;

    return (struct passed_over){.count = passed->count,
                                .first = passed->count > 0 ? passed->first.at : NULL,
                                .chosen = input->options->include_count > 0};
}

bool input_reads(const struct input_options *options, const char *path)
{
    struct error err;
    struct found found;
    bool reads = false;

    if (!paths_can_repeat(options))
        return false;
    struct paths *paths = paths_open(options, NULL, &err);
    while (paths && !reads && paths_next(paths, &found)) /* names first: they cost nothing */
        reads = !found.fault && strcmp(path_last(found.path), path_last(path)) == 0 &&
                file_is_same(found.path, path);
    paths_close(paths);
    return reads;
}

bool input_met_result(const struct input *input, const char *result)
{
    return input->overlap && overlap_has(input->overlap, result);
}

int64_t input_total(const struct input *input)
{
    struct error err;
    struct found found;
    int64_t total = 0;

    if (!paths_can_repeat(input->options))
        return -1;
    struct paths *paths = paths_open(input->options, NULL, &err);
    while (paths && total >= 0 && paths_next(paths, &found)) {
        bool one = found.fault || content_of_name(found.path) == CONTENT_PROFILE;
        total = one ? total + 1 : -1;
    }
    paths_close(paths);
    return paths ? total : -1;
}
