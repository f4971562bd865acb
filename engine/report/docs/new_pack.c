/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/source/source.h"
#include "report/docs/new_pack.h"

/* --- a pack --- */

void new_pack_file(struct buf *out, const char *name)
{
    buf_printf(out,
               "-- A pack of your own. It extends the core pack: its rules stand in core's "
               "themes.\n"
               "return {\n"
               "  name = \"%s\",\n"
               "  version = \"0.1.0\",\n"
               "  title = \"Rules of my own\",\n"
               "  extends = \"core\",\n"
               "\n"
               "  -- What the rules of this pack add to a theme: the sum of their points. A "
               "theme that core\n"
               "  -- does not have takes title = \"...\" and score = \"company\" besides.\n"
               "  themes = {\n"
               "    { id = \"costs\", points = 10 },\n"
               "  },\n"
               "\n"
               "  -- Every rule, in the order of the report: \"theme/ID_what_it_tests.lua\".\n"
               "  rules = {\n"
               "    \"" NEW_PACK_RULE "\",\n"
               "  },\n"
               "}\n",
               name);
}

void new_pack_facts(struct buf *out)
{
    buf_puts(
        out,
        "-- The facts that this pack adds to the vocabulary. 'plumbline schema --pack' shows "
        "them with core's.\n"
        "-- Types: text bool int number pct money date duration enum set country_list "
        "currency url.\n"
        "return {\n"
        "  sections = {\n"
        "    { \"mine\", \"What I want to know besides\" },\n"
        "  },\n"
        "\n"
        "  facts = {\n"
        "    { \"mine.parties_month\", type = \"int\", range = { 0, 100 },\n"
        "      meaning = \"parties a month that a seller is asked to hold; 0 if none\",\n"
        "      find = \"starter guide; what was said at the meeting\",\n"
        "      ask = \"How many parties a month do I have to hold?\" },\n"
        "  },\n"
        "}\n");
}

void new_pack_sources(struct buf *out)
{
    buf_puts(
        out,
        "-- What the rules of this pack cite, besides what core has. A source looks so:\n"
        "--   { \"MY-S1\", title = \"...\", publisher = \"...\", date = \"2024-05\", kind = "
        "\"P\", url = \"https://...\" },\n"
        "-- kind: P primary text, C copy of one, L law office or economist, N news, A "
        "academic, I industry,\n"
        "-- V advocacy, W weak.\n"
        "return {\n"
        "}\n");
}

void new_pack_rule(struct buf *out)
{
    buf_puts(out, "-- Is a seller asked to hold a party every week, or more often?\n"
                  "local WEEKLY = 4  -- parties a month, our judgement\n"
                  "\n"
                  "return {\n"
                  "  title  = \"Parties are not asked for every week\",\n"
                  "  why    = \"A party is work that is not paid by the hour.\",\n"
                  "  cites  = { \"A17\" },\n"
                  "  points = 10,\n"
                  "  worst  = \"major\",\n"
                  "  facts  = { \"mine.parties_month\" },\n"
                  "  ask    = \"How many parties a month do I have to hold?\",\n"
                  "  monotone = { [\"mine.parties_month\"] = \"down\" },\n"
                  "\n"
                  "  check = function(c)\n"
                  "    local parties = c.mine.parties_month  -- not known: the test ends here, "
                  "as unknown\n"
                  "    local text = \"parties a month that are asked for: %n\"\n"
                  "    if parties > WEEKLY then return major(text, parties) end\n"
                  "    return pass(text, parties)\n"
                  "  end,\n"
                  "\n"
                  "  examples = {\n"
                  "    { facts = { [\"mine.parties_month\"] = \"5\" }, expect = \"major\" },\n"
                  "    { facts = { [\"mine.parties_month\"] = \"4\" }, expect = \"pass\", note "
                  "= \"the line "
                  "itself\" },\n"
                  "    { facts = {}, expect = \"unknown\" },\n"
                  "  },\n"
                  "}\n");
}

