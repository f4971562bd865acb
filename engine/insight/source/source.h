/* SPDX-License-Identifier: MIT
 *
 * What a rule file says, read as text and not run: for the author's kit (rules check, rules
 * test --mutate, rules doc). Knows Lua's grammar as far as blocks, names and brackets go; any
 * bytes may be given, and what is no Lua gives few and perhaps odd answers, never a failure.
 *
 * "Code" is the functions that stand in the file before the table it returns, and those in the
 * value of that table's check. All lists and strings live in the arena; slices (struct text)
 * point into the source. Lines count from 1.
 */
#ifndef INSIGHT_SOURCE_H
#define INSIGHT_SOURCE_H

#include "base/arena.h"
#include "base/text.h"

enum token_kind {
    TOKEN_NAME,
    TOKEN_KEYWORD,
    TOKEN_NUMBER,
    TOKEN_STRING, /* with its quotes or long brackets */
    TOKEN_OPERATOR,
    TOKEN_COMMENT, /* with its dashes */
    TOKEN_OTHER    /* a byte that Lua has no use for */
};

struct token {
    enum token_kind kind;
    struct text text;
    int line;  /* of its first byte */
    size_t at; /* bytes from the start of the source */
};

/* The tokens in their order, comments included. A text that is not closed ends with its line, a
 * long bracket with the source. */
size_t source_tokens(struct text source, struct arena *arena, struct token **out);

enum { SOURCE_MUTANTS_MAX = 1000 };

/* The file with one small change that its examples should notice. */
struct mutant {
    int line;
    const char *what;   /* "'>' to '>='" */
    struct text source; /* all of the changed text; a NUL follows */
};

/* The changes to the code and to the numbers that top-level constants stand for, in the order
 * of their places; the first SOURCE_MUTANTS_MAX. What stands in an outcome's message is left
 * alone, and so is a constant that only messages use: no outcome changes with them. */
size_t source_mutants(struct text source, struct arena *arena, struct mutant **out);

/* One outcome that a rule can come to: the test in words. */
struct source_case {
    int line;
    size_t test;         /* which function of check, from 0 */
    const char *outcome; /* "major", "credit" */
    const char *when;    /* "cost.join_fee is above DEAR (500)", "otherwise", or "" */
    const char *says;    /* the message's format, or "" where it cannot be told */
};

/* In the order of the tests and, inside one, of the text; each holds where those before it do
 * not. A test that ends in `return helper(...)` has the helper's cases, with what the call
 * hands over in the place of the helper's parameters. An outcome that is kept in a local counts
 * where it is put there. */
size_t source_cases(struct text source, struct arena *arena, struct source_case **out);

/* A number that has a name at the top of the file. */
struct source_limit {
    const char *name;
    const char *value;   /* as written */
    const char *comment; /* beside it and indented below it; else the block above; or "" */
    int line;
    bool
        cited; /* the comment names a source ("[S35]") or says it is our judgement or reading */
};

size_t source_limits(struct text source, struct arena *arena, struct source_limit **out);

/* Something found, with the line of its first place. */
struct source_mark {
    const char *name;
    int line;
};

/* Names that are neither declared nor among those offered ("any", "math.abs"); each once, as
 * far as it is unknown: "math.sqrt" where math is offered. */
size_t source_globals(struct text source, const char *const *offered, size_t offered_count,
                      struct arena *arena, struct source_mark **out);

/* The facts that the code reads, each once. *dynamic: it also reads some whose names are made
 * when it runs, so that a fact missing here proves nothing. */
size_t source_fact_reads(struct text source, struct arena *arena, struct source_mark **out,
                         bool *dynamic);

/* Numbers that the code compares with and that have no name; 0, 1, 2, 12 and 100 need none. */
size_t source_bare_numbers(struct text source, struct arena *arena, struct source_mark **out);

#endif
