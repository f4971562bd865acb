/* SPDX-License-Identifier: MIT
 *
 * Memory that runs out at every possible place: whatever the limit, a company ends in the
 * normal findings or in errors that say memory, and a pack in the normal pack or in a fault
 * that does.
 */
#include "pack_writer.h"

#include "base/file.h"
#include "starve.h"

static const char *const profiles[] = {"sunleaf", "harbor_soap"};

struct run_of_company {
    struct arena arena;
    struct finding findings[128];
    struct classification class;
};

static void run_profile(struct rulebook *book, const char *name, struct run_of_company *run)
{
    const struct pack *pack = rulebook_pack(book);
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct profile *profile = arena_alloc(&run->arena, sizeof *profile);
    struct faults faults = {0};
    struct error err;
    struct text text;
    const char *path = arena_printf(&run->arena, SOURCE_DIR "/profiles/%s.ini", name);

    assert_true(pack->rule_count <= COUNT(run->findings));
    assert_true(file_read(path, 1 << 20, &run->arena, &text, ERROR_PROFILE, &err));
    assert_true(
        profile_parse(text, path, &pack->schema, &options, &run->arena, profile, &faults));
    rulebook_run(book, profile, &run->arena, run->findings, &run->class, NULL);
}

static bool same_finding(const struct finding *a, const struct finding *b, struct arena *arena)
{
    return a->outcome == b->outcome && a->span == b->span && a->refused == b->refused &&
           a->worst.outcome == b->worst.outcome && a->worst.credit == b->worst.credit &&
           a->best.outcome == b->best.outcome && a->best.credit == b->best.credit &&
           a->read_count == b->read_count && a->missing_count == b->missing_count &&
           (a->read_count == 0 ||
            memcmp(a->reads, b->reads, a->read_count * sizeof *a->reads) == 0) &&
           strcmp(reason_of(a, arena), reason_of(b, arena)) == 0;
}

/* How many rules ran out of memory; fails where one did anything else than that or the normal.
 */
static size_t compare(const struct run_of_company *run, const struct run_of_company *normal,
                      size_t count, struct arena *arena)
{
    size_t errors = 0;

    for (size_t i = 0; i < count; i++) {
        const struct finding *f = &run->findings[i];
        if (f->outcome == OUTCOME_ERROR && strstr(reason_of(f, arena), "bytes of memory"))
            errors++;
        else if (!same_finding(f, &normal->findings[i], arena))
            fail_msg("%s: %s, '%s', not %s, '%s'", f->rule->id, outcome_name(f->outcome),
                     reason_of(f, arena), outcome_name(normal->findings[i].outcome),
                     reason_of(&normal->findings[i], arena));
    }
    if (run->class.row != -1)
        assert_int_equal(run->class.row, normal->class.row);
    return errors;
}

static void sweep_company(struct rulebook *book, const char *name)
{
    struct run_of_company normal = {0};
    size_t count = rulebook_pack(book)->rule_count, least = 0, clean = 0;
    size_t loaded = book->box.heap.saved.bytes, max = book->box.heap.max_bytes;

    run_profile(book, name, &normal);
    for (size_t more = 0; clean < 5; more += more < 4096 ? 16 : more / 2) {
        struct run_of_company run = {0};
        book->box.heap.max_bytes = loaded + more;
        run_profile(book, name, &run);
        size_t errors = compare(&run, &normal, count, &run.arena);
        least = more == 0 ? errors : least;
        clean = errors == 0 ? clean + 1 : 0;
        arena_release(&run.arena);
    }
    assert_true(least > 0); /* or the sweep did not reach down */
    book->box.heap.max_bytes = max;
    arena_release(&normal.arena);
}

static void a_company_ends_as_normal_or_in_errors_that_say_memory(void **state)
{
    for (size_t i = 0; i < COUNT(profiles); i++)
        sweep_company(*state, profiles[i]);
}

/* After any failure the next company is untouched by it. */
static void a_company_after_one_without_memory_is_normal(void **state)
{
    struct rulebook *book = *state;
    struct run_of_company normal = {0}, starved = {0}, after = {0};
    size_t max = book->box.heap.max_bytes;

    run_profile(book, profiles[0], &normal);
    book->box.heap.max_bytes = book->box.heap.saved.bytes;
    run_profile(book, profiles[1], &starved);
    book->box.heap.max_bytes = max;
    run_profile(book, profiles[0], &after);
    assert_int_equal(compare(&after, &normal, rulebook_pack(book)->rule_count, &after.arena),
                     0);
    assert_int_equal(after.class.row, normal.class.row);
    arena_release(&normal.arena);
    arena_release(&starved.arena);
    arena_release(&after.arena);
}

