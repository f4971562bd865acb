/* SPDX-License-Identifier: MIT
 *
 * The table of options and what each does; options.c reads the command line by it.
 */
#include <string.h>

#include "audit/work/audit.h"
#include "cli/options.h"
#include "report/text/text.h"

const char *const format_names[FORMAT_COUNT] = {"text",  "json",    "md",    "html",
                                                "man",   "luacats", "tap",   "junit",
                                                "sarif", "github",  "jsonl", "csv"};

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

#define FLAG(function, field)                                                                  \
    static bool function(struct options *o, const char *value, struct error *err)              \
    {                                                                                          \
        (void)value;                                                                           \
        (void)err;                                                                             \
        o->field = true;                                                                       \
        return true;                                                                           \
    }

FLAG(set_no_input, no_input)
FLAG(set_template, make_template)
FLAG(set_coverage, coverage)
FLAG(set_properties, properties)
FLAG(set_mutate, mutate)
FLAG(set_watch, watch)
FLAG(set_flip, flip)
FLAG(set_sensitivity, sensitivity)
FLAG(set_exit_code, exit_code)
FLAG(set_quiet, quiet)
FLAG(set_brief, brief)
FLAG(set_no_pager, no_pager)
FLAG(set_figure, figure)
FLAG(set_null, audit.nul_separated)
FLAG(set_csv_bom, audit.csv_bom)
FLAG(set_resume, audit.resume)
FLAG(set_trend, trend)
FLAG(set_verbose, verbose)
FLAG(set_help, help)

#define TEXT(function, field, name, what)                                                      \
    static bool function(struct options *o, const char *value, struct error *err)              \
    {                                                                                          \
        return set_once(&o->field, name, what, value, err);                                    \
    }

TEXT(set_points, points, "points", "the name of a file")
TEXT(set_output, output, "output", "the name of a file")
TEXT(set_only, only, "only", "rules such as 'RE*' or 'theme:costs'")
TEXT(set_skip, skip, "skip", "rules such as 'RE*' or 'theme:costs'")
TEXT(set_source, source, "source", "the id of a source")
TEXT(set_answers, answers, "answers", "the name of a file")
TEXT(set_job, job, "job", "a wage and hours a month: '15 USD/h, 35 h'")
TEXT(set_files_from, audit.files_from, "files-from", "the name of a file, or '-'")
TEXT(set_jsonl, audit.jsonl, "jsonl", "the name of a file, or '-'")
TEXT(set_csv, audit.csv, "csv", "the name of a file, or '-'")
TEXT(set_csv_findings, audit.csv_findings, "csv-findings", "the name of a file, or '-'")
TEXT(set_html, audit.html, "html", "the name of a file, or '-'")
TEXT(set_csv_facts, audit.csv_facts, "csv-facts", "the name of a file, or '-'")
TEXT(set_sarif, audit.sarif, "sarif", "the name of a file, or '-'")
TEXT(set_junit, audit.junit, "junit", "the name of a file, or '-'")
TEXT(set_baseline, baseline, "baseline", "the name of an earlier result")
TEXT(set_db, audit.db, "db", "the name of a file")
TEXT(set_company, company, "company", "the name of a company")
TEXT(set_reuse, audit.reuse, "reuse", "the name of an earlier result")

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
            o->format_given = true;
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

const char *const charset_names[] = {"auto", "utf-8", "ascii", NULL};

static bool set_charset(struct options *o, const char *value, struct error *err)
{
    for (int i = 0; charset_names[i]; i++) {
        if (strcmp(charset_names[i], value) == 0) {
            o->charset = (enum charset)i;
            return true;
        }
    }
    return error_set(err, ERROR_USAGE, NULL, 0,
                     "'--charset' must be auto, utf-8 or ascii, not '%s'", value);
}

static bool set_width(struct options *o, const char *value, struct error *err)
{
    decimal columns;

    if (decimal_parse(text_of(value), &columns) != DECIMAL_OK || columns % DECIMAL_ONE != 0 ||
        columns < TEXT_NARROWEST * DECIMAL_ONE || columns > WIDTH_MAX * DECIMAL_ONE)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--width' must be a whole number of columns from %d to %d, not '%s'",
                         TEXT_NARROWEST, WIDTH_MAX, value);
    o->width = (size_t)(columns / DECIMAL_ONE);
    return true;
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

/* --- what audit takes --- */

static bool add_pattern(const char **list, size_t *count, size_t room, const char *name,
                        const char *value, struct error *err)
{
    if (*count == room)
        return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' is given more than %zu times", name,
                         room);
    list[(*count)++] = value;
    return true;
}

static bool set_include(struct options *o, const char *value, struct error *err)
{
    return add_pattern(o->audit.includes, &o->audit.include_count, COUNT(o->audit.includes),
                       "include", value, err);
}

static bool set_exclude(struct options *o, const char *value, struct error *err)
{
    return add_pattern(o->audit.excludes, &o->audit.exclude_count, COUNT(o->audit.excludes),
                       "exclude", value, err);
}

