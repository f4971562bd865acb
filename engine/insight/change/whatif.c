/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/profile_edit.h"
#include "insight/change/whatif.h"

/* --- the new text --- */

static bool is_again(const struct schema *schema, const struct change *changes, size_t number,
                     int fact, struct arena *arena)
{
    struct error ignored;
    int other;

    for (size_t i = 0; i < number; i++)
        if (profile_edit_fact(schema, changes[i].fact, arena, &other, &ignored) &&
            other == fact)
            return true;
    return false;
}

static bool change_one(struct text *text, const struct schema *schema,
                       const struct change *changes, size_t number, struct arena *arena,
                       struct error *err)
{
    const struct change *change = &changes[number];
    struct buf out = BUF_INIT;
    int fact;

    if (!profile_edit_fact(schema, change->fact, arena, &fact, err))
        return false;
    if (is_again(schema, changes, number, fact, arena))
        return error_set(err, ERROR_USAGE, NULL, 0, "'%s' is changed twice: give it once",
                         schema->facts[fact].name);
    bool ok = profile_edit(*text, schema, change->fact, change->value, NULL, arena, &out, err);
    if (ok)
        *text = (struct text){arena_copy(arena, buf_text(&out), out.len), out.len};
    buf_release(&out);
    return ok;
}

bool whatif_edit(struct text text, const struct schema *schema, const struct change *changes,
                 size_t count, struct arena *arena, struct text *out, struct error *err)
{
    for (size_t i = 0; i < count; i++)
        if (!change_one(&text, schema, changes, i, arena, err))
            return false;
    *out = text;
    return true;
}

/* --- the difference --- */

/* Thousandths of points that are gone. */
static int64_t loss(const struct shift *shift)
{
    return shift->was.earned - shift->is.earned;
}

static bool comes_first(const struct shift *a, const struct shift *b)
{
    int severity_a = finding_severity(a->after), severity_b = finding_severity(b->after);

    return severity_a != severity_b ? severity_a > severity_b : loss(a) > loss(b);
}

/* Keeps the list in order; what is equal stays in the order of the pack. */
static void add_shift(struct whatif *w, struct shift shift)
{
    size_t at = w->shift_count++;

    for (; at > 0 && comes_first(&shift, &w->shifts[at - 1]); at--)
        w->shifts[at] = w->shifts[at - 1];
    w->shifts[at] = shift;
    if (!shift.counts)
        return;
    w->earned += shift.is.earned - shift.was.earned;
    w->possible += shift.is.possible - shift.was.possible;
}

void whatif_compare(struct rulebook *book, const struct profile *before,
                    const struct profile *after, struct arena *arena, struct whatif *out)
{
    const struct pack *pack = rulebook_pack(book);

    *out = (struct whatif){.shifts = NULL};
    assess_score(book, before, arena, &out->before);
    assess_score(book, after, arena, &out->after);
    out->shifts = arena_alloc(arena, pack->rule_count * sizeof *out->shifts);
    for (size_t i = 0; i < pack->rule_count; i++) {
        const struct finding *a = &out->before.findings[i], *b = &out->after.findings[i];
        bool said = assessment_says(&out->before, a) || assessment_says(&out->after, b);
        if (!said || finding_same(a, b))
            continue;
        bool counts = pack->themes[a->rule->theme].score == SCORE_COMPANY;
        add_shift(out, (struct shift){a, b, counts, finding_tally(a), finding_tally(b)});
    }
}
