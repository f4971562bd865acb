/* SPDX-License-Identifier: MIT */
#include "report/json/json_drawing.h"

static void put_message(struct drawing *d, const char *key, const struct message *message)
{
    if (!message->format) {
        json_none(d->json, key);
        return;
    }
    message_put(&d->text, message, d->a->profile->currency);
    drawing_put_scratch(d, key);
}

/* One end: a number and what is said beside it; null where there is no value. */
static void put_end(struct drawing *d, const char *key, const struct finding *line,
                    const struct ending *end)
{
    if (line->outcome != OUTCOME_VALUE) {
        json_none(d->json, key);
        return;
    }
    json_open(d->json, key, '{');
    json_decimal(d->json, "value", end->value);
    put_message(d, "message", &end->message);
    json_close(d->json, '}');
}

static void put_line(struct drawing *d, const struct figure_result *result,
                     const struct finding *line)
{
    json_open(d->json, NULL, '{');
    json_text(d->json, "outcome", outcome_name(line->outcome));
    if (line->outcome == OUTCOME_VALUE) {
        report_put_value(&d->text, d->a, result->figure, line);
        drawing_put_scratch(d, "shown");
    } else {
        json_none(d->json, "shown");
    }
    put_end(d, "low", line, &line->worst);
    put_end(d, "high", line, &line->best);
    put_message(d, "message", &line->message);
    if (line->error_line > 0)
        json_whole(d->json, "error_line", line->error_line);
    else
        json_none(d->json, "error_line");
    json_text(d->json, "error_id", line->error_id);
    drawing_put_fact_names(d, "reads", line->reads, line->read_count);
    json_close(d->json, '}');
}

static void put_figure(struct drawing *d, const struct figure_result *result)
{
    const struct figure *figure = result->figure;

    json_open(d->json, NULL, '{');
    json_text(d->json, "figure", figure->rule.id);
    json_text(d->json, "group", d->a->pack->groups[figure->group].id);
    json_text(d->json, "title", figure->rule.title);
    json_text(d->json, "file", figure->rule.file);
    json_text(d->json, "label", figure_label_name(figure->label));
    json_text(d->json, "assumes", figure->assumes);
    json_text(d->json, "unit", figure->unit);
    json_open(d->json, "lines", '[');
    for (size_t i = 0; i < result->count; i++)
        put_line(d, result, &result->lines[i]);
    json_close(d->json, ']');
    drawing_put_fact_names(d, "missing", result->missing, result->missing_count);
    json_names(d->json, "cites", figure->rule.cites);
    json_close(d->json, '}');
}

void drawing_put_figures(struct drawing *d)
{
    json_open(d->json, "figures", '[');
    for (size_t i = 0; d->a->figures && i < d->a->pack->figure_count; i++)
        if (!d->a->figures[i].figure->rule.off)
            put_figure(d, &d->a->figures[i]);
    json_close(d->json, ']');
}
