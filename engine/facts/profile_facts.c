/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "facts/profile_build.h"
#include "facts/value_lists.h"

/* --- statements --- */

int build_source_of(struct build *b, const struct entry *entry)
{
    struct profile *p = b->profile;

    if (entry->source.len == 0)
        return SOURCE_NONE;
    /* From the one found last on: a file of many lines mostly cites one source after the other.
     */
    for (size_t n = 0; n < p->source_count; n++) {
        size_t i = (b->last_source + n) % p->source_count;
        if (!text_is(entry->source, p->sources[i].id))
            continue;
        b->last_source = i;
        p->sources[i].uses++;
        return (int)i;
    }
    if (b->faults->count == FAULTS_KEPT) { /* nobody will see which */
        b->faults->more++;
        return SOURCE_NONE;
    }
    faults_add(b->faults, b->arena, entry->line, entry->value_column,
               "source '%.*s' is not declared: add [source %.*s] with its title, or put the "
               "value in quotes",
               text_shown(entry->source), entry->source.at, text_shown(entry->source),
               entry->source.at);
    return SOURCE_NONE;
}

static bool same_source(const struct statement *a, const struct statement *b)
{
    return a->source == SOURCE_NONE || b->source == SOURCE_NONE || a->source == b->source;
}

/* Whether one more line may state the fact: a list's lines add up, another's must each have a
 * source of its own. */
static bool may_be_stated_again(struct build *b, const struct fact_def *def,
                                const struct fact *fact, const struct statement *new)
{
    for (size_t i = 0; !fact_type_is_list(def->type) && i < fact->count; i++) {
        const struct statement *old = &fact->statements[i];
        if (!same_source(old, new))
            continue;
        faults_add(b->faults, b->arena, new->line, new->column,
                   "'%s' is given on line %d already: delete one, or give each its own source "
                   "(@ID) to record that they differ",
                   def->key, old->line);
        return false;
    }
    if (fact->count == PROFILE_MAX_SECTIONS)
        faults_add(b->faults, b->arena, new->line, new->column,
                   "'%s' is given more than %d times", def->key, (int)PROFILE_MAX_SECTIONS);
    return fact->count < PROFILE_MAX_SECTIONS;
}

/* Facts are mostly stated once, in room that was made for all of them. */
static void keep_statement(struct build *b, struct fact *fact, const struct statement *s,
                           struct statement **room)
{
    if (fact->count == 0)
        fact->statements = (*room)++;
    else
        fact->statements =
            arena_grow(b->arena, fact->statements, fact->count, sizeof *fact->statements);
    fact->statements[fact->count++] = *s;
}

static void add_statement(struct build *b, const struct entry *entry, struct statement **room)
{
    const struct fact_def *def = &b->profile->schema->facts[entry->number];
    struct fact *fact = &b->profile->facts[entry->number];
    struct buf fault = BUF_INIT;
    struct statement s = {.line = entry->line,
                          .column = entry->column,
                          .source = build_source_of(b, entry),
                          .locator = ""};
    bool sound = value_parse(def, entry->value, entry->quoted, b->profile->currency, b->arena,
                             &s.value, &fault);

    if (!sound) {
        faults_add(b->faults, b->arena, entry->line, entry->value_column, "'%s' %s", def->key,
                   buf_text(&fault));
        buf_release(&fault);
    }
    if (!may_be_stated_again(b, def, fact, &s) || !sound)
        return;
    s.written = arena_copy(b->arena, entry->value.at, entry->value.len);
    if (entry->locator.len > 0)
        s.locator = arena_copy(b->arena, entry->locator.at, entry->locator.len);
    keep_statement(b, fact, &s, room);
}

/* The numbers of all facts that are stated, in their order: what is done for each of them costs
 * nothing for all others. */
static void list_stated(struct build *b, const uint64_t *bits, size_t words)
{
    b->stated = arena_room(b->arena, b->facts.count * sizeof *b->stated);
    for (size_t word = 0; word < words; word++)
        for (uint64_t rest = bits[word]; rest; rest &= rest - 1) /* without its lowest bit */
            b->stated[b->stated_count++] = (int)word * 64 + __builtin_ctzll(rest);
}

static void add_statements(struct build *b)
{
    size_t words = b->profile->schema->fact_count / 64 + 1;
    uint64_t *bits = arena_alloc(b->arena, words * sizeof *bits);
    struct statement *room = arena_room(b->arena, b->facts.count * sizeof *room);

    for (const struct entry *e = b->facts.first; e; e = e->next) {
        add_statement(b, e, &room);
        bits[e->number / 64] |= UINT64_C(1) << e->number % 64;
    }
    list_stated(b, bits, words);
}

