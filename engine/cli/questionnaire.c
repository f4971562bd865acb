/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/standing.h"
#include "facts/profile_edit.h"
#include "report/text/text_page.h"

enum { SUMMARY_QUESTIONS = 3 };

/* Asked before all others: easy to find, and enough to begin. What somebody expects is asked
 * before any figure could change it. */
static const char *const first_facts[] = {"company.name",
                                          "fit.expected_month",
                                          "cost.join_fee",
                                          "cost.monthly_min_purchase",
                                          "recruit.pays_for_enrollment",
                                          "plan.levels_paid",
                                          "plan.retail_discount_pct",
                                          "product.customer_spend_month"};

struct dialogue {
    struct questionnaire *q;
    struct standing now;
    bool *asked; /* by number of the fact */
    int *answered;
    size_t answered_count;
    bool offered;         /* to stop, as the verdict is settled */
    bool offered_figures; /* to go on, though no score hangs on it */
};

enum step { STEP_ON, STEP_BACK, STEP_STOP, STEP_INTERRUPTED, STEP_NOT_SAVED };

/* --- what is shown --- */

/* Appends text, wrapped and indented. */
static void put_wrapped(struct buf *out, const char *label, const char *text)
{
    struct text_style style = {.width = TEXT_WIDTH};
    struct page page = {.out = out, .style = &style, .scratch = BUF_INIT};

    buf_puts(out, label);
    page_wrap(&page, utf8_columns(label), 4, text);
    buf_release(&page.scratch);
}

void questionnaire_put_summary(const struct questionnaire *q, struct buf *out)
{
    struct standing s = {.schema = NULL};
    int next[SUMMARY_QUESTIONS];

    standing_look(&s, q);
    standing_put(out, &s);
    size_t count = standing_rank(&s, q, NULL, next, COUNT(next));
    if (count < COUNT(next))
        count += standing_figure_facts(&s, NULL, next + count, COUNT(next) - count);
    if (count > 0)
        buf_puts(out, "\nTo ask next:\n");
    for (size_t i = 0; i < count; i++) {
        const char *label = arena_printf(&s.arena, "%zu.  ", i + 1);
        put_wrapped(out, label, s.schema->facts[next[i]].ask);
    }
    arena_release(&s.arena);
}

/* --- one question --- */

static void tell(struct dialogue *d, struct buf *text)
{
    d->q->write(d->q->context, buf_text(text));
    buf_release(text);
}

static void tell_line(struct dialogue *d, const char *line)
{
    d->q->write(d->q->context, line);
    d->q->write(d->q->context, "\n");
}

static void show_question(struct dialogue *d, int fact)
{
    const struct fact_def *def = &d->now.schema->facts[fact];
    struct buf out = BUF_INIT, value = BUF_INIT;
    const char *label = arena_printf(&d->now.arena, "[%zu] ", d->answered_count + 1);

    buf_putc(&out, '\n');
    put_wrapped(&out, label, def->ask);
    value_describe_type(&value, def);
    put_wrapped(&out, "    ", buf_text(&value));
    buf_release(&value);
    if (!standing_is_open(&d->now, fact)) {
        buf_puts(&out, "    so far: ");
        value_put(&out, def, &d->now.profile.facts[fact].value);
        buf_puts(&out, "; Enter keeps it\n");
    }
    tell(d, &out);
}

static void show_find(struct dialogue *d, int fact)
{
    const struct fact_def *def = &d->now.schema->facts[fact];
    struct buf out = BUF_INIT;

    put_wrapped(&out, "    ", def->meaning);
    put_wrapped(&out, "    find it: ", def->find);
    tell(d, &out);
}

/* Whether the changed text is a profile; tells what is wrong with it. */
static bool is_sound(struct dialogue *d, struct text text)
{
    struct arena arena = {0};
    struct faults faults = {0};
    struct profile profile;
    bool ok = profile_parse(text, d->q->file, d->now.schema, d->q->reading, &arena, &profile,
                            &faults);

    for (size_t i = 0; i < faults.count; i++)
        tell_line(d, faults.list[i].message);
    arena_release(&arena);
    return ok;
}

