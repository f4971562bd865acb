/* SPDX-License-Identifier: MIT */
#include "facts/value_lists.h"

#include <string.h>

#include "facts/value_reading.h"

/* --- one plain number, read as a fact of its own would be --- */

static bool read_plain(struct reading *r, const struct fact_def *def, struct text text,
                       decimal *out, char currency[4])
{
    const char *usual = *r->out->currency ? r->out->currency : r->currency;
    struct value value = {.state = FACT_KNOWN};
    struct reading one = {def, usual, r->arena, &value, r->fault};

    if (!reading_numeric(&one, text))
        return false;
    if (value.about || value.lo != value.hi) {
        buf_printf(r->fault, "wants plain numbers, not '%.*s'", text_shown(text), text.at);
        return false;
    }
    *out = value.lo;
    memcpy(currency, value.currency, sizeof value.currency);
    return true;
}

static bool keep_text(struct reading *r, struct buf *list)
{
    r->out->text = arena_copy(r->arena, buf_text(list), list->len);
    buf_release(list);
    return true;
}

static bool is_malformed(struct reading *r, struct text text)
{
    buf_puts(r->fault, "must be ");
    value_describe_type(r->fault, r->def);
    buf_printf(r->fault, ", not '%.*s'", text_shown(text), text.at);
    return false;
}

/* --- percentages --- */

bool reading_pct_list(struct reading *r, struct text text)
{
    const struct fact_def pct = {.type = TYPE_PCT, .min = r->def->min, .max = r->def->max};
    struct text rest = text, part;
    struct buf list = BUF_INIT;
    char none[4];
    decimal value;

    while (text_next_part(&rest, ',', &part)) {
        if (part.len == 0)
            continue;
        if (!read_plain(r, &pct, part, &value, none)) {
            buf_release(&list);
            return false;
        }
        buf_puts(&list, list.len > 0 ? PCT_LIST_BETWEEN : "");
        decimal_put(&list, value, false);
        buf_putc(&list, '%');
    }
    if (list.len == 0)
        return is_malformed(r, text);
    return keep_text(r, &list);
}

size_t pct_list_parts(const char *text, decimal out[PCT_LIST_MAX])
{
    struct text rest = text_of(text), part;
    size_t count = 0;

    for (; text_next_part(&rest, ',', &part); count++) {
        part.len -= part.len > 0; /* the sign */
        if (count < PCT_LIST_MAX)
            decimal_parse(part, &out[count]);
    }
    return count;
}

/* --- rows of an income table --- */

/* Amounts of one row are in one currency. */
static bool read_amount(struct reading *r, struct text text, struct income_line *line,
                        decimal *out)
{
    const struct fact_def money = {.type = TYPE_MONEY, .min = r->def->min, .max = r->def->max};
    char currency[4];

    if (!read_plain(r, &money, text, out, currency))
        return false;
    if (*r->out->currency && strcmp(r->out->currency, currency) != 0) {
        buf_printf(r->fault, "must be in one currency, not %s and %s", r->out->currency,
                   currency);
        return false;
    }
    memcpy(line->currency, currency, sizeof currency);
    memcpy(r->out->currency, currency, sizeof currency);
    return true;
}

static bool check_order(struct reading *r, const struct income_line *line, struct text text)
{
    if ((!line->has_low || line->low <= line->average) &&
        (!line->has_high || line->average <= line->high))
        return true;
    buf_printf(r->fault,
               "'%.*s' must have its average between low and high: share | average | low | "
               "high",
               text_shown(text), text.at);
    return false;
}

/* "7% | 1150 | 1000 | 1999"; low or high may be left out or empty. */
static bool read_line(struct reading *r, struct text text, struct income_line *line)
{
    const struct fact_def pct = {.type = TYPE_PCT, .max = 100 * DECIMAL_ONE};
    struct text rest = text, share, average, low = {"", 0}, high = {"", 0}, more;
    char none[4];

    if (!text_next_part(&rest, '|', &share) || !text_next_part(&rest, '|', &average) ||
        (text_next_part(&rest, '|', &low) && text_next_part(&rest, '|', &high) &&
         text_next_part(&rest, '|', &more)))
        return is_malformed(r, text);
    line->has_low = low.len > 0;
    line->has_high = high.len > 0;
    return read_plain(r, &pct, share, &line->share_pct, none) &&
           read_amount(r, average, line, &line->average) &&
           (!line->has_low || read_amount(r, low, line, &line->low)) &&
           (!line->has_high || read_amount(r, high, line, &line->high)) &&
           check_order(r, line, text);
}

static void put_amount(struct buf *buf, decimal amount, const char *currency)
{
    buf_putc(buf, ' ');
    decimal_put(buf, amount, false);
    buf_printf(buf, " %s", currency);
}

void income_line_put(struct buf *buf, const struct income_line *line)
{
    decimal_put(buf, line->share_pct, false);
    buf_puts(buf, "% |");
    put_amount(buf, line->average, line->currency);
    if (line->has_low || line->has_high)
        buf_puts(buf, " |");
    if (line->has_low)
        put_amount(buf, line->low, line->currency);
    if (line->has_high) {
        buf_puts(buf, " |");
        put_amount(buf, line->high, line->currency);
    }
}

bool reading_income_lines(struct reading *r, struct text text)
{
    struct text rest = text, part;
    struct buf list = BUF_INIT;

    while (text_next_part(&rest, ';', &part)) {
        struct income_line line = {0};
        if (part.len == 0)
            continue;
        if (!read_line(r, part, &line)) {
            buf_release(&list);
            return false;
        }
        buf_puts(&list, list.len > 0 ? INCOME_LINES_BETWEEN : "");
        income_line_put(&list, &line);
    }
    if (list.len == 0)
        return is_malformed(r, text);
    return keep_text(r, &list);
}

/* "1150 USD", as put_amount writes it; false where there is none. */
static bool take_amount(struct text text, decimal *out, char currency[4])
{
    if (text.len < 5)
        return false;
    memcpy(currency, text.at + text.len - 3, 3);
    return decimal_parse((struct text){text.at, text.len - 4}, out) == DECIMAL_OK;
}

static struct income_line take_line(struct text text)
{
    struct income_line line = {0};
    struct text rest = text, part;

    if (text_next_part(&rest, '|', &part) && part.len > 0)
        decimal_parse((struct text){part.at, part.len - 1}, &line.share_pct);
    if (text_next_part(&rest, '|', &part))
        take_amount(part, &line.average, line.currency);
    if (text_next_part(&rest, '|', &part))
        line.has_low = take_amount(part, &line.low, line.currency);
    if (text_next_part(&rest, '|', &part))
        line.has_high = take_amount(part, &line.high, line.currency);
    return line;
}

size_t income_lines_parts(const char *text, struct income_line out[INCOME_LINES_MAX])
{
    struct text rest = text_of(text), part;
    size_t count = 0;

    for (; text_next_part(&rest, ';', &part); count++)
        if (count < INCOME_LINES_MAX)
            out[count] = take_line(part);
    return count;
}
