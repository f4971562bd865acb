/* SPDX-License-Identifier: MIT
 *
 * plumbline score FILE... --trace ID, plumbline rules profile FILE...
 */
#include "cli/cli.h"
#include "report/sheets/trace_report.h"

struct tracing {
    const struct options *options;
    struct shelf shelf;
    struct report_context context;
    struct text_style style;
    struct buf out;
    struct page page;
    struct json json;
    int code;
};

static void start(struct tracing *t, const struct options *options)
{
    *t = (struct tracing){.options = options, .style = report_style(options), .out = BUF_INIT};
    t->page = (struct page){.out = &t->out, .style = &t->style, .scratch = BUF_INIT};
    t->json.out = &t->out;
}

static int finish(struct tracing *t)
{
    if (t->out.len > 0)
        t->code = exit_stronger(t->code, write_out(t->options, &t->out));
    shelf_close(&t->shelf);
    buf_release(&t->page.scratch);
    buf_release(&t->out);
    return t->code;
}

static bool load(struct tracing *t, const char *file, struct arena *arena,
                 struct profile *profile)
{
    struct profile_options options = profile_options_of(t->options, &t->shelf);
    struct faults faults = {0};
    struct error err = {0};

    if (profile_load(file, t->shelf.schema, &options, arena, profile, &faults, &err))
        return true;
    if (err.message[0])
        say_error(&err);
    say_faults(arena_printable(arena, file), &faults);
    t->code = exit_stronger(t->code, EXIT_PROFILE);
    return false;
}

/* --- one rule or figure --- */

/* One of both, and the book it is of. */
struct target {
    struct rulebook *book;
    const struct rule *rule;
    const struct figure *figure; /* that the rule is of, or NULL */
};

static bool find_target(const struct tracing *t, struct target *target)
{
    const char *id = t->options->trace;

    *target = (struct target){0};
    target->rule = shelf_rule(&t->shelf, text_of(id), &target->book);
    for (size_t b = 0; b < t->shelf.count && !target->rule; b++) {
        const struct pack *pack = rulebook_pack(t->shelf.books[b]);
        for (size_t i = 0; i < pack->figure_count && !target->rule; i++)
            if (text_same(text_of(id), text_of(pack->figures[i].rule.id)))
                *target = (struct target){t->shelf.books[b], &pack->figures[i].rule,
                                          &pack->figures[i]};
    }
    return target->rule != NULL;
}

/* Fills what came of it. */
static void run_target(const struct target *target, const struct profile *profile,
                       struct arena *arena, struct finding *finding, struct trace *trace,
                       struct traced *traced)
{
    const struct pack *pack = rulebook_pack(target->book);
    struct figure_result result = {0};

    traced->findings = finding;
    traced->count = 1;
    if (!target->figure) {
        rulebook_trace_rule(target->book, (size_t)(target->rule - pack->rules), profile, arena,
                            finding, trace);
        return;
    }
    rulebook_trace_figure(target->book, (size_t)(target->figure - pack->figures), profile,
                          arena, &result, trace);
    traced->findings = result.lines;
    traced->count = result.count;
}

static void trace_one(struct tracing *t, const struct target *target, const char *file)
{
    struct arena arena = {0};
    struct profile profile;
    struct finding finding;
    struct trace trace;

    if (load(t, file, &arena, &profile)) {
        struct traced traced = {.context = &t->context,
                                .pack = rulebook_pack(target->book),
                                .profile = &profile,
                                .rule = target->rule,
                                .figure = target->figure,
                                .trace = &trace,
                                .max_steps = rulebook_limits(target->book)->steps_per_rule};
        run_target(target, &profile, &arena, &finding, &trace, &traced);
        if (t->options->format == FORMAT_JSON)
            trace_json(&t->json, &traced);
        else
            trace_text(&t->page, &traced);
    }
    arena_release(&arena);
}

/* The ids of all rules and figures. */
static struct names all_ids(const struct tracing *t, struct arena *arena)
{
    const char **list = NULL;
    struct names ids = {0};

