/* SPDX-License-Identifier: MIT */
#include "lua/file_fields.h"

#define DIRECTIONS "table<plumbline.fact_name, \"up\"|\"down\"|plumbline.no_direction>"

const struct api_field rule_fields[RULE_FIELD_COUNT] = {
    {"title", "string", "true of a company that does well; 60 characters at most", false},
    {"why", "string", "one sentence", false},
    {"cites", "string[]", "ids of sources and of the articles' sentences; none, no points",
     false},
    {"points", "integer", "what the rule is worth", false},
    {"worst", "\"info\"|\"minor\"|\"major\"|\"critical\"",
     "the worst it can say: minor, major or critical; info where it has no points", false},
    {"facts", "plumbline.fact_name[]", "every fact that check may read", false},
    {"ask", "string", "the question that would fill the gap", false},
    {"fix", "string", "what the company or the person could do", true},
    {"monotone", DIRECTIONS,
     "for each number read: 'up' where more of it is never worse, 'down' where it is never "
     "better, else { none = the reason }",
     false},
    {"check", "plumbline.check|plumbline.check[]",
     "a function, or a list of them: each is a test, gets the facts and returns an outcome",
     false},
    {"examples", "plumbline.example[]",
     "facts and the outcome expected of them: one that passes, one that fails and one unknown "
     "at least",
     false},
};

const struct api_field figure_fields[FIGURE_FIELD_COUNT] = {
    {"title", "string", "stands in front of the number; 18 characters at most", false},
    {"why", "string", "one sentence", false},
    {"cites", "string[]", "ids of sources and of the articles' sentences", false},
    {"label", "\"exact\"|\"from your numbers\"|\"model\"",
     "how firm it is: exact, from your numbers, or model", false},
    {"assumes", "string", "what a model rests on", true},
    {"unit", "string", "\"money\", \"pct\", \"one in\", or what is counted", false},
    {"facts", "plumbline.fact_name[]", "every fact that compute may read", false},
    {"monotone", DIRECTIONS,
     "for each number read: 'up' where more of it never makes the number smaller, 'down' where "
     "it never makes it larger, else { none = the reason }",
     false},
    {"compute", "plumbline.check|plumbline.check[]",
     "a function, or a list of them: each is a line, value(...), unknown(...) or "
     "not_applicable(...)",
     false},
    {"examples", "plumbline.example[]",
     "facts and the value expected: \"253\", \"80..140\", \"800; 3453\" of two lines", false},
};
