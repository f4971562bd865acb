/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/arena.h"
#include "facts/value.h"
#include "insight/source/source.h"
#include "report/docs/rule_book.h"

void rule_book_link(struct doc *doc, const char *kind, const char *id, const char *text)
{
    struct buf to = BUF_INIT;

    buf_printf(&to, "#%s%s", kind, id);
    doc_link(doc, buf_text(&to), text);
    buf_release(&to);
}

void rule_book_ids(struct doc *doc, struct names ids)
{
    for (size_t i = 0; i < ids.count; i++) {
        const char *id = ids.list[i];
        bool axis = strncmp(id, "axis:", 5) == 0;
        doc_text(doc, DOC_PLAIN, i > 0 ? ", " : "");
        rule_book_link(doc, axis ? "axis-" : "", axis ? id + 5 : id, id);
    }
}

void rule_book_point(struct doc *doc, const char *label, const char *text)
{
    if (!text)
        return;
    doc_open(doc, DOC_ITEM, NULL);
    doc_text(doc, DOC_STRONG, label);
    doc_text(doc, DOC_PLAIN, " ");
    doc_text(doc, DOC_PLAIN, text);
    doc_close(doc, DOC_ITEM);
}

/* --- what a rule reads --- */

static void put_fact_type(struct doc *doc, const struct fact_def *def)
{
    struct buf text = BUF_INIT;

    value_describe_type(&text, def);
    if (def->unit && def->type != TYPE_DURATION)
        buf_printf(&text, " (%s)", def->unit);
    doc_printf(doc, ": %s; %s", def->meaning, buf_text(&text));
    buf_release(&text);
}

static void put_direction(struct doc *doc, const struct rule_fact *fact, bool of_figure)
{
    if (fact->direction == DIRECTION_UP)
        doc_text(doc, DOC_PLAIN,
                 of_figure ? ". More of it never makes the number smaller."
                           : ". More of it never makes the outcome worse.");
    else if (fact->direction == DIRECTION_DOWN)
        doc_text(doc, DOC_PLAIN,
                 of_figure ? ". More of it never makes the number larger."
                           : ". More of it never makes the outcome better.");
    else if (fact->direction == DIRECTION_NONE)
        doc_printf(doc, ". More of it may be %s: %s.", of_figure ? "either" : "better or worse",
                   fact->reason);
}

void rule_book_facts(struct doc *doc, const struct pack *pack, const struct rule_fact *facts,
                     size_t count, bool of_figure)
{
    doc_open(doc, DOC_LIST, NULL);
    for (size_t i = 0; i < count; i++) {
        const struct fact_def *def = &pack->schema.facts[facts[i].number];
        doc_open(doc, DOC_ITEM, NULL);
        doc_text(doc, DOC_CODE, def->name);
        put_fact_type(doc, def);
        put_direction(doc, &facts[i], of_figure);
        doc_close(doc, DOC_ITEM);
    }
    doc_close(doc, DOC_LIST);
}

static void put_example_facts(struct doc *doc, const struct pack *pack,
                              const struct example *example)
{
    struct buf text = BUF_INIT;

    doc_open(doc, DOC_CELL, NULL);
    for (size_t i = 0; i < example->fact_count; i++) {
        buf_printf(&text, "%s = %s", pack->schema.facts[example->facts[i].number].name,
                   example->facts[i].text);
        doc_text(doc, DOC_PLAIN, i > 0 ? ", " : "");
        doc_text(doc, DOC_CODE, buf_text(&text));
        buf_reset(&text);
    }
    doc_text(doc, DOC_PLAIN, example->fact_count == 0 ? "nothing known" : "");
    doc_close(doc, DOC_CELL);
    buf_release(&text);
}

