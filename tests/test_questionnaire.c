/* SPDX-License-Identifier: MIT
 *
 * The questionnaire without a terminal: typed lines in, text out, the profile after; and
 * answers given in a file.
 */
#include "pack_writer.h"
#include "rows.h"

#include "cli/answers.h"
#include "cli/questionnaire.h"

/* One conversation with the core pack. */
struct talk {
    struct arena arena;
    struct profile_options reading;
    struct questionnaire q;
    const char *typed; /* not read yet; "^C" is Ctrl-C, "?*" a '?' for all */
    struct buf told;
    size_t saves;
    size_t saves_left; /* before saving fails */
    enum questionnaire_end end;
};

/* Whether it was just asked whether to stop. */
static bool is_offered(const struct talk *talk)
{
    static const char offer[] = "(y or n) ";
    size_t len = sizeof offer - 1;

    return talk->told.len >= len &&
           strcmp(buf_text(&talk->told) + talk->told.len - len, offer) == 0;
}

static enum reply read_typed(void *context, struct buf *line)
{
    struct talk *talk = context;
    const char *end = strchr(talk->typed, '\n');

    if (strcmp(talk->typed, "?*") == 0) {
        buf_puts(line, is_offered(talk) ? "n" : "?");
        return REPLY_LINE;
    }
    if (strncmp(talk->typed, "^C", 2) == 0)
        return REPLY_INTERRUPTED;
    if (!end)
        return REPLY_END;
    buf_put(line, talk->typed, (size_t)(end - talk->typed));
    talk->typed = end + 1;
    return REPLY_LINE;
}

static void keep_told(void *context, const char *text)
{
    buf_puts(&((struct talk *)context)->told, text);
}

static bool count_save(void *context, struct text text)
{
    struct talk *talk = context;

    (void)text;
    if (talk->saves == talk->saves_left)
        return false;
    talk->saves++;
    return true;
}

static void talk_with(struct talk *talk, struct rulebook *book, const char *profile,
                      const char *typed, size_t saves_left)
{
    const struct pack *pack = rulebook_pack(book);

    *talk = (struct talk){.typed = typed, .told = BUF_INIT, .saves_left = saves_left};
    talk->reading =
        (struct profile_options){.rules = pack->rule_ids, .rule_count = pack->rule_count};
    talk->q = (struct questionnaire){.book = book,
                                     .reading = &talk->reading,
                                     .file = "acme.ini",
                                     .text = text_of(profile),
                                     .arena = &talk->arena,
                                     .context = talk,
                                     .read_line = read_typed,
                                     .write = keep_told,
                                     .save = count_save};
    talk->end = questionnaire_run(&talk->q);
}

static void talk_release(struct talk *talk)
{
    buf_release(&talk->told);
    arena_release(&talk->arena);
}

struct talk_row {
    const char *label, *profile, *typed;
    enum questionnaire_end end;
    int saves;
    const char *told;  /* somewhere in what is said */
    const char *after; /* the profile */
};

/* What is asked first is stated already: the rows are about what comes then. */
#define KNOWN "[company]\nname = Acme\n[fit]\nexpected_month = 800 USD\n"
#define COST KNOWN "\n[cost]\njoin_fee = "
#define FEES COST "99 USD\nmonthly_min_purchase = "
#define IN_EUR "[company]\nname = Acme\n[fit]\nexpected_month = 800 EUR\n"

