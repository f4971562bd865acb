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

/* Makes the answer an error. */
static void break_rule(struct answer *answer, struct arena *arena, const char *why)
{
    *answer = (struct answer){.end.outcome = OUTCOME_ERROR,
                              .missing = FACT_NONE,
                              .error_id = "answer",
                              .end.message = {.format = answer_text(arena, why)}};
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
    int type = lua_type(L, index);
    size_t len;

    *value = (struct message_value){0};
    if (type == LUA_TNUMBER) {
        value->number = lua_tonumber(L, index);
        return fabs(value->number) <=
               9e12; /* false for NaN; longer ones would pass the byte limit */
    }
    if (type != LUA_TSTRING)
        return false;
    const char *at = lua_tolstring(L, index, &len); /* no conversion: it is a string */
    *bytes += len;
    if (*bytes <= max_bytes)
        value->text = copy_text(arena, at, len);
    return true;
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

/* The message from stack index 'at' to 'top'; an error answer where it breaks a rule. */
static void take_message(lua_State *L, struct arena *arena, int at, int top,
                         struct answer *answer)
{
    struct message *message = &answer->end.message;
    const struct known_format *known = NULL;
    size_t bytes = 0, max_bytes = (size_t)sandbox_of(L)->limits.message_bytes;
    int count = top - at;
    const char *why;

    if (top < at && answer->end.outcome >= OUTCOME_UNKNOWN)
        return; /* unknown() and not_applicable() may be silent */
    if (lua_type(L, at) != LUA_TSTRING) {
        break_rule(answer, arena, "an outcome needs a message: pass(\"...\", values)");
        return;
    }
    if (count > MESSAGE_MAX_VALUES) {
        break_rule(answer, arena, "a message may have 12 values at most");
        return;
    }
    const char *format = lua_tolstring(L, at, &bytes);
    if (bytes <= max_bytes) {
        known = formats_find(run_of(L)->formats, format, bytes);
        message->format = known ? known->text : copy_text(arena, format, bytes);
    }
    message->values = arena_room(arena, (size_t)count * sizeof *message->values);
    message->value_count = count;
    for (int i = 0; i < count; i++) {
        if (take_value(L, arena, at + 1 + i, max_bytes, &bytes, &message->values[i]))
            continue;
        break_rule(answer, arena, "the values of a message must be text or finite numbers");
        return;
    }
    if (bytes > max_bytes)
        break_rule(answer, arena,
                   arena_printf(arena,
                                "a message may take %zu bytes at most (limit message_bytes)",
                                max_bytes));
    else if (!(known && values_fit(known, message)) && !message_check(message, &why))
        break_rule(answer, arena, why);
}

/* A row answers true or false. */
static void take_boolean(lua_State *L, struct arena *arena, struct answer *answer)
{
    if (!lua_isboolean(L, 1)) {
        break_rule(answer, arena, "check of a row must return true or false");
        return;
    }
    answer->end.outcome = lua_toboolean(L, 1) ? OUTCOME_PASS : OUTCOME_CRITICAL;
    answer->end.credit = outcome_credit(answer->end.outcome);
}

/* value() put the number second. */
static void take_figure(lua_State *L, struct arena *arena, int top, struct answer *answer)
{
    bool is_value = answer->end.outcome == OUTCOME_VALUE;

    if (!is_value && answer->end.outcome != OUTCOME_UNKNOWN &&
        answer->end.outcome != OUTCOME_NOT_APPLICABLE)
        break_rule(answer, arena,
                   "compute must return value(number, ...), unknown(...) or "
                   "not_applicable(...)");
    else if (is_value && (lua_type(L, 2) != LUA_TNUMBER ||
                          !decimal_from_double(lua_tonumber(L, 2), &answer->end.value)))
        break_rule(answer, arena, "a value must be a number between -9e12 and 9e12");
    else
        take_message(L, arena, is_value ? 3 : 2, top, answer);
}

static void take_outcome(lua_State *L, struct arena *arena, int top, enum outcome worst,
                         struct answer *answer)
{
    if (answer->end.outcome == OUTCOME_COUNT || answer->end.outcome == OUTCOME_VALUE)
        break_rule(answer, arena,
                   "check must return pass(...), info(...), minor(...), major(...), "
                   "critical(...), credit(x, ...), unknown(...) or "
                   "not_applicable(...)");
    else if (answer->end.outcome <= OUTCOME_CREDIT &&
             answer->end.credit < outcome_credit(worst))
        break_rule(answer, arena,
                   arena_printf(arena, "%s is worse than the rule's 'worst', which is %s",
                                outcome_name(answer->end.outcome), outcome_name(worst)));
    else
        take_message(L, arena, 2, top, answer);
}

void answer_take(lua_State *L, struct arena *arena, enum answer_kind kind, enum outcome worst,
                 struct answer *answer)
{
    int top = lua_gettop(L);

    *answer = (struct answer){.end.outcome = OUTCOME_COUNT, .missing = FACT_NONE};
    if (kind == ANSWER_ROW) {
        take_boolean(L, arena, answer);
        return;
    }
    answer->end.outcome = api_outcome_at(lua_touserdata(L, 1), &answer->end.credit);
    if (kind == ANSWER_FIGURE)
        take_figure(L, arena, top, answer);
    else
        take_outcome(L, arena, top, worst, answer);
}

static const char *error_id_of(enum sandbox_stop stop)
{
    return stop == STOP_STEPS ? "steps" : stop == STOP_BYTES ? "bytes" : "code";
}

/* "recruitment/RE02_x.lua:23: text": the line goes apart. */
void answer_of_fault(const struct sandbox_fault *fault, struct arena *arena,
                     struct answer *answer)
{
    const char *text = fault->message;
    const char *colon = fault->stop == STOP_NONE ? strstr(text, ".lua:") : NULL;
    char *end;

    *answer = (struct answer){.end.outcome = OUTCOME_ERROR,
                              .missing = FACT_NONE,
                              .error_line = fault->line,
                              .error_id = error_id_of(fault->stop)};
    if (colon) {
        answer->error_line = (int)strtol(colon + 5, &end, 10);
        text = end + strspn(end, ": ");
    }
    answer->end.message.format = answer_text(arena, text);
}