void rule_book_examples(struct doc *doc, const struct pack *pack,
                        const struct example *examples, size_t count)
{
    static const char *const names[] = {"Outcome", "Facts", "Note"};

    if (count == 0)
        return;
    doc_table(doc, names, COUNT(names));
    for (size_t i = 0; i < count; i++) {
        doc_open(doc, DOC_ROW, NULL);
        doc_put(doc, DOC_CELL, examples[i].expect);
        put_example_facts(doc, pack, &examples[i]);
        doc_put(doc, DOC_CELL, examples[i].note);
        doc_close(doc, DOC_ROW);
    }
    doc_close(doc, DOC_TABLE);
}

/* --- what a rule stands on --- */

static void put_source(struct doc *doc, const struct pack_source *source)
{
    doc_text(doc, DOC_PLAIN, " ");
    if (source->url)
        doc_link(doc, source->url, source->title);
    else
        doc_text(doc, DOC_PLAIN, source->title);
    doc_printf(doc, "%s%s (%s)", source->publisher ? ", " : "",
               source->publisher ? source->publisher : "", source->date);
}

void rule_book_cites(struct doc *doc, const struct pack *pack, struct names cites)
{
    if (cites.count == 0)
        return;
    doc_put(doc, DOC_PART, "Stands on");
    doc_open(doc, DOC_LIST, NULL);
    for (size_t i = 0; i < cites.count; i++) {
        const struct article *article = pack_article(pack, cites.list[i]);
        const struct pack_source *source = pack_source(pack, cites.list[i]);
        doc_open(doc, DOC_ITEM, NULL);
        rule_book_link(doc, "", cites.list[i], cites.list[i]);
        if (article)
            doc_printf(doc, " article %c: %s", article->id[0], article->says);
        else if (source)
            put_source(doc, source);
        doc_close(doc, DOC_ITEM);
    }
    doc_close(doc, DOC_LIST);
}

/* --- what a rule does, as its file says it --- */

/* A message with a gap in the place of each value. */
static void put_message(struct doc *doc, const char *format)
{
    struct buf text = BUF_INIT;

    for (const char *at = format; *at; at++) {
        if (*at != '%') {
            buf_putc(&text, *at);
            continue;
        }
        at += 1 + strspn(at + 1, ".0123456789");
        buf_puts(&text, *at == '%' ? "%" : "\u2026");
        if (!*at)
            break;
    }
    doc_printf(doc, ": \"%s\"", buf_text(&text));
    buf_release(&text);
}

/* "major where the share is above THIRD (33.33): the message". 'is_left': an outcome without a
 * condition, of a test that has others. */
static void put_case(struct doc *doc, const struct rule *rule, const struct source_case *one,
                     bool is_left)
{
    const char *when = *one->when ? one->when : is_left ? "otherwise" : "in any case";
    bool is_condition = *one->when && strcmp(when, "otherwise") != 0;

    doc_open(doc, DOC_ITEM, NULL);
    if (rule->test_count > 1)
        doc_printf(doc, "test %zu: ", one->test + 1);
    doc_text(doc, DOC_STRONG, one->outcome);
    doc_printf(doc, " %s%s", is_condition ? "where " : "", when);
    if (*one->says)
        put_message(doc, one->says);
    doc_close(doc, DOC_ITEM);
}

/* The cases of one test. An outcome that a local starts with stands first in the file, but is
 * what is left when no condition holds: it comes last. */
static void put_cases_of_test(struct doc *doc, const struct rule *rule, size_t test,
                              const struct source_case *cases, size_t count)
{
    bool has_conditions = false;

    for (size_t i = 0; i < count; i++) {
        if (cases[i].test != test || !*cases[i].when)
            continue;
        put_case(doc, rule, &cases[i], false);
        has_conditions = true;
    }
    for (size_t i = 0; i < count; i++)
        if (cases[i].test == test && !*cases[i].when)
            put_case(doc, rule, &cases[i], has_conditions);
}

