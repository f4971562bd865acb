/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/iso.h"
#include "facts/value_reading.h"

static bool number_fault(struct reading *r, struct text text, enum decimal_fault fault)
{
    int len = (int)(text.len < 60 ? text.len : 60);

    switch (fault) {
    case DECIMAL_COMMA:
        buf_printf(r->fault,
                   "'%.*s' has a comma that is no thousands separator: write 99.50 or 1,299", len,
                   text.at);
        break;
    case DECIMAL_TOO_PRECISE:
        buf_printf(r->fault, "'%.*s' has more than six decimals", len, text.at);
        break;
    case DECIMAL_TOO_LARGE:
        buf_printf(r->fault, "'%.*s' is too large", len, text.at);
        break;
    case DECIMAL_EXPONENT:
        buf_printf(r->fault, "'%.*s' has an exponent: write the number out", len, text.at);
        break;
    default:
        buf_puts(r->fault, "must be ");
        value_describe_type(r->fault, r->def);
        buf_printf(r->fault, ", not '%.*s'", len, text.at);
    }
    return false;
}

static bool read_decimal(struct reading *r, struct text text, decimal *out)
{
    enum decimal_fault fault = decimal_parse(text, out);

    return fault == DECIMAL_OK || number_fault(r, text, fault);
}

static bool read_number(struct reading *r, struct text text, decimal *out)
{
    if (!read_decimal(r, text, out))
        return false;
    if (r->def->type != TYPE_INT || *out % DECIMAL_ONE == 0)
        return true;
    buf_printf(r->fault, "must be a whole number, not '%.*s'", (int)text.len, text.at);
    return false;
}

static bool read_pct(struct reading *r, struct text text, decimal *out)
{
    decimal bare;
    bool has_sign = text.len > 0 && text.at[text.len - 1] == '%';

    if (has_sign) {
        text.len--;
        return read_decimal(r, text_trim(text), out);
    }
    if (decimal_parse(text, &bare) != DECIMAL_OK)
        return number_fault(r, text, DECIMAL_NOT_A_NUMBER);
    buf_printf(r->fault, "a percentage needs its sign: write '%.*s%%'", (int)text.len, text.at);
    if (bare > 0 && bare < DECIMAL_ONE) {
        buf_puts(r->fault, ", or '");
        decimal_put(r->fault, bare * 100, false);
        buf_puts(r->fault, "%' if that was meant");
    }
    return false;
}

/* Units a duration may be written in, each with its length in the units it can become. Months
 * and days have no fixed exchange, so the one is refused where the other is wanted. */
static const struct {
    const char *word; /* without a plural s */
    const char *unit;
    int factor;
} durations[] = {
    {"hour", "hours", 1},  {"day", "hours", 24}, {"day", "days", 1},
    {"week", "days", 7},   {"month", "months", 1}, {"year", "months", 12},
};

static bool read_duration(struct reading *r, struct text text, decimal *out)
{
    size_t letters = 0;

    while (letters < text.len && is_letter(text.at[text.len - 1 - letters]))
        letters++;
    struct text word = {text.at + text.len - letters, letters};
    struct text number = text_trim((struct text){text.at, text.len - letters});
    if (word.len > 1 && to_lower(word.at[word.len - 1]) == 's')
        word.len--;
    decimal factor = letters == 0 ? 1 : 0;
    for (size_t i = 0; i < COUNT(durations); i++)
        if (reading_same_word(word, durations[i].word) && strcmp(durations[i].unit, r->def->unit) == 0)
            factor = durations[i].factor;
    if (factor == 0)
        return number_fault(r, text, DECIMAL_NOT_A_NUMBER);
    if (!read_decimal(r, number, out))
        return false;
    *out = *out > DECIMAL_MAX / factor ? DECIMAL_MAX : *out * factor;
    if (!r->def->whole || *out % DECIMAL_ONE == 0)
        return true;
    buf_printf(r->fault, "must be a whole number of %s, not '%.*s'", r->def->unit,
               (int)text.len, text.at);
    return false;
}

