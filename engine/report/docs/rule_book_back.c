/* SPDX-License-Identifier: MIT
 *
 * The back of the rule book: articles, classification, sources.
 */
#include "base/text.h"
#include "report/docs/rule_book.h"

static void open_section(struct doc *doc, const char *anchor, const char *title)
{
    doc_open(doc, DOC_SECTION, anchor);
    doc_text(doc, DOC_PLAIN, title);
    doc_close(doc, DOC_SECTION);
}

/* --- the articles --- */

static void put_article(struct doc *doc, const struct article *article)
{
    doc_open(doc, DOC_ROW, NULL);
    doc_open(doc, DOC_CELL, article->id);
    doc_text(doc, DOC_PLAIN, article->id);
    doc_close(doc, DOC_CELL);
    doc_put(doc, DOC_CELL, article->says);
    doc_open(doc, DOC_CELL, NULL);
    rule_book_ids(doc, article->carried_by);
    doc_text(doc, DOC_PLAIN, article->note && article->carried_by.count > 0 ? "; " : "");
    doc_text(doc, DOC_PLAIN, article->note ? article->note : "");
    doc_close(doc, DOC_CELL);
    doc_close(doc, DOC_ROW);
}

void rule_book_articles(struct doc *doc, const struct pack *pack)
{
    static const char *const names[] = {"Sentence", "What it says, in our words", "Carried by"};

    if (pack->article_count == 0)
        return;
    open_section(doc, "the-articles", "The articles, sentence by sentence");
    doc_table(doc, names, COUNT(names));
    for (size_t i = 0; i < pack->article_count; i++)
        put_article(doc, &pack->articles[i]);
    doc_close(doc, DOC_TABLE);
}

/* --- the classification --- */

static void put_cited(struct doc *doc, struct names cites)
{
    if (cites.count == 0)
        return;
    doc_open(doc, DOC_PARAGRAPH, NULL);
    doc_text(doc, DOC_PLAIN, "Stands on ");
    rule_book_ids(doc, cites);
    doc_text(doc, DOC_PLAIN, ".");
    doc_close(doc, DOC_PARAGRAPH);
}

static void put_class(struct doc *doc, const struct class_def *class)
{
    doc_open(doc, DOC_ROW, NULL);
    doc_open(doc, DOC_CELL, NULL);
    doc_text(doc, DOC_CODE, class->id);
    doc_close(doc, DOC_CELL);
    doc_put(doc, DOC_CELL, class->title);
    doc_put(doc, DOC_CELL, class->by_a);
    doc_put(doc, DOC_CELL, class->by_b);
    doc_put(doc, DOC_CELL, class->by_regulator);
    doc_open(doc, DOC_CELL, NULL);
    rule_book_ids(doc, class->cites);
    doc_close(doc, DOC_CELL);
    doc_close(doc, DOC_ROW);
}

static void put_class_row(struct doc *doc, const struct pack *pack, size_t number)
{
    const struct class_row *row = &pack->classify.rows[number];

    doc_open(doc, DOC_ENTRY, NULL);
    doc_printf(doc, "Row %zu: %s", number + 1, pack->classify.classes[row->class_number].title);
    doc_close(doc, DOC_ENTRY);
    doc_open(doc, DOC_PARAGRAPH, NULL);
    doc_printf(doc, "Fits where: %s.", row->why);
    doc_close(doc, DOC_PARAGRAPH);
    put_cited(doc, row->cites);
    doc_put(doc, DOC_PART, "Facts read");
    rule_book_facts(doc, pack, row->facts, row->fact_count, false);
    if (row->example_count > 0)
        doc_put(doc, DOC_PART, "Examples (pass: it fits; critical: it does not)");
    rule_book_examples(doc, pack, row->examples, row->example_count);
}

static void put_axis_fact(struct doc *doc, const struct pack *pack,
                          const struct axis_fact *fact)
{
    doc_open(doc, DOC_ITEM, NULL);
    doc_text(doc, DOC_CODE, pack->schema.facts[fact->number].name);
    for (size_t i = 0; i < fact->value_count; i++)
        doc_printf(doc, fact->values[i].vote ? "%s%s %+d" : "%s%s %d", i > 0 ? ", " : ": ",
                   fact->values[i].value, fact->values[i].vote);
    doc_close(doc, DOC_ITEM);
}

static void put_axis(struct doc *doc, const struct pack *pack, const struct axis *axis)
{
    struct buf anchor = BUF_INIT;

    buf_printf(&anchor, "axis-%s", axis->id);
    doc_open(doc, DOC_ENTRY, buf_text(&anchor));
    buf_release(&anchor);
    doc_printf(doc, "axis:%s %s, weight %d", axis->id, axis->title, axis->weight);
    doc_close(doc, DOC_ENTRY);
    put_cited(doc, axis->cites);
    doc_open(doc, DOC_LIST, NULL);
    for (size_t i = 0; i < axis->fact_count; i++)
        put_axis_fact(doc, pack, &axis->facts[i]);
    doc_close(doc, DOC_LIST);
}

