/* SPDX-License-Identifier: MIT
 *
 * SHA-256, by nettle: results carry the hashes of what they were made from. And a short hash of
 * names, for tables of them.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum { HASH_HEX_LEN = 64 };

/* Lower-case hexadecimal with a NUL. */
void hash_sha256(const char *at, size_t len, char hex[HASH_HEX_LEN + 1]);

/* The same of a text whose front others share: that is taken once, and lives in the arena. */
struct hash_front;
const struct hash_front *hash_front(struct arena *arena, const char *at, size_t len);
void hash_sha256_behind(const struct hash_front *front, const char *at, size_t len,
                        char hex[HASH_HEX_LEN + 1]);

/* FNV-1a. Names may be made so that theirs are the same: what is found by it must be looked at.
 */
uint64_t hash_name(const char *name);

#endif