/* Every single request refused once, the others granted: request 1, 2, 3 ... of a company. */
static void any_request_of_a_company_may_be_refused(void **state)
{
    struct error err;
    struct rulebook *book = rulebook_open(SOURCE_DIR "/rules/core", RULEBOOK_LEAN, &err);
    size_t count, clean = 0, failures = 0;

    (void)state;
    assert_non_null(book);
    count = rulebook_pack(book)->rule_count;
    /* Counted from the start: a quick run that was stopped is run again, and asks anew. */
    book->box.limits.steps_per_call = LIMITS_QUICK_STEPS - 1;
    starve_at(0);
    starve_install(&book->box);
    sandbox_freeze(&book->box);
    struct run_of_company normal = {0};
    run_profile(book, profiles[0], &normal);
    for (size_t request = 1; clean < 3; request++) {
        struct run_of_company run = {0};
        starve_at(request);
        run_profile(book, profiles[0], &run);
        size_t errors = compare(&run, &normal, count, &run.arena);
        assert_true(errors <= 1); /* one rule breaks, the others go on */
        failures += errors;
        clean = starve.requests < request ? clean + 1 : 0;
        arena_release(&run.arena);
    }
    assert_true(failures > 10);
    arena_release(&normal.arena);
    rulebook_close(book);
}

/* Loads a pack with so many bytes, as rulebook_open does, or with its n-th request refused;
 * NULL where that is too little. */
static struct rulebook *load_within(const char *dir, size_t bytes, size_t refuse,
                                    struct error *err)
{
    struct rulebook *book = calloc(1, sizeof *book);

    assert_non_null(book);
    struct limits limits = limits_standard();
    struct rulebook_options options = {.dirs = &dir, .count = 1};
    assert_true(sandbox_open(&book->box, &limits));
    book->depth = RULEBOOK_FULL;
    book->box.heap.max_bytes = bytes;
    starve_at(refuse);
    starve_install(&book->box);
    if (rulebook_load(book, &options, err)) {
        sandbox_freeze(&book->box);
        return book;
    }
    rulebook_close(book);
    return NULL;
}

static void a_pack_loads_or_says_memory(void **state)
{
    struct temp_pack pack;
    struct rulebook *book = NULL;
    int failures = 0;

    (void)state;
    temp_open(&pack);
    temp_put(&pack, "pack.lua", WRITER_PACK("'t/H_rule.lua'"));
    temp_put(&pack, "t/H_rule.lua",
             WRITER_RULE("'a.n'", "['a.n'] = 'up'",
                         "function(c) return pass('n is %n', c.a.n) end"));
    for (size_t bytes = 1000; !book; bytes += 100) {
        struct error err = {0};
        book = load_within(pack.dir, bytes, 0, &err);
        if (!book && !strstr(err.message, "bytes of memory to load"))
            fail_msg("%zu bytes: %s: %s", bytes, err.where, err.message);
        failures += !book;
    }
    assert_true(failures > 100);
    struct arena arena = {0};
    struct finding f;
    run_text(book, "[a]\nn = 3\n", &arena, &f);
    assert_string_equal(reason_of(&f, &arena), "n is 3");
    arena_release(&arena);
    rulebook_close(book);
    temp_close(&pack);
}

static void any_request_of_a_load_may_be_refused(void **state)
{
    struct temp_pack pack;
    struct rulebook *book = NULL;
    size_t failures = 0;

    (void)state;
    temp_open(&pack);
    temp_put(&pack, "pack.lua", WRITER_PACK("'t/H_rule.lua'"));
    temp_put(&pack, "t/H_rule.lua",
             WRITER_RULE("'a.n'", "['a.n'] = 'up'",
                         "function(c) return pass('n is %n', c.a.n) end"));
    for (size_t request = 1; !book; request++) {
        struct error err = {0};
        book = load_within(pack.dir, 32 << 20, request, &err);
        if (!book && !strstr(err.message, "bytes of memory to load"))
            fail_msg("request %zu: %s: %s", request, err.where, err.message);
        failures += !book;
    }
    assert_true(failures > 500);
    rulebook_close(book);
    temp_close(&pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_company_ends_as_normal_or_in_errors_that_say_memory),
        cmocka_unit_test(a_company_after_one_without_memory_is_normal),
        cmocka_unit_test(any_request_of_a_company_may_be_refused),
        cmocka_unit_test(a_pack_loads_or_says_memory),
        cmocka_unit_test(any_request_of_a_load_may_be_refused),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
