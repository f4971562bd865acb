/* SPDX-License-Identifier: MIT
 *
 * What changed between two results: the parts of a change add up, each cause has only its own,
 * and companies are paired and ranked.
 */
#include "result_fixture.h"

#include "audit/results/diff_pairs.h"
#include "audit/results/diff_report.h"

/* --- made-up companies --- */

enum { RULES_MAX = 12 };

static const char *const rule_ids[RULES_MAX] = {"AA01", "AA02", "AA03", "AA04", "BB01", "BB02",
                                                "BB03", "BB04", "CC01", "CC02", "CC03", "CC04"};
static const char *const fact_names[] = {"a.one", "a.two", "b.one", "b.two"};
static const char *const values[] = {"1", "2"};
static const char *const hashes[] = {"aaaa", "bbbb"};

/* A small generator (xorshift), so that a failure comes again. */
static unsigned next(unsigned *state, unsigned below)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state % below;
}

/* One side: what a result says of a company. */
struct side {
    struct stamp_pack pack;
    struct stamp stamp;
    struct entry entry;
    struct result_finding findings[RULES_MAX];
    struct result_fact facts[COUNT(fact_names)];
    struct diff_side side;
};

static struct tally tally_for(const struct result_finding *f, int low, int high)
{
    struct rule rule = {.points = (int)f->points};
    struct finding finding = {.rule = &rule,
                              .worst = {.outcome = OUTCOME_CREDIT, .credit = low},
                              .best = {.outcome = OUTCOME_CREDIT, .credit = high}};

    outcome_from_name(f->outcome, &finding.outcome);
    if (strcmp(f->outcome, "span") == 0)
        finding.outcome = OUTCOME_CREDIT;
    return finding_tally(&finding);
}

static void make_finding(struct result_finding *f, const char *reads[2], unsigned *seed)
{
    static const char *const outcomes[] = {"credit",  "span",  "credit",
                                           "unknown", "error", "not_applicable"};
    int low = (int)next(seed, 1001), high = low + (int)next(seed, (unsigned)(1001 - low));

    f->outcome = outcomes[next(seed, COUNT(outcomes))];
    f->points = 1 + next(seed, 60);
    f->waiver = next(seed, 5) ? WAIVER_NONE : WAIVER_HOLDS;
    f->of = next(seed, 10) ? SCORE_COMPANY : SCORE_FIT;
    f->has_tally = true;
    f->tally = tally_for(f, low, strcmp(f->outcome, "span") == 0 ? high : low);
    f->severity = strcmp(f->outcome, "credit") == 0 ? outcome_severity(OUTCOME_CREDIT, low) : 0;
    f->reads = (struct names){reads, 2};
    for (size_t i = 0; i < f->reads.count; i++)
        reads[i] = fact_names[next(seed, COUNT(fact_names))];
}

/* Sets the scores that follow from the findings. */
static void add_up(struct side *s)
{
    struct tally all = {0}, without = {0};

    s->entry.has_without = false;
    for (size_t i = 0; i < s->entry.finding_count; i++) {
        const struct result_finding *f = &s->findings[i];
        if (f->of != SCORE_COMPANY)
            continue;
        tally_add(&all, f->tally);
        if (f->waiver == WAIVER_HOLDS)
            s->entry.has_without = true;
        else
            tally_add(&without, f->tally);
    }
    s->entry.score = tally_score(all);
    s->entry.without = tally_score(without);
}

static void make_side(struct side *s, enum json_detail detail, unsigned *seed,
                      const char *reads[RULES_MAX][2])
{
    *s = (struct side){.pack = {.name = "p", .hash = hashes[next(seed, 2)]}};
    s->stamp = (struct stamp){.detail = detail, .packs = &s->pack, .pack_count = 1};
    s->entry = (struct entry){.kind = ENTRY_COMPANY,
                              .name = "a.ini",
                              .company = "A",
                              .hash = hashes[next(seed, 2)],
                              .verdict = {.band = "well"},
                              .findings = s->findings,
                              .facts = s->facts};
    for (size_t i = 0; i < RULES_MAX; i++) {
        struct result_finding *f = &s->findings[s->entry.finding_count];
        if (next(seed, 8) == 0)
            continue; /* a rule that this side does not have */
        f->rule = rule_ids[i];
        make_finding(f, reads[i], seed);
        s->entry.finding_count++;
    }
    for (size_t i = 0; detail == DETAIL_FULL && i < COUNT(fact_names); i++)
        s->facts[s->entry.fact_count++] = (struct result_fact){
            fact_names[i], "known", values[next(seed, 2)], values[next(seed, 2)]};
    s->side = (struct diff_side){&s->stamp, &s->entry};
    add_up(s);
}

