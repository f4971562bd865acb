/* SPDX-License-Identifier: MIT
 *
 * Help for those who write rules, and the table of topics.
 */
#include <string.h>

#include "base/text.h"
#include "cli/help_pages.h"
#include "cli/topics.h"
#include "lua/file_fields.h"
#include "lua/limits.h"
#include "report/docs/man_profile.h"
#include "report/docs/new_pack.h"

/* --- rules --- */

static void put_file_fields(struct doc *doc, const struct api_field *fields, size_t count)
{
    doc_open(doc, DOC_TERMS, NULL);
    for (size_t i = 0; i < count; i++) {
        struct buf meaning = BUF_INIT;
        buf_printf(&meaning, "%s%s", fields[i].help,
                   fields[i].optional ? " (may be left out)" : "");
        doc_term(doc, fields[i].name, buf_text(&meaning));
        buf_release(&meaning);
    }
    doc_close(doc, DOC_TERMS);
}

static bool is_outcome(const struct api_help *help)
{
    return help->returns && strcmp(help->returns, API_OUTCOME) == 0;
}

/* "text: where to look; word: what for"; of a formula, its fields. */
static void put_params(struct buf *out, const struct api_help *help)
{
    struct api_field fields[API_MAX_FIELDS];
    size_t count = api_help_fields(help, fields);

    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%s%s: %s", i > 0 ? "; " : " ", fields[i].name, fields[i].help);
    for (size_t i = 0; i < API_MAX_PARAMS && help->params[i].name; i++)
        buf_printf(out, "%s%s: %s", i > 0 || count > 0 ? "; " : " ", help->params[i].name,
                   help->params[i].help);
    buf_puts(out, help->params[0].name || count > 0 ? "." : "");
}

static void put_name(struct doc *doc, const struct api_help *help)
{
    struct buf term = BUF_INIT, meaning = BUF_INIT;

    api_help_put_signature(&term, help);
    buf_puts(&meaning, help->help);
    if (!is_outcome(help) && !help->is_lua)
        put_params(&meaning, help);
    doc_term(doc, buf_text(&term), buf_text(&meaning));
    buf_release(&term);
    buf_release(&meaning);
}

/* Those rows that are outcomes or not, and Lua's own or not. */
static void put_names(struct doc *doc, bool outcomes, bool lua)
{
    doc_open(doc, DOC_TERMS, NULL);
    for (size_t i = 0; i < api_help_count; i++)
        if (is_outcome(&api_help_rows[i]) == outcomes && api_help_rows[i].is_lua == lua)
            put_name(doc, &api_help_rows[i]);
    doc_close(doc, DOC_TERMS);
}

static void put_outcomes(struct doc *doc)
{
    const struct api_help *pass = api_help_find("pass");

    doc_section(doc, "OUTCOMES");
    doc_put(doc, DOC_PARAGRAPH, "A test returns one of these:");
    put_names(doc, true, false);
    doc_open(doc, DOC_PARAGRAPH, NULL);
    for (size_t i = 0; i < API_MAX_PARAMS && pass->params[i].name; i++)
        doc_printf(doc, "%s%s: %s", i > 0 ? "; " : "", pass->params[i].name,
                   pass->params[i].help);
    doc_text(doc, DOC_PLAIN, ".");
    doc_close(doc, DOC_PARAGRAPH);
}

static void put_limits(struct doc *doc)
{
    struct limits standard = limits_standard();

    doc_section(doc, "LIMITS");
    doc_put(doc, DOC_PARAGRAPH,
            "None depends on a clock, and no rule can swallow one: it is a finding of outcome "
            "error then, and the other rules go on. '--limit NAME=N' sets another.");
    doc->term_width = 20;
    doc_open(doc, DOC_TERMS, NULL);
    for (size_t i = 0; i < limit_row_count; i++) {
        const struct limit_row *row = &limit_rows[i];
        struct buf text = BUF_INIT;
        buf_printf(&text, "%ld", limits_get(&standard, row));
        if (row->least < row->most)
            buf_printf(&text, " (from %ld to %ld)", row->least, row->most);
        doc_term(doc, row->name, buf_text(&text));
        buf_release(&text);
    }
    doc_close(doc, DOC_TERMS);
}

static void put_example_rule(struct doc *doc)
{
    struct buf text = BUF_INIT;

    doc_section(doc, "EXAMPLES");
    doc_put(doc, DOC_PARAGRAPH, "The rule that 'plumbline rules new' starts a pack with:");
    new_pack_rule(&text);
    doc_lines(doc, buf_text(&text));
    buf_release(&text);
}

static void put_figure_list(struct doc *doc)
{
    struct buf text = BUF_INIT;

    doc_put(doc, DOC_PARAGRAPH,
            "pack.lua lists them in groups: each is a folder of figures/ and a heading of the "
            "report. A group of the pack that yours extends takes 'id' and 'files' alone.");
    new_pack_figures(&text);
    doc_lines(doc, buf_text(&text));
    buf_release(&text);
}

static void draw_rules(struct doc *doc, const struct schema *schema)
{
    (void)schema;
    doc_section(doc, "DESCRIPTION");
    doc_put(
        doc, DOC_PARAGRAPH,
        "A rule is a Lua file that returns one table: what it says of itself, a function "
        "'check' that gives one outcome for a company, and examples that test it. A pack is "
        "a folder of rules with a file pack.lua; 'plumbline rules new' starts one.");
    doc_section(doc, "COMMANDS");
    help_put_commands(doc, "rules");
    doc_section(doc, "FIELDS OF A RULE");
    put_file_fields(doc, rule_fields, RULE_FIELD_COUNT);
    doc_section(doc, "FIELDS OF A FIGURE");
    doc_put(doc, DOC_PARAGRAPH,
            "A figure is a number beside the score: a file of the same kind in figures/, with "
            "'compute' in the place of 'check'.");
    put_file_fields(doc, figure_fields, FIGURE_FIELD_COUNT);
    put_figure_list(doc);
    doc_section(doc, "FACTS");
    doc_put(
        doc, DOC_PARAGRAPH,
        "check gets the facts of the company: c.section.key. One that is not known ends the "
        "test as unknown and names the fact, so that no rule tests for nil. A percentage is "
        "0 to 100, money an amount in the company's currency, a set is read with has, two "
        "dates with years_between. Each fact that is read becomes evidence of the finding. "
        "A range or a conflict is tried at both its ends, where 'monotone' says which way "
        "the rule goes.");
    put_outcomes(doc);
    doc_section(doc, "FUNCTIONS");
    put_names(doc, false, false);
    doc_section(doc, "OF LUA'S OWN");
    put_names(doc, false, true);
    put_limits(doc);
    put_example_rule(doc);
}

/* --- the table --- */

const struct topic topics[] = {
    {"profile", 5, "The facts of a company, as a file.", man_profile_draw},
    {"rules", 7, "How rules are written.", draw_rules},
};
const size_t topic_count = COUNT(topics);

const struct topic *topic_find(const char *name)
{
    for (size_t i = 0; i < topic_count; i++)
        if (strcmp(topics[i].name, name) == 0)
            return &topics[i];
    return NULL;
}
