/* SPDX-License-Identifier: MIT
 *
 * plumbline score FILE...
 */
#include <string.h>

#include "base/file.h"
#include "cli/cli.h"
#include "insight/assess.h"
#include "report/json.h"
#include "report/text.h"

/* What is drawn for one of the packs that stand side by side. */
struct sheet {
    struct rulebook *book;
    struct buf out; /* text */
};

struct scoring {
    const struct options *options;
    struct shelf shelf;
    struct sheet sheets[SHELF_MAX]; /* one per pack of the shelf */
    struct report_context context;
    struct text_style style;
    struct buf out; /* JSON of all packs; in the end everything */
    struct json json;
    int code;
};

/* --- conditions --- */

static bool fails_under(const struct scoring *s, const struct score *score)
{
    if (!s->options->has_fail_under)
        return false;
    /* 100 is 100,000 thousandths and 100,000,000 millionths */
    return !score->has_score ||
           (decimal)score->score * (DECIMAL_ONE / 1000) < s->options->fail_under;
}

/* The least severity that a word asks for, or 0 where it is no severity. */
static int severity_of(const char *word)
{
    static const char *const words[] = {"minor", "major", "critical"};

    for (int i = 0; i < 3; i++)
        if (strcmp(words[i], word) == 0)
            return i + 1;
    return 0;
}

/* Whether the finding trips '--fail-on WHAT'. What is unknown never does. */
static bool trips(const struct pack *pack, const struct finding *f, const char *what)
{
    int least = severity_of(what);
    bool error = f->outcome == OUTCOME_ERROR;

    if (finding_is_waived(f) || f->rule->off)
        return false;
    if (least > 0)
        return finding_severity(f) >= least &&
               pack->themes[f->rule->theme].score == SCORE_COMPANY;
    if (strcmp(what, "error") == 0)
        return error;
    return text_same(text_of(f->rule->id), text_of(what)) && (error || finding_severity(f) > 0);
}

/* A rule that broke must not pass unnoticed: the score is less than it could be. */
static void say_broken_rules(const struct scoring *s, const struct assessment *a)
{
    struct buf reason = BUF_INIT;

    for (size_t i = 0; i < a->pack->rule_count && !s->options->quiet; i++) {
        const struct finding *f = &a->findings[i];
        if (f->outcome != OUTCOME_ERROR)
            continue;
        finding_put_reason(&reason, f, a->profile->currency);
        say("%s: rule %s broke (%s, line %d): %s", a->profile->file, f->rule->id, f->rule->file,
            f->error_line, buf_text(&reason));
        buf_reset(&reason);
    }
    if (a->class.broken && !s->options->quiet)
        say("%s: the classification broke: %s", a->profile->file, a->class.broken);
    buf_release(&reason);
}

static void check_conditions(struct scoring *s, const struct assessment *a)
{
    bool met = fails_under(s, &a->score);

    if (met && !s->options->quiet)
        say("%s: %s", a->profile->file,
            a->score.has_score ? "the score is under what --fail-under asks"
                               : "there is no score, so --fail-under is not passed");
    for (size_t w = 0; w < s->options->fail_on_count; w++) {
        for (size_t i = 0; i < a->pack->rule_count; i++) {
            if (!trips(a->pack, &a->findings[i], s->options->fail_on[w]))
                continue;
            met = true;
            if (!s->options->quiet)
                say("%s: %s: %s (--fail-on %s)", a->profile->file, a->findings[i].rule->id,
                    outcome_name(a->findings[i].outcome), s->options->fail_on[w]);
        }
    }
    if (met)
        s->code = exit_stronger(s->code, EXIT_CONDITION);
}

/* A misspelt severity must not be a condition that is never met. */
static bool conditions_are_sound(const struct scoring *s)
{
    struct rulebook *book;

    for (size_t i = 0; i < s->options->fail_on_count; i++) {
        const char *what = s->options->fail_on[i];
        if (severity_of(what) || strcmp(what, "error") == 0 ||
            shelf_rule(&s->shelf, text_of(what), &book))
            continue;
        say("'--fail-on' must be critical, major, minor, error or a rule such as %s, not '%s'",
            s->shelf.rule_count ? s->shelf.rule_ids[0] : "RE02", what);
        return false;
    }
    return true;
}

/* --- one company --- */

