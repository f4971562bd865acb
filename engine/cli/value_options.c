/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "cli/value_options.h"
#include "money/check.h"

static const struct value_option value_options[] = {
    {"join", "break-even", 0, 0, "0", "what joining costs, once", VALUE_MONEY, false},
    {"months", "break-even", 1, 1200, "12", "months looked at", VALUE_COUNT, false},
    {"fees", "break-even", 0, 0, "0", "fees a month", VALUE_MONEY, false},
    {"other", "break-even", 0, 0, "0", "tools, events and travel a month", VALUE_MONEY, false},
    {"required", "break-even", 0, 0, "0",
     "purchase a month that keeps you qualified, at member price", VALUE_MONEY, false},
    {"discount", "break-even balance", 0, 0, NULL, "retail discount, of the retail price",
     VALUE_PCT, false},
    {"commission", "break-even", 0, 0, "0%",
     "commission on your own sales, of the retail price", VALUE_PCT, false},
    {"value", "break-even", 0, 0, "0%",
     "share of the required purchase you would have bought anyway", VALUE_PCT, false},
    {"customer", "break-even", 0, 0, "", "what a regular customer spends a month", VALUE_MONEY,
     false},
    {"hours", "break-even", 0, 744, "", "hours a month you would work", VALUE_NUMBER, false},
    {"wage", "break-even", 0, 0, "", "what a job pays an hour", VALUE_MONEY, false},
    {"expect", "break-even", 0, 0, "", "income a month you expect", VALUE_MONEY, false},

    {"row", "income", 0, 0, NULL,
     "a row of the table: '7% 1150' or '7% 1150 1000..1999'; once for each", VALUE_TEXT, true},
    {"active", "income", 0, CHECK_MOST, "", "people the table counts", VALUE_COUNT, false},
    {"all", "income", 1, CHECK_MOST, "", "people there were, where it counts fewer",
     VALUE_COUNT, false},
    {"top", "income", 0, 0, "2%", "share of the best paid to look at", VALUE_PCT, false},
    {"cost", "income", 0, 0, "", "what it costs to stay in, for the same time", VALUE_MONEY,
     false},

    {"recruits", "bounds", 1, CHECK_MOST, "", "people each one recruits", VALUE_COUNT, false},
    {"recruits", "saturation", 2, CHECK_MOST, NULL, "people each one recruits", VALUE_COUNT,
     false},
    {"levels", "bounds", 1, 100, "", "paid levels", VALUE_COUNT, false},
    {"commissions", "bounds", 0, 0, "", "rate of each paid level, '5%,5%,2.5%'", VALUE_TEXT,
     false},
    {"volume", "bounds", 0, 0, "", "what the average member buys a month", VALUE_MONEY, false},
    {"tree", "bounds plan", 0, 0, "", "instead: a width for each level, '6-4-2'", VALUE_TEXT,
     false},

    {"payout", "balance", 0, 0, NULL,
     "share of member-price volume the company pays out as commissions", VALUE_PCT, false},
    {"own", "balance", 0, 0, NULL, "what a member buys for himself a month", VALUE_MONEY,
     false},
    {"value", "balance", 0, 0, "0%", "share of that which is used happily", VALUE_PCT, false},
    {"costs", "balance", 0, 0, "0", "other costs per member a month", VALUE_MONEY, false},
    {"outside", "balance", 0, 0, "",
     "sales to people outside, per member a month at retail price", VALUE_MONEY, false},

    {"place", "odds", 1, CHECK_MOST / 5, NULL, "how many members there are with you",
     VALUE_COUNT, false},
    {"members", "odds", 1, CHECK_MOST, "",
     "how many there will ever be (else: half as many more, twice, five times)", VALUE_COUNT,
     false},
    {"skill", "odds", 0, 100, "1", "how many times the average recruiter you are", VALUE_NUMBER,
     false},
    {"expect", "odds", 0, CHECK_MOST, "", "people you expect to recruit yourself", VALUE_COUNT,
     false},
    {"people", "odds", 1, CHECK_MOST, "", "people you want below you", VALUE_COUNT, false},

    {"population", "saturation", 1, CHECK_MOST, NULL, "people there are", VALUE_COUNT, false},
    {"joining", "saturation", 0, 0, "100%", "share of them that would ever join", VALUE_PCT,
     false},

    {"yearly", "treadmill", 0, 0, "", "share that leaves in a year", VALUE_PCT, false},
    {"monthly", "treadmill", 0, 0, "", "instead: share that leaves in a month", VALUE_PCT,
     false},
    {"downline", "treadmill", 0, CHECK_MOST, NULL, "people to hold", VALUE_COUNT, false},

    {"width", "plan", 1, CHECK_MOST, "", "matrix: people on the first level", VALUE_COUNT,
     false},
    {"commissions", "plan", 0, 0, "", "matrix: rate of each level, '5%,5%,2.5%'", VALUE_TEXT,
     false},
    {"volume", "plan", 0, 0, "", "matrix: what each member buys a month", VALUE_MONEY, false},
    {"left", "plan", 0, 0, "", "binary: volume of the left leg", VALUE_MONEY, false},
    {"right", "plan", 0, 0, "", "binary: volume of the right leg", VALUE_MONEY, false},
    {"rate", "plan", 0, 0, "", "binary: paid on the weaker leg", VALUE_PCT, false},
    {"cap", "plan", 0, 0, "", "binary: most that is paid", VALUE_MONEY, false},
    {"scale", "plan", 0, 0, "", "breakaway: '100:3%,300:6%', group volume in points and rate",
     VALUE_TEXT, false},
    {"points", "plan", 0, CHECK_MOST, "", "breakaway: points each member buys", VALUE_NUMBER,
     false},
    {"per-point", "plan", 0, 0, "1", "breakaway: money one point stands for", VALUE_MONEY,
     false},
    {"override", "plan", 0, 0, "0%", "breakaway: on legs that reach the last step", VALUE_PCT,
     false},
};

