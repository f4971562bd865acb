/* SPDX-License-Identifier: MIT */
#include "insight/assess.h"

/* With a->figures set, or without figures. */
static void fill(struct rulebook *book, struct arena *arena, struct assessment *a)
{
    a->findings = arena_room(arena, a->pack->rule_count * sizeof *a->findings);
    rulebook_run(book, a->profile, arena, a->findings, &a->class, a->figures);
    assessment_complete(a, arena);
}

void assess(struct rulebook *book, const struct profile *profile, struct arena *arena,
            struct assessment *out)
{
    const struct pack *pack = rulebook_pack(book);

    *out = (struct assessment){.pack = pack, .profile = profile};
    out->figures = arena_alloc(arena, pack->figure_count * sizeof *out->figures);
    fill(book, arena, out);
}

void assess_score(struct rulebook *book, const struct profile *profile, struct arena *arena,
                  struct assessment *out)
{
    *out = (struct assessment){.pack = rulebook_pack(book), .profile = profile};
    fill(book, arena, out);
}
