/* SPDX-License-Identifier: MIT */
#include "money/check.h"

#include <inttypes.h>

bool check_range(const char *name, decimal value, decimal low, decimal high, const char *unit,
                 struct error *err)
{
    struct buf text = BUF_INIT;

    if (value >= low && value <= high)
        return true;
    buf_puts(&text, "from ");
    decimal_put(&text, low, true);
    buf_printf(&text, "%s to ", unit);
    decimal_put(&text, high, true);
    buf_printf(&text, "%s, not ", unit);
    decimal_put(&text, value, true);
    buf_puts(&text, unit);
    error_set(err, ERROR_USAGE, NULL, 0, "'%s' must be %s", name, buf_text(&text));
    buf_release(&text);
    return false;
}

bool check_all(const struct check *checks, size_t count, struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        const struct check *check = &checks[i];
        bool pct = check->kind == CHECK_PCT;
        if (!check_range(check->name, check->value, 0, (pct ? 100 : CHECK_MOST) * DECIMAL_ONE,
                         pct ? "%" : "", err))
            return false;
    }
    return true;
}

bool check_whole(const char *name, int64_t value, int64_t low, int64_t high, struct error *err)
{
    if (value >= low && value <= high)
        return true;
    return error_set(err, ERROR_USAGE, NULL, 0,
                     "'%s' must be from %" PRId64 " to %" PRId64 ", not %" PRId64, name, low,
                     high, value);
}

bool check_each_pct(const char *name, const decimal *list, size_t count, struct error *err)
{
    for (size_t i = 0; i < count; i++)
        if (!check_range(name, list[i], 0, 100 * DECIMAL_ONE, "%", err))
            return false;
    return true;
}

bool check_each_whole(const char *name, const int64_t *list, size_t count, int64_t low,
                      int64_t high, struct error *err)
{
    for (size_t i = 0; i < count; i++)
        if (!check_whole(name, list[i], low, high, err))
            return false;
    return true;
}

bool check_fits(const struct ratio *results, size_t count, struct error *err)
{
    for (size_t i = 0; i < count; i++)
        if (!ratio_fits(results[i]))
            return error_set(err, ERROR_USAGE, NULL, 0,
                             "the numbers are too large together: a result is over 9e12, or "
                             "has too many digits to be exact");
    return true;
}
