/* SPDX-License-Identifier: MIT
 *
 * The limits under which rules run, apart from sandbox.h so that the layers above can show them
 * without seeing Lua.
 */
#ifndef LUA_SANDBOX_LIMITS_H
#define LUA_SANDBOX_LIMITS_H

enum {
    SANDBOX_COMPANY_STEPS = 20 * 1000 * 1000, /* per company */
    SANDBOX_RULE_STEPS = 8 * 1000 * 1000,   /* per rule: all its tests at all ends of ranges */
    SANDBOX_CALL_STEPS = 4 * 1000 * 1000,   /* per call of a rule */
    SANDBOX_LOAD_STEPS = 100 * 1000 * 1000, /* while a pack is loaded */
    SANDBOX_BYTES = 8 * 1024 * 1024,        /* per company, beyond the loaded pack */
    SANDBOX_LOAD_BYTES = 32 * 1024 * 1024,  /* a loaded pack */
    SANDBOX_BLOCK_BYTES = 80 * 1024,        /* one string, table or stack of a running rule */
    SANDBOX_LOAD_TEXT_BYTES = 4 * 1024,     /* one string of a loaded pack */
    SANDBOX_SMALL_BYTES = 2 * 1024,         /* a block up to this size costs nothing to touch */
    SANDBOX_KEEP_BYTES = 64 * 1024,         /* what rules may leave behind within a company */
    SANDBOX_REGION_BYTES = 256 * 1024 * 1024, /* address space; pages cost when touched */
    SANDBOX_BYTES_PER_STEP = 16,
    SANDBOX_BYTES_PER_WEIGHT = 64, /* of the largest block: see weigh() in sandbox.c */
    SANDBOX_QUICK_MS = 5,          /* CPU time after which a normal company is interrupted */
    SANDBOX_ACCEPT_US = 1000, /* time within which it cannot have passed any limit of steps */
    SANDBOX_TICK = 1000       /* instructions between two looks of the count hook */
};

#endif