    for (size_t b = 0; b < t->shelf.count; b++) {
        const struct pack *pack = rulebook_pack(t->shelf.books[b]);
        for (size_t i = 0; i < pack_file_count(pack); i++) {
            list = arena_grow(arena, list, ids.count, sizeof *list);
            list[ids.count++] = pack_file(pack, i)->id;
        }
    }
    ids.list = list;
    return ids;
}

static int no_such_target(const struct tracing *t, struct arena *arena)
{
    const char *id = t->options->trace;
    struct names ids = all_ids(t, arena);
    const char *nearest = text_nearest(text_of(id), ids.list, ids.count);
    char meant[TEXT_MEANT_MAX];

    say("'--trace' wants a rule or a figure, and there is none '%s'%s", id,
        text_meant(nearest, ": 'plumbline rules list' has them", meant));
    return EXIT_USAGE;
}

static void trace_all(struct tracing *t, const struct target *target)
{
    bool json = t->options->format == FORMAT_JSON, list = json && t->options->arg_count > 1;

    if (list)
        json_open(&t->json, NULL, '[');
    for (size_t i = 0; i < t->options->arg_count; i++) {
        if (i > 0 && !json)
            buf_putc(&t->out, '\n');
        trace_one(t, target, t->options->args[i]);
    }
    if (list)
        json_close(&t->json, ']');
    if (json && t->out.len > 0)
        buf_putc(&t->out, '\n');
}

int score_traced(const struct options *options)
{
    struct tracing t;
    struct arena arena = {0};
    struct target target;

    start(&t, options);
    if (open_shelf(options, RULEBOOK_LEAN, &t.context, &arena, &t.shelf, &t.code)) {
        if (find_target(&t, &target))
            trace_all(&t, &target);
        else
            t.code = no_such_target(&t, &arena);
    }
    int code = finish(&t);
    arena_release(&arena);
    return code;
}

/* --- all rules --- */

static void add_costs(struct rulebook *book, const struct profile *profile, struct arena *arena,
                      struct rule_cost *costs)
{
    const struct pack *pack = rulebook_pack(book);

    for (size_t i = 0; i < pack->rule_count; i++) {
        struct finding finding;
        struct trace trace;
        if (pack->rules[i].off)
            continue;
        rulebook_trace_rule(book, i, profile, arena, &finding, &trace);
        costs[i].steps += trace.steps;
        costs[i].bytes += trace.bytes;
        if (trace.steps > costs[i].max_steps)
            costs[i].max_steps = trace.steps;
    }
}

static void put_costs(struct tracing *t, struct rulebook *book, struct arena *arena)
{
    const struct pack *pack = rulebook_pack(book);
    struct rule_cost *costs = arena_alloc(arena, pack->rule_count * sizeof *costs);
    size_t companies = 0, count = 0;

    for (size_t i = 0; i < t->options->arg_count; i++) {
        struct arena own = {0};
        struct profile profile;
        if (load(t, t->options->args[i], &own, &profile)) {
            add_costs(book, &profile, &own, costs);
            companies++;
        }
        arena_release(&own);
    }
    if (companies == 0)
        return;
    for (size_t i = 0; i < pack->rule_count; i++) {
        costs[i].rule = &pack->rules[i];
        if (!pack->rules[i].off)
            costs[count++] = costs[i];
    }
    rule_costs_sort(costs, count);
    if (t->options->format == FORMAT_JSON) {
        rule_costs_json(&t->json, pack, &t->context, costs, count, companies);
        buf_putc(&t->out, '\n');
    } else {
        rule_costs_text(&t->page, costs, count, companies,
                        rulebook_limits(book)->steps_per_rule);
    }
}

int cmd_rules_profile(const struct options *options)
{
    struct tracing t;
    struct arena arena = {0};

    if (options->arg_count == 0) {
        say("rules profile needs files: plumbline rules profile profiles/sunleaf.ini");
        return EXIT_USAGE;
    }
    start(&t, options);
    struct rulebook *book = open_pack(options, RULEBOOK_LEAN, &t.context, &arena, &t.code);
    if (book) {
        t.shelf = shelf_of(book);
        if (selection_apply(options, &t.shelf, &arena, &t.context))
            put_costs(&t, book, &arena);
        else
            t.code = EXIT_USAGE;
    }
    int code = finish(&t);
    arena_release(&arena);
    return code;
}
