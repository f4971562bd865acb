/* SPDX-License-Identifier: MIT
 *
 * Every command in a few more words, with examples to type.
 */
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "cli/command_text.h"

static const struct command_text texts[] = {
    {"",
     "It holds the facts of a company, a text file with the source of each, against the advice "
     "of two articles on network marketing, MLM and social media marketing, and of the "
     "regulators, courts and studies behind it. What is not known stays unknown: the score is "
     "an interval, and the report says which question to ask next. Every point leads from the "
     "score to a rule, a fact, a line of the file and the sentence it rests on.",
     {{"plumbline score sunleaf.ini", "What the advice says of one company"},
      {"plumbline ask sunleaf.ini", "What to ask next"},
      {"plumbline new mine.ini --no-input", "A profile of your own, still without answers"}}},
    {"score",
     "One company gets the whole report: verdict, themes, findings with the facts and sources "
     "they rest on, and what to ask. Several get a line each. The score lies between what it "
     "is "
     "if every open answer is bad and if every one is good.",
     {{"plumbline score sunleaf.ini", "The report of one company"},
      {"plumbline score *.ini", "A line for each company"},
      {"plumbline score sunleaf.ini --brief", "The one line of it that must be seen"},
      {"plumbline score sunleaf.ini --format md --output sunleaf.md",
       "The report for an issue or a wiki"},
      {"plumbline score sunleaf.ini --fail-under 40 --fail-on RE02 --quiet",
       "For a build server: exit code 1 under 40 points, or on a finding of RE02"},
      {"plumbline score sunleaf.ini --trace RE02", "How one rule came to its finding"}}},
    {"audit",
     "Companies are ranked by verdict and score. What cannot be read or holds no company (a "
     "table of its header alone, an empty folder) is listed; the rest goes on, and the exit "
     "code is 3. PATH may be '@list', a file of paths, or '-' for the "
     "input.",
     {{"plumbline audit .", "All profiles of a folder"},
      {"plumbline audit . --jsonl results.jsonl --csv companies.csv",
       "With all results as JSON Lines, and a table"},
      {"plumbline audit sunleaf.ini larkspur.ini --db history.db",
       "Kept in a history, for plumbline history"},
      {"plumbline audit . --reuse results.jsonl --jsonl results2.jsonl",
       "Again, for what has changed since"}}},
    {"new",
     "The most telling question comes first. '?' stands for what you do not know, 'h' shows "
     "where to find it, 'b' goes back; every answer is saved at once. An existing profile is "
     "gone on with, and keeps its comments and order.",
     {{"plumbline new mine.ini --no-input", "Starts a profile without asking"},
      {"plumbline new sunleaf.ini --no-input",
       "Where a profile stands, and what to ask next"}}},
    {"ask",
     "Questions stand in the order of what their answers could change, each with where a "
     "person "
     "finds it.",
     {{"plumbline ask sunleaf.ini", "The sheet on the terminal"},
      {"plumbline ask sunleaf.ini --format html --output questions.html",
       "The same to print, with lines to write on"}}},
    {"whatif",
     "A change that is tried on the command line takes the place of the fact's value in the "
     "file, for this one report.",
     {{"plumbline whatif sunleaf.ini plan.levels_paid=0", "Other facts"},
      {"plumbline whatif sunleaf.ini --flip",
       "The fewest facts that would change the verdict"}}},
    {"compare",
     "Companies stand side by side with what differs. Where their intervals overlap, it is too "
     "close to call.",
     {{"plumbline compare sunleaf.ini larkspur.ini", "Two companies"},
      {"plumbline compare sunleaf.ini larkspur.ini --job '15 USD/h, 35 h'",
       "With the job one could take instead"}}},
    {"set",
     "The new value is checked before anything is written. Comments, order and every other "
     "line stay as they are.",
     {{"plumbline set sunleaf.ini plan.levels_paid 5 --source 'S1 p.4'",
       "A fact, and where it stands"},
      {"plumbline set sunleaf.ini cost.annual_renewal refused",
       "Asked, and not told: evidence of its own"}}},
    {"claims",
     "It knows sentences by their words, in English. Each claim it finds comes with what would "
     "prove it and a polite question. FILE may be '-' for the input.",
     {{"plumbline claims - <pitch.txt", "What a message from a recruiter says"}}},
    {"history",
     "It reads what 'audit --db' kept, and changes nothing.",
     {{"plumbline history history.db", "The runs"},
      {"plumbline history history.db --company 'Sunleaf Living (invented)'",
       "One company over the runs"},
      {"plumbline history history.db --trend", "Scores and verdicts from run to run"}}},
    {"verify",
     "The ledger of the result must add up; with the same pack and profiles it must come out "
     "the same, byte by byte.",
     {{"plumbline verify old.jsonl", "By its own numbers"},
      {"plumbline verify old.jsonl sunleaf.ini larkspur.ini",
       "Against the profiles, in the order of the audit"}}},
    {"diff",
     "Facts, rules, points and waivers are told apart, and the parts add up to the change.",
     {{"plumbline diff old.jsonl new.jsonl", "Two audits"},
      {"plumbline diff old.jsonl new.jsonl --exit-code --format json",
       "For a build server: exit code 1 where any company differs"}}},
    {"math break-even",
     "How much must be sold at retail before what was spent comes back.",
     {{"plumbline math break-even --join 99 --fees 20 --discount 25% --customer 60",
       "From numbers"},
      {"plumbline math break-even sunleaf.ini", "From the facts of a profile"}}},
    {"math income",
     "Bounds for the median and for those at the bottom, from a table of groups and averages.",
     {{"plumbline math income --row '90% 100' --row '10% 5000' --cost 1200",
       "A table of two rows, and what staying in costs"}}},
    {"math bounds",
     "In any network at any time most people are at the bottom; this says how many at least.",
     {{"plumbline math bounds --recruits 5 --levels 5", "Five who recruit five"}}},
    {"math balance",
     "Money paid to members comes from sales. Without sales outside, the average member pays "
     "more than comes back.",
     {{"plumbline math balance --payout 45% --own 150 --discount 25%",
       "What must be sold outside"}}},
    {"math odds",
     "Who comes late to a network that grows by recruiting finds fewer below than who came "
     "early.",
     {{"plumbline math odds --place 100000 --members 1000000", "Number 100,000 of a million"}}},
    {"math saturation",
     "Each level multiplies; a population does not.",
     {{"plumbline math saturation --recruits 5 --population 330000000",
       "Five each, in a country"}}},
    {"math treadmill",
     "Those who leave must be replaced before a downline can grow.",
     {{"plumbline math treadmill --yearly 50% --downline 100",
       "Half of a hundred leave in a year"}}},
    {"math plan",
     "Which of the three kinds of plan it is follows from the options that are given.",
     {{"plumbline math plan --width 3 --commissions 5%,5%,5% --volume 100",
       "A matrix of three levels"}}},
    {"explain",
     "Also words of the reports, claims, and names that rules see. The case of letters does "
     "not "
     "matter for ids.",
     {{"plumbline explain RE02", "A rule, with its limits and what it stands on"},
      {"plumbline explain plan.levels_paid A11 3", "A fact, a sentence and an exit code"},
      {"plumbline explain words", "The words of the reports"}}},
    {"schema",
     "Each with its type, what it means and where to find it.",
     {{"plumbline schema recruit", "The facts of one section"},
      {"plumbline schema --template --output empty.ini", "A profile to fill in"}}},
    {"rules list",
     "RULES selects by id, theme, points, severity, facts and sources.",
     {{"plumbline rules list", "All rules"},
      {"plumbline rules list 'theme:costs and points>9'", "Some of them"}}},
    {"rules new",
     "A pack of your own extends the core pack and is a folder. A new rule has everything but "
     "its check, and its examples fail until that is written.",
     {{"plumbline rules new --pack own", "A pack with one rule"},
      {"plumbline rules new LATE01 late_renewal --theme costs --pack own", "A rule in it"}}},
    {"rules test",
     "A rule holds its own tests: facts and the outcome they must have.",
     {{"plumbline rules test mine", "A pack of your own"},
      {"plumbline rules test RE02", "One rule of the core pack"},
      {"plumbline rules test mine --properties --coverage --threshold 100",
       "Everything that tests it"}}},
    {"rules check",
     "All faults at once, with file and line, and what to write instead.",
     {{"plumbline rules check mine", "A pack of your own"}}},
    {"rules doc",
     "The book has each rule with its tests, limits, facts, sources and examples.",
     {{"plumbline rules doc --format html --output rules.html", "The rule book"},
      {"plumbline rules doc --pack mine --format luacats --output mine/.plumbline/api.lua",
       "Stubs, so that an editor knows the facts and functions"}}},
    {"rules profile",
     "Steps, not time: the same on every machine.",
     {{"plumbline rules profile sunleaf.ini", "The rules by what they cost"}}},
    {"completion",
     "SHELL is bash, zsh or fish. The script asks plumbline itself for the words, by "
     "'plumbline completion words -- WORD...', so that the rules and facts of your own packs "
     "complete too.",
     {{"plumbline completion bash",
       "For a line in ~/.bashrc: source <(plumbline completion bash)"},
      {"plumbline completion words -- score --color ", "What the scripts ask"}}},
    {"help",
     "TOPIC is profile, the form of a profile with every fact, or rules, for those who write "
     "rules. The manual pages are made by --format man.",
     {{"plumbline help score", "A command"},
      {"plumbline help profile", "The form of a profile"},
      {"plumbline help rules test --format man --output rules-test.1", "A page for man"}}},
    {"version",
     "What a report must name so that it can be made again.",
     {{"plumbline version", "Of the program and of the core pack"}}},
};

const struct command_text *command_text_find(const char *command)
{
    for (size_t i = 0; i < COUNT(texts); i++)
        if (strcmp(texts[i].command, command) == 0)
            return &texts[i];
    return NULL;
}