static void put_unreadable(struct scoring *s, const char *file, const struct faults *faults,
                           const struct error *err)
{
    size_t count = faults->count + faults->more + (err->message[0] != '\0');

    if (err->message[0])
        say_error(err);
    say_faults(file, faults);
    s->code = exit_stronger(s->code, EXIT_PROFILE);
    for (size_t i = 0; i < s->shelf.count; i++) {
        if (s->options->format == FORMAT_JSON)
            json_unreadable(&s->json, rulebook_pack(s->sheets[i].book), file, faults, err,
                            &s->context);
        else if (s->options->arg_count > 1)
            text_list_unreadable(&s->sheets[i].out, file, count);
    }
}

static void put_assessment(struct scoring *s, struct sheet *sheet, const struct assessment *a,
                           struct arena *arena)
{
    if (s->options->format == FORMAT_JSON)
        json_assessment(&s->json, a, &s->context, arena);
    else if (s->options->arg_count > 1)
        text_list_line(&sheet->out, a);
    else
        text_assessment(&sheet->out, a, &s->context, &s->style, arena);
}

static void assess_by_all(struct scoring *s, const struct profile *profile, struct arena *arena)
{
    for (size_t i = 0; i < s->shelf.count; i++) {
        struct assessment a;
        assess(s->sheets[i].book, profile, arena, &a);
        put_assessment(s, &s->sheets[i], &a, arena);
        say_broken_rules(s, &a);
        check_conditions(s, &a);
    }
}

static void score_one(struct scoring *s, const char *file)
{
    struct profile_options options = profile_options_of(s->options, &s->shelf);
    struct arena arena = {0};
    struct profile profile;
    struct faults faults = {0};
    struct error err = {0};

    if (profile_load(file, s->shelf.schema, &options, &arena, &profile, &faults, &err))
        assess_by_all(s, &profile, &arena);
    else
        put_unreadable(s, arena_printable(&arena, file), &faults, &err);
    arena_release(&arena);
}

/* --- all of them --- */

/* The sheets of the packs, one after the other. */
static void join_sheets(struct scoring *s)
{
    for (size_t i = 0; i < s->shelf.count; i++) {
        if (i > 0 && s->sheets[i].out.len > 0)
            buf_putc(&s->out, '\n');
        buf_put(&s->out, buf_text(&s->sheets[i].out), s->sheets[i].out.len);
        buf_release(&s->sheets[i].out);
    }
}

static void score_all(struct scoring *s)
{
    bool several = s->options->arg_count > 1, json = s->options->format == FORMAT_JSON;
    bool list = several || s->shelf.count > 1; /* in JSON: more than one result */

    s->json.out = &s->out;
    for (size_t i = 0; i < s->shelf.count; i++) {
        s->sheets[i] = (struct sheet){.book = s->shelf.books[i], .out = BUF_INIT};
        if (several && !json)
            text_list_head(&s->sheets[i].out, rulebook_pack(s->shelf.books[i]), &s->context);
    }
    if (list && json)
        json_open(&s->json, NULL, '[');
    for (size_t i = 0; i < s->options->arg_count; i++)
        score_one(s, s->options->args[i]);
    if (list && json)
        json_close(&s->json, ']');
    if (json)
        buf_putc(&s->out, '\n');
    join_sheets(s);
}

int cmd_score(const struct options *options)
{
    struct scoring s = {.options = options,
                        .style = {TEXT_WIDTH, wants_color(options), options->verbose},
                        .out = BUF_INIT};
    struct arena arena = {0};
    int code = EXIT_DONE;

    if (options->arg_count == 0) {
        say("score needs a file: plumbline score profiles/sunleaf.ini");
        return EXIT_USAGE;
    }
    if (!files_are_apart(options))
        return EXIT_USAGE;
    if (options->trace && (options->only || options->skip)) {
        say("'--trace' shows one rule: it goes with neither '--only' nor '--skip'");
        return EXIT_USAGE;
    }
    if (options->trace)
        return score_traced(options);
    bool open = open_shelf(options, RULEBOOK_LEAN, &s.context, &arena, &s.shelf, &code);
    if (open &&
        (!conditions_are_sound(&s) || !selection_apply(options, &s.shelf, &arena, &s.context)))
        code = EXIT_USAGE;
    if (open && code == EXIT_DONE) {
        score_all(&s);
        code = exit_stronger(s.code, s.out.len > 0 ? write_out(options, &s.out) : EXIT_DONE);
    }
    shelf_close(&s.shelf);
    arena_release(&arena);
    buf_release(&s.out);
    return code;
}
