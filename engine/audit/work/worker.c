/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "audit/outputs/page.h"
#include "audit/work/job.h"
#include "audit/work/worker.h"
#include "insight/assess.h"

enum { SEND_BYTES = 64 * 1024 };

struct worker {
    const struct audit_options *options;
    int fd;
    struct worker_slot *slot;
    struct buf in, out;                /* the block; frames that were not sent yet */
    struct arena arena;                /* of one company */
    struct buf drawn[DRAWN_COUNT];     /* of one company */
    struct buf notes;                  /* of one company */
    struct company_columns columns;    /* of the table at hand */
    struct arena kept;                 /* of all companies */
    const struct json_pieces **pieces; /* one a pack; NULL where few would be used */
};

/* --- the socket --- */

/* Some of what came, at most 'len' bytes; 0 where nothing comes any more. */
static size_t receive_some(int fd, char *at, size_t len)
{
    ssize_t got;

    do
        got = recv(fd, at, len, 0);
    while (got < 0 && errno == EINTR);
    return got > 0 ? (size_t)got : 0;
}

/* Appends 'len' bytes to 'in'. */
static bool receive(int fd, struct buf *in, size_t len)
{
    char *at = buf_room(in, len);

    while (at && len > 0) {
        size_t got = receive_some(fd, at, len);
        if (got == 0)
            return false;
        buf_end(in, at += got);
        len -= got;
    }
    return at != NULL;
}

/* Leaves the block in 'in', without its head. */
static bool receive_block(struct worker *w, struct frame *frame)
{
    buf_reset(&w->in);
    if (!receive(w->fd, &w->in, sizeof *frame) || !wire_frame(w->in.at, frame))
        return false;
    buf_reset(&w->in);
    return receive(w->fd, &w->in, frame->len);
}