/* --- what the statements say together --- */

static bool same_value(const struct fact_def *def, const struct value *a, const struct value *b)
{
    if (a->state != b->state)
        return false;
    if (a->state != FACT_KNOWN)
        return true;
    if (a->text && b->text)
        return strcmp(a->text, b->text) == 0;
    return a->lo == b->lo && a->hi == b->hi && a->members == b->members &&
           (def->type != TYPE_MONEY || strcmp(a->currency, b->currency) == 0);
}

/* Lines of a list add up. */
static void merge_list(struct build *b, const struct fact_def *def, struct fact *fact)
{
    size_t len = 0;

    fact->value = fact->statements[0].value;
    for (size_t i = 0; i < fact->count; i++) {
        const struct statement *s = &fact->statements[i];
        if (s->value.state != fact->value.state) {
            faults_add(b->faults, b->arena, s->line, s->column,
                       "'%s' cannot be both a list and %s: delete one line", def->key,
                       fact_state_name(s->value.state == FACT_KNOWN ? fact->value.state
                                                                    : s->value.state));
            return;
        }
        fact->value.members |= s->value.members;
        len += s->value.text ? strlen(s->value.text) + 2 : 0;
    }
    if (!fact->value.text || fact->count == 1)
        return;
    struct buf list = {.max = len};
    const char *between = def->type == TYPE_INCOME_ROWS ? INCOME_LINES_BETWEEN : ", ";
    for (size_t i = 0; i < fact->count; i++)
        buf_printf(&list, "%s%s", i ? between : "", fact->statements[i].value.text);
    fact->value.text = arena_copy(b->arena, buf_text(&list), list.len);
    buf_release(&list);
}

/* Lines of different sources: what is known counts; where the known ones differ, both sides. */
static void merge_single(const struct fact_def *def, struct fact *fact)
{
    struct value *value = &fact->value;
    bool contradicts = false; /* known to one source, n/a to another */

    *value = fact->statements[0].value;
    for (size_t i = 1; i < fact->count; i++) {
        const struct value *other = &fact->statements[i].value;
        if (same_value(def, value, other))
            continue;
        fact->conflict = true;
        contradicts |= (value->state == FACT_NOT_APPLICABLE && other->state == FACT_KNOWN) ||
                       (value->state == FACT_KNOWN && other->state == FACT_NOT_APPLICABLE);
        if (other->state == FACT_KNOWN && value->state == FACT_KNOWN) {
            value->lo = other->lo < value->lo ? other->lo : value->lo;
            value->hi = other->hi > value->hi ? other->hi : value->hi;
        } else if (other->state > value->state) {
            *value = *other;
        }
    }
    if (contradicts)
        value->state = FACT_UNKNOWN;
}

/* --- lists of numbers, once their lines have added up --- */

/* One line for the whole list, at the first of its lines. */
static void list_fault(struct build *b, const struct fact *fact, const char *key,
                       const char *what)
{
    faults_add(b->faults, b->arena, fact->statements[0].line, fact->statements[0].column,
               "'%s' %s", key, what);
}

/* Everybody in the table is in one row. */
static void check_shares(struct build *b, const struct fact_def *def, const struct fact *fact)
{
    const decimal whole = 100 * DECIMAL_ONE;
    struct income_line lines[INCOME_LINES_MAX];
    size_t count = income_lines_parts(fact->value.text, lines);
    struct buf text = BUF_INIT;
    decimal sum = 0;

    for (size_t i = 0; i < count && count <= INCOME_LINES_MAX; i++)
        sum += lines[i].share_pct;
    if (count > INCOME_LINES_MAX) {
        buf_printf(&text, "has %zu rows: %d are the most", count, (int)INCOME_LINES_MAX);
    } else if (sum != whole) {
        buf_puts(&text, "is not the whole table: the rows sum to ");
        decimal_put(&text, sum, false);
        buf_puts(&text, "%: ");
        decimal_put(&text, sum < whole ? whole - sum : sum - whole, false);
        buf_puts(&text, sum < whole ? "% of the people are missing; add a row for them, of 0 "
                                      "if they were paid nothing"
                                    : "% are too many; each person belongs in one row");
    }
    if (text.len > 0)
        list_fault(b, fact, def->key, buf_text(&text));
    buf_release(&text);
}