/* The articles' and regulators' names for what companies call themselves. */
static void put_label(struct doc *doc, const struct label *label)
{
    const struct names by[] = {label->by_a, label->by_b, label->by_regulator};

    doc_open(doc, DOC_ROW, NULL);
    doc_open(doc, DOC_CELL, NULL);
    doc_text(doc, DOC_CODE, label->name);
    doc_close(doc, DOC_CELL);
    for (size_t i = 0; i < COUNT(by); i++) {
        doc_open(doc, DOC_CELL, NULL);
        for (size_t j = 0; j < by[i].count; j++)
            doc_printf(doc, "%s%s", j > 0 ? ", " : "", by[i].list[j]);
        doc_text(doc, DOC_PLAIN, by[i].count == 0 ? "does not use the word" : "");
        doc_close(doc, DOC_CELL);
    }
    doc_close(doc, DOC_ROW);
}

static void put_labels(struct doc *doc, const struct classification_def *def)
{
    static const char *const names[] = {"A company's own label", "Fits by article A",
                                        "By article B", "By regulators"};

    if (def->label_count == 0)
        return;
    doc_table(doc, names, COUNT(names));
    for (size_t i = 0; i < def->label_count; i++)
        put_label(doc, &def->labels[i]);
    doc_close(doc, DOC_TABLE);
}

void rule_book_classes(struct doc *doc, const struct pack *pack)
{
    static const char *const names[] = {
        "Class",    "Title", "Article A calls it", "Article B calls it", "Regulators call it",
        "Stands on"};
    const struct classification_def *def = &pack->classify;

    if (def->class_count == 0)
        return;
    open_section(doc, "the-classification", "The classification");
    doc_put(doc, DOC_PARAGRAPH,
            "What kind of business it is, read from its structure and never from its label. It "
            "scores nothing.");
    doc_table(doc, names, COUNT(names));
    for (size_t i = 0; i < def->class_count; i++)
        put_class(doc, &def->classes[i]);
    doc_close(doc, DOC_TABLE);
    put_labels(doc, def);
    doc_put(doc, DOC_PARAGRAPH,
            "Rows are tried in this order, and the first that fits decides. Where none fits, "
            "the axes vote.");
    for (size_t i = 0; i < def->row_count; i++)
        put_class_row(doc, pack, i);
    doc_open(doc, DOC_PARAGRAPH, NULL);
    doc_printf(
        doc,
        "Each fact votes -1 for multi-level marketing, +1 for social media marketing or "
        "0 for neither; an axis votes with the sign of its sum, times its weight. %+d or "
        "more decides for the one, %+d or less for the other, once %d axes are known.",
        def->threshold, -def->threshold, def->min_axes);
    doc_close(doc, DOC_PARAGRAPH);
    for (size_t i = 0; i < def->axis_count; i++)
        put_axis(doc, pack, &def->axes[i]);
}

/* --- the sources --- */

static void put_source_title(struct doc *doc, const struct pack_source *source)
{
    doc_open(doc, DOC_CELL, NULL);
    if (source->url)
        doc_link(doc, source->url, source->title);
    else
        doc_text(doc, DOC_PLAIN, source->title);
    if (source->publisher)
        doc_printf(doc, ", %s", source->publisher);
    for (size_t i = 0; i < source->more.count; i++) {
        doc_text(doc, DOC_PLAIN, i > 0 ? ", " : "; also ");
        doc_link(doc, source->more.list[i], source->more.list[i]);
    }
    if (source->note)
        doc_printf(doc, "; %s", source->note);
    doc_close(doc, DOC_CELL);
}

/* The rules and figures that cite it. */
static void put_citing(struct doc *doc, const struct pack *pack, const char *id)
{
    bool first = true;

    doc_open(doc, DOC_CELL, NULL);
    for (size_t i = 0; i < pack_file_count(pack); i++) {
        const struct rule *rule = pack_file(pack, i);
        if (!names_have(rule->cites, id))
            continue;
        doc_text(doc, DOC_PLAIN, first ? "" : ", ");
        rule_book_link(doc, "", rule->id, rule->id);
        first = false;
    }
    doc_close(doc, DOC_CELL);
}

void rule_book_sources(struct doc *doc, const struct pack *pack)
{
    static const char *const names[] = {"Source", "Title", "Date", "Kind", "Read", "Cited by"};

    open_section(doc, "the-sources", "The sources");
    doc_put(doc, DOC_PARAGRAPH,
            "Kinds: P primary text, C copy or quotation of one, L law firm or economist, N "
            "news, A academic, I industry body or vendor, V advocacy, W weak copy. Read says "
            "how much of the text was read for this pack.");
    doc_table(doc, names, COUNT(names));
    for (size_t i = 0; i < pack->source_count; i++) {
        const struct pack_source *source = &pack->sources[i];
        doc_open(doc, DOC_ROW, NULL);
        doc_open(doc, DOC_CELL, source->id);
        doc_text(doc, DOC_PLAIN, source->id);
        doc_close(doc, DOC_CELL);
        put_source_title(doc, source);
        doc_put(doc, DOC_CELL, source->date);
        doc_put(doc, DOC_CELL, source->kind);
        doc_put(doc, DOC_CELL, source->seen ? source->seen : "its opening");
        put_citing(doc, pack, source->id);
        doc_close(doc, DOC_ROW);
    }
    doc_close(doc, DOC_TABLE);
}