static const struct talk_row rows[] = {
    {"nothing typed", KNOWN, "", QUESTIONNAIRE_STOPPED, 0, "[1] ", KNOWN},
    {"an answer", KNOWN, "99 USD\n", QUESTIONNAIRE_STOPPED, 1, "\n[2] ", COST "99 USD\n"},
    {"where it stands", KNOWN, "99 USD\n", QUESTIONNAIRE_STOPPED, 1,
     "score: none yet, range: 0 to 100, known: 0 %, verdict: too little", COST "99 USD\n"},
    {"'?' is unknown", KNOWN, "?\n", QUESTIONNAIRE_STOPPED, 1, "[2] ", COST "unknown\n"},
    {"so is nothing", KNOWN, "\n", QUESTIONNAIRE_STOPPED, 1, "[2] ", COST "unknown\n"},
    {"refused", KNOWN, "refused\n", QUESTIONNAIRE_STOPPED, 1, "[2] ", COST "refused\n"},
    {"another currency needs a rate", IN_EUR, "99 EUR\n", QUESTIONNAIRE_STOPPED, 1,
     "until the file has a rate, such as [rates] EUR = 1.08 USD,\n",
     IN_EUR "\n[cost]\njoin_fee = 99 EUR\n"},
    {"and that is told once", IN_EUR, "99 EUR\n9 EUR\n", QUESTIONNAIRE_STOPPED, 2,
     "to 1,000,000,000\n> score",
     IN_EUR "\n[cost]\njoin_fee = 99 EUR\nmonthly_min_purchase = 9 EUR\n"},
    {"a wrong value is asked for again", KNOWN, "much\n99 USD\n", QUESTIONNAIRE_STOPPED, 1,
     "'cost.join_fee' ", COST "99 USD\n"},
    {"help", KNOWN, "h\n99 USD\n", QUESTIONNAIRE_STOPPED, 1, "    find it: ", COST "99 USD\n"},
    {"nothing to go back to", KNOWN, "b\n", QUESTIONNAIRE_STOPPED, 0,
     "this is the first question", KNOWN},
    {"back", KNOWN, "1 USD\nB\n99 USD\n", QUESTIONNAIRE_STOPPED, 2,
     "so far: 1 USD; Enter keeps it\n> score: ", COST "99 USD\n"},
    {"back and kept", KNOWN, "99 USD\nb\n\n5 USD\n", QUESTIONNAIRE_STOPPED, 2, "[3] ",
     FEES "5 USD\n"},
    {"back twice", KNOWN, "1 USD\n5 USD\nb\nb\n99 USD\n", QUESTIONNAIRE_STOPPED, 3, "[1] ",
     FEES "5 USD\n"},
    {"stop", KNOWN, "99 USD\nq\n5 USD\n", QUESTIONNAIRE_STOPPED, 1, "[2] ", COST "99 USD\n"},
    {"interrupted", KNOWN, "99 USD\n^C", QUESTIONNAIRE_INTERRUPTED, 1, "[2] ", COST "99 USD\n"},
    {"what is known is not asked, and comments stay", "; mine\n" COST "99 USD ; so\n",
     "5 USD\n", QUESTIONNAIRE_STOPPED, 1, "[1] ",
     "; mine\n" COST "99 USD ; so\nmonthly_min_purchase = 5 USD\n"},
    {"a range is kept", COST "90..99 USD\n", "5 USD\n", QUESTIONNAIRE_STOPPED, 1, "[1] ",
     COST "90..99 USD\nmonthly_min_purchase = 5 USD\n"},
    {"unknown is asked", COST "unknown\n", "99 USD\n", QUESTIONNAIRE_STOPPED, 1, "[1] ",
     COST "99 USD\n"},
};

/* As above, with all asked that comes before the income table. */
#define ALL_BEFORE                                                                             \
    KNOWN "[cost]\njoin_fee = 99 USD\nmonthly_min_purchase = 0 USD\n"                          \
          "[recruit]\npays_for_enrollment = no\n"                                              \
          "[plan]\nlevels_paid = 5\nretail_discount_pct = 25%\n"                               \
          "[product]\ncustomer_spend_month = 40 USD\n"
#define TABLE ALL_BEFORE "\n[income]\nrow = "
#define GOOD "61% | 0 USD; 39% | 180 USD"