static void check_list(struct build *b, const struct fact_def *def, const struct fact *fact)
{
    decimal pcts[PCT_LIST_MAX];

    if (!fact_is_known(fact))
        return;
    if (def->type == TYPE_INCOME_ROWS)
        check_shares(b, def, fact);
    else if (def->type == TYPE_PCT_LIST &&
             pct_list_parts(fact->value.text, pcts) > PCT_LIST_MAX)
        list_fault(b, fact, def->key,
                   arena_printf(b->arena, "has more than %d parts", (int)PCT_LIST_MAX));
}

static void merge(struct build *b)
{
    const struct schema *schema = b->profile->schema;

    for (size_t i = 0; i < b->stated_count; i++) {
        const struct fact_def *def = &schema->facts[b->stated[i]];
        struct fact *fact = &b->profile->facts[b->stated[i]];
        if (fact->count == 0)
            continue; /* what was stated was refused */
        if (fact_type_is_list(def->type)) {
            merge_list(b, def, fact);
            check_list(b, def, fact);
        } else {
            merge_single(def, fact);
        }
    }
}

/* --- bounds by another fact --- */

static int year_of(decimal day)
{
    struct buf buf = BUF_INIT;
    int year = 0;

    date_put(&buf, (date)day);
    for (size_t i = 0; i < 4; i++)
        year = year * 10 + (buf_text(&buf)[i] - '0');
    buf_release(&buf);
    return year;
}

/* The fact of that name, or NULL where it has no value. */
static const struct fact *known_fact(const struct build *b, const char *name, int *number)
{
    *number = schema_find_name(b->profile->schema, name);
    if (*number == FACT_NONE || !fact_is_known(&b->profile->facts[*number]))
        return NULL;
    return &b->profile->facts[*number];
}

/* The line that gives the fact's lower or upper end. */
static const struct statement *line_of_end(const struct fact *fact, bool lower)
{
    const struct statement *found = NULL;

    for (size_t i = 0; i < fact->count; i++) {
        const struct statement *s = &fact->statements[i];
        if (s->value.state != FACT_KNOWN)
            continue;
        bool further =
            !found || (lower ? s->value.lo < found->value.lo : s->value.hi > found->value.hi);
        found = further ? s : found;
    }
    return found;
}

static void check_at_most(struct build *b, const struct fact_def *def, const struct fact *fact)
{
    int number;
    const struct fact *bound = known_fact(b, def->at_most, &number);

    if (!bound)
        return;
    decimal most = bound->value.hi;
    if (def->type == TYPE_INT && b->profile->schema->facts[number].type == TYPE_DATE)
        most = year_of(most) * DECIMAL_ONE;
    const struct statement *own = line_of_end(fact, true), *other = line_of_end(bound, false);
    if (fact->value.lo <= most || !own)
        return;
    if (!other)
        faults_add(b->faults, b->arena, own->line, own->column,
                   "'%s' is after the day that --as-of gives", def->key);
    else
        faults_add(b->faults, b->arena, own->line, own->column,
                   "'%s' must not be more than %s, which is '%.*s' on line %d", def->key,
                   def->at_most, text_shown(text_of(other->written)), other->written,
                   other->line);
}

static void check_sum(struct build *b, const struct fact_def *def, const struct fact *fact)
{
    int number;
    const struct fact *other = known_fact(b, def->sum_with, &number);

    if (!other || fact->value.lo + other->value.lo <= def->max)
        return;
    const struct statement *own = line_of_end(fact, true), *more = line_of_end(other, true);
    faults_add(
        b->faults, b->arena, own->line, own->column,
        "'%s' and %s ('%.*s' on line %d) are parts of one whole and add up to more than it",
        def->key, def->sum_with, text_shown(text_of(more->written)), more->written, more->line);
}

/* Facts that bound one another. */
void build_check_together(struct build *b)
{
    const struct schema *schema = b->profile->schema;

    for (size_t i = 0; i < b->stated_count; i++) {
        const struct fact_def *def = &schema->facts[b->stated[i]];
        const struct fact *fact = &b->profile->facts[b->stated[i]];
        if (!fact_is_known(fact))
            continue;
        if (def->at_most)
            check_at_most(b, def, fact);
        if (def->sum_with)
            check_sum(b, def, fact);
    }
}

void build_facts(struct build *b)
{
    add_statements(b);
    merge(b);
}