static void put_cases(struct doc *doc, const struct rule *rule, struct arena *arena)
{
    struct source_case *cases;
    size_t count = source_cases(text_of(rule->source), arena, &cases);
    bool several = rule->test_count > 1;

    if (count == 0)
        return;
    doc_put(doc, DOC_PART, several ? "The tests" : "The test");
    doc_put(doc, DOC_PARAGRAPH,
            several ? "Of each test the first that holds counts, and of the tests the worst:"
                    : "The first that holds counts:");
    doc_open(doc, DOC_LIST, NULL);
    for (size_t test = 0; test < rule->test_count; test++)
        put_cases_of_test(doc, rule, test, cases, count);
    doc_close(doc, DOC_LIST);
}

static void put_limits(struct doc *doc, const struct rule *rule, struct arena *arena)
{
    static const char *const names[] = {"Limit", "Value", "Where it comes from"};
    struct source_limit *limits;
    size_t count = source_limits(text_of(rule->source), arena, &limits);

    if (count == 0)
        return;
    doc_put(doc, DOC_PART, "Limits");
    doc_table(doc, names, COUNT(names));
    for (size_t i = 0; i < count; i++) {
        doc_open(doc, DOC_ROW, NULL);
        doc_put(doc, DOC_CELL, limits[i].name);
        doc_put(doc, DOC_CELL, limits[i].value);
        doc_put(doc, DOC_CELL, limits[i].comment);
        doc_close(doc, DOC_ROW);
    }
    doc_close(doc, DOC_TABLE);
}

static void put_source_of_rule(struct doc *doc, const struct rule *rule)
{
    struct arena arena = {0};

    put_cases(doc, rule, &arena);
    put_limits(doc, rule, &arena);
    arena_release(&arena);
}

/* --- rules --- */

static void put_worth(struct doc *doc, const struct pack *pack, const struct rule *rule)
{
    const struct theme *theme = &pack->themes[rule->theme];
    struct buf text = BUF_INIT;

    if (rule->pack_points > 0)
        buf_printf(&text, "%d of the theme's %d points; at worst %s", rule->pack_points,
                   theme->points, outcome_name(rule->worst));
    else
        buf_printf(&text, "no points; at worst %s", outcome_name(rule->worst));
    rule_book_point(doc, "Worth:", buf_text(&text));
    buf_release(&text);
}

static void put_rule(struct doc *doc, const struct pack *pack, const struct rule *rule)
{
    doc_open(doc, DOC_ENTRY, rule->id);
    doc_printf(doc, "%s %s", rule->id, rule->title);
    doc_close(doc, DOC_ENTRY);
    doc_put(doc, DOC_PARAGRAPH, rule->why);
    doc_open(doc, DOC_LIST, NULL);
    put_worth(doc, pack, rule);
    rule_book_point(doc, "Question:", rule->ask);
    rule_book_point(doc, "What would pass:", rule->fix);
    rule_book_point(doc, "File:", rule->file);
    doc_close(doc, DOC_LIST);
    put_source_of_rule(doc, rule);
    doc_put(doc, DOC_PART, "Facts read");
    rule_book_facts(doc, pack, rule->facts, rule->fact_count, false);
    rule_book_cites(doc, pack, rule->cites);
    if (rule->example_count > 0)
        doc_put(doc, DOC_PART, "Examples");
    rule_book_examples(doc, pack, rule->examples, rule->example_count);
}

static void put_theme(struct doc *doc, const struct pack *pack, size_t number)
{
    const struct theme *theme = &pack->themes[number];

    doc_open(doc, DOC_SECTION, theme->id);
    doc_text(doc, DOC_PLAIN, theme->title);
    doc_close(doc, DOC_SECTION);
    doc_open(doc, DOC_PARAGRAPH, NULL);
    if (theme->score == SCORE_COMPANY)
        doc_printf(doc, "%d of the company's %d points.", theme->points,
                   pack_points(pack, SCORE_COMPANY));
    else if (theme->score == SCORE_FIT)
        doc_printf(doc,
                   "%d points of a score of its own, about the reader and not the company.",
                   theme->points);
    else
        doc_text(doc, DOC_PLAIN, "Notes without points.");
    doc_close(doc, DOC_PARAGRAPH);
    for (size_t i = 0; i < pack->rule_count; i++)
        if (pack->rules[i].theme == number)
            put_rule(doc, pack, &pack->rules[i]);
}

