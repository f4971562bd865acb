/* SPDX-License-Identifier: MIT
 *
 * JSON objects as programs write them: valid UTF-8 without escapes and controls, numbers as
 * they would be printed again. That is nearly every line of JSON Lines, and read here it costs
 * a tenth of what jansson takes. Whatever is not plain is left to company_object.c, which
 * states the same of it or says what is wrong: nothing is refused here.
 */
#include <string.h>

#include "audit/input/company_parts.h"

enum {
    MOST_KEYS = 512,       /* of one line */
    SLOTS = 2 * MOST_KEYS, /* a power of two */
    SET_BITS = 64,
    EXACT_DIGITS = 15,       /* that a double keeps */
    MOST_WHOLE_DIGITS = 18,  /* that 64 bits hold, whatever they are */
    SMALL_DECIMALS_SHOWN = 4 /* 0.0001 is printed so, 0.00001 with an exponent */
};

struct plain {
    struct company_reading *reading;
    const char *at, *end;
    int number;                      /* of the statement, from 1: its column */
    size_t keys;                     /* of all objects so far */
    uint64_t *hashes;                /* SLOTS: of each key with those above it */
    uint64_t used[SLOTS / SET_BITS]; /* which of them are set: those bits */
};

static bool take(struct plain *p, char c)
{
    while (p->at < p->end && *p->at == ' ')
        p->at++;
    if (p->at == p->end || *p->at != c)
        return false;
    p->at++;
    return true;
}

static bool take_string(struct plain *p, struct text *out)
{
    if (!take(p, '"'))
        return false;
    const char *close = memchr(p->at, '"', (size_t)(p->end - p->at));
    if (!close)
        return false;
    *out = (struct text){p->at, (size_t)(close - p->at)};
    p->at = close + 1;
    return true;
}

/* --- keys --- */

/* Of a key and, by their hash, those above it. */
static uint64_t hash_key(uint64_t above, struct text key)
{
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = (above + key.len) * factor, word;

    for (; key.len >= sizeof word; key.at += sizeof word, key.len -= sizeof word) {
        memcpy(&word, key.at, sizeof word);
        hash = (hash ^ word ^ hash >> 32) * factor;
    }
    for (; key.len > 0; key.at++, key.len--)
        hash = (hash ^ (unsigned char)*key.at ^ hash >> 32) * factor;
    return hash ^ hash >> 32;
}

/* Whether no key has this hash: nearly always, whether its object has no other like it. */
static bool is_new_key(struct plain *p, uint64_t hash)
{
    size_t slot = hash % SLOTS;

    if (++p->keys > MOST_KEYS)
        return false;
    for (; p->used[slot / SET_BITS] >> slot % SET_BITS & 1; slot = (slot + 1) % SLOTS)
        if (p->hashes[slot] == hash)
            return false;
    p->hashes[slot] = hash;
    p->used[slot / SET_BITS] |= UINT64_C(1) << slot % SET_BITS;
    return true;
}

/* --- values --- */

static size_t count_digits(const char *at, const char *end)
{
    const char *first = at;

    while (at < end && is_digit(*at))
        at++;
    return (size_t)(at - first);
}

/* Decimals that a double, printed, shows again. */
static bool decimals_are_plain(const char *at, size_t count, size_t whole_digits, bool is_small)
{
    static const char zeros[] = "0000";

    return count > 0 && whole_digits + count <= EXACT_DIGITS && at[count - 1] != '0' &&
           (!is_small || count < SMALL_DECIMALS_SHOWN ||
            memcmp(at, zeros, SMALL_DECIMALS_SHOWN) != 0);
}

