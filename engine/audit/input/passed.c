/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "audit/input/passed.h"
#include "base/text.h"

static void set_first(struct passed *passed, const char *path)
{
    buf_reset(&passed->first);
    buf_puts(&passed->first, path);
}

void passed_note(struct passed *passed, const char *path)
{
    if (passed->count++ == 0 || strcmp(path, buf_text(&passed->first)) < 0)
        set_first(passed, path);
}

void passed_add(struct passed *all, struct passed *one)
{
    if (all->count == 0 && one->count > 0) {
        set_first(all, buf_text(&one->first));
        text_make_printable(all->first.at);
    }
    all->count += one->count;
    one->count = 0;
}

void passed_release(struct passed *passed)
{
    buf_release(&passed->first);
}
