/* SPDX-License-Identifier: MIT
 *
 * Whole profiles: one with thirty mistakes, and one in many forms that must all mean the same.
 */
#include "facts_fixture.h"

/* --- thirty mistakes --- */

/* The lines of one profile, each with what is wrong with it, or NULL. */
static const struct {
    const char *line, *fault;
} mistakes[] = {
    {"levels = 3", "stands before the first [section]: put it under one"},
    {"[company]", NULL},
    {"name = \"Acme", "the value lacks its closing quote: write \"...\""},
    {"jurisdictions = UK",
     "'jurisdictions' must be two-letter country codes (ISO 3166-1) such as "
     "'US, GB', not 'UK'"},
    {"currency = dollars",
     "'currency' must be a currency code (ISO 4217) such as 'USD', not 'dollars'"},
    {"site = www.acme.test",
     "'site' must be an address such as 'https://example.org/plan.pdf'"},
    {"founded = 03/04/2019",
     "'founded' '03/04/2019' can be read as 2019-04-03 or as 2019-03-04: "
     "write the one you mean"},
    {"as_of = 2024-02-30", "'as_of' '2024-02-30' is a day that does not exist"},
    {"fouded = 2019", "unknown key 'fouded' in [company]: did you mean 'founded'?"},
    {"[plan]", NULL},
    {"public = perhaps", "'public' must be yes or no, not 'perhaps'"},
    {"levels = 2.5", "'levels' must be a whole number, not '2.5'"},
    {"people = 12,34",
     "'people' '12,34' has a comma that is no thousands separator: write 99.50 "
     "or 1,299"},
    {"factor = nan", "'factor' must be a number from -100 to 9,000,000,000,000, not 'nan'"},
    {"type = binery",
     "'type' must be one of single_level, binary, stairstep, none, not 'binery' "
     "(did you mean 'binary'?)"},
    {"pay = fees, gold", "'pay' must be any of own_sales, team_sales, fees, not 'gold'"},
    {"notice_days = 2 months",
     "'notice_days' must be a number of days from 0 to 365, not '2 months'"},
    {"stock_months = 9..3",
     "'stock_months' '9..3' runs from the larger to the smaller: turn it round"},
    {"week_hours = 1e2", "'week_hours' '1e2' has an exponent: write the number out"},
    {"join_fee = 9 USD", "unknown key 'join_fee' in [plan]: 'join_fee' stands in [cost]"},
    {"[cost]", NULL},
    {"join_fee = 99", "'join_fee' '99' has no currency: write '99 USD', or give [company] "
                      "currency"},
    {"premium_pct = 0.25",
     "'premium_pct' a percentage needs its sign: write '0.25%', or '25%' if "
     "that was meant"},
    {"premium_pct", "is neither a [section], a 'key = value' line nor a comment"},
    {"[earnings]", "unknown section [earnings]"},
    {"[earn]", NULL},
    {"pct_lost = 60%", NULL},
    {"pct_profit = 50% @S1",
     "'pct_profit' and earn.pct_lost ('60%' on line 27) are parts of one "
     "whole and add up to more than it"},
    {"pct_lost = 61%",
     "'pct_lost' is given on line 27 already: delete one, or give each its own "
     "source (@ID) to record that they differ"},
    {"year = 2019 @S7",
     "source 'S7' is not declared: add [source S7] with its title, or put the "
     "value in quotes"},
    {"sampled = 5 \x01", "has a control character: delete it"},
    {"[source S1]", "source 'S1' has no title: write title = ..."},
    {"kind = friend", "'kind' must be one of court, regulator, company_doc, third_party, self, "
                      "not 'friend'"},
    {"[waive RE09]", "no rule 'RE09' in the pack: did you mean 'RE01'?"},
    {"[rates]", NULL},
    {"EUR = 1.08", "is no rate: write what one unit is worth, such as 'EUR = 1.08 USD'"},
};

