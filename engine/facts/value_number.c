/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/iso.h"
#include "facts/value_reading.h"

/* What people write, and how it is written here. */
static const char *spelling_hint(struct text text)
{
    if (text.len > 6 && memcmp(text.at, "about ", 6) == 0)
        return " (for about, write ~200)";
    for (size_t i = 1; i + 1 < text.len; i++)
        if (text.at[i] == '-' && is_digit(text.at[i - 1]) && is_digit(text.at[i + 1]))
            return " (for a range, write 20..30)";
    if (text_is(text, "none"))
        return " (where there is none, write 0)";
    return "";
}

static bool number_fault(struct reading *r, struct text text, enum decimal_fault fault)
{
    int len = text_shown(text);

    switch (fault) {
    case DECIMAL_COMMA:
        buf_printf(r->fault,
                   "'%.*s' has a comma that is no thousands separator: write 99.50 or 1,299",
                   len, text.at);
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
        buf_puts(r->fault, spelling_hint(text));
    }
    return false;
}

/* Reads 'number', which is 'text' without its sign, unit or currency; faults show all of it. */
static bool read_decimal(struct reading *r, struct text number, struct text text, decimal *out)
{
    enum decimal_fault fault = decimal_parse(number, out);

    return fault == DECIMAL_OK || number_fault(r, text, fault);
}

static bool read_number(struct reading *r, struct text text, decimal *out)
{
    if (!read_decimal(r, text, text, out))
        return false;
    if (r->def->type != TYPE_INT || *out % DECIMAL_ONE == 0)
        return true;
    buf_printf(r->fault, "must be a whole number, not '%.*s'", text_shown(text), text.at);
    return false;
}

static bool read_pct(struct reading *r, struct text text, decimal *out)
{
    decimal bare;
    bool has_sign = text.len > 0 && text.at[text.len - 1] == '%';

    if (has_sign)
        return read_decimal(r, text_trim((struct text){text.at, text.len - 1}), text, out);
    if (decimal_parse(text, &bare) != DECIMAL_OK)
        return number_fault(r, text, DECIMAL_NOT_A_NUMBER);
    buf_printf(r->fault, "a percentage needs its sign: write '%.*s%%'", text_shown(text),
               text.at);
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
    {"hour", "hours", 1}, {"day", "hours", 24},   {"day", "days", 1},
    {"week", "days", 7},  {"month", "months", 1}, {"year", "months", 12},
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
        if (text_same(word, text_of(durations[i].word)) &&
            strcmp(durations[i].unit, r->def->unit) == 0)
            factor = durations[i].factor;
    if (factor == 0)
        return number_fault(r, text, DECIMAL_NOT_A_NUMBER);
    if (!read_decimal(r, number, text, out))
        return false;
    if (!decimal_mul_div(*out, factor, 1, out))
        return number_fault(r, text, DECIMAL_TOO_LARGE);
    if (!r->def->whole || *out % DECIMAL_ONE == 0)
        return true;
    buf_printf(r->fault, "must be a whole number of %s, not '%.*s'", r->def->unit,
               text_shown(text), text.at);
    return false;
}

/* Currency signs; 'shared' are the other currencies that are written with it at home. */
static const struct {
    const char *sign, *code, *shared;
} signs[] = {
    {"$", "USD",
     "ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP CVE DOP FJD GYD HKD JMD KYD LRD "
     "MXN NAD NZD SBD SGD SRD TTD TWD UYU XCD"},
    {"\xe2\x82\xac", "EUR", ""},
    {"\xc2\xa3", "GBP", "EGP FKP GIP LBP SDG SHP SSP SYP"},
    {"\xc2\xa5", "JPY", "CNY"},
};

/* "$99" in a profile of Canadian dollars is Canadian. */
static bool take_sign(struct reading *r, struct text *text, char currency[4])
{
    for (size_t i = 0; i < COUNT(signs); i++) {
        size_t len = strlen(signs[i].sign);
        if (text->len < len || memcmp(text->at, signs[i].sign, len) != 0)
            continue;
        bool own = *r->currency && strstr(signs[i].shared, r->currency);
        memcpy(currency, own ? r->currency : signs[i].code, 4);
        *text = text_trim((struct text){text->at + len, text->len - len});
        return true;
    }
    return false;
}