static const struct talk_row table_rows[] = {
    {"row by row", ALL_BEFORE, "61% | 0 USD\n39% | 180 USD\n\n", QUESTIONNAIRE_STOPPED, 1,
     "one row a line; an empty line ends the table\n> > > score: ", TABLE GOOD "\n"},
    {"then its year and whom it covers", ALL_BEFORE, "100% | 0\n\n2023\nall\n",
     QUESTIONNAIRE_STOPPED, 3, "Does the table count all",
     TABLE "100% | 0 USD\nyear = 2023\ncovers = all\n"},
    {"in the currency of the rest", ALL_BEFORE, "61% | 0\n 39%|180|10\n\n",
     QUESTIONNAIRE_STOPPED, 1, "[2] ", TABLE "61% | 0 USD; 39% | 180 USD | 10 USD\n"},
    {"in one line", ALL_BEFORE, "61% | 0; 39% | 180\n\n", QUESTIONNAIRE_STOPPED, 1, "[2] ",
     TABLE GOOD "\n"},
    {"a wrong row is given again", ALL_BEFORE, "61% | 0\n39% | x\n39% | 180\n\n",
     QUESTIONNAIRE_STOPPED, 1, "'income.row' must be an amount", TABLE GOOD "\n"},
    {"a row is missing", ALL_BEFORE, "61% | 0\n\n39% | 180\n\n", QUESTIONNAIRE_STOPPED, 1,
     "39% of the people are missing", TABLE GOOD "\n"},
    {"taken back", ALL_BEFORE, "62% | 0\nb\n61% | 0; 39% | 180\n\n", QUESTIONNAIRE_STOPPED, 1,
     "[2] ", TABLE GOOD "\n"},
    {"taken back, and told so", ALL_BEFORE, "62% | 0\nb\n?\n", QUESTIONNAIRE_STOPPED, 1,
     "the rows are taken back", TABLE "unknown\n"},
    {"where to find it, between rows", ALL_BEFORE, "61% | 0\nh\n39% | 180\n\n",
     QUESTIONNAIRE_STOPPED, 1, "> >     a row of the table", TABLE GOOD "\n"},
    {"a fault quotes what was typed", ALL_BEFORE, "61% | 0\n39% | some 180\n39% | 180\n\n",
     QUESTIONNAIRE_STOPPED, 1, "not 'some 180'\n", TABLE GOOD "\n"},
    {"a sign is a currency", ALL_BEFORE, "61% | 0\n39% | $180\n\n", QUESTIONNAIRE_STOPPED, 1,
     "[2] ", TABLE "61% | 0 USD; 39% | $180\n"},
    {"no table", ALL_BEFORE, "?\n", QUESTIONNAIRE_STOPPED, 1, "[2] ", TABLE "unknown\n"},
    {"refused", ALL_BEFORE, "refused\n", QUESTIONNAIRE_STOPPED, 1, "[2] ", TABLE "refused\n"},
    {"'q' keeps a whole one", ALL_BEFORE, "61% | 0; 39% | 180\nq\n", QUESTIONNAIRE_STOPPED, 1,
     "[1] ", TABLE GOOD "\n"},
    {"Ctrl-C keeps a whole one", ALL_BEFORE, "61% | 0; 39% | 180\n^C",
     QUESTIONNAIRE_INTERRUPTED, 1, "[1] ", TABLE GOOD "\n"},
    {"the input's end within it", ALL_BEFORE, "61% | 0\n", QUESTIONNAIRE_STOPPED, 0,
     "39% of the people are missing", ALL_BEFORE},
};

static void check_talks(struct rulebook *book, const struct talk_row *talks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct talk talk;
        talk_with(&talk, book, talks[i].profile, talks[i].typed, SIZE_MAX);
        const char *after =
            arena_printf(&talk.arena, "%.*s", (int)talk.q.text.len, talk.q.text.at);
        ROW_TEXT(talks[i].label, after, talks[i].after);
        ROW_INT(talks[i].label, talk.end, talks[i].end);
        ROW_INT(talks[i].label, (int)talk.saves, talks[i].saves);
        if (!strstr(buf_text(&talk.told), talks[i].told))
            ROW_TEXT(talks[i].label, buf_text(&talk.told), talks[i].told);
        talk_release(&talk);
    }
    ROWS_END();
}

static void every_answer_is_in_the_profile(void **state)
{
    check_talks(*state, rows, COUNT(rows));
}

static void an_income_table_is_taken_row_by_row(void **state)
{
    check_talks(*state, table_rows, COUNT(table_rows));
}

static void an_answer_that_cannot_be_kept_ends_it(void **state)
{
    struct talk talk;

    talk_with(&talk, *state, KNOWN, "99 USD\n5 USD\nno\n", 1);
    assert_int_equal(talk.end, QUESTIONNAIRE_NOT_SAVED);
    assert_string_equal(talk.typed, "no\n");
    talk_release(&talk);
}

