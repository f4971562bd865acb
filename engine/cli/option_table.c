/* SPDX-License-Identifier: MIT
 *
 * The table of options and what each does; options.c reads the command line by it.
 */
#include <string.h>

#include "cli/options.h"

const char *const format_names[FORMAT_COUNT] = {"text",    "json", "md",    "html",  "man",
                                                "luacats", "tap",  "junit", "sarif", "github"};

/* --- what each option does --- */

static bool set_pack(struct options *o, const char *value, struct error *err)
{
    if (o->pack_count == COUNT(o->packs))
        return error_set(err, ERROR_USAGE, NULL, 0, "'--pack' is given more than %zu times",
                         COUNT(o->packs));
    o->packs[o->pack_count++] = value;
    return true;
}

static bool set_limit(struct options *o, const char *value, struct error *err)
{
    if (o->limit_count == COUNT(o->limits))
        return error_set(err, ERROR_USAGE, NULL, 0, "'--limit' is given more than %zu times",
                         COUNT(o->limits));
    o->limits[o->limit_count++] = value;
    return true;
}

/* What may be given once; a second one must not win without a word. */
static bool set_once(const char **own, const char *name, const char *what, const char *value,
                     struct error *err)
{
    if (*own)
        return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' is given twice", name);
    if (!*value)
        return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' needs %s", name, what);
    *own = value;
    return true;
}

static bool set_points(struct options *o, const char *value, struct error *err)
{
    return set_once(&o->points, "points", "the name of a file", value, err);
}

static bool set_output(struct options *o, const char *value, struct error *err)
{
    return set_once(&o->output, "output", "the name of a file", value, err);
}

static bool set_only(struct options *o, const char *value, struct error *err)
{
    return set_once(&o->only, "only", "rules such as 'RE*' or 'theme:costs'", value, err);
}

static bool set_skip(struct options *o, const char *value, struct error *err)
{
    return set_once(&o->skip, "skip", "rules such as 'RE*' or 'theme:costs'", value, err);
}

/* Whether 'word' is one of the command's formats. */
static bool has_format(const struct command *command, const char *word)
{
    struct text rest = text_of(command->formats), part;

    while (text_next_word(&rest, &part))
        if (text_is(part, word))
            return true;
    return false;
}

static bool set_format(struct options *o, const char *value, struct error *err)
{
    for (int i = 0; i < FORMAT_COUNT && has_format(o->command, value); i++) {
        if (strcmp(format_names[i], value) == 0) {
            o->format = (enum format)i;
            return true;
        }
    }
    return error_set(err, ERROR_USAGE, NULL, 0, "'--format' of %s must be one of: %s; not '%s'",
                     o->command->name, o->command->formats, value);
}

static bool set_color(struct options *o, const char *value, struct error *err)
{
    static const char *const names[] = {"auto", "always", "never"};

    for (int i = 0; i < 3; i++) {
        if (strcmp(names[i], value) == 0) {
            o->color = (enum color)i;
            return true;
        }
    }
    return error_set(err, ERROR_USAGE, NULL, 0,
                     "'--color' must be auto, always or never, not '%s'", value);
}

static bool set_as_of(struct options *o, const char *value, struct error *err)
{
    struct date_span span;

    if (date_parse(text_of(value), &span) != DATE_OK || span.first != span.last)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--as-of' must be a day such as 2024-05-02, not '%s'", value);
    o->has_as_of = true;
    o->as_of = span.first;
    return true;
}

static bool set_fail_under(struct options *o, const char *value, struct error *err)
{
    struct conditions *c = &o->conditions;

    if (decimal_parse(text_of(value), &c->fail_under) != DECIMAL_OK || c->fail_under < 0 ||
        c->fail_under > 100 * DECIMAL_ONE)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--fail-under' must be a number from 0 to 100, not '%s'", value);
    c->has_fail_under = true;
    return true;
}

static bool set_fail_on(struct options *o, const char *value, struct error *err)
{
    struct conditions *c = &o->conditions;

    if (c->fail_on_count == COUNT(o->fail_on))
        return error_set(err, ERROR_USAGE, NULL, 0, "'--fail-on' is given more than %zu times",
                         COUNT(o->fail_on));
    o->fail_on[c->fail_on_count++] = value;
    c->fail_on = o->fail_on;
    return true;
}

static bool set_theme(struct options *o, const char *value, struct error *err)
{
    if (o->theme)
        return error_set(err, ERROR_USAGE, NULL, 0, "'--theme' is given twice");
    o->theme = value;
    return true;
}

static bool set_trace(struct options *o, const char *value, struct error *err)
{
    if (o->trace)
        return error_set(err, ERROR_USAGE, NULL, 0, "'--trace' is given twice");
    o->trace = value;
    return true;
}

static bool set_source(struct options *o, const char *value, struct error *err)
{
    return set_once(&o->source, "source", "the id of a source", value, err);
}

