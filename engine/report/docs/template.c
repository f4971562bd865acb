/* SPDX-License-Identifier: MIT
 *
 * The vocabulary as a profile to fill in.
 */
#include <string.h>

#include "report/docs/explain.h"

static void put_comment(struct page *page, const char *label, const char *text)
{
    struct buf wrapped = BUF_INIT;
    struct page inner = {.out = &wrapped, .style = page->style, .scratch = BUF_INIT};

    buf_puts(&wrapped, label);
    page_wrap(&inner, utf8_columns(label), 2, text);
    for (const char *at = buf_text(&wrapped); *at;) {
        size_t len = strcspn(at, "\n");
        buf_printf(page->out, "; %.*s\n", (int)len, at);
        at += len + (at[len] == '\n');
    }
    buf_release(&wrapped);
}

void explain_template(struct page *page, const struct pack *pack)
{
    const struct schema *schema = &pack->schema;

    buf_puts(
        page->out,
        "; A profile of one company for plumbline. Fill in what you know; leave the rest.\n"
        "; A value may also be: unknown (or ?), refused (you asked), n/a, a range 20..30%,\n"
        "; or about, ~120 USD. Say where it stands: = 99 USD @S1 p.4, with [source S1].\n"
        "; Four facts are enough to begin: [cost] join_fee and monthly_min_purchase, "
        "[recruit]\n"
        "; pays_for_enrollment, [plan] levels_paid.\n");
    for (size_t s = 0; s < schema->section_count; s++) {
        buf_printf(page->out, "\n[%s]\n", schema->sections[s].name);
        put_comment(page, "", schema->sections[s].title);
        for (size_t i = 0; i < schema->fact_count; i++) {
            const struct fact_def *def = &schema->facts[i];
            if (strcmp(def->section, schema->sections[s].name) != 0)
                continue;
            buf_putc(page->out, '\n');
            put_comment(page, "", def->meaning);
            value_describe_type(&page->scratch, def);
            put_comment(page, "value: ", buf_text(&page->scratch));
            buf_reset(&page->scratch);
            put_comment(page, "find it: ", def->find);
            buf_printf(page->out, "%s = unknown\n", def->key);
        }
    }
    buf_puts(page->out,
             "\n; [source S1]\n; title = Compensation plan\n"
             "; url = https://example.org/plan.pdf\n; seen = 2024-04-30\n"
             "; kind = company_doc\n"
             "\n; [rates]  ; for amounts in another currency, and for limits in USD\n"
             "; EUR = 1.08 USD @S1\n");
}