/* Answered '?' all along, every question is asked once and it ends. */
static void unknown_is_asked_once_each(void **state)
{
    struct talk talk;

    talk_with(&talk, *state, "", "?*", SIZE_MAX);
    assert_int_equal(talk.end, QUESTIONNAIRE_DONE);
    assert_true(talk.saves > 20);
    static const char *const said[] = {
        "Nothing is left to ask that could move the score; ",
        "own numbers: the money, ",
        "Nothing is left to ask that could change the score or the figures.",
    };
    for (size_t i = 0; i < COUNT(said); i++)
        if (!strstr(buf_text(&talk.told), said[i]))
            ROW_TEXT(said[i], buf_text(&talk.told), said[i]);
    talk_release(&talk);
    ROWS_END();
}

static void six_answers_give_a_range_and_three_questions(void **state)
{
    struct talk talk;
    struct buf summary = BUF_INIT;

    talk_with(&talk, *state, "", "Acme\n800 USD\n99 USD\n120 USD\nyes\n5\nq\n", SIZE_MAX);
    questionnaire_put_summary(&talk.q, &summary);
    assert_non_null(strstr(buf_text(&summary), ", range: "));
    assert_non_null(strstr(buf_text(&summary), "\n1.  "));
    assert_non_null(strstr(buf_text(&summary), "\n3.  "));
    assert_null(strstr(buf_text(&summary), "\n4.  "));
    buf_release(&summary);
    talk_release(&talk);
}

/* --- a pack of two rules: one fact settles the verdict --- */

#define GATE                                                                                   \
    WRITER_RULE("'a.n'", "['a.n'] = 'up'",                                                     \
                "function(c) if c.a.n < 5 then return critical('c') end return pass('p') end")
#define YES                                                                                    \
    WRITER_RULE("'a.yes'", "",                                                                 \
                "function(c) if c.a.yes then return minor('m') end return pass('p') end")

struct offer_row {
    const char *label, *typed;
    enum questionnaire_end end;
    const char *after;
};

static void it_offers_to_stop_when_the_verdict_is_settled(void **state)
{
    static const struct offer_row offers[] = {
        {"taken", "7\ny\nyes\n", QUESTIONNAIRE_STOPPED, "[a]\nn = 7\n"},
        {"declined, once", "7\nn\nyes\n", QUESTIONNAIRE_DONE, "[a]\nn = 7\nyes = yes\n"},
        {"asked again", "7\nwhat\nno\nyes\n", QUESTIONNAIRE_DONE, "[a]\nn = 7\nyes = yes\n"},
        {"the input's end", "7\n", QUESTIONNAIRE_STOPPED, "[a]\nn = 7\n"},
        {"interrupted", "7\n^C", QUESTIONNAIRE_INTERRUPTED, "[a]\nn = 7\n"},
    };
    struct temp_pack pack;
    struct error err;

    (void)state;
    temp_open(&pack);
    temp_put(&pack, "pack.lua", WRITER_PACK("'t/A_rule.lua', 't/B_rule.lua'"));
    temp_put(&pack, "t/A_rule.lua", GATE);
    temp_put(&pack, "t/B_rule.lua", YES);
    struct rulebook *book = rulebook_open(pack.dir, RULEBOOK_FULL, &err);
    if (!book)
        fail_msg("%s:%d: %s", err.where, err.line, err.message);
    for (size_t i = 0; i < COUNT(offers); i++) {
        struct talk talk;
        talk_with(&talk, book, "", offers[i].typed, SIZE_MAX);
        const char *after =
            arena_printf(&talk.arena, "%.*s", (int)talk.q.text.len, talk.q.text.at);
        ROW_TEXT(offers[i].label, after, offers[i].after);
        ROW_INT(offers[i].label, talk.end, offers[i].end);
        assert_non_null(strstr(buf_text(&talk.told), "No open answer can change the verdict"));
        talk_release(&talk);
    }
    rulebook_close(book);
    temp_close(&pack);
    ROWS_END();
}

/* --- answers in a file --- */

struct answers_row {
    const char *label, *answers;
    const char *wanted; /* the profile, or "line: fault" of the first */
};

