/* SPDX-License-Identifier: MIT
 *
 * Companies side by side: what differs and what does not, whose scores are apart, and what a
 * year costs and brings beside a job.
 */
#include "pack_fixture.h"

#include "rows.h"

#include "insight/change/compare.h"

static const struct {
    const char *label, *given;
    const char *wanted; /* "wage hours currency month year", or the start of the fault */
} jobs[] = {
    {"as in the help", "15 USD/h, 35 h", "15 35 USD 525 6300"},
    {"blanks are free", "  15USD / h ,35h ", "15 35 USD 525 6300"},
    {"a wage in thousands", "1,500 JPY/h, 160 h", "1500 160 JPY 240000 2880000"},
    {"cents and half hours", "12.40 EUR/h, 30.5 h", "12.4 30.5 EUR 378.2 4538.4"},
    {"no pay is a job too", "0 USD/h, 10 h", "0 10 USD 0 0"},
    {"no hours", "15 USD/h", "'--job' must be"},
    {"hours of nothing", "15 USD/h, 0 h", "'--job' must be"},
    {"more hours than a month has", "15 USD/h, 745 h", "'--job' must be"},
    {"all the hours of a month", "1 USD/h, 744 h", "1 744 USD 744 8928"},
    {"less than nothing", "-15 USD/h, 35 h", "'--job' must be"},
    {"a wage a day", "15 USD/d, 35 h", "'--job' must be"},
    {"hours without their unit", "15 USD/h, 35", "'--job' must be"},
    {"no currency", "15/h, 35 h", "'--job' must be"},
    {"no currency that is in use", "15 ABC/h, 35 h", "'--job' needs a currency"},
    {"empty", "", "'--job' must be"},
};

static void a_job_is_a_wage_and_hours_a_month(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(jobs); i++) {
        struct buf got = BUF_INIT;
        struct error err = {0};
        struct job job;
        if (job_parse(jobs[i].given, &job, &err)) {
            const decimal numbers[] = {job.wage, job.hours, job.month, job.year};
            for (size_t k = 0; k < COUNT(numbers); k++) {
                decimal_put(&got, numbers[k], false);
                buf_puts(&got, k == 1 ? " " : "");
                buf_puts(&got, k == 1 ? job.currency : "");
                buf_puts(&got, k < 3 ? " " : "");
            }
        } else {
            buf_put(&got, err.message, strnlen(err.message, strlen(jobs[i].wanted)));
        }
        ROW_TEXT(jobs[i].label, buf_text(&got), jobs[i].wanted);
        buf_release(&got);
    }
    ROWS_END();
}

static const struct {
    const char *label;
    struct score a, b;
    bool close;
} pairs[] = {
    {"apart", {true, 20, 10, 30, 0}, {true, 50, 40, 60, 0}, false},
    {"they touch", {true, 20, 10, 40, 0}, {true, 50, 40, 60, 0}, true},
    {"one inside the other", {true, 50, 10, 90, 0}, {true, 50, 40, 60, 0}, true},
    {"nothing open, equal", {true, 50, 50, 50, 0}, {true, 50, 50, 50, 0}, true},
    {"nothing open, apart", {true, 50, 50, 50, 0}, {true, 51, 51, 51, 0}, false},
    {"one is quite open", {false, 0, 0, 100000, 0}, {true, 99, 99, 99, 0}, true},
};

static void scores_whose_ranges_meet_are_too_close_to_call(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(pairs); i++) {
        ROW_INT(pairs[i].label, compare_is_close(&pairs[i].a, &pairs[i].b), pairs[i].close);
        ROW_INT(pairs[i].label, compare_is_close(&pairs[i].b, &pairs[i].a), pairs[i].close);
    }
    ROWS_END();
}

static const struct {
    const char *label, *a, *b;
    const char *facts; /* that differ; '|' where those start that no rule of the score reads */
    size_t same;
} fact_rows[] = {
    {"alike", "[plan]\nlevels_paid = 5\n", "[plan]\nlevels-paid = 5\n", "|", 1},
    {"silence is silence", "[plan]\nlevels_paid = unknown\n", "", "|", 0},
    {"refused is not silence", "[exit]\nbuyback_pct = refused\n", "", "exit.buyback_pct |", 0},
    {"a range is not its end", "[plan]\nlevels_paid = 5\n", "[plan]\nlevels_paid = 5..6\n",
     "plan.levels_paid |", 0},
    {"currencies differ", "[cost]\njoin_fee = 5 USD\n", "[cost]\njoin_fee = 5 EUR\n",
     "cost.join_fee |", 0},
    {"read for the score first", "[company]\nname = A\n[plan]\nlevels_paid = 5\n",
     "[company]\nname = B\n[plan]\nlevels_paid = 6\n", "plan.levels_paid | company.name ", 0},
    {"a conflict is no agreement",
     "[source S1]\ntitle = A\n[source S2]\ntitle = B\n"
     "[plan]\nlevels_paid = 5 @S1\nlevels_paid = 7 @S2\n",
     "[plan]\nlevels_paid = 5\n", "plan.levels_paid |", 0},
};

