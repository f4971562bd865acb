/* SPDX-License-Identifier: MIT
 *
 * SHA-256, by nettle. Results carry the hashes of what they were made from.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>

enum { HASH_HEX_LEN = 64 };

/* Lower-case hexadecimal with a NUL. */
void hash_sha256(const char *at, size_t len, char hex[HASH_HEX_LEN + 1]);

#endif