/* A number that stands as jansson's would be written. */
static bool take_number(struct plain *p, struct text *out)
{
    const char *at = p->at + (*p->at == '-');
    size_t whole = count_digits(at, p->end);
    bool is_small = whole == 1 && *at == '0', negative = *p->at == '-';

    if (whole == 0 || whole > MOST_WHOLE_DIGITS || (*at == '0' && !is_small))
        return false;
    at += whole;
    if (at < p->end && *at == '.') {
        size_t decimals = count_digits(at + 1, p->end);
        if (!decimals_are_plain(at + 1, decimals, whole, is_small))
            return false;
        at += 1 + decimals;
    } else if (is_small && negative) {
        return false;
    }
    *out = (struct text){p->at, (size_t)(at - p->at)};
    p->at = at;
    return true;
}

static bool take_word(struct plain *p, struct text *out)
{
    static const struct {
        const char *word, *value;
    } words[] = {{"true", "true"}, {"false", "false"}, {"null", ""}};

    for (size_t i = 0; i < COUNT(words); i++) {
        size_t len = strlen(words[i].word);
        if ((size_t)(p->end - p->at) < len || memcmp(p->at, words[i].word, len) != 0)
            continue;
        p->at += len;
        *out = text_of(words[i].value);
        return true;
    }
    return false;
}

/* The value as it would stand in a profile. */
static bool take_scalar(struct plain *p, struct text *out)
{
    if (take_string(p, out))
        return true;
    if (p->at == p->end)
        return false;
    return is_digit(*p->at) || *p->at == '-' ? take_number(p, out) : take_word(p, out);
}

/* --- members --- */

static bool state_value(struct plain *p, struct profile_statement *s)
{
    s->line = p->reading->company->line;
    s->column = ++p->number;
    if (!take_scalar(p, &s->value))
        return false;
    company_state(p->reading, s);
    return true;
}

/* A value, or a list of values, which repeats the key. */
static bool state_member(struct plain *p, const struct member_name *member)
{
    struct profile_statement s;

    if (!company_find_name(p->reading, member, &s))
        return false;
    if (!take(p, '['))
        return state_value(p, &s);
    do {
        if (!state_value(p, &s))
            return false;
    } while (take(p, ','));
    return take(p, ']');
}

/* "source" with "S1" in it is the section 'source S1'. */
static struct text join_names(struct plain *p, struct text section, struct text name)
{
    return text_of(arena_printf(p->reading->arena, "%.*s %.*s", (int)section.len, section.at,
                                (int)name.len, name.at));
}

/* The members of an object whose bracket is taken: of the section that it is, and 'above' the
 * hash of its names. Objects stand in one another to a depth of two, so this calls itself no
 * further. */
static bool take_members(struct plain *p, struct text section, uint64_t above, int depth)
{
    struct member_name member = {.section = section, .flat = depth == 0};

    if (take(p, '}'))
        return true;
    do {
        if (!take_string(p, &member.name) || !take(p, ':'))
            return false;
        member.hash = hash_key(above, member.name);
        if (!is_new_key(p, member.hash))
            return false;
        bool sound;
        if (depth < 2 && take(p, '{')) {
            struct text inner = depth == 0 ? member.name : join_names(p, section, member.name);
            sound = take_members(p, inner, member.hash, depth + 1);
        } else {
            sound = state_member(p, &member);
        }
        if (!sound)
            return false;
    } while (take(p, ','));
    return take(p, '}');
}

/* --- the line --- */

/* Looks at every byte: see text_lines_are_plain. */
static bool has_controls(struct text text)
{
    unsigned char found = 0;

    for (size_t i = 0; i < text.len; i++)
        found |= (unsigned char)text.at[i] < 0x20;
    return found != 0;
}

bool company_state_plain(struct company_reading *reading)
{
    struct text text = reading->company->text;
    struct plain p = {.reading = reading,
                      .at = text.at,
                      .end = text.at + text.len,
                      .hashes = arena_room(reading->arena, SLOTS * sizeof *p.hashes)};

    if (!memchr(text.at, '\\', text.len) && !has_controls(text) &&
        utf8_valid_len(text.at, text.len) == text.len && take(&p, '{') &&
        take_members(&p, text_of(""), 0, 0) && p.at == p.end)
        return true;
    reading->count = 0;
    return false;
}
