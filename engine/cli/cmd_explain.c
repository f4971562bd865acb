/* SPDX-License-Identifier: MIT
 *
 * plumbline explain ID, plumbline schema [SECTION|FACT]
 */
#include <string.h>

#include "cli/cli.h"
#include "report/explain.h"
#include "report/rule_list.h"

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

static int explain_one(struct explaining *e, const char *id)
{
    if (strcmp(id, "rules") == 0) {
        rule_list_text(&e->out, e->pack, NULL);
        return EXIT_DONE;
    }
    if (explain_exit_code(&e->out, id) || explain_id(&e->page, e->pack, id) ||
        explain_word(&e->page, e->pack, id))
        return EXIT_DONE;
    if (schema_has_section(&e->pack->schema, text_of(id))) {
        explain_schema(&e->page, e->pack, id);
        return EXIT_DONE;
    }
    struct names names = explain_names(e->pack, &e->arena);
    const char *nearest = text_nearest(text_of(id), names.list, names.count);
    say("nothing is called '%s'%s%s%s", id,
        nearest ? ": did you mean '"
                : "; 'explain rules' lists "
                  "the rules",
        nearest ? nearest : "", nearest ? "'?" : "");
    return EXIT_USAGE;
}

int cmd_explain(const struct options *options)
{
    struct explaining e;

    if (options->arg_count == 0) {
        say("explain needs an id: a rule (RE02), fact (plan.levels_paid), source (S59), "
            "sentence "
            "(A11), class (mlm), word of a report ('words' lists them), 'rules', or exit code "
            "(3, "
            "'exit')");
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
