/* SPDX-License-Identifier: MIT */
#include <string.h>

#include <lauxlib.h>

#include "lua/load.h"
#include "lua/tracing.h"

enum { ARGUMENTS_SHOWN = 8, TEXT_BYTES_SHOWN = 60 };

static struct trace_event *add(struct run *run, enum trace_kind kind, int line, int number,
                               const char *text)
{
    struct trace *trace = run->trace;

    if (trace->count == TRACE_MAX_EVENTS) {
        trace->cut = true;
        return NULL;
    }
    trace->events =
        arena_grow(run->trace_arena, trace->events, trace->count, sizeof *trace->events);
    struct trace_event *event = &trace->events[trace->count++];
    *event = (struct trace_event){kind, line, number, text};
    return event;
}

/* A value as the rule's author would write it. Converts nothing on the stack. */
static void put_value(struct buf *buf, lua_State *L, int index)
{
    decimal number;
    size_t len;

    switch (lua_type(L, index)) {
    case LUA_TBOOLEAN:
        buf_puts(buf, lua_toboolean(L, index) ? "true" : "false");
        return;
    case LUA_TNUMBER:
        if (decimal_from_double(lua_tonumber(L, index), &number))
            decimal_put(buf, number, false);
        else
            buf_puts(buf, "a number that is too large");
        return;
    case LUA_TSTRING: {
        const char *at = lua_tolstring(L, index, &len);
        size_t shown = utf8_valid_len(at, len < TEXT_BYTES_SHOWN ? len : TEXT_BYTES_SHOWN);
        buf_putc(buf, '"');
        buf_put(buf, at, shown);
        buf_puts(buf, shown < len ? "...\"" : "\"");
        return;
    }
    default:
        buf_puts(buf, lua_typename(L, lua_type(L, index)));
    }
}

static const char *keep(struct run *run, struct buf *buf)
{
    char *copy = arena_copy(run->trace_arena, buf_text(buf), buf->len);

    text_make_printable(copy);
    buf_release(buf);
    return copy;
}

/* --- lines and calls --- */

static void on_line(void *context, lua_State *L, lua_Debug *ar)
{
    struct run *run = context;
    int line = ar->currentline;

    (void)L;
    if (line > 0 && (size_t)line <= run->trace->line_count)
        run->trace->lines[line] = true;
    add(run, TRACE_LINE, line, 0, NULL);
}

/* The line from which a function of the host's is called. */
static int caller_line(lua_State *L)
{
    lua_Debug ar;

    if (!lua_getstack(L, 1, &ar) || !lua_getinfo(L, "l", &ar))
        return 0;
    return ar.currentline > 0 ? ar.currentline : 0;
}

static void on_call(void *context, lua_State *L, lua_Debug *ar)
{
    struct run *run = context;
    struct buf text = BUF_INIT;

    /* Reading a fact is a call too, of its metamethod, which tracing_read notes; and so is each
     * step of ipairs. */
    if (!lua_getinfo(L, "nS", ar) || *ar->what != 'C' || !ar->name ||
        strcmp(ar->namewhat, "metamethod") == 0 || strcmp(ar->namewhat, "for iterator") == 0)
        return;
    buf_printf(&text, "%s(", ar->name);
    for (int i = 1; i <= ARGUMENTS_SHOWN && lua_getlocal(L, ar, i); i++) {
        buf_puts(&text, i > 1 ? ", " : "");
        put_value(&text, L, -1);
        lua_pop(L, 1);
    }
    buf_putc(&text, ')');
    add(run, TRACE_CALL, caller_line(L), 0, keep(run, &text));
}

struct sandbox_watch tracing_watch(struct run *run)
{
    return (struct sandbox_watch){on_line, on_call, run};
}

/* --- tests --- */