static void thirty_mistakes_give_thirty_messages_each_on_its_line(void **state)
{
    struct buf text = BUF_INIT;
    struct parsed p;
    size_t found = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(mistakes); i++)
        buf_printf(&text, "%s\n", mistakes[i].line);
    parse(&p, buf_text(&text));
    for (size_t i = 0; i < COUNT(mistakes); i++) {
        if (!mistakes[i].fault)
            continue;
        bool there = found < p.faults.count;
        ROW_TEXT(mistakes[i].line, there ? p.faults.list[found].message : "",
                 mistakes[i].fault);
        ROW_INT(mistakes[i].line, there ? p.faults.list[found].line : 0, (long long)i + 1);
        found++;
    }
    assert_int_equal(found, 30);
    ROW_INT("faults", (long long)p.faults.count, (long long)found);
    parsed_release(&p);
    buf_release(&text);
    ROWS_END();
}

/* --- the same in other forms --- */

static const char plain[] =
    "[company]\nname = Acme & Sons\njurisdictions = US, GB\ncurrency = EUR\nfounded = 2019-04\n"
    "as_of = 2024-05-02\nsite = https://acme.test/a;b\n"
    "[plan]\npublic = yes @A p.2\nlevels = 3 @A\nlevels = 5 @B\ntype = single_level\n"
    "pay = own_sales, fees\nnotice_days = ~30\nstock_months = refused\nweek_hours = n/a\n"
    "factor = ?\n"
    "[cost]\njoin_fee = 99 USD @B p.9\nrenewal = 10..20\npremium_pct = -5%\n"
    "[earn]\npct_lost = 20..30%\nsampled = 12\n"
    "[rates]\nEUR = 1.10 USD @B\n"
    "[source A]\ntitle = The plan\nkind = company_doc\n[source B]\ntitle = A court\n"
    "[waive RE02]\nreason = agreed in court\nuntil = 2024\n";

/* All that a profile says, but for its hash and its lines and columns. */
static char *meaning(struct parsed *p)
{
    const struct profile *q = &p->profile;
    char *all = arena_printf(&p->arena, "%s|%s|%s|%d|%d\n", p->ok ? "ok" : faults_text(p),
                             q->name, q->currency, (int)q->has_as_of, (int)q->as_of);

    for (size_t i = 0; p->ok && i < p->schema.fact_count; i++) {
        const struct fact *fact = &q->facts[i];
        all = arena_printf(&p->arena, "%s%s=%s", all, p->schema.facts[i].name,
                           fact_text(p, p->schema.facts[i].name));
        for (size_t j = 0; j < fact->count; j++) {
            const struct statement *s = &fact->statements[j];
            all = arena_printf(&p->arena, "%s @%s %s%s", all,
                               s->source == SOURCE_NONE ? "" : q->sources[s->source].id,
                               s->locator, s->value.about ? "~" : "");
        }
        all = arena_printf(&p->arena, "%s\n", all);
    }
    for (size_t i = 0; i < q->waiver_count; i++)
        all = arena_printf(&p->arena, "%s%s: %s (%s)\n", all, q->waivers[i].rule,
                           q->waivers[i].reason, q->waivers[i].lapsed ? "lapsed" : "holds");
    return all;
}

static void check_same(const char *label, const char *text)
{
    struct parsed a, b;

    parse(&a, plain);
    parse(&b, text);
    ROW_TEXT(label, meaning(&b), meaning(&a));
    ROW_INT("another hash", strcmp(a.profile.hash, b.profile.hash) != 0, true);
    parsed_release(&a);
    parsed_release(&b);
}

/* Every line of 'plain' through 'form' (key or [section], rest from the '=' on). */
static void rewrite(struct buf *out, void form(struct buf *, struct text, struct text))
{
    struct text rest = text_of(plain), line;

    while (text_next_part(&rest, '\n', &line)) {
        const char *equals = memchr(line.at, '=', line.len);
        size_t key = line.at[0] != '[' && equals ? (size_t)(equals - line.at) : line.len;
        form(out, (struct text){line.at, key}, (struct text){line.at + key, line.len - key});
    }
}

static void with_comments(struct buf *out, struct text key, struct text rest)
{
    buf_printf(out, "; %.*s = [no] \"\n\n%.*s%.*s ; @A x\n  # more\n\t\n", (int)key.len, key.at,
               (int)key.len, key.at, (int)rest.len, rest.at);
}

static void with_crlf(struct buf *out, struct text key, struct text rest)
{
    buf_printf(out, "%.*s%.*s\r\n", (int)key.len, key.at, (int)rest.len, rest.at);
}

