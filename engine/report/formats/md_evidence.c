/* SPDX-License-Identifier: MIT
 *
 * What the result rests on: waivers, facts of which something must be said, sources, and what
 * it was made with.
 */
#include "report/formats/md_part.h"

static void put_waivers(struct md_part *part)
{
    const struct profile *profile = part->a->profile;

    if (profile->waiver_count == 0)
        return;
    md_heading(part, "Waivers", "the result above counts the waived tests all the same");
    doc_open(&part->doc, DOC_LIST, NULL);
    for (size_t i = 0; i < profile->waiver_count; i++) {
        sentence_waiver(&part->text, &profile->waivers[i]);
        md_put(part, DOC_ITEM);
    }
    doc_close(&part->doc, DOC_LIST);
}

static void put_facts(struct md_part *part, const struct fact_list *list)
{
    bool any = false;

    for (size_t i = 0; i < part->a->pack->schema.fact_count; i++) {
        if (!list->belongs(part->a, i))
            continue;
        if (!any) {
            md_heading(part, list->heading, "");
            doc_open(&part->doc, DOC_LIST, NULL);
        }
        any = true;
        sentence_fact(&part->text, part->a, i);
        md_put(part, DOC_ITEM);
    }
    if (any)
        doc_close(&part->doc, DOC_LIST);
}

static void put_sources(struct md_part *part)
{
    const struct profile *profile = part->a->profile;

    if (profile->source_count == 0)
        return;
    md_heading(part, "Sources of the facts", "as the file names them");
    doc_open(&part->doc, DOC_LIST, NULL);
    for (size_t i = 0; i < profile->source_count; i++) {
        const struct source *source = &profile->sources[i];
        doc_open(&part->doc, DOC_ITEM, NULL);
        doc_text(&part->doc, DOC_STRONG, source->id);
        sentence_source(&part->text, source);
        doc_printf(&part->doc, ": %s", buf_text(&part->text));
        buf_reset(&part->text);
        if (source->url) {
            doc_text(&part->doc, DOC_PLAIN, ", ");
            doc_link(&part->doc, source->url, source->url);
        }
        doc_close(&part->doc, DOC_ITEM);
    }
    doc_close(&part->doc, DOC_LIST);
}

void md_evidence(struct md_part *part)
{
    const struct finding *integrity = report_integrity(part->a);

    put_waivers(part);
    for (size_t i = 0; i < fact_list_count; i++)
        put_facts(part, &fact_lists[i]);
    put_sources(part);
    md_heading(part, "How good is the evidence", "never part of the score");
    sentence_confidence(&part->text, part->a);
    md_sentence(part);
    if (integrity)
        sentence_integrity(&part->text, integrity);
    md_sentence(part);
}

/* --- what it was made with --- */

static void put_stamp(struct md_part *part, const char *what, const char *value,
                      const char *hash)
{
    doc_open(&part->doc, DOC_ROW, NULL);
    doc_put(&part->doc, DOC_CELL, what);
    doc_put(&part->doc, DOC_CELL, value);
    md_code(part, DOC_CELL, hash);
    doc_close(&part->doc, DOC_ROW);
}

static void put_selection(struct md_part *part)
{
    const struct report_context *c = part->context;

    if (c->only)
        put_stamp(part, "only the rules", c->only, "");
    if (c->skip)
        put_stamp(part, "without the rules", c->skip, "");
}

void md_stamps(struct md_part *part)
{
    static const char *const names[] = {"What", "Version or name", "SHA-256"};
    const struct report_context *c = part->context;
    const struct assessment *a = part->a;

    md_heading(part, "What it was made with", "");
    doc_table(&part->doc, names, COUNT(names));
    put_stamp(part, "plumbline", c->version, "");
    for (size_t i = 0; i < a->pack->part_count; i++) {
        const struct pack_part *own = &a->pack->parts[i];
        buf_printf(&part->text, "%s %s", own->name, own->version);
        put_stamp(part, "pack", buf_text(&part->text), own->hash);
        buf_reset(&part->text);
    }
    if (c->points_file)
        put_stamp(part, "points", c->points_file, c->points_hash);
    put_selection(part);
    put_stamp(part, "profile", a->profile->file, a->profile->hash);
    if (a->profile->has_as_of)
        date_put(&part->text, a->profile->as_of);
    put_stamp(part, "judged as of", part->text.len > 0 ? buf_text(&part->text) : "no day given",
              "");
    buf_reset(&part->text);
    doc_close(&part->doc, DOC_TABLE);
}
