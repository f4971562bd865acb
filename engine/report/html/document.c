/* SPDX-License-Identifier: MIT */
#include "report/html/document.h"
#include "report/html/markup.h"
#include "report/html/page.h"

void html_document_init(struct html_document *d, const struct report_context *context,
                        const struct pack *const *packs, size_t pack_count, bool alone)
{
    *d = (struct html_document){.context = context,
                                .packs = packs,
                                .pack_count = pack_count,
                                .alone = alone,
                                .title = BUF_INIT,
                                .contents = BUF_INIT,
                                .sections = BUF_INIT};
}

/* The prefix of the ids of the next section. */
static const char *next_prefix(struct html_document *d, struct buf *prefix)
{
    d->count++;
    if (!d->alone)
        buf_printf(prefix, "c%zu-", d->count);
    return buf_text(prefix);
}

static void put_entry(struct html_document *d, const char *prefix, const char *says)
{
    html_put(&d->contents, "<li><a href=\"#%scompany\">%s</a></li>\n", prefix, says);
}

void html_document_company(struct html_document *d, const struct assessment *a,
                           struct arena *arena)
{
    struct buf prefix = BUF_INIT, says = BUF_INIT;
    struct html_company company = {.assessment = a,
                                   .context = d->context,
                                   .arena = arena,
                                   .prefix = next_prefix(d, &prefix),
                                   .level = d->alone ? 1 : 2,
                                   .alone = d->alone};

    html_put_conclusion(&says, a);
    buf_reset(&d->title);
    buf_puts(&d->title, buf_text(&says));
    if (!d->alone)
        buf_printf(&says, " (pack %s)", a->pack->name);
    put_entry(d, company.prefix, buf_text(&says));
    html_put_company(&d->sections, &company);
    buf_release(&says);
    buf_release(&prefix);
}

void html_document_unreadable(struct html_document *d, const char *name,
                              const struct faults *faults, const struct error *err)
{
    struct buf prefix = BUF_INIT, says = BUF_INIT;
    struct html_unreadable unreadable = {name, faults, err, next_prefix(d, &prefix),
                                         d->alone ? 1 : 2};

    buf_printf(&says, "%s: could not be read", name);
    buf_reset(&d->title);
    buf_puts(&d->title, buf_text(&says));
    put_entry(d, unreadable.prefix, buf_text(&says));
    html_put_unreadable(&d->sections, &unreadable);
    buf_release(&says);
    buf_release(&prefix);
}

void html_document_put(struct buf *out, const struct html_document *d)
{
    struct buf title = BUF_INIT;

    if (d->alone)
        buf_puts(&title, buf_text(&d->title));
    else
        buf_printf(&title, "%zu results side by side", d->count);
    html_page_open(out, buf_text(&title));
    if (!d->alone) {
        html_put(out, "<h1>%s</h1>\n<nav class=\"contents\" aria-label=\"Companies\">\n<ol>\n",
                 buf_text(&title));
        buf_put(out, buf_text(&d->contents), d->contents.len);
        buf_puts(out, "<li><a href=\"#method\">Method and limits</a></li>\n</ol>\n</nav>\n");
    }
    buf_put(out, buf_text(&d->sections), d->sections.len);
    if (!d->alone) {
        buf_puts(out, "<section class=\"part\" id=\"method\">\n<h2>Method and limits</h2>\n");
        html_put_method(out, d->packs, d->pack_count, 3);
        buf_puts(out, "</section>\n");
    }
    html_page_close(out, report_disclaimer);
    buf_release(&title);
}

void html_document_release(struct html_document *d)
{
    buf_release(&d->title);
    buf_release(&d->contents);
    buf_release(&d->sections);
}
