/* SPDX-License-Identifier: MIT
 *
 * The names in JSON objects, which are the same line after line: looked up when first met.
 */
#include "audit/input/company_parts.h"

enum {
    MOST_NAMES = 1024, /* kept: more than a vocabulary has. Others are looked up each time */
    SLOTS = 2 * MOST_NAMES,
    MOST_BYTES = 256 /* of one: longer ones name no fact */
};

struct company_name {
    struct member_name member;          /* a copy */
    struct profile_statement statement; /* without a value */
    int fact;
};

/* Section and key; false where a name of the line's own object is no section.key. */
static bool part(const struct member_name *member, struct profile_statement *out)
{
    *out = (struct profile_statement){.section = member->section, .key = member->name};
    return !member->flat || company_part_name(member->name, &out->section, &out->key);
}

static bool same_member(const struct member_name *a, const struct member_name *b)
{
    return a->hash == b->hash && a->flat == b->flat && text_equal(a->name, b->name) &&
           text_equal(a->section, b->section);
}

/* The slot of the member, or the free one, NULL, where it belongs. */
static struct company_name **find_slot(struct company_names *names,
                                       const struct member_name *member)
{
    size_t at = member->hash % SLOTS;

    if (!names->slots)
        names->slots = arena_alloc(&names->arena, SLOTS * sizeof *names->slots);
    while (names->slots[at] && !same_member(&names->slots[at]->member, member))
        at = (at + 1) % SLOTS;
    return &names->slots[at];
}

static struct text keep(struct arena *arena, struct text text)
{
    return (struct text){arena_copy(arena, text.at, text.len), text.len};
}

static struct company_name *learn(struct company_reading *r, const struct member_name *member)
{
    struct arena *arena = &r->known->names.arena;
    struct company_name *name = arena_alloc(arena, sizeof *name);

    name->member = *member;
    name->member.section = keep(arena, member->section);
    name->member.name = keep(arena, member->name);
    part(&name->member, &name->statement);
    profile_find_facts(&name->statement, 1, r->schema, r->arena, &name->fact);
    name->statement.fact = &name->fact;
    r->known->names.count++;
    return name;
}

bool company_find_name(struct company_reading *r, const struct member_name *member,
                       struct profile_statement *out)
{
    struct company_name **slot = find_slot(&r->known->names, member);

    if (!*slot) {
        bool sound = part(member, out);
        bool kept = sound && r->known->names.count < MOST_NAMES &&
                    member->section.len + member->name.len <= MOST_BYTES;
        if (!kept)
            return sound;
        *slot = learn(r, member);
    }
    *out = (*slot)->statement;
    return true;
}