/* Takes a currency sign or code off either end of *text. */
static bool take_currency(struct reading *r, struct text *text, char currency[4])
{
    static const struct {
        const char *sign, *code;
    } signs[] = {{"$", "USD"}, {"\xe2\x82\xac", "EUR"}, {"\xc2\xa3", "GBP"},
                 {"\xc2\xa5", "JPY"}};
    bool own_dollar = strlen(r->currency) == 3 && strcmp(r->currency + 2, "D") == 0;

    for (size_t i = 0; i < COUNT(signs); i++) {
        size_t len = strlen(signs[i].sign);
        if (text->len < len || memcmp(text->at, signs[i].sign, len) != 0)
            continue;
        /* "$99" in a profile of Canadian dollars is Canadian. */
        memcpy(currency, i == 0 && own_dollar ? r->currency : signs[i].code, 4);
        *text = text_trim((struct text){text->at + len, text->len - len});
        return true;
    }
    if (text->len > 3 && reading_code((struct text){text->at + text->len - 3, 3}, 3, currency))
        *text = text_trim((struct text){text->at, text->len - 3});
    else if (text->len > 3 && reading_code((struct text){text->at, 3}, 3, currency))
        *text = text_trim((struct text){text->at + 3, text->len - 3});
    else
        return false;
    return true;
}

static bool read_money(struct reading *r, struct text text, decimal *out)
{
    char *currency = r->out->currency;
    struct text number = text;
    char code[4] = "";

    if (take_currency(r, &number, code)) {
        if (!iso_is_currency(code)) {
            buf_printf(r->fault, "'%s' is no currency code (ISO 4217): write '99 USD'", code);
            return false;
        }
        if (*currency && strcmp(currency, code) != 0) {
            buf_printf(r->fault, "a range must be in one currency, not %s and %s", currency, code);
            return false;
        }
        memcpy(currency, code, 4);
    }
    return read_decimal(r, number, out);
}

/* The amounts are read; an amount without a currency is in the profile's. */
static bool settle_currency(struct reading *r, struct text text)
{
    if (*r->out->currency)
        return true;
    if (!*r->currency) {
        buf_printf(r->fault, "'%.*s' has no currency: write '%.*s USD', or give [company] "
                             "currency",
                   (int)text.len, text.at, (int)text.len, text.at);
        return false;
    }
    memcpy(r->out->currency, r->currency, 4);
    return true;
}

/* --- dates --- */

static bool read_date(struct reading *r, struct text text, struct date_span *out)
{
    char day_first[16], month_first[16];
    int len = (int)(text.len < 60 ? text.len : 60);

    switch (date_parse(text, out)) {
    case DATE_OK:
        return true;
    case DATE_SLASHES:
        date_slash_readings(text, day_first, month_first);
        buf_printf(r->fault, "'%.*s' can be read as %s or as %s: write the one you mean", len,
                   text.at, day_first, month_first);
        return false;
    case DATE_NO_SUCH_DAY:
        buf_printf(r->fault, "'%.*s' is a day that does not exist", len, text.at);
        return false;
    default:
        return number_fault(r, text, DECIMAL_NOT_A_NUMBER);
    }
}

/* --- ranges, about, bounds --- */

static bool read_one(struct reading *r, struct text text, decimal *lo, decimal *hi)
{
    struct date_span span;
    bool ok;

    switch (r->def->type) {
    case TYPE_DATE:
        if (!read_date(r, text, &span))
            return false;
        *lo = span.first;
        *hi = span.last;
        return true;
    case TYPE_PCT:
        ok = read_pct(r, text, lo);
        break;
    case TYPE_MONEY:
        ok = read_money(r, text, lo);
        break;
    case TYPE_DURATION:
        ok = read_duration(r, text, lo);
        break;
    default:
        ok = read_number(r, text, lo);
    }
    *hi = *lo;
    return ok;
}

