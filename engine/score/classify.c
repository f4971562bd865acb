/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "score/assessment.h"

/* --- votes --- */

/* The vote of one named value; 0 where the pack gives it none. */
static int vote_of(const struct axis_fact *axis_fact, const char *value)
{
    for (size_t i = 0; i < axis_fact->value_count; i++)
        if (strcmp(axis_fact->values[i].value, value) == 0)
            return axis_fact->values[i].vote;
    return 0;
}

/* The sum of the votes of a set's members. */
static int vote_of_members(const struct axis_fact *axis_fact, const struct fact_def *def,
                           uint32_t members)
{
    int sum = 0;

    for (size_t i = 0; i < def->value_count; i++)
        if (members >> i & 1)
            sum += vote_of(axis_fact, def->values[i]);
    return sum;
}

static int vote_of_end(const struct axis_fact *axis_fact, const struct fact_def *def,
                       decimal end)
{
    if (def->type == TYPE_BOOL)
        return vote_of(axis_fact, end ? "yes" : "no");
    if (def->type == TYPE_ENUM)
        return vote_of(axis_fact, def->values[end]);
    return vote_of(axis_fact, end > 0 ? "positive" : "zero");
}

/* Whether the fact has a say: known, and both ends of a range or conflict vote alike. */
static bool fact_votes(const struct axis_fact *axis_fact, const struct fact_def *def,
                       const struct fact *fact, int *vote)
{
    if (!fact_is_known(fact))
        return false;
    if (def->type == TYPE_SET) {
        *vote = vote_of_members(axis_fact, def, fact->value.members);
        return true;
    }
    *vote = vote_of_end(axis_fact, def, fact->value.lo);
    return *vote == vote_of_end(axis_fact, def, fact->value.hi);
}

static struct axis_result vote(const struct axis *axis, const struct profile *profile,
                               struct arena *arena)
{
    struct axis_result result = {.reads = arena_alloc(arena, axis->fact_count * sizeof(int))};
    int sum = 0;

    for (size_t i = 0; i < axis->fact_count; i++) {
        int number = axis->facts[i].number, one;
        if (!fact_votes(&axis->facts[i], &profile->schema->facts[number],
                        &profile->facts[number], &one))
            continue;
        sum += one;
        result.known = true;
        result.reads[result.read_count++] = number;
    }
    result.vote = (sum > 0) - (sum < 0);
    return result;
}

/* --- the class --- */

static size_t class_number(const struct pack *pack, const char *id)
{
    const struct class_def *class = pack_class(pack, id);

    return class ? (size_t)(class - pack->classify.classes) : 0;
}

static const char *class_by_vote(const struct pack *pack, const struct classification *class)
{
    const struct classification_def *def = &pack->classify;

    if (class->axes_known < (size_t)def->min_axes)
        return "undetermined";
    if (class->sum >= def->threshold)
        return "social_media_marketing";
    return class->sum <= -def->threshold ? "mlm" : "undetermined";
}

/* --- the label --- */

static enum label_fit fits(struct names classes, const char *class)
{
    if (classes.count == 0)
        return LABEL_NO_WORD;
    return names_have(classes, class) ? LABEL_FITS : LABEL_DIFFERS;
}

static void judge_label(const struct pack *pack, const struct profile *profile,
                        struct classification *class)
{
    int number = schema_find_name(&pack->schema, "company.self_label");
    const char *id = pack->classify.classes[class->class_number].id;

    if (number == FACT_NONE || pack->schema.facts[number].type != TYPE_ENUM ||
        !fact_is_known(&profile->facts[number]) || profile->facts[number].conflict ||
        strcmp(id, "undetermined") == 0)
        return;
    const char *own = pack->schema.facts[number].values[profile->facts[number].value.lo];
    for (size_t i = 0; i < pack->classify.label_count; i++) {
        const struct label *label = &pack->classify.labels[i];
        if (strcmp(label->name, own) != 0)
            continue;
        class->label = label;
        class->by_a = fits(label->by_a, id);
        class->by_b = fits(label->by_b, id);
        class->by_regulator = fits(label->by_regulator, id);
    }
}

void classify(const struct pack *pack, const struct profile *profile, struct arena *arena,
              struct classification *class)
{
    const struct classification_def *def = &pack->classify;

    if (def->class_count == 0)
        return;
    class->axes = arena_alloc(arena, def->axis_count * sizeof *class->axes);
    class->sum = 0;
    class->axes_known = 0;
    for (size_t i = 0; i < def->axis_count; i++) {
        class->axes[i] = vote(&def->axes[i], profile, arena);
        class->axes_known += class->axes[i].known;
        class->sum += class->axes[i].vote * def->axes[i].weight;
    }
    class->class_number = class->row >= 0 ? def->rows[class->row].class_number
                                          : class_number(pack, class_by_vote(pack, class));
    judge_label(pack, profile, class);
}
