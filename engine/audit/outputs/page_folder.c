/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/outputs/output.h"
#include "audit/outputs/page_folder.h"
#include "report/html/markup.h"
#include "report/html/page.h"
#include "report/report.h"

/* A page of its own round the sections of one company. */
static void put_own_page(struct buf *out, const char *page, const char *name,
                         struct text sections)
{
    html_page_open(out, name);
    html_put(out,
             "<h1><bdi>%s</bdi></h1>\n<p><a href=\"../%s\">The audit it is part of</a></p>\n",
             name, page);
    buf_put(out, sections.at, sections.len);
    html_page_close(out, report_disclaimer);
}

/* Writes a file of the folder, over what an earlier run left there. */
static bool write_file(const struct page_folder *folder, const char *name, struct text text,
                       struct error *err)
{
    struct arena arena = {0};
    struct output *output = output_open(arena_path(&arena, folder->path, name), true, err);
    bool ok = output && output_put(output, text, err);

    if (ok)
        ok = output_finish_part(output, err);
    else if (output)
        output_drop(output);
    arena_release(&arena);
    return ok;
}

bool page_folder_put(const struct page_folder *folder, int64_t number, const char *name,
                     struct text sections, struct error *err)
{
    struct buf text = BUF_INIT, file = BUF_INIT;

    put_own_page(&text, folder->page, name, sections);
    buf_printf(&file, "%05" PRId64 ".html", number + 1);
    bool ok =
        write_file(folder, buf_text(&file), (struct text){buf_text(&text), text.len}, err);
    buf_release(&text);
    buf_release(&file);
    return ok;
}

/* The last part of a path as an address. */
static const char *address_of(const char *path, struct arena *arena)
{
    struct buf address = BUF_INIT;

    for (const char *at = path_last(path); *at; at++) {
        if (is_letter(*at) || is_digit(*at) || strchr("._-", *at))
            buf_putc(&address, *at);
        else
            buf_printf(&address, "%%%02X", (unsigned)(unsigned char)*at);
    }
    const char *copy = arena_copy(arena, buf_text(&address), address.len);
    buf_release(&address);
    return copy;
}

bool page_folder_open(struct page_folder *folder, const char *page, struct arena *arena,
                      struct error *err)
{
    folder->path = arena_printf(arena, "%s.companies", page);
    folder->page = address_of(page, arena);
    folder->address = arena_printf(arena, "%s.companies", folder->page);
    if (mkdir(folder->path, 0777) != 0 && errno != EEXIST)
        return error_set(err, ERROR_OUTPUT, folder->path, 0, "cannot be made: %s",
                         strerror(errno));
    return true;
}

void page_folder_close(const struct page_folder *folder, size_t count)
{
    struct arena arena = {0};

    while (unlink(arena_printf(&arena, "%s/%05zu.html", folder->path, count + 1)) == 0)
        count++;
    arena_release(&arena);
}
