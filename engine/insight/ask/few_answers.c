/* SPDX-License-Identifier: MIT */
#include "insight/ask/few_answers.h"

/* The best and the worst of them stay, as one is what could be critical; of those between, the
 * one that moves least goes. */
static size_t least_of(const struct few_answer *few, size_t count)
{
    size_t least = 1;

    for (size_t i = 2; i + 1 < count; i++)
        if (few[i].swing < few[least].swing)
            least = i;
    return least;
}

size_t few_answers_keep(struct few_answer *few, size_t count, struct few_answer add)
{
    size_t at = count;

    for (size_t i = 0; i < count; i++)
        if (few[i].score.low == add.score.low && few[i].score.high == add.score.high)
            return count;
    for (; at > 0 &&
           add.score.low + add.score.high < few[at - 1].score.low + few[at - 1].score.high;
         at--)
        few[at] = few[at - 1];
    few[at] = add;
    if (++count <= FEW_ANSWERS)
        return count;
    for (size_t i = least_of(few, count); i + 1 < count; i++)
        few[i] = few[i + 1];
    return FEW_ANSWERS;
}
