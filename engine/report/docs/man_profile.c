/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/profile.h"
#include "report/docs/man_profile.h"

struct row {
    const char *term, *meaning;
};

static const struct row form[] = {
    {"[section]", "Starts a section. Case does not matter; a blank, '-' and '_' are the same."},
    {"key = value",
     "States a fact, section.key. The vocabulary gives its type, never the look."},
    {"; comment", "Also '# comment', at the start of a line or after white space. In quotes, "
                  "';' and '#' are text."},
    {"an indented line", "Continues the value above."},
    {"key = a, b", "Lists and sets take commas, or the key again: repeats add up."},
    {"\"text\"",
     "Quotes keep what is in them as text: \"unknown\" is the word, not the state."},
    {"the file",
     "UTF-8, with or without a byte order mark, of at most 1 MiB; a line of at most "
     "64 KiB."},
};

/* In the order of enum fact_state. */
static const char *const states[] = {
    [FACT_ABSENT] = "The key does not stand in the file: not asked yet. Behaves as unknown.",
    [FACT_UNKNOWN] = "Also '?' or nothing behind the '='. Looked for and not found: the score "
                     "stays open by what it is worth.",
    [FACT_REFUSED] =
        "Asked, and not answered. Evidence of its own where companies are expected "
        "to publish the fact.",
    [FACT_NOT_APPLICABLE] = "The question does not concern this company.",
    [FACT_KNOWN] = "Any other value.",
};

static const struct row about_values[] = {
    {"20..30%", "A range: the finding holds for both ends, or is a span between them."},
    {"~120 USD", "About: 10 % to both sides, cut to what the fact can be."},
    {"= 99 USD @S1 p.4", "The source that says so, and where in it."},
    {"two lines", "A fact given twice, from different sources, is a conflict: both are kept, "
                  "tried like a range, and listed."},
};

static const struct row sections[] = {
    {"[source S1]", "A source: title (needed), url, seen (a date), kind."},
    {"[rates]", "'EUR = 1.08 USD @S9' converts; without a rate, a rule that needs another "
                "currency is unknown."},
    {"[waive RULE]", "Sets a finding aside: reason (needed), by, until (a day). It hides "
                     "nothing: the headline score counts the rule all the same."},
};

const struct man_type man_types[TYPE_COUNT] = {
    {TYPE_TEXT, "", {"Harbor Soap Works"}},
    {TYPE_BOOL, "", {"yes", "no", "true", "false", "on", "off"}},
    {TYPE_INT, "a whole number", {"7", "1,299"}},
    {TYPE_NUMBER, "at most six decimals", {"7.5", "1,299.50"}},
    {TYPE_PCT, "the sign is wanted", {"25%", "7.5%", "20..30%", "~40%"}},
    {TYPE_MONEY,
     "an ISO currency, or the profile's own, company.currency",
     {"99 USD", "1,299.50 EUR", "$99", "99", "~120 USD", "99..149 USD"}},
    {TYPE_DATE,
     "a year or month is a range of days; 03/04/2019 can be read in two ways and is refused",
     {"2019", "2019-04", "2019-04-30", "4 Mar 2019"}},
    {TYPE_DURATION, "in the fact's unit, or another that is named", {"30", "30 days"}},
    {TYPE_ENUM, "one of the values that the fact has", {NULL}},
    {TYPE_SET, "some of the values that the fact has", {NULL}},
    {TYPE_COUNTRY_LIST, "ISO 3166 codes", {"US", "US, GB"}},
    {TYPE_PCT_LIST, "in their order", {"5%, 3%, 2%"}},
    {TYPE_INCOME_ROWS,
     "a row: share of people | average a year | low | high",
     {"61% | 0", "7% | 1150 | 1000 | 1999"}},
    {TYPE_CURRENCY, "an ISO 4217 code", {"USD"}},
    {TYPE_URL, "", {"https://example.org/plan.pdf"}},
};

const char man_profile_example[] =
    "[company]\n"
    "name = Sunleaf Living\n"
    "currency = USD\n"
    "\n"
    "[cost]\n"
    "starter_kit = 99 USD @S1 p.4       ; what it is, and where it stands\n"
    "monthly_min_purchase = ~120 USD    ; about: 10 % to both sides\n"
    "annual_renewal = refused @S1       ; asked, and not told\n"
    "\n"
    "[product]\n"
    "external_sales_pct = 20..30%       ; a range\n"
    "available_without_joining = unknown\n"
    "\n"
    "[source S1]\n"
    "title = Compensation plan 2023\n"
    "kind = company_doc\n";

