/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/questionnaire.h"
#include "facts/profile_edit.h"
#include "insight/ask.h"
#include "insight/assess.h"
#include "report/report.h"
#include "report/text/text_page.h"

enum { SUMMARY_QUESTIONS = 3 };

/* Asked before all others: easy to find, and enough to begin. What somebody expects is asked
 * before any figure could change it. */
static const char *const first_facts[] = {"company.name",
                                          "fit.expected_month",
                                          "cost.join_fee",
                                          "cost.monthly_min_purchase",
                                          "recruit.pays_for_enrollment",
                                          "plan.levels_paid"};

/* The profile as it stands, read and judged; everything lives in 'arena'. */
struct standing {
    struct arena arena;
    const struct schema *schema;
    struct profile profile;
    struct assessment a;
};

struct dialogue {
    struct questionnaire *q;
    struct standing now;
    bool *asked; /* by number of the fact */
    int *answered;
    size_t answered_count;
    bool offered; /* to stop, as the verdict is settled */
};

enum step { STEP_ON, STEP_BACK, STEP_STOP, STEP_INTERRUPTED, STEP_NOT_SAVED };

/* --- where it stands --- */

static void look(const struct questionnaire *q, struct standing *s)
{
    struct faults faults = {0};

    arena_reset(&s->arena);
    s->schema = &rulebook_pack(q->book)->schema;
    profile_parse(q->text, q->file, s->schema, q->reading, &s->arena, &s->profile, &faults);
    assess_score(q->book, &s->profile, &s->arena, &s->a);
}

/* As in the report: down, but for the upper end. */
static void put_standing(struct buf *out, const struct assessment *a)
{
    const struct score *score = &a->score;

    buf_puts(out, "score: ");
    if (score->has_score)
        buf_printf(out, "%d", score->score / 1000);
    else
        buf_puts(out, "none yet");
    buf_printf(out, ", range: %d to %d, known: %d %%, verdict: ", score->low / 1000,
               (score->high + 999) / 1000, score->coverage / 1000);
    report_put_verdict(out, a->pack, &a->verdict);
    buf_putc(out, '\n');
}

/* Whether nothing is stated that an answer could take away. */
static bool is_open(const struct standing *s, int fact)
{
    const struct fact *f = &s->profile.facts[fact];

    return f->count <= 1 && !f->conflict &&
           (f->value.state == FACT_ABSENT || f->value.state == FACT_UNKNOWN);
}

static size_t take_open(const struct standing *s, const struct ask_questions *questions,
                        const bool *asked, int *out, size_t count, size_t max)
{
    for (size_t i = 0; i < questions->count && count < max; i++) {
        int fact = questions->list[i].fact;
        if (is_open(s, fact) && !(asked && asked[fact]))
            out[count++] = fact;
    }
    return count;
}

/* The most telling open facts, 'max' at most; those for the reader last. */
static size_t rank(const struct questionnaire *q, struct standing *s, const bool *asked,
                   int *out, size_t max)
{
    struct ask_sheet sheet;

    ask(q->book, &s->a, &s->arena, &sheet);
    size_t count = take_open(s, &sheet.company, asked, out, 0, max);
    return take_open(s, &sheet.reader, asked, out, count, max);
}

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

    look(q, &s);
    put_standing(out, &s.a);
    size_t count = rank(q, &s, NULL, next, COUNT(next));
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
    if (!is_open(&d->now, fact)) {
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
    if (given.len == 0 && !is_open(&d->now, fact))
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

static enum step ask_fact(struct dialogue *d, int fact)
{
    struct buf line = BUF_INIT;
    enum step step = STEP_STOP;

    show_question(d, fact);
    while (hear(d, "> ", &line, &step) && !take_line(d, fact, trimmed(&line), &step))
        ;
    buf_release(&line);
    return step;
}

/* --- all of them --- */

static int next_fact(struct dialogue *d)
{
    int fact;

    for (size_t i = 0; i < COUNT(first_facts); i++) {
        fact = schema_find_name(d->now.schema, first_facts[i]);
        if (fact != FACT_NONE && !d->asked[fact] && is_open(&d->now, fact))
            return fact;
    }
    return rank(d->q, &d->now, d->asked, &fact, 1) == 1 ? fact : FACT_NONE;
}

/* Once, when no answer can change the verdict any more; another step than STEP_ON ends it. */
static enum step offer_to_stop(struct dialogue *d)
{
    struct buf line = BUF_INIT;
    enum step step = STEP_ON;

    if (d->offered || d->now.a.verdict.kind != VERDICT_DECIDED)
        return STEP_ON;
    d->offered = true;
    tell_line(d, "\nNo open answer can change the verdict any more.");
    while (hear(d, "Stop here? (y or n) ", &line, &step)) {
        struct text given = trimmed(&line);
        bool stop = text_same(given, text_of("y")) || text_same(given, text_of("yes")) ||
                    text_same(given, text_of("q"));
        step = stop ? STEP_STOP : STEP_ON;
        if (stop || text_same(given, text_of("n")) || text_same(given, text_of("no")))
            break;
    }
    buf_release(&line);
    return step;
}

static void note_answer(struct dialogue *d, int fact)
{
    struct buf out = BUF_INIT;

    d->asked[fact] = true;
    d->answered[d->answered_count++] = fact;
    look(d->q, &d->now);
    put_standing(&out, &d->now.a);
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
        enum step step = fact == FACT_NONE ? offer_to_stop(d) : STEP_ON;
        if (step == STEP_ON && fact == FACT_NONE && (fact = next_fact(d)) == FACT_NONE)
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

    look(q, &d.now);
    d.asked = arena_alloc(q->arena, d.now.schema->fact_count * sizeof *d.asked);
    /* each fact once, or again after it was taken back */
    d.answered = arena_alloc(q->arena, d.now.schema->fact_count * sizeof *d.answered);
    tell_line(&d, "A value, or: ? unknown, refused, h where to find it, b back, q stop. Every "
                  "answer is saved at once.");
    enum questionnaire_end end = converse(&d);
    if (end == QUESTIONNAIRE_DONE)
        tell_line(&d, "\nNothing is left to ask that could change the score.");
    arena_release(&d.now.arena);
    return end;
}
