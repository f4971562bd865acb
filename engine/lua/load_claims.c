/* SPDX-License-Identifier: MIT
 *
 * claims.lua: of a pack, and of those that extend it.
 */
#include <string.h>

#include "lua/load.h"

/* Whether a word of a phrase can ever be met: the words of a text are compared in lower case
 * and without apostrophes. */
static bool is_plain_word(struct text word)
{
    if (text_is(word, "#"))
        return true;
    if (word.len > 1 && word.at[word.len - 1] == '*')
        word.len--;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.at[i];
        if (!is_digit(c) && !(c >= 'a' && c <= 'z') && (unsigned char)c < 0x80)
            return false;
    }
    return word.len > 0 && word.len <= CLAIM_WORD_BYTES;
}

static bool is_plain_phrase(const char *phrase)
{
    struct text rest = text_of(phrase), word;
    size_t count = 0;

    while (text_next_word(&rest, &word)) {
        if (!is_plain_word(word))
            return false;
        count++;
    }
    return count > 0 && count <= CLAIM_PHRASE_WORDS;
}

static struct names l_phrases(lua_State *L, struct loader *ld, const char *name, bool required)
{
    struct names phrases = l_names(L, ld, -1, name, required);

    for (size_t i = 0; i < phrases.count; i++)
        if (!is_plain_phrase(phrases.list[i]))
            l_fault(L, ld,
                    "'%s' has the phrase '%s': write 1 to %d words of a to z, digits and a "
                    "final '*', or '#' for a number",
                    name, phrases.list[i], CLAIM_PHRASE_WORDS);
    if (required && phrases.count == 0)
        l_fault(L, ld, "'%s' is empty: nothing would match", name);
    return phrases;
}

static struct names l_tests(lua_State *L, struct loader *ld)
{
    struct names tests = l_names(L, ld, -1, "tests", true);

    for (size_t i = 0; i < tests.count; i++)
        if (!pack_rule(&ld->book->pack, tests.list[i]) &&
            !pack_figure(&ld->book->pack, tests.list[i]) &&
            !names_have(claim_math, tests.list[i]))
            l_fault(L, ld,
                    "'tests' names '%s', which is no rule or figure of the pack and no part of "
                    "plumbline math",
                    tests.list[i]);
    return tests;
}

static void l_load_claim(lua_State *L, struct loader *ld, struct claim *claim)
{
    static const char *const fields[] = {"says",  "any",   "unless",   "proves",       "ask",
                                         "tests", "cites", "examples", "not_examples", NULL};

    claim->id = l_item_text(L, ld, lua_gettop(L), 0);
    ld->what = claim->id;
    l_check_fields(L, ld, -1, fields, true);
    claim->says = l_text(L, ld, -1, "says", true);
    claim->any = l_phrases(L, ld, "any", true);
    claim->unless = l_phrases(L, ld, "unless", false);
    claim->proves = l_text(L, ld, -1, "proves", true);
    claim->ask = l_text(L, ld, -1, "ask", true);
    claim->tests = l_tests(L, ld);
    claim->cites = l_names(L, ld, -1, "cites", true);
    l_check_cites(L, ld, claim->cites);
    claim->examples = l_names(L, ld, -1, "examples", true);
    claim->not_examples = l_names(L, ld, -1, "not_examples", false);
    if (claim->examples.count == 0)
        l_fault(L, ld, "it has no example: give a sentence that matches it");
}

static void l_check_given_once(lua_State *L, struct loader *ld, const struct claim *claim)
{
    for (const struct claim *other = ld->book->pack.claims; other < claim; other++)
        if (strcmp(other->id, claim->id) == 0)
            l_fail(L, ld, "the claim '%s' is given twice", claim->id);
}

/* Makes room for 'count' more claims and returns the first of them. */
static struct claim *more_claims(struct loader *ld, size_t count)
{
    struct pack *pack = &ld->book->pack;
    struct claim *claims = arena_alloc(ld->arena, (pack->claim_count + count) * sizeof *claims);

    if (pack->claim_count > 0)
        memcpy(claims, pack->claims, pack->claim_count * sizeof *claims);
    pack->claims = claims;
    return claims + pack->claim_count;
}

void l_load_claims(lua_State *L, struct loader *ld)
{
    if (!pack_has_file(ld, "claims.lua"))
        return;
    if (ld->book->depth == RULEBOOK_LEAN) {
        l_hash_file(L, ld, "claims.lua");
        return;
    }
    l_load_file(L, ld, "claims.lua", false);
    size_t count = l_item_count(L, ld);
    struct claim *claims = more_claims(ld, count);
    for (size_t i = 0; i < count; i++) {
        l_item(L, ld, lua_gettop(L), i);
        l_load_claim(L, ld, &claims[i]);
        l_check_given_once(L, ld, &claims[i]);
        ld->book->pack.claim_count++;
        lua_pop(L, 1);
    }
    ld->what = "";
    lua_pop(L, 1);
}
