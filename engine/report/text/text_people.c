/* SPDX-License-Identifier: MIT
 *
 * An income table as 100 people, an icon each: it helps readers who find numbers hard, and
 * stands with the numbers, never alone (users.md 2.4).
 */
#include "report/sentences.h"
#include "report/text/text_findings.h"

enum { INDENT = 4 };

static const char *describe(const struct people *people, size_t amount_columns,
                            struct arena *arena)
{
    struct buf text = BUF_INIT;

    sentence_people(&text, people, amount_columns);
    const char *says = arena_copy(arena, buf_text(&text), text.len);
    buf_release(&text);
    return says;
}

/* How wide the widest amount is. */
static size_t widest_amount(const struct people *people, size_t count)
{
    struct buf amount = BUF_INIT;
    size_t widest = 0;

    for (size_t i = 0; i < count; i++) {
        buf_reset(&amount);
        decimal_put(&amount, ratio_round(people[i].average, 0, RATIO_NEAREST), true);
        widest = amount.len > widest ? amount.len : widest;
    }
    buf_release(&amount);
    return widest;
}

/* One group: its number, what it was paid, its icons from 'column' on. */
static void put_row(struct page *page, const struct people *people, const char *says,
                    size_t column)
{
    size_t room = page->style->width - column, left = (size_t)people->count;
    enum glyph icon = ratio_sign(people->average) == 0 ? GLYPH_UNPAID : GLYPH_PAID;

    page_pad(page, 0, INDENT);
    buf_printf(page->out, "%3d %s", people->count, says);
    page_pad(page, INDENT + 4 + utf8_columns(says), column);
    while (left > room) {
        page_fill(page, icon, room);
        buf_putc(page->out, '\n');
        page_pad(page, 0, column);
        left -= room;
    }
    page_fill(page, icon, left);
    buf_putc(page->out, '\n');
}

void text_people(struct page *page, const struct assessment *a, const char *name,
                 struct arena *arena)
{
    struct people people[PEOPLE_DRAWN];
    size_t count = people_in_fact(a, name, people);

    if (count == 0)
        return;
    size_t amount = widest_amount(people, count), column = 0;
    const char **says = arena_alloc(arena, count * sizeof *says);
    for (size_t i = 0; i < count; i++) {
        says[i] = describe(&people[i], amount, arena);
        size_t needed = INDENT + 4 + utf8_columns(says[i]) + 2;
        column = needed > column ? needed : column;
    }
    buf_puts(page->out, "  Of 100 people in the table,\n");
    for (size_t i = 0; i < count; i++)
        put_row(page, &people[i], says[i], column);
}
