/* SPDX-License-Identifier: MIT
 *
 * Places, ties and groups, with made-up findings; that the order of the input does not matter;
 * and how much memory a company takes.
 */
/* clang-format off: cmocka wants its own headers before itself */
#include "made_up.h"
/* clang-format on */
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "audit/outputs/ranking.h"

enum { OPEN = -1 }; /* a rule that is not decided */

/* --- memory: the linker leads all requests of the engine through these --- */

static struct {
    size_t now, peak; /* bytes */
} heap;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *at, size_t size);
void __real_free(void *at);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *at, size_t size);
void __wrap_free(void *at);

static void *note(void *at)
{
    heap.now += malloc_usable_size(at);
    heap.peak = heap.now > heap.peak ? heap.now : heap.peak;
    return at;
}

void *__wrap_malloc(size_t size)
{
    return note(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
    return note(__real_calloc(count, size));
}

void *__wrap_realloc(void *at, size_t size)
{
    heap.now -= malloc_usable_size(at);
    return note(__real_realloc(at, size));
}

void __wrap_free(void *at)
{
    heap.now -= malloc_usable_size(at);
    __real_free(at);
}

/* --- records --- */

static struct bench {
    struct made m;
    const struct pack *packs[2];
    struct ranking *ranking;
    int64_t count;
} b;

static void open_bench(size_t packs)
{
    struct error err;

    b.packs[0] = b.packs[1] = &b.m.pack;
    b.count = 0;
    b.ranking = ranking_open(b.packs, packs, &err);
    assert_non_null(b.ranking);
}

static int set_up(void **state)
{
    (void)state;
    make(&b.m, MADE_MAX);
    b.m.pack.name = "made";
    b.m.pack.version = "1";
    open_bench(1);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    ranking_close(b.ranking);
    return 0;
}

static void set_credits(const int *credits)
{
    for (size_t i = 0; i < MADE_MAX; i++) {
        struct ending end = ending(OUTCOME_CREDIT, credits[i]);
        if (credits[i] == OPEN)
            b.m.findings[i] =
                (struct finding){.rule = &b.m.rules[i], .outcome = OUTCOME_UNKNOWN};
        else
            set_span(&b.m, i, end, end);
    }
}

/* What the findings as they stand come to. */
static struct pack_result result(struct rule_result rules[MADE_MAX])
{
    struct pack_result p = {.rules = rules, .rule_count = MADE_MAX};
    struct tally sum = {0};

    for (size_t i = 0; i < MADE_MAX; i++) {
        rules[i] = (struct rule_result){.tally = finding_tally(&b.m.findings[i])};
        if (b.m.pack.themes[b.m.rules[i].theme].score == SCORE_COMPANY)
            tally_add(&sum, rules[i].tally);
    }
    p.score = tally_score(sum);
    p.verdict = verdict_of(&b.m.pack, b.m.findings, p.score, false);
    return p;
}

static void take(const struct record *record)
{
    struct error err;

    if (!ranking_take(b.ranking, record, &err))
        fail_msg("%s", err.message);
}

static void add(const char *company, const char *name, const int *credits)
{
    struct rule_result rules[MADE_MAX];

    set_credits(credits);
    struct pack_result p = result(rules);
    struct pack_result both[] = {p, p};
    take(&(struct record){.kind = RECORD_ASSESSED,
                          .number = b.count++,
                          .name = name,
                          .company = company,
                          .packs = both,
                          .pack_count = 2});
}

/* All rules earn the same. */
static void add_even(const char *company, int credit)
{
    int credits[MADE_MAX];

    for (size_t i = 0; i < MADE_MAX; i++)
        credits[i] = credit;
    add(company, "even.ini", credits);
}

static void add_failed(enum record_kind kind, const char *name, size_t errors)
{
    take(&(struct record){
        .kind = kind, .number = b.count++, .name = name, .company = "", .errors = errors});
}

/* --- what came out --- */

/* "1 a, 2= b, 2= c; thin d": places, names, "=" for a tie, groups. */
static bool put_ranked(void *context, const struct ranked *r, struct error *err)
{
    static const char *const groups[] = {"", "thin ", "unreadable ", "lost "};
    struct buf *out = context;
    (void)err;

    buf_puts(out, out->len ? ", " : "");
    buf_puts(out, groups[r->group]);
    if (r->group == RANKED_PLACED)
        buf_printf(out, "%zu%s ", r->place, r->ties_before || r->ties_after ? "=" : "");
    buf_puts(out, *r->company ? r->company : r->name);
    if (r->errors)
        buf_printf(out, " %zu", r->errors);
    return true;
}

static void assert_ranking(const char *wanted)
{
    struct buf got = BUF_INIT;
    struct error err;

    assert_true(ranking_walk(b.ranking, 0, put_ranked, &got, &err));
    assert_string_equal(buf_text(&got), wanted);
    buf_release(&got);
}

/* --- order --- */

static void the_higher_score_comes_first(void **state)
{
    (void)state;
    add_even("c", 450);
    add_even("a", 900);
    add_even("d", 210);
    add_even("b", 700);
    assert_ranking("1 a, 2 b, 3 c, 4 d");
}

static void the_band_comes_before_the_score(void **state)
{
    static const int capped[] = {1000, 1000, 1000, 1000, 1000, 1000, 0, 0};
    (void)state;

    add("capped", "a.ini", capped); /* 75 of 100, two criticals: the lowest band */
    add_even("b", 450);
    assert_ranking("1 b, 2 capped");
}

static void of_one_score_the_higher_low_comes_first(void **state)
{
    static const int all[] = {500, 500, 500, 500, 500, 500, 500, 500};
    static const int half[] = {500, 500, 500, 500, OPEN, OPEN, OPEN, OPEN};
    (void)state;

    add("open", "a.ini", half);
    add("sure", "b.ini", all);
    assert_ranking("1= sure, 1= open");
}

static void of_one_low_the_name_tells_and_then_the_file(void **state)
{
    static const int credits[] = {500, 500, 500, 500, 500, 500, 500, 500};
    (void)state;

    add_even("b", 500);
    add("B", "z", credits);
    add("", "z.ini", credits);
    add("ba", "1", credits);
    add("", "a.ini", credits);
    assert_ranking("1= a.ini, 1= z.ini, 1= B, 1= b, 1= ba");
}

static void long_names_are_read_to_their_end(void **state)
{
    static char names[3][3001];
    struct buf wanted = BUF_INIT;
    static const char last[] = "cab";
    (void)state;

    for (size_t i = 0; i < COUNT(names); i++) {
        memset(names[i], 'n', sizeof names[i] - 1);
        names[i][sizeof names[i] - 2] = last[i];
        add_even(names[i], 500);
    }
    buf_printf(&wanted, "1= %s, 1= %s, 1= %s", names[1], names[2], names[0]);
    assert_ranking(buf_text(&wanted));
    buf_release(&wanted);
}

/* --- ties --- */

static void neighbours_tie_below_five_points_and_not_at_five(void **state)
{
    static const struct {
        const char *label;
        int better, worse;
        const char *ranking;
    } rows[] = {
        {"the same", 700, 700, "1= a, 1= b"},     {"just below", 700, 651, "1= a, 1= b"},
        {"on the line", 700, 650, "1 a, 2 b"},    {"over it", 700, 640, "1 a, 2 b"},
        {"in two bands", 601, 599, "1= a, 1= b"},
    };
    (void)state;

    for (size_t i = 0; i < COUNT(rows); i++) {
        add_even("b", rows[i].worse);
        add_even("a", rows[i].better);
        assert_ranking(rows[i].ranking);
        ranking_close(b.ranking);
        open_bench(1);
    }
}

static void only_rules_decided_in_both_count(void **state)
{
    static const int a[] = {1000, 1000, 1000, 600, OPEN, OPEN, OPEN, OPEN};
    static const int same_there[] = {OPEN, OPEN, OPEN, 600, 600, 600, 600, 300};
    (void)state;

    add("b", "b.ini", same_there); /* 54 against 90, but alike in the one rule of both */
    add("a", "a.ini", a);
    assert_ranking("1= a, 1= b");
}

static void scores_alike_are_apart_where_the_shared_rules_are(void **state)
{
    static const int a[] = {1000, 600, 600, 600, 600, OPEN, OPEN, OPEN};
    static const int other[] = {600, OPEN, OPEN, OPEN, OPEN, 700, 700, 700};
    (void)state;

    add("b", "b.ini", other); /* 67.5 and 68, but 60 against 100 in the one rule of both */
    add("a", "a.ini", a);
    assert_ranking("1 a, 2 b");
}

static void who_shares_no_rule_ties(void **state)
{
    static const int a[] = {1000, 1000, 1000, 1000, OPEN, OPEN, OPEN, OPEN};
    static const int other[] = {OPEN, OPEN, OPEN, OPEN, 300, 300, 300, 300};
    (void)state;

    add("a", "a.ini", a);
    add("b", "b.ini", other);
    assert_ranking("1= a, 1= b");
}

static void what_is_not_of_the_company_score_is_not_shared(void **state)
{
    static const int a[] = {1000, 1000, 1000, OPEN, OPEN, OPEN, 0, 900};
    static const int other[] = {OPEN, OPEN, OPEN, 300, 300, 300, 1000, 200};
    (void)state;

    b.m.rules[6].theme = THEME_FIT;
    b.m.rules[7].points = 0;
    add("a", "a.ini", a);
    add("b", "b.ini", other);
    assert_ranking("1= a, 1= b");
}

static void a_span_counts_at_its_middle(void **state)
{
    struct rule_result rules[MADE_MAX];
    static const int wide[] = {500, 500, 500, 500, 500, 500, 500, 500};
    (void)state;

    add_even("b", 500);
    set_credits(wide);
    for (size_t i = 0; i < MADE_MAX; i++)
        set_span(&b.m, i, ending(OUTCOME_CREDIT, 300), ending(OUTCOME_CREDIT, 798));
    struct pack_result p = result(rules);
    take(&(struct record){.name = "a.ini", .company = "a", .packs = &p, .pack_count = 1});
    assert_ranking("1= a, 1= b"); /* 54.9 and 50 */
}

static void a_place_is_shared_with_the_first_that_has_it(void **state)
{
    (void)state;
    add_even("a", 900);
    add_even("b", 780);
    add_even("c", 740);
    add_even("d", 700); /* ties with c, and is 8 points from b */
    add_even("e", 640);
    add_even("f", 600);
    add_even("g", 500);
    assert_ranking("1 a, 2= b, 2= c, 4= d, 5= e, 5= f, 7 g");
}

/* --- groups --- */

static void who_is_thinly_known_has_no_place(void **state)
{
    static const int one[] = {1000, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN};
    static const int none[] = {OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN};
    (void)state;

    add("nothing", "a.ini", none);
    add_failed(RECORD_LOST, "z.ini", 0);
    add("one b", "b.ini", one);
    add_failed(RECORD_UNREADABLE, "y.ini", 3);
    add("one a", "c.ini", one);
    add_failed(RECORD_UNREADABLE, "x.ini", 1);
    add_even("placed", 400);
    assert_ranking("1 placed, thin one a, thin one b, thin nothing, unreadable x.ini 1, "
                   "unreadable y.ini 3, lost z.ini");
    struct ranking_counts counts = ranking_count(b.ranking, 0);
    assert_int_equal(counts.companies, 7);
    assert_int_equal(counts.groups[RANKED_PLACED], 1);
    assert_int_equal(counts.groups[RANKED_THIN], 3);
    assert_int_equal(counts.groups[RANKED_UNREADABLE], 2);
    assert_int_equal(counts.groups[RANKED_LOST], 1);
    assert_int_equal(counts.bands[2], 1); /* in part */
}

/* --- as text --- */

static const struct report_context context = {.version = "9.9"};

/* The drawing at a width; to be freed. */
static char *draw_passing(const struct passed_over *passed, bool stopped, size_t width)
{
    struct text_style style = {.width = width};
    FILE *file = tmpfile();
    struct error err;

    assert_non_null(file);
    struct output *output = output_of(fileno(file));
    assert_true(ranking_draw(b.ranking, &context, &style, stopped, passed, output, &err));
    assert_true(output_finish(output, &err));
    off_t size = lseek(fileno(file), 0, SEEK_END);
    char *text = malloc((size_t)size + 1);
    assert_int_equal(pread(fileno(file), text, (size_t)size, 0), size);
    text[size] = '\0';
    fclose(file);
    return text;
}

static char *draw_when(bool stopped, size_t width)
{
    return draw_passing(&(struct passed_over){0}, stopped, width);
}

static char *draw(size_t width)
{
    return draw_when(false, width);
}

static void add_all_kinds(void)
{
    static const int one[] = {1000, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN};
    static const int half[] = {700, 700, 700, 700, OPEN, OPEN, OPEN, OPEN};
    static const int critical[] = {0, 900, 900, 900, 900, 900, 900, 900};

    add_even("Harbor Soap", 900);
    add_even("Quiet River", 720);
    add("Larkspur and its sister companies of the northern and southern coasts", "l.ini", half);
    add("Ätherische Öle Düsseldorf Gesellschaft mit beschränkter Haftung", "o.ini", critical);
    add("thin", "t.ini", one);
    add_failed(RECORD_UNREADABLE, "broken.ini", 12);
    add_failed(RECORD_LOST, "bomb.ini", 0);
}

/* Takes off what the signs mean, which must be there. */
static void cut_signs(char *text)
{
    char *signs = strstr(text, "\n= ties with a neighbour");

    assert_non_null(signs);
    assert_non_null(strstr(signs, "forecast.")); /* the sentence under every report */
    *signs = '\0';
}

static void a_ranking_fits_eighty_columns(void **state)
{
    (void)state;
    add_all_kinds();
    char *text = draw(80);
    cut_signs(text);
    assert_string_equal(
        text,
        "plumbline 9.9, pack made 1 #\n"
        "7 companies: the verdict so far is well for 1, mostly for 2, in part for 1; 1 is\n"
        "too thinly known to rank; 1 could not be read; 1 was lost, as the process that\n"
        "scored it ended early\n"
        "\n"
        "RANKING\n"
        "    0      50     100 score range  known verdict     company\n"
        " 1  ..............o..    90 90     100 % well        Harbor Soap\n"
        "/2= ............o....    72 72     100 % mostly      Quiet River\n"
        "|2= ......|----o--|..    70 35-85   50 % mostly?     Larkspur and its sister ...\n"
        "\\4= .............o...    78 78     100 % in part !   Ätherische Öle Düsseldor...\n"
        "\n"
        "TOO LITTLE IS KNOWN TO RANK\n"
        "under 20 % of the points are decided and nothing serious was found; the best\n"
        "known first\n"
        "    0      50     100 score range  known in order    company\n"
        "    ..|-------------|     - 12-100  12 % 1 of 1      thin\n"
        "\n"
        "COULD NOT BE READ\n"
        "   12 errors broken.ini\n"
        "\n"
        "LOST\n"
        "the process that scored them ended early\n"
        "  bomb.ini\n");
    free(text);
}

static void what_was_passed_over_is_said_below(void **state)
{
    static const struct {
        const char *label;
        struct passed_over passed;
        const char *wanted;
    } rows[] = {
        {"none", {0}, NULL},
        {"one",
         {1, "in/notes.txt", false},
         "\npassed over a file that is not *.ini: in/notes.txt; say --include for others\n"},
        {"several",
         {1001, "in/notes.txt", false},
         "\npassed over 1001 files that are not *.ini: in/notes.txt and 1000 more; say\n"
         "--include for others\n"},
        {"of others",
         {2, "a.ini", true},
         "\npassed over 2 files that do not fit --include: a.ini and 1 more; say --include\n"
         "again for others\n"},
    };

    (void)state;
    for (int placed = 0; placed < 2; placed++) { /* whether there is a ranking or none */
        for (size_t i = 0; i < COUNT(rows); i++) {
            char *text = draw_passing(&rows[i].passed, false, 80);
            if (rows[i].wanted ? !strstr(text, rows[i].wanted) : strstr(text, "passed") != NULL)
                fail_msg("%s: %s", rows[i].label, text);
            free(text);
        }
        add_all_kinds();
    }
}

static void a_great_many_errors_do_not_run_into_the_name(void **state)
{
    (void)state;
    add_failed(RECORD_UNREADABLE, "broken.ini", 94000);
    char *text = draw(80);
    assert_non_null(strstr(text, "  94000 errors broken.ini\n"));
    free(text);
}

static void a_narrow_terminal_has_fewer_columns(void **state)
{
    (void)state;
    add_all_kinds();
    char *text = draw(40);
    cut_signs(text);
    assert_string_equal(text, "plumbline 9.9, pack made 1 #\n"
                              "7 companies: the verdict so far is well\n"
                              "for 1, mostly for 2, in part for 1; 1 is\n"
                              "too thinly known to rank; 1 could not be\n"
                              "read; 1 was lost, as the process that\n"
                              "scored it ended early\n"
                              "\n"
                              "RANKING\n"
                              "    score verdict     company\n"
                              " 1     90 well        Harbor Soap\n"
                              "/2=    72 mostly      Quiet River\n"
                              "|2=    70 mostly?     Larkspur and it...\n"
                              "\\4=    78 in part !   Ätherische Öle ...\n"
                              "\n"
                              "TOO LITTLE IS KNOWN TO RANK\n"
                              "under 20 % of the points are decided and\n"
                              "nothing serious was found; the best\n"
                              "known first\n"
                              "    score in order    company\n"
                              "        - 1 of 1      thin\n"
                              "\n"
                              "COULD NOT BE READ\n"
                              "   12 errors broken.ini\n"
                              "\n"
                              "LOST\n"
                              "the process that scored them ended early\n"
                              "  bomb.ini\n");
    free(text);
}

static void a_ranking_of_a_part_says_so(void **state)
{
    static const char wanted[] = "\nstopped before the end, after 7 companies: ";
    (void)state;
    add_all_kinds();
    char *whole = draw(80), *part = draw_when(true, 80);
    assert_null(strstr(whole, "stopped"));
    assert_non_null(strstr(part, wanted));
    free(whole);
    free(part);
}

static void no_line_is_wider_than_the_terminal(void **state)
{
    (void)state;
    add_all_kinds();
    for (size_t width = 40; width <= 160; width++) {
        char *text = draw(width);
        for (const char *line = text; *line; line += strcspn(line, "\n") + 1)
            if (text_columns((struct text){line, strcspn(line, "\n")}) > width)
                fail_msg("over %zu columns: %.*s", width, (int)strcspn(line, "\n"), line);
        assert_int_equal(utf8_valid_len(text, strlen(text)), strlen(text));
        free(text);
    }
}

/* --- order of the input --- */

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* A company that is the same for one number, whenever it is made. Names and results recur. */
static void add_generated(uint32_t number)
{
    static const int choices[] = {OPEN, OPEN, OPEN, OPEN, 1000, 600, 250, 0};
    uint32_t seed = number * 2654435761u;
    int credits[MADE_MAX];
    char company[40], name[40];

    snprintf(company, sizeof company, "Company %u", (unsigned)(next_random(&seed) % 300));
    snprintf(name, sizeof name, "%u.ini", (unsigned)(number % 5000));
    if (next_random(&seed) % 20 == 0) {
        add_failed(number % 2 ? RECORD_LOST : RECORD_UNREADABLE, name, number % 7);
        return;
    }
    uint32_t known = next_random(&seed) % 9; /* of 8: so there are thin ones and full ones */
    for (size_t i = 0; i < MADE_MAX; i++)
        credits[i] =
            next_random(&seed) % 8 < known ? choices[4 + next_random(&seed) % 4] : OPEN;
    add(company, name, credits);
}

static void the_order_of_the_input_does_not_matter(void **state)
{
    enum { COMPANIES = 3000 };
    static uint32_t numbers[COMPANIES];
    uint32_t seed = 7;
    char *first = NULL;
    (void)state;

    for (uint32_t i = 0; i < COMPANIES; i++)
        numbers[i] = i;
    for (int round = 0; round < 5; round++) {
        ranking_close(b.ranking);
        open_bench(2);
        for (size_t i = 0; i < COMPANIES; i++)
            add_generated(numbers[i]);
        char *text = draw(100);
        if (first)
            assert_string_equal(text, first);
        else
            first = text;
        if (text != first)
            free(text);
        for (size_t i = COMPANIES - 1; i > 0; i--) { /* Fisher and Yates */
            size_t j = next_random(&seed) % (i + 1);
            uint32_t other = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = other;
        }
    }
    free(first);
}

static bool check_neighbours(void *context_, const struct ranked *r, struct error *err)
{
    struct ranked *before = context_;
    (void)err;

    if (before->place > 0) {
        assert_true(r->group >= before->group);
        assert_int_equal(r->ties_before, before->ties_after);
        if (r->group == RANKED_PLACED) {
            assert_true(r->verdict.now >= before->verdict.now);
            assert_true(r->place != before->place || r->ties_before);
            if (r->verdict.now == before->verdict.now)
                assert_true(r->score.score <= before->score.score);
        }
    }
    *before = *r;
    return true;
}

static void generated_companies_stand_in_order(void **state)
{
    struct ranked before = {0};
    struct error err;
    (void)state;

    for (uint32_t i = 0; i < 3000; i++)
        add_generated(i);
    assert_true(ranking_walk(b.ranking, 0, check_neighbours, &before, &err));
}

/* --- memory --- */

/* The most that was held at once from the first record to the end of the drawing. */
static size_t peak_of(uint32_t companies)
{
    ranking_close(b.ranking);
    size_t before = heap.now;
    heap.peak = heap.now;
    open_bench(1);
    for (uint32_t i = 0; i < companies; i++)
        add_generated(i);
    FILE *file = tmpfile();
    struct output *output = output_of(fileno(file));
    struct text_style style = {.width = 80};
    struct error err;
    assert_true(ranking_draw(b.ranking, &context, &style, false, &(struct passed_over){0},
                             output, &err));
    assert_true(output_finish(output, &err));
    fclose(file);
    return heap.peak - before;
}

/* All requests for memory are counted by what they hold: malloc_usable_size. */
static void a_company_takes_less_than_64_bytes(void **state)
{
    size_t few = peak_of(10000), many = peak_of(100000);
    (void)state;

    print_message("peak: %zu bytes for 10,000 companies, %zu for 100,000\n", few, many);
    assert_true(many > few); /* or nothing was measured */
    assert_true((many - few) / 90000 < 64);
    assert_true(many < (size_t)64 * 100000);
}

/* --- faults --- */

static void a_full_disk_is_an_error(void **state)
{
    struct rlimit old, low;
    struct rule_result rules[MADE_MAX];
    struct pack_result p = result(rules);
    struct record record = {.name = "a.ini", .company = "a", .packs = &p, .pack_count = 1};
    struct error err = {0};
    bool ok = true;
    (void)state;

    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    low = old;
    low.rlim_cur = (rlim_t)64 * 1024;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &low), 0);
    for (int i = 0; ok && i < 10000; i++)
        ok = ranking_take(b.ranking, &record, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_false(ok);
    assert_int_equal(err.kind, ERROR_OUTPUT);
    assert_string_equal(err.message,
                        "cannot write the temporary file of the ranking: File too large");
}

