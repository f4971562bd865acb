/* SPDX-License-Identifier: MIT
 *
 * An income table as 100 people, an icon each: it helps readers who find numbers hard, and
 * stands with the numbers, never alone (users.md 2.4).
 */
#include "money/income_fact.h"
#include "money/people.h"
#include "report/text_findings.h"

enum { INDENT = 4 };

/* "were paid nothing", "about  1,150 a year": amounts end in one column. */
static const char *describe(const struct people *people, size_t amount_columns,
                            struct arena *arena)
{
    struct buf amount = BUF_INIT;

    if (ratio_sign(people->average) == 0)
        return "were paid nothing";
    decimal_put(&amount, ratio_round(people->average, 0, RATIO_NEAREST), true);
    const char *text =
        arena_printf(arena, "about %*s a year", (int)amount_columns, buf_text(&amount));
    buf_release(&amount);
    return text;
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

    page_pad(page, 0, INDENT);
    buf_printf(page->out, "%3d %s", people->count, says);
    page_pad(page, INDENT + 4 + utf8_columns(says), column);
    while (left > room) {
        buf_fill(page->out, 'o', room);
        buf_putc(page->out, '\n');
        page_pad(page, 0, column);
        left -= room;
    }
    buf_fill(page->out, 'o', left);
    buf_putc(page->out, '\n');
}

void text_people(struct page *page, const struct assessment *a, const char *name,
                 struct arena *arena)
{
    int number = schema_find_name(&a->pack->schema, name);
    const struct fact *fact = number == FACT_NONE ? NULL : &a->profile->facts[number];
    struct people people[PEOPLE_DRAWN];
    struct income income;
    struct error err;

    if (!fact || !fact_is_known(fact) || !fact->value.text || fact->no_rate ||
        !income_read_fact(fact->value.text, 0, 0, &income, &err))
        return;
    size_t count = income_as_people(&income, people);
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
