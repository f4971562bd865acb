/* SPDX-License-Identifier: MIT
 *
 * Putting HTML together: nothing from outside gets into a page but as text. What pages show is
 * tested in a browser (tests/browser/).
 */
#include <string.h>

#include "report/html/markup.h"
#include "report/html/svg.h"
#include "rows.h"

static const char hostile[] = "<script>alert(1)</script>\"'&";

static void text_in_markup_is_escaped(void **state)
{
    struct buf out = BUF_INIT;

    (void)state;
    html_put(&out, "<p title=\"%s\">%d%% %zu %s</p>", hostile, 5, (size_t)7, "a\001b");
    assert_string_equal(buf_text(&out),
                        "<p title=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;'&amp;\">"
                        "5% 7 a?b</p>");
    buf_release(&out);
}

static void sentences_start_large_and_end(void **state)
{
    static const struct {
        const char *text, *sentence;
    } rows[] = {
        {"", ""},
        {"so far in part", "So far in part."},
        {"<b> it is", "&lt;b&gt; it is."},
        {"is it so?", "Is it so?"},
        {"41 of 100", "41 of 100."},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = BUF_INIT;
        html_put_sentence(&out, rows[i].text);
        assert_string_equal(buf_text(&out), rows[i].sentence);
        buf_release(&out);
    }
}

static void headings_are_not_shouted(void **state)
{
    static const struct {
        const char *heading, *shown;
    } rows[] = {
        {"THE MONEY", "The money"},
        {"WHAT <YOU> GET", "What &lt;you&gt; get"},
        {"The US plan", "The US plan"},
        {"2 + 2", "2 + 2"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = BUF_INIT;
        html_put_heading(&out, rows[i].heading);
        assert_string_equal(buf_text(&out), rows[i].shown);
        buf_release(&out);
    }
}

static void only_web_addresses_become_links(void **state)
{
    static const struct {
        const char *url, *shown;
    } rows[] = {
        {NULL, "a &amp; b"},
        {"javascript:alert(1)", "a &amp; b"},
        {"https://x.test/?a=1&b=\"",
         "<a href=\"https://x.test/?a=1&amp;b=&quot;\" rel=\"noreferrer\">a &amp; b</a>"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = BUF_INIT;
        html_put_link(&out, rows[i].url, "a & b");
        assert_string_equal(buf_text(&out), rows[i].shown);
        buf_release(&out);
    }
}

static void data_cannot_end_its_element(void **state)
{
    static const char json[] = "{\"name\":\"</script><!--<script>\"}";
    struct buf out = BUF_INIT;

    (void)state;
    html_put_data(&out, "data", json, strlen(json));
    assert_string_equal(buf_text(&out),
                        "<script type=\"application/json\" id=\"data\">"
                        "{\"name\":\"\\u003c/script>\\u003c!--\\u003cscript>\"}</script>\n");
    buf_release(&out);
}

static void an_amount_is_drawn_to_scale(void **state)
{
    static const struct {
        const char *label;
        decimal low, high;
        const char *width; /* of the solid part, or NULL */
        const char *open;  /* of the hatched part, or NULL */
    } rows[] = {
        {"half", 50 * DECIMAL_ONE, 50 * DECIMAL_ONE, "width=\"50.000%\"", NULL},
        {"a range", 25 * DECIMAL_ONE, 100 * DECIMAL_ONE, "width=\"25.000%\"",
         "width=\"75.000%\""},
        {"nothing", 0, 0, NULL, NULL},
        {"a loss", -DECIMAL_ONE, 0, NULL, NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct svg_amount amount = {rows[i].low, rows[i].high, true};
        struct buf out = BUF_INIT;
        svg_amount(&out, hostile, &amount, 100 * DECIMAL_ONE);
        assert_null(strstr(buf_text(&out), "<script>"));
        assert_int_equal(strstr(buf_text(&out), "class=\"paid\"") != NULL,
                         rows[i].width != NULL);
        assert_int_equal(strstr(buf_text(&out), "class=\"open\"") != NULL,
                         rows[i].open != NULL);
        assert_true(!rows[i].width || strstr(buf_text(&out), rows[i].width));
        assert_true(!rows[i].open || strstr(buf_text(&out), rows[i].open));
        buf_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_in_markup_is_escaped),
        cmocka_unit_test(sentences_start_large_and_end),
        cmocka_unit_test(headings_are_not_shouted),
        cmocka_unit_test(only_web_addresses_become_links),
        cmocka_unit_test(data_cannot_end_its_element),
        cmocka_unit_test(an_amount_is_drawn_to_scale),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
