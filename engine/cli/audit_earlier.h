/* SPDX-License-Identifier: MIT
 *
 * '--resume' and '--reuse': what an earlier run has done already.
 */
#ifndef CLI_AUDIT_EARLIER_H
#define CLI_AUDIT_EARLIER_H

#include "audit/work/reuse.h"
#include "cli/audit_files.h"

struct audit_earlier {
    struct reuse *reuse;      /* NULL: there is nothing to take */
    const struct output *own; /* that goes on with the file of 'reuse'; else NULL */
};

/* False with *code set after saying why the run cannot begin. */
bool audit_earlier_open(struct audit_earlier *earlier, const struct audit_run *run, int *code);

/* Has workers take from it what they can: see audit_options.earlier. 'files' are open. */
void audit_earlier_offer(struct audit_earlier *earlier, const struct audit_files *files,
                         struct audit_options *options);

void audit_earlier_close(struct audit_earlier *earlier);

#endif
