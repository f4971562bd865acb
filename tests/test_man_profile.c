/* SPDX-License-Identifier: MIT
 *
 * What the manual says of profiles is what the reader takes, and the whole vocabulary.
 */
#include "pack_fixture.h"
#include "rows.h"

#include "report/docs/man_profile.h"

static const struct fact_def *any_of_type(const struct pack *pack, enum fact_type type)
{
    for (size_t i = 0; i < pack->schema.fact_count; i++)
        if (pack->schema.facts[i].type == type)
            return &pack->schema.facts[i];
    return NULL;
}

/* A fact of the type with room for every example. */
static struct fact_def wide(enum fact_type type)
{
    return (struct fact_def){.name = "a.b",
                             .type = type,
                             .unit = type == TYPE_DURATION ? "days" : NULL,
                             .max = (type == TYPE_PCT || type == TYPE_PCT_LIST ? 100 : 9999) *
                                    DECIMAL_ONE,
                             .min = type == TYPE_DATE ? 1900 * DECIMAL_ONE : 0};
}

static void examples_of_types_are_read(void **state)
{
    struct arena arena = {0};

    (void)state;
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        struct fact_def def = wide((enum fact_type)i);
        assert_int_equal(man_types[i].type, i);
        for (size_t j = 0; j < MAN_TYPE_EXAMPLES && man_types[i].examples[j]; j++) {
            const char *text = man_types[i].examples[j];
            struct buf fault = BUF_INIT;
            struct value value = {.state = FACT_ABSENT};
            if (value_parse(&def, text_of(text), false, "USD", &arena, &value, &fault))
                ROW_INT(text, value.state, FACT_KNOWN);
            else
                ROW_TEXT(text, buf_text(&fault), "");
            buf_release(&fault);
        }
    }
    arena_release(&arena);
    ROWS_END();
}

/* Types without an example are those whose values the vocabulary names. */
static void every_type_in_use_is_shown(void **state)
{
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        const struct fact_def *def = any_of_type(rulebook_pack(*state), (enum fact_type)i);
        if (def && !man_types[i].examples[0])
            ROW_INT(def->name, def->value_count > 0, true);
    }
    ROWS_END();
}

static void the_example_is_a_sound_profile(void **state)
{
    struct arena arena = {0};
    struct assessment assessment;

    assess_text(*state, man_profile_example, &arena, &assessment);
    assert_string_equal(assessment.profile->name, "Sunleaf Living");
    arena_release(&arena);
}

static void the_page_has_every_fact_of_the_vocabulary(void **state)
{
    const struct schema *schema = &rulebook_pack(*state)->schema;
    struct buf out = BUF_INIT, wanted = BUF_INIT;
    struct doc doc = {.format = &doc_md, .out = &out};
    size_t facts = 0;

    man_profile_draw(&doc, schema);
    for (size_t i = 0; i < schema->fact_count; i++) {
        buf_reset(&wanted);
        buf_printf(&wanted, "\n- **%s**: ", schema->facts[i].key);
        ROW_INT(schema->facts[i].name, strstr(buf_text(&out), buf_text(&wanted)) != NULL, true);
    }
    for (const char *at = buf_text(&out); (at = strstr(at, ". Find it: ")); at++)
        facts++;
    assert_int_equal(facts, schema->fact_count);
    buf_release(&wanted);
    buf_release(&out);
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_of_types_are_read),
        cmocka_unit_test(every_type_in_use_is_shown),
        cmocka_unit_test(the_example_is_a_sound_profile),
        cmocka_unit_test(the_page_has_every_fact_of_the_vocabulary),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