/* --- the front --- */

static void put_contents_of_theme(struct doc *doc, const struct pack *pack, size_t number)
{
    bool first = true;

    doc_open(doc, DOC_ITEM, NULL);
    rule_book_link(doc, "", pack->themes[number].id, pack->themes[number].title);
    for (size_t i = 0; i < pack->rule_count; i++) {
        if (pack->rules[i].theme != number)
            continue;
        doc_text(doc, DOC_PLAIN, first ? ": " : ", ");
        rule_book_link(doc, "", pack->rules[i].id, pack->rules[i].id);
        first = false;
    }
    doc_close(doc, DOC_ITEM);
}

static void put_contents_of_back(struct doc *doc, const char *id, const char *title)
{
    doc_open(doc, DOC_ITEM, NULL);
    rule_book_link(doc, "", id, title);
    doc_close(doc, DOC_ITEM);
}

static void put_contents(struct doc *doc, const struct pack *pack)
{
    doc_put(doc, DOC_SECTION, "Contents");
    doc_open(doc, DOC_LIST, NULL);
    for (size_t i = 0; i < pack->theme_count; i++)
        put_contents_of_theme(doc, pack, i);
    if (pack->figure_count > 0)
        put_contents_of_back(doc, "the-figures", "The figures");
    if (pack->article_count > 0)
        put_contents_of_back(doc, "the-articles", "The articles, sentence by sentence");
    if (pack->classify.class_count > 0)
        put_contents_of_back(doc, "the-classification", "The classification");
    put_contents_of_back(doc, "the-sources", "The sources");
    doc_close(doc, DOC_LIST);
}

/* What the outcomes earn and what the verdicts ask, as the pack has them. */
static void put_terms(struct doc *doc, const struct pack *pack)
{
    doc_put(doc, DOC_SECTION, "How to read it");
    doc_open(doc, DOC_PARAGRAPH, NULL);
    doc_printf(doc,
               "Each rule gives one finding for a company. Pass and info earn all of its "
               "points, minor %.2g and major %.2g of them, critical none. What is not known is "
               "unknown: its points stay open. An outcome such as critical..pass is a span: "
               "what is known leaves both possible.",
               outcome_credit(OUTCOME_MINOR) / 1000.0, outcome_credit(OUTCOME_MAJOR) / 1000.0);
    doc_close(doc, DOC_PARAGRAPH);
    doc_put(doc, DOC_PARAGRAPH, "The verdict goes by the score of 100:");
    doc_open(doc, DOC_LIST, NULL);
    for (size_t i = 0; i < pack->band_count; i++) {
        doc_open(doc, DOC_ITEM, NULL);
        doc_printf(doc, "from %d: %s", pack->bands[i].from / 1000, pack->bands[i].says);
        doc_close(doc, DOC_ITEM);
    }
    doc_close(doc, DOC_LIST);
}

void rule_book_draw(struct doc *doc, const struct pack *pack)
{
    struct buf about = BUF_INIT;

    buf_printf(&about, "Rule pack %s, version %s: %zu rules, ", pack->name, pack->version,
               pack->rule_count);
    if (pack->figure_count > 0)
        buf_printf(&about, "%zu figures, ", pack->figure_count);
    buf_printf(&about, "%zu facts, %zu sources.", pack->schema.fact_count, pack->source_count);
    doc_begin(doc, pack->title, buf_text(&about));
    buf_release(&about);
    put_terms(doc, pack);
    put_contents(doc, pack);
    for (size_t i = 0; i < pack->theme_count; i++)
        put_theme(doc, pack, i);
    rule_book_figures(doc, pack);
    rule_book_articles(doc, pack);
    rule_book_classes(doc, pack);
    rule_book_sources(doc, pack);
    doc_end(doc);
}
