/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/change/conditions.h"

static bool fails_under(const struct conditions *c, const struct score *score)
{
    if (!c->has_fail_under)
        return false;
    /* 100 is 100,000 thousandths and 100,000,000 millionths */
    return !score->has_score || (decimal)score->score * (DECIMAL_ONE / 1000) < c->fail_under;
}

/* The least severity that a word asks for, or 0 where it is no severity. */
static int severity_of(const char *word)
{
    static const char *const words[] = {"minor", "major", "critical"};

    for (int i = 0; i < 3; i++)
        if (strcmp(words[i], word) == 0)
            return i + 1;
    return 0;
}

/* Whether the finding trips '--fail-on WHAT'. What is unknown never does. */
static bool trips(const struct pack *pack, const struct finding *f, const char *what)
{
    int least = severity_of(what);
    bool error = f->outcome == OUTCOME_ERROR;

    if (finding_is_waived(f) || f->rule->off)
        return false;
    if (least > 0)
        return finding_severity(f) >= least &&
               pack->themes[f->rule->theme].score == SCORE_COMPANY;
    if (strcmp(what, "error") == 0)
        return error;
    return text_same(text_of(f->rule->id), text_of(what)) && (error || finding_severity(f) > 0);
}

bool conditions_are_sound(const struct conditions *c, const struct shelf *shelf,
                          struct error *err)
{
    struct rulebook *book;

    for (size_t i = 0; i < c->fail_on_count; i++) {
        const char *what = c->fail_on[i];
        if (severity_of(what) || strcmp(what, "error") == 0 ||
            shelf_rule(shelf, text_of(what), &book))
            continue;
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--fail-on' must be critical, major, minor, error or a rule such as "
                         "%s, not '%s'",
                         shelf->rule_count ? shelf->rule_ids[0] : "RE02", what);
    }
    return true;
}

/* The first line of the figure that broke, or NULL. */
static const struct finding *broken_line(const struct assessment *a, size_t figure)
{
    const struct figure_result *result = &a->figures[figure];

    for (size_t i = 0; i < result->count; i++)
        if (result->lines[i].outcome == OUTCOME_ERROR)
            return &result->lines[i];
    return NULL;
}

static void note_met(const struct assessment *a, const struct finding *f, const char *what,
                     struct buf *notes)
{
    if (notes)
        buf_printf(notes, "plumbline: %s: %s: %s (--fail-on %s)\n", a->profile->file,
                   f->rule->id, outcome_name(f->outcome), what);
}

static bool is_tripped(const struct assessment *a, const char *what, struct buf *notes)
{
    bool met = false;

    for (size_t i = 0; i < a->pack->rule_count; i++) {
        if (!trips(a->pack, &a->findings[i], what))
            continue;
        met = true;
        note_met(a, &a->findings[i], what, notes);
    }
    for (size_t i = 0; a->figures && strcmp(what, "error") == 0 && i < a->pack->figure_count;
         i++) {
        if (!broken_line(a, i))
            continue;
        met = true;
        note_met(a, broken_line(a, i), what, notes);
    }
    return met;
}

bool conditions_ask_figures(const struct conditions *c)
{
    return names_have((struct names){c->fail_on, c->fail_on_count}, "error");
}

bool conditions_are_met(const struct conditions *c, const struct assessment *a,
                        struct buf *notes)
{
    bool met = fails_under(c, &a->score);

    if (met && notes)
        buf_printf(notes, "plumbline: %s: %s\n", a->profile->file,
                   a->score.has_score ? "the score is under what --fail-under asks"
                                      : "there is no score, so --fail-under is not passed");
    for (size_t w = 0; w < c->fail_on_count; w++)
        met |= is_tripped(a, c->fail_on[w], notes);
    return met;
}

static void note_broken(const struct assessment *a, const char *what, const struct finding *f,
                        struct buf *notes)
{
    if (f->outcome != OUTCOME_ERROR)
        return;
    buf_printf(notes, "plumbline: %s: %s %s broke (%s, line %d): ", a->profile->file, what,
               f->rule->id, f->rule->file, f->error_line);
    finding_put_reason(notes, f, a->profile->currency);
    buf_putc(notes, '\n');
}

void conditions_note_broken(const struct assessment *a, struct buf *notes)
{
    for (size_t i = 0; i < a->pack->rule_count; i++)
        note_broken(a, "rule", &a->findings[i], notes);
    for (size_t i = 0; a->figures && i < a->pack->figure_count; i++)
        if (broken_line(a, i))
            note_broken(a, "figure", broken_line(a, i), notes);
    if (a->class.broken)
        buf_printf(notes, "plumbline: %s: the classification broke: %s\n", a->profile->file,
                   a->class.broken);
}

void conditions_note_lapsed(const struct profile *profile, struct buf *notes)
{
    for (size_t i = 0; i < profile->waiver_count; i++)
        if (profile->waivers[i].lapsed)
            buf_printf(notes, "plumbline: %s: the waiver of %s does not hold: %s\n",
                       profile->file, profile->waivers[i].rule, profile->waivers[i].lapsed);
}

void conditions_note_faults(const char *file, const struct faults *faults, struct buf *notes)
{
    for (size_t i = 0; i < faults->count; i++) {
        const struct fault *fault = &faults->list[i];
        buf_puts(notes, file);
        if (fault->line > 0)
            buf_printf(notes, ":%d", fault->line);
        if (fault->column > 0)
            buf_printf(notes, ":%d", fault->column);
        buf_printf(notes, ": %s\n", fault->message);
    }
    if (faults->more > 0)
        buf_printf(notes, "%s: and %zu more\n", file, faults->more);
}
