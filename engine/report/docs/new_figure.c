/* SPDX-License-Identifier: MIT
 *
 * The first text of a figure of one's own, and its place in pack.lua.
 */
#include <string.h>

#include "insight/source/source.h"
#include "report/docs/new_pack.h"

/* --- the figure --- */

/* A whole number that the figure starts with: of the pack's own facts, else of all. */
static const struct fact_def *first_number(const struct pack *pack)
{
    const struct fact_def *found = NULL;

    for (size_t i = 0; i < pack->schema.fact_count; i++) {
        const struct fact_def *def = &pack->schema.facts[i];
        if (def->type == TYPE_INT && (!found || def->part == pack->part_count - 1))
            found = def;
        if (found && found->part == pack->part_count - 1)
            break;
    }
    return found;
}

static const char *any_cite(const struct pack *pack)
{
    for (size_t i = pack->rule_count; i > 0; i--)
        if (pack->rules[i - 1].cites.count > 0)
            return pack->rules[i - 1].cites.list[0];
    return pack->source_count > 0 ? pack->sources[0].id : "";
}

bool new_figure(struct buf *out, const struct pack *pack, const char *id)
{
    const struct fact_def *fact = first_number(pack);
    struct buf least = BUF_INIT;

    if (!fact)
        return false;
    decimal_put(&least, fact->min, false);
    buf_printf(
        out,
        "-- What the figure counts, and how.\n"
        "\n"
        "return {\n"
        "  title  = \"%s, new\",  -- stands in front of the number: 18 characters\n"
        "  why    = \"One sentence: why it matters.\",\n"
        "  cites  = { \"%s\" },  -- ids of sources.lua and of the articles\n"
        "  label  = \"from your numbers\",  -- or exact, or model with assumes = \"...\"\n"
        "  unit   = \"in a month\",  -- money, pct, one in, or what is counted\n"
        "  facts  = { \"%s\" },  -- every fact that compute may read\n"
        "  monotone = { [\"%s\"] = \"up\" },  -- each number: up, down or { none = "
        "\"why\" }\n"
        "\n"
        "  compute = function(c)\n"
        "    return value(c.%s, \"what is said beside the number\")\n"
        "  end,\n"
        "\n"
        "  examples = {\n"
        "    { facts = { [\"%s\"] = \"%s\" }, expect = \"%s\" },\n"
        "    { facts = {}, expect = \"unknown\" },\n"
        "  },\n"
        "}\n",
        id, any_cite(pack), fact->name, fact->name, fact->name, fact->name, buf_text(&least),
        buf_text(&least));
    buf_release(&least);
    return true;
}

/* --- its line in pack.lua --- */

struct code {
    const struct token *tokens;
    size_t count;
};

/* The tokens without comments. */
static struct code code_of(struct text source, struct arena *arena)
{
    struct token *tokens;
    size_t all = source_tokens(source, arena, &tokens);
    struct code code = {tokens, 0};

    for (size_t i = 0; i < all; i++)
        if (tokens[i].kind != TOKEN_COMMENT)
            tokens[code.count++] = tokens[i];
    return code;
}

/* The token behind 'name = what' from 'from' on; 0 where there is none. */
static size_t find_field(const struct code *code, size_t from, const char *name,
                         const char *what)
{
    for (size_t i = from; i + 2 < code->count; i++)
        if (text_is(code->tokens[i].text, name) && text_is(code->tokens[i + 1].text, "=") &&
            text_is(code->tokens[i + 2].text, what))
            return i + 3;
    return 0;
}

static size_t end_of(const struct token *token)
{
    return token->at + token->text.len;
}

static void put_split(struct buf *out, struct text source, size_t at, const char *between)
{
    buf_put(out, source.at, at);
    buf_puts(out, between);
    buf_put(out, source.at + at, source.len - at);
}

/* A group of its own, as the last field of the table. */
static void put_group(struct buf *out, struct text source, const struct code *code,
                      const char *file, struct arena *arena)
{
    const struct token *last = &code->tokens[code->count - 2]; /* before the brace */
    bool apart = text_is(last->text, ",") || text_is(last->text, "{");

    put_split(out, source, end_of(last),
              arena_printf(arena,
                           "%s\n\n"
                           "  -- Numbers that are shown beside the score, under headings.\n"
                           "  figures = {\n"
                           "    { id = \"" NEW_FIGURE_GROUP "\", title = \"MY NUMBERS\",\n"
                           "      files = {\n"
                           "        \"%s\",\n"
                           "      } },\n"
                           "  },",
                           apart ? "" : ",", file));
}

/* The last token of a list of texts before its closing brace; the opening one where it is
 * empty. */
static const struct token *last_entry(const struct code *code, size_t first)
{
    size_t i = first;

    while (i < code->count &&
           (code->tokens[i].kind == TOKEN_STRING || text_is(code->tokens[i].text, ",")))
        i++;
    return &code->tokens[i - 1];
}

bool new_figure_list(struct text source, const char *path, const char *file,
                     struct arena *arena, struct buf *out, struct error *err)
{
    struct code code = code_of(source, arena);
    size_t figures = find_field(&code, 0, "figures", "{");
    size_t group = find_field(&code, figures, "id", "\"" NEW_FIGURE_GROUP "\"");
    size_t files = group ? find_field(&code, group, "files", "{") : 0;

    if (figures && files) {
        const struct token *last = last_entry(&code, files);
        put_split(out, source, end_of(last),
                  arena_printf(arena, "%s\n        \"%s\",",
                               last->kind == TOKEN_STRING ? "," : "", file));
        return true;
    }
    if (figures || code.count < 3 || !text_is(code.tokens[code.count - 1].text, "}"))
        return error_set(err, ERROR_PACK, path, 0,
                         "has no group '" NEW_FIGURE_GROUP "' in 'figures': add { id = "
                         "\"" NEW_FIGURE_GROUP "\", title = \"MY NUMBERS\", files = { \"%s\" } "
                         "} by hand",
                         file);
    put_group(out, source, &code, file, arena);
    return true;
}
