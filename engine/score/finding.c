/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "base/decimal.h"
#include "facts/profile.h"
#include "score/finding.h"

static bool same_ending(const struct ending *a, const struct ending *b)
{
    return a->outcome == b->outcome && a->credit == b->credit && a->value == b->value;
}

bool finding_same(const struct finding *a, const struct finding *b)
{
    if (a->outcome != b->outcome || a->span != b->span)
        return false;
    return !finding_is_decided(a) ||
           (same_ending(&a->worst, &b->worst) && same_ending(&a->best, &b->best));
}

bool finding_is_waived(const struct finding *finding)
{
    return finding->waiver && !finding->waiver->lapsed;
}

int outcome_severity(enum outcome outcome, int credit)
{
    enum { MINOR_BELOW = 1000, MAJOR_BELOW = 425, CRITICAL_BELOW = 125 };

    if (outcome == OUTCOME_CREDIT)
        return (credit < MINOR_BELOW) + (credit < MAJOR_BELOW) + (credit < CRITICAL_BELOW);
    return outcome == OUTCOME_CRITICAL ? 3
           : outcome == OUTCOME_MAJOR  ? 2
                                       : outcome == OUTCOME_MINOR;
}

int finding_severity(const struct finding *finding)
{
    if (!finding_is_decided(finding))
        return 0;
    return outcome_severity(finding->best.outcome, finding->best.credit);
}

bool finding_could_be_critical(const struct finding *f)
{
    if (f->outcome == OUTCOME_NOT_APPLICABLE || finding_severity(f) == 3)
        return false;
    if (finding_is_decided(f))
        return outcome_severity(f->worst.outcome, f->worst.credit) == 3;
    return f->rule->worst == OUTCOME_CRITICAL;
}

/* --- messages --- */

/* One directive: its letter and, for f, its decimals. 0 where it is none of ours. */
static char directive(const char **at, int *decimals)
{
    const char *p = *at;
    char letter = *p;

    *decimals = 0;
    if (*p == '.' && p[1] >= '0' && p[1] <= '6' && p[2] == 'f') {
        *decimals = p[1] - '0';
        letter = 'f';
        p += 2;
    } else if (letter == '\0' || !strchr("sdnm%", letter)) {
        return 0;
    }
    *at = p + 1;
    return letter;
}

static void put_number(struct buf *buf, double number, bool grouped)
{
    decimal value;

    /* What a rule computes is shown to two decimals; facts rarely have more. */
    if (decimal_from_double(round(number * 100) / 100, &value))
        decimal_put(buf, value, grouped);
    else
        buf_printf(buf, "%.0f", number);
}

static void put_value(struct buf *buf, char letter, int decimals,
                      const struct message_value *value, const char *currency)
{
    if (letter == 's') {
        buf_puts(buf, value->text);
    } else if (letter == 'f') {
        decimal_put_double(buf, value->number, decimals);
    } else {
        put_number(buf, value->number, letter != 'd'); /* a year has no thousands */
        if (letter != 'm' || !*currency)
            return;
        buf_putc(buf, ' ');
        buf_puts(buf, currency);
    }
}

void message_put(struct buf *buf, const struct message *message, const char *currency)
{
    int used = 0, decimals;

    if (!message->format)
        return;
    for (const char *at = message->format; *at;) {
        const char *percent = strchr(at, '%');
        buf_put(buf, at, percent ? (size_t)(percent - at) : strlen(at));
        if (!percent)
            break;
        at = percent + 1;
        char letter = directive(&at, &decimals);
        if (letter == '%')
            buf_putc(buf, '%');
        else if (letter && used < message->value_count)
            put_value(buf, letter, decimals, &message->values[used++], currency);
    }
}

bool message_kinds(const char *format, char kinds[MESSAGE_MAX_VALUES + 1])
{
    int used = 0, decimals;

    for (const char *at = format; (at = strchr(at, '%')) != NULL;) {
        at++;
        char letter = directive(&at, &decimals);
        if (!letter || (letter != '%' && used == MESSAGE_MAX_VALUES))
            return false;
        if (letter != '%')
            kinds[used++] = letter;
    }
    kinds[used] = '\0';
    return true;
}

bool message_check(const struct message *message, const char **why)
{
    int used = 0, decimals;

    for (const char *at = message->format; (at = strchr(at, '%')) != NULL;) {
        at++;
        char letter = directive(&at, &decimals);
        if (!letter) {
            *why = "the message has a directive other than %s %d %n %m %.0f %%";
            return false;
        }
        if (letter == '%')
            continue;
        if (used == message->value_count) {
            *why = "the message has fewer values than directives";
            return false;
        }
        const struct message_value *value = &message->values[used++];
        if ((letter == 's') != (value->text != NULL)) {
            *why = letter == 's' ? "%s in the message wants text"
                                 : "a number directive in the message wants a number";
            return false;
        }
        if (letter == 'd' && value->number != floor(value->number)) {
            *why = "%d in the message wants a whole number";
            return false;
        }
    }
    *why = "the message has more values than directives";
    return used == message->value_count;
}

void finding_put_reason(struct buf *buf, const struct finding *finding, const char *currency)
{
    const struct message *message =
        finding_is_decided(finding) ? &finding->worst.message : &finding->message;

    if (finding->span && !message->format)
        message = &finding->best.message;
    message_put(buf, message, currency);
}