/* Puts the answer into the profile; false after telling what is wrong with it. */
static bool answer(struct dialogue *d, int fact, const char *value)
{
    struct questionnaire *q = d->q;
    struct buf out = BUF_INIT;
    struct error err;
    bool ok = profile_edit(q->text, d->now.schema, d->now.schema->facts[fact].name, value, NULL,
                           &d->now.arena, &out, &err);

    if (!ok)
        tell_line(d, err.message);
    ok = ok && is_sound(d, (struct text){buf_text(&out), out.len});
    if (ok)
        q->text = (struct text){arena_copy(q->arena, buf_text(&out), out.len), out.len};
    buf_release(&out);
    return ok;
}

/* What the word given is worth as a value: nothing and '?' are unknown. */
static const char *value_of(struct dialogue *d, int fact, struct text given)
{
    if (given.len == 0 && !standing_is_open(&d->now, fact))
        return NULL; /* stays what it is */
    if (given.len == 0 || text_is(given, "?"))
        return "unknown";
    return arena_copy(&d->now.arena, given.at, given.len);
}

/* Takes one line: a command, or an answer. False: ask again. */
static bool take_line(struct dialogue *d, int fact, struct text given, enum step *step)
{
    if (text_same(given, text_of("h"))) {
        show_find(d, fact);
        return false;
    }
    if (text_same(given, text_of("b")) && d->answered_count == 0) {
        tell_line(d, "this is the first question");
        return false;
    }
    *step = STEP_ON;
    if (text_same(given, text_of("q")))
        *step = STEP_STOP;
    else if (text_same(given, text_of("b")))
        *step = STEP_BACK;
    const char *value = *step == STEP_ON ? value_of(d, fact, given) : NULL;
    if (!value)
        return true;
    if (!answer(d, fact, value))
        return false;
    if (!d->q->save(d->q->context, d->q->text))
        *step = STEP_NOT_SAVED;
    return true;
}

/* Prompts and reads; false where there is no line, with *step set. */
static bool hear(struct dialogue *d, const char *prompt, struct buf *line, enum step *step)
{
    buf_reset(line);
    d->q->write(d->q->context, prompt);
    enum reply reply = d->q->read_line(d->q->context, line);
    *step = reply == REPLY_INTERRUPTED ? STEP_INTERRUPTED : STEP_STOP;
    return reply == REPLY_LINE;
}

static struct text trimmed(const struct buf *line)
{
    return text_trim((struct text){buf_text(line), line->len});
}

/* The rows of a table come a line each, until an empty one; false where there is no line. */
static bool hear_rows(struct dialogue *d, struct buf *rows, enum step *step)
{
    struct buf line = BUF_INIT;
    bool heard;

    while ((heard = hear(d, "next row, or Enter after the last> ", &line, step)) &&
           trimmed(&line).len > 0)
        buf_printf(rows, "; %.*s", (int)trimmed(&line).len, trimmed(&line).at);
    buf_release(&line);
    return heard;
}

static enum step ask_fact(struct dialogue *d, int fact)
{
    bool table = d->now.schema->facts[fact].type == TYPE_INCOME_ROWS;
    struct buf line = BUF_INIT;
    enum step step = STEP_STOP;

    show_question(d, fact);
    while (hear(d, "> ", &line, &step)) {
        bool is_row = table && memchr(buf_text(&line), '|', line.len);
        if (is_row && !hear_rows(d, &line, &step))
            break;
        if (take_line(d, fact, trimmed(&line), &step))
            break;
    }
    buf_release(&line);
    return step;
}

/* --- all of them --- */

/* A fact asked before all others, or one that can move a score; FACT_NONE where none is left.
 */
static int next_fact(struct dialogue *d)
{
    int fact;

    for (size_t i = 0; i < COUNT(first_facts); i++) {
        fact = schema_find_name(d->now.schema, first_facts[i]);
        if (fact != FACT_NONE && !d->asked[fact] && standing_is_open(&d->now, fact))
            return fact;
    }
    return standing_rank(&d->now, d->q, d->asked, &fact, 1) == 1 ? fact : FACT_NONE;
}

