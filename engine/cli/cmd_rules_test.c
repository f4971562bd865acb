/* SPDX-License-Identifier: MIT
 *
 * plumbline rules test [PACK|RULE]...
 */
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/cli.h"
#include "cli/watch.h"
#include "report/rules/rule_tests.h"

/* The arguments, told apart. */
struct request {
    struct options options; /* with the packs that arguments name */
    const char **rules;     /* ids, or paths of rule files */
    size_t rule_count;
};

static bool is_pack(const char *path, struct arena *arena)
{
    return access(arena_printf(arena, "%s/pack.lua", path), F_OK) == 0;
}

static bool names_file(const char *word)
{
    size_t len = strlen(word);

    return len > 4 && strcmp(word + len - 4, ".lua") == 0;
}

static bool add_pack(struct request *r, const char *dir)
{
    for (size_t i = 0; i < r->options.pack_count; i++)
        if (file_is_same(r->options.packs[i], dir))
            return true;
    if (r->options.pack_count == COUNT(r->options.packs)) {
        say("more than %zu packs are named", COUNT(r->options.packs));
        return false;
    }
    r->options.packs[r->options.pack_count++] = dir;
    return true;
}

/* The folder that a path is in, as short as it can be told from the path alone. */
static const char *folder_of(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/'), *name = path_last(path);

    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || !*name)
        return arena_printf(arena, "%s/..", path);
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

/* The pack that a file stands in: THEME/ID_name.lua of a rule, figures/GROUP/ID_name.lua. */
static bool add_pack_of(struct request *r, const char *file, struct arena *arena)
{
    const char *pack = folder_of(folder_of(file, arena), arena);
    const char *of_figure = folder_of(pack, arena);

    if (is_pack(pack, arena))
        return add_pack(r, pack);
    if (is_pack(of_figure, arena))
        return add_pack(r, of_figure);
    say("%s is in no pack: there is no %s/pack.lua", arena_printable(arena, file), pack);
    return false;
}

static bool read_request(struct request *r, const struct options *options, struct arena *arena)
{
    *r = (struct request){.options = *options};
    r->rules = arena_alloc(arena, options->arg_count * sizeof *r->rules);
    for (size_t i = 0; i < options->arg_count; i++) {
        const char *word = options->args[i];
        bool file = names_file(word);
        if (!file && is_pack(word, arena)) {
            if (!add_pack(r, word))
                return false;
            continue;
        }
        if (!file && strchr(word, '/')) {
            say("%s is no pack: there is no pack.lua in it", arena_printable(arena, word));
            return false;
        }
        if (file && !add_pack_of(r, word, arena))
            return false;
        r->rules[r->rule_count++] = word;
    }
    return true;
}

/* --- which rules and figures --- */

/* What is to be tested, in the order of the shelf's packs. */
struct wanted {
    bool *rules, *figures;
};

static bool is_meant(const struct pack *pack, const struct rule *rule, const char *word,
                     struct arena *arena)
{
    return names_file(word) ? file_is_same(word, pack_rule_path(pack, rule, arena))
                            : text_same(text_of(word), text_of(rule->id));
}

/* Marks what a word names; false where it names none. */
static bool mark(const struct shelf *shelf, const char *word, const struct wanted *wanted,
                 struct arena *arena)
{
    bool found = false;
    size_t rule = 0, figure = 0;

    for (size_t b = 0; b < shelf->count; b++) {
        const struct pack *pack = rulebook_pack(shelf->books[b]);
        for (size_t r = 0; r < pack->rule_count; r++, rule++)
            if (is_meant(pack, &pack->rules[r], word, arena))
                found = wanted->rules[rule] = true;
        for (size_t f = 0; f < pack->figure_count; f++, figure++)
            if (is_meant(pack, &pack->figures[f].rule, word, arena))
                found = wanted->figures[figure] = true;
    }
    return found;
}

/* Says that a word names none; returns false. */
static bool say_unknown(const struct shelf *shelf, const char *word, struct arena *arena)
{
    if (names_file(word)) {
        say("%s is no rule or figure of its pack: pack.lua does not list it",
            arena_printable(arena, word));
        return false;
    }
    const char *nearest = text_nearest(text_of(word), shelf->rule_ids, shelf->rule_count);
    char meant[TEXT_MEANT_MAX];
    say("there is no rule '%s'%s", word,
        text_meant(nearest, ": 'plumbline rules list' has them", meant));
    return false;
}

/* Without a word: those of the packs that are named, not of those they extend. */
static bool is_named(const struct options *options, const struct pack_part *part)
{
    for (size_t i = 0; i < options->pack_count; i++)
        if (strcmp(options->packs[i], part->dir) == 0)
            return true;
    return options->pack_count == 0;
}

static void mark_named(const struct request *r, const struct shelf *shelf,
                       const struct wanted *wanted)
{
    size_t rule = 0, figure = 0;

    for (size_t b = 0; b < shelf->count; b++) {
        const struct pack *pack = rulebook_pack(shelf->books[b]);
        for (size_t n = 0; n < pack->rule_count; n++, rule++)
            wanted->rules[rule] = is_named(&r->options, &pack->parts[pack->rules[n].part]);
        for (size_t n = 0; n < pack->figure_count; n++, figure++)
            wanted->figures[figure] =
                !r->options.filter && /* a filter is about rules */
                is_named(&r->options, &pack->parts[pack->figures[n].rule.part]);
    }
}

