/* SPDX-License-Identifier: MIT */
#include "rows.h"

#include "base/text.h"

static void only_blanks_and_tabs_are_trimmed(void **state)
{
    static const struct {
        const char *text, *trimmed;
    } rows[] = {
        {"", ""},
        {"  \t ", ""},
        {" a", "a"},
        {"a\t", "a"},
        {" a b ", "a b"},
        {"\na\n", "\na\n"},
        {"a", "a"},
        {"\t a \t", "a"},
        {"\xc2\xa0"
         "a",
         "\xc2\xa0"
         "a"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct text got = text_trim(text_of(rows[i].text));
        ROW_INT(rows[i].text, text_is(got, rows[i].trimmed), true);
    }
    ROWS_END();
}

/* The pieces joined by '|'. */
static void join(char *out, bool next(struct text *, struct text *), const char *text)
{
    struct text rest = text_of(text), piece;

    while (next(&rest, &piece)) {
        memcpy(out, piece.at, piece.len);
        out += piece.len;
        *out++ = '|';
    }
    *out = '\0';
}

static bool next_listed(struct text *rest, struct text *piece)
{
    return text_next_part(rest, ',', piece);
}

static void columns_are_those_of_a_terminal(void **state)
{
    static const struct {
        const char *text;
        size_t columns, fit, used; /* what fits into four columns */
    } rows[] = {
        {"", 0, 0, 0},
        {"abc", 3, 3, 3},
        {"abcde", 5, 4, 4},
        {"a\tb", 3, 3, 3},
        {"\u00e4\u00f6", 2, 4, 2},
        {"e\u0301e", 2, 4, 2},           /* an accent stands on the letter before it */
        {"\u65e5\u672c\u682a", 6, 6, 4}, /* wide */
        {"a\u65e5\u672c", 5, 4, 3},      /* half of a wide one is no use */
        {"\xff\xfe", 2, 2, 2},
        {"\u0421\u043e\u043b", 3, 6, 3},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t used;
        ROW_INT(rows[i].text, (int)utf8_columns(rows[i].text), (int)rows[i].columns);
        ROW_INT(rows[i].text, (int)text_cut(text_of(rows[i].text), 4, &used), (int)rows[i].fit);
        ROW_INT(rows[i].text, (int)used, (int)rows[i].used);
    }
    ROWS_END();
}

static void a_list_is_cut_at_its_separator(void **state)
{
    static const struct {
        const char *text, *pieces;
    } rows[] = {
        {"", ""},   {"a", "a|"},  {"a, b", "a|b|"},       {"a,,b", "a||b|"},
        {",", "|"}, {"a,", "a|"}, {" a b ,c ", "a b|c|"}, {", a", "|a|"},
    };
    char got[64];

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        join(got, next_listed, rows[i].text);
        ROW_TEXT(rows[i].text, got, rows[i].pieces);
    }
    ROWS_END();
}

static void words_are_cut_at_runs_of_white_space(void **state)
{
    static const struct {
        const char *text, *words;
    } rows[] = {
        {"", ""},         {"   ", ""},         {"a", "a|"},      {"a b", "a|b|"},
        {"a  b", "a|b|"}, {"a\tb\t ", "a|b|"}, {" a b", "a|b|"}, {"a,b c", "a,b|c|"},
    };
    char got[64];

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        join(got, text_next_word, rows[i].text);
        ROW_TEXT(rows[i].text, got, rows[i].words);
    }
    ROWS_END();
}

