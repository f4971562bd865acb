/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"

static bool check_regular(int fd, const char *path, size_t max, size_t *size,
                          enum error_kind kind, struct error *err)
{
    struct stat st;

    if (fstat(fd, &st) != 0)
        return error_set(err, kind, path, 0, "cannot be read: %s", strerror(errno));
    if (S_ISDIR(st.st_mode))
        return error_set(err, kind, path, 0, "is a folder, not a file");
    if (!S_ISREG(st.st_mode))
        return error_set(err, kind, path, 0,
                         "is not a regular file (a pipe or a device); save it to a file first");
    if ((unsigned long long)st.st_size > max)
        return error_set(err, kind, path, 0, "is larger than the limit of %zu bytes", max);
    *size = (size_t)st.st_size;
    return true;
}

/* Reads up to 'max' bytes; a file that grows meanwhile is cut there. */
static bool read_all(int fd, char *at, size_t max, size_t *len)
{
    while (*len < max) {
        ssize_t got = read(fd, at + *len, max - *len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        *len += (size_t)got;
    }
    return true;
}

bool file_read(const char *path, size_t max, struct arena *arena, struct text *out,
               enum error_kind kind, struct error *err)
{
    bool ok = false;
    size_t size = 0, len = 0;
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

    if (fd < 0)
        return error_set(err, kind, path, 0, "cannot be opened: %s", strerror(errno));
    if (!check_regular(fd, path, max, &size, kind, err))
        goto out;
    char *at = arena_room(arena, size + 1);
    if (!read_all(fd, at, size, &len)) {
        error_set(err, kind, path, 0, "cannot be read: %s", strerror(errno));
        goto out;
    }
    at[len] = '\0';
    *out = (struct text){at, len};
    ok = true;
out:
    close(fd);
    return ok;
}

bool file_read_stream(int fd, const char *name, size_t max, struct arena *arena,
                      struct text *out, enum error_kind kind, struct error *err)
{
    struct buf buf = BUF_INIT;
    char block[16 * 1024];
    size_t len = sizeof block;
    bool ok = true;

    while (ok && len == sizeof block && buf.len <= max) {
        len = 0;
        ok = read_all(fd, block, sizeof block, &len);
        buf_put(&buf, block, len);
    }
    if (!ok)
        error_set(err, kind, name, 0, "cannot be read: %s", strerror(errno));
    else if (buf.len > max)
        ok = error_set(err, kind, name, 0, "is larger than the limit of %zu bytes", max);
    else
        *out = (struct text){arena_copy(arena, buf_text(&buf), buf.len), buf.len};
    buf_release(&buf);
    return ok;
}

static bool write_to(const char *path, const char *mode, const char *at, size_t len,
                     struct error *err)
{
    FILE *f = fopen(path, mode);

    if (!f)
        return error_set(err, ERROR_OUTPUT, path, 0, "cannot be written: %s", strerror(errno));
    bool ok = fwrite(at, 1, len, f) == len;
    int why = errno;
    if (fclose(f) == 0 && ok)
        return true;
    return error_set(err, ERROR_OUTPUT, path, 0, "cannot be written: %s",
                     strerror(ok ? errno : why));
}

bool file_write(const char *path, const char *at, size_t len, struct error *err)
{
    char partial[4096];
    struct stat st;

    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
        return write_to(path, "wb", at, len, err);
    int n = snprintf(partial, sizeof partial, "%s.partial", path);
    if (n < 0 || (size_t)n >= sizeof partial)
        return error_set(err, ERROR_OUTPUT, NULL, 0, "the name of the output file is too long");
    if (stat(partial, &st) == 0)
        return error_set(err, ERROR_OUTPUT, path, 0, "cannot be written: '%s' is in the way",
                         partial);
    bool ok = write_to(partial, "wbx", at, len, err); /* x: made by us, or not at all */
    if (ok && rename(partial, path) != 0)
        ok = error_set(err, ERROR_OUTPUT, path, 0, "cannot be written: %s", strerror(errno));
    if (!ok)
        unlink(partial);
    return ok;
}

bool file_is_same(const char *a, const char *b)
{
    struct stat x, y;

    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}
