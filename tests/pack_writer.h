/* SPDX-License-Identifier: MIT
 *
 * Packs written for one test into a temporary folder, and companies run through them.
 */
#ifndef TESTS_PACK_WRITER_H
#define TESTS_PACK_WRITER_H

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pack_fixture.h"

/* A vocabulary of every kind of fact that rules meet. */
#define WRITER_FACTS                                                                           \
    "local function fact(f) f.meaning, f.find, f.ask = 'm', 'f', 'a?' return f end\n"          \
    "return { sections = { { 'a', 'Facts' }, { 'company', 'Company' } }, facts = {\n"          \
    "fact { 'a.n', type = 'number' }, fact { 'a.up', type = 'number' },\n"                     \
    "fact { 'a.down', type = 'number' }, fact { 'a.four', type = 'number' },\n"                \
    "fact { 'a.hidden', type = 'number' }, fact { 'a.none', type = 'number' },\n"              \
    "fact { 'a.told', type = 'number', expected = true },\n"                                   \
    "fact { 'a.text', type = 'text' }, fact { 'a.yes', type = 'bool' },\n"                     \
    "fact { 'a.word', type = 'enum', values = { 'low', 'middle', 'high' } },\n"                \
    "fact { 'a.set', type = 'set', values = { 'x', 'y', 'xy' } },\n"                           \
    "fact { 'a.price', type = 'money', first_year = 12 }, fact { 'a.pct', type = 'pct' },\n"   \
    "fact { 'company.currency', type = 'currency' },\n"                                        \
    "fact { 'company.as_of', type = 'date' } } }\n"

#define WRITER_SOURCES "return { { 'S1', title = 'T', date = '2020', kind = 'P' } }\n"

#define WRITER_PACK(rules)                                                                     \
    "return { name = 'test', version = '1', title = 'A test',\n"                               \
    "themes = { { id = 't', title = 'T', score = 'company', points = 30 } },\n"                \
    "bands = { { name = 'well', from = 50 }, { name = 'hardly', from = 0 } },\n"               \
    "rules = { " rules " } }\n"

/* A rule of one line up to its check, so that line 2 is the first of 'check'. */
#define WRITER_RULE(facts, monotone, check)                                                    \
    "return { title = 'T', why = 'W', cites = { 'S1' }, points = 10, worst = 'critical', "     \
    "facts = { " facts " }, ask = 'A?', monotone = { " monotone                                \
    " }, examples = {}, check =\n" check " }\n"

struct temp_pack {
    char dir[64];
};

static inline const char *temp_path(const struct temp_pack *pack, const char *file, char *path,
                                    size_t size)
{
    snprintf(path, size, "%s/%s", pack->dir, file);
    return path;
}

static inline void temp_write(const struct temp_pack *pack, const char *file, const char *at,
                              size_t len)
{
    char path[256];
    FILE *f = fopen(temp_path(pack, file, path, sizeof path), "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(at, 1, len, f), len);
    assert_int_equal(fclose(f), 0);
}

static inline void temp_put(const struct temp_pack *pack, const char *file, const char *text)
{
    temp_write(pack, file, text, strlen(text));
}

/* An empty folder with the folder t for rules, the vocabulary and a source. */
static inline void temp_open(struct temp_pack *pack)
{
    char path[256];

    strcpy(pack->dir, "/tmp/plumbline-test-XXXXXX");
    assert_non_null(mkdtemp(pack->dir));
    assert_int_equal(mkdir(temp_path(pack, "t", path, sizeof path), 0700), 0);
    temp_put(pack, "facts.lua", WRITER_FACTS);
    temp_put(pack, "sources.lua", WRITER_SOURCES);
}

static inline void temp_close(const struct temp_pack *pack)
{
    char command[128];

    snprintf(command, sizeof command, "rm -rf '%s'", pack->dir);
    assert_int_equal(system(command), 0);
}

/* A pack of one rule, t/H_rule.lua. NULL with *err set where it does not load. */
static inline struct rulebook *temp_rule(const struct temp_pack *pack, const char *rule,
                                         struct error *err)
{
    temp_put(pack, "pack.lua", WRITER_PACK("'t/H_rule.lua'"));
    temp_put(pack, "t/H_rule.lua", rule);
    return rulebook_open(pack->dir, RULEBOOK_FULL, err);
}

/* Runs all rules of a book over a company given as text. */
static inline void run_text(struct rulebook *book, const char *text, struct arena *arena,
                            struct finding *findings)
{
    const struct pack *pack = rulebook_pack(book);
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct profile *profile = arena_alloc(arena, sizeof *profile);
    struct classification class = {0};
    struct faults faults = {0};

    if (!profile_parse(text_of(text), "test.ini", &pack->schema, &options, arena, profile,
                       &faults))
        fail_msg("line %d: %s\nin\n%s", faults.list[0].line, faults.list[0].message, text);
    rulebook_run(book, profile, arena, findings, &class, NULL);
}

/* The reason of a finding as people read it. */
static inline const char *reason_of(const struct finding *f, struct arena *arena)
{
    struct buf buf = BUF_INIT;

    finding_put_reason(&buf, f, "USD");
    const char *text = arena_copy(arena, buf_text(&buf), buf.len);
    buf_release(&buf);
    return text;
}

#endif
