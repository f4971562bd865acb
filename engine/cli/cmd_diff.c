/* SPDX-License-Identifier: MIT
 *
 * plumbline diff OLD NEW
 */
#include "audit/results/diff_pairs.h"
#include "audit/results/diff_report.h"
#include "cli/cli.h"

struct comparison {
    const struct options *options;
    struct result *old, *new;
    struct diff_pairs *pairs;
    struct diff_counts counts;
    struct buf out;
    struct json json;
};

static void put_head(struct comparison *c)
{
    struct arena arena = {0};
    struct diff_head head = {.version = PLUMBLINE_VERSION,
                             .old_file = arena_printable(&arena, c->options->args[0]),
                             .new_file = arena_printable(&arena, c->options->args[1]),
                             .old = result_stamp(c->old),
                             .new = result_stamp(c->new),
                             .ranked = diff_pairs_are_ranked(c->pairs)};

    if (c->options->format == FORMAT_JSON)
        diff_json_head(&c->json, &head);
    else
        diff_text_head(&c->out, &head);
    arena_release(&arena);
}

static void put_company(struct comparison *c, const struct diff_company *company)
{
    c->counts.by_status[company->status]++;
    c->counts.moved += company->old_rank != company->new_rank;
    if (c->options->format == FORMAT_JSON)
        diff_json_company(&c->json, company);
    else
        diff_text_company(&c->out, company);
}

static void put_tail(struct comparison *c)
{
    if (c->options->format == FORMAT_JSON)
        diff_json_tail(&c->json, &c->counts);
    else
        diff_text_tail(&c->out, &c->counts);
}

static bool put_all(struct comparison *c, struct error *err)
{
    struct arena arena = {0};
    struct diff_company company;
    enum diff_got got;

    put_head(c);
    while ((got = diff_pairs_next(c->pairs, &arena, &company, err)) == DIFF_COMPANY) {
        put_company(c, &company);
        arena_reset(&arena);
    }
    put_tail(c);
    arena_release(&arena);
    return got == DIFF_END;
}

static bool any_difference(const struct diff_counts *counts)
{
    for (int i = 0; i < DIFF_STATUS_COUNT; i++)
        if (i != DIFF_SAME && counts->by_status[i] > 0)
            return true;
    return false;
}

/* Both results open and compared, into c->out. */
static bool compare(struct comparison *c, struct error *err)
{
    c->old = result_open(c->options->args[0], err);
    c->new = c->old ? result_open(c->options->args[1], err) : NULL;
    c->pairs = c->new ? diff_pairs_open(c->old, c->new, err) : NULL;
    return c->pairs && put_all(c, err);
}

int cmd_diff(const struct options *options)
{
    struct comparison c = {.options = options, .out = BUF_INIT};
    struct error err = {0};
    int code = EXIT_PROFILE;

    if (options->arg_count != 2) {
        say("diff needs two results: plumbline diff march.jsonl may.jsonl");
        return EXIT_USAGE;
    }
    if (!files_are_apart(options))
        return EXIT_USAGE;
    c.json.out = &c.out;
    if (!compare(&c, &err)) {
        say_error(&err);
    } else {
        code = options->exit_code && any_difference(&c.counts) ? EXIT_CONDITION : EXIT_DONE;
        code = exit_stronger(code, write_out(options, &c.out));
    }
    diff_pairs_close(c.pairs);
    result_close(c.old);
    result_close(c.new);
    buf_release(&c.out);
    return code;
}
