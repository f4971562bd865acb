/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "insight/source/source.h"
#include "report/docs/explain.h"

enum { LABEL = 12 };

static bool same(const char *a, const char *b)
{
    return text_same(text_of(a), text_of(b));
}

/* "why       text, wrapped": nothing where the text is NULL. */
static void put(struct page *page, const char *label, const char *text)
{
    if (!text)
        return;
    buf_printf(page->out, "%-*s", LABEL, label);
    page_wrap(page, LABEL, LABEL, text);
}

static void put_scratch(struct page *page, const char *label)
{
    put(page, label, buf_text(&page->scratch));
    buf_reset(&page->scratch);
}

static void put_names(struct page *page, const char *label, struct names names)
{
    for (size_t i = 0; i < names.count; i++)
        buf_printf(&page->scratch, "%s%s", i ? ", " : "", names.list[i]);
    if (names.count > 0)
        put_scratch(page, label);
}

/* --- what stands behind a cite --- */

static void put_cites(struct page *page, const struct pack *pack, struct names cites)
{
    for (size_t i = 0; i < cites.count; i++) {
        const struct article *article = pack_article(pack, cites.list[i]);
        const struct pack_source *source = pack_source(pack, cites.list[i]);
        buf_printf(page->out, "  %-*s", LABEL - 2, cites.list[i]);
        if (article)
            buf_printf(&page->scratch, "article %c: %s", article->id[0], article->says);
        else
            buf_printf(&page->scratch, "%s%s%s (%s) %s", source->title,
                       source->publisher ? ", " : "",
                       source->publisher ? source->publisher : "", source->date,
                       source->url ? source->url : "");
        page_wrap_scratch(page, LABEL, LABEL);
    }
}

/* --- rules --- */

static void put_rule_facts(struct page *page, const struct pack *pack, const struct rule *rule)
{
    for (size_t i = 0; i < rule->fact_count; i++) {
        const struct fact_def *def = &pack->schema.facts[rule->facts[i].number];
        buf_printf(page->out, "  %s\n", def->name);
        buf_printf(&page->scratch, "%s: ", def->meaning);
        value_describe_type(&page->scratch, def);
        page_wrap_scratch(page, 0, 6);
    }
}

static void put_example(struct page *page, const struct pack *pack,
                        const struct example *example)
{
    buf_printf(page->out, "  %-18s", example->expect);
    for (size_t i = 0; i < example->fact_count; i++)
        buf_printf(&page->scratch, "%s%s = %s", i ? ", " : "",
                   pack->schema.facts[example->facts[i].number].name, example->facts[i].text);
    if (example->fact_count == 0)
        buf_puts(&page->scratch, "(nothing known)");
    if (example->note)
        buf_printf(&page->scratch, "  [%s]", example->note);
    page_wrap_scratch(page, 20, 22);
}

/* The rule's limits as its file gives them, each with where it comes from. */
static void put_limits(struct page *page, const struct rule *rule)
{
    struct arena arena = {0};
    struct source_limit *limits;
    size_t count = source_limits(text_of(rule->source), &arena, &limits);

    if (count > 0)
        page_heading(page, "LIMITS", "(and whether a source sets them or we judge so)");
    for (size_t i = 0; i < count; i++) {
        buf_printf(&page->scratch, "%s = %s: %s", limits[i].name, limits[i].value,
                   limits[i].comment);
        page_wrap_scratch(page, 0, 2);
    }
    arena_release(&arena);
}

static void put_head(struct page *page, const struct rule *rule)
{
    buf_printf(&page->scratch, "%s  %s", rule->id, rule->title);
    page_tone(page, TONE_HEAD, buf_text(&page->scratch));
    buf_reset(&page->scratch);
    buf_puts(page->out, "\n\n");
    put(page, "why", rule->why);
}

/* What rules and figures have alike. */
static void put_rest(struct page *page, const struct pack *pack, const struct rule *rule,
                     bool limits, const char *examples)
{
    put(page, "file", rule->file);
    page_heading(page, "READS", "");
    put_rule_facts(page, pack, rule);
    if (limits)
        put_limits(page, rule);
    page_heading(page, "STANDS ON", "");
    put_cites(page, pack, rule->cites);
    page_heading(page, "EXAMPLES", examples);
    for (size_t i = 0; i < rule->example_count; i++)
        put_example(page, pack, &rule->examples[i]);
}

static void explain_figure(struct page *page, const struct pack *pack,
                           const struct figure *figure)
{
    put_head(page, &figure->rule);
    buf_printf(&page->scratch, "%s: a number beside the score, in %s; no points",
               pack->groups[figure->group].title, figure->unit);
    put_scratch(page, "figure");
    put(page, "label", figure_label_name(figure->label));
    put(page, "assumes", figure->assumes);
    put_rest(page, pack, &figure->rule, false,
             "(the value for these facts; tests hold the figure to them)");
}