static const char *find_dots(struct text text)
{
    for (size_t i = 1; i + 2 < text.len; i++)
        if (text.at[i] == '.' && text.at[i + 1] == '.')
            return text.at + i;
    return NULL;
}

/* "20..30%": the sign, unit or currency at the end goes for both ends. */
static bool read_range(struct reading *r, struct text text, const char *dots)
{
    struct text low = text_trim((struct text){text.at, (size_t)(dots - text.at)});
    struct text high =
        text_trim((struct text){dots + 2, text.len - (size_t)(dots + 2 - text.at)});
    decimal skip;
    bool bare_pct = r->def->type == TYPE_PCT && decimal_parse(low, &skip) == DECIMAL_OK;

    if (bare_pct)
        low = text_of(arena_printf(r->arena, "%.*s%%", (int)low.len, low.at));
    if (r->def->type == TYPE_DURATION && decimal_parse(low, &skip) == DECIMAL_OK) {
        size_t number = 0;
        while (number < high.len && !is_letter(high.at[number]))
            number++;
        low = text_of(arena_printf(r->arena, "%.*s%.*s", (int)low.len, low.at,
                                   (int)(high.len - number), high.at + number));
    }
    if (!read_one(r, low, &r->out->lo, &skip) || !read_one(r, high, &skip, &r->out->hi))
        return false;
    if (r->out->lo <= r->out->hi)
        return true;
    buf_printf(r->fault, "'%.*s' runs from the larger to the smaller: turn it round",
               (int)text.len, text.at);
    return false;
}

static decimal round_to_whole(decimal value)
{
    decimal half = value < 0 ? -DECIMAL_ONE / 2 : DECIMAL_ONE / 2;

    return (value + half) / DECIMAL_ONE * DECIMAL_ONE;
}

/* "~120": a tenth to both sides, cut to the fact's range. */
static void widen(struct reading *r)
{
    struct value *v = r->out;
    decimal tenth = (v->lo < 0 ? -v->lo : v->lo) / 100 * ABOUT_PCT;
    bool whole = r->def->type == TYPE_INT || r->def->whole;

    v->about = true;
    v->lo -= tenth;
    v->hi += tenth;
    if (whole) {
        v->lo = round_to_whole(v->lo);
        v->hi = round_to_whole(v->hi);
    }
    v->lo = v->lo < r->def->min ? r->def->min : v->lo;
    v->hi = v->hi > r->def->max ? r->def->max : v->hi;
}

static bool check_bounds(struct reading *r, struct text text)
{
    decimal lo = r->def->min, hi = r->def->max;

    if (r->def->type == TYPE_DATE) {
        lo = date_of((int)(lo / DECIMAL_ONE), 1, 1);
        hi = date_of((int)(hi / DECIMAL_ONE), 12, 31);
    }
    if (r->out->lo >= lo && r->out->hi <= hi)
        return true;
    buf_puts(r->fault, "must be ");
    value_describe_type(r->fault, r->def);
    buf_printf(r->fault, ", not '%.*s'", (int)(text.len < 60 ? text.len : 60), text.at);
    return false;
}

bool reading_numeric(struct reading *r, struct text text)
{
    struct text number = text;
    bool about = text.len > 1 && text.at[0] == '~';
    const char *dots = find_dots(text);

    if (about)
        number = text_trim((struct text){text.at + 1, text.len - 1});
    if (about && (dots || r->def->type == TYPE_DATE)) {
        buf_printf(r->fault, "'~' goes with one number, not '%.*s'", (int)text.len, text.at);
        return false;
    }
    bool ok = dots ? read_range(r, number, dots)
                   : read_one(r, number, &r->out->lo, &r->out->hi);
    if (!ok || (r->def->type == TYPE_MONEY && !settle_currency(r, number)) ||
        !check_bounds(r, text))
        return false;
    if (about)
        widen(r);
    return true;
}
