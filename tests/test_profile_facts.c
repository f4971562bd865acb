/* SPDX-License-Identifier: MIT
 *
 * What the lines of a profile say together: lists, conflicts, currencies and rates, the as-of
 * date, waivers; and that the form of the file changes none of it.
 */
#include "facts_fixture.h"

#define SOURCES "\n[source A]\ntitle=A\n[source B]\ntitle=B\n[source C]\ntitle=C\n"

struct fact_row {
    const char *label, *text; /* the sources A, B and C are added */
    const char *fact, *wanted;
};

static void check_facts(const struct fact_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct parsed p;
        char text[1000];
        snprintf(text, sizeof text, "%s" SOURCES, rows[i].text);
        parse(&p, text);
        ROW_TEXT(rows[i].label, p.ok ? fact_text(&p, rows[i].fact) : faults_text(&p),
                 rows[i].wanted);
        parsed_release(&p);
    }
    ROWS_END();
}

static void lists_add_up(void **state)
{
    static const struct fact_row rows[] = {
        {"set", "[plan]\npay = fees\npay = own_sales, fees @A", "plan.pay", "own_sales, fees"},
        {"countries",
         "[company]\njurisdictions = US\njurisdictions = GB, CA @A\njurisdictions=VN",
         "company.jurisdictions", "US, GB, CA, VN"},
        {"percentages in their order", "[plan]\nlevel_pct = 5%, 3%\nlevel_pct = 5% @A",
         "plan.level_pct", "5%, 3%, 5%"},
        {"rows",
         "[company]\ncurrency=USD\n[earn]\nrow = 61% | 0\nrow = 9% | 180 | 1 @A\nrow=30%|5",
         "earn.row", "61% | 0 USD; 9% | 180 USD | 1 USD; 30% | 5 USD"},
        {"rows unknown", "[earn]\nrow = unknown", "earn.row", "unknown"},
        {"rows and refused", "[earn]\nrow = 100% | 1 USD\nrow = refused", "earn.row",
         "3:1: 'row' cannot be both a list and refused: delete one line"},
        {"unknown twice", "[plan]\npay = ?\npay =", "plan.pay", "unknown"},
        {"a list and unknown", "[plan]\npay = fees\npay = unknown", "plan.pay",
         "3:1: 'pay' cannot be both a list and unknown: delete one line"},
        {"n/a and a list", "[plan]\npay = n/a\npay = fees", "plan.pay",
         "3:1: 'pay' cannot be both a list and n/a: delete one line"},
    };

    (void)state;
    check_facts(rows, COUNT(rows));
}

static void two_sources_that_differ_are_both_kept(void **state)
{
    static const struct fact_row rows[] = {
        {"same", "[plan]\nlevels = 3 @A\nlevels = 3 @B", "plan.levels", "3"},
        {"differ", "[plan]\nlevels = 3 @A\nlevels = 7 @B", "plan.levels", "3..7 (conflict)"},
        {"turned", "[plan]\nlevels = 7 @A\nlevels = 3 @B", "plan.levels", "3..7 (conflict)"},
        {"three", "[plan]\nlevels = 5 @A\nlevels = 3 @B\nlevels = 9 @C", "plan.levels",
         "3..9 (conflict)"},
        {"two agree", "[plan]\nlevels = 5 @A\nlevels = 3 @B\nlevels = 5 @C", "plan.levels",
         "3..5 (conflict)"},
        {"ranges", "[earn]\npct_lost = 10..20% @A\npct_lost = 15..30% @B", "earn.pct_lost",
         "10..30% (conflict)"},
        {"dates", "[company]\nfounded = 2019 @A\nfounded = 2020-02 @B", "company.founded",
         "2019-01-01..2020-02-29 (conflict)"},
        {"known and unknown", "[plan]\nlevels = ? @A\nlevels = 7 @B", "plan.levels",
         "7 (conflict)"},
        {"known and refused", "[plan]\nlevels = 7 @A\nlevels = refused @B", "plan.levels",
         "7 (conflict)"},
        {"known and n/a", "[plan]\nlevels = 7 @A\nlevels = n/a @B", "plan.levels",
         "unknown (conflict)"},
        {"n/a and known", "[plan]\nlevels = n/a @A\nlevels = 7 @B", "plan.levels",
         "unknown (conflict)"},
        {"unknown and refused", "[plan]\nlevels = ? @A\nlevels = refused @B", "plan.levels",
         "refused (conflict)"},
        {"names", "[company]\nname = Acme @A\nname = Acme Ltd @B", "company.name",
         "Acme (conflict)"},
        {"same names", "[company]\nname = Acme @A\nname = Acme @B", "company.name", "Acme"},
        {"same money", "[cost]\njoin_fee = 9 USD @A\njoin_fee = 9.00 USD @B", "cost.join_fee",
         "9 USD (9 USD)"},
        {"money in two currencies",
         "[rates]\nEUR = 1.10 USD\n[company]\ncurrency=EUR\n[cost]\njoin_fee = 10 EUR @A\n"
         "join_fee = 22 USD @B",
         "cost.join_fee", "10..20 EUR (conflict) (11..22 USD)"},
        {"turned",
         "[rates]\nEUR = 1.10 USD\n[company]\ncurrency=EUR\n[cost]\n"
         "join_fee = 22 USD @B\njoin_fee = 10 EUR @A",
         "cost.join_fee", "10..20 EUR (conflict) (11..22 USD)"},
    };

    (void)state;
    check_facts(rows, COUNT(rows));
}

