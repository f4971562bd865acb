/* SPDX-License-Identifier: MIT
 *
 * Messages of rules: what their directives show, and which formats are refused.
 */
#include "made_up.h"

static struct message_value text(const char *at)
{
    return (struct message_value){.text = at};
}

static struct message_value number(double value)
{
    return (struct message_value){.number = value};
}

static void each_directive_shows_its_value(void **state)
{
    static const struct {
        const char *format;
        struct message_value value;
        const char *shown;
    } rows[] = {
        {"plain", {0}, "plain"},
        {"", {0}, ""},
        {"100%%", {0}, "100%"},
        {"%%d", {0}, "%d"},
        {"the label '%s'", {.text = "mlm"}, "the label 'mlm'"},
        {"%s", {.text = "50%d off"}, "50%d off"}, /* a value is no format */
        {"%s", {.text = ""}, ""},
        {"%d levels", {.number = 7}, "7 levels"},
        {"%d", {.number = -3}, "-3"},
        {"%d", {.number = 1234567}, "1234567"},
        {"%n%%", {.number = 33.33}, "33.33%"},
        {"%n", {.number = 1767}, "1,767"},
        {"%n", {.number = 0}, "0"},
        {"%n", {.number = -0.001}, "0"}, /* no "-0" */
        {"%n", {.number = 66.666666}, "66.67"},
        {"%n", {.number = -1299.5}, "-1,299.5"},
        {"%n", {.number = 1e15}, "1000000000000000"}, /* beyond what a decimal holds */
        {"%m a month", {.number = 99}, "99 USD a month"},
        {"%m", {.number = 1299.5}, "1,299.5 USD"},
        {"%.0f", {.number = 2.5}, "2"},
        {"%.1f", {.number = 0.25}, "0.2"},
        {"%.3f", {.number = 5.0154}, "5.015"},
        {"%.6f", {.number = 1.0 / 3}, "0.333333"},
    };
    (void)state;

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf buf = BUF_INIT;
        struct message_value value = rows[i].value;
        bool none = strcspn(rows[i].format, "%") == strlen(rows[i].format) ||
                    strstr(rows[i].format, "%%") == strchr(rows[i].format, '%');
        struct message m = {rows[i].format, &value, none ? 0 : 1};
        const char *why = "";
        assert_true(message_check(&m, &why));
        message_put(&buf, &m, "USD");
        assert_string_equal(buf_text(&buf), rows[i].shown);
        buf_release(&buf);
    }
}

static void values_stand_in_their_order(void **state)
{
    struct message_value values[] = {number(120), text("kit"), number(99.5), number(3)};
    struct message m = {"%m, %s: %n%% of %d", values, COUNT(values)};
    struct buf buf = BUF_INIT;
    const char *why;
    (void)state;

    assert_true(message_check(&m, &why));
    message_put(&buf, &m, "EUR");
    assert_string_equal(buf_text(&buf), "120 EUR, kit: 99.5% of 3");
    buf_release(&buf);
}

static void money_without_a_currency_is_a_number(void **state)
{
    struct message_value value = number(120);
    struct buf buf = BUF_INIT;
    (void)state;

    message_put(&buf, &(struct message){"%m", &value, 1}, "");
    assert_string_equal(buf_text(&buf), "120");
    buf_release(&buf);
}

static void no_message_shows_nothing(void **state)
{
    struct buf buf = BUF_INIT;
    (void)state;

    message_put(&buf, &(struct message){0}, "USD");
    assert_string_equal(buf_text(&buf), "");
    buf_release(&buf);
}

static void other_directives_are_refused(void **state)
{
    static const char *const formats[] = {"%x",    "%5d", "%i",  "%f",   "%.7f", "%.f",
                                          "%.10f", "%-d", "% d", "%.2d", "100%", "%",
                                          "%S",    "%*d", "%ld", "%%%",  "%c"};
    struct message_value value = number(1);
    (void)state;

    for (size_t i = 0; i < COUNT(formats); i++) {
        const char *why = NULL;
        struct message m = {formats[i], &value, 1};
        if (message_check(&m, &why))
            fail_msg("'%s' is taken", formats[i]);
        assert_string_equal(why, "the message has a directive other than %s %d %n %m %.0f %%");
    }
}

static void values_that_do_not_fit_their_directives_are_refused(void **state)
{
    struct message_value values[] = {number(1), text("one"), number(1.5)};
    const struct {
        struct message message;
        const char *why;
    } rows[] = {
        {{"%d %d", values, 1}, "the message has fewer values than directives"},
        {{"%d", values, 0}, "the message has fewer values than directives"},
        {{"%d", values, 2}, "the message has more values than directives"},
        {{"plain", values, 1}, "the message has more values than directives"},
        {{"%%", values, 1}, "the message has more values than directives"},
        {{"%s", values, 1}, "%s in the message wants text"},
        {{"%n", &values[1], 1}, "a number directive in the message wants a number"},
        {{"%m", &values[1], 1}, "a number directive in the message wants a number"},
        {{"%.1f", &values[1], 1}, "a number directive in the message wants a number"},
        {{"%d", &values[2], 1}, "%d in the message wants a whole number"},
    };
    (void)state;

    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *why = NULL;
        assert_false(message_check(&rows[i].message, &why));
        assert_string_equal(why, rows[i].why);
    }
}

static void the_reason_is_that_of_the_worse_end(void **state)
{
    struct finding f = {.outcome = OUTCOME_PASS, .span = true};
    struct buf buf = BUF_INIT;
    (void)state;

    f.message.format = "why it is open";
    f.best = (struct ending){OUTCOME_PASS, 1000, 0, {.format = "at best"}};
    f.worst = (struct ending){OUTCOME_MAJOR, 250, 0, {.format = "at worst"}};
    finding_put_reason(&buf, &f, "USD");
    assert_string_equal(buf_text(&buf), "at worst");
    buf_reset(&buf);
    f.worst.message.format = NULL; /* the open end has none: what is known is said */
    finding_put_reason(&buf, &f, "USD");
    assert_string_equal(buf_text(&buf), "at best");
    buf_reset(&buf);
    f.outcome = OUTCOME_UNKNOWN;
    f.span = false;
    finding_put_reason(&buf, &f, "USD");
    assert_string_equal(buf_text(&buf), "why it is open");
    buf_release(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_directive_shows_its_value),
        cmocka_unit_test(values_stand_in_their_order),
        cmocka_unit_test(money_without_a_currency_is_a_number),
        cmocka_unit_test(no_message_shows_nothing),
        cmocka_unit_test(other_directives_are_refused),
        cmocka_unit_test(values_that_do_not_fit_their_directives_are_refused),
        cmocka_unit_test(the_reason_is_that_of_the_worse_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
