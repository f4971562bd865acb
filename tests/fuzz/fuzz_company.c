/* SPDX-License-Identifier: MIT
 *
 * Any bytes as a stream of profiles, a table or JSON Lines: cut into companies, and each of
 * them read. The first byte says which of them and how many bytes a block has; touches no file
 * but the core pack once. Companies come in the order of their lines, and what cannot be read
 * says why. What is known from those before changes nothing.
 */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "audit/input/reader.h"
#include "lua/rulebook.h"

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

struct bytes {
    struct text rest;
    size_t block;
};

static bool read_bytes(void *context, char *at, size_t room, size_t *got, struct error *err)
{
    struct bytes *b = context;

    (void)err;
    *got = b->rest.len < b->block ? b->rest.len : b->block;
    assert(*got <= room);
    memcpy(at, b->rest.at, *got);
    b->rest.at += *got;
    b->rest.len -= *got;
    return true;
}

/* Whether it can be read, and then the profile's hash. */
static bool read_one(const struct company *company, const struct pack *pack,
                     char hash[HASH_HEX_LEN + 1])
{
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct arena arena = {0};
    struct faults faults = {0};
    struct error err = {0};
    struct profile profile;

    bool ok = company_read(company, &pack->schema, &options, &arena, &profile, &faults, &err);
    if (ok)
        memcpy(hash, profile.hash, sizeof profile.hash);
    else
        assert((faults.count > 0) != (err.message[0] != '\0'));
    arena_release(&arena);
    return ok;
}

static void check(struct company *company, struct company_columns *known,
                  const struct pack *pack)
{
    char first[HASH_HEX_LEN + 1], again[HASH_HEX_LEN + 1];

    assert(*company->name);
    assert(company_place(company).len > 0);
    bool ok = read_one(company, pack, first);
    company->known = known;
    assert(read_one(company, pack, again) == ok);
    assert(!ok || strcmp(first, again) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum content contents[] = {CONTENT_STREAM, CONTENT_TABLE, CONTENT_OBJECTS,
                                            CONTENT_PROFILE};
    static const size_t blocks[] = {1, 7, 64, 4096};
    const struct pack *pack = rulebook_pack(book());
    struct profile_options options = {.rules = pack->rule_ids, .rule_count = pack->rule_count};
    struct input_options input = {.schema = &pack->schema, .profiles = &options};
    struct reader reader = READER_INIT;
    struct feed feed = {0};
    struct company company;
    struct company_columns known = {.schema = NULL};
    int line = 0;

    if (size == 0)
        return 0;
    struct bytes bytes = {{(const char *)data + 1, size - 1}, blocks[data[0] / 4 % 4]};
    feed_open(&feed, read_bytes, &bytes);
    while (feed_window(&feed).len < CONTENT_LOOK_BYTES && feed_more(&feed))
        ;
    reader_start(&reader, &input, &feed, contents[data[0] % 4], "fuzz");
    while (reader_next(&reader, &company)) {
        assert(company.line >= line || company.line == 0);
        line = company.line;
        check(&company, &known, pack);
    }
    company_columns_release(&known);
    reader_release(&reader);
    feed_release(&feed);
    return 0;
}
