/* SPDX-License-Identifier: MIT
 *
 * Words that judge: what is said of a company is what its facts show. Titles of sources are
 * others' words.
 */
#include <string.h>

#include "insight/rules/linting.h"

static bool has_word(const char *text, const char *word)
{
    for (; *text; text++) {
        size_t i = 0;
        while (word[i] && to_lower(text[i]) == word[i])
            i++;
        if (!word[i])
            return true;
    }
    return false;
}

const char *lint_judging_word(const char *text)
{
    static const char *const words[] = {"scam", "fraud", "illegal", "pyramid scheme",
                                        "swindle"};

    for (size_t i = 0; text && i < COUNT(words); i++)
        if (has_word(text, words[i]))
            return words[i];
    return NULL;
}

#define JUDGES "'%s' judges: say what the facts show"

/* Sentences only: names and ids have no blanks. */
static void check_rule(struct linting *l, const struct rule *rule)
{
    struct token *tokens;
    size_t count = rule->source ? source_tokens(text_of(rule->source), l->arena, &tokens) : 0;

    for (size_t i = 0; i < count; i++) {
        struct text text = tokens[i].text;
        if (tokens[i].kind != TOKEN_STRING || !memchr(text.at, ' ', text.len))
            continue;
        const char *word = lint_judging_word(arena_copy(l->arena, text.at, text.len));
        if (word)
            lint_say_of_rule(l, rule, tokens[i].line, JUDGES, word);
    }
}

static void check_item(struct linting *l, const char *file, const char *id,
                       const char *const *texts, const char *const *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *word = lint_judging_word(texts[i]);
        if (word)
            lint_say_of_item(l, file, id, fields[i], JUDGES, word);
    }
}

void lint_words(struct linting *l)
{
    static const char *const of_facts[] = {"meaning", "find", "ask"};
    static const char *const of_articles[] = {"says", "note"};
    const struct pack *pack = l->pack;

    for (size_t i = 0; i < pack_file_count(pack); i++)
        check_rule(l, pack_file(pack, i));
    for (size_t i = 0; i < pack->schema.fact_count; i++) {
        const struct fact_def *def = &pack->schema.facts[i];
        const char *texts[] = {def->meaning, def->find, def->ask};
        if (rulebook_has_fact(l->book, (int)i))
            check_item(l, "facts.lua", def->name, texts, of_facts, COUNT(texts));
    }
    for (size_t i = 0; i < pack->article_count; i++) {
        const struct article *article = &pack->articles[i];
        const char *texts[] = {article->says, article->note};
        check_item(l, "articles.lua", article->id, texts, of_articles, COUNT(texts));
    }
}
