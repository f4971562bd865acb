/* SPDX-License-Identifier: MIT
 *
 * The first lines of a report and of a list: how the run was made.
 */
#include "report/sentences.h"
#include "report/text/text_findings.h"

static void put_changes(struct page *page, const struct pack *pack,
                        const struct report_context *context)
{
    sentence_changes(&page->scratch, pack, context);
    if (page->scratch.len > 0)
        page_wrap_scratch(page, 0, 0);
}

/* Starts a sentence with the program and the pack. */
static void put_stamp(struct page *page, const struct pack *pack,
                      const struct report_context *context)
{
    buf_printf(&page->scratch, "plumbline %s, pack %s %s #%.10s", context->version, pack->name,
               pack->version, pack->hash);
}

static void end_stamp(struct page *page, const struct pack *pack,
                      const struct report_context *context)
{
    page_wrap_scratch(page, 0, 0);
    if (pack->part_count > 1) {
        buf_printf(page->out, "%s, ", pack->name);
        decimal_put(page->out, pack_points(pack, SCORE_COMPANY) * DECIMAL_ONE, true);
        buf_puts(page->out, " points\n");
    }
    put_changes(page, pack, context);
}

void text_run_head(struct page *page, const struct pack *pack,
                   const struct report_context *context)
{
    put_stamp(page, pack, context);
    end_stamp(page, pack, context);
}

void text_head(struct page *page, const struct assessment *a,
               const struct report_context *context)
{
    put_stamp(page, a->pack, context);
    buf_printf(&page->scratch, ", %s", a->profile->file);
    if (a->profile->has_as_of) {
        buf_puts(&page->scratch, " as of ");
        date_put(&page->scratch, a->profile->as_of);
    }
    end_stamp(page, a->pack, context);
    page_rule(page, GLYPH_RULE);
    page_tone(page, TONE_HEAD, a->profile->name);
    buf_putc(page->out, '\n');
    page_rule(page, GLYPH_RULE);
}

void text_list_head(struct buf *out, const struct pack *pack, const struct report_context *c)
{
    struct text_style style = {.width = TEXT_WIDTH};
    struct page page = {.out = out, .style = &style, .scratch = BUF_INIT};

    buf_printf(out, "plumbline %s   pack %s %s #%.10s\n", c->version, pack->name, pack->version,
               pack->hash);
    put_changes(&page, pack, c);
    buf_release(&page.scratch);
    buf_puts(out, "score  range   known  verdict (worst ... best)         company\n");
}
