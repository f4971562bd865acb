/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "cli/questionnaire.h"
#include "cli/questionnaire_part.h"
#include "facts/profile_edit.h"
#include "insight/ask/lacking.h"
#include "report/text/text_page.h"

enum { SUMMARY_QUESTIONS = 3 };

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
    if (count == 0)
        count = standing_lacking(&s, NULL, next, COUNT(next));
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

void dialogue_tell(struct dialogue *d, const char *line)
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
    if (def->type == TYPE_INCOME_ROWS)
        buf_puts(&out, "    one row a line; an empty line ends the table\n");
    if (!standing_is_open(&d->now, fact)) {
        buf_puts(&out, "    so far: ");
        value_put(&out, def, &d->now.profile.facts[fact].value);
        buf_puts(&out, "; Enter keeps it\n");
    }
    tell(d, &out);
}

void dialogue_show_find(struct dialogue *d, int fact)
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
        dialogue_tell(d, faults.list[i].message);
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
        dialogue_tell(d, err.message);
    ok = ok && is_sound(d, (struct text){buf_text(&out), out.len});
    if (ok)
        q->text = (struct text){arena_copy(q->arena, buf_text(&out), out.len), out.len};
    buf_release(&out);
    return ok;
}

bool dialogue_keep(struct dialogue *d, int fact, const char *value, enum step *step)
{
    if (!answer(d, fact, value))
        return false;
    if (!d->q->save(d->q->context, d->q->text))
        *step = STEP_NOT_SAVED;
    return true;
}

/* Prompts and reads; false where there is no line, with *step set. */
bool dialogue_hear(struct dialogue *d, const char *prompt, struct buf *line, enum step *step)
{
    buf_reset(line);
    d->q->write(d->q->context, prompt);
    enum reply reply = d->q->read_line(d->q->context, line);
    *step = reply == REPLY_INTERRUPTED ? STEP_INTERRUPTED : STEP_STOP;
    return reply == REPLY_LINE;
}

struct text dialogue_line(const struct buf *line)
{
    return text_trim((struct text){buf_text(line), line->len});
}

static bool is_row(const struct dialogue *d, int fact, struct text given)
{
    return d->now.schema->facts[fact].type == TYPE_INCOME_ROWS && given.len > 0 &&
           memchr(given.at, '|', given.len);
}

/* --- one line --- */

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
        dialogue_show_find(d, fact);
        return false;
    }
    if (text_same(given, text_of("b")) && d->answered_count == 0) {
        dialogue_tell(d, "this is the first question");
        return false;
    }
    if (is_row(d, fact, given))
        return dialogue_take_rows(d, fact, given, step);
    *step = STEP_ON;
    if (text_same(given, text_of("q")))
        *step = STEP_STOP;
    else if (text_same(given, text_of("b")))
        *step = STEP_BACK;
    const char *value = *step == STEP_ON ? value_of(d, fact, given) : NULL;
    return !value || dialogue_keep(d, fact, value, step);
}

static enum step ask_fact(struct dialogue *d, int fact)
{
    struct buf line = BUF_INIT;
    enum step step = STEP_STOP;

    show_question(d, fact);
    while (dialogue_hear(d, "> ", &line, &step) &&
           !take_line(d, fact, dialogue_line(&line), &step))
        ;
    buf_release(&line);
    return step;
}

/* --- all of them --- */

static bool is_yes(struct text given)
{
    return text_same(given, text_of("y")) || text_same(given, text_of("yes"));
}

static bool is_no(struct text given)
{
    return text_same(given, text_of("n")) || text_same(given, text_of("no"));
}

/* "The score is settled; 9 more answers work out your own numbers: the money." */
static void tell_settled(struct dialogue *d, const char *head)
{
    size_t max = d->now.schema->fact_count;
    int *lacking = arena_alloc(&d->now.arena, max * sizeof *lacking);
    size_t count = standing_lacking(&d->now, d->asked, lacking, max);
    struct buf text = BUF_INIT, out = BUF_INIT;

    buf_puts(&text, head);
    if (count > 0) {
        buf_printf(&text, "; %zu more answer%s out your own numbers: ", count,
                   count == 1 ? " works" : "s work");
        facts_lacking_put_groups(&text, &d->now.a);
    }
    buf_putc(&text, '.');
    buf_putc(&out, '\n');
    put_wrapped(&out, "", buf_text(&text));
    tell(d, &out);
    buf_release(&text);
}

/* Another step than STEP_ON ends it; who goes on is asked first for what the figures lack. */
static enum step offer_to_stop(struct dialogue *d, const char *head)
{
    struct buf line = BUF_INIT;
    enum step step = STEP_ON;

    tell_settled(d, head);
    while (dialogue_hear(d, "Stop here? (y or n) ", &line, &step)) {
        struct text given = dialogue_line(&line);
        bool stop = is_yes(given) || text_same(given, text_of("q"));
        step = stop ? STEP_STOP : STEP_ON;
        if (stop || is_no(given))
            break;
    }
    d->figures = true;
    buf_release(&line);
    return step;
}

/* What to ask, FACT_NONE where nothing is left. It offers to stop once, when no answer can
 * change the verdict any more, or when only the figures lack any. */
static enum step next_fact(struct dialogue *d, int *fact)
{
    const struct score *score = &d->now.a.score;
    enum step step = STEP_ON;

    *fact = standing_first(&d->now, d->asked);
    if (*fact != FACT_NONE)
        return STEP_ON;
    if (!d->figures && d->now.a.verdict.kind == VERDICT_DECIDED)
        step = offer_to_stop(d, "No open answer can change the verdict any more");
    if (d->figures && standing_lacking(&d->now, d->asked, fact, 1) == 1)
        return step;
    if (standing_rank(&d->now, d->q, d->asked, fact, 1) == 1)
        return step;
    if (standing_lacking(&d->now, d->asked, fact, 1) == 1)
        step = offer_to_stop(d, score->low == score->high
                                    ? "The score is settled"
                                    : "Nothing is left to ask that could move the score");
    return step;
}

/* Once: what is in another currency stays unknown to every limit in USD until there is one. */
static void tell_rate(struct dialogue *d, int fact)
{
    if (d->no_rate || !fact_lacks_rate(&d->now.profile.facts[fact]))
        return;
    d->no_rate = true;
    dialogue_tell(d, "    limits are in USD: until the file has a rate, such as [rates] EUR = "
                     "1.08 USD,\n    such amounts cannot be held against them");
}

static void note_answer(struct dialogue *d, int fact)
{
    struct buf out = BUF_INIT;

    d->asked[fact] = true;
    d->answered[d->answered_count++] = fact;
    standing_look(&d->now, d->q);
    tell_rate(d, fact);
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
        enum step step = fact == FACT_NONE ? next_fact(d, &fact) : STEP_ON;
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
    dialogue_tell(&d,
                  "A value, or: ? unknown, refused, h where to find it, b back, q stop. Every "
                  "answer is saved at once.");
    enum questionnaire_end end = converse(&d);
    if (end == QUESTIONNAIRE_DONE)
        dialogue_tell(&d,
                      "\nNothing is left to ask that could change the score or the figures.");
    arena_release(&d.now.arena);
    return end;
}