/* --- the table --- */

static bool takes(const struct command *command, const struct value_option *option)
{
    struct text rest = text_of(option->commands), word;

    if (strncmp(command->name, "math ", 5) != 0)
        return false;
    while (text_next_word(&rest, &word))
        if (text_is(word, command->name + 5))
            return true;
    return false;
}

const struct value_option *value_option_find(const struct command *command, struct text name)
{
    for (size_t i = 0; i < COUNT(value_options); i++)
        if (takes(command, &value_options[i]) && text_is(name, value_options[i].name))
            return &value_options[i];
    return NULL;
}

size_t value_option_names(const struct command *command, const char **names, size_t room)
{
    size_t count = 0;

    for (size_t i = 0; i < COUNT(value_options) && count < room; i++)
        if (takes(command, &value_options[i]))
            names[count++] = value_options[i].name;
    return count;
}

const char *value_option_kind(const struct value_option *option)
{
    static const char *const kinds[] = {"SUM", "PCT", "N", "N", "LIST"};

    return kinds[option->kind];
}

/* --- values --- */

static bool read_number(const struct value_option *option, const char *text, decimal *out,
                        struct error *err)
{
    static const char *const wanted[] = {"a sum such as 99 or 1,299.50",
                                         "a percentage such as 25%", "a whole number",
                                         "a number such as 35 or 7.5"};
    struct text digits = text_trim(text_of(text));
    bool sign = digits.len > 0 && digits.at[digits.len - 1] == '%';
    decimal value;

    digits.len -= sign;
    bool unsigned_zero = option->kind == VALUE_PCT && text_is(digits, "0"); /* no share of it */

    if ((sign != (option->kind == VALUE_PCT) && !unsigned_zero) ||
        decimal_parse(digits, &value) != DECIMAL_OK ||
        (option->kind == VALUE_COUNT && value % DECIMAL_ONE != 0))
        return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' must be %s, not '%.*s'",
                         option->name, wanted[option->kind], text_shown(text_of(text)), text);
    *out = value;
    return true;
}

static bool check_number(const struct value_option *option, decimal value, struct error *err)
{
    char name[32];
    decimal high = option->high ? option->high : option->kind == VALUE_PCT ? 100 : CHECK_MOST;

    snprintf(name, sizeof name, "--%s", option->name);
    return check_range(name, value, option->low * DECIMAL_ONE, high * DECIMAL_ONE,
                       option->kind == VALUE_PCT ? "%" : "", err);
}

static const struct option_value *find_value(const struct options *options, const char *name)
{
    for (size_t i = 0; i < options->value_count; i++)
        if (strcmp(options->values[i].option->name, name) == 0)
            return &options->values[i];
    return NULL;
}

bool value_option_set(struct options *options, const struct value_option *option,
                      const char *text, struct error *err)
{
    struct option_value value = {.option = option, .text = text};

    if (!option->repeats && find_value(options, option->name))
        return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' is given twice", option->name);
    if (options->value_count == COUNT(options->values))
        return error_set(err, ERROR_USAGE, NULL, 0, "'--%s' is given too often", option->name);
    if (option->kind != VALUE_TEXT && (!read_number(option, text, &value.number, err) ||
                                       !check_number(option, value.number, err)))
        return false;
    options->values[options->value_count++] = value;
    return true;
}

bool values_complete(const struct options *options, struct error *err)
{
    for (size_t i = 0; i < COUNT(value_options); i++) {
        const struct value_option *row = &value_options[i];
        if (takes(options->command, row) && !row->fallback && !find_value(options, row->name))
            return error_set(err, ERROR_USAGE, NULL, 0, "%s needs '--%s %s': %s",
                             options->command->name, row->name, value_option_kind(row),
                             row->help);
    }
    return true;
}

bool value_given(const struct options *options, const char *name)
{
    return find_value(options, name) != NULL;
}

decimal value_number(const struct options *options, const char *name)
{
    const struct option_value *given = find_value(options, name);
    decimal value = 0;
    struct error err;

    if (given)
        return given->number;
    const struct value_option *row = value_option_find(options->command, text_of(name));
    if (row && row->fallback && *row->fallback)
        read_number(row, row->fallback, &value, &err);
    return value;
}

int64_t value_count(const struct options *options, const char *name)
{
    return value_number(options, name) / DECIMAL_ONE;
}

const char *value_text(const struct options *options, const char *name)
{
    const struct option_value *given = find_value(options, name);

    return given ? given->text : "";
}
