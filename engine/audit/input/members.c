/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>

#include "audit/input/filter.h"
#include "audit/input/members.h"

struct members {
    struct archive *archive;
    locale_t locale; /* for libarchive: in any but UTF-8 it loses names of zip and 7z */
    const struct input_options *options;
    struct passed *passed;
    struct feed *feed; /* of the archive's own bytes */
    int fd;
    bool handed;  /* what is in the window has been given to libarchive */
    size_t zeros; /* bytes at the end of what has been handed over so far */
    bool seeks;   /* the file can be moved about in */
    bool opened;
    bool ended;
    size_t found;      /* members and faults */
    const char *block; /* what libarchive has unpacked of the member and is not given yet */
    size_t left;
    la_int64_t given; /* bytes of the member */
    struct buf path;  /* of the member */
    char fault[ERROR_MESSAGE_MAX];
};

/* --- the archive's own bytes, for libarchive --- */

/* Counts the zeros at the end of all blocks: a tar ends with them. */
static void count_zeros(struct members *m, struct text block)
{
    size_t count = 0;

    while (count < block.len && block.at[block.len - 1 - count] == '\0')
        count++;
    m->zeros = count == block.len ? m->zeros + count : count;
}

static la_ssize_t give_block(struct archive *archive, void *context, const void **at)
{
    struct members *m = context;

    if (m->handed)
        feed_drop(m->feed, feed_window(m->feed).len);
    m->handed = true;
    if (feed_window(m->feed).len == 0)
        feed_more(m->feed);
    if (m->feed->failed) {
        archive_set_error(archive, EIO, "%s", m->feed->err.message);
        return ARCHIVE_FATAL;
    }
    count_zeros(m, feed_window(m->feed));
    *at = feed_window(m->feed).at;
    return (la_ssize_t)feed_window(m->feed).len;
}

static la_int64_t seek(struct archive *archive, void *context, la_int64_t offset, int whence)
{
    struct members *m = context;
    off_t at = lseek(m->fd, (off_t)offset, whence);

    (void)archive;
    feed_open(m->feed, m->feed->read, m->feed->context);
    m->handed = false;
    return at < 0 ? (la_int64_t)ARCHIVE_FATAL : (la_int64_t)at;
}

/* What companies come in. Not mtree, which makes libarchive open other files; no filter that
 * runs another program. */
static void support(struct archive *archive)
{
    archive_read_support_format_tar(archive);
    archive_read_support_format_zip(archive);
    archive_read_support_format_7zip(archive);
    archive_read_support_format_cpio(archive);
    archive_read_support_format_raw(archive);
    archive_read_support_filter_gzip(archive);
    archive_read_support_filter_bzip2(archive);
    archive_read_support_filter_compress(archive);
    archive_read_support_filter_xz(archive);
    archive_read_support_filter_lzma(archive);
    archive_read_support_filter_lzip(archive);
    archive_read_support_filter_lz4(archive);
    archive_read_support_filter_zstd(archive);
}

static locale_t utf8_locale(void)
{
    static const char *const names[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};

    for (size_t i = 0; i < COUNT(names); i++) {
        locale_t locale = newlocale(LC_CTYPE_MASK, names[i], (locale_t)0);
        if (locale)
            return locale;
    }
    return newlocale(LC_CTYPE_MASK, "C", (locale_t)0);
}

struct members *members_open(struct feed *feed, int fd, const struct input_options *options,
                             struct passed *passed)
{
    struct members *m = calloc(1, sizeof *m);
    struct stat st;

    if (!m)
        out_of_memory();
    *m = (struct members){
        .options = options, .passed = passed, .feed = feed, .fd = fd, .path = BUF_INIT};
    m->archive = archive_read_new();
    m->locale = utf8_locale();
    if (!m->archive || !m->locale)
        out_of_memory();
    support(m->archive);
    archive_read_set_callback_data(m->archive, m);
    archive_read_set_read_callback(m->archive, give_block);
    m->seeks = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    if (m->seeks)
        archive_read_set_seek_callback(m->archive, seek);
    return m;
}

void members_close(struct members *members)
{
    if (!members)
        return;
    archive_read_free(members->archive);
    freelocale(members->locale);
    buf_release(&members->path);
    free(members);
}

/* --- its members --- */

static bool give(struct members *m, const char *fault, struct member *out)
{
    m->found++;
    m->left = 0;
    m->given = 0;
    *out = (struct member){.path = buf_text(&m->path), .fault = fault};
    return true;
}

/* The archive cannot be read on. */
static bool give_end(struct members *m, const char *what, const char *why, struct member *out)
{
    m->ended = true;
    snprintf(m->fault, sizeof m->fault, "%s%s", what, why);
    buf_reset(&m->path);
    return give(m, m->fault, out);
}

static const char *why_broken(const struct members *m)
{
    const char *why = archive_error_string(m->archive);

    return why ? why : "it is damaged or cut off";
}

/* Takes the name; false where it has none that can be understood. */
static bool set_path(struct members *m, struct archive_entry *entry)
{
    const char *path = archive_entry_pathname(entry);

    while (path && (*path == '/' || strncmp(path, "./", 2) == 0))
        path += *path == '/' ? 1 : 2;
    buf_reset(&m->path);
    if (path)
        buf_puts(&m->path, path);
    return path != NULL;
}