static void explain_rule(struct page *page, const struct pack *pack, const struct rule *rule)
{
    const struct theme *theme = &pack->themes[rule->theme];

    put_head(page, rule);
    buf_printf(&page->scratch, "%s: %d of all %d points%s", theme->title, rule->points,
               pack_points(pack, theme->score),
               theme->score == SCORE_FIT ? " of personal fit" : "");
    if (rule->points != rule->pack_points)
        buf_printf(&page->scratch, " (the pack gives %d)", rule->pack_points);
    buf_printf(&page->scratch, "; at worst %s", outcome_name(rule->worst));
    put_scratch(page, "worth");
    put(page, "ask", rule->ask);
    put(page, "to pass", rule->fix);
    put_rest(page, pack, rule, true,
             "(the outcome for these facts; tests hold the rule to them)");
}

/* --- facts --- */

/* Who reads the fact: rules, figures, the classification, or what is to come. */
static void list_readers(struct buf *out, const struct pack *pack, int fact)
{
    const struct fact_def *def = &pack->schema.facts[fact];
    const char *comma = "";

    for (size_t i = 0; i < pack_file_count(pack); i++) {
        if (!rule_reads(pack_file(pack, i), fact))
            continue;
        buf_printf(out, "%s%s", comma, pack_file(pack, i)->id);
        comma = ", ";
    }
    if (classification_reads(&pack->classify, fact)) {
        buf_printf(out, "%sthe classification", comma);
        comma = ", ";
    }
    for (size_t i = 0; i < def->serve_count; i++) {
        bool to_come = strncmp(def->serves[i], "JX-", 3) == 0; /* overlays by country */
        buf_printf(out, "%s%s%s", comma, def->serves[i], to_come ? " (to come)" : "");
        comma = ", ";
    }
}

static void explain_fact(struct page *page, const struct pack *pack, int fact)
{
    const struct fact_def *def = &pack->schema.facts[fact];

    page_tone(page, TONE_HEAD, def->name);
    buf_puts(page->out, "\n\n");
    put(page, "meaning", def->meaning);
    value_describe_type(&page->scratch, def);
    if (def->unit && def->type != TYPE_DURATION)
        buf_printf(&page->scratch, " (%s)", def->unit);
    if (def->at_most)
        buf_printf(&page->scratch, "; not more than %s", def->at_most);
    put_scratch(page, "value");
    put(page, "states", "or unknown (? or empty), refused (asked, not answered), n/a");
    put(page, "find it", def->find);
    put(page, "ask", def->ask);
    if (def->expected)
        put(page, "expected", "a company is expected to publish it: a refusal counts");
    list_readers(&page->scratch, pack, fact);
    put_scratch(page, "read by");
}

/* --- sources, articles, classes --- */

static void put_citing(struct page *page, const struct pack *pack, const char *id)
{
    const char *comma = "";

    for (size_t i = 0; i < pack_file_count(pack); i++) {
        if (!names_have(pack_file(pack, i)->cites, id))
            continue;
        buf_printf(&page->scratch, "%s%s", comma, pack_file(pack, i)->id);
        comma = ", ";
    }
    if (*comma)
        put_scratch(page, "cited by");
}

static void explain_source(struct page *page, const struct pack *pack,
                           const struct pack_source *source)
{
    static const struct {
        char letter;
        const char *meaning;
    } kinds[] = {{'P', "primary text"},
                 {'C', "copy or quotation of a primary text"},
                 {'L', "law firm or economist"},
                 {'N', "news"},
                 {'A', "academic"},
                 {'I', "industry body or vendor"},
                 {'V', "advocacy"},
                 {'W', "weak copy"}};

    buf_printf(&page->scratch, "%s  %s", source->id, source->title);
    page_wrap_scratch(page, 4, 4); /* the head line hangs out */
    buf_putc(page->out, '\n');
    put(page, "publisher", source->publisher);
    put(page, "date", source->date);
    for (const char *at = source->kind; *at; at++)
        for (size_t i = 0; strlen(source->kind) < 6 && i < COUNT(kinds); i++)
            if (kinds[i].letter == *at)
                buf_printf(&page->scratch, "%s%s", page->scratch.len ? "; " : "",
                           kinds[i].meaning);
    if (page->scratch.len > 0)
        put_scratch(page, "kind");
    put(page, "address", source->url);
    for (size_t i = 0; i < source->more.count; i++)
        put(page, "", source->more.list[i]);
    put(page, "note", source->note);
    put_names(page, "serves", source->serves);
    put(page, "read", source->seen ? source->seen : "its opening only");
    put_citing(page, pack, source->id);
}

static void explain_article(struct page *page, const struct pack *pack,
                            const struct article *article)
{
    const struct pack_source *source = pack_source(pack, (char[]){article->id[0], '\0'});

    buf_printf(&page->scratch, "%s  %s", article->id, article->says);
    page_wrap_scratch(page, 4, 4); /* the head line hangs out */
    buf_putc(page->out, '\n');
    put(page, "article", source ? source->title : NULL);
    put_names(page, "carried by", article->carried_by);
    put(page, "note", article->note);
}

