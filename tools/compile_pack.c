/* SPDX-License-Identifier: MIT
 *
 * Compiles a pack into C source, for the program to be built with: see engine/lua/compiled.h.
 *
 *   compile_pack PACK NAME FILE
 */
#include <stdio.h>

#include "lua/compiled.h"

static bool write_source(const char *path, const struct buf *source)
{
    FILE *f = fopen(path, "wb");
    bool ok = f && fwrite(buf_text(source), 1, source->len, f) == source->len;

    if (f)
        ok &= fclose(f) == 0;
    if (!ok)
        perror(path);
    return ok;
}

int main(int argc, char **argv)
{
    struct buf source = BUF_INIT;
    struct error err;

    if (argc != 4) {
        fputs("usage: compile_pack PACK NAME FILE\n", stderr);
        return 2;
    }
    bool ok = compiled_write(argv[1], argv[2], &source, &err);
    if (!ok)
        fprintf(stderr, "%s:%d: %s\n", err.where, err.line, err.message);
    ok = ok && write_source(argv[3], &source);
    buf_release(&source);
    return ok ? 0 : 1;
}
