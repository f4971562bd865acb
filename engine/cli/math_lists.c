/* SPDX-License-Identifier: MIT */
#include "cli/math_lists.h"

#include <string.h>

static bool read_pct(struct text text, decimal *out)
{
    if (text.len == 0 || text.at[text.len - 1] != '%')
        return false;
    text.len--;
    return decimal_parse(text, out) == DECIMAL_OK;
}

static bool bad(const char *option, const char *wanted, const char *text, struct error *err)
{
    return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' must be like '%s', not '%.*s'", option,
                     wanted, text_shown(text_of(text)), text);
}

static bool too_many(const char *option, int most, struct error *err)
{
    return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' has more than %d parts", option, most);
}

/* "1000..1999", "1000..", "..1999". */
static bool read_range(struct text text, struct income_row *row)
{
    size_t dots = 0;

    while (dots + 1 < text.len && memcmp(text.at + dots, "..", 2) != 0)
        dots++;
    if (dots + 1 >= text.len)
        return false;
    struct text low = {text.at, dots}, high = {text.at + dots + 2, text.len - dots - 2};
    row->has_low = low.len > 0;
    row->has_high = high.len > 0;
    return (row->has_low || row->has_high) &&
           (!row->has_low || decimal_parse(low, &row->low) == DECIMAL_OK) &&
           (!row->has_high || decimal_parse(high, &row->high) == DECIMAL_OK);
}

bool math_row_read(const char *text, struct income_row *out, struct error *err)
{
    struct text rest = text_of(text), share, average, range, more;
    struct income_row row = {0};

    if (!text_next_word(&rest, &share) || !read_pct(share, &row.share_pct) ||
        !text_next_word(&rest, &average) ||
        decimal_parse(average, &row.average) != DECIMAL_OK ||
        (text_next_word(&rest, &range) && !read_range(range, &row)) ||
        text_next_word(&rest, &more))
        return bad("row", "7% 1150' or '7% 1150 1000..1999", text, err);
    *out = row;
    return true;
}

bool math_widths_read(const char *text, int64_t widths[BOUNDS_LEVELS_MAX], size_t *count,
                      struct error *err)
{
    struct text rest = text_of(text), part;
    decimal width;
    size_t n = 0;

    while (text_next_part(&rest, '-', &part)) {
        if (n == BOUNDS_LEVELS_MAX)
            return too_many("tree", BOUNDS_LEVELS_MAX, err);
        if (decimal_parse(part, &width) != DECIMAL_OK || width % DECIMAL_ONE != 0)
            return bad("tree", "6-4-2", text, err);
        widths[n++] = width / DECIMAL_ONE;
    }
    if (n == 0 || text[strlen(text) - 1] == '-')
        return bad("tree", "6-4-2", text, err);
    *count = n;
    return true;
}

bool math_pcts_read(const char *text, decimal pcts[PLAN_LEVELS_MAX], size_t *count,
                    struct error *err)
{
    struct text rest = text_of(text), part;
    size_t n = 0;

    while (text_next_part(&rest, ',', &part)) {
        if (n == PLAN_LEVELS_MAX)
            return too_many("commissions", PLAN_LEVELS_MAX, err);
        if (!read_pct(part, &pcts[n++]))
            return bad("commissions", "5%,5%,2.5%", text, err);
    }
    if (n == 0)
        return bad("commissions", "5%,5%,2.5%", text, err);
    *count = n;
    return true;
}

bool math_scale_read(const char *text, struct plan_step steps[PLAN_STEPS_MAX], size_t *count,
                     struct error *err)
{
    struct text rest = text_of(text), part, points;
    size_t n = 0;

    while (text_next_part(&rest, ',', &part)) {
        if (n == PLAN_STEPS_MAX)
            return too_many("scale", PLAN_STEPS_MAX, err);
        struct plan_step *step = &steps[n++];
        if (!text_next_part(&part, ':', &points) ||
            decimal_parse(points, &step->points) != DECIMAL_OK || !read_pct(part, &step->pct))
            return bad("scale", "100:3%,300:6%", text, err);
    }
    if (n == 0)
        return bad("scale", "100:3%,300:6%", text, err);
    *count = n;
    return true;
}