static bool send_out(struct worker *w)
{
    for (size_t sent = 0; sent < w->out.len;) {
        ssize_t n = send(w->fd, w->out.at + sent, w->out.len - sent, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        sent += (size_t)n;
    }
    buf_reset(&w->out);
    return true;
}

/* --- one company --- */

const struct part_format *const drawing_formats[DRAWN_COUNT] = {[DRAWN_SARIF] = &format_sarif,
                                                                [DRAWN_JUNIT] = &format_junit,
                                                                [DRAWN_TAP] = &format_tap,
                                                                [DRAWN_GITHUB] =
                                                                    &format_github};

/* What the baseline says of it, or NULL where there is none. That it cannot be read any more
 * must not pass for news. */
static const struct format_earlier *earlier_of(struct worker *w, const char *name,
                                               const struct pack *pack)
{
    struct error err;

    if (!w->options->baseline)
        return NULL;
    struct format_earlier *earlier = arena_alloc(&w->arena, sizeof *earlier);
    if (baseline_find(w->options->baseline, name, pack, &w->arena, earlier, &err))
        return earlier;
    buf_printf(&w->notes, "%s:%d: %s\n", err.where, err.line, err.message);
    return NULL;
}

/* The part in all forms that are made of them. */
static void draw_part(struct worker *w, struct format_part *part)
{
    const struct pack *pack = part->assessment ? part->assessment->pack : NULL;
    struct buf text = BUF_INIT;

    for (size_t i = 0; i < DRAWN_COUNT; i++) {
        const struct part_format *format = drawing_formats[i];
        if (!format || !w->options->drawn[i])
            continue;
        if (format->compares)
            part->earlier = earlier_of(w, part->name, pack);
        format->part(&text, w->options->run, part);
        format_join(format, &w->drawn[i], w->drawn[i].len > 0,
                    (struct text){buf_text(&text), text.len});
        buf_reset(&text);
    }
    buf_release(&text);
}

static void draw(struct worker *w, const struct record *r, size_t pack,
                 const struct assessment *a)
{
    const char *name = r->name;
    const struct audit_options *o = w->options;

    if (o->drawn[DRAWN_JSONL])
        json_company_line(&w->drawn[DRAWN_JSONL], name, a, o->detail, w->pieces[pack],
                          &w->arena);
    if (o->drawn[DRAWN_CSV])
        csv_put_company(&w->drawn[DRAWN_CSV], o->sheet, name, a);
    if (o->drawn[DRAWN_CSV_FINDINGS])
        csv_put_findings(&w->drawn[DRAWN_CSV_FINDINGS], o->sheet, name, a);
    if (o->drawn[DRAWN_CSV_FACTS] && pack == 0) /* all packs share the facts */
        csv_put_facts(&w->drawn[DRAWN_CSV_FACTS], o->sheet, name, a);
    if (o->drawn[DRAWN_HTML])
        audit_page_drawing(&w->drawn[DRAWN_HTML], a, r->number, pack, o->run->context,
                           &w->arena);
    draw_part(w, &(struct format_part){.name = name, .assessment = a});
}

/* What there is to draw where there is no assessment. */
static void draw_error(struct worker *w, const struct record *r, const struct faults *faults,
                       const struct error *err)
{
    const struct audit_options *o = w->options;

    if (o->drawn[DRAWN_JSONL])
        json_error_line(&w->drawn[DRAWN_JSONL], r->name, faults, err);
    if (o->drawn[DRAWN_HTML])
        audit_page_drawing_unread(&w->drawn[DRAWN_HTML], r, faults, err);
    if (o->drawn[DRAWN_CSV] && r->kind == RECORD_LOST)
        csv_put_lost(&w->drawn[DRAWN_CSV], o->sheet, r->name, err);
    else if (o->drawn[DRAWN_CSV])
        csv_put_unreadable(&w->drawn[DRAWN_CSV], o->sheet, r->name, faults, err);
    draw_part(w, &(struct format_part){.name = r->name, .faults = faults, .err = err});
}

/* What every rule came to. */
static const struct rule_result *rules_of(struct worker *w, const struct assessment *a)
{
    size_t count = a->pack->rule_count;
    struct rule_result *rules = arena_room(&w->arena, count * sizeof *rules);

    for (size_t i = 0; i < count; i++) {
        const struct finding *f = &a->findings[i];
        rules[i] = (struct rule_result){f->outcome, f->span, finding_is_waived(f),
                                        finding_severity(f), finding_tally(f)};
    }
    return rules;
}

static struct pack_result result_of(struct worker *w, const struct assessment *a)
{
    struct pack_result r = {.score = a->score,
                            .verdict = a->verdict,
                            .has_fit = a->has_fit,
                            .fit = a->fit,
                            .waived = a->waived};

    for (size_t i = 0; i < a->pack->rule_count; i++)
        r.broken += a->findings[i].outcome == OUTCOME_ERROR;
    if (w->options->rules_wanted) {
        r.rules = rules_of(w, a);
        r.rule_count = a->pack->rule_count;
    }
    return r;
}

static void assess_by_all(struct worker *w, const struct profile *profile, struct record *r)
{
    const struct audit_options *o = w->options;

    r->pack_count = o->shelf->count;
    r->packs = arena_alloc(&w->arena, r->pack_count * sizeof *r->packs);
    for (size_t i = 0; i < r->pack_count; i++) {
        struct assessment a;
        (o->figures_wanted ? assess : assess_score)(o->shelf->books[i], profile, &w->arena, &a);
        draw(w, r, i, &a);
        r->packs[i] = result_of(w, &a);
        if (!o->quiet)
            conditions_note_broken(&a, &w->notes);
        r->condition_met |= conditions_are_met(o->conditions, &a, o->quiet ? NULL : &w->notes);
    }
}

/* Cuts the next line with its end off the front. */
static struct text next_line(struct text *rest)
{
    const char *end = rest->len > 0 ? memchr(rest->at, '\n', rest->len) : NULL;
    struct text line = {rest->at, end ? (size_t)(end + 1 - rest->at) : 0};

    rest->at += line.len;
    rest->len -= line.len;
    return line;
}

/* Whether the lines are what would be drawn: one a pack, of this profile and this day. A rule
 * that broke is to be said again, so that is no line to take. */
static bool is_still_true(struct worker *w, struct text lines, const struct profile *profile,
                          const char *name)
{
    const struct audit_options *o = w->options;
    struct buf start = BUF_INIT;
    bool same = lines.len > 0;

    for (size_t i = 0; i < o->shelf->count && same; i++) {
        struct text line = next_line(&lines);
        buf_reset(&start);
        json_company_start(&start, name, rulebook_pack(o->shelf->books[i]), profile, o->detail);
        same = line.len > start.len && memcmp(line.at, start.at, start.len) == 0 &&
               !strstr(line.at + start.len, "\"outcome\":\"error\"");
    }
    buf_release(&start);
    return same && lines.len == 0;
}

static void put_assessed(struct worker *w, const struct profile *profile, const struct job *job,
                         struct record *r)
{
    r->kind = RECORD_ASSESSED;
    r->company = profile->name;
    memcpy(r->profile_hash, profile->hash, sizeof r->profile_hash);
    if (!w->options->quiet)
        conditions_note_lapsed(profile, &w->notes);
    r->reused = is_still_true(w, job->earlier, profile, r->name);
    if (r->reused)
        buf_put(&w->drawn[DRAWN_JSONL], job->earlier.at, job->earlier.len);
    else
        assess_by_all(w, profile, r);
}

static void put_unreadable(struct worker *w, const struct company *company,
                           const struct faults *faults, const struct error *err,
                           struct record *r)
{
    struct text place = company_place(company); /* the line follows */
    const char *where = arena_copy(&w->arena, place.at, place.len);

    draw_error(w, r, faults, err);
    r->errors = faults->count + faults->more + (err->message[0] != '\0');
    if (err->message[0] && err->line > 0)
        buf_printf(&w->notes, "%s:%d: %s\n", where, err->line, err->message);
    else if (err->message[0])
        buf_printf(&w->notes, "%s: %s\n", r->name, err->message);
    conditions_note_faults(where, faults, &w->notes);
}

/* No worker lives through it: only that is said. */
static void put_lost(struct worker *w, const struct job *job, struct record *r)
{
    const struct faults none = {0};
    struct error err;

    error_set(&err, ERROR_PROFILE, NULL, 0, "%.*s", (int)job->lost.len, job->lost.at);
    r->kind = RECORD_LOST;
    put_unreadable(w, &job->company, &none, &err, r);
}

static void work_on(struct worker *w, const struct job *job, struct record *r)
{
    struct profile profile;
    struct faults faults = {0};
    struct error err = {0};

    if (job->lost.len > 0)
        put_lost(w, job, r);
    else if (company_read(&job->company, w->options->shelf->schema, w->options->profiles,
                          &w->arena, &profile, &faults, &err))
        put_assessed(w, &profile, job, r);
    else
        put_unreadable(w, &job->company, &faults, &err, r);
}

static void put_record(struct worker *w, const struct job *job, int64_t number)
{
    struct record r = {
        .kind = RECORD_UNREADABLE, .number = number, .name = job->company.name, .company = ""};

    arena_reset(&w->arena);
    buf_reset(&w->notes);
    for (size_t i = 0; i < DRAWN_COUNT; i++)
        buf_reset(&w->drawn[i]);
    work_on(w, job, &r);
    for (size_t i = 0; i < DRAWN_COUNT; i++)
        r.drawn[i] = (struct text){buf_text(&w->drawn[i]), w->drawn[i].len};
    r.notes = (struct text){buf_text(&w->notes), w->notes.len};
    size_t at = wire_open_frame(&w->out);
    record_put(&w->out, &r);
    wire_close_frame(&w->out, at, number);
}

/* --- all of them --- */

static bool work_on_block(struct worker *w, const struct frame *frame)
{
    struct job_reader reader = {.wire.rest = {w->in.at, w->in.len}, .columns = text_of("")};
    struct job job;

    for (int64_t number = frame->number; job_get(&reader, &job); number++) {
        job.company.known = &w->columns;
        atomic_store(&w->slot->company, number);
        put_record(w, &job, number);
        atomic_store(&w->slot->company, -1);
        if (w->out.len >= SEND_BYTES && !send_out(w))
            return false;
    }
    return send_out(w);
}

static void prepare_pieces(struct worker *w)
{
    const struct shelf *shelf = w->options->shelf;

    w->pieces = arena_alloc(&w->kept, shelf->count * sizeof *w->pieces);
    bool wanted = w->options->drawn[DRAWN_JSONL] && w->options->detail == DETAIL_FULL;
    for (size_t i = 0; wanted && i < shelf->count; i++)
        w->pieces[i] = json_pieces(rulebook_pack(shelf->books[i]), &w->kept);
}

static void release(struct worker *w)
{
    arena_release(&w->arena);
    company_columns_release(&w->columns);
    arena_release(&w->kept);
    buf_release(&w->in);
    buf_release(&w->out);
    buf_release(&w->notes);
    for (size_t i = 0; i < DRAWN_COUNT; i++)
        buf_release(&w->drawn[i]);
}

void worker_run(const struct audit_options *options, int fd, struct worker_slot *slot)
{
    struct worker w = {.options = options,
                       .fd = fd,
                       .slot = slot,
                       .in = BUF_INIT,
                       .out = BUF_INIT,
                       .notes = BUF_INIT};
    struct frame frame;

    for (size_t i = 0; i < DRAWN_COUNT; i++)
        w.drawn[i] = (struct buf)BUF_INIT;
    prepare_pieces(&w);
    while (receive_block(&w, &frame) && work_on_block(&w, &frame))
        continue;
    release(&w);
}
