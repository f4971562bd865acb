/* SPDX-License-Identifier: MIT
 *
 * What a line is about, from its first keys: these stand in the order in which json_record.c
 * writes them. Reading a line whole costs more than scoring its company.
 */
#include <string.h>

#include "audit/results/result_reading.h"

static bool skip(struct text *rest, const char *wanted)
{
    size_t len = strlen(wanted);

    if (rest->len < len || memcmp(rest->at, wanted, len) != 0)
        return false;
    *rest = (struct text){rest->at + len, rest->len - len};
    return true;
}

/* The bytes of a text in JSON up to its closing quote, which goes too. */
static bool take_raw(struct text *rest, struct text *out)
{
    if (!skip(rest, "\""))
        return false;
    for (size_t i = 0; i < rest->len; i++) {
        if (rest->at[i] == '\\') {
            i++;
        } else if (rest->at[i] == '"') {
            *out = (struct text){rest->at, i};
            *rest = (struct text){rest->at + i + 1, rest->len - i - 1};
            return true;
        }
    }
    return false;
}

static bool take_text(struct text *rest, struct arena *arena, const char **out)
{
    struct text raw;

    if (!take_raw(rest, &raw))
        return false;
    if (!memchr(raw.at, '\\', raw.len)) {
        *out = arena_copy(arena, raw.at, raw.len);
        return true;
    }
    json_t *value = json_loadb(raw.at - 1, raw.len + 2, JSON_DECODE_ANY, NULL);
    if (value)
        *out = arena_copy(arena, json_string_value(value), json_string_length(value));
    json_decref(value);
    return value != NULL;
}

static bool take_company(struct text *rest, struct arena *arena, struct glance *out)
{
    struct text hash, file;

    if (!skip(rest, ",\"name\":") || !take_text(rest, arena, &out->name) ||
        !skip(rest, ",\"pack\":") || !take_text(rest, arena, &out->pack))
        return false;
    if (skip(rest, ",\"file\":") && !take_raw(rest, &file)) /* of a full record */
        return false;
    if (!skip(rest, ",\"profile_sha256\":") || !take_raw(rest, &hash) ||
        hash.len != HASH_HEX_LEN)
        return false;
    memcpy(out->hash, hash.at, hash.len);
    return true;
}

bool result_glance(struct text line, struct arena *arena, struct glance *out)
{
    struct glance glance = {.name = "", .pack = ""};
    struct text rest = line;

    if (line.len < 2 || line.at[line.len - 1] != '}' || !skip(&rest, "{\"record\":\""))
        return false;
    if (skip(&rest, "company\"")) {
        glance.kind = GLANCE_COMPANY;
        if (!take_company(&rest, arena, &glance))
            return false;
    } else if (skip(&rest, "error\",\"name\":")) {
        glance.kind = GLANCE_ERROR;
        if (!take_text(&rest, arena, &glance.name))
            return false;
    } else if (skip(&rest, "summary\"")) {
        glance.kind = GLANCE_SUMMARY;
    } else if (skip(&rest, "run\"")) {
        glance.kind = GLANCE_RUN;
    } else {
        return false;
    }
    *out = glance;
    return true;
}
