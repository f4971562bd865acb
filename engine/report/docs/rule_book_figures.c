/* SPDX-License-Identifier: MIT
 *
 * The figures of the rule book: numbers beside the score.
 */
#include "report/docs/rule_book.h"

static void put_figure(struct doc *doc, const struct pack *pack, const struct figure *figure)
{
    const struct rule *rule = &figure->rule;

    doc_open(doc, DOC_ENTRY, rule->id);
    doc_printf(doc, "%s %s", rule->id, rule->title);
    doc_close(doc, DOC_ENTRY);
    doc_put(doc, DOC_PARAGRAPH, rule->why);
    doc_open(doc, DOC_LIST, NULL);
    rule_book_point(doc, "Label:", figure_label_name(figure->label));
    rule_book_point(doc, "Assumes:", figure->assumes);
    rule_book_point(doc, "Unit:", figure->unit);
    rule_book_point(doc, "File:", rule->file);
    doc_close(doc, DOC_LIST);
    doc_put(doc, DOC_PART, "Facts read");
    rule_book_facts(doc, pack, rule->facts, rule->fact_count, true);
    rule_book_cites(doc, pack, rule->cites);
    if (rule->example_count > 0)
        doc_put(doc, DOC_PART, "Examples");
    rule_book_examples(doc, pack, rule->examples, rule->example_count);
}

void rule_book_figures(struct doc *doc, const struct pack *pack)
{
    if (pack->figure_count == 0)
        return;
    doc_open(doc, DOC_SECTION, "the-figures");
    doc_text(doc, DOC_PLAIN, "The figures");
    doc_close(doc, DOC_SECTION);
    doc_put(doc, DOC_PARAGRAPH,
            "Numbers beside the score: they have no points. Exact is an identity, or a bound "
            "that holds in any network; from your numbers goes by what was put in; a model "
            "says what it assumes.");
    for (size_t g = 0; g < pack->group_count; g++)
        for (size_t i = 0; i < pack->figure_count; i++)
            if (pack->figures[i].group == g)
                put_figure(doc, pack, &pack->figures[i]);
}
