/* SPDX-License-Identifier: MIT
 *
 * Where a fault stands that was found in a table.
 */
#include "pack_fixture.h"

#include "lua/fault_line.h"

static const char rule[] = "-- wieght in a comment\n"
                           "local function a_title() return 'title' end\n"
                           "return {\n"
                           "  wieght = 3, -- points\n"
                           "  cites = { 'S1',\n"
                           "    'S9' },\n"
                           "  facts = {\n"
                           "    'a.n', 'a.q' },\n"
                           "  title = 'T', monotone = { ['a.q'] = 'up' },\n"
                           "}\n";

static const char facts[] = "return { sections = { { 'a', 'A' } },\n"
                            "{ 'a.n', at_most = 'a.m',\n"
                            "  meaning = 'x' },\n"
                            "{ 'a.m', at_most = \"a.q\",\n"
                            "  meaning = 'y' } }\n";

static void a_fault_stands_where_what_it_quotes_stands(void **state)
{
    static const struct {
        const char *text, *what, *message;
        int line;
    } rows[] = {
        {rule, "H", "unknown field 'wieght'", 4},
        {rule, "H", "cites 'S9', which is not there", 6},
        {rule, "H", "'title' is longer than 60 characters", 9},
        {rule, "H", "'why' is missing", 3},
        {rule, "H", "'title' is missing", 3},
        {rule, "H", "'facts' names 'a.q', which facts.lua does not have", 8},
        {rule, "H", "'monotone' of 'a.n' must be", 9},
        {rule, "H", "'nothing' of this is there", 3},
        {rule, "H", "a sentence without a quoted word", 3},
        {rule, "H", "it's one quote alone", 3},
        {facts, "a.m", "'meaning' is longer", 5},
        {facts, "a.n", "'meaning' is longer", 3},
        {facts, "a.m", "'ask' is missing", 4},
        {facts, "a.m", "'at_most' names no fact: 'a.q'", 4},
        {facts, "", "two sections have the name 'a'", 1},
        {"local a = 1\n", "", "must return one table", 0},
        {"", "a.n", "'title' is missing", 0},
        {"'a.n", "a.n", "'a.n", 0},
        {"a", "a", "'a' 'a' names 'a'", 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        int line = fault_line(text_of(rows[i].text), rows[i].what, rows[i].message);
        if (line != rows[i].line)
            fail_msg("row %zu, %s: line %d, not %d", i, rows[i].message, line, rows[i].line);
    }
    assert_int_equal(fault_line((struct text){NULL, 0}, "a", "'a'"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fault_stands_where_what_it_quotes_stands),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
