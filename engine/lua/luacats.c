/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/value.h"
#include "lua/api_help.h"
#include "lua/file_fields.h"
#include "lua/formulas.h"
#include "lua/luacats.h"

/* Text in a comment: it must not end the line, or the rest of it would be code. */
static void put_comment(struct buf *out, const char *text)
{
    for (; *text; text++)
        buf_putc(out, (unsigned char)*text < ' ' ? ' ' : *text);
}

/* A type of one text: "\"single_level\"". */
static void put_literal(struct buf *out, const char *text)
{
    buf_putc(out, '"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            buf_putc(out, '\\');
        buf_putc(out, (unsigned char)*text < ' ' ? ' ' : *text);
    }
    buf_putc(out, '"');
}

/* --- facts --- */

static void put_type(struct buf *out, const struct fact_def *def)
{
    static const char *const types[TYPE_COUNT] = {
        [TYPE_TEXT] = "string",         [TYPE_BOOL] = "boolean",
        [TYPE_INT] = "integer",         [TYPE_NUMBER] = "number",
        [TYPE_PCT] = "number",          [TYPE_MONEY] = "number",
        [TYPE_DATE] = "plumbline.date", [TYPE_DURATION] = "number",
        [TYPE_SET] = "plumbline.set",   [TYPE_COUNTRY_LIST] = "plumbline.set",
        [TYPE_PCT_LIST] = "string",     [TYPE_INCOME_ROWS] = "string",
        [TYPE_CURRENCY] = "string",     [TYPE_URL] = "string",
    };

    if (def->type != TYPE_ENUM) {
        buf_puts(out, types[def->type]);
        return;
    }
    for (size_t i = 0; i < def->value_count; i++) {
        buf_puts(out, i > 0 ? "|" : "");
        put_literal(out, def->values[i]);
    }
}

/* The meaning, and in what the number is. */
static void put_fact(struct buf *out, const struct fact_def *def)
{
    struct buf text = BUF_INIT;

    buf_printf(out, "---@field %s ", def->key);
    put_type(out, def);
    buf_printf(&text, " %s: ", def->meaning);
    value_describe_type(&text, def);
    if (def->unit && def->type != TYPE_DURATION)
        buf_printf(&text, " (%s)", def->unit);
    put_comment(out, buf_text(&text));
    buf_putc(out, '\n');
    buf_release(&text);
}

static bool has_facts(const struct schema *schema, const char *section)
{
    for (size_t i = 0; i < schema->fact_count; i++)
        if (strcmp(schema->facts[i].section, section) == 0)
            return true;
    return false;
}

static void put_section(struct buf *out, const struct schema *schema,
                        const struct section_def *section)
{
    buf_puts(out, "\n--- ");
    put_comment(out, section->title);
    buf_printf(out, "\n---@class (exact) plumbline.facts.%s\n", section->name);
    for (size_t i = 0; i < schema->fact_count; i++)
        if (strcmp(schema->facts[i].section, section->name) == 0)
            put_fact(out, &schema->facts[i]);
}

static void put_facts(struct buf *out, const struct schema *schema)
{
    for (size_t i = 0; i < schema->section_count; i++)
        if (has_facts(schema, schema->sections[i].name))
            put_section(out, schema, &schema->sections[i]);
    buf_puts(out, "\n--- What a test gets: c.section.key. A fact that is not known ends the "
                  "test as unknown.\n---@class (exact) plumbline.facts\n");
    for (size_t i = 0; i < schema->section_count; i++) {
        const struct section_def *section = &schema->sections[i];
        if (!has_facts(schema, section->name))
            continue;
        buf_printf(out, "---@field %s plumbline.facts.%s ", section->name, section->name);
        put_comment(out, section->title);
        buf_putc(out, '\n');
    }
    buf_puts(out, "\n---@alias plumbline.fact_name\n");
    for (size_t i = 0; i < schema->fact_count; i++) {
        buf_puts(out, "---| ");
        put_literal(out, schema->facts[i].name);
        buf_putc(out, '\n');
    }
}

/* --- functions --- */

