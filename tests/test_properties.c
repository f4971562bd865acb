/* SPDX-License-Identifier: MIT
 *
 * What must hold for every profile (design.md 5, score/score.h): the sums add up, the interval
 * is in order, and nothing moves a result but what is known.
 */
#include "trial.h"

enum { CASES = 2000 };

/* --- the sums --- */

static int64_t half_up(int64_t part, int64_t whole)
{
    return (part * 100000 * 2 / whole + 1) / 2;
}

static void check_finding(const struct trial *t, const struct finding *f)
{
    int worst = outcome_credit(f->rule->worst);

    if (f->outcome == OUTCOME_ERROR)
        fail_trial(t, NULL, "%s breaks: %s", f->rule->id, f->message.format);
    if (!finding_is_decided(f))
        return;
    if (f->worst.credit > f->best.credit || f->worst.credit < worst)
        fail_trial(t, NULL, "%s earns %d to %d", f->rule->id, f->worst.credit, f->best.credit);
    if (f->span != (f->worst.outcome != f->best.outcome || f->worst.credit != f->best.credit))
        fail_trial(t, NULL, "%s: not a span, or one with equal ends", f->rule->id);
}

/* The ledger, added up here once more. */
static void check_sums(struct trial *t)
{
    int64_t earned = 0, possible = 0, low = 0, high = 0, applicable = 0, themes = 0;
    const struct pack *pack = t->a.pack;

    for (size_t i = 0; i < pack->rule_count; i++) {
        const struct finding *f = &t->a.findings[i];
        int64_t points = f->rule->points;
        check_finding(t, f);
        if (pack->themes[f->rule->theme].score != SCORE_COMPANY ||
            f->outcome == OUTCOME_NOT_APPLICABLE)
            continue;
        bool decided = finding_is_decided(f);
        earned += decided ? (points * (f->worst.credit + f->best.credit) + 1) / 2 : 0;
        possible += decided ? 1000 * points : 0;
        applicable += 1000 * points;
        low += decided ? points * f->worst.credit : 0;
        high += decided ? points * f->best.credit : 1000 * points;
    }
    for (size_t i = 0; i < pack->theme_count; i++)
        if (pack->themes[i].score == SCORE_COMPANY)
            themes += t->a.themes[i].earned;
    const struct score *s = &t->a.score;
    if (themes != earned || s->has_score != (possible > 0) ||
        (possible > 0 && s->score != half_up(earned, possible)) ||
        (applicable > 0 &&
         (s->low != half_up(low, applicable) || s->high != half_up(high, applicable) ||
          s->coverage != half_up(possible, applicable))))
        fail_trial(t, NULL, "the ledger gives %lld of %lld", (long long)earned,
                   (long long)possible);
}

static void check_order(struct trial *t)
{
    const struct score *scores[] = {&t->a.score, &t->a.without, &t->a.fit};

    check_sums(t);
    for (size_t i = 0; i < COUNT(scores); i++) {
        const struct score *s = scores[i];
        if (s->low < 0 || s->low > s->high || s->high > 100000 ||
            (s->has_score && (s->score < s->low || s->score > s->high)))
            fail_trial(t, NULL, "low %d, score %d, high %d", s->low, s->score, s->high);
    }
    const struct verdict *v = &t->a.verdict;
    if (v->best > v->now || v->now > v->worst ||
        (v->kind == VERDICT_DECIDED) != (v->best == v->worst))
        fail_trial(t, NULL, "bands: best %zu, now %zu, worst %zu", v->best, v->now, v->worst);
}

static void low_score_and_high_are_in_order_and_the_ledger_adds_up(void **state)
{
    try_all(state, CASES, check_order);
}

/* --- what must not matter --- */

