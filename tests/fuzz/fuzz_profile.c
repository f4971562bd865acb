/* SPDX-License-Identifier: MIT
 *
 * Any bytes as a profile: parsed, and where they are sound, assessed. Touches no file but the
 * core pack once. Invariants are asserted: low <= score <= high.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "insight/ask/questions.h"
#include "insight/assess.h"
#include "report/json/json.h"
#include "report/text/text.h"

static struct rulebook *book(void)
{
    static struct rulebook *opened; /* the fuzzer calls one function again and again */
    struct error err;

    if (!opened)
        opened = rulebook_open(SOURCE_DIR "/rules/core", RULEBOOK_LEAN, &err);
    if (!opened)
        abort();
    return opened;
}

static void draw(const struct assessment *a, struct arena *arena)
{
    struct report_context context = {.version = "fuzz"};
    struct text_style style = {.width = TEXT_WIDTH, .verbose = true};
    struct buf out = BUF_INIT;
    struct json json = {.out = &out};

    text_assessment(&out, a, &context, &style, arena);
    json_assessment(&json, a, &context, arena);
    assert(!out.truncated);
    buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct pack *pack = rulebook_pack(book());
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct arena arena = {0};
    struct faults faults = {0};
    struct profile profile;
    struct assessment a;

    if (profile_parse((struct text){(const char *)data, size}, "fuzz.ini", &pack->schema,
                      &options, &arena, &profile, &faults)) {
        assess(book(), &profile, &arena, &a);
        assert(a.score.low <= a.score.high);
        assert(!a.score.has_score ||
               (a.score.low <= a.score.score && a.score.score <= a.score.high));
        draw(&a, &arena);
    } else {
        assert(faults.count > 0);
    }
    arena_release(&arena);
    return 0;
}
