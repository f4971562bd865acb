/* SPDX-License-Identifier: MIT
 *
 * What must hold around a rule's examples: the order of the facts changes nothing; what is
 * learned never leads out of what could be before; outcomes never move against 'monotone'.
 */
#ifndef INSIGHT_PROPERTIES_H
#define INSIGHT_PROPERTIES_H

#include "insight/rules/examples.h"

enum property { PROPERTY_ORDER, PROPERTY_LEARNING, PROPERTY_MONOTONE };

const char *property_name(enum property property); /* "order", "learning", "monotone" */

/* Where one does not hold. */
struct breach {
    enum property property;
    size_t example;   /* that it was found around, from 0 */
    int fact;         /* left out or moved; FACT_NONE for the order */
    const char *says; /* "at 10% critical, at 11% pass" */
};

enum { BREACHES_MAX = 20 }; /* kept per rule */

struct rule_properties {
    struct breach *breaches;
    size_t count; /* of those kept */
    size_t more;
    size_t tried; /* runs that were held against another */
};

/* All lists live in 'arena'. */
void rule_properties_check(struct rulebook *book, size_t rule, struct arena *arena,
                           struct rule_properties *out);

#endif