/* Why a member that is wanted cannot be read, or NULL. */
static const char *why_not(struct archive_entry *entry)
{
    if (archive_entry_hardlink(entry) || archive_entry_filetype(entry) == AE_IFLNK)
        return "is a link in the archive, which is not followed: pack the file itself";
    if (archive_entry_filetype(entry) != AE_IFREG)
        return "is no regular file in the archive";
    if (archive_entry_is_encrypted(entry))
        return "is encrypted: unpack the archive with its password, and read the files";
    return NULL;
}

/* What is packed, but holds no archive: its bytes are the file. */
static bool take_raw(struct members *m, struct member *out)
{
    buf_reset(&m->path);
    if (archive_filter_code(m->archive, 0) == ARCHIVE_FILTER_NONE)
        return give_end(m,
                        "is no archive that can be read: tar, zip, 7z and cpio are, packed "
                        "by gzip, bzip2, xz, lzip, lz4 or zstd",
                        "", out);
    return give(m, NULL, out);
}

/* Takes the member whose header has been read; false where it is not wanted. */
static bool take(struct members *m, struct archive_entry *entry, struct member *out)
{
    if (archive_format(m->archive) == ARCHIVE_FORMAT_RAW)
        return take_raw(m, out);
    if (!set_path(m, entry))
        return give(m, "a name in it cannot be understood: its file is not read", out);
    size_t len = m->path.len;
    bool folder =
        archive_entry_filetype(entry) == AE_IFDIR || (len > 0 && m->path.at[len - 1] == '/');
    if (folder)
        return false;
    if (filter_takes_below(m->options, m->path.at))
        return give(m, why_not(entry), out);
    if (filter_passes_over_below(m->options, m->path.at))
        passed_note(m->passed, m->path.at);
    return false;
}

/* That nothing was found must not pass unsaid. */
static bool give_nothing(struct members *m, struct member *out)
{
    bool own = m->options->include_count > 0;

    return give_end(m, "the archive holds no file that fits ",
                    own ? "--include" : "*.ini: say --include for others", out);
}

/* Whether a tar stops between two members, which libarchive takes for its end. What is packed
 * says so itself. */
static bool is_cut(const struct members *m)
{
    bool tar = (archive_format(m->archive) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR;

    return tar && archive_filter_count(m->archive) == 1 && m->feed->ended && m->zeros < 512;
}

/* A 7z has its names at its end. */
static bool needs_a_file(const struct members *m)
{
    struct text window = feed_window(m->feed);

    return !m->opened && !m->seeks && window.len >= 4 &&
           memcmp(window.at, "7z\xBC\xAF", 4) == 0;
}

/* Reads the next header; false with a fault in *out where there is none. */
static bool read_header(struct members *m, struct archive_entry **entry, struct member *out)
{
    if (needs_a_file(m))
        return !give_end(m, "a 7z cannot be read from a pipe: save it to a file first", "",
                         out);
    if (!m->opened && archive_read_open1(m->archive) != ARCHIVE_OK)
        return !give_end(m, "the archive cannot be read: ", why_broken(m), out);
    m->opened = true;
    int code = archive_read_next_header(m->archive, entry);
    if (code == ARCHIVE_EOF && is_cut(m))
        give_end(m, "the archive is cut off, or lacks its end mark: what stands in it was read",
                 "", out);
    else if (code == ARCHIVE_EOF)
        m->ended = true;
    else if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
        give_end(m,
                 m->found > 0 ? "the archive cannot be read on from here: "
                              : "the archive cannot be read: ",
                 why_broken(m), out);
    return !m->ended;
}

static bool next(struct members *m, struct member *out)
{
    struct archive_entry *entry;

    while (!m->ended) {
        *out = (struct member){.fault = NULL};
        if (read_header(m, &entry, out)) {
            if (take(m, entry, out))
                return true;
        } else if (out->fault) {
            return true;
        } else if (m->found == 0) {
            return give_nothing(m, out);
        }
    }
    return false;
}

bool members_next(struct members *members, struct member *out)
{
    locale_t before = uselocale(members->locale);
    bool there = next(members, out);

    uselocale(before);
    return there;
}

/* The next run of the member's bytes that libarchive has; *code is its. False at the end, and
 * where there is no more for another reason. */
static bool next_block(struct members *m, int *code)
{
    const void *at = NULL;
    la_int64_t offset = 0;

    do
        *code = archive_read_data_block(m->archive, &at, &m->left, &offset);
    while (*code == ARCHIVE_OK && m->left == 0);
    m->block = at;
    if (*code == ARCHIVE_OK && offset == m->given)
        return true;
    m->left = 0;
    return false;
}

bool members_read(void *context, char *at, size_t room, size_t *got, struct error *err)
{
    struct members *m = context;
    int code = ARCHIVE_OK;

    if (m->left == 0 && !next_block(m, &code)) {
        *got = 0;
        m->ended = code == ARCHIVE_FATAL;
        if (code == ARCHIVE_EOF)
            return true;
        if (code == ARCHIVE_OK)
            return error_set(err, ERROR_PROFILE, NULL, 0, "has holes, so it is no text");
        return error_set(err, ERROR_PROFILE, NULL, 0, "cannot be unpacked: %s%s", why_broken(m),
                         m->ended ? "; the rest of the archive is not read" : "");
    }
    *got = m->left < room ? m->left : room;
    memcpy(at, m->block, *got);
    m->block += *got;
    m->left -= *got;
    m->given += (la_int64_t)*got;
    return true;
}
