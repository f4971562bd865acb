/* SPDX-License-Identifier: MIT */
#include <inttypes.h>
#include <string.h>

#include "audit/results/result_reading.h"
#include "audit/work/said.h"

/* --- reading --- */

static void read_parts(struct reading *r, const json_t *pack, struct stamp_pack *out)
{
    const json_t *array = reading_array(r, pack, "parts"), *value;
    size_t i;

    out->parts = reading_room(r, array, sizeof *out->parts);
    out->part_count = json_array_size(array);
    json_array_foreach(array, i, value) out->parts[i] =
        (struct stamp_part){reading_text(r, value, "name"), reading_text(r, value, "version"),
                            reading_hash(r, value, "sha256")};
}

static void read_bands(struct reading *r, const json_t *pack, struct stamp_pack *out)
{
    const json_t *array = reading_array(r, pack, "bands"), *value;
    size_t i;

    out->bands = reading_room(r, array, sizeof *out->bands);
    out->band_count = json_array_size(array);
    json_array_foreach(array, i, value) out->bands[i] = (struct stamp_band){
        reading_text(r, value, "name"), reading_thousandths(r, value, "from", 100000)};
    for (i = 1; i < out->band_count; i++)
        if (out->bands[i].from >= out->bands[i - 1].from)
            reading_fail(r, "'bands' must go from the best to the last");
    if (out->band_count == 0 || out->bands[out->band_count - 1].from != 0)
        reading_fail(r, "the last of 'bands' must start at 0");
}

static void read_themes(struct reading *r, const json_t *pack, struct stamp_pack *out)
{
    const json_t *array = reading_array(r, pack, "themes"), *value;
    size_t i;

    out->themes = reading_room(r, array, sizeof *out->themes);
    out->theme_count = json_array_size(array);
    json_array_foreach(array, i, value) out->themes[i] = (struct stamp_theme){
        reading_text(r, value, "id"),
        (enum score_kind)reading_choice(r, value, "of", json_score_kinds, SCORE_NONE + 1),
        reading_names(r, value, "rules")};
}

static void read_pack(struct reading *r, const json_t *pack, bool audit, struct stamp_pack *out)
{
    *out = (struct stamp_pack){.name = reading_text(r, pack, "name"),
                               .version = reading_text(r, pack, "version"),
                               .hash = reading_hash(r, pack, "sha256"),
                               .points = reading_whole(r, pack, "points"),
                               .points_file = reading_text_or_null(r, pack, "points_file"),
                               .only = reading_text_or_null(r, pack, "only"),
                               .skip = reading_text_or_null(r, pack, "skip")};
    read_parts(r, pack, out);
    if (out->points_file)
        out->points_hash = reading_hash(r, pack, "points_sha256");
    else if (!reading_is_null(r, pack, "points_sha256"))
        reading_fail(r, "'points_sha256' is of no file");
    if (!audit)
        return;
    read_bands(r, pack, out);
    read_themes(r, pack, out);
}

/* The program, its schema and the limits. */
static void read_program(struct reading *r, const json_t *root, struct stamp *stamp)
{
    json_t *limits = reading_object(r, root, "limits");
    const json_t *value;
    int64_t schema = reading_whole(r, root, "schema");
    const char *name;

    stamp->program = reading_text(r, root, "plumbline");
    if (!r->failed && schema != JSON_SCHEMA_VERSION) {
        r->failed = true;
        error_set(r->err, ERROR_PROFILE, r->where, r->line,
                  "has schema %" PRId64 " of plumbline %.40s; this is plumbline's schema %d: "
                  "read it with that version, or make it anew from the profiles",
                  schema, stamp->program, JSON_SCHEMA_VERSION);
    }
    stamp->limits =
        arena_alloc(r->arena, (json_object_size(limits) + 1) * sizeof *stamp->limits);
    json_object_foreach(limits, name, value) stamp->limits[stamp->limit_count++] =
        (struct report_limit){arena_copy(r->arena, name, strlen(name)),
                              (long)reading_whole(r, limits, name)};
}