static void bools_in_conflict_keep_both_ends(void **state)
{
    struct parsed p;

    (void)state;
    parse(&p,
          "[plan]\npublic = yes @A\npublic = no @B\ntype = none @A\ntype = binary @B" SOURCES);
    const struct fact *public = fact_called(&p, "plan.public");
    assert_true(p.ok && public->conflict && public->count == 2);
    assert_int_equal(public->value.lo, 0);
    assert_int_equal(public->value.hi, 1);
    const struct fact *type = fact_called(&p, "plan.type");
    assert_int_equal(type->value.lo, 1);
    assert_int_equal(type->value.hi, 3);
    assert_int_equal(type->statements[0].value.lo, 3);
    parsed_release(&p);
}

static void money_is_put_into_the_companys_currency(void **state)
{
    static const struct fact_row rows[] = {
        {"as declared", "[company]\ncurrency = EUR\n[cost]\njoin_fee = 9", "cost.join_fee",
         "9 EUR"},
        {"declared below", "[cost]\njoin_fee = 9\n[company]\ncurrency = EUR", "cost.join_fee",
         "9 EUR"},
        {"shared by a table", "[cost]\njoin_fee = 9 EUR\n[earn]\nrow=100% | 7 EUR", "earn.row",
         "100% | 7 EUR"},
        {"table, no rate", "[company]\ncurrency=USD\n[earn]\nrow = 100% | 7 EUR", "earn.row",
         "100% | 7 EUR (no rate)"},
        {"table, rate",
         "[rates]\nEUR = 1.10 USD\n[company]\ncurrency=USD\n[earn]\n"
         "row = 60% | 10 EUR | 5 EUR | 20 EUR\nrow = 40% | 9",
         "earn.row", "60% | 11 USD | 5.5 USD | 22 USD; 40% | 9 USD"},
        {"shared", "[cost]\njoin_fee = 9 EUR\nrenewal = 7 EUR", "cost.renewal", "7 EUR"},
        {"no rate", "[company]\ncurrency=USD\n[cost]\njoin_fee = 9 EUR", "cost.join_fee",
         "9 EUR (no rate)"},
        {"rate",
         "[rates]\nEUR = 1.08 USD @A\n[company]\ncurrency=USD\n[cost]\njoin_fee = 100 EUR",
         "cost.join_fee", "108 USD (108 USD)"},
        {"rate below",
         "[company]\ncurrency=USD\n[cost]\njoin_fee = 100 EUR\n[rates]\n"
         "eur = 1.08 usd",
         "cost.join_fee", "108 USD (108 USD)"},
        {"the other way",
         "[rates]\nEUR = 1.25 USD\n[company]\ncurrency=EUR\n[cost]\n"
         "join_fee = 100 USD",
         "cost.join_fee", "80 EUR (100 USD)"},
        {"rounded to millionths",
         "[rates]\nUSD = 3 PLN\n[company]\ncurrency=USD\n[cost]\n"
         "join_fee = 100 PLN",
         "cost.join_fee", "33.333333 USD (33.333333 USD)"},
        {"across",
         "[rates]\nEUR = 1.10 USD\nGBP = 1.20 EUR\n[company]\ncurrency=GBP\n[cost]\n"
         "join_fee = 12 EUR",
         "cost.join_fee", "10 GBP (13.2 USD)"},
        {"across, both back",
         "[rates]\nUSD = 0.5 GBP\nEUR = 0.8 GBP\n[company]\ncurrency=EUR\n"
         "[cost]\njoin_fee = 16 USD",
         "cost.join_fee", "10 EUR (16 USD)"},
        {"two between is too far",
         "[rates]\nEUR = 1 GBP\nGBP = 1 CHF\nCHF = 1 USD\n[company]\n"
         "currency=USD\n[cost]\njoin_fee = 1 EUR",
         "cost.join_fee", "1 EUR (no rate)"},
        {"range",
         "[rates]\nEUR = 1.10 USD\n[company]\ncurrency=USD\n[cost]\n"
         "join_fee = 10..20 EUR",
         "cost.join_fee", "11..22 USD (11..22 USD)"},
        {"about", "[rates]\nEUR = 1.10 USD\n[cost]\njoin_fee = ~100 EUR", "cost.join_fee",
         "90..110 EUR (99..121 USD)"},
        {"too large to convert",
         "[rates]\nUSD = 9000000000000 VND\n[company]\ncurrency=VND\n"
         "[cost]\njoin_fee = 2 USD",
         "cost.join_fee", "2 USD (no rate) (2 USD)"},
        {"written at once", "[rates]\nPAB = 1USD\n[cost]\njoin_fee = 2 PAB", "cost.join_fee",
         "2 PAB (2 USD)"},
    };

    (void)state;
    check_facts(rows, COUNT(rows));
}