static bool set_answers(struct options *o, const char *value, struct error *err)
{
    return set_once(&o->answers, "answers", "the name of a file", value, err);
}

static bool set_no_input(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->no_input = true;
    return true;
}

static bool set_job(struct options *o, const char *value, struct error *err)
{
    return set_once(&o->job, "job", "a wage and hours a month: '15 USD/h, 35 h'", value, err);
}

static bool set_template(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->make_template = true;
    return true;
}

static bool set_filter(struct options *o, const char *value, struct error *err)
{
    if (o->filter)
        return error_set(err, ERROR_USAGE, NULL, 0, "'--filter' is given twice");
    o->filter = value;
    return true;
}

static bool set_threshold(struct options *o, const char *value, struct error *err)
{
    decimal percent;

    if (decimal_parse(text_of(value), &percent) != DECIMAL_OK || percent < 0 ||
        percent > 100 * DECIMAL_ONE || percent % DECIMAL_ONE != 0)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--threshold' must be a whole number from 0 to 100, not '%s'", value);
    o->has_threshold = true;
    o->threshold = (int)(percent / DECIMAL_ONE);
    return true;
}

static bool set_coverage(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->coverage = true;
    return true;
}

static bool set_properties(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->properties = true;
    return true;
}

static bool set_mutate(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->mutate = true;
    return true;
}

static bool set_watch(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->watch = true;
    return true;
}

static bool set_flip(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->flip = true;
    return true;
}

static bool set_sensitivity(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->sensitivity = true;
    return true;
}

static bool set_quiet(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->quiet = true;
    return true;
}

static bool set_verbose(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->verbose = true;
    return true;
}

static bool set_help(struct options *o, const char *value, struct error *err)
{
    (void)value;
    (void)err;
    o->help = true;
    return true;
}

/* 'letter' is the option's mark in command.options and, where 'is_short', its short form. */
const struct option_row option_rows[] = {
    {'P', false, "pack", "DIR", "a rule pack; again for more (default: the core pack)",
     set_pack},
    {'L', false, "limit", "NAME=N", "another limit for rules: 'plumbline version' lists them",
     set_limit},
    {'p', false, "points", "FILE", "what rules are worth instead: [points] RE02 = 60; 0 is off",
     set_points},
    {'O', false, "only", "RULES", "judge by these alone: 'RE*', 'theme:costs and points>9'",
     set_only},
    {'S', false, "skip", "RULES", "judge by all but these", set_skip},
    {'a', false, "as-of", "DATE", "the day to judge by (default: company.as_of)", set_as_of},
    {'f', false, "format", "FORMAT", NULL, set_format},
    {'o', false, "output", "FILE",
     "write there instead of to the terminal; whole or not at all", set_output},
    {'c', false, "color", "WHEN", "auto, always or never (default: auto; NO_COLOR is honoured)",
     set_color},
    {'u', false, "fail-under", "N", "exit 1 if the score is under N, or there is none",
     set_fail_under},
    {'n', false, "fail-on", "WHAT",
     "exit 1 on a finding: critical, major, minor, error or a rule", set_fail_on},
    {'M', false, "theme", "THEME", "the theme that the rule belongs to", set_theme},
    {'T', false, "trace", "RULE", "show what a rule does, step by step, in place of the report",
     set_trace},
    {'Z', false, "source", "ID", "the source that says so, and where in it: 'S1 p.4'",
     set_source},
    {'A', false, "answers", "FILE", "take 'section.key = value' lines from there; ask nothing",
     set_answers},
    {'N', false, "no-input", NULL, "ask nothing", set_no_input},
    {'J', false, "job", "JOB", "a job beside them, with hours a month: '15 USD/h, 35 h'",
     set_job},
    {'t', false, "template", NULL, "print an empty profile with every key", set_template},
    {'F', false, "filter", "RULES", "of these, only such as 'RE*' or 'theme:costs'",
     set_filter},
    {'C', false, "coverage", NULL, "show which lines and outcomes no example reaches",
     set_coverage},
    {'m', false, "mutate", NULL, "change the rules a little: show what no example notices",
     set_mutate},
    {'d', false, "threshold", "N",
     "exit 1 if examples run under N % of the lines, or notice under N % of the mutants",
     set_threshold},
    {'k', false, "properties", NULL,
     "also try other facts around each example: order, unknown facts, 'monotone'",
     set_properties},
    {'w', false, "watch", NULL, "run again whenever a file of the pack changes", set_watch},
    {'I', false, "flip", NULL, "show the fewest facts that would change the verdict", set_flip},
    {'Y', false, "sensitivity", NULL,
     "show which facts and which rules' points the verdict hangs on", set_sensitivity},
    {'q', true, "quiet", NULL, "say nothing on the error output but errors", set_quiet},
    {'v', true, "verbose", NULL,
     "show every finding with the values it rests on; of tests, every rule", set_verbose},
    {'h', true, "help", NULL, "show this help", set_help},
};
const size_t option_row_count = COUNT(option_rows);