void new_pack_figures(struct buf *out)
{
    buf_puts(
        out,
        "figures = {\n"
        "  { id = \"mine\", title = \"NUMBERS OF MY OWN\", note = \"what I count besides\",\n"
        "    files = {\n"
        "      \"figures/mine/MF01_parties.lua\",\n"
        "    } },\n"
        "},\n");
}

void new_pack_luarc(struct buf *out)
{
    buf_puts(out, "{\n"
                  "  \"runtime.version\": \"Lua 5.4\",\n"
                  "  \"workspace.library\": [\".plumbline\"],\n"
                  "  \"runtime.builtin\": {\n"
                  "    \"coroutine\": \"disable\",\n"
                  "    \"debug\": \"disable\",\n"
                  "    \"io\": \"disable\",\n"
                  "    \"os\": \"disable\",\n"
                  "    \"package\": \"disable\",\n"
                  "    \"table\": \"disable\",\n"
                  "    \"utf8\": \"disable\"\n"
                  "  }\n"
                  "}\n");
}

/* --- a rule --- */

/* The fact that a new rule starts with: of yes or no if the theme's rules read one, for that
 * needs no direction. */
static const struct fact_def *first_fact(const struct pack *pack, size_t theme)
{
    for (size_t i = pack->rule_count; i > 0; i--) {
        const struct rule *rule = &pack->rules[i - 1];
        for (size_t j = 0; rule->theme == theme && j < rule->fact_count; j++)
            if (pack->schema.facts[rule->facts[j].number].type == TYPE_BOOL)
                return &pack->schema.facts[rule->facts[j].number];
    }
    for (size_t i = 0; i < pack->schema.fact_count; i++)
        if (pack->schema.facts[i].type == TYPE_BOOL)
            return &pack->schema.facts[i];
    return NULL;
}

/* An article or source that the theme's rules cite, as a first citation. */
static const char *first_cite(const struct pack *pack, size_t theme)
{
    for (size_t i = 0; i < pack->rule_count; i++)
        if (pack->rules[i].theme == theme && pack->rules[i].cites.count > 0)
            return pack->rules[i].cites.list[0];
    return NULL;
}

void new_rule(struct buf *out, const struct pack *pack, const char *id, size_t theme)
{
    const struct fact_def *fact = first_fact(pack, theme);
    const char *cite = first_cite(pack, theme), *name = fact ? fact->name : NULL;
    const char *quote = cite ? "\"" : "", *quoted = name ? "\"" : "";

    buf_printf(
        out,
        "-- What the rule asks, and why that matters. A limit is a local up here, with its "
        "source beside it:\n"
        "-- local MOST = 10  -- percent, our judgement\n"
        "\n"
        "return {\n"
        "  title  = \"%s is to be written\",  -- what is true of a company that does well\n"
        "  why    = \"One sentence: why it matters.\",\n"
        "  cites  = { %s%s%s },  -- ids of sources.lua and of the articles; none, no points\n"
        "  points = 0,  -- what it is worth; pack.lua has the sum of each theme\n"
        "  worst  = \"major\",  -- the worst it can say: minor, major or critical\n"
        "  facts  = { %s%s%s },  -- every fact that check may read\n"
        "  ask    = \"The question that would fill the gap?\",\n"
        "  monotone = {},  -- each number that it reads: up, down or { none = \"why\" }\n"
        "\n"
        "  check = function(c)\n"
        "    return unknown(\"not written yet\")  -- read c.section.key; return pass(...), "
        "major(...)\n"
        "  end,\n"
        "\n"
        "  examples = {\n",
        id, quote, cite ? cite : "", quote, quoted, name ? name : "", quoted);
    if (name)
        buf_printf(out,
                   "    { facts = { [\"%s\"] = \"yes\" }, expect = \"pass\" },\n"
                   "    { facts = { [\"%s\"] = \"no\" }, expect = \"major\" },\n",
                   name, name);
    else
        buf_puts(out, "    { facts = {}, expect = \"pass\" },\n");
    buf_puts(out, "    { facts = {}, expect = \"unknown\" },\n"
                  "  },\n"
                  "}\n");
}

