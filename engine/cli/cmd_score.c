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

struct scoring {
    const struct options *options;
    struct rulebook *book;
    struct report_context context;
    struct text_style style;
    struct buf out;
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

static bool names_a_rule(const struct pack *pack, const char *what)
{
    for (size_t i = 0; i < pack->rule_count; i++)
        if (text_same(text_of(pack->rules[i].id), text_of(what)))
            return true;
    return false;
}

/* A misspelt severity must not be a condition that is never met. */
static bool conditions_are_sound(const struct scoring *s)
{
    const struct pack *pack = rulebook_pack(s->book);

    for (size_t i = 0; i < s->options->fail_on_count; i++) {
        const char *what = s->options->fail_on[i];
        if (severity_of(what) || strcmp(what, "error") == 0 || names_a_rule(pack, what))
            continue;
        say("'--fail-on' must be critical, major, minor, error or a rule such as %s, not '%s'",
            pack->rule_count ? pack->rules[0].id : "RE02", what);
        return false;
    }
    return true;
}

/* No profile may be the place of the result, nor of the result in the making. */
static bool files_are_apart(const struct options *options)
{
    for (size_t i = 0; i < options->arg_count; i++) {
        if (!*options->args[i]) {
            say("the name of a file is empty");
            return false;
        }
        if (options->output && file_is_same(options->output, options->args[i])) {
            say("'--output %s' would replace a profile that is read", options->output);
            return false;
        }
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
    if (s->options->format == FORMAT_JSON)
        json_unreadable(&s->json, rulebook_pack(s->book), file, faults, err, &s->context);
    else if (s->options->arg_count > 1)
        text_list_unreadable(&s->out, file, count);
}

static void put_assessment(struct scoring *s, const struct assessment *a, struct arena *arena)
{
    if (s->options->format == FORMAT_JSON)
        json_assessment(&s->json, a, &s->context, arena);
    else if (s->options->arg_count > 1)
        text_list_line(&s->out, a);
    else
        text_assessment(&s->out, a, &s->context, &s->style, arena);
}

static void score_one(struct scoring *s, const char *file)
{
    const struct pack *pack = rulebook_pack(s->book);
    struct profile_options options = {.rules = pack->rule_ids,
                                      .rule_count = pack->rule_count,
                                      .has_as_of = s->options->has_as_of,
                                      .as_of = s->options->as_of};
    struct arena arena = {0};
    struct profile profile;
    struct assessment assessment;
    struct faults faults = {0};
    struct error err = {0};

    if (profile_load(file, &pack->schema, &options, &arena, &profile, &faults, &err)) {
        assess(s->book, &profile, &arena, &assessment);
        put_assessment(s, &assessment, &arena);
        say_broken_rules(s, &assessment);
        check_conditions(s, &assessment);
    } else {
        put_unreadable(s, arena_printable(&arena, file), &faults, &err);
    }
    arena_release(&arena);
}

/* --- all of them --- */

static void score_all(struct scoring *s)
{
    bool several = s->options->arg_count > 1, json = s->options->format == FORMAT_JSON;

    s->json.out = &s->out;
    if (several && json)
        json_open(&s->json, NULL, '[');
    else if (several)
        text_list_head(&s->out, rulebook_pack(s->book), &s->context);
    for (size_t i = 0; i < s->options->arg_count; i++)
        score_one(s, s->options->args[i]);
    if (several && json)
        json_close(&s->json, ']');
    if (json)
        buf_putc(&s->out, '\n');
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
    s.book = open_pack(options, RULEBOOK_LEAN, &s.context, &arena, &code);
    if (s.book && !conditions_are_sound(&s))
        code = EXIT_USAGE;
    if (s.book && code == EXIT_DONE) {
        score_all(&s);
        code = exit_stronger(s.code, s.out.len > 0 ? write_out(options, &s.out) : EXIT_DONE);
    }
    rulebook_close(s.book);
    arena_release(&arena);
    buf_release(&s.out);
    return code;
}