/* A class of its own for the table of fields. */
static void put_formula(struct buf *out, const struct api_help *help)
{
    struct api_field fields[API_MAX_FIELDS];
    size_t count = api_help_fields(help, fields);

    buf_printf(out, "---@param fields plumbline.%s\n---@return %s\n", help->name,
               help->returns);
    buf_printf(out, "function %s(fields) end\n", help->name);
    buf_printf(out, "\n---@class (exact) plumbline.%s\n", help->name);
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "---@field %s%s %s %s\n", fields[i].name, fields[i].optional ? "?" : "",
                   fields[i].type, fields[i].help);
}

static void put_function(struct buf *out, const struct api_help *help)
{
    buf_printf(out, "\n--- %s\n", help->help);
    if (formula_find(help->name)) {
        put_formula(out, help);
        return;
    }
    for (size_t i = 0; i < API_MAX_PARAMS && help->params[i].name; i++)
        buf_printf(out, "---@param %s %s %s\n", help->params[i].name, help->params[i].type,
                   help->params[i].help);
    if (help->returns)
        buf_printf(out, "---@return %s\n", help->returns);
    buf_printf(out, "function %s(", help->name);
    for (size_t i = 0; i < API_MAX_PARAMS && help->params[i].name; i++) {
        const char *name = help->params[i].name;
        size_t len = strlen(name);
        bool optional = name[len - 1] == '?';
        buf_printf(out, "%s%.*s", i > 0 ? ", " : "", (int)(len - optional), name);
    }
    buf_puts(out, ") end\n");
}

static void put_functions(struct buf *out)
{
    buf_puts(out, "\n-- Of Lua's own, rules see these and no others:\n");
    for (size_t i = 0; i < api_help_count; i++)
        if (api_help_rows[i].is_lua)
            buf_printf(out, "--   %s\n", api_help_rows[i].name);
    for (size_t i = 0; i < api_help_count; i++)
        if (!api_help_rows[i].is_lua)
            put_function(out, &api_help_rows[i]);
}

/* --- rule files --- */

static const char base_types[] =
    "\n--- What a test returns: made by pass, minor, major and their like.\n"
    "---@class plumbline.outcome\n"
    "\n--- A day. Compare two through years_between.\n"
    "---@alias plumbline.date integer\n"
    "\n--- A set or list of countries. Read it with has.\n"
    "---@alias plumbline.set string\n";

static const char file_types[] =
    "\n---@alias plumbline.check fun(c: plumbline.facts): plumbline.outcome\n"
    "\n---@class (exact) plumbline.example\n"
    "---@field facts table<plumbline.fact_name, string> values as a profile has them\n"
    "---@field expect string \"major\", \"credit 0.5\", or \"critical..pass\" for a span\n"
    "---@field note? string why it is here\n"
    "\n--- A number more of which may be better or worse.\n"
    "---@class (exact) plumbline.no_direction\n"
    "---@field none string the reason\n";

static void put_file_fields(struct buf *out, const struct api_field *fields, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "---@field %s%s %s %s\n", fields[i].name, fields[i].optional ? "?" : "",
                   fields[i].type, fields[i].help);
}

static void put_files(struct buf *out)
{
    buf_puts(out, file_types);
    buf_puts(out,
             "\n--- What a rule file returns: put ---@type plumbline.rule above its table.\n"
             "---@class (exact) plumbline.rule\n");
    put_file_fields(out, rule_fields, RULE_FIELD_COUNT);
    buf_puts(out, "\n--- What a figure file returns: put ---@type plumbline.figure above its "
                  "table.\n---@class (exact) plumbline.figure\n");
    put_file_fields(out, figure_fields, FIGURE_FIELD_COUNT);
}

void luacats_put(struct buf *out, const struct pack *pack)
{
    buf_puts(out, "---@meta\n-- Stubs for the rules of the pack ");
    put_comment(out, pack->name);
    buf_puts(out, ", made by 'plumbline rules doc --format luacats'.\n");
    buf_puts(out, base_types);
    put_facts(out, &pack->schema);
    put_functions(out);
    put_files(out);
}
