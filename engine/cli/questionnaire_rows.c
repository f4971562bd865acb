/* SPDX-License-Identifier: MIT
 *
 * The answer that is a table: rows are taken one by one, each checked as it comes.
 */
#include "cli/questionnaire_part.h"

/* "180": a number and no more, so that a message quotes what was typed. */
static bool lacks_currency(struct text part)
{
    return part.len > 0 && is_digit(part.at[0]) && is_digit(part.at[part.len - 1]);
}

/* A row in the currency of all other amounts, where its own have none. */
static void put_row(struct buf *out, struct text row, const char *currency)
{
    struct text part;

    for (size_t i = 0; text_next_part(&row, '|', &part); i++) {
        buf_puts(out, i ? " | " : "");
        buf_put(out, part.at, part.len);
        if (i > 0 && *currency && lacks_currency(part))
            buf_printf(out, " %s", currency);
    }
}

/* Whether these are rows, be they the whole table or not; tells what is wrong with them. */
static bool are_rows(struct dialogue *d, int fact, const char *rows)
{
    const struct fact_def *def = &d->now.schema->facts[fact];
    struct buf fault = BUF_INIT;
    struct value value;
    bool ok = value_parse(def, text_of(rows), false, "", &d->now.arena, &value, &fault);

    if (!ok)
        dialogue_tell(d, arena_printf(&d->now.arena, "'%s' %s", def->name, buf_text(&fault)));
    buf_release(&fault);
    return ok;
}

/* Adds what was typed to the rows so far, if it is rows. */
static void take_row(struct dialogue *d, int fact, struct text given, struct buf *rows)
{
    struct buf more = BUF_INIT;
    struct text row;

    buf_puts(&more, buf_text(rows));
    while (text_next_part(&given, ';', &row)) {
        buf_puts(&more, more.len > 0 && row.len > 0 ? "; " : "");
        put_row(&more, row, d->now.profile.currency);
    }
    if (are_rows(d, fact, buf_text(&more))) {
        buf_reset(rows);
        buf_puts(rows, buf_text(&more));
    }
    buf_release(&more);
}

/* Puts the rows into the profile, if they are the whole table. */
static bool put_table(struct dialogue *d, int fact, const struct buf *rows, enum step *step)
{
    return rows->len > 0 && dialogue_keep(d, fact, buf_text(rows), step);
}

/* At an empty line. */
static bool end_table(struct dialogue *d, int fact, const struct buf *rows, enum step *step)
{
    bool whole = put_table(d, fact, rows, step);

    if (!whole)
        dialogue_tell(d, "    another row, or b to take the rows back");
    return whole;
}

bool dialogue_take_rows(struct dialogue *d, int fact, struct text first, enum step *step)
{
    struct buf rows = BUF_INIT, line = BUF_INIT;
    bool whole = false, back = false, stop = false;

    *step = STEP_ON;
    take_row(d, fact, first, &rows);
    while (!whole && !back && !stop && dialogue_hear(d, "> ", &line, step)) {
        struct text given = dialogue_line(&line);
        back = text_same(given, text_of("b"));
        stop = text_same(given, text_of("q"));
        *step = stop ? STEP_STOP : STEP_ON;
        if (given.len == 0)
            whole = end_table(d, fact, &rows, step);
        else if (back)
            dialogue_tell(d, "    the rows are taken back: begin again, or ? for no table");
        else if (text_same(given, text_of("h")))
            dialogue_show_find(d, fact);
        else if (!stop)
            take_row(d, fact, given, &rows);
    }
    if (*step == STEP_STOP || *step == STEP_INTERRUPTED)
        put_table(d, fact, &rows, step);
    buf_release(&rows);
    buf_release(&line);
    return whole || *step != STEP_ON;
}
