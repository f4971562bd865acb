/* SPDX-License-Identifier: MIT
 *
 * The words of the reports, explained.
 */
#include <string.h>

#include "report/docs/explain.h"
#include "report/sentences.h"

const struct report_word report_words[] = {
    {"pass", "the test is met: all of the rule's points"},
    {"info", "worth knowing, costs nothing: all of the rule's points"},
    {"minor", "the test is not quite met: 0.6 of the points"},
    {"major", "the test is clearly not met: 0.25 of the points"},
    {"critical",
     "the test is not met where it matters most: no points, and the verdict is capped, by "
     "one at the lowest band but one, by two or more at the lowest"},
    {"span",
     "partly known: what the rule says lies between two outcomes, and its points between "
     "theirs"},
    {"unknown",
     "not known: the points are open, the lowest score counts them as lost, the highest as "
     "won"},
    {"refused",
     "asked for and not given; where a company is expected to publish the fact, that counts "
     "as major"},
    {"n/a", "does not apply to this company: the test is left out"},
    {"error", "the rule itself broke or passed a limit: its points count as unknown"},
    {"waiver",
     "a finding set aside for a stated reason, in [waive RULE]; the headline counts it all "
     "the same, a second score leaves it out, and --fail-on passes over it while the waiver "
     "holds"},
    {"gate",
     "the cap that critical findings put on the verdict; criticals that share a fact count "
     "once"},
    {"coverage", "how many of the points that apply are decided"},
    {"range", "where the score must lie, whatever the open answers are"},
    {"decided", "no open answer can change the verdict"},
    {"provisional",
     "an open answer could change the verdict: so far it is this, it could become that; "
     "under 20 % coverage it begins with 'little is known'"},
    {"too_little",
     "under 20 % of the points are decided and nothing critical or major was found"},
    {"confidence", "how good the evidence is: never part of the score"},
};
const size_t report_word_count = COUNT(report_words);

static void put_word(struct page *page, const char *word, const char *meaning)
{
    buf_printf(page->out, "%-12s", word);
    page_wrap(page, 12, 12, meaning);
}

static void put_bands(struct page *page, const struct pack *pack)
{
    for (size_t i = 0; i < pack->band_count; i++) {
        buf_printf(&page->scratch, "%s: from %d of 100", pack->bands[i].says,
                   pack->bands[i].from / 1000);
        put_word(page, pack->bands[i].name, buf_text(&page->scratch));
        buf_reset(&page->scratch);
    }
}

static void put_themes(struct page *page, const struct pack *pack)
{
    for (size_t i = 0; i < pack->theme_count; i++)
        buf_printf(page->out, "%-16s %4d  %s\n", pack->themes[i].id, pack->themes[i].points,
                   pack->themes[i].title);
}

bool explain_word(struct page *page, const struct pack *pack, const char *word)
{
    if (strcmp(word, "themes") == 0)
        return put_themes(page, pack), true;
    if (strcmp(word, "bands") == 0 || strcmp(word, "verdict") == 0)
        return put_bands(page, pack), true;
    for (size_t i = 0; i < pack->band_count; i++)
        if (strcmp(pack->bands[i].name, word) == 0)
            return put_bands(page, pack), true;
    for (size_t i = 0; i < report_word_count; i++)
        if (strcmp(report_words[i].word, word) == 0)
            return put_word(page, report_words[i].word, report_words[i].meaning), true;
    if (strcmp(word, "words") != 0)
        return false;
    for (size_t i = 0; i < report_word_count; i++)
        put_word(page, report_words[i].word, report_words[i].meaning);
    return true;
}
