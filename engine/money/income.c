/* SPDX-License-Identifier: MIT */
#include "money/income.h"

#include <inttypes.h>

#include "money/check.h"

/* --- reading --- */

/* Lowest average first; equal ones stay in their order. */
static void insert_sorted(struct income *income, struct income_people row)
{
    size_t i = income->count++;

    for (; i > 0 && ratio_cmp(income->rows[i - 1].average, row.average) > 0; i--)
        income->rows[i] = income->rows[i - 1];
    income->rows[i] = row;
}

static bool row_check(const struct income_row *row, size_t number, struct error *err)
{
    const struct check checks[] = {
        {"share", CHECK_PCT, row->share_pct},
        {"average", CHECK_MONEY, row->average},
        {"low", CHECK_MONEY, row->has_low ? row->low : 0},
        {"high", CHECK_MONEY, row->has_high ? row->high : 0},
    };
    struct error fault;

    if (!check_all(checks, COUNT(checks), &fault))
        return error_set(err, ERROR_USAGE, NULL, 0, "row %zu: %.400s", number, fault.message);
    if (row->has_low && row->low > row->average)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "row %zu: 'low' must be the average or less", number);
    if (row->has_high && row->high < row->average)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "row %zu: 'high' must be the average or more", number);
    return true;
}

static bool sum_check(decimal sum, struct error *err)
{
    const decimal whole = 100 * DECIMAL_ONE;
    struct buf text = BUF_INIT;

    if (sum == whole)
        return true;
    buf_puts(&text, "the shares sum to ");
    decimal_put(&text, sum, false);
    buf_puts(&text, "%: ");
    decimal_put(&text, sum < whole ? whole - sum : sum - whole, false);
    buf_puts(&text, sum < whole ? "% are missing; add a row for them, of 0 if they were paid "
                                  "nothing"
                                : "% are too many; each person belongs in one row");
    error_set(err, ERROR_USAGE, NULL, 0, "%s", buf_text(&text));
    buf_release(&text);
    return false;
}

static bool table_check(const struct income_table *table, struct error *err)
{
    decimal sum = 0;

    if (table->count == 0 || table->count > INCOME_ROWS_MAX)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "an income table must have from 1 to %d rows, not %zu",
                         INCOME_ROWS_MAX, table->count);
    for (size_t i = 0; i < table->count; i++) {
        if (!row_check(&table->rows[i], i + 1, err))
            return false;
        sum += table->rows[i].share_pct;
    }
    if (!sum_check(sum, err))
        return false;
    if (table->all == 0 && table->active == 0)
        return true;
    if (!check_whole("all", table->all, 1, CHECK_MOST, err) ||
        !check_whole("active", table->active, 0, CHECK_MOST, err))
        return false;
    if (table->active <= table->all)
        return true;
    return error_set(err, ERROR_USAGE, NULL, 0,
                     "'active' must be no more than 'all': %" PRId64 " of %" PRId64
                     " is not possible",
                     table->active, table->all);
}

bool income_read(const struct income_table *table, struct income *out, struct error *err)
{
    struct income income = {.mean = ratio_of(0, 1)};
    const struct ratio zero = ratio_of(0, 1), one = ratio_of(1, 1);

    if (!table_check(table, err))
        return false;
    struct ratio part = table->all > 0 ? ratio_of(table->active, table->all) : one;
    if (table->active < table->all)
        insert_sorted(&income,
                      (struct income_people){ratio_sub(one, part), zero, zero, true, zero});
    for (size_t i = 0; i < table->count; i++) {
        const struct income_row *row = &table->rows[i];
        struct income_people people = {
            .share = ratio_mul(ratio_pct(row->share_pct), part),
            .average = ratio_decimal(row->average),
            .low = row->has_low ? ratio_decimal(row->low) : zero,
            .has_high = row->has_high || row->average == 0, /* none under 0: all are 0 */
            .high = row->has_high ? ratio_decimal(row->high) : zero,
        };
        income.mean = ratio_add(income.mean, ratio_mul(people.share, people.average));
        if (!check_fits(&people.share, 1, err))
            return false;
        insert_sorted(&income, people);
    }
    if (!check_fits(&income.mean, 1, err))
        return false;
    *out = income;
    return true;
}

