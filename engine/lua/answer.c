/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lua/answer.h"
#include "lua/api.h"
#include "lua/run.h"

const char *answer_text(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, 2 * strlen(text) + 1), *to = out;

    for (; *text; text++) {
        if (*text == '%')
            *to++ = '%';
        *to++ = *text;
    }
    return out;
}

static struct answer rule_error(struct arena *arena, const char *why)
{
    return (struct answer){.outcome = OUTCOME_ERROR,
                           .missing = FACT_NONE,
                           .error_id = "answer",
                           .message = {.format = answer_text(arena, why)}};
}

/* A copy that may stand in a message: one line. */
static const char *copy_text(struct arena *arena, const char *at, size_t len)
{
    if (text_plain_len(at, len) == len)
        return arena_copy(arena, at, len);
    char *copy = arena_copy(arena, at, utf8_valid_len(at, len));
    text_make_printable(copy);
    return copy;
}

/* 'bytes' is the length of the message so far. */
static bool take_value(lua_State *L, struct arena *arena, int index, size_t max_bytes,
                       size_t *bytes, struct message_value *value)
{
    size_t len;

    if (lua_type(L, index) == LUA_TSTRING) { /* no conversion: it is a string */
        const char *at = lua_tolstring(L, index, &len);
        *bytes += len;
        if (*bytes <= max_bytes)
            value->text = copy_text(arena, at, len);
        return true;
    }
    if (lua_type(L, index) != LUA_TNUMBER)
        return false;
    value->number = lua_tonumber(L, index);
    return fabs(value->number) <=
           9e12; /* false for NaN; longer ones would pass the byte limit */
}

/* Whether the values are what the directives want. */
static bool values_fit(const struct known_format *format, const struct message *message)
{
    const char *kind = format->kinds;

    for (int i = 0; i < message->value_count; i++, kind++) {
        const struct message_value *value = &message->values[i];
        if (*kind == '\0' || (*kind == 's') != (value->text != NULL) ||
            (*kind == 'd' && value->number != floor(value->number)))
            return false;
    }
    return *kind == '\0';
}

/* The message from stack index 'at' on; an error answer where it breaks a rule. */
static struct answer take_message(lua_State *L, struct arena *arena, int at,
                                  struct answer answer)
{
    int count = lua_gettop(L) - at;
    const struct known_format *known = NULL;
    size_t bytes = 0, max_bytes = (size_t)sandbox_of(L)->limits.message_bytes;
    const char *why;

    if (lua_gettop(L) < at && answer.outcome >= OUTCOME_UNKNOWN)
        return answer; /* unknown() and not_applicable() may be silent */
    if (lua_type(L, at) != LUA_TSTRING)
        return rule_error(arena, "an outcome needs a message: pass(\"...\", values)");
    if (count > MESSAGE_MAX_VALUES)
        return rule_error(arena, "a message may have 12 values at most");
    const char *format = lua_tolstring(L, at, &bytes);
    if (bytes <= max_bytes) {
        known = formats_find(run_of(L)->formats, format, bytes);
        answer.message.format = known ? known->text : copy_text(arena, format, bytes);
    }
    answer.message.values = arena_alloc(arena, (size_t)count * sizeof *answer.message.values);
    answer.message.value_count = count;
    for (int i = 0; i < count; i++)
        if (!take_value(L, arena, at + 1 + i, max_bytes, &bytes, &answer.message.values[i]))
            return rule_error(arena, "the values of a message must be text or finite numbers");
    if (bytes > max_bytes)
        return rule_error(
            arena,
            arena_printf(arena, "a message may take %zu bytes at most (limit message_bytes)",
                         max_bytes));
    if ((known && values_fit(known, &answer.message)) || message_check(&answer.message, &why))
        return answer;
    return rule_error(arena, why);
}

/* credit() put thousandths second; a rule may have put something else in between. */
static bool take_credit(lua_State *L, struct answer *answer)
{
    lua_Integer credit = lua_isinteger(L, 2) ? lua_tointeger(L, 2) : -1;

    answer->credit = (int)credit;
    return credit >= 0 && credit <= CREDIT_FULL;
}