static void facts_that_bound_one_another(void **state)
{
    static const struct fact_row rows[] = {
        {"founded before", "[company]\nfounded = 2019\nas_of = 2019-05", "company.founded",
         "2019"},
        {"founded after", "[company]\nas_of = 2018-12-31\nfounded = 2019", "company.founded",
         "3:1: 'founded' must not be more than company.as_of, which is '2018-12-31' on line 2"},
        {"year of the as-of date", "[company]\nas_of=2019-01-01\n[earn]\nyear=2019",
         "earn.year", "2019"},
        {"year after", "[company]\nas_of=2019-12-31\n[earn]\nyear=2020", "earn.year",
         "4:1: 'year' must not be more than company.as_of, which is '2019-12-31' on line 2"},
        {"numbers", "[earn]\nviolations=5\nsampled=5", "earn.violations", "5"},
        {"numbers over", "[earn]\nviolations=6\nsampled=5", "earn.violations",
         "2:1: 'violations' must not be more than earn.sampled, which is '5' on line 3"},
        {"a range that may fit", "[earn]\nviolations=3..9\nsampled=5", "earn.violations",
         "3..9"},
        {"bound unknown", "[earn]\nviolations=6\nsampled=?", "earn.violations", "6"},
        {"parts of one whole", "[earn]\npct_lost=40%\npct_profit=60%", "earn.pct_profit",
         "60%"},
        {"more than the whole", "[earn]\npct_lost=40%\npct_profit=60.000001%",
         "earn.pct_profit",
         "3:1: 'pct_profit' and earn.pct_lost ('40%' on line 2) are parts of one whole and add "
         "up "
         "to more than it"},
        {"ranges that may fit", "[earn]\npct_lost=40..80%\npct_profit=50..90%",
         "earn.pct_profit", "50..90%"},
    };

    (void)state;
    check_facts(rows, COUNT(rows));
}

/* --- name, as-of, waivers --- */