/* --- what it says --- */

struct ratio income_paid_nothing(const struct income *income)
{
    struct ratio share = ratio_of(0, 1);

    for (size_t i = 0; i < income->count && ratio_sign(income->rows[i].average) == 0; i++)
        share = ratio_add(share, income->rows[i].share);
    return share;
}

size_t income_middle(const struct income *income)
{
    const struct ratio half = ratio_of(1, 2);
    struct ratio so_far = ratio_of(0, 1);
    size_t i = 0;

    for (; i + 1 < income->count; i++) {
        so_far = ratio_add(so_far, income->rows[i].share);
        if (so_far.den == 0 || ratio_cmp(so_far, half) >= 0)
            break;
    }
    return i;
}

bool income_of_top(const struct income *income, decimal pct, struct income_top *out,
                   struct error *err)
{
    struct ratio share = ratio_pct(pct), left = share, money = ratio_of(0, 1);

    if (!check_range("top", pct, 1, 100 * DECIMAL_ONE, "%", err))
        return false;
    for (size_t i = income->count; i-- > 0 && ratio_sign(left) > 0;) {
        const struct income_people *row = &income->rows[i];
        struct ratio taken = ratio_cmp(row->share, left) < 0 ? row->share : left;
        money = ratio_add(money, ratio_mul(taken, row->average));
        left = ratio_sub(left, taken);
        if (!check_fits(&left, 1, err))
            return false;
    }
    bool none = ratio_sign(income->mean) == 0;
    struct ratio results[] = {none ? money : ratio_div(money, income->mean),
                              ratio_div(money, share)};
    if (!check_fits(results, 2, err))
        return false;
    *out = (struct income_top){results[0], results[1]};
    return true;
}

/* The most of a row that can have been paid at least t > 0, as a share of the row. */
static struct ratio row_at_most(const struct income_people *row, struct ratio t)
{
    if (ratio_cmp(row->low, t) >= 0 || ratio_cmp(row->average, t) >= 0)
        return ratio_of(1, 1);
    if (row->has_high && ratio_cmp(row->high, t) < 0)
        return ratio_of(0, 1);
    return ratio_div(row->average, t);
}

bool income_at_least(const struct income *income, struct ratio t, struct ratio *low,
                     struct ratio *high, struct error *err)
{
    struct ratio bounds[] = {ratio_of(0, 1), ratio_of(0, 1)};

    if (!check_fits(&t, 1, err))
        return false;
    if (ratio_sign(t) < 0)
        return error_set(err, ERROR_USAGE, NULL, 0, "the sum to be paid must be 0 or more");
    for (size_t i = 0; i < income->count; i++) {
        const struct income_people *row = &income->rows[i];
        if (ratio_cmp(row->low, t) >= 0)
            bounds[0] = ratio_add(bounds[0], row->share);
        bounds[1] = ratio_add(bounds[1], ratio_mul(row->share, row_at_most(row, t)));
    }
    if (!check_fits(bounds, 2, err))
        return false;
    *low = bounds[0];
    *high = bounds[1];
    return true;
}

/* 1 less twice the area under the Lorenz curve of the rows. */
bool income_gini(const struct income *income, struct ratio *out, struct error *err)
{
    struct ratio money = ratio_of(0, 1), area = ratio_of(0, 1);

    if (ratio_sign(income->mean) == 0) {
        *out = area;
        return true;
    }
    for (size_t i = 0; i < income->count; i++) {
        const struct income_people *row = &income->rows[i];
        struct ratio next = ratio_add(money, ratio_mul(row->share, row->average));
        area = ratio_add(area, ratio_mul(row->share, ratio_add(money, next)));
        money = next;
    }
    struct ratio gini = ratio_sub(ratio_of(1, 1), ratio_div(area, income->mean));
    if (!check_fits(&gini, 1, err))
        return false;
    *out = gini;
    return true;
}
