/* SPDX-License-Identifier: MIT
 *
 * Memory that runs out at a request of the fuzzer's choice, in a rule of its choice: the first
 * two bytes say which request is refused, the third which limit of bytes holds, the rest which
 * rules run over which company. Every ending must be the normal one or an error of bytes, and
 * the next company must be untouched.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "insight/assess.h"
#include "starve.h"

static const char company[] =
    "[recruit]\nincome_from_recruiting_pct = 20..60%\npays_for_enrollment = yes\n"
    "[cost]\njoin_fee = 99 USD\nmonthly_min_purchase = 10..20 USD\n[plan]\nlevels_paid = 5\n"
    "[earn]\nmedian_gross_12m = 100 USD\n";

static struct rulebook *book;
static struct finding normal[200];
static struct arena kept; /* of the normal findings and the profile */
static struct profile profile;

static void open_all(void)
{
    struct error err;
    struct faults faults = {0};
    struct profile_options options = {0};

    book = rulebook_open(SOURCE_DIR "/rules/core", RULEBOOK_LEAN, &err);
    if (!book || !profile_parse(text_of(company), "fuzz.ini", &rulebook_pack(book)->schema,
                                &options, &kept, &profile, &faults))
        abort();
    /* Counted from the start: a quick run that was stopped is run again, and asks anew. */
    book->box.limits.steps_per_call = LIMITS_QUICK_STEPS - 1;
    starve_at(0);
    starve_install(&book->box);
    sandbox_freeze(&book->box);
    for (size_t i = 0; i < rulebook_pack(book)->rule_count; i++)
        rulebook_run_rule(book, i, &profile, &kept, &normal[i]);
}

static void check(size_t rule, const struct finding *f, bool may_fail)
{
    bool error = f->outcome == OUTCOME_ERROR;

    if (error ? !may_fail || strcmp(f->error_id, "bytes") != 0
              : f->outcome != normal[rule].outcome || f->span != normal[rule].span)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!book)
        open_all();
    if (size < 4)
        return 0;
    struct arena arena = {0};
    struct heap *heap = &book->box.heap;
    size_t max = heap->max_bytes, count = rulebook_pack(book)->rule_count;

    for (size_t i = 3; i < size; i++) {
        size_t rule = data[i] % count;
        struct finding f;
        starve_at((size_t)data[0] << 8 | data[1]);
        heap->max_bytes = data[2] < 128 ? heap->saved.bytes + (size_t)data[2] * 16 : max;
        rulebook_run_rule(book, rule, &profile, &arena, &f);
        check(rule, &f, true);
        starve_at(0);
        heap->max_bytes = max;
        rulebook_run_rule(book, rule, &profile, &arena, &f);
        check(rule, &f, false);
    }
    arena_release(&arena);
    return 0;
}