static void answers_in_a_file_are_taken_all_or_none(void **state)
{
    static const struct answers_row given[] = {
        {"none", "", "; mine\n"},
        {"by name", "plan.levels_paid = 5\n", "; mine\n\n[plan]\nlevels_paid = 5\n"},
        {"by section", "[plan]\nlevels_paid = 5 ; c\n", "; mine\n\n[plan]\nlevels_paid = 5\n"},
        {"by name in a section", "[cost]\nplan.levels_paid = 5\n",
         "; mine\n\n[plan]\nlevels_paid = 5\n"},
        {"BOM", "\xEF\xBB\xBFplan.levels_paid = 5\n", "; mine\n\n[plan]\nlevels_paid = 5\n"},
        {"quotes", "company.name = \"A ; \\\"B\\\"\"\n",
         "; mine\n\n[company]\nname = \"A ; \\\"B\\\"\"\n"},
        {"nothing is unknown", "plan.levels_paid =\n",
         "; mine\n\n[plan]\nlevels_paid = unknown\n"},
        {"'?' is unknown", "plan.levels_paid = ?\n",
         "; mine\n\n[plan]\nlevels_paid = unknown\n"},
        {"unknown fact", "plan.levels_paid = 5\nplan.levls = 5\n",
         "2: there is no fact 'plan.levls': 'plumbline schema' lists them"},
        {"wrong value", "; c\nplan.levels_paid = five\n",
         "2: 'plan.levels_paid' must be a whole number from 0 to 99, not 'five'"},
        {"twice", "plan.levels_paid = 5\n[plan]\nlevels_paid = 6\n",
         "3: 'plan.levels_paid' is answered in line 1 already"},
        {"rows of a table",
         "income.row = 61% | 0 USD\n[income]\nrow = 39% | 180 USD | 10 USD\n",
         "; mine\n\n[income]\nrow = 61% | 0 USD; 39% | 180 USD | 10 USD\n"},
        {"members of a set", "model.pay_sources = own_sales\nmodel.pay_sources = recruiting\n",
         "; mine\n\n[model]\npay_sources = own_sales, recruiting\n"},
        {"a row that is none", "income.row = 61% | 0 USD\nincome.row = 39%\n",
         "2: 'income.row' must be rows such as '61% | 0' or '7% | 1150 | 1000 | 1999' (share "
         "of "
         "people | average a year | low | high), not '39%'; several rows are parted by ';', "
         "such as '61% | 0 USD; 39% | 180 USD'"},
        {"rows from two sources", "income.row = 61% | 0 USD\nincome.row = 39% | 9 USD @S1\n",
         "2: 'income.row' is answered from another source in line 1: give both the same"},
        {"a source", "[source S1]\ntitle = T\n",
         "1: only facts are answered here: write [source S1] into the profile"},
        {"no line of a profile", "plan\n",
         "1: is neither a [section], a 'key = value' line nor a comment"},
    };
    const struct schema *schema = &rulebook_pack(*state)->schema;

    for (size_t i = 0; i < COUNT(given); i++) {
        struct arena arena = {0};
        struct faults faults = {0};
        struct text profile = text_of("; mine\n");
        bool ok = answers_take(text_of(given[i].answers), schema, &arena, &profile, &faults);
        const char *got =
            ok ? arena_printf(&arena, "%.*s", (int)profile.len, profile.at)
               : arena_printf(&arena, "%d: %s", faults.list[0].line, faults.list[0].message);
        ROW_TEXT(given[i].label, got, given[i].wanted);
        if (!ok && !text_is(profile, "; mine\n"))
            ROW_TEXT(given[i].label, "changed", "as it was");
        arena_release(&arena);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_answer_is_in_the_profile),
        cmocka_unit_test(an_income_table_is_taken_row_by_row),
        cmocka_unit_test(an_answer_that_cannot_be_kept_ends_it),
        cmocka_unit_test(unknown_is_asked_once_each),
        cmocka_unit_test(six_answers_give_a_range_and_three_questions),
        cmocka_unit_test(it_offers_to_stop_when_the_verdict_is_settled),
        cmocka_unit_test(answers_in_a_file_are_taken_all_or_none),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
