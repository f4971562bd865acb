/* SPDX-License-Identifier: MIT
 *
 * What would change if facts were others: the parts add up, the worst comes first, and what is
 * not changed is not listed.
 */
#include "pack_fixture.h"

#include "rows.h"

#include "base/file.h"
#include "insight/change/whatif.h"

enum { CHANGES_MAX = 4 };

static struct text shipped_text(const char *name, struct arena *arena)
{
    struct text text;
    struct error err;

    assert_true(file_read(arena_printf(arena, "%s/profiles/%s.ini", SOURCE_DIR, name), 1 << 20,
                          arena, &text, ERROR_PROFILE, &err));
    return text;
}

static struct profile *parsed(struct rulebook *book, struct text text, struct arena *arena)
{
    const struct pack *pack = rulebook_pack(book);
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct profile *profile = arena_alloc(arena, sizeof *profile);
    struct faults faults = {0};

    if (!profile_parse(text, "test.ini", &pack->schema, &options, arena, profile, &faults))
        fail_msg("line %d: %s", faults.list[0].line, faults.list[0].message);
    return profile;
}

static void compare(struct rulebook *book, const char *name, const struct change *changes,
                    size_t count, struct arena *arena, struct whatif *out)
{
    struct text text = shipped_text(name, arena), new;
    struct error err = {0};

    if (!whatif_edit(text, &rulebook_pack(book)->schema, changes, count, arena, &new, &err))
        fail_msg("%s: %s", name, err.message);
    whatif_compare(book, parsed(book, text, arena), parsed(book, new, arena), arena, out);
}

static const struct {
    const char *label, *profile;
    struct change changes[CHANGES_MAX];
    size_t count;
    const char *shifts; /* rule, outcome before and after */
} rows[] = {
    {"the value it has", "peakrise", {{"plan.levels_paid", "99"}}, 1, ""},
    {"better", "peakrise", {{"levels_paid", "5"}}, 1, "PC06 major>pass\n"},
    {"one taken away",
     "peakrise",
     {{"income_from_recruiting_pct", "unknown"}},
     1,
     "RE02 critical>unknown\n"},
    {"worst first",
     "peakrise",
     {{"levels_paid", "5"},
      {"product.exists", "unknown"},
      {"income_from_recruiting_pct", "5%"}},
     3,
     "PF01 major>open\nPC06 major>pass\nRE02 critical>pass\n"},
};

static void the_findings_that_change_are_listed_worst_first(void **state)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct arena arena = {0};
        struct buf got = BUF_INIT;
        struct whatif w;
        compare(*state, rows[i].profile, rows[i].changes, rows[i].count, &arena, &w);
        for (size_t k = 0; k < w.shift_count; k++) {
            const struct finding *a = w.shifts[k].before, *b = w.shifts[k].after;
            buf_printf(&got, "%s %s>%s\n", a->rule->id,
                       a->span ? "open" : outcome_name(a->outcome),
                       b->span ? "open" : outcome_name(b->outcome));
        }
        ROW_TEXT(rows[i].label, buf_text(&got), rows[i].shifts);
        buf_release(&got);
        arena_release(&arena);
    }
    ROWS_END();
}

static void expect_sums(const struct whatif *w, const char *label)
{
    int64_t earned = 0, possible = 0;

    for (size_t i = 0; i < w->shift_count; i++) {
        if (!w->shifts[i].counts)
            continue;
        earned += w->shifts[i].is.earned - w->shifts[i].was.earned;
        possible += w->shifts[i].is.possible - w->shifts[i].was.possible;
    }
    ROW_INT(label, earned, w->after.tally.earned - w->before.tally.earned);
    ROW_INT(label, possible, w->after.tally.possible - w->before.tally.possible);
    ROW_INT(label, w->earned, earned);
    ROW_INT(label, w->possible, possible);
}

/* Takes each fact that one line states away, by itself. */
static size_t take_each_away(struct rulebook *book, const char *name)
{
    struct arena arena = {0};
    const struct schema *schema = &rulebook_pack(book)->schema;
    const struct profile *profile = parsed(book, shipped_text(name, &arena), &arena);
    size_t shifts = 0;

    for (size_t i = 0; i < schema->fact_count; i++) {
        struct change change = {schema->facts[i].name, "unknown"};
        struct arena own = {0};
        struct whatif w;
        /* Other amounts and dates are read by these two. */
        if (profile->facts[i].count != 1 || strcmp(change.fact, "company.currency") == 0 ||
            strcmp(change.fact, "company.as_of") == 0)
            continue;
        compare(book, name, &change, 1, &own, &w);
        expect_sums(&w, arena_printf(&arena, "%s without %s", name, change.fact));
        shifts += w.shift_count;
        arena_release(&own);
    }
    arena_release(&arena);
    return shifts;
}

static void the_parts_add_up_to_the_change_of_points(void **state)
{
    static const char *const names[] = {"peakrise", "sunleaf", "northlight_social"};
    size_t shifts = 0;

    for (size_t i = 0; i < COUNT(names); i++)
        shifts += take_each_away(*state, names[i]);
    assert_true(shifts > 50);
    ROWS_END();
}

static void changes_that_cannot_be_made_are_refused(void **state)
{
    static const struct {
        const char *label;
        struct change changes[CHANGES_MAX];
        size_t count;
        const char *message;
    } refused[] = {
        {"twice",
         {{"levels_paid", "5"}, {"plan.levels-paid", "6"}},
         2,
         "'plan.levels_paid' is changed twice: give it once"},
        {"no such fact",
         {{"levels_payd", "5"}},
         1,
         "there is no fact 'levels_payd': did you mean 'levels_paid'?"},
        {"second is no value",
         {{"levels_paid", "5"}, {"total_payout_pct", "x"}},
         2,
         "'plan.total_payout_pct' must be a percentage from 0% to 100%, not 'x'"},
    };

    for (size_t i = 0; i < COUNT(refused); i++) {
        struct arena arena = {0};
        struct error err = {0};
        struct text new = {NULL, 0};
        bool ok = whatif_edit(shipped_text("peakrise", &arena), &rulebook_pack(*state)->schema,
                              refused[i].changes, refused[i].count, &arena, &new, &err);
        ROW_INT(refused[i].label, ok || new.at, 0);
        ROW_TEXT(refused[i].label, err.message, refused[i].message);
        arena_release(&arena);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_findings_that_change_are_listed_worst_first),
        cmocka_unit_test(the_parts_add_up_to_the_change_of_points),
        cmocka_unit_test(changes_that_cannot_be_made_are_refused),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