static void a_company_without_a_name_is_called_by_its_file(void **state)
{
    static const struct {
        const char *text, *name;
    } rows[] = {
        {"", "acme.ini"},
        {"[company]\nname = Acme", "Acme"},
        {"[company]\nname = ?", "acme.ini"},
        {"[company]\nname = refused", "acme.ini"},
        {"[company]\nname = \"\"", "acme.ini"},
        {"[company]\nname = \"unknown\"", "unknown"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct parsed p;
        parse(&p, rows[i].text);
        ROW_TEXT(rows[i].text, p.profile.name, rows[i].name);
        parsed_release(&p);
    }
    ROWS_END();
}

static void the_callers_as_of_comes_before_the_files(void **state)
{
    static const struct {
        const char *label, *text, *given;
        bool has;
        int year, month, day;
        const char *fact;
    } rows[] = {
        {"none", "", NULL, false, 1970, 1, 1, "absent"},
        {"unknown", "[company]\nas_of = ?", NULL, false, 1970, 1, 1, "unknown"},
        {"of the file", "[company]\nas_of = 2024-05-02", NULL, true, 2024, 5, 2, "2024-05-02"},
        {"a month: its last day", "[company]\nas_of = 2024-02", NULL, true, 2024, 2, 29,
         "2024-02"},
        {"given", "", "2020-01-31", true, 2020, 1, 31, "2020-01-31"},
        {"both", "[company]\nas_of = 2024-05-02", "2020-01-31", true, 2020, 1, 31,
         "2020-01-31"},
        {"given over unknown", "[company]\nas_of = n/a", "2020-01-31", true, 2020, 1, 31,
         "2020-01-31"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct parsed p;
        parse_bytes(&p, text_of(rows[i].text), rows[i].given);
        ROW_INT(rows[i].label, p.profile.has_as_of, rows[i].has);
        ROW_INT(rows[i].label, p.profile.as_of_given, rows[i].given != NULL);
        ROW_INT(rows[i].label, p.profile.as_of,
                date_of(rows[i].year, rows[i].month, rows[i].day));
        ROW_TEXT(rows[i].label, fact_text(&p, "company.as_of"), rows[i].fact);
        parsed_release(&p);
    }
    ROWS_END();
}

static void a_waiver_holds_or_says_why_not(void **state)
{
    static const struct {
        const char *label, *lines, *as_of, *lapsed;
    } rows[] = {
        {"reason only", "reason = court agreed", NULL, NULL},
        {"no reason", "by = me", NULL, "no reason is given"},
        {"empty reason", "reason =", NULL, "no reason is given"},
        {"before the end", "reason = r\nuntil = 2024-06-30", "2024-06-29", NULL},
        {"on the last day", "reason = r\nuntil = 2024-06-30", "2024-06-30", NULL},
        {"after the end", "reason = r\nuntil = 2024-06-30", "2024-07-01",
         "it ended on 2024-06-30"},
        {"a month", "reason = r\nuntil = 2024-06", "2024-06-30", NULL},
        {"a year that is over", "reason = r\nuntil = 2023", "2024-01-01",
         "it ended on 2023-12-31"},
        {"no as-of", "reason = r\nuntil = 2024", NULL,
         "it has an end but there is no as-of date to hold it against"},
        {"no date", "reason = r\nuntil = soon", "2024-01-01", "'soon' is no date"},
        {"slashes", "reason = r\nuntil = 03/04/2024", "2024-01-01", "'03/04/2024' is no date"},
        {"no end", "reason = r\nuntil =", NULL, NULL},
        {"no reason comes first", "until = soon", NULL, "no reason is given"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct parsed p;
        char text[200];
        snprintf(text, sizeof text, "[waive re02]\n%s\n", rows[i].lines);
        parse_bytes(&p, text_of(text), rows[i].as_of);
        ROW_TEXT(rows[i].label, faults_text(&p), "sound");
        ROW_INT(rows[i].label, (long long)p.profile.waiver_count, 1);
        const struct waiver *w = p.profile.waivers;
        ROW_TEXT(rows[i].label, w->rule, "RE02");
        ROW_TEXT(rows[i].label, w->lapsed ? w->lapsed : "holds",
                 rows[i].lapsed ? rows[i].lapsed : "holds");
        parsed_release(&p);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_add_up),
        cmocka_unit_test(two_sources_that_differ_are_both_kept),
        cmocka_unit_test(bools_in_conflict_keep_both_ends),
        cmocka_unit_test(money_is_put_into_the_companys_currency),
        cmocka_unit_test(facts_that_bound_one_another),
        cmocka_unit_test(a_company_without_a_name_is_called_by_its_file),
        cmocka_unit_test(the_callers_as_of_comes_before_the_files),
        cmocka_unit_test(a_waiver_holds_or_says_why_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