/* --- the parts --- */

static int sum_of(const struct diff_score *score)
{
    int sum = 0;

    for (int i = 0; i < CAUSE_COUNT; i++)
        sum += score->parts[i];
    return sum;
}

static void check_sum(const struct diff_score *score, unsigned seed)
{
    if (score->has_old && score->has_new && sum_of(score) != score->new - score->old)
        fail_msg("seed %u: the parts add up to %d, the change is %d", seed, sum_of(score),
                 score->new - score->old);
}

static void parts_add_up_on_random_pairs(void **state)
{
    static struct side old, new;
    static const char *old_reads[RULES_MAX][2], *new_reads[RULES_MAX][2];
    size_t changed = 0, second = 0;

    (void)state;
    for (unsigned i = 1; i <= 20000; i++) {
        unsigned seed = i * 2654435761u;
        struct arena arena = {0};
        struct diff_company company;
        struct error err = {0};
        make_side(&old, i % 2 ? DETAIL_FULL : DETAIL_FINDINGS, &seed, old_reads);
        make_side(&new, i % 2 ? DETAIL_FULL : DETAIL_FINDINGS, &seed, new_reads);
        if (!diff_companies(&old.side, &new.side, &arena, &company, &err))
            fail_msg("seed %u: %s", i, err.message);
        check_sum(&company.score, i);
        if (company.has_second)
            check_sum(&company.second, i);
        assert_int_equal(company.score.parts[CAUSE_WAIVERS], 0);
        changed += company.score.old != company.score.new;
        second += company.has_second;
        arena_release(&arena);
    }
    assert_true(changed > 15000 && second > 10000);
}

static void a_side_that_does_not_add_up_is_refused(void **state)
{
    static struct side old, new;
    static const char *reads[RULES_MAX][2];
    unsigned seed = 42;
    struct arena arena = {0};
    struct diff_company company;
    struct error err = {0};

    (void)state;
    make_side(&old, DETAIL_FINDINGS, &seed, reads);
    new = old;
    new.entry.findings = new.findings;
    new.side = (struct diff_side){&new.stamp, &new.entry};
    assert_true(diff_companies(&old.side, &new.side, &arena, &company, &err));
    assert_int_equal(company.status, DIFF_SAME);
    new.entry.score.score++;
    assert_false(diff_companies(&old.side, &new.side, &arena, &company, &err));
    assert_string_equal(err.message, "the new result's numbers of 'a.ini' do not add up: "
                                     "'plumbline verify' says where");
    arena_release(&arena);
}

/* --- causes --- */

