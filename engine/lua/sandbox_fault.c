/* SPDX-License-Identifier: MIT
 *
 * What a failed call of a sandbox left, in words.
 */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "lua/sandbox.h"

/* Lua's strings may hold anything; what leaves here is one line of printable text. */
static void copy_message(struct sandbox *box, struct sandbox_fault *fault)
{
    const char *at = "the error value is not text";
    size_t len = strlen(at);

    /* lua_tolstring converts, and may throw, unless the value already is a string. */
    if (lua_type(box->L, -1) == LUA_TSTRING)
        at = lua_tolstring(box->L, -1, &len);
    len = len < sizeof fault->message ? len : sizeof fault->message - 1;
    len = utf8_valid_len(at, len);
    for (size_t i = 0; i < len; i++)
        fault->message[i] = at[i] ? at[i] : '?';
    fault->message[len] = '\0';
    text_make_printable(fault->message);
}

bool sandbox_signalled(const struct sandbox *box)
{
    return lua_islightuserdata(box->L, -1) && lua_touserdata(box->L, -1) == box;
}

/* Which limit of steps was passed: its value, and its name for '--limit'. */
static void describe_steps(const struct sandbox *box, struct sandbox_fault *fault)
{
    const struct limits *limits = &box->limits;
    const char *name = "steps_per_call", *who = "";
    long most = limits->steps_per_call;

    if (!box->frozen) {
        snprintf(fault->message, sizeof fault->message,
                 "took more than %ld steps to load (limit steps_to_load)",
                 limits->steps_to_load);
        return;
    }
    if (box->company_left < 0) {
        name = "steps_per_company";
        who = "the rules together ";
        most = limits->steps_per_company;
    } else if (box->rule_left < 0) {
        name = "steps_per_rule";
        most = limits->steps_per_rule;
    }
    snprintf(fault->message, sizeof fault->message, "%stook more than %ld steps (limit %s)",
             who, most, name);
}

static void describe_bytes(const struct sandbox *box, struct sandbox_fault *fault)
{
    const struct limits *limits = &box->limits;

    if (box->frozen)
        snprintf(fault->message, sizeof fault->message,
                 "took more than %ld bytes of memory, or more than %ld in one piece, as a "
                 "function that calls itself for ever does (limits bytes_per_company and "
                 "bytes_per_block)",
                 limits->bytes_per_company, limits->bytes_per_block);
    else
        snprintf(
            fault->message, sizeof fault->message,
            "took more than %ld bytes of memory to load, or more than %ld in one piece, or "
            "more than %ld for one text",
            limits->bytes_to_load, limits->bytes_per_block, limits->text_bytes_to_load);
}

void sandbox_describe(struct sandbox *box, struct sandbox_fault *fault)
{
    fault->stop = box->stop;
    fault->line = box->stop == STOP_NONE ? 0 : box->stop_line;
    fault->signalled = sandbox_signalled(box) && box->stop == STOP_NONE;
    if (box->stop == STOP_STEPS)
        describe_steps(box, fault);
    else if (box->stop == STOP_BYTES)
        describe_bytes(box, fault);
    else if (fault->signalled)
        fault->message[0] = '\0';
    else
        copy_message(box, fault);
}
