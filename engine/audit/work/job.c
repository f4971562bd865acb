/* SPDX-License-Identifier: MIT */
#include <limits.h>

#include "audit/work/job.h"

static void put_columns(struct job_writer *writer, const struct company *company)
{
    struct buf *out = writer->out;
    struct text own = {buf_text(out) + writer->columns_at, writer->columns_len};
    bool known = company->form != COMPANY_ROW || text_equal(company->columns, own);

    wire_put_whole(out, known);
    if (known)
        return;
    wire_put_text(out, company->columns);
    writer->columns_len = company->columns.len;
    writer->columns_at = out->len - 1 - company->columns.len;
}

void job_put(struct job_writer *writer, const struct job *job)
{
    const struct company *c = &job->company;
    struct buf *out = writer->out;

    wire_put_text(out, text_of(c->name));
    wire_put_whole(out, (int64_t)c->form);
    wire_put_text(out, text_of(c->path ? c->path : ""));
    wire_put_text(out, c->text);
    put_columns(writer, c);
    wire_put_whole(out, c->line);
    wire_put_text(out, job->earlier);
    wire_put_text(out, job->lost);
}

bool job_get(struct job_reader *reader, struct job *out)
{
    struct wire *w = &reader->wire;
    struct company *c = &out->company;

    if (w->rest.len == 0 || w->broken)
        return false;
    c->name = wire_string(w);
    c->form = (enum company_form)wire_whole(w, 0, COMPANY_FAULT);
    c->path = wire_string(w);
    c->text = wire_text(w);
    if (wire_whole(w, 0, 1) == 0)
        reader->columns = wire_text(w);
    c->columns = c->form == COMPANY_ROW ? reader->columns : text_of("");
    c->known = NULL;
    c->line = (int)wire_whole(w, 0, INT_MAX);
    out->earlier = wire_text(w);
    out->lost = wire_text(w);
    if (c->form != COMPANY_FILE)
        c->path = NULL;
    return !w->broken;
}