/* One finding, AA01, reads a.one; a second one stays as it is, so that points count. */
static const struct {
    const char *label;
    enum json_detail detail;
    const char *profile, *pack, *day; /* now; then: "aaaa", "aaaa" and none */
    const char *value;                /* of a.one now; then: 1 */
    const char *outcome;              /* of AA01 now; then: major. NULL: the rule is gone */
    int points;                       /* now; then: 40 */
    enum waiver_state waiver;         /* now; then: none */
    const char *parts;                /* of the score, then of the second where there is one */
    const char *finding;              /* "change cause" */
} causes[] = {
    {"nothing", DETAIL_FULL, "aaaa", "aaaa", NULL, "1", "major", 40, WAIVER_NONE, "", ""},
    {"a fact", DETAIL_FULL, "bbbb", "aaaa", NULL, "2", "pass", 40, WAIVER_NONE, "facts 37500",
     "gone facts"},
    {"a fact that changes nothing", DETAIL_FULL, "bbbb", "aaaa", NULL, "2", "major", 40,
     WAIVER_NONE, "", ""},
    {"a fact that is known no more", DETAIL_FULL, "bbbb", "aaaa", NULL, NULL, "unknown", 40,
     WAIVER_NONE, "facts 37500", "gone facts"},
    {"a rule", DETAIL_FULL, "aaaa", "bbbb", NULL, "1", "critical", 40, WAIVER_NONE,
     "rules -12500", "worse rules"},
    {"a rule, and a fact it does not read", DETAIL_FULL, "bbbb", "bbbb", NULL, "1", "critical",
     40, WAIVER_NONE, "rules -12500", "worse rules"},
    {"a fact of a rule of another pack", DETAIL_FULL, "bbbb", "bbbb", NULL, "2", "critical", 40,
     WAIVER_NONE, "facts -12500", "worse facts"},
    {"neither fact nor rule", DETAIL_FULL, "aaaa", "aaaa", NULL, "1", "minor", 40, WAIVER_NONE,
     "program 17500", "better program"},
    {"points", DETAIL_FULL, "aaaa", "aaaa", NULL, "1", "major", 120, WAIVER_NONE,
     "points -18750", ""},
    {"a fact, then points", DETAIL_FULL, "bbbb", "aaaa", NULL, "2", "minor", 120, WAIVER_NONE,
     "facts 17500 points -10000", "better facts"},
    {"a waiver", DETAIL_FULL, "bbbb", "aaaa", NULL, "1", "major", 40, WAIVER_HOLDS,
     " | waivers 37500", ""},
    {"a waiver and a fact", DETAIL_FULL, "bbbb", "aaaa", NULL, "2", "critical", 40,
     WAIVER_HOLDS, "facts -12500 | facts -12500 waivers 50000", "worse facts"},
    {"a lapsed waiver", DETAIL_FULL, "bbbb", "aaaa", NULL, "1", "major", 40, WAIVER_LAPSED, "",
     ""},
    {"a rule gone with its pack", DETAIL_FULL, "aaaa", "bbbb", NULL, "1", NULL, 40, WAIVER_NONE,
     "rules 37500", "gone rules"},
    {"a rule switched off", DETAIL_FULL, "aaaa", "aaaa", NULL, "1", NULL, 40, WAIVER_NONE,
     "points 37500", "gone points"},
    {"findings: another profile", DETAIL_FINDINGS, "bbbb", "aaaa", NULL, NULL, "minor", 40,
     WAIVER_NONE, "facts 17500", "better facts"},
    {"findings: another day", DETAIL_FINDINGS, "aaaa", "aaaa", "2024-05-02", NULL, "minor", 40,
     WAIVER_NONE, "facts 17500", "better facts"},
    {"findings: another pack", DETAIL_FINDINGS, "aaaa", "bbbb", NULL, NULL, "minor", 40,
     WAIVER_NONE, "rules 17500", "better rules"},
    {"findings: both", DETAIL_FINDINGS, "bbbb", "bbbb", NULL, NULL, "minor", 40, WAIVER_NONE,
     "mixed 17500", "better mixed"},
    {"summary: another profile", DETAIL_SUMMARY, "bbbb", "aaaa", NULL, NULL, "minor", 40,
     WAIVER_NONE, "facts 17500", ""},
    {"summary: another pack", DETAIL_SUMMARY, "aaaa", "bbbb", NULL, NULL, "minor", 40,
     WAIVER_NONE, "rules 17500", ""},
    {"summary: both", DETAIL_SUMMARY, "bbbb", "bbbb", NULL, NULL, "minor", 40, WAIVER_NONE,
     "mixed 17500", ""},
};

