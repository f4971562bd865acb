/* SPDX-License-Identifier: MIT */
#include <stdint.h>

#include <nettle/sha2.h>

#include "base/hash.h"

struct hash_front {
    struct sha256_ctx context;
};

static void finish(struct sha256_ctx *context, const char *at, size_t len,
                   char hex[HASH_HEX_LEN + 1])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t digest[SHA256_DIGEST_SIZE];

    sha256_update(context, len, (const uint8_t *)at);
    sha256_digest(context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[HASH_HEX_LEN] = '\0';
}

void hash_sha256(const char *at, size_t len, char hex[HASH_HEX_LEN + 1])
{
    struct sha256_ctx context;

    sha256_init(&context);
    finish(&context, at, len, hex);
}

const struct hash_front *hash_front(struct arena *arena, const char *at, size_t len)
{
    struct hash_front *front = arena_alloc(arena, sizeof *front);

    sha256_init(&front->context);
    sha256_update(&front->context, len, (const uint8_t *)at);
    return front;
}

void hash_sha256_behind(const struct hash_front *front, const char *at, size_t len,
                        char hex[HASH_HEX_LEN + 1])
{
    struct sha256_ctx context = front->context;

    finish(&context, at, len, hex);
}

uint64_t hash_name(const char *name)
{
    uint64_t hash = UINT64_C(14695981039346656037);

    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * UINT64_C(1099511628211);
    return hash;
}
