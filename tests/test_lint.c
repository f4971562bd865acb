/* SPDX-License-Identifier: MIT
 *
 * Each check of 'rules check' says its one sentence of a rule that breaks it and nothing else,
 * and none says anything of a sound one.
 */
#include "lint_bench.h"

static void the_text_of_a_rule_is_checked(void **state)
{
    static const struct lint_row rows[] = {
        {"sound", {{R, SOUND}}, NULL, 0, NULL, NULL},
        {"a name that is not there",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('x') end\n"
                                   "  return passs('few')\n"
                                   "end,\n" EXAMPLES "}\n"}},
         R,
         9,
         "H",
         "there is no 'passs' in rules: did you mean 'pass'?"},
        {"a clock",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('y') end if os.time() "
                                   "> MOST then return major('x') end\n"
                                   "  return pass('few')\n"
                                   "end,\n" EXAMPLES "}\n"}},
         R,
         8,
         "H",
         "'os' is not available in rules: rules know no clock"},
        {"a helper that is nearly there",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('y') end if c.a.n > "
                                   "MOST then return pas('x') end\n"
                                   "  return pass('few')\n"
                                   "end,\n" EXAMPLES "}\n"}},
         R,
         8,
         "H",
         "there is no 'pas' in rules: did you mean 'pass'?"},
        {"a section without c",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('y') end if a.n > MOST "
                                   "then return major('x') end\n"
                                   "  return pass('few')\n"
                                   "end,\n" EXAMPLES "}\n"}},
         R,
         8,
         "H",
         "there is no 'a' in rules: a fact is read as c.a.key"},
        {"a name that is nowhere",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('y') end if c.a.n > "
                                   "theLimit then return major('x') end\n"
                                   "  return pass('few')\n"
                                   "end,\n" EXAMPLES "}\n"}},
         R,
         8,
         "H",
         "there is no 'theLimit' in rules: write 'local theLimit = ...' before it is used"},
        {"a name that is set below a local one without a value",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  local much, most\n"
                                   "  zzzz = c.a.n\n"
                                   "  if c.a.n > MOST then return major('x') end\n"
                                   "  return pass('few', much, most)\n"
                                   "end,\n" EXAMPLES "}\n"}},
         R,
         9,
         "H",
         "there is no 'zzzz' in rules: write 'local zzzz = ...' before it is used"},
        {"a fact that is declared and not read",
         {{R, TOP SOUND_HEAD READS_TWO CHECK EXAMPLES "}\n"},
          {"facts.lua", FACTS(FACT("a.n") FACT("a.m"))}},
         R,
         5,
         "H",
         "'a.m' is declared in 'facts' but never read"},
        {"a fact that is read and not declared",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('x') end\n"
                                   "  return pass('few', c.a.m)\n"
                                   "end,\n" EXAMPLES "}\n"},
          {"facts.lua", FACTS(FACT("a.n") "{ 'a.m', type = 'number', meaning = 'm', find = "
                                          "'f', ask = 'a?', serves = { 'x' } },\n")}},
         R,
         9,
         "H",
         "'a.m' is read but not declared: add it to 'facts'"},
        {"a fact that is read and not there",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('x') end\n"
                                   "  return pass('few', c.a.nn)\n"
                                   "end,\n" EXAMPLES "}\n"}},
         R,
         9,
         "H",
         "'a.nn' is read, but facts.lua does not have it: did you mean 'a.n'?"},
        {"a limit without a source",
         {{R, "local MOST = 10\n" SOUND_HEAD READS CHECK EXAMPLES "}\n"}},
         R,
         1,
         "H",
         "where 'MOST = 10' comes from is not said"},
        {"a limit that cites",
         {{R, "local MOST = 10 -- the cap [S1]\n" SOUND_HEAD READS CHECK EXAMPLES "}\n"}},
         NULL,
         0,
         NULL,
         NULL},
        {"a number without a name",
         {{R, SOUND_HEAD READS "check = function(c)\n"
                               "  if c.a.n > 10 then return major('x') end\n"
                               "  return pass('few')\n"
                               "end,\n" EXAMPLES "}\n"}},
         R,
         7,
         "H",
         "the number 10 in a condition has no name"},
        {"a title that asks",
         {{R, TOP HEAD("Is it small?", "'S1'", "30", "major") READS CHECK EXAMPLES "}\n"}},
         R,
         3,
         "H",
         "the title asks"},
        {"a title of blanks",
         {{R, TOP HEAD("  ", "'S1'", "30", "major") READS CHECK EXAMPLES "}\n"}},
         R,
         3,
         "H",
         "the title is empty"},
        {"a title given twice",
         {{R, TOP HEAD(TITLE, "'S1'", "10", "major") READS CHECK EXAMPLES "}\n"},
          {"t/I_other.lua",
           TOP HEAD("The Number is small", "'S1'", "20", "major") READS CHECK EXAMPLES "}\n"},
          {"pack.lua", PACK(THEME("t", "company", "30"), "'" R "',\n't/I_other.lua'\n")}},
         "t/I_other.lua",
         3,
         "I",
         "the title is that of H"},
        {"a message that judges",
         {{R, TOP SOUND_HEAD READS "check = function(c)\n"
                                   "  if c.a.n > MOST then return major('this is FRAUD') end\n"
                                   "  return pass('few')\n"
                                   "end,\n" EXAMPLES "}\n"}},
         R,
         8,
         "H",
         "'fraud' judges"},
    };

    (void)state;
    expect_rows(rows, COUNT(rows));
}

