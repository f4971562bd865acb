/* SPDX-License-Identifier: MIT
 *
 * Any bytes as the text of a rule: loaded in the place of one, and where it loads, run between
 * its neighbours over two companies. It must end in findings within the limits, and the
 * neighbours must say what they always say. Touches no file but the core pack.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "insight/assess.h"
#include "lua/rulebook.h"

enum { RUNS_OF_A_BOOK = 500 }; /* replacing rules takes memory until the book is closed */

static const char *const companies[] = {
    "[recruit]\nincome_from_recruiting_pct = 20..60%\npays_for_enrollment = yes\n"
    "[cost]\njoin_fee = 99 USD\n[plan]\nlevels_paid = 5\n",
    "[company]\nname = x\n"};

/* Small limits: what is found under them is found fast. */
static struct rulebook *open_book(void)
{
    static const char *const dir = SOURCE_DIR "/rules/core";
    struct limits limits = limits_standard();
    struct rulebook_options options = {
        .dirs = &dir, .count = 1, .depth = RULEBOOK_FULL, .limits = &limits};
    struct error err;

    limits.steps_per_call = limits.steps_per_rule = 100000;
    limits.steps_to_load = 10000000;
    limits.bytes_per_company = 1024L * 1024;
    struct rulebook *book = rulebook_open_packs(&options, &err);
    if (!book)
        abort();
    return book;
}

static size_t number_of(const struct pack *pack, const char *id)
{
    const struct rule *rule = pack_rule(pack, id);

    if (!rule)
        abort();
    return (size_t)(rule - pack->rules);
}

/* Outcomes of all rules but the one that is tried. */
static void run(struct rulebook *book, const char *company, size_t tried, enum outcome *out)
{
    const struct pack *pack = rulebook_pack(book);
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct arena arena = {0};
    struct faults faults = {0};
    struct profile profile;
    struct assessment a;

    if (!profile_parse((struct text){company, strlen(company)}, "fuzz.ini", &pack->schema,
                       &options, &arena, &profile, &faults))
        abort();
    assess(book, &profile, &arena, &a);
    if (a.score.low > a.score.high)
        abort();
    for (size_t i = 0; i < pack->rule_count; i++)
        out[i] = i == tried ? OUTCOME_PASS : a.findings[i].outcome;
    arena_release(&arena);
}

static struct rulebook *book;
static enum outcome normal[2][200];
static unsigned runs;

static void refresh(size_t *tried)
{
    if (runs++ % RUNS_OF_A_BOOK == 0) {
        rulebook_close(book);
        book = open_book();
    }
    *tried = number_of(rulebook_pack(book), "RE02");
    if (runs == 1)
        for (int i = 0; i < 2; i++)
            run(book, companies[i], *tried, normal[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum outcome got[200];
    struct error err;
    size_t tried;

    refresh(&tried);
    rulebook_replace_file(book, tried, (struct text){(const char *)data, size}, &err);
    for (int i = 0; i < 2; i++) {
        run(book, companies[i], tried, got);
        if (memcmp(got, normal[i], rulebook_pack(book)->rule_count * sizeof *got) != 0)
            abort();
    }
    return 0;
}