static void make_two(struct side *s, enum json_detail detail, const char *outcome,
                     int64_t points, enum waiver_state waiver, const char *value)
{
    static const char *const reads[] = {"a.one"};
    enum outcome named = OUTCOME_PASS;

    *s = (struct side){.pack = {.name = "p", .hash = "aaaa"}};
    s->stamp = (struct stamp){.detail = detail, .packs = &s->pack, .pack_count = 1};
    s->entry = (struct entry){.kind = ENTRY_COMPANY,
                              .name = "a.ini",
                              .company = "A",
                              .hash = "aaaa",
                              .verdict = {.band = "well"},
                              .facts = s->facts,
                              .findings = s->findings};
    for (int i = outcome ? 0 : 1; i < 2; i++) {
        struct result_finding *f = &s->findings[s->entry.finding_count++];
        *f = (struct result_finding){.rule = rule_ids[i],
                                     .outcome = i ? "pass" : outcome,
                                     .points = i ? 40 : points,
                                     .waiver = i ? WAIVER_NONE : waiver,
                                     .has_tally = true,
                                     .reads = {reads, i ? 0 : 1}};
        outcome_from_name(f->outcome, &named);
        f->tally = tally_for(f, outcome_credit(named), outcome_credit(named));
        f->severity = outcome_severity(named, 0);
    }
    if (detail == DETAIL_FULL && value)
        s->facts[s->entry.fact_count++] = (struct result_fact){"a.one", "known", value, value};
    s->side = (struct diff_side){&s->stamp, &s->entry};
    add_up(s);
    if (detail == DETAIL_SUMMARY)
        s->entry.finding_count = 0;
}

static void put_parts(struct buf *out, const struct diff_score *score)
{
    const char *between = "";

    for (int i = 0; i < CAUSE_COUNT; i++) {
        if (score->parts[i] == 0)
            continue;
        buf_printf(out, "%s%s %d", between, cause_names[i], score->parts[i]);
        between = " ";
    }
}

static void each_cause_has_its_part(void **state)
{
    static struct side old, new;

    (void)state;
    for (size_t i = 0; i < COUNT(causes); i++) {
        struct arena arena = {0};
        struct diff_company c;
        struct error err = {0};
        struct buf parts = BUF_INIT, finding = BUF_INIT;
        make_two(&old, causes[i].detail, "major", 40, WAIVER_NONE, "1");
        make_two(&new, causes[i].detail, causes[i].outcome, causes[i].points, causes[i].waiver,
                 causes[i].value);
        new.entry.hash = causes[i].profile;
        new.entry.as_of = causes[i].day;
        new.pack.hash = causes[i].pack;
        if (!diff_companies(&old.side, &new.side, &arena, &c, &err))
            fail_msg("%s: %s", causes[i].label, err.message);
        put_parts(&parts, &c.score);
        buf_puts(&parts, c.has_second ? " | " : "");
        if (c.has_second)
            put_parts(&parts, &c.second);
        if (c.finding_count > 0)
            buf_printf(&finding, "%s %s", finding_change_names[c.findings[0].change],
                       cause_names[c.findings[0].cause]);
        ROW_TEXT(causes[i].label, buf_text(&parts), causes[i].parts);
        ROW_TEXT(causes[i].label, buf_text(&finding), causes[i].finding);
        buf_release(&parts);
        buf_release(&finding);
        arena_release(&arena);
    }
    ROWS_END();
}

/* --- pairs and ranks --- */

/* Companies as "NAME=PROFILE", in the order of the audit; "!" for one that cannot be read. */
static const char *write_audit(struct rulebook *book, const char *companies,
                               struct arena *arena)
{
    struct buf text = BUF_INIT;
    struct text rest = text_of(companies), word;
    int count = 0, unreadable = 0;

    draw_run(&text, book, DETAIL_FINDINGS);
    while (text_next_word(&rest, &word)) {
        struct text name;
        text_next_part(&word, '=', &name);
        const char *called = arena_copy(arena, name.at, name.len);
        bool bad = text_is(word, "!");
        if (bad)
            draw_unreadable(&text, called);
        else
            draw_company_as(&text, book,
                            arena_printf(arena, "%.*s.ini", (int)word.len, word.at), called,
                            DETAIL_FINDINGS);
        count++;
        unreadable += bad;
    }
    draw_summary(&text, count, unreadable);
    const char *path = file_with((struct text){text.at, text.len}, arena);
    buf_release(&text);
    return path;
}