static void what_a_rule_does_is_checked(void **state)
{
#define WITH(check, examples)                                                                  \
    TOP SOUND_HEAD READS "check = function(c)\n" check "end,\nexamples = {\n" examples "},\n}" \
                         "\n"
#define LIMIT "  if c.a.n > MOST then return major('x') end\n"
    static const struct lint_row rows[] = {
        {"no example passes",
         {{R, WITH(LIMIT "  return pass('few')\n", FAILS UNKNOWN)}},
         R,
         11,
         "H",
         "no example passes"},
        {"no example comes to the worst",
         {{R, WITH(LIMIT "  return pass('few')\n", PASSES UNKNOWN)}},
         R,
         11,
         "H",
         "no example comes to its worst"},
        {"no example is unknown",
         {{R, WITH(LIMIT "  return pass('few')\n", PASSES FAILS)}},
         R,
         11,
         "H",
         "no example is unknown"},
        {"an example that does not hold",
         {{R, WITH(LIMIT "  return pass('few')\n",
                   PASSES FAILS UNKNOWN "{ facts = { ['a.n'] = '11' }, expect = 'pass' },\n")}},
         R,
         15,
         "H",
         "example 4 expects pass, but gives major"},
        {"no examples at all",
         {{R, WITH(LIMIT "  return pass('few')\n", "")}},
         R,
         11,
         "H",
         "it has no examples"},
        {"an example that cannot be read",
         {{R, WITH(LIMIT "  return pass('few')\n", PASSES FAILS UNKNOWN
                   "{ facts = { ['a.n'] = 'ten' }, expect = 'pass' },\n")}},
         R,
         15,
         "H",
         "example 4 cannot be read"},
        {"an outcome that nothing comes to",
         {{R, WITH(LIMIT "  if c.a.n > MOST then return minor('y') end\n  return pass('few')\n",
                   PASSES FAILS UNKNOWN)}},
         R,
         9,
         "H",
         "no example and none of"},
        {"a worst that no outcome is",
         {{R, TOP HEAD(TITLE, "'S1'", "30", "critical") READS CHECK EXAMPLES "}\n"}},
         R,
         4,
         "H",
         "'worst' is critical, but no example and none of"},
        {"an outcome beside the examples",
         {{R, "local LEAST = 1 -- our judgement\n" TOP SOUND_HEAD READS
              "check = function(c)\n" LIMIT
              "  if c.a.n < LEAST then return info('y') end\n  return pass('few')\n"
              "end,\nexamples = {\n" FAILS UNKNOWN
              "{ facts = { ['a.n'] = '1' }, expect = 'pass' },\n},\n}\n"}},
         NULL,
         0,
         NULL,
         NULL},
        {"an outcome that two facts come to together",
         {{R, TOP SOUND_HEAD READS_TWO
           "check = function(c)\n" LIMIT "  if c.a.n == MOST and c.a.m > MOST then\n"
           "    return minor('y')\n  end\n  return pass('few')\nend,\nexamples = {\n"
           "{ facts = { ['a.n'] = '1' }, expect = 'pass' },\n" FAILS UNKNOWN
           "{ facts = { ['a.n'] = '9.99', ['a.m'] = '10' }, expect = 'pass' },\n},\n}\n"},
          {"facts.lua", FACTS(FACT("a.n") FACT("a.m"))}},
         NULL,
         0,
         NULL,
         NULL},
        {"a direction that does not hold",
         {{R, TOP SOUND_HEAD
           "facts = { 'a.n' },\nmonotone = { ['a.n'] = 'up' },\n" CHECK EXAMPLES "}\n"}},
         R,
         6,
         "H",
         "'a.n' moves against 'monotone' around example 1"},
    };

    (void)state;
    expect_rows(rows, COUNT(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_of_a_rule_is_checked),
        cmocka_unit_test(what_a_rule_does_is_checked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
