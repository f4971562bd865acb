/* SPDX-License-Identifier: MIT
 *
 * The shape of a rule file: brackets and blocks by their tokens, what each name is bound to,
 * and where the code stands. Made from any tokens at all: what is not closed ends with the
 * file. For source_*.c only.
 */
#ifndef INSIGHT_SOURCE_SHAPE_H
#define INSIGHT_SOURCE_SHAPE_H

#include <stdint.h>

#include "insight/source/source.h"

#define NOWHERE SIZE_MAX

enum block_kind { BLOCK_FILE, BLOCK_FUNCTION, BLOCK_BRANCH, BLOCK_LOOP, BLOCK_PLAIN };

struct block {
    enum block_kind kind;
    size_t parent;      /* number of a block; NOWHERE for the file */
    size_t open;        /* token: function, if, elseif, else, for, while, repeat, do */
    size_t body;        /* first token after the condition, the header or the parameters */
    size_t close;       /* token that ends it, or the count of tokens */
    size_t first_guard; /* where the first inner block that may return closes, or NOWHERE */
    bool has_condition; /* from open + 1 up to body - 1, which is then */
    bool returns;       /* a return stands in it, not counting those of inner functions */
    bool in_code;
};

/* A name that is declared. */
struct binding {
    struct text name;
    size_t at;               /* token */
    size_t block;            /* where it is visible, */
    size_t from;             /* from this token on */
    size_t value, value_end; /* tokens of the expression it is given, or NOWHERE */
    size_t function;         /* block of the function it names, or NOWHERE */
    size_t parameter;        /* which of the function 'block', or NOWHERE */
    bool set;                /* given another value later */
    bool company;            /* the facts: the parameter of a test, and what is handed that */
    struct text section;     /* of c.section, or empty */
};

struct shape {
    struct text source;
    struct token *tokens; /* without comments */
    size_t count;
    struct token *comments;
    size_t comment_count;
    size_t *block;   /* of each token: number of the innermost block */
    size_t *opens;   /* of each token: number of the block it opens, or NOWHERE */
    size_t *inside;  /* of each token: the innermost bracket it stands in, or NOWHERE */
    size_t *partner; /* of each bracket: the other one; else NOWHERE */
    size_t *bound; /* of each token that is a name in use: number of its binding, or NOWHERE */
    bool *is_use;  /* of each token: a name that stands for a value, or is declared */
    struct block *blocks;
    size_t block_count;
    struct binding *bindings;
    size_t binding_count;
    size_t returned;         /* the file's return, or the count of tokens */
    size_t check, check_end; /* the value of check, or NOWHERE */
};

void shape_read(struct text source, struct arena *arena, struct shape *out);

/* Whether the token is there and is that operator, keyword or name. */
bool shape_is(const struct shape *s, size_t token, const char *text);
bool shape_is_kind(const struct shape *s, size_t token, enum token_kind kind);
bool shape_is_comparison(const struct shape *s, size_t token);

/* Whether the token is a number that stands beside a comparison, perhaps with its sign. */
bool shape_is_compared(const struct shape *s, size_t token);

/* Past the expression that starts at the token; the token itself where none does. */
size_t shape_expression_end(const struct shape *s, size_t token);

/* The argument of the call (or element of the table) whose bracket is 'open': its tokens, or
 * false where there are fewer. */
bool shape_argument(const struct shape *s, size_t open, size_t number, size_t *from,
                    size_t *end);

bool shape_in_code(const struct shape *s, size_t token);

/* Whether the token is a name that nothing in the file declares. */
bool shape_is_free(const struct shape *s, size_t token);
bool shape_is_outcome(const struct shape *s, size_t token);

/* The binding of a name in use, or NULL. */
const struct binding *shape_binding(const struct shape *s, size_t token);

/* Whether it is a number with a name at the top of the file. */
bool shape_is_limit(const struct shape *s, const struct binding *binding);

/* The block of the test with that number, or NOWHERE; false where there are fewer tests. */
bool shape_test(const struct shape *s, size_t number, size_t *function);

/* The text between the quotes of a string. */
struct text shape_string(const struct shape *s, size_t token);

/* Whether the text has the form word.word. */
bool shape_is_fact_name(struct text text);

/* One step of c.section or c["section"] from the token on: past it, with its name; the token
 * itself where there is none. */
size_t shape_step(const struct shape *s, size_t token, struct text *name);

/* c.section.key from the token on, with c or c.section bound to a name or not: past it, with
 * its two names; the token itself where it is none. */
size_t shape_fact(const struct shape *s, size_t token, struct text *section, struct text *key);

/* The source from one token up to another, runs of white space as one blank. */
const char *shape_code(const struct shape *s, size_t from, size_t end, struct arena *arena);

/* source_bind.c: fills the bindings of a shape whose blocks are known. */
void shape_bind(struct shape *s, struct arena *arena);

#endif