static void letters_and_digits_are_ascii_only(void **state)
{
    (void)state;
    for (int c = -128; c < 128; c++) {
        assert_int_equal(is_digit((char)c), c >= '0' && c <= '9');
        assert_int_equal(is_letter((char)c), (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
        assert_int_equal(is_blank((char)c), c == ' ' || c == '\t');
        assert_int_equal(to_lower((char)c), c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
}

static void distance_counts_single_changes_and_swaps(void **state)
{
    static const struct {
        const char *a, *b;
        int limit, distance;
    } rows[] = {
        {"", "", 3, 0},
        {"join_fee", "join_fee", 3, 0},
        {"join_fee", "join_fe", 3, 1},
        {"join_fee", "jion_fee", 3, 1},
        {"join_fee", "jpin_fee", 3, 1},
        {"abc", "", 3, 3},
        {"", "abc", 3, 3},
        {"kitten", "sitting", 3, 3},
        {"kitten", "sitting", 2, 3},
        {"ca", "abc", 3, 3}, /* a swap, then nothing between */
        {"abcdefgh", "zzzzzzzz", 4, 5},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct text a = text_of(rows[i].a), b = text_of(rows[i].b);
        ROW_INT(rows[i].b, text_distance(a, b, rows[i].limit), rows[i].distance);
        ROW_INT(rows[i].b, text_distance(b, a, rows[i].limit), rows[i].distance);
    }
    ROWS_END();
}

static void names_over_64_bytes_are_too_far_apart(void **state)
{
    char name[66];

    (void)state;
    memset(name, 'a', 65);
    name[65] = '\0';
    assert_int_equal(text_distance(text_of(name), text_of(name), 9), 10);
    assert_int_equal(text_distance(text_of(name), text_of(""), 99), 100);
    name[64] = '\0';
    assert_int_equal(text_distance(text_of(name), text_of(name), 9), 0);
    assert_int_equal(text_distance(text_of(name), text_of(""), 99), 64);
}

static void the_nearest_name_is_suggested_if_it_is_near(void **state)
{
    static const char *const names[] = {"join_fee", "renewal", "kit", "kat", "premium_pct"};
    static const struct {
        const char *wanted, *nearest;
    } rows[] = {
        {"join_fee", "join_fee"}, {"joinfee", "join_fee"},
        {"renewel", "renewal"},   {"kt", "kit"}, /* of two equally near the first */
        {"premium", NULL},        {"premum_pc", "premium_pct"},
        {"price", NULL},          {"", NULL},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *got = text_nearest(text_of(rows[i].wanted), names, COUNT(names));
        ROW_TEXT(rows[i].wanted, got ? got : "none",
                 rows[i].nearest ? rows[i].nearest : "none");
    }
    assert_null(text_nearest(text_of("kit"), names, 0));
    ROWS_END();
}

static void invalid_utf8_is_found_where_it_starts(void **state)
{
    static const struct {
        const char *label, *bytes;
        size_t valid;
    } rows[] = {
        {"nothing", "", 0},
        {"ascii", "abc", 3},
        {"two bytes", "a\xc3\xa9", 3},
        {"three bytes", "\xe2\x82\xac", 3},
        {"four bytes", "\xf0\x9f\x98\x80", 4},
        {"the last code point", "\xf4\x8f\xbf\xbf", 4},
        {"just below the surrogates", "\xed\x9f\xbf", 3},
        {"just above the surrogates", "\xee\x80\x80", 3},
        {"a continuation alone", "ab\x80", 2},
        {"two bytes, cut", "ab\xc3", 2},
        {"three bytes, cut", "ab\xe2\x82", 2},
        {"four bytes, cut", "ab\xf0\x9f\x98", 2},
        {"a lead, then a letter", "a\xc3z", 1},
        {"overlong slash", "a\xc0\xaf", 1},
        {"overlong in three", "a\xe0\x80\xaf", 1},
        {"overlong in four", "a\xf0\x80\x80\xaf", 1},
        {"surrogate", "\xed\xa0\x80", 0},
        {"beyond 10FFFF", "\xf4\x90\x80\x80", 0},
        {"five bytes", "\xf8\x88\x80\x80\x80", 0},
        {"Latin-1", "caf\xe9 au lait", 3},
        {"FF", "a\xff", 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        ROW_INT(rows[i].label, (long long)utf8_valid_len(rows[i].bytes, strlen(rows[i].bytes)),
                (long long)rows[i].valid);
    ROWS_END();
}

static void columns_count_code_points(void **state)
{
    (void)state;
    assert_int_equal(utf8_columns(""), 0);
    assert_int_equal(utf8_columns("abc"), 3);
    assert_int_equal(utf8_columns("caf\xc3\xa9 \xe2\x82\xac"), 6);
}

static void a_quoted_excerpt_is_short_and_splits_no_character(void **state)
{
    char text[80];

    (void)state;
    assert_int_equal(text_shown(text_of("short")), 5);
    memset(text, 'a', 79);
    text[79] = '\0';
    assert_int_equal(text_shown(text_of(text)), TEXT_SHOWN_MAX);
    for (size_t back = 1; back <= 3; back++) {
        memset(text, 'a', 79);
        memcpy(text + TEXT_SHOWN_MAX - back, "\xf0\x9f\x98\x80", 4);
        assert_int_equal(text_shown(text_of(text)), TEXT_SHOWN_MAX - (int)back);
    }
    memset(text, 'a', 79);
    memcpy(text + TEXT_SHOWN_MAX - 4, "\xf0\x9f\x98\x80", 4);
    assert_int_equal(text_shown(text_of(text)), TEXT_SHOWN_MAX);
}

static void a_line_is_found_by_its_number(void **state)
{
    static const struct {
        const char *text;
        int number;
        const char *line;
    } rows[] = {
        {"a\nb\nc", 1, "a"},     {"a\nb\nc", 3, "c"},    {"a\n\n  c \n", 2, ""},
        {"a\n\n  c \n", 3, "c"}, {"a\r\nb\r\n", 1, "a"}, {"a\r\nb\r\n", 2, "b"},
        {"a\n", 2, ""},          {"a", 9, ""},           {"", 1, ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        ROW_INT(rows[i].text, text_is(text_line(rows[i].text, rows[i].number), rows[i].line),
                true);
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_blanks_and_tabs_are_trimmed),
        cmocka_unit_test(columns_are_those_of_a_terminal),
        cmocka_unit_test(a_list_is_cut_at_its_separator),
        cmocka_unit_test(words_are_cut_at_runs_of_white_space),
        cmocka_unit_test(letters_and_digits_are_ascii_only),
        cmocka_unit_test(distance_counts_single_changes_and_swaps),
        cmocka_unit_test(names_over_64_bytes_are_too_far_apart),
        cmocka_unit_test(the_nearest_name_is_suggested_if_it_is_near),
        cmocka_unit_test(invalid_utf8_is_found_where_it_starts),
        cmocka_unit_test(columns_count_code_points),
        cmocka_unit_test(a_line_is_found_by_its_number),
        cmocka_unit_test(a_quoted_excerpt_is_short_and_splits_no_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