static void read_run(struct reading *r, const json_t *root, struct stamp *stamp)
{
    static const char *const run[] = {"run"};
    const json_t *packs, *value;
    size_t i;

    *stamp = (struct stamp){.form = RESULT_LINES};
    reading_choice(r, root, "record", run, 1);
    read_program(r, root, stamp);
    stamp->detail =
        (enum json_detail)reading_choice(r, root, "detail", json_detail_names, DETAIL_COUNT);
    stamp->as_of = reading_day(r, root, "as_of");
    packs = reading_array(r, root, "packs");
    stamp->packs = reading_room(r, packs, sizeof *stamp->packs);
    stamp->pack_count = json_array_size(packs);
    json_array_foreach(packs, i, value) read_pack(r, value, true, &stamp->packs[i]);
    if (stamp->pack_count == 0)
        reading_fail(r, "'packs' is empty");
}

/* --- of what 'score' wrote: each object has its own --- */

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Adds the pack of one object, unless it is known. */
static void add_pack(struct reading *r, const json_t *object, struct stamp *stamp)
{
    struct stamp_pack pack;

    read_pack(r, reading_object(r, object, "pack"), false, &pack);
    for (size_t i = 0; i < stamp->pack_count; i++) {
        const struct stamp_pack *known = &stamp->packs[i];
        if (strcmp(known->name, pack.name) != 0)
            continue;
        if (strcmp(known->hash, pack.hash) != 0 ||
            !same_text(known->points_hash, pack.points_hash) ||
            !same_text(known->only, pack.only) || !same_text(known->skip, pack.skip))
            reading_fail(r, "pack '%.40s' is not the one of the results before", pack.name);
        return;
    }
    stamp->packs = arena_grow(r->arena, stamp->packs, stamp->pack_count, sizeof pack);
    stamp->packs[stamp->pack_count++] = pack;
}

static void add_object(struct reading *r, const json_t *object, struct stamp *stamp)
{
    struct stamp own = {0};

    read_program(r, object, &own);
    if (!stamp->program) {
        stamp->program = own.program;
        stamp->limits = own.limits;
        stamp->limit_count = own.limit_count;
    } else if (strcmp(stamp->program, own.program) != 0 ||
               stamp->limit_count != own.limit_count) {
        reading_fail(r, "it is of another run than the results before");
    }
    add_pack(r, object, stamp);
}

void reading_score_stamp(struct reading *r, const json_t *root, struct stamp *stamp)
{
    const json_t *value;
    size_t i;

    *stamp = (struct stamp){
        .form = RESULT_SCORE, .array = json_is_array(root), .detail = DETAIL_FULL};
    if (!stamp->array)
        add_object(r, root, stamp);
    json_array_foreach(root, i, value)
    {
        r->item = (int)i + 1;
        add_object(r, value, stamp);
    }
    if (stamp->pack_count == 0)
        reading_fail(r, "the list of results is empty");
}

bool stamp_read(struct text line, const char *where, struct arena *arena, struct stamp *out,
                struct error *err)
{
    struct reading r = {.where = where, .line = 1, .arena = arena, .err = err};
    struct stamp stamp;
    json_t *root = reading_parse(&r, line);

    if (root)
        read_run(&r, root, &stamp);
    json_decref(root);
    if (!r.failed)
        *out = stamp;
    return !r.failed;
}

/* --- comparing --- */

/* "only: 'RE*' then, none now" */
static void differ(struct buf *out, const char *what, const char *then, const char *now)
{
    if (!same_text(then, now))
        said_line(out, "%s: %s then, %s now", what, then ? then : "none", now ? now : "none");
}

static void compare_hashed(struct buf *out, const char *what, const char *const then[3],
                           const char *const now[3])
{
    if (!same_text(then[2], now[2]) || !same_text(then[1], now[1]))
        said_line(out, "%s %s: %s #%.10s then, %s #%.10s now", what, then[0], then[1], then[2],
                  now[1], now[2]);
}

