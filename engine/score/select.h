/* SPDX-License-Identifier: MIT
 *
 * Expressions that select rules: "theme:costs and severity>=major", "RE02, PF*".
 *
 *   LIST  := EXPR {',' EXPR}     one that fits is enough
 *   EXPR  := EXPR 'or' EXPR | EXPR 'and' EXPR | 'not' EXPR | '(' LIST ')' | TERM
 *   TERM  := GLOB                of the rule's id: RE02, RE*, PF0?
 *          | ('id' | 'theme' | 'cites' | 'reads') ':' GLOB
 *          | 'severity' SIGN ('info' | 'minor' | 'major' | 'critical')
 *          | 'points' SIGN NUMBER
 *   SIGN  := '<' | '<=' | '=' | '>=' | '>'
 *
 * 'not' binds closest, then 'and', 'or' and the comma. White space is free, the case of letters
 * does not matter. Severity is the worst that a rule can say; points are what it is worth now.
 */
#ifndef SCORE_SELECT_H
#define SCORE_SELECT_H

#include "base/error.h"
#include "score/pack.h"

enum {
    SELECT_MAX_BYTES = 4096, /* of an expression */
    SELECT_MAX_DEPTH = 100   /* of parentheses and 'not' */
};

struct selection;

/*
 * Reads an expression about the rules of a pack; any bytes are safe.
 *
 *   out   gets the selection, which lives in 'arena'
 *
 * Errors: ERROR_USAGE; the message names the character it is about, 'column' is its byte. A
 * term that fits no rule of the pack is an error: a misspelt id must not select nothing in
 * silence.
 */
bool selection_parse(const char *expression, const struct pack *pack, struct arena *arena,
                     struct selection **out, struct error *err);

/* Whether the rule is selected; 'pack' is that of the expression, 'rule' one of its rules. */
bool selection_has(const struct selection *selection, const struct pack *pack,
                   const struct rule *rule);

#endif