void tracing_test(struct run *run, int number)
{
    struct buf text = BUF_INIT;

    if (!run->trace)
        return;
    for (size_t i = 0; i < run->range_count; i++)
        buf_printf(&text, "%s%s at its %s end", i ? ", " : "",
                   run->pack->schema.facts[run->ranges[i]].name,
                   run->combination >> i & 1 ? "upper" : "lower");
    add(run, TRACE_TEST, 0, number, keep(run, &text));
}

void tracing_end(struct run *run, const char *answer)
{
    if (run->trace)
        add(run, TRACE_END, 0, 0, answer);
}

/* --- facts --- */

void tracing_read(lua_State *L, struct run *run, int fact)
{
    if (run->trace)
        add(run, TRACE_READ, caller_line(L), fact, NULL);
}

/* The last reading of the fact, which the value belongs to. */
static struct trace_event *last_reading(struct run *run, int fact)
{
    for (size_t i = run->trace->count; i > 0; i--) {
        struct trace_event *event = &run->trace->events[i - 1];
        if (event->kind == TRACE_READ && event->number == fact)
            return event;
    }
    return NULL;
}

void tracing_value(lua_State *L, struct run *run, int fact)
{
    struct buf text = BUF_INIT;
    struct trace_event *event = run->trace ? last_reading(run, fact) : NULL;

    if (!event)
        return;
    put_value(&text, L, -1);
    event->text = keep(run, &text);
}

void tracing_no_value(struct run *run, int fact, enum run_end end)
{
    static const char *const words[] = {[END_UNKNOWN] = "not known: the test ends",
                                        [END_REFUSED] = "refused: the test ends",
                                        [END_NOT_APPLICABLE] = "not applicable: the test ends"};
    struct trace_event *event = run->trace ? last_reading(run, fact) : NULL;

    if (event)
        event->text = words[end];
}

/* --- lines that can run --- */

size_t tracing_line_count(const char *text)
{
    size_t count = 1;

    for (; *text; text++)
        count += *text == '\n';
    return count;
}

struct line_query {
    const struct checks *checks;
    bool *lines;
    size_t line_count;
};

enum { FUNCTIONS_DEEP = 8 };

/* Marks the lines of the function on top and of the functions it uses; takes it off. */
static void l_mark_lines(lua_State *L, struct line_query *q, int depth)
{
    lua_Debug ar;

    luaL_checkstack(L, 8, NULL);
    for (int i = 1; depth > 0 && lua_getupvalue(L, -1, i); i++) {
        if (lua_isfunction(L, -1) && !lua_iscfunction(L, -1))
            l_mark_lines(L, q, depth - 1);
        else
            lua_pop(L, 1);
    }
    lua_getinfo(L, ">L", &ar); /* takes the function, leaves a table of lines */
    for (size_t i = 1; lua_istable(L, -1) && i <= q->line_count; i++) {
        lua_rawgeti(L, -1, (lua_Integer)i);
        q->lines[i] |= lua_toboolean(L, -1) == 1;
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static int l_lines(lua_State *L)
{
    struct line_query *q = lua_touserdata(L, 1);

    for (size_t i = 0; i < q->checks->count; i++) {
        lua_rawgeti(L, LUA_REGISTRYINDEX, q->checks->refs[i]);
        l_mark_lines(L, q, FUNCTIONS_DEEP);
    }
    return 0;
}

size_t rulebook_lines(struct rulebook *book, size_t file, struct arena *arena, bool **lines)
{
    size_t rules = book->pack.rule_count;
    struct line_query q = {
        .checks = file < rules ? &book->checks[file] : &book->computes[file - rules],
        .line_count = tracing_line_count(pack_file(&book->pack, file)->source)};
    struct sandbox_fault fault;

    q.lines = arena_alloc(arena, (q.line_count + 1) * sizeof *q.lines);
    sandbox_start_company(&book->box, true);
    sandbox_start_rule(&book->box, 0, false);
    sandbox_call(&book->box, l_lines, &q, &fault); /* out of memory: some lines are missing */
    sandbox_restore(&book->box);
    *lines = q.lines;
    return q.line_count;
}
