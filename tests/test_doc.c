/* SPDX-License-Identifier: MIT
 *
 * Terms with meanings and lines as they are, in every format; pages for a terminal keep to
 * their columns; pages of the manual have their names.
 */
#include "rows.h"

#include "report/docs/doc.h"

static void begin(struct doc *doc, const struct doc_format *format, struct buf *out)
{
    buf_reset(out);
    *doc = (struct doc){.format = format, .out = out};
}

static void terms_stand_before_their_meanings(void **state)
{
    static const struct {
        const char *label;
        const struct doc_format *format;
        const char *wanted;
    } rows[] = {
        {"text", &doc_text_page, "\n  --pack DIR         a <rule> pack\n"},
        {"md", &doc_md, "- **--pack DIR**: a &lt;rule&gt; pack\n\n"},
        {"html", &doc_html,
         "<dl>\n<dt><strong>--pack DIR</strong></dt>\n<dd>a &lt;rule&gt; pack</dd>\n</dl>\n"},
        {"man", &doc_man, ".TP\n\\fB\\&\\-\\-pack DIR\\fR\n\\&a <rule> pack\n"},
    };
    struct buf out = BUF_INIT;
    struct doc doc;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        begin(&doc, rows[i].format, &out);
        doc_open(&doc, DOC_TERMS, NULL);
        doc_term(&doc, "--pack DIR", "a <rule> pack");
        doc_close(&doc, DOC_TERMS);
        ROW_TEXT(rows[i].label, buf_text(&out), rows[i].wanted);
        buf_release(&doc.block);
    }
    buf_release(&out);
    ROWS_END();
}

static void a_heading_of_markdown_keeps_its_last_words(void **state)
{
    static const struct {
        const char *label, *title, *wanted;
    } rows[] = {
        {"one mark", "ACME #", "## ACME \\#\n\n"},
        {"two", "ACME ##", "## ACME \\##\n\n"},
        {"within a word", "C#", "## C#\n\n"},
        {"in the middle", "the #1 company", "## the #1 company\n\n"},
    };
    struct buf out = BUF_INIT;
    struct doc doc;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        begin(&doc, &doc_md, &out);
        doc_section(&doc, rows[i].title);
        ROW_TEXT(rows[i].label, buf_text(&out), rows[i].wanted);
    }
    buf_release(&out);
    ROWS_END();
}

/* Blanks at the start, empty lines and what means something to a format come out as they are.
 */
static void lines_stay_as_they_are(void **state)
{
    static const struct {
        const char *label;
        const struct doc_format *format;
        const char *wanted;
    } rows[] = {
        {"text", &doc_text_page, "\n    .so x\n\n      'a' <b>\\f\n    ```\n"},
        {"md", &doc_md, "    .so x\n    \n      'a' <b>\\f\n    ```\n\n"},
        {"html", &doc_html, "<pre>.so x\n\n  &#39;a&#39; &lt;b&gt;\\f\n```\n</pre>\n"},
        {"man", &doc_man,
         ".PP\n.RS 4\n.nf\n\\&.so x\n\\&\n\\&  \\[aq]a\\[aq] <b>\\[rs]f\n"
         "\\&\\[ga]\\[ga]\\[ga]\n.fi\n.RE\n"},
    };
    struct buf out = BUF_INIT;
    struct doc doc;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        begin(&doc, rows[i].format, &out);
        doc_lines(&doc, ".so x\n\n  'a' <b>\\f\n```\n");
        ROW_TEXT(rows[i].label, buf_text(&out), rows[i].wanted);
        buf_release(&doc.block);
    }
    buf_release(&out);
    ROWS_END();
}

static void a_terminal_gets_eighty_columns(void **state)
{
    static const char wanted[] =
        "page\n"
        "  about\n"
        "\n"
        "HEADING\n"
        "  word word word word word word word word word word word word word word word\n"
        "  word word word word word\n"
        "\n"
        "  - an item, and another\n"
        "\n"
        "  short meaning\n"
        "  a-long-term\n"
        "        word word word word word word word word word word word word word word\n"
        "        word word\n"
        "  word word word word word word word word word word word word word word word\n"
        "  word word word word word\n"
        "        wide\n"
        "\n"
        "  one                more; most\n"
        "\n"
        "  a link <https://example.org/>\n";
    static const char *const names[] = {"A", "B", "C"};
    struct buf out = BUF_INIT, words = BUF_INIT;
    struct doc doc;

    (void)state;
    for (int i = 0; i < 20; i++)
        buf_printf(&words, "word%s", i < 19 ? " " : "");
    begin(&doc, &doc_text_page, &out);
    doc_begin(&doc, "page", "about");
    doc_section(&doc, "HEADING");
    doc_put(&doc, DOC_PARAGRAPH, buf_text(&words));
    doc_open(&doc, DOC_LIST, NULL);
    doc_put(&doc, DOC_ITEM, "an item, and another");
    doc_close(&doc, DOC_LIST);
    doc.term_width = 5;
    doc_open(&doc, DOC_TERMS, NULL);
    doc_term(&doc, "short", "meaning");
    doc_term(&doc, "a-long-term", buf_text(&words) + 4 * strlen("word "));
    doc_term(&doc, buf_text(&words), "wide");
    doc_close(&doc, DOC_TERMS);
    doc_table(&doc, names, COUNT(names));
    doc_open(&doc, DOC_ROW, NULL);
    doc_put(&doc, DOC_CELL, "one");
    doc_put(&doc, DOC_CELL, "more");
    doc_put(&doc, DOC_CELL, "most");
    doc_close(&doc, DOC_ROW);
    doc_close(&doc, DOC_TABLE);
    doc_open(&doc, DOC_PARAGRAPH, NULL);
    doc_link(&doc, "https://example.org/", "a link");
    doc_close(&doc, DOC_PARAGRAPH);
    doc_end(&doc);
    assert_string_equal(buf_text(&out), wanted);
    buf_release(&words);
    buf_release(&out);
}

/* A name in one piece: programs that look for pages read it. */
static void pages_of_the_manual_have_names(void **state)
{
    struct buf out = BUF_INIT;
    struct doc doc;

    (void)state;
    begin(&doc, &doc_man, &out);
    doc.page = "plumbline-a-rather-long-name-of-a-page";
    doc.page_section = 5;
    doc.version = "1.2.3";
    doc_begin(&doc, "title", "About it.");
    doc_section(&doc, "FIRST");
    doc_put(&doc, DOC_PARAGRAPH, "one");
    doc_put(&doc, DOC_PARAGRAPH, "two");
    doc_end(&doc);
    assert_string_equal(buf_text(&out),
                        ".TH PLUMBLINE\\-A\\-RATHER\\-LONG\\-NAME\\-OF\\-A\\-PAGE 5 \"\" "
                        "\"plumbline 1.2.3\" \"Manual of plumbline\"\n.nh\n.ad l\n"
                        ".SH NAME\nplumbline\\-a\\-rather\\-long\\-name\\-of\\-a\\-page \\- "
                        "About it.\n.SH \"\\&FIRST\"\n\\&one\n.PP\n\\&two\n");
    buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_stand_before_their_meanings),
        cmocka_unit_test(a_heading_of_markdown_keeps_its_last_words),
        cmocka_unit_test(lines_stay_as_they_are),
        cmocka_unit_test(a_terminal_gets_eighty_columns),
        cmocka_unit_test(pages_of_the_manual_have_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
