/* SPDX-License-Identifier: MIT
 *
 * What help knows besides commands.
 */
#ifndef CLI_TOPICS_H
#define CLI_TOPICS_H

#include <stddef.h>

#include "facts/schema.h"
#include "report/docs/doc.h"

struct topic {
    const char *name;
    int section; /* of the manual */
    const char *about;
    void (*draw)(struct doc *doc, const struct schema *schema);
};

extern const struct topic topics[];
extern const size_t topic_count;

const struct topic *topic_find(const char *name);

#endif
