/* SPDX-License-Identifier: MIT
 *
 * The other direction of value.c: values and types as people read them.
 */
#include <string.h>

#include "facts/value.h"

const char *fact_state_name(enum fact_state state)
{
    static const char *const names[] = {"absent", "unknown", "refused", "n/a", "known"};

    return names[state];
}

static void put_unit(struct buf *buf, const struct fact_def *def, const struct value *value)
{
    if (def->type == TYPE_PCT)
        buf_putc(buf, '%');
    if (def->type != TYPE_MONEY && def->type != TYPE_DURATION)
        return;
    buf_putc(buf, ' ');
    buf_puts(buf, def->type == TYPE_MONEY ? value->currency : def->unit);
}

/* Whether the fact's numbers are years, which have no thousands. */
static bool is_years(const struct fact_def *def)
{
    return def->min >= 1000 * DECIMAL_ONE && def->max < 10000 * DECIMAL_ONE;
}

static void put_numeric(struct buf *buf, const struct fact_def *def, const struct value *value)
{
    if (def->type == TYPE_DATE) {
        date_span_put(buf, (struct date_span){(date)value->lo, (date)value->hi});
        return;
    }
    decimal_put(buf, value->lo, !is_years(def));
    if (value->hi != value->lo) {
        buf_puts(buf, "..");
        decimal_put(buf, value->hi, !is_years(def));
    }
    put_unit(buf, def, value);
}

static void put_set(struct buf *buf, const struct fact_def *def, uint32_t members)
{
    const char *comma = "";

    for (size_t i = 0; i < def->value_count; i++) {
        if (!(members >> i & 1))
            continue;
        buf_puts(buf, comma);
        buf_puts(buf, def->values[i]);
        comma = ", ";
    }
}

void value_put(struct buf *buf, const struct fact_def *def, const struct value *value)
{
    if (value->state != FACT_KNOWN)
        buf_puts(buf, fact_state_name(value->state));
    else if (fact_type_is_numeric(def->type))
        put_numeric(buf, def, value);
    else if (def->type == TYPE_BOOL)
        buf_puts(buf, value->lo ? "yes" : "no");
    else if (def->type == TYPE_ENUM)
        buf_puts(buf, def->values[value->lo]);
    else if (def->type == TYPE_SET)
        put_set(buf, def, value->members);
    else
        buf_puts(buf, value->text);
}

static void put_bounds(struct buf *buf, const struct fact_def *def, const char *unit)
{
    buf_puts(buf, " from ");
    decimal_put(buf, def->min, !is_years(def));
    buf_printf(buf, "%s to ", unit);
    decimal_put(buf, def->max, !is_years(def));
    buf_puts(buf, unit);
}

static void put_values(struct buf *buf, const struct fact_def *def)
{
    for (size_t i = 0; i < def->value_count; i++)
        buf_printf(buf, "%s%s", i == 0 ? " of " : ", ", def->values[i]);
}

void value_describe_type(struct buf *buf, const struct fact_def *def)
{
    static const char *const words[TYPE_COUNT] = {
        [TYPE_TEXT] = "text",
        [TYPE_BOOL] = "yes or no",
        [TYPE_INT] = "a whole number",
        [TYPE_NUMBER] = "a number",
        [TYPE_PCT] = "a percentage",
        [TYPE_MONEY] = "an amount such as '99 USD'",
        [TYPE_DATE] = "a date such as 2019, 2019-04, 2019-04-30 or '4 Mar 2019'",
        [TYPE_DURATION] = "a number of ",
        [TYPE_ENUM] = "one",
        [TYPE_SET] = "any",
        [TYPE_COUNTRY_LIST] = "country codes such as 'US, GB'",
        [TYPE_PCT_LIST] = "percentages such as '5%, 3%, 2%', each",
        [TYPE_INCOME_ROWS] = ("rows such as '61% | 0' or '7% | 1150 | 1000 | 1999' (share of "
                              "people | average a year | low | high)"),
        [TYPE_CURRENCY] = "a currency code such as 'USD'",
        [TYPE_URL] = "an address such as 'https://example.org/plan.pdf'",
    };

    buf_puts(buf, words[def->type]);
    if (def->type == TYPE_DURATION)
        buf_puts(buf, def->unit);
    if (def->type == TYPE_DATE)
        buf_printf(buf, ", from %d to %d", (int)(def->min / DECIMAL_ONE),
                   (int)(def->max / DECIMAL_ONE));
    else if (fact_type_is_numeric(def->type))
        put_bounds(buf, def, def->type == TYPE_PCT ? "%" : "");
    else if (def->type == TYPE_PCT_LIST)
        put_bounds(buf, def, "%");
    put_values(buf, def);
}