static const struct {
    const char *label, *old, *new;
    const char *wanted; /* "NAME STATUS OLD-RANK>NEW-RANK (cause)" of what is said */
} audits[] = {
    {"the same", "a=sunleaf b=peakrise", "a=sunleaf b=peakrise", ""},
    {"another order", "a=sunleaf b=peakrise", "b=peakrise a=sunleaf", ""},
    {"one more", "a=sunleaf", "a=sunleaf b=peakrise", "b new 0>2; "},
    {"one less, which moves another", "a=peakrise b=sunleaf", "a=peakrise",
     "a same 2>1 (others moved: companies that came or went); b gone 1>0; "},
    {"one gets better", "a=sunleaf b=peakrise c=quiet_river",
     "a=sunleaf b=harbor_soap c=quiet_river",
     "a same 2>3 (others moved: facts alone); b better 3>1 (facts alone); c same 1>2 (others "
     "moved: facts alone); "},
    {"two change places, one by itself", "a=sunleaf b=peakrise c=quiet_river",
     "a=larkspur b=peakrise c=quiet_river",
     "a better 2>1 (facts alone); c same 1>2 (others moved: facts alone); "},
    {"one falls, and another joins above", "a=sunleaf b=peakrise",
     "a=peakrise b=peakrise c=larkspur",
     "a worse 1>2 (others moved: facts and companies that came or went); b same 2>3 (others "
     "moved: facts and companies that came or went); c new 0>1; "},
    {"one cannot be read now", "a=sunleaf b=peakrise", "a=! b=peakrise",
     "a unreadable 1>0; b same 2>1 (others moved: companies that came or went); "},
    {"one can be read now", "a=! b=peakrise", "a=sunleaf b=peakrise",
     "a readable 0>1; b same 1>2 (others moved: companies that came or went); "},
    {"one cannot be read in either", "a=! b=peakrise", "a=! b=peakrise", ""},
    {"one twice", "a=sunleaf a=peakrise", "a=sunleaf a=sunleaf", "a better 2>2; "},
    {"once for twice", "a=sunleaf a=peakrise", "a=sunleaf", "a gone 2>0; "},
};

static void put_row(struct buf *out, const struct diff_company *c)
{
    struct buf cause = BUF_INIT;

    if (!diff_says(c))
        return;
    buf_printf(out, "%s %s %zu>%zu", c->name, diff_status_names[c->status], c->old_rank,
               c->new_rank);
    diff_put_rank_cause(&cause, c);
    if (c->old_rank > 0 && c->new_rank > 0 && c->old_rank != c->new_rank)
        buf_printf(out, " (%s)", buf_text(&cause));
    buf_puts(out, "; ");
    buf_release(&cause);
}

static void compare_files(const char *old_path, const char *new_path, struct buf *got)
{
    struct error err = {0};
    struct arena arena = {0};
    struct diff_company company;
    struct result *old = result_open(old_path, &err), *new = result_open(new_path, &err);
    struct diff_pairs *pairs = diff_pairs_open(old, new, &err);
    enum diff_got last = DIFF_FAILED;

    while (pairs && (last = diff_pairs_next(pairs, &arena, &company, &err)) == DIFF_COMPANY) {
        put_row(got, &company);
        arena_reset(&arena);
    }
    if (last == DIFF_FAILED)
        buf_puts(got, err.message);
    diff_pairs_close(pairs);
    result_close(old);
    result_close(new);
    arena_release(&arena);
}

static void companies_are_paired_and_ranked(void **state)
{
    for (size_t i = 0; i < COUNT(audits); i++) {
        struct arena arena = {0};
        struct buf got = BUF_INIT;
        const char *old = write_audit(*state, audits[i].old, &arena);
        const char *new = write_audit(*state, audits[i].new, &arena);
        compare_files(old, new, &got);
        ROW_TEXT(audits[i].label, buf_text(&got), audits[i].wanted);
        unlink(old);
        unlink(new);
        buf_release(&got);
        arena_release(&arena);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_add_up_on_random_pairs),
        cmocka_unit_test(a_side_that_does_not_add_up_is_refused),
        cmocka_unit_test(each_cause_has_its_part),
        cmocka_unit_test(companies_are_paired_and_ranked),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