static void the_facts_that_differ_are_listed_those_the_score_reads_first(void **state)
{
    for (size_t i = 0; i < COUNT(fact_rows); i++) {
        struct arena arena = {0};
        struct assessment list[2];
        struct comparison c;
        struct buf got = BUF_INIT;
        assess_text(*state, fact_rows[i].a, &arena, &list[0]);
        assess_text(*state, fact_rows[i].b, &arena, &list[1]);
        compare(list, 2, &arena, &c);
        for (size_t k = 0; k <= c.fact_count; k++) {
            buf_puts(&got, k == c.read_count ? (k < c.fact_count ? "| " : "|") : "");
            if (k < c.fact_count)
                buf_printf(&got, "%s ", list[0].profile->schema->facts[c.facts[k]].name);
        }
        ROW_TEXT(fact_rows[i].label, buf_text(&got), fact_rows[i].facts);
        ROW_INT(fact_rows[i].label, (long long)c.facts_same, (long long)fact_rows[i].same);
        ROW_INT(fact_rows[i].label, (long long)(c.fact_count + c.facts_same + c.facts_absent),
                (long long)list[0].profile->schema->fact_count);
        buf_release(&got);
        arena_release(&arena);
    }
    ROWS_END();
}

static void the_findings_that_differ_are_those_with_another_outcome(void **state)
{
    static const char *const texts[] = {
        "[plan]\nlevels_paid = 5\n", "[plan]\nlevels_paid = 6\n", "[plan]\nlevels_paid = 99\n"};
    struct arena arena = {0};
    struct assessment list[COUNT(texts)];
    struct comparison c;

    for (size_t i = 0; i < COUNT(texts); i++)
        assess_text(*state, texts[i], &arena, &list[i]);
    compare(list, 2, &arena, &c);
    assert_int_equal(c.rule_count, 0);
    size_t said = c.rules_same;
    compare(list, 3, &arena, &c);
    assert_int_equal(c.rule_count, 1);
    assert_string_equal(list[0].pack->rules[c.rules[0]].id, "PC06");
    assert_int_equal(c.rules_same, said - 1);
    arena_release(&arena);
}

#define ALL_COSTS                                                                              \
    "[cost]\nmonthly_min_purchase = 50 USD\njoin_fee = 100 USD\nstarter_kit = 200 USD\n"       \
    "training_12m = 150 USD\nevents_tools_12m = 100..120 USD\n"

static const struct {
    const char *label, *text;
    const char
        *wanted; /* cost, reward and remainder: "low..high" or "-"; then what is missing */
} years[] = {
    {"nothing known", "",
     "- - - cost.join_fee cost.starter_kit cost.monthly_min_purchase cost.annual_renewal "
     "cost.training_12m cost.events_tools_12m earn.median_gross_12m "},
    {"all of it", ALL_COSTS "annual_renewal = 50 USD\n[earn]\nmedian_gross_12m = 1000 USD\n",
     "1200..1220 1000..1000 -220..-200 "},
    {"a range less a range",
     ALL_COSTS "annual_renewal = 50 USD\n[earn]\nmedian_gross_12m = 1000..2000 USD\n",
     "1200..1220 1000..2000 -220..800 "},
    {"one cost missing", ALL_COSTS "[earn]\nmedian_gross_12m = 1000 USD\n",
     "- 1000..1000 - cost.annual_renewal "},
    {"refused is not known",
     ALL_COSTS "annual_renewal = refused\n[earn]\nmedian_gross_12m = 1000 USD\n",
     "- 1000..1000 - cost.annual_renewal "},
    {"the cost alone", ALL_COSTS "annual_renewal = 50 USD\n",
     "1200..1220 - - earn.median_gross_12m "},
    {"no rate",
     "[company]\ncurrency = USD\n" ALL_COSTS
     "annual_renewal = 50 EUR\n[earn]\nmedian_gross_12m = 1000 USD\n",
     "- 1000..1000 - cost.annual_renewal "},
    {"by its rates",
     "[company]\ncurrency = USD\n[rates]\nEUR = 2 USD\n" ALL_COSTS
     "annual_renewal = 50 EUR\n[earn]\nmedian_gross_12m = 1000 USD\n",
     "1250..1270 1000..1000 -270..-250 "},
};

static void put_amount(struct buf *out, const struct amount *amount)
{
    if (amount->known) {
        decimal_put(out, amount->lo, false);
        buf_puts(out, "..");
        decimal_put(out, amount->hi, false);
        buf_putc(out, ' ');
    } else {
        buf_puts(out, "- ");
    }
}

static void a_year_costs_what_its_parts_cost_and_brings_the_rest(void **state)
{
    for (size_t i = 0; i < COUNT(years); i++) {
        struct arena arena = {0};
        struct assessment list[2];
        struct comparison c;
        struct buf got = BUF_INIT;
        assess_text(*state, years[i].text, &arena, &list[0]);
        assess_text(*state, "", &arena, &list[1]);
        compare(list, 2, &arena, &c);
        put_amount(&got, &c.years[0].cost);
        put_amount(&got, &c.years[0].reward);
        put_amount(&got, &c.years[0].remainder);
        for (size_t k = 0; k < c.years[0].missing_count; k++)
            buf_printf(&got, "%s ", list[0].profile->schema->facts[c.years[0].missing[k]].name);
        ROW_TEXT(years[i].label, buf_text(&got), years[i].wanted);
        buf_release(&got);
        arena_release(&arena);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_job_is_a_wage_and_hours_a_month),
        cmocka_unit_test(scores_whose_ranges_meet_are_too_close_to_call),
        cmocka_unit_test(the_facts_that_differ_are_listed_those_the_score_reads_first),
        cmocka_unit_test(the_findings_that_differ_are_those_with_another_outcome),
        cmocka_unit_test(a_year_costs_what_its_parts_cost_and_brings_the_rest),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
