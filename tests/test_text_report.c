/* SPDX-License-Identifier: MIT
 *
 * The terminal report in all its widths and both drawings, and the one line of it that must be
 * seen.
 */
#include "pack_fixture.h"
#include "rows.h"

#include "report/sentences.h"
#include "report/text/text.h"

static const struct report_context context = {.version = "1"};

/* Of the examples, the one with most to say, the worst, and the one least is known of. */
static const char *const files[] = {"sunleaf", "peakrise", "quiet_river", "invited_last_night"};

static void assess_file(struct rulebook *book, const char *name, struct arena *arena,
                        struct assessment *out)
{
    const struct pack *pack = rulebook_pack(book);
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct profile *profile = arena_alloc(arena, sizeof *profile);
    const char *path = arena_printf(arena, SOURCE_DIR "/profiles/%s.ini", name);
    struct faults faults = {0};
    struct error err = {0};

    if (!profile_load(path, &pack->schema, &options, arena, profile, &faults, &err))
        fail_msg("%s cannot be read: %s", path, err.message);
    profile->file = "test.ini"; /* the folder's name is of no matter */
    assess(book, profile, arena, out);
}

/* --- widths --- */

/* Where a line is too long, whether it is one word, which cannot be broken. */
static bool is_one_word(struct text line)
{
    struct text word;

    return text_next_word(&line, &word) && !text_next_word(&line, &word);
}

static void check_widths(const char *file, const struct text_style *style, const char *drawn)
{
    struct text rest = text_of(drawn);

    while (rest.len > 0) {
        struct text line = {rest.at, strcspn(rest.at, "\n")};
        rest.at += line.len + 1;
        rest.len -= line.len + 1;
        if (text_columns(line) <= style->width || is_one_word(line))
            continue;
        print_error("%s, %zu columns: %.*s\n", file, style->width, (int)line.len, line.at);
        rows_failed++;
    }
}

static void no_line_is_wider_than_the_page(void **state)
{
    static const size_t widths[] = {TEXT_NARROWEST, 61, 72, 79, TEXT_WIDTH, 101, 120, 200};
    struct arena arena = {0};

    for (size_t f = 0; f < COUNT(files); f++) {
        struct assessment a;
        assess_file(*state, files[f], &arena, &a);
        for (size_t i = 0; i < 4 * COUNT(widths); i++) {
            struct text_style style = {.width = widths[i / 4], .verbose = i & 1, .utf8 = i & 2};
            struct buf out = BUF_INIT;
            text_assessment(&out, &a, &context, &style, &arena);
            check_widths(files[f], &style, buf_text(&out));
            buf_release(&out);
        }
    }
    arena_release(&arena);
    ROWS_END();
}

static void wider_pages_have_longer_bars(void **state)
{
    static const struct {
        const char *label;
        size_t width;
        const char *wanted;
    } rows[] = {
        {"narrowest", 60, "\n  The plan is clear              #####??......  49  45-54\n"},
        {"usual", 80,
         "\n  The plan is clear              ###############???...............  49  45-54\n"},
        {"wide", 100,
         "\n  The plan is clear              "
         "########################?????........................  49  45-54\n"},
    };
    struct arena arena = {0};
    struct assessment a;

    assess_file(*state, "sunleaf", &arena, &a);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct text_style style = {.width = rows[i].width};
        struct buf out = BUF_INIT;
        text_assessment(&out, &a, &context, &style, &arena);
        const char *line = strstr(buf_text(&out), "\n  The plan is clear ");
        assert_non_null(line);
        struct text got = {line, strcspn(line + 1, "\n") + 2};
        ROW_TEXT(rows[i].label, arena_copy(&arena, got.at, got.len), rows[i].wanted);
        buf_release(&out);
    }
    arena_release(&arena);
    ROWS_END();
}

/* --- drawings --- */

/* What each drawn character is in ASCII; the others as they are. */
static const char *in_ascii(const char *drawn, struct arena *arena)
{
    static const struct {
        const char *utf8, *ascii;
    } glyphs[] = {
        {"\u2550", "="}, {"\u2588", "#"}, {"\u2592", "?"}, {"\u00b7", "."},
        {"\u2502", "|"}, {"\u25cb", "o"}, {"\u25cf", "o"},
    };
    struct buf out = BUF_INIT;

    while (*drawn) {
        size_t i = 0;
        while (i < COUNT(glyphs) && strncmp(drawn, glyphs[i].utf8, strlen(glyphs[i].utf8)) != 0)
            i++;
        if (i < COUNT(glyphs)) {
            buf_puts(&out, glyphs[i].ascii);
            drawn += strlen(glyphs[i].utf8);
        } else {
            buf_putc(&out, *drawn++);
        }
    }
    const char *text = arena_copy(arena, buf_text(&out), out.len);
    buf_release(&out);
    return text;
}

