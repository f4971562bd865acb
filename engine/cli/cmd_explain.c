/* SPDX-License-Identifier: MIT
 *
 * plumbline explain ID, plumbline schema [SECTION|FACT]
 */
#include <string.h>

#include "cli/cli.h"
#include "lua/api_help.h"
#include "report/docs/explain.h"
#include "report/rules/rule_list.h"
#include "report/sheets/claims_report.h"

struct explaining {
    struct arena arena;
    struct buf out;
    struct text_style style;
    struct page page;
    struct rulebook *book;
    const struct pack *pack;
};

static int open_explaining(struct explaining *e, const struct options *options)
{
    struct report_context context;
    int code = EXIT_DONE;

    *e = (struct explaining){.out = BUF_INIT, .style = {.width = TEXT_WIDTH}};
    e->style.color = wants_color(options);
    e->page = (struct page){.out = &e->out, .style = &e->style, .scratch = BUF_INIT};
    e->book = open_pack(options, RULEBOOK_FULL, &context, &e->arena, &code);
    if (e->book)
        e->pack = rulebook_pack(e->book);
    return code;
}

static void close_explaining(struct explaining *e)
{
    rulebook_close(e->book);
    arena_release(&e->arena);
    buf_release(&e->page.scratch);
    buf_release(&e->out);
}

/* --- explain --- */

static bool explain_exit_code(struct buf *out, const char *id)
{
    struct text number = text_of(id);
    decimal value;

    if (strcmp(id, "exit") == 0) {
        buf_puts(out, "exit codes; of several, the one that stands first wins\n\n");
        put_exit_codes(out);
        return true;
    }
    if (decimal_parse(number, &value) != DECIMAL_OK)
        return false;
#define X(name, code, meaning)                                                                 \
    if (value == (code)*DECIMAL_ONE) {                                                         \
        buf_printf(out, "exit code %d: %s\n", code, meaning);                                  \
        return true;                                                                           \
    }
    EXIT_CODES(X)
#undef X
    return false;
}

/* A name that rules see. Outcomes are words of the reports too: those come first. */
static bool explain_api(struct page *page, const char *name)
{
    const struct api_help *help = api_help_find(name);
    struct api_field fields[API_MAX_FIELDS];

    if (!help)
        return false;
    api_help_put_signature(&page->scratch, help);
    page_tone(page, TONE_HEAD, buf_text(&page->scratch));
    buf_reset(&page->scratch);
    buf_puts(page->out, "  in rules\n\n");
    page_wrap(page, 0, 0, help->help);
    size_t count = api_help_fields(help, fields);
    for (size_t i = 0; i < count; i++) {
        buf_printf(page->out, "  %-9s ", fields[i].name);
        buf_printf(&page->scratch, "%s: %s%s", fields[i].type, fields[i].help,
                   fields[i].optional ? "; may be left out" : "");
        page_wrap_scratch(page, 12, 12);
    }
    for (size_t i = 0; i < API_MAX_PARAMS && help->params[i].name; i++) {
        buf_printf(page->out, "  %-9s ", help->params[i].name);
        buf_printf(&page->scratch, "%s: %s", help->params[i].type, help->params[i].help);
        page_wrap_scratch(page, 12, 12);
    }
    if (help->returns)
        buf_printf(page->out, "gives       %s\n", help->returns);
    return true;
}

static bool explain_word_and_api(struct explaining *e, const char *word)
{
    bool is_word = explain_word(&e->page, e->pack, word);

    if (is_word && api_help_find(word))
        buf_putc(&e->out, '\n');
    return explain_api(&e->page, word) || is_word;
}

static const char *nearest_of_all(struct explaining *e, const char *id)
{
    struct names names = explain_names(e->pack, &e->arena);
    size_t count = names.count + api_help_count + e->pack->claim_count;
    const char **all = arena_alloc(&e->arena, count * sizeof *all), **next = all + names.count;

    memcpy(all, names.list, names.count * sizeof *all);
    for (size_t i = 0; i < api_help_count; i++)
        *next++ = api_help_rows[i].name;
    for (size_t i = 0; i < e->pack->claim_count; i++)
        *next++ = e->pack->claims[i].id;
    return text_nearest(text_of(id), all, count);
}

static int explain_one(struct explaining *e, const char *id)
{
    if (strcmp(id, "rules") == 0) {
        rule_list_text(&e->out, e->pack, NULL);
        figure_list_text(&e->out, e->pack);
        return EXIT_DONE;
    }
    if (explain_exit_code(&e->out, id) || explain_id(&e->page, e->pack, id) ||
        explain_word_and_api(e, id) || explain_claim(&e->page, e->pack, id))
        return EXIT_DONE;
    if (schema_has_section(&e->pack->schema, text_of(id))) {
        explain_schema(&e->page, e->pack, id);
        return EXIT_DONE;
    }
    char meant[TEXT_MEANT_MAX];
    say("nothing is called '%s'%s", id,
        text_meant(nearest_of_all(e, id), "; 'explain rules' lists the rules", meant));
    return EXIT_USAGE;
}

int cmd_explain(const struct options *options)
{
    struct explaining e;

    if (options->arg_count == 0) {
        say("explain needs an id: a rule (RE02), fact (plan.levels_paid), source (S59), "
            "sentence "
            "(A11), class (mlm), claim (have-a-product), word of a report ('words' lists "
            "them), name that rules see "
            "(between), 'rules', or exit code (3, 'exit')");
        return EXIT_USAGE;
    }
    int code = open_explaining(&e, options);
    for (size_t i = 0; e.book && i < options->arg_count; i++) {
        if (i > 0)
            buf_putc(&e.out, '\n');
        code = exit_stronger(code, explain_one(&e, options->args[i]));
    }
    if (e.out.len > 0)
        code = exit_stronger(code, write_out(options, &e.out));
    close_explaining(&e);
    return code;
}

/* --- schema --- */

static int schema_of(struct explaining *e, const char *name)
{
    const struct schema *schema = &e->pack->schema;
    const char *sections[64];
    size_t count = 0;

    for (size_t i = 0; i < schema->section_count && count < COUNT(sections); i++)
        sections[count++] = schema->sections[i].name;
    if (schema_has_section(schema, text_of(name))) {
        explain_schema(&e->page, e->pack, name);
        return EXIT_DONE;
    }
    if (strchr(name, '.'))
        return explain_one(e, name);
    const char *nearest = text_nearest(text_of(name), sections, count);
    say("no section '%s'%s%s%s", name,
        nearest ? ": did you mean '" : ": 'plumbline schema' lists all", nearest ? nearest : "",
        nearest ? "'?" : "");
    return EXIT_USAGE;
}

int cmd_schema(const struct options *options)
{
    struct explaining e;
    int code = open_explaining(&e, options);

    if (e.book && options->make_template)
        explain_template(&e.page, e.pack);
    else if (e.book && options->arg_count == 0)
        explain_schema(&e.page, e.pack, NULL);
    for (size_t i = 0; e.book && !options->make_template && i < options->arg_count; i++)
        code = exit_stronger(code, schema_of(&e, options->args[i]));
    if (e.out.len > 0)
        code = exit_stronger(code, write_out(options, &e.out));
    close_explaining(&e);
    return code;
}
