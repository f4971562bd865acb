/* SPDX-License-Identifier: MIT */
#include "insight/assess.h"

void assess(struct rulebook *book, const struct profile *profile, struct arena *arena,
            struct assessment *out)
{
    const struct pack *pack = rulebook_pack(book);

    *out = (struct assessment){.pack = pack, .profile = profile};
    out->findings = arena_room(arena, pack->rule_count * sizeof *out->findings);
    out->figures = arena_alloc(arena, pack->figure_count * sizeof *out->figures);
    rulebook_run(book, profile, arena, out->findings, &out->class, out->figures);
    assessment_complete(out, arena);
}
