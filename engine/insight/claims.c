/* SPDX-License-Identifier: MIT
 *
 * One pass over the text, word by word. The words of all phrases stand in a table by their
 * first byte, so that a word of the text meets only those it may equal; each phrase remembers
 * where its first one, two ... words were met last. The latest place is always the best one, as
 * only the distance to the next word counts.
 */
#include "insight/claims.h"

#include <string.h>

enum {
    BUCKETS = 256,
    NUMBER_BUCKET = '#', /* no word starts with it */
    WORD_ROOM = 2 * CLAIM_WORD_BYTES
};

/* One word of a phrase. */
struct phrase_word {
    struct text word;
    bool stem; /* any word that starts so */
    size_t place;
    struct phrase *phrase;
    struct phrase_word *next; /* in the bucket; a later word of a phrase stands before an
                                 earlier one, so that one word of the text serves once */
};

struct phrase {
    size_t words;
    size_t last[CLAIM_PHRASE_WORDS]; /* where the words up to this one were met; 0: nowhere */
    size_t *met;                     /* sentence in which its claim was met, or taken back */
};

struct matcher {
    struct phrase_word *buckets[BUCKETS];
    const struct claim *claims;
    size_t claim_count;
    size_t *met, *taken_back; /* a sentence's number for each claim */
    struct arena *arena;
    struct claim_findings *out;
    /* where the pass is */
    size_t at;    /* number of the word; jumps at the end of a sentence, so that no phrase spans
                     two */
    size_t words; /* of the sentence so far */
    const char *start; /* of the sentence; NULL before its first byte that shows */
    int line, start_line;
    char word[WORD_ROOM]; /* the word so far, in lower case */
    size_t len;           /* of it */
};

/* --- the table --- */

static void add_phrase(struct matcher *m, const char *words, size_t *met)
{
    struct phrase *phrase = arena_alloc(m->arena, sizeof *phrase);
    struct text rest = text_of(words), word;

    phrase->met = met;
    while (phrase->words < CLAIM_PHRASE_WORDS && text_next_word(&rest, &word)) {
        struct phrase_word *pw = arena_alloc(m->arena, sizeof *pw);
        struct phrase_word **bucket = &m->buckets[(unsigned char)word.at[0]];
        pw->stem = word.at[word.len - 1] == '*';
        pw->word = (struct text){word.at, word.len - pw->stem};
        pw->place = phrase->words++;
        pw->phrase = phrase;
        pw->next = *bucket;
        *bucket = pw;
    }
}

static void add_claims(struct matcher *m)
{
    for (size_t i = 0; i < m->claim_count; i++) {
        const struct claim *claim = &m->claims[i];
        for (size_t j = 0; j < claim->any.count; j++)
            add_phrase(m, claim->any.list[j], &m->met[i]);
        for (size_t j = 0; j < claim->unless.count; j++)
            add_phrase(m, claim->unless.list[j], &m->taken_back[i]);
    }
}

/* --- words --- */

/* The number of the sentence that is being read. */
static size_t sentence_number(const struct matcher *m)
{
    return m->out->sentences + 1;
}

static void meet(struct matcher *m, const struct phrase_word *pw)
{
    struct phrase *phrase = pw->phrase;

    if (pw->place > 0) {
        size_t before = phrase->last[pw->place - 1];
        if (before == 0 || before == m->at || m->at - before > CLAIMS_WORDS_BETWEEN + 1)
            return;
    }
    phrase->last[pw->place] = m->at;
    if (pw->place + 1 == phrase->words)
        *phrase->met = sentence_number(m);
}

static bool is_number(struct text word)
{
    static const char *const names[] = {"two",    "three", "four",    "five",    "six",
                                        "seven",  "eight", "nine",    "ten",     "twelve",
                                        "twenty", "fifty", "hundred", "thousand"};

    for (size_t i = 0; i < COUNT(names); i++)
        if (text_is(word, names[i]))
            return true;
    return is_digit(word.at[0]);
}

static void end_word(struct matcher *m)
{
    struct text word = {m->word, m->len};

    if (m->len == 0)
        return;
    m->at++;
    m->words++;
    for (struct phrase_word *pw = m->buckets[(unsigned char)word.at[0]]; pw; pw = pw->next)
        if (pw->stem ? word.len >= pw->word.len : word.len == pw->word.len)
            if (memcmp(word.at, pw->word.at, pw->word.len) == 0)
                meet(m, pw);
    if (is_number(word))
        for (struct phrase_word *pw = m->buckets[NUMBER_BUCKET]; pw; pw = pw->next)
            meet(m, pw);
    m->len = 0;
}

/* A word longer than any of a phrase is cut, at more than any of those has. */
static void add_to_word(struct matcher *m, const char *at, size_t len)
{
    for (size_t i = 0; i < len && m->len < WORD_ROOM; i++)
        m->word[m->len++] = to_lower(at[i]);
}

/* --- sentences --- */

static void add_finding(struct matcher *m, size_t claim, struct text sentence)
{
    struct claim_findings *out = m->out;

    out->list = arena_grow(m->arena, out->list, out->count, sizeof *out->list);
    out->list[out->count++] =
        (struct claim_finding){&m->claims[claim], sentence, sentence_number(m), m->start_line};
}

