/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/iso.h"
#include "facts/value_reading.h"

/* --- words: bool, enum, set, codes, text --- */

static bool parse_text(struct reading *r, struct text text)
{
    r->out->text = arena_copy(r->arena, text.at, text.len);
    return true;
}

static bool parse_bool(struct reading *r, struct text text)
{
    static const char *const words[] = {"no", "yes", "false", "true", "off",
                                        "on", "n",   "y",     "0",    "1"};

    for (size_t i = 0; i < COUNT(words); i++) {
        if (text_same(text, text_of(words[i]))) {
            r->out->lo = r->out->hi = (decimal)(i % 2);
            return true;
        }
    }
    buf_printf(r->fault, "must be yes or no, not '%.*s'", text_shown(text), text.at);
    return false;
}

/* "must be any of own_sales, fees, not 'fee'" */
static bool must_be(struct reading *r, struct text text)
{
    buf_puts(r->fault, "must be ");
    value_describe_type(r->fault, r->def);
    buf_printf(r->fault, ", not '%.*s'", text_shown(text), text.at);
    return false;
}

/* The number of the named value; blanks, '-' and '_' are the same, case is nothing. */
static bool find_value(struct reading *r, struct text text, size_t *out)
{
    char folded[64];
    size_t len = text.len < sizeof folded ? text.len : 0;

    for (size_t i = 0; i < len; i++)
        folded[i] = is_blank(text.at[i]) || text.at[i] == '-' ? '_' : to_lower(text.at[i]);
    struct text name = {folded, len};
    for (size_t i = 0; i < r->def->value_count; i++) {
        if (text_is(name, r->def->values[i])) {
            *out = i;
            return true;
        }
    }
    must_be(r, text);
    const char *nearest = text_nearest(name, r->def->values, r->def->value_count);
    if (nearest)
        buf_printf(r->fault, " (did you mean '%s'?)", nearest);
    return false;
}

static bool parse_enum(struct reading *r, struct text text)
{
    size_t number;

    if (!find_value(r, text, &number))
        return false;
    r->out->lo = r->out->hi = (decimal)number;
    return true;
}

static bool parse_set(struct reading *r, struct text text)
{
    struct text rest = text, part;
    size_t number;

    while (text_next_part(&rest, ',', &part)) {
        if (part.len == 0)
            continue;
        if (!find_value(r, part, &number))
            return false;
        r->out->members |= UINT32_C(1) << number;
    }
    return r->out->members || must_be(r, text);
}

/* Copies 'len' letters in upper case; false where it is not that many letters. */
bool reading_code(struct text text, size_t len, char *code)
{
    if (text.len != len)
        return false;
    for (size_t i = 0; i < len; i++) {
        if (!is_letter(text.at[i]))
            return false;
        code[i] = (char)(to_lower(text.at[i]) - 'a' + 'A');
    }
    code[len] = '\0';
    return true;
}

/* Appends a code, after a comma where one stands already; "XX, " is the longest. */
static size_t append_code(char *end, bool comma, const char code[3])
{
    size_t skip = comma ? 2 : 0;

    memcpy(end, ", ", skip);
    memcpy(end + skip, code, 3);
    return skip + 2;
}

static bool no_country(struct reading *r, struct text text)
{
    buf_printf(r->fault,
               "must be two-letter country codes (ISO 3166-1) such as 'US, GB', not '%.*s'",
               text_shown(text), text.at);
    return false;
}

static bool parse_country_list(struct reading *r, struct text text)
{
    char *list = arena_alloc(r->arena, 2 * text.len + 3), *end = list;
    struct text rest = text, part;

    while (text_next_part(&rest, ',', &part)) {
        char code[3];
        if (part.len == 0)
            continue;
        if (!reading_code(part, 2, code) || !iso_is_country(code))
            return no_country(r, part);
        end += append_code(end, end > list, code);
    }
    r->out->text = list;
    return end > list || no_country(r, text);
}

static bool parse_currency(struct reading *r, struct text text)
{
    char code[4];

    if (!reading_code(text, 3, code) || !iso_is_currency(code)) {
        buf_printf(r->fault, "must be a currency code (ISO 4217) such as 'USD', not '%.*s'",
                   text_shown(text), text.at);
        return false;
    }
    r->out->text = arena_copy(r->arena, code, 3);
    return true;
}

static bool parse_url(struct reading *r, struct text text)
{
    bool web = (text.len > 8 && memcmp(text.at, "https://", 8) == 0) ||
               (text.len > 7 && memcmp(text.at, "http://", 7) == 0);

    if (!web || memchr(text.at, ' ', text.len) || memchr(text.at, '\t', text.len)) {
        buf_printf(r->fault, "must be an address such as 'https://example.org/plan.pdf'");
        return false;
    }
    return parse_text(r, text);
}

/* --- one entry for all --- */

static bool parse_state(struct text text, enum fact_state *out)
{
    if (text.len == 0 || text_is(text, "?") || text_same(text, text_of("unknown")))
        *out = FACT_UNKNOWN;
    else if (text_same(text, text_of("refused")))
        *out = FACT_REFUSED;
    else if (text_same(text, text_of("n/a")))
        *out = FACT_NOT_APPLICABLE;
    else
        return false;
    return true;
}

bool value_parse(const struct fact_def *def, struct text written, bool quoted,
                 const char *currency, struct arena *arena, struct value *out,
                 struct buf *fault)
{
    static bool (*const parsers[TYPE_COUNT])(struct reading *, struct text) = {
        [TYPE_TEXT] = parse_text,
        [TYPE_BOOL] = parse_bool,
        [TYPE_INT] = reading_numeric,
        [TYPE_NUMBER] = reading_numeric,
        [TYPE_PCT] = reading_numeric,
        [TYPE_MONEY] = reading_numeric,
        [TYPE_DATE] = reading_numeric,
        [TYPE_DURATION] = reading_numeric,
        [TYPE_ENUM] = parse_enum,
        [TYPE_SET] = parse_set,
        [TYPE_COUNTRY_LIST] = parse_country_list,
        [TYPE_PCT_LIST] = reading_pct_list,
        [TYPE_INCOME_ROWS] = reading_income_lines,
        [TYPE_CURRENCY] = parse_currency,
        [TYPE_URL] = parse_url,
    };
    struct value value = {.state = FACT_KNOWN};
    struct reading r = {def, currency, arena, &value, fault};

    if ((quoted || !parse_state(written, &value.state)) && !parsers[def->type](&r, written))
        return false;
    *out = value;
    return true;
}
