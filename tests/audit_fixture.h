/* SPDX-License-Identifier: MIT
 *
 * Audits of companies that are made up as they are asked for, some of which do to their worker
 * what no rule could: the linker puts what is here in the place of input_next and company_read
 * (tests/CMakeLists.txt).
 */
#ifndef TESTS_AUDIT_FIXTURE_H
#define TESTS_AUDIT_FIXTURE_H

#include "rows.h"

#include <errno.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "audit/work/audit.h"
#include "audit/work/wire.h"

/* --- companies --- */

/* What happens to a worker that reads company number 'number'. */
struct mishap {
    int64_t number;
    const char *what; /* of mishaps[] */
};

/* What stands in the place of an input. */
struct made_up {
    int64_t count, next;
    const struct mishap *mishaps; /* ends with what == NULL; or NULL */
    size_t text_bytes;            /* of each company at least */
    char name[64];
    struct buf text;
};

static const char *mishap_of(const struct made_up *made, int64_t number)
{
    for (const struct mishap *m = made->mishaps; m && m->what; m++)
        if (m->number == number)
            return m->what;
    return NULL;
}

bool __wrap_input_next(struct input *input, struct company *out);
bool __wrap_input_next(struct input *input, struct company *out)
{
    struct made_up *made = (struct made_up *)(void *)input;
    const char *what = mishap_of(made, made->next);

    if (made->next == made->count)
        return false;
    snprintf(made->name, sizeof made->name, "c%05d%s%s.ini", (int)made->next, what ? "-" : "",
             what ? what : "");
    buf_reset(&made->text);
    buf_printf(&made->text, "[company]\nname = C%d\n[cost]\nfee = %d USD\n[people]\n%s",
               (int)made->next, (int)(made->next * 37 % 1000),
               made->next % 10 == 9 ? "leaves = yes\n" : "leave = yes\n");
    while (made->text.len < made->text_bytes)
        buf_puts(&made->text, "; a remark of some length that makes the file a larger one\n");
    made->next++;
    *out = (struct company){.name = made->name,
                            .form = COMPANY_TEXT,
                            .text = {made->text.at, made->text.len},
                            .line = 1};
    return true;
}

/* --- mishaps: what is sent at once comes before the records of the block, so those that send
 * garbage are tried where blocks have one company each --- */

static void die_by(int number)
{
    signal(number, SIG_DFL); /* the sanitizers' handlers do not end a process by the signal */
    raise(number);
}

static void be_killed(void)
{
    die_by(SIGKILL);
}

static void touch_nothing(void)
{
    die_by(SIGSEGV);
}

static void abort_itself(void)
{
    die_by(SIGABRT);
}

static void want_too_much(void)
{
    struct arena arena = {0};

    arena_alloc(&arena, SIZE_MAX - 100);
}

static void leave(void)
{
    _exit(3);
}

/* To every socket there is: the parent's. */
static void send_to_parent(const void *at, size_t len)
{
    for (int fd = 3; fd < 100; fd++)
        send(fd, at, len, MSG_NOSIGNAL);
}

static void send_garbage(void)
{
    char garbage[5000];

    memset(garbage, 'x', sizeof garbage);
    send_to_parent(garbage, sizeof garbage);
}

static void send_a_frame_of_garbage(void)
{
    struct {
        struct frame frame;
        char bytes[16];
    } sent = {{FRAME_MARK, 16, 0}, "no record at all"};

    for (int64_t number = 0; number < 400; number++) { /* it does not know its own */
        sent.frame.number = number;
        send_to_parent(&sent, sizeof sent);
    }
}

static void send_half_a_frame(void)
{
    struct frame frame = {FRAME_MARK, 1000, 0};

    send_to_parent(&frame, sizeof frame);
    leave();
}

static void turn_deaf(void)
{
    for (int fd = 3; fd < 100; fd++)
        close(fd);
    for (;;)
        pause();
}

static const struct {
    const char *what;
    void (*happen)(void);
    const char *how;   /* what the record says of it */
    int64_t places[4]; /* companies that it is tried with; -1 ends them */
} mishaps[] = {
    {"killed", be_killed, "was ended by SIGKILL", {0, 140, 141, 299}},
    {"segv", touch_nothing, "was ended by SIGSEGV", {0, 140, 141, 299}},
    {"abort", abort_itself, "was ended by SIGABRT", {0, 140, 141, 299}},
    {"memory", want_too_much, "ran out of memory", {0, 140, 141, 299}},
    {"leaves", leave, "ended by itself with code 3", {0, 140, 141, 299}},
    {"garbage", send_garbage, "went astray", {0, 2, 3, -1}},
    {"frames", send_a_frame_of_garbage, "went astray", {0, 2, 3, -1}},
    {"half", send_half_a_frame, "ended by itself with code 3", {0, 140, 141, 299}},
    {"deaf", turn_deaf, "went astray", {140, -1}},
};