/* A row answers true or false. */
static struct answer take_boolean(lua_State *L, struct arena *arena)
{
    if (!lua_isboolean(L, 1))
        return rule_error(arena, "check of a row must return true or false");
    bool fits = lua_toboolean(L, 1);
    return (struct answer){.outcome = fits ? OUTCOME_PASS : OUTCOME_CRITICAL,
                           .credit = fits ? CREDIT_FULL : 0,
                           .missing = FACT_NONE};
}

/* value() put the number second. */
static struct answer take_figure(lua_State *L, struct arena *arena, struct answer answer)
{
    if (answer.outcome == OUTCOME_VALUE) {
        if (lua_type(L, 2) != LUA_TNUMBER ||
            !decimal_from_double(lua_tonumber(L, 2), &answer.value))
            return rule_error(arena, "a value must be a number between -9e12 and 9e12");
        return take_message(L, arena, 3, answer);
    }
    if (answer.outcome == OUTCOME_UNKNOWN || answer.outcome == OUTCOME_NOT_APPLICABLE)
        return take_message(L, arena, 2, answer);
    return rule_error(arena, "compute must return value(number, ...), unknown(...) or "
                             "not_applicable(...)");
}

/* What check returned in the place of an outcome, for those who wonder why. */
static const char *returned(lua_State *L)
{
    switch (lua_type(L, 1)) {
    case LUA_TFUNCTION:
        return "it returned a function: write the brackets too, as in pass('few')";
    case LUA_TSTRING:
        return "it returned a text: write pass('few') and not 'pass'";
    case LUA_TBOOLEAN:
        return "it returned true or false: write pass('few') for what is good";
    case LUA_TNUMBER:
        return "it returned a number";
    case LUA_TNONE:
    case LUA_TNIL:
        return "it returned nothing: each way through it ends with return";
    default:
        return "it returned something else";
    }
}

static struct answer take_outcome(lua_State *L, struct arena *arena, enum outcome worst,
                                  struct answer answer)
{
    enum outcome outcome = answer.outcome;

    if (outcome == OUTCOME_COUNT || outcome == OUTCOME_VALUE)
        return rule_error(
            arena,
            arena_printf(arena,
                         "check must return pass(...), info(...), minor(...), "
                         "major(...), critical(...), credit(x, ...), unknown(...) or "
                         "not_applicable(...); %s",
                         outcome == OUTCOME_VALUE ? "value(...) is for figures" : returned(L)));
    bool credit = outcome == OUTCOME_CREDIT;
    if (credit && !take_credit(L, &answer))
        return rule_error(arena, "credit must be from 0 to 1: 60 percent is credit(0.6, ...)");
    if (!credit)
        answer.credit = outcome_credit(outcome);
    if (outcome <= OUTCOME_CREDIT && answer.credit < outcome_credit(worst))
        return rule_error(
            arena, arena_printf(arena, "%s is worse than the rule's 'worst', which is %s",
                                outcome_name(outcome), outcome_name(worst)));
    return take_message(L, arena, credit ? 3 : 2, answer);
}

struct answer answer_take(lua_State *L, struct arena *arena, enum answer_kind kind,
                          enum outcome worst)
{
    struct answer answer = {.outcome = OUTCOME_COUNT, .missing = FACT_NONE};

    if (kind == ANSWER_ROW)
        return take_boolean(L, arena);
    if (lua_islightuserdata(L, 1))
        answer.outcome = api_outcome_at(lua_touserdata(L, 1));
    return kind == ANSWER_FIGURE ? take_figure(L, arena, answer)
                                 : take_outcome(L, arena, worst, answer);
}

static const char *error_id_of(enum sandbox_stop stop)
{
    return stop == STOP_STEPS ? "steps" : stop == STOP_BYTES ? "bytes" : "code";
}

/* "recruitment/RE02_x.lua:23: text": the line goes apart. */
struct answer answer_of_fault(const struct sandbox_fault *fault, struct arena *arena)
{
    const char *text = fault->message;
    const char *colon = fault->stop == STOP_NONE ? strstr(text, ".lua:") : NULL;
    char *end;
    struct answer answer = {
        .outcome = OUTCOME_ERROR, .missing = FACT_NONE, .error_id = error_id_of(fault->stop)};

    answer.error_line = fault->line;
    if (colon) {
        answer.error_line = (int)strtol(colon + 5, &end, 10);
        text = end + strspn(end, ": ");
    }
    answer.message.format = answer_text(arena, text);
    return answer;
}