static void put_rows(struct doc *doc, const struct row *rows, size_t count)
{
    doc_open(doc, DOC_TERMS, NULL);
    for (size_t i = 0; i < count; i++)
        doc_term(doc, rows[i].term, rows[i].meaning);
    doc_close(doc, DOC_TERMS);
}

static void put_states(struct doc *doc)
{
    doc_open(doc, DOC_TERMS, NULL);
    for (size_t i = 0; i < COUNT(states); i++)
        doc_term(doc, fact_state_name((enum fact_state)i), states[i]);
    doc_close(doc, DOC_TERMS);
}

static void put_type(struct doc *doc, const struct man_type *type)
{
    struct buf text = BUF_INIT;

    buf_puts(&text, type->says);
    for (size_t i = 0; i < MAN_TYPE_EXAMPLES && type->examples[i]; i++)
        buf_printf(&text, "%s'%s'", i > 0 ? ", " : *type->says ? ": " : "", type->examples[i]);
    doc_term(doc, fact_type_name(type->type), buf_text(&text));
    buf_release(&text);
}

static void put_types(struct doc *doc)
{
    doc_open(doc, DOC_TERMS, NULL);
    for (size_t i = 0; i < COUNT(man_types); i++)
        put_type(doc, &man_types[i]);
    doc_close(doc, DOC_TERMS);
}

static void put_kinds(struct doc *doc)
{
    doc_open(doc, DOC_PARAGRAPH, NULL);
    doc_text(doc, DOC_PLAIN, "The kind of a source is one of:");
    for (int i = 1; i < SOURCE_KIND_COUNT; i++)
        doc_printf(doc, "%s %s", i > 1 ? "," : "", source_kind_name((enum source_kind)i));
    doc_text(doc, DOC_PLAIN, ".");
    doc_close(doc, DOC_PARAGRAPH);
}

/* --- the vocabulary --- */

static void put_fact(struct doc *doc, const struct fact_def *def)
{
    struct buf text = BUF_INIT;

    buf_printf(&text, "%s: ", def->meaning);
    value_describe_type(&text, def);
    if (def->unit && def->type != TYPE_DURATION)
        buf_printf(&text, " (%s)", def->unit);
    buf_printf(&text, ". Find it: %s.", def->find);
    doc_term(doc, def->key, buf_text(&text));
    buf_release(&text);
}

static void put_section(struct doc *doc, const struct schema *schema,
                        const struct section_def *section)
{
    bool any = false;

    for (size_t i = 0; i < schema->fact_count; i++) {
        if (strcmp(schema->facts[i].section, section->name) != 0)
            continue;
        if (!any) {
            doc_open(doc, DOC_ENTRY, section->name);
            doc_printf(doc, "[%s] %s", section->name, section->title);
            doc_close(doc, DOC_ENTRY);
            doc_open(doc, DOC_TERMS, NULL);
        }
        any = true;
        put_fact(doc, &schema->facts[i]);
    }
    if (any)
        doc_close(doc, DOC_TERMS);
}

void man_profile_draw(struct doc *doc, const struct schema *schema)
{
    doc_section(doc, "DESCRIPTION");
    doc_put(
        doc, DOC_PARAGRAPH,
        "A profile holds the facts of one company, each with its source. No fact is needed: "
        "what is not known stays open. All mistakes of a file are told at once, with line, "
        "column and what to write instead. 'plumbline schema --template' writes an empty "
        "one.");
    doc_section(doc, "FORM");
    put_rows(doc, form, COUNT(form));
    doc_section(doc, "VALUES");
    put_states(doc);
    put_rows(doc, about_values, COUNT(about_values));
    doc_section(doc, "TYPES");
    put_types(doc);
    doc_section(doc, "SECTIONS BESIDES FACTS");
    put_rows(doc, sections, COUNT(sections));
    put_kinds(doc);
    doc_section(doc, "EXAMPLES");
    doc_lines(doc, man_profile_example);
    doc_section(doc, "FACTS");
    for (size_t i = 0; i < schema->section_count; i++)
        put_section(doc, schema, &schema->sections[i]);
}
