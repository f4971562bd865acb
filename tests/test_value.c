/* SPDX-License-Identifier: MIT
 *
 * Values that are words: every type's accepted and refused spellings (design.md 3). Numbers,
 * money and dates: test_value_number.c.
 */
#include "value_rows.h"

#include "facts/value_lists.h"

static void text_is_taken_as_it_stands(void **state)
{
    static const struct value_row rows[] = {
        {"company.name", "Acme", "Acme"},
        {"company.name", "Acme, Inc. = 5%", "Acme, Inc. = 5%"},
        {"company.name", "007", "007"},
        {"company.name", "caf\xc3\xa9", "caf\xc3\xa9"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

static void yes_and_no_have_five_spellings_each(void **state)
{
    static const struct value_row rows[] = {
        {"plan.public", "yes", "yes"},
        {"plan.public", "TRUE", "yes"},
        {"plan.public", "On", "yes"},
        {"plan.public", "y", "yes"},
        {"plan.public", "1", "yes"},
        {"plan.public", "no", "no"},
        {"plan.public", "False", "no"},
        {"plan.public", "off", "no"},
        {"plan.public", "N", "no"},
        {"plan.public", "0", "no"},
        {"plan.public", "maybe", "fault: must be yes or no, not 'maybe'"},
        {"plan.public", "yess", "fault: must be yes or no, not 'yess'"},
        {"plan.public", "2", "fault: must be yes or no, not '2'"},
        {"plan.public", "yes no", "fault: must be yes or no, not 'yes no'"},
        {"plan.public", "~yes", "fault: must be yes or no, not '~yes'"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

#define ONE_OF "fault: must be one of single_level, binary, stairstep, none, not "

static void an_enum_takes_one_of_its_names(void **state)
{
    static const struct value_row rows[] = {
        {"plan.type", "binary", "binary"},
        {"plan.type", "Single Level", "single_level"},
        {"plan.type", "SINGLE-LEVEL", "single_level"},
        {"plan.type", "none", "none"},
        {"plan.type", "binery", ONE_OF "'binery' (did you mean 'binary'?)"},
        {"plan.type", "pyramid", ONE_OF "'pyramid'"},
        {"plan.type", "binary, none", ONE_OF "'binary, none'"},
        {"plan.type", "1", ONE_OF "'1'"},
        {"plan.type",
         "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhh",
         ONE_OF "'aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff'"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

#define ANY_OF "fault: must be any of own_sales, team_sales, fees, not "

static void a_set_takes_several(void **state)
{
    static const struct value_row rows[] = {
        {"plan.pay", "fees", "fees"},
        {"plan.pay", "fees, own sales", "own_sales, fees"},
        {"plan.pay", "Fees,FEES ,fees,", "fees"},
        {"plan.pay", "own_sales,,team-sales", "own_sales, team_sales"},
        {"plan.pay", ",", ANY_OF "','"},
        {"plan.pay", "fees, feess", ANY_OF "'feess' (did you mean 'fees'?)"},
        {"plan.pay", "fees; own_sales", ANY_OF "'fees; own_sales'"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

#define COUNTRIES "fault: must be two-letter country codes (ISO 3166-1) such as 'US, GB', not "

static void countries_are_iso_codes(void **state)
{
    static const struct value_row rows[] = {
        {"company.jurisdictions", "US", "US"},
        {"company.jurisdictions", "us,gb , Vn", "US, GB, VN"},
        {"company.jurisdictions", "US, GB,", "US, GB"},
        {"company.jurisdictions", "UK", COUNTRIES "'UK'"},
        {"company.jurisdictions", "US GB", COUNTRIES "'US GB'"},
        {"company.jurisdictions", "USA", COUNTRIES "'USA'"},
        {"company.jurisdictions", "US, worldwide", COUNTRIES "'worldwide'"},
        {"company.jurisdictions", "EU", COUNTRIES "'EU'"},
        {"company.jurisdictions", "\xc3\x9cS", COUNTRIES "'\xc3\x9cS'"},
        {"company.jurisdictions", ",", COUNTRIES "','"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

static void a_list_of_percentages_keeps_its_order(void **state)
{
    static const struct value_row rows[] = {
        {"plan.level_pct", "5%", "5%"},
        {"plan.level_pct", "5%, 2.50 %,5%", "5%, 2.5%, 5%"},
        {"plan.level_pct", "0%,100%,", "0%, 100%"},
        {"plan.level_pct", "n/a", "n/a"},
        {"plan.level_pct", "5%, 3", "fault: a percentage needs its sign: write '3%'"},
        {"plan.level_pct", "5% 3%", "fault: must be a percentage from 0% to 100%, not '5% 3%'"},
        {"plan.level_pct", "5%, 130%",
         "fault: must be a percentage from 0% to 100%, not '130%'"},
        {"plan.level_pct", "5%, 3..4%", "fault: wants plain numbers, not '3..4%'"},
        {"plan.level_pct", "~5%", "fault: wants plain numbers, not '~5%'"},
        {"plan.level_pct", ",",
         "fault: must be percentages such as '5%, 3%, 2%', each from 0% to 100%, not ','"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

#define ROWS                                                                                   \
    "fault: must be rows such as '61% | 0; 32% | 180; 7% | 1150 | 1000 | 1999' (share of "     \
    "people | average a year | low | high; ';' between rows), not "

static void a_row_of_an_income_table_is_share_average_low_high(void **state)
{
    static const struct value_row rows[] = {
        {"earn.row USD", "61% | 0", "61% | 0 USD"},
        {"earn.row", "61%|0 USD", "61% | 0 USD"},
        {"earn.row EUR", "7% | 1,150 | 1000 | 1,999", "7% | 1150 EUR | 1000 EUR | 1999 EUR"},
        {"earn.row EUR", "7% | $1150.50 | 1000", "7% | 1150.5 USD | 1000 USD"},
        {"earn.row USD", "7% | 1150 | | 1999", "7% | 1150 USD | | 1999 USD"},
        {"earn.row USD", "0.2% | 5 | 5 | 5", "0.2% | 5 USD | 5 USD | 5 USD"},
        {"earn.row USD", "61% | 0; 39% | 180;", "61% | 0 USD; 39% | 180 USD"},
        {"earn.row USD", "refused", "refused"},
        {"earn.row USD", "61%", ROWS "'61%'"},
        {"earn.row USD", ";", ROWS "';'"},
        {"earn.row USD", "7% | 1150 | 1000 | 1999 | 5", ROWS "'7% | 1150 | 1000 | 1999 | 5'"},
        {"earn.row USD", "61 | 0", "fault: a percentage needs its sign: write '61%'"},
        {"earn.row USD", "161% | 0", "fault: must be a percentage from 0% to 100%, not '161%'"},
        {"earn.row USD", "7% | 1..2", "fault: wants plain numbers, not '1..2'"},
        {"earn.row USD", "7% | ~900", "fault: wants plain numbers, not '~900'"},
        {"earn.row USD", "7% | -1",
         "fault: must be an amount such as '99 USD' from 0 to 1,000,000, not '-1'"},
        {"earn.row USD", "7% | ", ROWS "'7% |'"},
        {"earn.row", "7% | 9",
         "fault: '9' has no currency: write '9 USD', or give [company] currency"},
        {"earn.row", "7% | 9 USD | 1 EUR", "fault: must be in one currency, not USD and EUR"},
        {"earn.row USD", "7% | 900 | 1000",
         "fault: '7% | 900 | 1000' must have its average between low and high: share | "
         "average | low | high"},
        {"earn.row USD", "7% | 900 | 1 | 899",
         "fault: '7% | 900 | 1 | 899' must have its average between low and high: share | "
         "average | low | high"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

static void a_list_of_percentages_is_taken_apart_again(void **state)
{
    decimal pcts[PCT_LIST_MAX];

    (void)state;
    assert_int_equal(pct_list_parts("5%, 2.5%, 5%", pcts), 3);
    assert_int_equal(pcts[0], 5 * DECIMAL_ONE);
    assert_int_equal(pcts[1], 2500000);
    assert_int_equal(pcts[2], 5 * DECIMAL_ONE);
    assert_int_equal(pct_list_parts("", pcts), 0);
}

static void rows_are_taken_apart_and_put_together_again(void **state)
{
    static const char *const texts[] = {
        "61% | 0 USD",
        "61% | 0 USD; 39% | 1150.5 EUR | 1000 EUR | 1999 EUR",
        "7% | 1150 USD | | 1999 USD; 93% | 5 USD | 5 USD",
    };
    struct income_line lines[INCOME_LINES_MAX];

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct buf buf = BUF_INIT;
        size_t count = income_lines_parts(texts[i], lines);
        for (size_t j = 0; j < count; j++) {
            buf_puts(&buf, j > 0 ? INCOME_LINES_BETWEEN : "");
            income_line_put(&buf, &lines[j]);
        }
        ROW_TEXT(texts[i], buf_text(&buf), texts[i]);
        buf_release(&buf);
    }
    assert_int_equal(income_lines_parts(texts[2], lines), 2);
    assert_int_equal(lines[0].share_pct, 7 * DECIMAL_ONE);
    assert_int_equal(lines[0].average, 1150 * DECIMAL_ONE);
    assert_false(lines[0].has_low);
    assert_true(lines[0].has_high);
    assert_int_equal(lines[0].high, 1999 * DECIMAL_ONE);
    assert_true(lines[1].has_low);
    assert_false(lines[1].has_high);
    ROWS_END();
}

#define CURRENCY "fault: must be a currency code (ISO 4217) such as 'USD', not "

static void a_currency_is_an_iso_code(void **state)
{
    static const struct value_row rows[] = {
        {"company.currency", "USD", "USD"},
        {"company.currency", "eur", "EUR"},
        {"company.currency", "dollars", CURRENCY "'dollars'"},
        {"company.currency", "$", CURRENCY "'$'"},
        {"company.currency", "XYZ", CURRENCY "'XYZ'"},
        {"company.currency", "US", CURRENCY "'US'"},
        {"company.currency", "USD, EUR", CURRENCY "'USD, EUR'"},
        {"company.currency", "ZWL", "ZWL"},
        {"company.currency", "WL ", CURRENCY "'WL '"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

#define ADDRESS "fault: must be an address such as 'https://example.org/plan.pdf'"

static void an_address_is_of_the_web(void **state)
{
    static const struct value_row rows[] = {
        {"company.site", "https://example.org", "https://example.org"},
        {"company.site", "http://a/b?c=d&e#f", "http://a/b?c=d&e#f"},
        {"company.site", "example.org", ADDRESS},
        {"company.site", "https://", ADDRESS},
        {"company.site", "http://", ADDRESS},
        {"company.site", "ftp://example.org", ADDRESS},
        {"company.site", "javascript:alert(1)", ADDRESS},
        {"company.site", "https://example.org and more", ADDRESS},
        {"company.site", "https://example.org\tand", ADDRESS},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

static void words_of_state_are_the_same_for_every_type(void **state)
{
    static const struct {
        const char *written;
        enum fact_state state;
    } rows[] = {
        {"", FACT_UNKNOWN},           {"?", FACT_UNKNOWN},          {"unknown", FACT_UNKNOWN},
        {"UnKnown", FACT_UNKNOWN},    {"refused", FACT_REFUSED},    {"Refused", FACT_REFUSED},
        {"n/a", FACT_NOT_APPLICABLE}, {"N/A", FACT_NOT_APPLICABLE},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(test_facts); i++)
        for (size_t j = 0; j < COUNT(rows); j++)
            check_value(test_facts[i].name, rows[j].written, false, "",
                        fact_state_name(rows[j].state));
    ROWS_END();
}

static void words_near_a_state_are_values(void **state)
{
    static const struct value_row rows[] = {
        {"company.name", "unknown people", "unknown people"},
        {"company.name", "??", "??"},
        {"company.name", "na", "na"},
        {"company.name", "N / A", "N / A"},
        {"plan.public", "absent", "fault: must be yes or no, not 'absent'"},
        {"plan.public", "known", "fault: must be yes or no, not 'known'"},
    };

    (void)state;
    check_values(rows, COUNT(rows));
}

static void quotes_take_the_meaning_from_words_of_state(void **state)
{
    (void)state;
    check_value("company.name", "unknown", true, "", "unknown");
    check_value("company.name", "", true, "", "");
    check_value("plan.public", "refused", true, "", "fault: must be yes or no, not 'refused'");
    check_value("plan.public", "yes", true, "", "yes");
    check_value("earn.pct_lost", "25%", true, "", "25%");
    check_value("earn.pct_lost", "", true, "",
                "fault: must be a percentage from 0% to 100%, not ''");
    check_value("plan.pay", "", true, "",
                "fault: must be any of own_sales, team_sales, fees, not ''");
    ROWS_END();
}

static void states_are_kept_apart_from_words_like_them(void **state)
{
    struct schema schema;
    struct arena arena = {0};
    struct buf fault = BUF_INIT;
    struct value value;

    (void)state;
    schema = test_schema(&arena);
    const struct fact_def *name = &schema.facts[schema_find_name(&schema, "company.name")];
    assert_true(value_parse(name, text_of("unknown"), true, "", &arena, &value, &fault));
    assert_int_equal(value.state, FACT_KNOWN);
    assert_true(value_parse(name, text_of("unknown"), false, "", &arena, &value, &fault));
    assert_int_equal(value.state, FACT_UNKNOWN);
    value.lo = 77;
    assert_false(value_parse(&schema.facts[schema_find_name(&schema, "plan.levels")],
                             text_of("x"), false, "", &arena, &value, &fault));
    assert_int_equal(value.lo, 77); /* untouched on failure */
    assert_null(strchr(fact_state_name(FACT_ABSENT), ' '));
    buf_release(&fault);
    arena_release(&arena);
}

static void every_type_describes_itself(void **state)
{
    static const struct {
        const char *fact, *words;
    } rows[] = {
        {"company.name", "text"},
        {"plan.public", "yes or no"},
        {"plan.levels", "a whole number from 0 to 99"},
        {"plan.factor", "a number from -100 to 9,000,000,000,000"},
        {"earn.pct_lost", "a percentage from 0% to 100%"},
        {"cost.join_fee", "an amount such as '99 USD' from 0 to 1,000,000"},
        {"company.founded",
         "a date such as 2019, 2019-04, 2019-04-30 or '4 Mar 2019', from 1850 to 2100"},
        {"plan.notice_days", "a number of days from 0 to 365"},
        {"plan.type", "one of single_level, binary, stairstep, none"},
        {"plan.pay", "any of own_sales, team_sales, fees"},
        {"company.jurisdictions", "country codes such as 'US, GB'"},
        {"company.currency", "a currency code such as 'USD'"},
        {"company.site", "an address such as 'https://example.org/plan.pdf'"},
    };
    struct arena arena = {0};
    struct schema schema = test_schema(&arena);

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf buf = BUF_INIT;
        value_describe_type(&buf, &schema.facts[schema_find_name(&schema, rows[i].fact)]);
        ROW_TEXT(rows[i].fact, buf_text(&buf), rows[i].words);
        buf_release(&buf);
    }
    arena_release(&arena);
    ROWS_END();
}

static void types_have_names(void **state)
{
    enum fact_type type = TYPE_TEXT;

    (void)state;
    for (int i = 0; i < TYPE_COUNT; i++) {
        assert_true(fact_type_from_name(fact_type_name((enum fact_type)i), &type));
        assert_int_equal(type, i);
    }
    assert_false(fact_type_from_name("percent", &type));
    assert_false(fact_type_from_name("", &type));
    assert_int_equal(type, TYPE_URL);
}

static void facts_are_found_by_name(void **state)
{
    struct arena arena = {0};
    struct schema schema = test_schema(&arena);

    (void)state;
    for (size_t i = 0; i < COUNT(test_facts); i++)
        assert_int_equal(schema_find_name(&schema, test_facts[i].name), i);
    assert_int_equal(schema_find_name(&schema, "company"), FACT_NONE);
    assert_int_equal(schema_find_name(&schema, "company."), FACT_NONE);
    assert_int_equal(schema_find_name(&schema, "company.levels"), FACT_NONE);
    assert_int_equal(schema_find_name(&schema, "Company.name"), FACT_NONE);
    assert_true(schema_has_section(&schema, text_of("plan")));
    assert_false(schema_has_section(&schema, text_of("pla")));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_taken_as_it_stands),
        cmocka_unit_test(yes_and_no_have_five_spellings_each),
        cmocka_unit_test(an_enum_takes_one_of_its_names),
        cmocka_unit_test(a_set_takes_several),
        cmocka_unit_test(countries_are_iso_codes),
        cmocka_unit_test(a_list_of_percentages_keeps_its_order),
        cmocka_unit_test(a_row_of_an_income_table_is_share_average_low_high),
        cmocka_unit_test(a_list_of_percentages_is_taken_apart_again),
        cmocka_unit_test(rows_are_taken_apart_and_put_together_again),
        cmocka_unit_test(a_currency_is_an_iso_code),
        cmocka_unit_test(an_address_is_of_the_web),
        cmocka_unit_test(words_of_state_are_the_same_for_every_type),
        cmocka_unit_test(words_near_a_state_are_values),
        cmocka_unit_test(quotes_take_the_meaning_from_words_of_state),
        cmocka_unit_test(states_are_kept_apart_from_words_like_them),
        cmocka_unit_test(every_type_describes_itself),
        cmocka_unit_test(types_have_names),
        cmocka_unit_test(facts_are_found_by_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