static void compare_parts(struct buf *out, const struct stamp_pack *then,
                          const struct stamp_pack *now)
{
    for (size_t i = 0; i < then->part_count && i < now->part_count; i++) {
        const struct stamp_part *a = &then->parts[i], *b = &now->parts[i];
        compare_hashed(out, "pack", (const char *const[]){a->name, a->version, a->hash},
                       (const char *const[]){b->name, b->version, b->hash});
    }
}

static void compare_points(struct buf *out, const struct stamp_pack *then,
                           const struct stamp_pack *now)
{
    if (!then->points_hash || !now->points_hash)
        differ(out, "points file", then->points_file, now->points_file);
    else if (strcmp(then->points_hash, now->points_hash) != 0)
        said_line(out, "points file: %s #%.10s then, %s #%.10s now", then->points_file,
                  then->points_hash, now->points_file, now->points_hash);
}

static const struct stamp_pack *pack_of(const struct stamp *stamp, const char *name)
{
    for (size_t i = 0; i < stamp->pack_count; i++)
        if (strcmp(stamp->packs[i].name, name) == 0)
            return &stamp->packs[i];
    return NULL;
}

static void compare_packs(const struct stamp *then, const struct stamp *now, struct buf *out)
{
    for (size_t i = 0; i < then->pack_count; i++) {
        const struct stamp_pack *own = &then->packs[i], *other = pack_of(now, own->name);
        if (other)
            compare_parts(out, own, other);
        else
            said_line(out, "pack %s: %s #%.10s then, not used now", own->name, own->version,
                      own->hash);
    }
    for (size_t i = 0; i < now->pack_count; i++)
        if (!pack_of(then, now->packs[i].name))
            said_line(out, "pack %s: not used then, %s #%.10s now", now->packs[i].name,
                      now->packs[i].version, now->packs[i].hash);
}

static bool has_limit(const struct stamp *stamp, const struct report_limit *limit, long *value)
{
    for (size_t i = 0; i < stamp->limit_count; i++) {
        if (strcmp(stamp->limits[i].name, limit->name) == 0) {
            *value = stamp->limits[i].value;
            return true;
        }
    }
    return false;
}

static void compare_limits(const struct stamp *then, const struct stamp *now, struct buf *out)
{
    long value;

    for (size_t i = 0; i < then->limit_count; i++) {
        const struct report_limit *limit = &then->limits[i];
        if (!has_limit(now, limit, &value))
            said_line(out, "limit %s: %ld then, unknown now", limit->name, limit->value);
        else if (value != limit->value)
            said_line(out, "limit %s: %ld then, %ld now", limit->name, limit->value, value);
    }
    for (size_t i = 0; i < now->limit_count; i++)
        if (!has_limit(then, &now->limits[i], &value))
            said_line(out, "limit %s: unknown then, %ld now", now->limits[i].name,
                      now->limits[i].value);
}

bool stamp_same(const struct stamp *then, const struct stamp *now, struct buf *differences)
{
    size_t before = differences->len;

    differ(differences, "program", then->program, now->program);
    compare_packs(then, now, differences);
    for (size_t i = 0; i < then->pack_count && then->pack_count == now->pack_count; i++)
        if (strcmp(then->packs[i].name, now->packs[i].name) != 0 &&
            pack_of(now, then->packs[i].name)) {
            said_line(differences, "the packs stand in another order now");
            break;
        }
    compare_points(differences, &then->packs[0], &now->packs[0]);
    differ(differences, "--only", then->packs[0].only, now->packs[0].only);
    differ(differences, "--skip", then->packs[0].skip, now->packs[0].skip);
    differ(differences, "--as-of", then->as_of, now->as_of);
    compare_limits(then, now, differences);
    return differences->len == before;
}