static void end_sentence(struct matcher *m, const char *end)
{
    size_t before = m->out->count;

    end_word(m);
    while (m->start && end > m->start && (is_blank(end[-1]) || end[-1] == '\r'))
        end--;
    for (size_t i = 0; m->words > 0 && i < m->claim_count; i++)
        if (m->met[i] == sentence_number(m) && m->taken_back[i] != sentence_number(m))
            add_finding(m, i, (struct text){m->start, (size_t)(end - m->start)});
    m->out->sentences += m->words > 0;
    m->out->matched += m->out->count > before;
    m->at += CLAIMS_WORDS_BETWEEN + 1;
    m->words = 0;
    m->start = NULL;
}

/* What a character is to the words around it. */
enum kind {
    KIND_LETTER,
    KIND_SILENT,  /* part of a word and left out: an apostrophe */
    KIND_BETWEEN, /* ends a word */
    KIND_STOP,    /* ends a sentence, before a blank */
    KIND_LINE_END
};

static enum kind kind_of_ascii(const char *at, size_t left)
{
    char c = *at, next = left > 1 ? at[1] : '\n';

    if (is_letter(c) || is_digit(c))
        return KIND_LETTER;
    if (c == '\n' || (c == '\r' && next != '\n'))
        return KIND_LINE_END;
    if (c == '!' || c == '?')
        return KIND_STOP;
    if (c == '.') /* not in 1.5 and example.com */
        return is_letter(next) || is_digit(next) ? KIND_BETWEEN : KIND_STOP;
    return c == '\'' ? KIND_SILENT : KIND_BETWEEN;
}

/* The kind of the character at 'at', and its bytes. Of what is not ASCII, no-break spaces,
 * symbols and emoji are between words, curly apostrophes silent, and all else letters. */
static enum kind kind_of(const char *at, size_t left, size_t *len)
{
    unsigned char lead = (unsigned char)*at;

    *len = 1;
    if (lead < 0x80)
        return kind_of_ascii(at, left);
    size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (left < wanted || utf8_valid_len(at, wanted) < wanted)
        return KIND_LETTER;
    *len = wanted;
    if (wanted == 3 && (memcmp(at, "\u2019", 3) == 0 || memcmp(at, "\u2018", 3) == 0))
        return KIND_SILENT;
    if (lead == 0xC2 || lead == 0xE2 || lead == 0xEF || lead >= 0xF0)
        return KIND_BETWEEN;
    return KIND_LETTER;
}

/* Whether a sentence may start with the character: not with what marks an item of a list. */
static bool starts_sentence(const char *at, enum kind kind)
{
    if ((unsigned char)*at >= 0x80)
        return kind == KIND_LETTER;
    return kind != KIND_LINE_END && !strchr(" \t\r-*+>.!?)", *at);
}

/* "1." at the front of an item. */
static bool is_item_number(const struct matcher *m)
{
    return m->words == 0 && m->len > 0 && m->len < 3 && is_digit(m->word[m->len - 1]);
}

/* Takes one character; returns its bytes. */
static size_t take(struct matcher *m, const char *at, size_t left)
{
    size_t len;
    enum kind kind = kind_of(at, left, &len);

    if (!m->start && starts_sentence(at, kind)) {
        m->start = at;
        m->start_line = m->line;
    }
    if (kind == KIND_LETTER)
        add_to_word(m, at, len);
    else if (kind == KIND_BETWEEN || (kind == KIND_STOP && is_item_number(m)))
        end_word(m);
    else if (kind == KIND_STOP)
        end_sentence(m, at + 1);
    else if (kind == KIND_LINE_END)
        end_sentence(m, at);
    m->line += kind == KIND_LINE_END;
    return len;
}

bool claims_check_text(struct text text, const char *name, struct error *err)
{
    const char *nul = text.len > 0 ? memchr(text.at, '\0', text.len) : NULL;
    int line = 1;

    for (const char *at = text.at; nul && at < nul; at++)
        line += *at == '\n';
    if (nul)
        return error_set(err, ERROR_USAGE, name, line,
                         "a NUL byte cannot stand here: is it a text file?");
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] != ' ' && (text.at[i] < '\t' || text.at[i] > '\r'))
            return true;
    return error_set(err, ERROR_USAGE, name, 0, "is empty: it must hold the text to look at");
}

void claims_find(struct text text, const struct claim *claims, size_t claim_count,
                 struct arena *arena, struct claim_findings *out)
{
    struct matcher m = {.claims = claims,
                        .claim_count = claim_count,
                        .met = arena_alloc(arena, claim_count * sizeof *m.met),
                        .taken_back = arena_alloc(arena, claim_count * sizeof *m.taken_back),
                        .arena = arena,
                        .out = out,
                        .line = 1};

    *out = (struct claim_findings){0};
    add_claims(&m);
    for (size_t i = 0; i < text.len;)
        i += take(&m, text.at + i, text.len - i);
    end_sentence(&m, text.at + text.len);
}
