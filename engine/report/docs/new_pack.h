/* SPDX-License-Identifier: MIT
 *
 * The first texts of a pack of one's own, and of a rule that is still to be written. Drawn into
 * bufs; engine/cli/ writes the files.
 */
#ifndef REPORT_NEW_PACK_H
#define REPORT_NEW_PACK_H

#include "base/error.h"
#include "score/pack.h"

/* The rule that a new pack starts with. */
#define NEW_PACK_RULE "costs/MY01_parties.lua"

void new_pack_file(struct buf *out, const char *name);
void new_pack_facts(struct buf *out);
void new_pack_sources(struct buf *out);
void new_pack_rule(struct buf *out);

/* How a pack.lua lists figures; a new pack has none. */
void new_pack_figures(struct buf *out);

/* Settings for lua-language-server, which find the stubs in .plumbline/. */
void new_pack_luarc(struct buf *out);

/* A rule for a theme whose examples fail until its check is written. It reads a fact that the
 * theme's rules read, or the first of the vocabulary. */
void new_rule(struct buf *out, const struct pack *pack, const char *id, size_t theme);

/* The group that new figures stand in. */
#define NEW_FIGURE_GROUP "mine"

/* A figure that is a whole number of the pack's own, or of the vocabulary, with examples that
 * hold. False where the vocabulary has none. */
bool new_figure(struct buf *out, const struct pack *pack, const char *id);

/* The text of a pack.lua with 'file' in its group of new figures, which is made where there are
 * no figures. Errors: ERROR_PACK where there are others only, with what to add by hand. */
bool new_figure_list(struct text source, const char *path, const char *file,
                     struct arena *arena, struct buf *out, struct error *err);

/* The text of a pack.lua with 'file' added to its rules, behind the last rule of the same theme
 * or else at the end; everything else stays as it is. Errors: ERROR_PACK where the list is not
 * written as plain texts between braces, with what to add by hand. */
bool new_rule_list(struct text source, const char *path, const char *file, struct arena *arena,
                   struct buf *out, struct error *err);

#endif