static bool set_detail(struct options *o, const char *value, struct error *err)
{
    for (int i = 0; i < DETAIL_COUNT; i++) {
        if (strcmp(json_detail_names[i], value) == 0) {
            o->audit.has_detail = true;
            o->audit.detail = (enum json_detail)i;
            return true;
        }
    }
    return error_set(err, ERROR_USAGE, NULL, 0,
                     "'--detail' must be summary, findings or full, not '%s'", value);
}

static bool set_jobs(struct options *o, const char *value, struct error *err)
{
    decimal number;

    if (decimal_parse(text_of(value), &number) != DECIMAL_OK || number % DECIMAL_ONE != 0 ||
        number < DECIMAL_ONE || number > AUDIT_MAX_WORKERS * DECIMAL_ONE)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--jobs' must be a whole number from 1 to %d, not '%s'",
                         AUDIT_MAX_WORKERS, value);
    o->audit.jobs = (int)(number / DECIMAL_ONE);
    return true;
}

static bool set_run(struct options *o, const char *value, struct error *err)
{
    decimal number;

    if (decimal_parse(text_of(value), &number) != DECIMAL_OK || number % DECIMAL_ONE != 0 ||
        number < DECIMAL_ONE)
        return error_set(err, ERROR_USAGE, NULL, 0,
                         "'--run' must be the number of a run, 1 or more, not '%s'", value);
    o->run_number = number / DECIMAL_ONE;
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
    {'W', false, "width", "N",
     "columns, 60 to 200 (default: the terminal's, at most 100; else 80)", set_width},
    {'e', false, "charset", "CHARSET",
     "draw in utf-8 or ascii (default: auto, by the terminal's locale)", set_charset},
    {'y', false, "brief", NULL, "one line a company: verdict, score, what is critical",
     set_brief},
    {'z', false, "no-pager", NULL,
     "show a long report all at once (default: by PAGER, or less)", set_no_pager},
    {'u', false, "fail-under", "N", "exit 1 if the score is under N, or there is none",
     set_fail_under},
    {'n', false, "fail-on", "WHAT",
     "exit 1 on a finding: critical, major, minor, error or a rule", set_fail_on},
    {'M', false, "theme", "THEME", "the theme that the rule belongs to", set_theme},
    {'2', false, "figure", NULL, "what is new is a figure, not a rule", set_figure},
    {'T', false, "trace", "RULE",
     "show what a rule or figure does, step by step, in place of the report", set_trace},
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
    {'x', false, "exit-code", NULL, "exit 1 if any company differs", set_exit_code},
    {'K', false, "company", "NAME", "show one company over runs, and what changed",
     set_company},
    {'H', false, "run", "N", "show one run", set_run},
    {'E', false, "trend", NULL, "show scores and verdicts from run to run", set_trend},
    {'i', false, "files-from", "FILE", "also what this lists, a path a line; '-' is the input",
     set_files_from},
    {'0', true, "null", NULL, "in lists, a NUL ends each path, not a line end", set_null},
    {'G', false, "include", "PATTERN", "in folders and archives, only such as '*.ini'",
     set_include},
    {'X', false, "exclude", "PATTERN", "in folders and archives, none such as 'old-*'",
     set_exclude},
    {'l', false, "jsonl", "FILE", "also write all results there, as JSON Lines", set_jsonl},
    {'V', false, "csv", "FILE", "also a table of companies", set_csv},
    {'g', false, "csv-findings", "FILE", "also a table of findings", set_csv_findings},
    {'b', false, "csv-facts", "FILE", "also a table of facts", set_csv_facts},
    {'1', false, "csv-bom", NULL, "mark CSV as UTF-8, for Excel on Windows", set_csv_bom},
    {'5', false, "html", "FILE",
     "also a page to read and to hand over; of many companies, with a folder", set_html},
    {'s', false, "sarif", "FILE", "also the findings as SARIF 2.1.0", set_sarif},
    {'r', false, "junit", "FILE", "also the findings as JUnit XML", set_junit},
    {'Q', false, "baseline", "OLD",
     "in SARIF and --html, say what changed since these JSON Lines", set_baseline},
    {'B', false, "db", "FILE", "also keep it in this history: see 'plumbline history'", set_db},
    {'D', false, "detail", "DETAIL",
     "of JSON Lines: summary, findings or full (default: findings)", set_detail},
    {'j', true, "jobs", "N", "processes at work (default: as many as there are cores)",
     set_jobs},
    {'R', false, "resume", NULL, "go on with an audit that was cut short", set_resume},
    {'U', false, "reuse", "FILE", "take unchanged companies from this earlier result",
     set_reuse},
    {'q', true, "quiet", NULL, "say nothing on the error output but errors", set_quiet},
    {'v', true, "verbose", NULL,
     "show every finding with the values it rests on; of tests, every rule", set_verbose},
    {'h', true, "help", NULL, "show this help", set_help},
};
const size_t option_row_count = COUNT(option_rows);