/* --- its line in pack.lua --- */

struct listing {
    const struct token *tokens;
    size_t count;
    size_t open;  /* the brace that the list starts with */
    size_t after; /* the token behind which the line goes */
};

static bool is_operator(const struct token *token, const char *text)
{
    return token->kind == TOKEN_OPERATOR && text_is(token->text, text);
}

/* Steps over comments; 'count' where there is nothing more. */
static size_t next_code(const struct listing *l, size_t i)
{
    while (i < l->count && l->tokens[i].kind == TOKEN_COMMENT)
        i++;
    return i;
}

/* rules = {, the first such in the file */
static bool find_open(struct listing *l)
{
    for (size_t i = 0; i < l->count; i++) {
        size_t equals = next_code(l, i + 1), brace = next_code(l, equals + 1);
        if (brace < l->count && text_is(l->tokens[i].text, "rules") &&
            l->tokens[i].kind == TOKEN_NAME && is_operator(&l->tokens[equals], "=") &&
            is_operator(&l->tokens[brace], "{")) {
            l->open = brace;
            return true;
        }
    }
    return false;
}

static bool is_of_theme(struct text quoted, const char *file)
{
    size_t len = (size_t)(strchr(file, '/') - file) + 1;

    return quoted.len > len + 1 && strncmp(quoted.at + 1, file, len) == 0;
}

/* Finds the end of a list of plain texts and the place for the file. */
static bool find_place(struct listing *l, const char *file)
{
    bool in_theme = false;

    l->after = l->open;
    for (size_t i = next_code(l, l->open + 1); i < l->count; i = next_code(l, i + 1)) {
        const struct token *token = &l->tokens[i];
        if (is_operator(token, "}"))
            return true;
        if (token->kind == TOKEN_STRING) {
            bool same = is_of_theme(token->text, file);
            if (same || !in_theme)
                l->after = i;
            in_theme |= same;
        } else if (!is_operator(token, ",")) {
            return false;
        }
    }
    return false;
}

static size_t end_of(const struct token *token)
{
    return token->at + token->text.len;
}

/* The last of a token and the comments that go on in its line. */
static size_t last_of_line(const struct listing *l, struct text source, size_t i)
{
    while (i + 1 < l->count && l->tokens[i + 1].kind == TOKEN_COMMENT) {
        size_t end = end_of(&l->tokens[i]);
        if (memchr(source.at + end, '\n', l->tokens[i + 1].at - end))
            break;
        i++;
    }
    return i;
}

/* The line goes behind the comma and the comments of the entry before it. */
static void put_listed(struct buf *out, const struct listing *l, struct text source,
                       const char *file)
{
    size_t entry = end_of(&l->tokens[l->after]), comma = next_code(l, l->after + 1);
    bool has_comma = is_operator(&l->tokens[comma], ","); /* the closing brace is there */
    size_t last = last_of_line(l, source, has_comma ? comma : l->after);
    size_t end = end_of(&l->tokens[last]);
    const char *line_end = "\n";

    if (end > 0 && source.at[end - 1] == '\r') { /* a comment has it */
        end--;
        line_end = "\r\n";
    } else if (end + 1 < source.len && memcmp(source.at + end, "\r\n", 2) == 0) {
        line_end = "\r\n";
    }
    buf_put(out, source.at, entry);
    buf_puts(out, l->after == l->open || has_comma ? "" : ",");
    buf_put(out, source.at + entry, end - entry);
    buf_printf(out, "%s    \"%s\",", line_end, file);
    buf_put(out, source.at + end, source.len - end);
}

bool new_rule_list(struct text source, const char *path, const char *file, struct arena *arena,
                   struct buf *out, struct error *err)
{
    struct token *tokens;
    struct listing l = {.count = source_tokens(source, arena, &tokens)};

    l.tokens = tokens;
    if (!find_open(&l) || !find_place(&l, file))
        return error_set(err, ERROR_PACK, path, 0,
                         "'rules' is not a list of texts between braces: add \"%s\" by hand",
                         file);
    put_listed(out, &l, source, file);
    return true;
}