/* Asks for yes or no until it is one; false where there is no line, with *step set. */
static bool hear_yes(struct dialogue *d, const char *prompt, bool *yes, enum step *step)
{
    struct buf line = BUF_INIT;
    bool heard;

    while ((heard = hear(d, prompt, &line, step))) {
        struct text given = trimmed(&line);
        bool stop = text_same(given, text_of("q"));
        *yes = text_same(given, text_of("y")) || text_same(given, text_of("yes"));
        *step = stop ? STEP_STOP : STEP_ON;
        if (stop || *yes || text_same(given, text_of("n")) || text_same(given, text_of("no")))
            break;
    }
    buf_release(&line);
    return heard && *step == STEP_ON;
}

/* Once, when no answer can change the verdict any more; another step than STEP_ON ends it. */
static enum step offer_to_stop(struct dialogue *d)
{
    enum step step = STEP_ON;
    bool yes;

    if (d->offered || d->now.a.verdict.kind != VERDICT_DECIDED)
        return STEP_ON;
    d->offered = true;
    tell_line(d, "\nNo open answer can change the verdict any more.");
    if (hear_yes(d, "Stop here? (y or n) ", &yes, &step) && yes)
        return STEP_STOP;
    return step;
}

/* Once, when no answer can move a score any more but figures lack facts. */
static enum step offer_figures(struct dialogue *d, size_t count)
{
    enum step step = STEP_ON;
    bool yes;

    if (d->offered_figures)
        return STEP_ON;
    d->offered_figures = true;
    tell_line(d, arena_printf(&d->now.arena,
                              "\nThe score can move no more. %zu more answer%s would complete "
                              "the figures: your money, what people were paid.",
                              count, count == 1 ? "" : "s"));
    if (hear_yes(d, "Go on? (y or n) ", &yes, &step) && !yes)
        return STEP_STOP;
    return step;
}

/* The fact to ask next, FACT_NONE where nothing is left; another step than STEP_ON ends it. */
static enum step choose(struct dialogue *d, int *fact)
{
    enum step step = offer_to_stop(d);

    *fact = step == STEP_ON ? next_fact(d) : FACT_NONE;
    if (step != STEP_ON || *fact != FACT_NONE)
        return step;
    int *left = arena_alloc(&d->now.arena, d->now.schema->fact_count * sizeof *left);
    size_t count = standing_figure_facts(&d->now, d->asked, left, d->now.schema->fact_count);
    if (count == 0)
        return STEP_ON;
    *fact = left[0];
    return offer_figures(d, count);
}

static void note_answer(struct dialogue *d, int fact)
{
    struct buf out = BUF_INIT;

    d->asked[fact] = true;
    d->answered[d->answered_count++] = fact;
    standing_look(&d->now, d->q);
    standing_put(&out, &d->now);
    tell(d, &out);
}

static enum questionnaire_end converse(struct dialogue *d)
{
    static const enum questionnaire_end ends[] = {
        [STEP_STOP] = QUESTIONNAIRE_STOPPED,
        [STEP_INTERRUPTED] = QUESTIONNAIRE_INTERRUPTED,
        [STEP_NOT_SAVED] = QUESTIONNAIRE_NOT_SAVED,
    };
    int fact = FACT_NONE;

    for (;;) {
        enum step step = fact == FACT_NONE ? choose(d, &fact) : STEP_ON;
        if (step == STEP_ON && fact == FACT_NONE)
            return QUESTIONNAIRE_DONE;
        if (step == STEP_ON)
            step = ask_fact(d, fact);
        if (step != STEP_ON && step != STEP_BACK)
            return ends[step];
        if (step == STEP_ON)
            note_answer(d, fact);
        fact = step == STEP_BACK ? d->answered[--d->answered_count] : FACT_NONE;
    }
}

enum questionnaire_end questionnaire_run(struct questionnaire *q)
{
    struct dialogue d = {.q = q};

    standing_look(&d.now, q);
    d.asked = arena_alloc(q->arena, d.now.schema->fact_count * sizeof *d.asked);
    /* each fact once, or again after it was taken back */
    d.answered = arena_alloc(q->arena, d.now.schema->fact_count * sizeof *d.answered);
    tell_line(&d, "A value, or: ? unknown, refused, h where to find it, b back, q stop. Every "
                  "answer is saved at once.");
    enum questionnaire_end end = converse(&d);
    if (end == QUESTIONNAIRE_DONE)
        tell_line(&d, "\nNothing is left to ask that could change a score or a figure.");
    arena_release(&d.now.arena);
    return end;
}
