/* SPDX-License-Identifier: MIT */
#include "report/sheets/math.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "report/json/json_writer.h"

enum { NUMBER_COLUMN = 16 };

static const char *const labels[] = {"exact", "from your numbers", "model"};

/* --- numbers --- */

static const char *grouped(struct arena *arena, decimal value, const char *after)
{
    struct buf buf = BUF_INIT;

    decimal_put(&buf, value, true);
    buf_puts(&buf, after);
    const char *text = arena_copy(arena, buf_text(&buf), buf.len);
    buf_release(&buf);
    return text;
}

struct math_number math_money(struct arena *arena, struct ratio value)
{
    decimal rounded = ratio_round(value, 2, RATIO_NEAREST);
    decimal tenth = DECIMAL_ONE / 10;
    bool one_place = rounded % DECIMAL_ONE != 0 && rounded % tenth == 0;

    return (struct math_number){grouped(arena, rounded, one_place ? "0" : ""), "money", true,
                                rounded};
}

struct math_number math_pct(struct arena *arena, struct ratio share,
                            enum ratio_rounding rounding)
{
    decimal rounded = ratio_round(share, 4, rounding) * 100;

    return (struct math_number){grouped(arena, rounded, "%"), "pct", true, rounded};
}

struct math_number math_plain(struct arena *arena, decimal value)
{
    return (struct math_number){grouped(arena, value, ""), "number", true, value};
}

struct math_number math_whole(struct arena *arena, int64_t value)
{
    decimal whole = value * DECIMAL_ONE;

    return (struct math_number){grouped(arena, whole, ""), "count", true, whole};
}

struct math_number math_one_in(struct arena *arena, int64_t value)
{
    struct math_number number = math_whole(arena, value);

    number.shown = arena_printf(arena, "1 in %s", number.shown);
    number.unit = "one in";
    return number;
}

struct math_number math_double(struct arena *arena, double value, int places)
{
    struct math_number number = {arena_printf(arena, "%.*f", places, value), "number", false,
                                 0};

    number.has_value = decimal_from_double(value, &number.value);
    return number;
}

struct math_number math_none(const char *shown, const char *unit)
{
    return (struct math_number){shown, unit, false, 0};
}

/* From here on "1 in N" says more than a percentage; and from there on, nothing does. */
static const double rare = 0.01, rarest = 1e-12;

struct math_number math_chance(struct arena *arena, double share)
{
    decimal rounded;

    if (share > 0 && share < rarest)
        return math_none("under 1 in 1e12", "one in");
    if (share > 0 && share < rare)
        return math_one_in(arena, (int64_t)(1 / share + 0.5));
    if (!decimal_from_double(share * 100, &rounded))
        return math_none("none", "pct");
    return math_pct(arena, ratio_pct(rounded), RATIO_NEAREST);
}

void math_add(struct math_sheet *sheet, const char *key, struct math_number number,
              enum math_label label, const char *assumption, const char *format, ...)
{
    char sentence[1024];
    va_list args;

    va_start(args, format);
    vsnprintf(sentence, sizeof sentence, format, args);
    va_end(args);
    sheet->lines = arena_grow(sheet->arena, sheet->lines, sheet->count, sizeof *sheet->lines);
    sheet->lines[sheet->count++] = (struct math_line){
        .key = key,
        .shown = number.shown,
        .unit = number.unit,
        .has_value = number.has_value,
        .value = number.value,
        .sentence = arena_copy(sheet->arena, sentence, strlen(sentence)),
        .label = label,
        .assumption = assumption,
    };
}

void math_note_input(struct math_sheet *sheet, const char *option, const char *shown,
                     const char *from)
{
    sheet->inputs =
        arena_grow(sheet->arena, sheet->inputs, sheet->input_count, sizeof *sheet->inputs);
    sheet->inputs[sheet->input_count++] = (struct math_input){option, shown, from};
}

/* --- drawing --- */

/* What the number rests on; said once where the line before rests on the same. */
static void put_label(struct page *page, const struct math_line *line,
                      const struct math_line *before)
{
    bool again = before && before->label == line->label && line->assumption &&
                 before->assumption == line->assumption;
    const char *assumption = again ? "as above" : line->assumption;

    buf_printf(&page->scratch, "[%s%s%s]", labels[line->label], assumption ? ": " : "",
               assumption ? assumption : "");
    page_wrap_scratch(page, 0, NUMBER_COLUMN);
}

static void put_line(struct page *page, const struct math_line *line)
{
    size_t len = utf8_columns(line->shown);
    size_t at = len < NUMBER_COLUMN - 2 ? NUMBER_COLUMN - 2 : len;

    page_pad(page, 0, at - len);
    page_tone(page, TONE_HEAD, line->shown);
    buf_puts(page->out, "  ");
    page_wrap(page, at + 2, NUMBER_COLUMN, line->sentence);
}

static const char *const answers[] = {"fails", "holds", "not known"};