static void explain_class(struct page *page, const struct pack *pack,
                          const struct class_def *class)
{
    buf_printf(page->out, "%s  %s\n\n", class->id, class->title);
    put(page, "article A", class->by_a);
    put(page, "article B", class->by_b);
    put(page, "regulators", class->by_regulator);
    for (size_t i = 0; i < pack->classify.row_count; i++)
        if (&pack->classify.classes[pack->classify.rows[i].class_number] == class)
            put(page, "fits where", pack->classify.rows[i].why);
    page_heading(page, "STANDS ON", "");
    put_cites(page, pack, class->cites);
}

static void explain_axis(struct page *page, const struct pack *pack, const struct axis *axis)
{
    buf_printf(page->out, "axis:%s  %s\n\n", axis->id, axis->title);
    buf_printf(&page->scratch,
               "%d of the sum; -1 the multi-level side, +1 the social media side",
               axis->weight);
    put_scratch(page, "weight");
    for (size_t i = 0; i < axis->fact_count; i++) {
        const struct axis_fact *fact = &axis->facts[i];
        for (size_t j = 0; j < fact->value_count; j++)
            buf_printf(&page->scratch, "%s%s %+d", j ? ", " : "", fact->values[j].value,
                       fact->values[j].vote);
        buf_printf(page->out, "  %s\n", pack->schema.facts[fact->number].name);
        page_wrap_scratch(page, 0, LABEL);
    }
    page_heading(page, "STANDS ON", "");
    put_cites(page, pack, axis->cites);
}

/* --- finding the id --- */

static bool explain_of_classify(struct page *page, const struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->classify.class_count; i++) {
        if (same(pack->classify.classes[i].id, id)) {
            explain_class(page, pack, &pack->classify.classes[i]);
            return true;
        }
    }
    for (size_t i = 0; i < pack->classify.axis_count; i++) {
        const char *name = pack->classify.axes[i].id;
        if (same(name, id) || (strncmp(id, "axis:", 5) == 0 && same(name, id + 5))) {
            explain_axis(page, pack, &pack->classify.axes[i]);
            return true;
        }
    }
    return false;
}

bool explain_id(struct page *page, const struct pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->rule_count; i++)
        if (same(pack->rules[i].id, id))
            return explain_rule(page, pack, &pack->rules[i]), true;
    for (size_t i = 0; i < pack->figure_count; i++)
        if (same(pack->figures[i].rule.id, id))
            return explain_figure(page, pack, &pack->figures[i]), true;
    for (size_t i = 0; i < pack->schema.fact_count; i++)
        if (same(pack->schema.facts[i].name, id))
            return explain_fact(page, pack, (int)i), true;
    for (size_t i = 0; i < pack->article_count; i++)
        if (same(pack->articles[i].id, id))
            return explain_article(page, pack, &pack->articles[i]), true;
    for (size_t i = 0; i < pack->source_count; i++)
        if (same(pack->sources[i].id, id))
            return explain_source(page, pack, &pack->sources[i]), true;
    for (size_t i = 0; i < pack->schema.fact_count; i++)
        if (same(pack->schema.facts[i].key, id)) /* "join_fee" will do */
            return explain_fact(page, pack, (int)i), true;
    return explain_of_classify(page, pack, id);
}

struct names explain_names(const struct pack *pack, struct arena *arena)
{
    size_t room = pack_file_count(pack) + pack->schema.fact_count + pack->source_count +
                  pack->classify.class_count;
    const char **list = arena_alloc(arena, room * sizeof *list);
    size_t n = 0;

    for (size_t i = 0; i < pack_file_count(pack); i++)
        list[n++] = pack_file(pack, i)->id;
    for (size_t i = 0; i < pack->schema.fact_count; i++)
        list[n++] = pack->schema.facts[i].name;
    for (size_t i = 0; i < pack->source_count; i++)
        list[n++] = pack->sources[i].id;
    for (size_t i = 0; i < pack->classify.class_count; i++)
        list[n++] = pack->classify.classes[i].id;
    return (struct names){list, n};
}

/* --- the vocabulary --- */

static const char *short_type(const struct fact_def *def)
{
    return def->type == TYPE_DURATION ? def->unit : fact_type_name(def->type);
}

void explain_schema(struct page *page, const struct pack *pack, const char *section)
{
    const struct schema *schema = &pack->schema;

    for (size_t s = 0; s < schema->section_count; s++) {
        if (section && !same(schema->sections[s].name, section))
            continue;
        buf_printf(&page->scratch, "[%s]", schema->sections[s].name);
        if (page->out->len > 0)
            buf_putc(page->out, '\n');
        page_tone(page, TONE_HEAD, buf_text(&page->scratch));
        buf_printf(page->out, "  %s\n", schema->sections[s].title);
        buf_reset(&page->scratch);
        for (size_t i = 0; i < schema->fact_count; i++) {
            const struct fact_def *def = &schema->facts[i];
            if (strcmp(def->section, schema->sections[s].name) != 0)
                continue;
            buf_printf(page->out, "  %-32s %-12s ", def->key, short_type(def));
            list_readers(&page->scratch, pack, (int)i);
            page_wrap_scratch(page, 48, 48);
            page_wrap(page, 0, 6, def->meaning);
        }
    }
}