static bool refuse(void *context_, const struct ranked *r, struct error *err)
{
    (void)context_;
    return error_set(err, ERROR_OUTPUT, NULL, 0, "no more after %s", r->company);
}

static void a_walk_ends_where_it_is_refused(void **state)
{
    struct error err;
    (void)state;

    add_even("a", 900);
    add_even("b", 500);
    assert_false(ranking_walk(b.ranking, 0, refuse, NULL, &err));
    assert_string_equal(err.message, "no more after a");
}

static void an_audit_of_nothing_has_a_ranking_of_nothing(void **state)
{
    (void)state;
    assert_ranking("");
    char *text = draw(80);
    assert_string_equal(text, "plumbline 9.9, pack made 1 #\n0 companies\n");
    free(text);
}

#define RANKING_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        RANKING_TEST(the_higher_score_comes_first),
        RANKING_TEST(the_band_comes_before_the_score),
        RANKING_TEST(of_one_score_the_higher_low_comes_first),
        RANKING_TEST(of_one_low_the_name_tells_and_then_the_file),
        RANKING_TEST(long_names_are_read_to_their_end),
        RANKING_TEST(neighbours_tie_below_five_points_and_not_at_five),
        RANKING_TEST(only_rules_decided_in_both_count),
        RANKING_TEST(scores_alike_are_apart_where_the_shared_rules_are),
        RANKING_TEST(who_shares_no_rule_ties),
        RANKING_TEST(what_is_not_of_the_company_score_is_not_shared),
        RANKING_TEST(a_span_counts_at_its_middle),
        RANKING_TEST(a_place_is_shared_with_the_first_that_has_it),
        RANKING_TEST(who_is_thinly_known_has_no_place),
        RANKING_TEST(a_ranking_fits_eighty_columns),
        RANKING_TEST(what_was_passed_over_is_said_below),
        RANKING_TEST(a_great_many_errors_do_not_run_into_the_name),
        RANKING_TEST(a_narrow_terminal_has_fewer_columns),
        RANKING_TEST(a_ranking_of_a_part_says_so),
        RANKING_TEST(no_line_is_wider_than_the_terminal),
        RANKING_TEST(the_order_of_the_input_does_not_matter),
        RANKING_TEST(generated_companies_stand_in_order),
        RANKING_TEST(a_company_takes_less_than_64_bytes),
        RANKING_TEST(a_full_disk_is_an_error),
        RANKING_TEST(a_walk_ends_where_it_is_refused),
        RANKING_TEST(an_audit_of_nothing_has_a_ranking_of_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
