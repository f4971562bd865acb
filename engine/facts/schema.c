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

/* In the manner of FNV-1a, a few bytes a step; the last step may take some again. Keys are
 * short. */
static uint64_t hash_text(uint64_t hash, struct text text)
{
    const uint64_t prime = UINT64_C(0x100000001B3);
    const char *at = text.at, *end = text.at + text.len;
    uint64_t word;

    if (text.len >= sizeof word) {
        for (; at < end - sizeof word; at += sizeof word) {
            memcpy(&word, at, sizeof word);
            hash = (hash ^ word) * prime;
            hash ^= hash >> 32;
        }
        memcpy(&word, end - sizeof word, sizeof word);
    } else if (text.len >= sizeof(uint32_t)) {
        uint32_t halves[2];
        memcpy(&halves[0], at, sizeof halves[0]);
        memcpy(&halves[1], end - sizeof halves[1], sizeof halves[1]);
        word = (uint64_t)halves[0] << 32 | halves[1];
    } else {
        for (word = text.len; at < end; at++)
            word = word << 8 | (unsigned char)*at;
    }
    hash = (hash ^ word) * prime;
    return hash ^ hash >> 32;
}

static size_t slot_of(const struct schema *schema, int section, struct text key)
{
    uint64_t hash = hash_text(UINT64_C(0xCBF29CE484222325) + (uint64_t)section, key);

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
        struct fact_def *def = &schema->facts[i];
        def->key_len = strlen(def->key);
        def->section_number = schema_find_section(schema, text_of(def->section));
        size_t slot = slot_of(schema, def->section_number, text_of(def->key));
        while (schema->slots[slot] != FACT_NONE)
            slot = (slot + 1) & (schema->slot_count - 1);
        schema->slots[slot] = (short)i;
    }
}

int schema_find_section(const struct schema *schema, struct text section)
{
    for (size_t i = 0; i < schema->section_count; i++)
        if (text_is(section, schema->sections[i].name))
            return (int)i;
    return SECTION_NONE;
}

bool schema_has_section(const struct schema *schema, struct text section)
{
    return schema_find_section(schema, section) != SECTION_NONE;
}

int schema_find_key(const struct schema *schema, int section, struct text key)
{
    size_t slot = slot_of(schema, section, key);

    for (; schema->slots[slot] != FACT_NONE; slot = (slot + 1) & (schema->slot_count - 1)) {
        const struct fact_def *def = &schema->facts[schema->slots[slot]];
        if (def->section_number == section && def->key_len == key.len &&
            memcmp(def->key, key.at, key.len) == 0)
            return schema->slots[slot];
    }
    return FACT_NONE;
}

int schema_find(const struct schema *schema, struct text section, struct text key)
{
    int number = schema_find_section(schema, section);

    return number == SECTION_NONE ? FACT_NONE : schema_find_key(schema, number, key);
}

int schema_find_name(const struct schema *schema, const char *name)
{
    const char *dot = strchr(name, '.');

    if (!dot)
        return FACT_NONE;
    return schema_find(schema, (struct text){name, (size_t)(dot - name)}, text_of(dot + 1));
}
