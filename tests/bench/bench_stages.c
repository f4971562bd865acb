/* SPDX-License-Identifier: MIT
 *
 * What one company costs, stage by stage, in this process: for callgrind, and for a quick look.
 *
 *   bench_stages PACK PATH UNTIL [ROUNDS]
 *
 *   PATH    a stream of profiles, each behind a line '=== NAME', or a file of one profile
 *   UNTIL   the last stage: load read hash parse rules score, or a detail that is drawn:
 * summary findings full. 'hash' does nothing but that, for it is part of parse. ROUNDS  PATH so
 * often over; prints microseconds a company and stage on stderr
 *
 * What is drawn goes to stdout, a block at a time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "lua/compiled.h"
#include "lua/rulebook.h"
#include "report/json/json_record.h"

enum stage {
    STAGE_LOAD,
    STAGE_READ,
    STAGE_HASH,
    STAGE_PARSE,
    STAGE_RULES,
    STAGE_SCORE,
    STAGE_DRAW,
    STAGES = STAGE_DRAW + DETAIL_COUNT
};

static const char *const stage_names[STAGES] = {
    "load", "read", "hash", "parse", "rules", "score", "summary", "findings", "full"};

enum { MAX_BYTES = 1024 * 1024 * 1024, BLOCK_BYTES = 256 * 1024 };

struct bench {
    struct rulebook *book;
    struct text rest; /* of the stream */
    enum stage until;
    const struct json_pieces *pieces;
    struct arena arena; /* one company at a time */
    struct buf out;
    double taken[STAGES]; /* microseconds */
    double before;
    size_t companies, refused;
};

static _Noreturn void stop(const char *why)
{
    fprintf(stderr, "bench_stages: %s\n", why);
    exit(1);
}

static double microseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

/* Whether the company goes on after this stage. */
static bool is_past(struct bench *b, enum stage stage)
{
    double now = microseconds();

    b->taken[stage] += now - b->before;
    b->before = now;
    return b->until > stage;
}

/* --- the stream --- */

/* The next profile and its name; false at the end. */
static bool next_profile(struct bench *b, char name[64], struct text *profile)
{
    struct text *rest = &b->rest;

    if (rest->len == 0)
        return false;
    snprintf(name, 64, "profile");
    if (rest->len > 4 && memcmp(rest->at, "=== ", 4) == 0) {
        const char *end = memchr(rest->at, '\n', rest->len);
        if (!end)
            stop("the stream ends within a name");
        snprintf(name, 64, "%.*s", (int)(end - rest->at - 4), rest->at + 4);
        rest->len -= (size_t)(end + 1 - rest->at);
        rest->at = end + 1;
    }
    *profile = (struct text){rest->at, 0};
    while (rest->len > 0 && memcmp(rest->at, "=== ", rest->len < 4 ? rest->len : 4) != 0) {
        const char *end = memchr(rest->at, '\n', rest->len);
        size_t len = end ? (size_t)(end + 1 - rest->at) : rest->len;
        rest->at += len;
        rest->len -= len;
    }
    profile->len = (size_t)(rest->at - profile->at);
    return true;
}

/* --- one company --- */

static void draw(struct bench *b, const char *name, const struct assessment *a)
{
    json_company_line(&b->out, name, a, (enum json_detail)(b->until - STAGE_DRAW), b->pieces,
                      &b->arena);
    if (b->out.len < BLOCK_BYTES)
        return;
    fwrite(b->out.at, 1, b->out.len, stdout);
    buf_reset(&b->out);
}

/* Beside the stages: what the hash within 'parse' costs. */
static void hash(struct bench *b, struct text text)
{
    char hex[HASH_HEX_LEN + 1];

    hash_sha256(text.at, text.len, hex);
    is_past(b, STAGE_HASH);
}

static void run(struct bench *b, const char *name, struct text text)
{
    const struct pack *pack = rulebook_pack(b->book);
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct profile profile;
    struct faults faults = {0};
    struct assessment a = {.pack = pack, .profile = &profile};

    if (!is_past(b, STAGE_READ))
        return;
    if (b->until == STAGE_HASH) {
        hash(b, text);
        return;
    }
    bool sound =
        profile_parse(text, name, &pack->schema, &options, &b->arena, &profile, &faults);
    b->refused += !sound;
    if (!is_past(b, STAGE_PARSE) || !sound)
        return;
    a.findings = arena_room(&b->arena, pack->rule_count * sizeof *a.findings);
    rulebook_run(b->book, &profile, &b->arena, a.findings, &a.class, NULL);
    if (!is_past(b, STAGE_RULES))
        return;
    assessment_complete(&a, &b->arena);
    if (!is_past(b, STAGE_SCORE))
        return;
    draw(b, name, &a);
    is_past(b, b->until);
}

static void run_all(struct bench *b, struct text stream)
{
    struct text text;
    char name[64];

    b->rest = stream;
    b->before = microseconds();
    while (next_profile(b, name, &text)) {
        run(b, name, text);
        arena_reset(&b->arena);
        b->companies++;
    }
    if (b->out.len > 0)
        fwrite(b->out.at, 1, b->out.len, stdout);
    buf_reset(&b->out);
}

static void say(const struct bench *b)
{
    double sum = 0;

    fprintf(stderr, "%zu companies, %zu refused; us each:", b->companies, b->refused);
    for (int i = STAGE_READ; i <= (int)b->until; i++) {
        if (b->taken[i] == 0)
            continue;
        fprintf(stderr, " %s %.2f", stage_names[i], b->taken[i] / (double)b->companies);
        sum += b->taken[i];
    }
    fprintf(stderr, " sum %.2f\n", sum / (double)b->companies);
}

static enum stage stage_named(const char *name)
{
    for (int i = 0; i < STAGES; i++)
        if (strcmp(name, stage_names[i]) == 0)
            return (enum stage)i;
    stop("UNTIL is one of load read hash parse rules score summary findings full");
}

int main(int argc, char **argv)
{
    static struct bench b = {.out = BUF_INIT};
    struct arena kept = {0};
    struct text stream;
    struct error err;

    if (argc < 4)
        stop("usage: bench_stages PACK PATH UNTIL [ROUNDS]");
    const char *dirs[] = {argv[1]};
    struct rulebook_options options = {
        .dirs = dirs, .count = 1, .depth = RULEBOOK_LEAN, .compiled = &compiled_core};
    long rounds = argc > 4 ? strtol(argv[4], NULL, 10) : 0;
    b.until = stage_named(argv[3]);
    b.book = rulebook_open_packs(&options, &err);
    if (!b.book || !file_read(argv[2], MAX_BYTES, &kept, &stream, ERROR_PROFILE, &err))
        stop(err.message);
    b.pieces = json_pieces(rulebook_pack(b.book), &kept);
    for (long i = 0; i < (rounds ? rounds : 1) && b.until > STAGE_LOAD; i++)
        run_all(&b, stream);
    if (rounds)
        say(&b);
    rulebook_close(b.book);
    arena_release(&b.arena);
    arena_release(&kept);
    buf_release(&b.out);
    return 0;
}