/* What fails first, then what is not known, then what holds. */
static void put_points(struct page *page, const struct math_sheet *sheet)
{
    static const enum math_answer order[] = {MATH_FAILS, MATH_NOT_KNOWN, MATH_HOLDS};
    size_t counts[COUNT(answers)] = {0};

    for (size_t i = 0; i < sheet->point_count; i++)
        counts[sheet->points[i].answer]++;
    const char *beside = arena_printf(
        sheet->arena, "(of %zu points %zu fail, %zu hold, %zu are not known)",
        sheet->point_count, counts[MATH_FAILS], counts[MATH_HOLDS], counts[MATH_NOT_KNOWN]);
    page_heading(page, "THE STATEMENT ITSELF", beside);
    for (size_t o = 0; o < COUNT(order); o++)
        for (size_t i = 0; i < sheet->point_count; i++) {
            const struct math_point *point = &sheet->points[i];
            size_t len = strlen(answers[point->answer]);
            if (point->answer != order[o])
                continue;
            page_pad(page, 0, NUMBER_COLUMN - 2 - len);
            buf_printf(page->out, "%s  ", answers[point->answer]);
            buf_printf(&page->scratch, "%s  (%s)", point->words, point->evidence);
            page_wrap_scratch(page, NUMBER_COLUMN, NUMBER_COLUMN);
        }
}

static void put_inputs(struct page *page, const struct math_sheet *sheet)
{
    page_heading(page, "TAKEN FROM THE PROFILE", "(an option in its place counts more)");
    for (size_t i = 0; i < sheet->input_count; i++) {
        const struct math_input *input = &sheet->inputs[i];
        buf_printf(&page->scratch, "--%s %s  (%s)", input->option,
                   input->shown ? input->shown : "stays open", input->from);
        buf_puts(page->out, "  ");
        page_wrap_scratch(page, 2, 6);
    }
}

void math_text(struct page *page, const struct math_sheet *sheet)
{
    const struct profile *profile = sheet->profile;

    buf_printf(page->out, "plumbline %s%s%s\n\n", sheet->command, profile ? ", " : "",
               profile ? arena_printable(sheet->arena, profile->name) : "");
    for (size_t i = 0; i < sheet->count; i++) {
        put_line(page, &sheet->lines[i]);
        put_label(page, &sheet->lines[i], i > 0 ? &sheet->lines[i - 1] : NULL);
    }
    if (sheet->point_count > 0)
        put_points(page, sheet);
    if (sheet->input_count > 0)
        put_inputs(page, sheet);
    if (sheet->invitation) {
        buf_putc(page->out, '\n');
        page_wrap(page, 0, 0, sheet->invitation);
    }
}

static void put_profile(struct json *json, const struct math_sheet *sheet)
{
    json_open(json, "pack", '{');
    json_text(json, "name", sheet->pack->name);
    json_text(json, "version", sheet->pack->version);
    json_text(json, "sha256", sheet->pack->hash);
    json_close(json, '}');
    json_open(json, "profile", '{');
    json_text(json, "file", sheet->profile->file);
    json_text(json, "name", sheet->profile->name);
    json_text(json, "sha256", sheet->profile->hash);
    json_text(json, "currency", *sheet->profile->currency ? sheet->profile->currency : NULL);
    json_open(json, "inputs", '[');
    for (size_t i = 0; i < sheet->input_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "option", sheet->inputs[i].option);
        json_text(json, "value", sheet->inputs[i].shown);
        json_text(json, "from", sheet->inputs[i].from);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void put_json_points(struct json *json, const struct math_sheet *sheet)
{
    json_open(json, "statement", '[');
    for (size_t i = 0; i < sheet->point_count; i++) {
        json_open(json, NULL, '{');
        json_text(json, "id", sheet->points[i].id);
        json_text(json, "point", sheet->points[i].words);
        json_text(json, "answer", answers[sheet->points[i].answer]);
        json_text(json, "evidence", sheet->points[i].evidence);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void math_json(struct buf *out, const struct math_sheet *sheet, const char *version)
{
    struct json json = {.out = out};

    json_open(&json, NULL, '{');
    json_text(&json, "plumbline", version);
    json_text(&json, "command", sheet->command);
    if (sheet->profile)
        put_profile(&json, sheet);
    json_open(&json, "figures", '[');
    for (size_t i = 0; i < sheet->count; i++) {
        const struct math_line *line = &sheet->lines[i];
        json_open(&json, NULL, '{');
        json_text(&json, "id", line->key);
        if (line->has_value)
            json_decimal(&json, "value", line->value);
        else
            json_none(&json, "value");
        json_text(&json, "unit", line->unit);
        json_text(&json, "shown", line->shown);
        json_text(&json, "sentence", line->sentence);
        json_text(&json, "label", labels[line->label]);
        json_text(&json, "assumption", line->assumption);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    if (sheet->point_count > 0)
        put_json_points(&json, sheet);
    if (sheet->invitation)
        json_text(&json, "invitation", sheet->invitation);
    json_close(&json, '}');
    buf_putc(out, '\n');
}
