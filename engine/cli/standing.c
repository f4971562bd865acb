/* SPDX-License-Identifier: MIT */
#include "cli/standing.h"
#include "insight/ask/ask.h"
#include "insight/assess.h"
#include "report/report.h"

void standing_look(struct standing *s, const struct questionnaire *q)
{
    struct faults faults = {0};

    arena_reset(&s->arena);
    s->schema = &rulebook_pack(q->book)->schema;
    profile_parse(q->text, q->file, s->schema, q->reading, &s->arena, &s->profile, &faults);
    assess(q->book, &s->profile, &s->arena, &s->a);
}

void standing_put(struct buf *out, const struct standing *s)
{
    const struct score *score = &s->a.score;

    buf_puts(out, "score: ");
    if (score->has_score)
        buf_printf(out, "%d", text_down(score->score));
    else
        buf_puts(out, "none yet");
    buf_printf(out, ", range: %d to %d, known: %d %%, verdict: ", text_down(score->low),
               text_up(score->high), text_down(score->coverage));
    report_put_verdict(out, s->a.pack, &s->a.verdict);
    buf_putc(out, '\n');
}

bool standing_is_open(const struct standing *s, int fact)
{
    const struct fact *f = &s->profile.facts[fact];

    return f->count <= 1 && !f->conflict &&
           (f->value.state == FACT_ABSENT || f->value.state == FACT_UNKNOWN);
}

static bool is_to_ask(const struct standing *s, const bool *asked, int fact)
{
    return standing_is_open(s, fact) && !(asked && asked[fact]);
}

static size_t take_open(const struct standing *s, const struct ask_questions *questions,
                        const bool *asked, int *out, size_t count, size_t max)
{
    for (size_t i = 0; i < questions->count && count < max; i++)
        if (is_to_ask(s, asked, questions->list[i].fact))
            out[count++] = questions->list[i].fact;
    return count;
}

size_t standing_rank(struct standing *s, const struct questionnaire *q, const bool *asked,
                     int *out, size_t max)
{
    struct ask_sheet sheet;

    ask(q->book, &s->a, &s->arena, &sheet);
    size_t count = take_open(s, &sheet.company, asked, out, 0, max);
    return take_open(s, &sheet.reader, asked, out, count, max);
}

size_t standing_figure_facts(struct standing *s, const bool *asked, int *out, size_t max)
{
    bool *taken = arena_alloc(&s->arena, s->schema->fact_count * sizeof *taken);
    size_t count = 0;

    for (size_t i = 0; i < s->a.pack->figure_count; i++) {
        const struct figure_result *figure = &s->a.figures[i];
        for (size_t n = 0; n < figure->missing_count && count < max; n++) {
            int fact = figure->missing[n];
            if (taken[fact] || !is_to_ask(s, asked, fact))
                continue;
            taken[fact] = true;
            out[count++] = fact;
        }
    }
    return count;
}