/* All that is said, but for where the facts stand and how good their sources are. */
static void describe(struct buf *buf, const struct assessment *a)
{
    buf_printf(buf, "%d %d %d %d, fit %d %d, band %zu %zu %zu, kind %d\n", a->score.score,
               a->score.low, a->score.high, a->score.coverage, a->has_fit, a->fit.score,
               a->verdict.now, a->verdict.best, a->verdict.worst, (int)a->verdict.kind);
    buf_printf(buf, "class %zu by row %d, sum %d of %zu axes, label %d %d %d\n",
               a->class.class_number, a->class.row, a->class.sum, a->class.axes_known,
               (int)a->class.by_a, (int)a->class.by_b, (int)a->class.by_regulator);
    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        buf_printf(buf, "%s %s %s %d..%s %d: ", f->rule->id, outcome_name(f->outcome),
                   outcome_name(f->worst.outcome), f->worst.credit,
                   outcome_name(f->best.outcome), f->best.credit);
        finding_put_reason(buf, f, a->profile->currency);
        for (size_t j = 0; j < f->read_count; j++)
            buf_printf(buf, " %d", f->reads[j]);
        buf_puts(buf, " /");
        for (size_t j = 0; j < f->missing_count; j++)
            buf_printf(buf, " %d", f->missing[j]);
        buf_putc(buf, '\n');
    }
}

/* The same draft in another hand must come to the same. */
static void check_hand(struct trial *t, const struct hand *hand, const char *what)
{
    const struct pack *pack = t->a.pack;
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct buf text = BUF_INIT, one = BUF_INIT, two = BUF_INIT;
    struct faults faults = {0};
    struct profile profile;
    struct assessment a;

    draft_write(&text, &t->draft, hand, &t->arena);
    if (!profile_parse((struct text){buf_text(&text), text.len}, "made.ini", &pack->schema,
                       &options, &t->arena, &profile, &faults))
        fail_trial(t, buf_text(&text), "%s: line %d: %s", what, faults.list[0].line,
                   faults.list[0].message);
    assess(t->lab->book, &profile, &t->arena, &a);
    describe(&one, &t->a);
    describe(&two, &a);
    if (strcmp(buf_text(&one), buf_text(&two)) != 0) {
        fprintf(stderr, "%s\nand\n%s", buf_text(&one), buf_text(&two));
        fail_trial(t, buf_text(&text), "%s changes the result", what);
    }
    buf_release(&text);
    buf_release(&one);
    buf_release(&two);
}

static bool has_conflict(const struct draft *d)
{
    for (size_t i = 0; i < maker_schema(d->maker)->fact_count; i++)
        if (d->slots[i].other)
            return true;
    return false;
}

static void change_sources(struct trial *t)
{
    static const char *const kinds[] = {"court", "regulator", "company_doc", "third_party",
                                        "self"};
    struct hand hand = plain_hand();

    hand.kind[0] = kinds[chance_below(&t->chance, COUNT(kinds))];
    hand.kind[1] = kinds[chance_below(&t->chance, COUNT(kinds))];
    hand.seen = chance_is(&t->chance, 50) ? "1999-12-31" : "2024-04";
    check_hand(t, &hand, "another source");
    hand.without_sources = true;
    if (!has_conflict(&t->draft))
        check_hand(t, &hand, "leaving the sources out");
}

static void confidence_never_changes_the_score(void **state)
{
    try_all(state, CASES, change_sources);
}

/* Run again at once, and again after another company has run in the same state. */
static void run_again(struct trial *t)
{
    struct draft d = draft_random(&t->lab->maker, &t->chance, &t->arena, 60);
    struct hand hand = plain_hand();
    struct buf text = BUF_INIT;
    struct profile profile;
    struct assessment a;

    check_hand(t, &hand, "running again");
    draft_read(&d, NULL, &text, &t->arena, &profile);
    assess(t->lab->book, &profile, &t->arena, &a);
    buf_release(&text);
    check_hand(t, &hand, "running after another");
}

static void the_same_profile_gives_the_same_findings(void **state)
{
    try_all(state, CASES, run_again);
}

static void change_hand(struct trial *t)
{
    struct hand hand = plain_hand();

    hand.end = "\r\n";
    check_hand(t, &hand, "CRLF");
    hand.mess = &t->chance;
    hand.end = chance_is(&t->chance, 50) ? "\r\n" : "\n";
    check_hand(t, &hand, "order, case, blank lines or comments");
}

static void order_case_comments_and_line_ends_change_nothing(void **state)
{
    try_all(state, CASES, change_hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(low_score_and_high_are_in_order_and_the_ledger_adds_up),
        cmocka_unit_test(confidence_never_changes_the_score),
        cmocka_unit_test(the_same_profile_gives_the_same_findings),
        cmocka_unit_test(order_case_comments_and_line_ends_change_nothing),
    };

    return cmocka_run_group_tests(tests, open_lab, close_lab);
}