static bool choose(const struct request *r, const struct shelf *shelf, struct arena *arena,
                   const struct wanted *wanted)
{
    const struct pack *all = shelf_rules(shelf, arena);
    struct selection *filter = NULL;

    for (size_t i = 0; i < r->rule_count; i++)
        if (!mark(shelf, r->rules[i], wanted, arena))
            return say_unknown(shelf, r->rules[i], arena);
    if (r->rule_count == 0)
        mark_named(r, shelf, wanted);
    if (!r->options.filter)
        return true;
    if (!selection_read("'--filter'", r->options.filter, all, arena, &filter))
        return false;
    for (size_t i = 0; i < all->rule_count; i++)
        wanted->rules[i] = wanted->rules[i] && selection_has(filter, all, &all->rules[i]);
    return true;
}

/* --- running and showing --- */

static void test_all(const struct request *r, const struct shelf *shelf, struct wanted wanted,
                     struct arena *arena, struct rule_tests *tests)
{
    bool whole = r->rule_count == 0 && !r->options.filter;

    for (size_t b = 0; b < shelf->count; b++) {
        const struct pack *pack = rulebook_pack(shelf->books[b]);
        rule_tests_add(tests, shelf->books[b], wanted.rules, wanted.figures,
                       whole && is_named(&r->options, &pack->parts[0]), arena);
        wanted.rules += pack->rule_count;
        wanted.figures += pack->figure_count;
    }
}

/* A pack of somebody else's may hold anything; a terminal gets printable lines, and XML none
 * of what it may not hold. */
static void make_printable(struct buf *out)
{
    for (char *line = out->len > 0 ? out->at : NULL; line;) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        text_make_printable(line);
        if (end)
            *end++ = '\n';
        line = end;
    }
}

static int show(const struct options *options, const struct rule_tests *tests)
{
    struct buf out = BUF_INIT;
    struct json json = {.out = &out};

    if (options->format == FORMAT_JSON)
        rule_tests_json(&json, PLUMBLINE_VERSION, tests);
    else if (options->format == FORMAT_TAP)
        rule_tests_tap(&out, tests);
    else if (options->format == FORMAT_JUNIT)
        rule_tests_junit(&out, tests);
    else
        rule_tests_text(&out, tests, options->verbose);
    make_printable(&out);
    int code = write_out(options, &out);
    buf_release(&out);
    return code;
}

/* Whether as much as '--threshold' asks for was reached; says what was not. */
static bool reaches(const struct options *options, const struct rule_tests *tests)
{
    int lines = rule_tests_lines_percent(tests), noticed = rule_tests_noticed_percent(tests);
    bool ok = true;

    if (!options->has_threshold)
        return true;
    if (tests->options.coverage && lines < options->threshold) {
        say("the examples run %d %% of the lines, under %d %%", lines, options->threshold);
        ok = false;
    }
    if (tests->options.mutate && noticed < options->threshold) {
        say("the examples notice %d %% of the mutants, under %d %%", noticed,
            options->threshold);
        ok = false;
    }
    return ok;
}

static struct wanted nothing_wanted(const struct shelf *shelf, struct arena *arena)
{
    size_t figures = 0;

    for (size_t b = 0; b < shelf->count; b++)
        figures += rulebook_pack(shelf->books[b])->figure_count;
    return (struct wanted){arena_alloc(arena, shelf->rule_count * sizeof(bool)),
                           arena_alloc(arena, figures * sizeof(bool))};
}

static int test_once(const struct request *r)
{
    const struct options *o = &r->options;
    struct arena arena = {0};
    struct shelf shelf = {.count = 0};
    struct report_context context;
    struct rule_tests tests = {.options = {o->coverage, o->properties, o->mutate}};
    int code;

    /* A threshold alone is one of lines. */
    tests.options.coverage |= o->has_threshold && !o->mutate;
    if (open_shelf(o, RULEBOOK_FULL, &context, &arena, &shelf, &code)) {
        struct wanted wanted = nothing_wanted(&shelf, &arena);
        code = EXIT_USAGE;
        if (choose(r, &shelf, &arena, &wanted)) {
            test_all(r, &shelf, wanted, &arena, &tests);
            code = show(o, &tests);
            if (!reaches(o, &tests) || tests.failed > 0)
                code = exit_stronger(code, EXIT_CONDITION);
        }
    }
    shelf_close(&shelf);
    arena_release(&arena);
    return code;
}

static int test_again(void *context)
{
    return test_once(context);
}

int cmd_rules_test(const struct options *options)
{
    struct arena arena = {0};
    struct request r;
    int code = EXIT_USAGE;

    if (read_request(&r, options, &arena))
        code = options->watch ? watch_packs(&r.options, test_again, &r) : test_once(&r);
    arena_release(&arena);
    return code;
}