/* Ids of sources keep their case. */
static void with_capitals(struct buf *out, struct text key, struct text rest)
{
    bool capital = true;

    for (size_t i = 0; i < key.len; i++) {
        char c = key.at[i];
        buf_putc(out, c == '_' ? "- "[i % 2] : capital && is_letter(c) ? (char)(c & ~0x20) : c);
        capital = capital && c != ' ';
    }
    buf_printf(out, "%.*s\n", (int)rest.len, rest.at);
}

static void with_wide_blanks(struct buf *out, struct text key, struct text rest)
{
    struct text value = {rest.at + 1, rest.len > 0 ? rest.len - 1 : 0};

    if (rest.len > 0)
        buf_printf(out, "%.*s \t=\t  %.*s \t\n", (int)key.len, key.at, (int)value.len,
                   value.at);
    else
        buf_printf(out, "%.*s  \n", (int)key.len, key.at);
}

static void with_values_below(struct buf *out, struct text key, struct text rest)
{
    struct text value = {rest.at + 1, rest.len > 0 ? rest.len - 1 : 0};

    buf_printf(out, "%.*s", (int)key.len, key.at);
    if (rest.len > 0)
        buf_printf(out, "=\n   %.*s", (int)value.len, value.at);
    buf_putc(out, '\n');
}

static void form_changes_no_fact(void **state)
{
    static const struct {
        const char *label, *start;
        void (*form)(struct buf *, struct text, struct text);
    } rows[] = {
        {"comments", "", with_comments},
        {"CRLF", "", with_crlf},
        {"byte order mark", "\xef\xbb\xbf", with_crlf},
        {"capitals", "", with_capitals},
        {"wide blanks", "", with_wide_blanks},
        {"values below", "", with_values_below},
        {"blank lines", "\n\n\n", with_crlf},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct buf text = BUF_INIT;
        buf_puts(&text, rows[i].start);
        rewrite(&text, rows[i].form);
        check_same(rows[i].label, buf_text(&text));
        buf_release(&text);
    }
    ROWS_END();
}

/* Each line of a section under its own copy of the header, but for sections that may stand
 * once. */
static size_t split_lines(char lines[64][160])
{
    struct text rest = text_of(plain), line, section = {"", 0};
    size_t count = 0;

    while (text_next_part(&rest, '\n', &line)) {
        bool once = section.len > 7 && (section.at[1] == 's' || section.at[1] == 'w');
        if (line.at[0] == '[')
            section = line;
        else if (once && line.at[0] != 't' && strncmp(line.at, "reason", 6) != 0)
            sprintf(strchr(lines[count - 1], '\0'), "%.*s\n", (int)line.len, line.at);
        else
            sprintf(lines[count++], "%.*s\n%.*s\n", (int)section.len, section.at, (int)line.len,
                    line.at);
    }
    return count;
}

static void the_order_of_keys_changes_no_fact(void **state)
{
    static char lines[64][160];
    size_t count = split_lines(lines);
    uint64_t seed = 7;

    (void)state;
    assert_in_range(count, 20, 63);
    for (int round = 0; round < 50; round++) {
        struct buf text = BUF_INIT;
        size_t order[64], conflict[2] = {0, 0}, seen = 0;
        for (size_t i = 0; i < count; i++)
            order[i] = i;
        for (size_t i = count - 1; i > 0; i--) {
            seed = seed * UINT64_C(6364136223846793005) + 1;
            size_t j = (size_t)(seed >> 33) % (i + 1), kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        /* the two sides of a conflict stand in the order of the file */
        for (size_t i = 0; i < count; i++)
            if (strstr(lines[order[i]], "levels"))
                conflict[seen++] = i;
        if (order[conflict[0]] > order[conflict[1]]) {
            size_t kept = order[conflict[0]];
            order[conflict[0]] = order[conflict[1]];
            order[conflict[1]] = kept;
        }
        for (size_t i = 0; i < count; i++)
            buf_puts(&text, lines[order[i]]);
        check_same("shuffled", buf_text(&text));
        buf_release(&text);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(thirty_mistakes_give_thirty_messages_each_on_its_line),
        cmocka_unit_test(form_changes_no_fact),
        cmocka_unit_test(the_order_of_keys_changes_no_fact),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
