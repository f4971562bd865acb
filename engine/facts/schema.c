/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "facts/schema.h"

static const char *const type_names[TYPE_COUNT] = {
    [TYPE_TEXT] = "text",
    [TYPE_BOOL] = "bool",
    [TYPE_INT] = "int",
    [TYPE_NUMBER] = "number",
    [TYPE_PCT] = "pct",
    [TYPE_MONEY] = "money",
    [TYPE_DATE] = "date",
    [TYPE_DURATION] = "duration",
    [TYPE_ENUM] = "enum",
    [TYPE_SET] = "set",
    [TYPE_COUNTRY_LIST] = "country_list",
    [TYPE_PCT_LIST] = "pct_list",
    [TYPE_INCOME_ROWS] = "income_rows",
    [TYPE_CURRENCY] = "currency",
    [TYPE_URL] = "url",
};

const char *fact_type_name(enum fact_type type)
{
    return type_names[type];
}

bool fact_type_from_name(const char *name, enum fact_type *out)
{
    for (int i = 0; i < TYPE_COUNT; i++) {
        if (strcmp(type_names[i], name) == 0) {
            *out = (enum fact_type)i;
            return true;
        }
    }
    return false;
}

bool fact_type_is_numeric(enum fact_type type)
{
    return type == TYPE_INT || type == TYPE_NUMBER || type == TYPE_PCT || type == TYPE_MONEY ||
           type == TYPE_DATE || type == TYPE_DURATION;
}

bool fact_type_is_set(enum fact_type type)
{
    return type == TYPE_SET || type == TYPE_COUNTRY_LIST;
}

bool fact_type_is_list(enum fact_type type)
{
    return fact_type_is_set(type) || type == TYPE_PCT_LIST || type == TYPE_INCOME_ROWS;
}

/* Eight bytes a step, in the manner of FNV-1a. Names are short. */
static uint64_t hash_text(uint64_t hash, struct text text)
{
    const uint64_t prime = UINT64_C(0x100000001B3);
    uint64_t word;

    if (text.len >= sizeof word) { /* the last step may take bytes again */
        const char *last = text.at + text.len - sizeof word;
        for (const char *at = text.at; at < last; at += sizeof word) {
            memcpy(&word, at, sizeof word);
            hash = (hash ^ word) * prime;
            hash ^= hash >> 32;
        }
        memcpy(&word, last, sizeof word);
    } else {
        word = text.len;
        for (size_t i = 0; i < text.len; i++)
            word = word << 8 | (unsigned char)text.at[i];
    }
    hash = (hash ^ word) * prime;
    return hash ^ hash >> 32;
}

static size_t slot_of(const struct schema *schema, struct text section, struct text key)
{
    uint64_t hash = hash_text(hash_text(UINT64_C(0xCBF29CE484222325), section), key);

    return (size_t)hash & (schema->slot_count - 1);
}

void schema_index(struct schema *schema, struct arena *arena)
{
    schema->slot_count = 8;
    while (schema->slot_count < 2 * schema->fact_count)
        schema->slot_count *= 2;
    schema->slots = arena_alloc(arena, schema->slot_count * sizeof *schema->slots);
    for (size_t i = 0; i < schema->slot_count; i++)
        schema->slots[i] = FACT_NONE;
    for (size_t i = 0; i < schema->fact_count; i++) {
        const struct fact_def *def = &schema->facts[i];
        size_t slot = slot_of(schema, text_of(def->section), text_of(def->key));
        while (schema->slots[slot] != FACT_NONE)
            slot = (slot + 1) & (schema->slot_count - 1);
        schema->slots[slot] = (short)i;
    }
}

int schema_find(const struct schema *schema, struct text section, struct text key)
{
    size_t slot = slot_of(schema, section, key);

    for (; schema->slots[slot] != FACT_NONE; slot = (slot + 1) & (schema->slot_count - 1)) {
        const struct fact_def *def = &schema->facts[schema->slots[slot]];
        if (text_is(key, def->key) && text_is(section, def->section))
            return schema->slots[slot];
    }
    return FACT_NONE;
}

int schema_find_name(const struct schema *schema, const char *name)
{
    const char *dot = strchr(name, '.');

    if (!dot)
        return FACT_NONE;
    return schema_find(schema, (struct text){name, (size_t)(dot - name)}, text_of(dot + 1));
}

bool schema_has_section(const struct schema *schema, struct text section)
{
    for (size_t i = 0; i < schema->section_count; i++)
        if (text_is(section, schema->sections[i].name))
            return true;
    return false;
}