static void both_drawings_have_the_same_columns_and_words(void **state)
{
    struct arena arena = {0};

    for (size_t f = 0; f < COUNT(files); f++) {
        struct text_style ascii = {.width = TEXT_WIDTH, .color = true}, utf8 = ascii;
        struct buf plain = BUF_INIT, drawn = BUF_INIT;
        struct assessment a;
        utf8.utf8 = true;
        assess_file(*state, files[f], &arena, &a);
        text_assessment(&plain, &a, &context, &ascii, &arena);
        text_assessment(&drawn, &a, &context, &utf8, &arena);
        ROW_INT(files[f], text_plain_len(buf_text(&plain), plain.len) > 0, 1);
        ROW_INT(files[f], drawn.len > plain.len, 1);
        ROW_TEXT(files[f], in_ascii(buf_text(&drawn), &arena), buf_text(&plain));
        buf_release(&plain);
        buf_release(&drawn);
    }
    arena_release(&arena);
    ROWS_END();
}

/* Those who were paid nothing are seen at once. */
static void people_who_were_paid_nothing_look_different(void **state)
{
    struct text_style style = {.width = TEXT_WIDTH, .utf8 = true};
    struct buf out = BUF_INIT;
    struct arena arena = {0};
    struct assessment a;

    assess_file(*state, "sunleaf", &arena, &a);
    text_assessment(&out, &a, &context, &style, &arena);
    assert_non_null(strstr(buf_text(&out), "61 were paid nothing    \u25cb\u25cb"));
    assert_non_null(strstr(buf_text(&out), "  2 about 17,260 a year  \u25cf\u25cf\n"));
    buf_release(&out);
    arena_release(&arena);
}

/* --- one line --- */

static void one_line_has_verdict_score_and_what_is_critical(void **state)
{
    static const struct {
        const char *label, *profile, *wanted;
    } rows[] = {
        {"nothing known", "[company]\nname = A\n",
         "A: too little is known; could become hardly ... well; between 0 and 100\n"},
        {"critical", "[company]\nname = A\n[recruit]\npays_for_enrollment = yes\n",
         "A: so far it hardly meets the advice; could become hardly ... in part; 0 of 100 (0 "
         "to "
         "97); critical: RE01\n"},
    };
    struct text_style style = {.width = TEXT_WIDTH};

    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf out = BUF_INIT;
        struct arena arena = {0};
        struct assessment a;
        assess_text(*state, rows[i].profile, &arena, &a);
        text_brief(&out, &a, &style, false);
        ROW_TEXT(rows[i].label, buf_text(&out), rows[i].wanted);
        buf_release(&out);
        arena_release(&arena);
    }
    ROWS_END();
}

static void one_line_names_the_pack_where_there_are_more(void **state)
{
    struct text_style style = {.width = TEXT_WIDTH};
    struct buf out = BUF_INIT;
    struct arena arena = {0};
    struct assessment a;

    assess_text(*state, "[company]\nname = A\n", &arena, &a);
    text_brief(&out, &a, &style, true);
    assert_memory_equal(buf_text(&out), "A, by pack core: ", 17);
    buf_release(&out);
    arena_release(&arena);
}

/* --- one scale --- */

/* Whether what is shown, each of 'count' parts rounded to hundredths, adds up to that. */
static bool adds_up(double shown, int thousandths, size_t count)
{
    double gap = shown - thousandths / 1000.0;

    return gap <= 0.005 * (double)count + 0.001 && -gap <= 0.005 * (double)count + 0.001;
}

static void points_are_of_the_100_of_the_score_and_add_up(void **state)
{
    for (size_t i = 0; i < COUNT(files); i++) {
        struct arena arena = {0};
        struct assessment a;
        const struct finding **short_of;
        struct question *open;
        struct buf text = BUF_INIT;
        double lost = 0, swing = 0;

        assess_file(*state, files[i], &arena, &a);
        size_t lost_count = findings_short(&a, SCORE_COMPANY, &arena, &short_of);
        for (size_t f = 0; f < lost_count; f++) {
            buf_reset(&text);
            sentence_loss(&text, &a, short_of[f]);
            lost -= strtod(buf_text(&text), NULL);
        }
        size_t open_count = questions(&a, &arena, &open);
        for (size_t q = 0; q < open_count; q++) {
            buf_reset(&text);
            sentence_swing(&text, &a, &open[q]);
            swing += strtod(buf_text(&text), NULL);
        }
        assert_true(lost > 0 && swing > 0);
        if (!adds_up(lost, 100000 - a.score.high, lost_count))
            ROW_TEXT(files[i], arena_printf(&arena, "lost %.2f", lost), "to the upper end");
        if (!adds_up(swing, a.score.high - a.score.low, open_count))
            ROW_TEXT(files[i], arena_printf(&arena, "open %.2f", swing), "the range");
        buf_release(&text);
        arena_release(&arena);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_line_is_wider_than_the_page),
        cmocka_unit_test(wider_pages_have_longer_bars),
        cmocka_unit_test(both_drawings_have_the_same_columns_and_words),
        cmocka_unit_test(people_who_were_paid_nothing_look_different),
        cmocka_unit_test(points_are_of_the_100_of_the_score_and_add_up),
        cmocka_unit_test(one_line_has_verdict_score_and_what_is_critical),
        cmocka_unit_test(one_line_names_the_pack_where_there_are_more),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