bool __real_company_read(const struct company *company, const struct schema *schema,
                         const struct profile_options *options, struct arena *arena,
                         struct profile *out, struct faults *faults, struct error *err);
bool __wrap_company_read(const struct company *company, const struct schema *schema,
                         const struct profile_options *options, struct arena *arena,
                         struct profile *out, struct faults *faults, struct error *err);
bool __wrap_company_read(const struct company *company, const struct schema *schema,
                         const struct profile_options *options, struct arena *arena,
                         struct profile *out, struct faults *faults, struct error *err)
{
    const char *word = strchr(company->name, '-');

    for (size_t i = 0; word && i < COUNT(mishaps); i++)
        if (strncmp(word + 1, mishaps[i].what, strlen(mishaps[i].what)) == 0)
            mishaps[i].happen();
    return __real_company_read(company, schema, options, arena, out, faults, err);
}

/* --- audits --- */

/* One audit: what is to happen, and what came of it. */
struct trial {
    struct made_up made;
    struct audit_options options;
    int64_t fail_at; /* the taker fails at this record; -1: never */
    int64_t stop_at; /* and sets 'stop' after this one; -1: never */
    volatile sig_atomic_t stop;
    struct buf got;   /* "KIND NUMBER NAME" and the drawn line of each record */
    struct buf lines; /* the drawn lines alone */
    struct buf lost;  /* what else is drawn of lost companies */
    struct audit_progress progress;
    struct error err;
};

static struct shelf tiny; /* the pack that the audits are by */

static int open_tiny(void **state)
{
    static struct arena arena;
    static const char *const dir = SOURCE_DIR "/tests/cli/pack-tiny/pack";
    struct shelf_options options = {.dirs = &dir, .count = 1};
    struct error err;

    (void)state;
    return shelf_open(&options, &arena, &tiny, &err) ? 0 : -1;
}

static int close_tiny(void **state)
{
    (void)state;
    shelf_close(&tiny);
    return 0;
}

static bool trial_take(void *context, const struct record *r, struct error *err)
{
    static const char *const kinds[] = {"assessed", "unreadable", "lost"};
    struct trial *t = context;

    if (r->number == t->fail_at)
        return error_set(err, ERROR_OUTPUT, NULL, 0, "the disk is full");
    buf_printf(&t->got, "%s %d %s%s\n", kinds[r->kind], (int)r->number, r->name,
               r->reused ? " reused" : "");
    buf_put(&t->got, r->drawn[DRAWN_JSONL].at, r->drawn[DRAWN_JSONL].len);
    buf_put(&t->lines, r->drawn[DRAWN_JSONL].at, r->drawn[DRAWN_JSONL].len);
    for (int i = DRAWN_SARIF; r->kind == RECORD_LOST && i <= DRAWN_GITHUB; i++)
        buf_put(&t->lost, r->drawn[i].at, r->drawn[i].len);
    if (r->number == t->stop_at)
        t->stop = 1;
    return true;
}

static struct trial trial_of(int64_t companies)
{
    return (struct trial){.made = {.count = companies, .text = BUF_INIT},
                          .fail_at = -1,
                          .stop_at = -1,
                          .got = BUF_INIT,
                          .lines = BUF_INIT,
                          .lost = BUF_INIT,
                          .progress.total = -1};
}

static enum audit_end trial_run(struct trial *t, int workers)
{
    static const struct conditions none;
    struct profile_options profiles = {.rules = tiny.rule_ids, .rule_count = tiny.rule_count};
    struct taker taker = {trial_take, t};
    struct audit_options o = t->options;

    o.shelf = &tiny;
    o.profiles = &profiles;
    o.conditions = &none;
    if (o.detail == DETAIL_SUMMARY)
        o.detail = DETAIL_FINDINGS;
    o.drawn[DRAWN_JSONL] = true;
    o.workers = workers;
    o.takers = &taker;
    o.taker_count = 1;
    o.stop = &t->stop;
    return audit_run(&o, (struct input *)(void *)&t->made, &t->progress, &t->err);
}

static void trial_release(struct trial *t)
{
    buf_release(&t->made.text);
    buf_release(&t->got);
    buf_release(&t->lines);
    buf_release(&t->lost);
}

/* No child is left, alive or dead. */
static void assert_no_child(void)
{
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

#endif
