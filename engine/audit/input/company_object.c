/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>

#include <jansson.h>

#include "audit/input/company_parts.h"

/* One member on its way to being statements. */
struct member {
    struct text section, key;
    int number; /* of the statement, from 1: its column */
};

static void refuse(struct company_reading *r, const struct member *m, const char *sentence)
{
    bool flat = m->section.len == 0;

    faults_add(r->faults, r->arena, r->company->line, m->number, "%.*s%s%.*s: %s",
               text_shown(m->section), flat ? "" : m->section.at, flat ? "" : ".",
               text_shown(m->key), m->key.at, sentence);
}

/* A number as it was written, where that can be told from what jansson keeps of it. */
static bool real_text(struct company_reading *r, double real, struct text *out)
{
    const char *text = arena_printf(r->arena, "%.15g", real);

    *out = text_of(text);
    return strtod(text, NULL) == real;
}

/* The value as it would stand in a profile; false with a fault. */
static bool scalar_text(struct company_reading *r, const struct member *m, const json_t *value,
                        struct text *out)
{
    switch (json_typeof(value)) {
    case JSON_STRING:
        *out = (struct text){json_string_value(value), json_string_length(value)};
        return true;
    case JSON_INTEGER:
        *out =
            text_of(arena_printf(r->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value)));
        return true;
    case JSON_REAL:
        if (real_text(r, json_real_value(value), out))
            return true;
        refuse(r, m, "has more digits than a JSON number keeps: write it as a string");
        return false;
    case JSON_TRUE:
    case JSON_FALSE:
        *out = text_of(json_is_true(value) ? "true" : "false");
        return true;
    case JSON_NULL:
        *out = text_of(""); /* looked for, not found */
        return true;
    default:
        refuse(r, m,
               json_is_array(value) ? "is a list in a list: write one list of values"
                                    : "is an object where a value must stand");
        return false;
    }
}

static void state_value(struct company_reading *r, struct member *m, const json_t *value)
{
    struct profile_statement s = {
        .section = m->section, .key = m->key, .line = r->company->line, .column = ++m->number};

    if (!scalar_text(r, m, value, &s.value))
        return;
    r->statements = arena_grow(r->arena, r->statements, r->count, sizeof s);
    r->statements[r->count++] = s;
}

/* A value, or a list of values, which repeats the key. */
static void state_member(struct company_reading *r, struct member *m, const json_t *value)
{
    if (!json_is_array(value)) {
        state_value(r, m, value);
        return;
    }
    if (json_array_size(value) == 0) {
        m->number++;
        refuse(r, m, "is an empty list: leave it out, or write null where it is not known");
    }
    for (size_t i = 0; i < json_array_size(value); i++)
        state_value(r, m, json_array_get(value, i));
}

/* What stands in {"source": {"S1": {...}}} is of the section 'source S1'. */
static void state_section(struct company_reading *r, struct member *m, json_t *object,
                          bool nested)
{
    struct text section = m->section;
    const char *name;
    json_t *value;

    json_object_foreach(object, name, value)
    {
        m->section = section;
        m->key = text_of(name);
        if (json_is_object(value) && !nested) {
            m->section =
                text_of(arena_printf(r->arena, "%.*s %s", (int)section.len, section.at, name));
            state_section(r, m, value, true);
        } else {
            state_member(r, m, value);
        }
    }
}

static void state_object(struct company_reading *r, json_t *object)
{
    struct member m = {.number = 0};
    const char *name;
    json_t *value;

    json_object_foreach(object, name, value)
    {
        if (json_is_object(value)) {
            m.section = text_of(name);
            state_section(r, &m, value, false);
        } else if (company_part_name(text_of(name), &m.section, &m.key)) {
            state_member(r, &m, value);
        } else {
            m.section = (struct text){"", 0};
            m.key = text_of(name);
            m.number++;
            refuse(r, &m,
                   "is no section.key: write \"company.name\", or {\"company\": {\"name\": "
                   "...}}");
        }
    }
}

static json_t *parse(struct company_reading *r)
{
    const struct company *company = r->company;
    json_error_t error;
    json_t *json =
        json_loadb(company->text.at, company->text.len, JSON_REJECT_DUPLICATES, &error);

    if (!json)
        faults_add(r->faults, r->arena, company->line, error.position,
                   "is no JSON object on a line of its own: %s", error.text);
    else if (!json_is_object(json))
        faults_add(r->faults, r->arena, company->line, 1,
                   "is a list, not an object: write one {...} a line");
    if (json_is_object(json))
        return json;
    json_decref(json);
    return NULL;
}

bool company_read_object(struct company_reading *reading)
{
    char hash[HASH_HEX_LEN + 1];
    json_t *json = parse(reading);

    if (!json)
        return false;
    state_object(reading, json);
    company_group(reading->statements, reading->count, reading->arena);
    hash_sha256(reading->company->text.at, reading->company->text.len, hash);
    bool ok = company_build(reading, hash);
    json_decref(json);
    return ok;
}