/* Takes a currency sign or code off either end of *text; letters that go on are no code. */
static bool take_currency(struct reading *r, struct text *text, char currency[4])
{
    if (take_sign(r, text, currency))
        return true;
    if (text->len <= 3)
        return false;
    size_t before = text->len - 3;
    if (!is_letter(text->at[before - 1]) &&
        reading_code((struct text){text->at + before, 3}, 3, currency))
        *text = text_trim((struct text){text->at, before});
    else if (!is_letter(text->at[3]) && reading_code((struct text){text->at, 3}, 3, currency))
        *text = text_trim((struct text){text->at + 3, before});
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
            buf_printf(r->fault, "a range must be in one currency, not %s and %s", currency,
                       code);
            return false;
        }
        memcpy(currency, code, 4);
    }
    return read_decimal(r, number, text, out);
}

/* The amounts are read; an amount without a currency is in the profile's. */
static bool settle_currency(struct reading *r, struct text text)
{
    if (*r->out->currency)
        return true;
    if (!*r->currency) {
        buf_printf(r->fault,
                   "'%.*s' has no currency: write '%.*s USD', or give [company] "
                   "currency",
                   text_shown(text), text.at, text_shown(text), text.at);
        return false;
    }
    memcpy(r->out->currency, r->currency, 4);
    return true;
}

/* --- dates --- */

/* "03/04/2019": shows both readings, or the only one. */
static bool slash_fault(struct reading *r, struct text text)
{
    char day_first[16], month_first[16];

    date_slash_readings(text, day_first, month_first);
    bool has_day_first = *day_first != '?', has_month_first = *month_first != '?';
    if (!has_day_first && !has_month_first)
        return number_fault(r, text, DECIMAL_NOT_A_NUMBER);
    if (has_day_first && has_month_first && strcmp(day_first, month_first) != 0)
        buf_printf(r->fault, "'%.*s' can be read as %s or as %s: write the one you mean",
                   text_shown(text), text.at, day_first, month_first);
    else
        buf_printf(r->fault, "'%.*s' has slashes: write %s", text_shown(text), text.at,
                   has_day_first ? day_first : month_first);
    return false;
}

static bool read_date(struct reading *r, struct text text, struct date_span *out)
{
    switch (date_parse(text, out)) {
    case DATE_OK:
        return true;
    case DATE_SLASHES:
        return slash_fault(r, text);
    case DATE_NO_SUCH_DAY:
        buf_printf(r->fault, "'%.*s' is a day that does not exist", text_shown(text), text.at);
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
               text_shown(text), text.at);
    return false;
}

/* "~120": a tenth to both sides, a whole tenth where the fact is whole, cut to its range. */
static void widen(struct reading *r)
{
    struct value *v = r->out;
    bool whole = r->def->type == TYPE_INT || r->def->whole;
    decimal tenth = 0;

    decimal_mul_div(v->lo < 0 ? -v->lo : v->lo, ABOUT_PCT, 100, &tenth);
    if (whole)
        tenth = (tenth + DECIMAL_ONE / 2) / DECIMAL_ONE * DECIMAL_ONE;
    v->about = true;
    v->lo = v->lo < tenth - DECIMAL_MAX ? -DECIMAL_MAX : v->lo - tenth;
    v->hi = v->hi > DECIMAL_MAX - tenth ? DECIMAL_MAX : v->hi + tenth;
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
    buf_printf(r->fault, ", not '%.*s'", text_shown(text), text.at);
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
        buf_printf(r->fault, "'~' goes with one number, not '%.*s'", text_shown(text), text.at);
        return false;
    }
    bool ok =
        dots ? read_range(r, number, dots) : read_one(r, number, &r->out->lo, &r->out->hi);
    if (!ok || (r->def->type == TYPE_MONEY && !settle_currency(r, number)) ||
        !check_bounds(r, text))
        return false;
    if (about)
        widen(r);
    return true;
}
