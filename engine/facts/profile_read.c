/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include <ini.h>

#include "base/buf.h"
#include "facts/profile_parts.h"

struct reader {
    struct text rest; /* not read yet */
    int line_number;  /* of the physical line cut off last */
    struct arena *arena;
    struct faults *faults;
    profile_line_fn *fn;
    void *context;
    struct profile_line now;         /* the logical line that inih is looking at */
    char name[PROFILE_MAX_NAME + 1]; /* its section or key, folded, as fed to inih */
    size_t name_len;
    char section[PROFILE_MAX_NAME + 1]; /* the section in force */
    size_t section_len;
    char argument[PROFILE_MAX_NAME + 1]; /* and its argument */
    size_t argument_len;
    enum { BEFORE_SECTIONS, IN_SECTION, IN_REFUSED_SECTION } place;
    bool refused; /* the line above, so that its continuation is passed over */
    bool plain;   /* the whole text is, so that no line of it needs a look of its own */
};

/* Returns false, so that refusing a line is one line. */
static bool fault(struct reader *r, int column, const char *sentence)
{
    faults_add(r->faults, r->arena, r->line_number, column, "%s", sentence);
    return false;
}

/* --- physical lines --- */

/* The next physical line as it stands, without its end; false at the end of the file. */
static bool peek_line(const struct reader *r, struct text *line, size_t *whole)
{
    if (r->rest.len == 0)
        return false;
    const char *end = memchr(r->rest.at, '\n', r->rest.len);
    size_t len = end ? (size_t)(end - r->rest.at) : r->rest.len;
    *whole = end ? len + 1 : len;
    if (len > 0 && r->rest.at[len - 1] == '\r')
        len--;
    *line = (struct text){r->rest.at, len};
    return true;
}

static void skip_line(struct reader *r, size_t whole)
{
    r->rest.at += whole;
    r->rest.len -= whole;
    r->line_number++;
}

/* Whether the line can be used; says why where it cannot. */
static bool line_is_sound(struct reader *r, struct text line)
{
    int column = 0;

    if (line.len > PROFILE_MAX_LINE)
        return fault(r, 0, "is longer than 65,536 bytes: shorten it");
    const char *why = r->plain ? NULL : line_fault(line, &column);
    return !why || fault(r, column, why);
}

static bool is_comment_or_empty(struct text line)
{
    size_t i = 0;

    while (i < line.len && is_blank(line.at[i]))
        i++;
    return i == line.len || line.at[i] == ';' || line.at[i] == '#';
}

/* --- values --- */

/* The first line of a value, trimmed, without its comment, unless quotes protect it. */
static struct text value_piece(struct text text)
{
    if (text.len == 0 || text.at[0] != '"')
        return text_without_comment(text);
    size_t end = value_closing_quote(text);
    if (end == 0)
        return text;
    struct text tail =
        text_without_comment((struct text){text.at + end + 1, text.len - end - 1});
    size_t len = tail.len > 0 ? (size_t)(tail.at - text.at) + tail.len : end + 1;
    return (struct text){text.at, len};
}

/* Whether an indented line looks like a key of its own, which it cannot be. */
static bool looks_like_key(struct text text)
{
    size_t i = 0;

    while (i < text.len && (is_letter(text.at[i]) || is_digit(text.at[i]) ||
                            is_blank(text.at[i]) || text.at[i] == '_' || text.at[i] == '-'))
        i++;
    return i > 0 && i <= PROFILE_MAX_NAME && i < text.len && text.at[i] == '=';
}

static bool looks_like_section(struct text line)
{
    struct text text = text_without_comment(text_trim(line));

    return text.len > 1 && text.at[0] == '[' && text.at[text.len - 1] == ']';
}

/* Whether the next line can continue a value: nearly none can, and one byte shows it. */
static bool may_continue(const struct reader *r)
{
    char c = r->rest.len > 0 ? r->rest.at[0] : 'x';

    return is_blank(c) || c == ';' || c == '#' || c == '\r' || c == '\n';
}

/* Whether the value has none of the marks that quotes, comments and sources begin with: then it
 * is what it looks like. */
static bool is_bare(struct text value)
{
    static const bool marks[256] = {['"'] = true, [';'] = true, ['#'] = true, ['@'] = true};
    size_t i = 0;

    while (i < value.len && !marks[(unsigned char)value.at[i]])
        i++;
    return i == value.len;
}

/* Adds the indented lines that follow to the value; comments and blank lines between them are
 * nothing. */
static struct text join_continuation(struct reader *r, struct text value)
{
    struct buf joined = {.max = PROFILE_MAX_LINE};
    struct text line;
    size_t whole;

    while (peek_line(r, &line, &whole)) {
        bool skip = is_comment_or_empty(line);
        if (!skip && (!is_blank(line.at[0]) || looks_like_section(line)))
            break;
        skip_line(r, whole);
        if (!line_is_sound(r, line) || skip)
            continue;
        struct text more = text_without_comment(text_trim(line));
        if (looks_like_key(more)) {
            fault(r, 1,
                  "starts with a blank, so it would continue the line above: delete the "
                  "blank, or put the text in quotes on the line above");
            continue;
        }
        r->now.last_line = r->line_number;
        if (joined.len == 0)
            buf_put(&joined, value.at, value.len);
        bool full = joined.truncated;
        buf_puts(&joined, joined.len ? " " : "");
        buf_put(&joined, more.at, more.len);
        if (joined.truncated && !full)
            fault(r, 0, "makes the value longer than 65,536 bytes: shorten it");
    }
    if (joined.len > 0)
        value = (struct text){arena_copy(r->arena, joined.at, joined.len), joined.len};
    buf_release(&joined);
    return value;
}

/* --- logical lines --- */

/* "[source S1] ; comment" */
static bool take_section(struct reader *r, struct text line)
{
    const char *close = memchr(line.at, ']', line.len);
    struct text inside, name;

    r->place = IN_REFUSED_SECTION;
    if (!close)
        return fault(r, 1, "the section lacks its closing bracket: write [section]");
    size_t after = (size_t)(close - line.at) + 1;
    if (text_without_comment((struct text){line.at + after, line.len - after}).len > 0)
        return fault(r, (int)after + 1,
                     "only a comment may follow a [section]: start a new line");
    inside = text_trim((struct text){line.at + 1, (size_t)(close - line.at) - 1});
    if (inside.len == 0 || inside.len > PROFILE_MAX_NAME)
        return fault(r, 1,
                     "is no section: a name of 1 to 48 characters goes between the brackets");
    text_next_word(&inside, &name);
    memcpy(r->argument, inside.at, inside.len);
    r->argument[inside.len] = '\0';
    r->argument_len = inside.len;
    name_fold(name, r->name);
    memcpy(r->section, r->name, sizeof r->section);
    r->name_len = r->section_len = name.len;
    r->now = (struct profile_line){.line = r->line_number, .column = 1};
    r->place = IN_SECTION;
    return true;
}

/* The key, and where its '=' or ':' is, or the line's end. Nearly all are written as they are
 * looked up: 'folded', and short enough. */
static struct text key_of(struct text line, size_t *at, bool *folded)
{
    size_t len = name_folded_len(line);

    *at = len;
    while (*at < line.len && is_blank(line.at[*at]))
        ++*at;
    *folded = len > 0 && len <= PROFILE_MAX_NAME && *at < line.len && line.at[*at] == '=';
    if (*folded)
        return (struct text){line.at, len};
    const char *equals = memchr(line.at, '=', line.len);
    *at = equals ? (size_t)(equals - line.at) : line.len;
    const char *colon = memchr(line.at, ':', *at);
    *at = colon ? (size_t)(colon - line.at) : *at;
    return text_trim((struct text){line.at, *at});
}

/* "key = value @S1 p.4 ; comment" and the lines that continue it */
static bool take_pair(struct reader *r, struct text line)
{
    size_t at;
    bool folded;
    struct text key = key_of(line, &at, &folded);

    if (line.len > 3 && memcmp(line.at, "=== ", 4) == 0)
        return fault(r, 1,
                     "'=== NAME' stands between the profiles of a stream: let the file's name "
                     "not end in .ini");
    if (at == line.len || key.len == 0)
        return fault(r, 1, "is neither a [section], a 'key = value' line nor a comment");
    struct text value = text_trim((struct text){line.at + at + 1, line.len - at - 1});
    bool bare = is_bare(value), more = may_continue(r);
    if (!bare)
        value = value_piece(value);
    r->now = (struct profile_line){.line = r->line_number,
                                   .last_line = r->line_number,
                                   .column = 1,
                                   .value_column = (int)(value.at - line.at) + 1,
                                   .piece = value,
                                   .value = value};
    struct text joined = more ? join_continuation(r, value) : value;
    if (r->place == BEFORE_SECTIONS)
        faults_add(r->faults, r->arena, r->now.line, 1,
                   "stands before the first [section]: put it under one");
    if (r->place != IN_SECTION)
        return false; /* under a section that was refused: said once, there */
    if (folded) {
        memcpy(r->name, key.at, key.len);
        r->name[key.len] = '\0';
    } else if (!name_fold(key, r->name)) {
        faults_add(r->faults, r->arena, r->now.line, 1,
                   "the key is longer than 48 characters: 'plumbline schema' lists the keys");
        return false;
    }
    r->name_len = key.len;
    return (bare && joined.at == value.at) || value_split(&r->now, joined, r->arena, r->faults);
}

/* An indented line that continues no value. */
static void refuse_indented(struct reader *r, struct text line)
{
    bool section = looks_like_section(line);

    if (r->refused && !section)
        return;
    fault(r, 1,
          section ? "starts with a blank, which a [section] may not: delete the blank"
                  : "starts with a blank but there is no value above to continue: delete "
                    "the blank");
    if (section)
        r->place = IN_REFUSED_SECTION;
    r->refused = true;
}

/* Whether the line says something that inih is to see. */
static bool take_line(struct reader *r, struct text line)
{
    bool sound = line_is_sound(r, line);

    if (sound && is_comment_or_empty(line))
        return false;
    if (is_blank(line.at[0])) {
        if (sound)
            refuse_indented(r, line);
        return false;
    }
    bool section = line.at[0] == '[';
    if (section && !sound)
        r->place = IN_REFUSED_SECTION;
    r->refused = !sound || !(section ? take_section(r, line) : take_pair(r, line));
    return !r->refused;
}

/* What inih is to see of the line: at most PROFILE_MAX_NAME and three bytes. */
static void show(const struct reader *r, bool section, char *out)
{
    if (section)
        *out++ = '[';
    memcpy(out, r->name, r->name_len);
    memcpy(out + r->name_len, section ? "]" : "=", 2);
}

/* inih's reader: puts the next logical line into 'out' ("[section]" or "key="). */
static char *feed(char *out, int size, void *context)
{
    struct reader *r = context;
    struct text line;

    (void)size; /* inih's 200 bytes are room enough */
    for (size_t whole; peek_line(r, &line, &whole);) {
        skip_line(r, whole);
        if (!take_line(r, line))
            continue;
        bool section = line.at[0] == '[';
        show(r, section, out);
        if (section)
            r->fn(r->context, &(struct profile_line){.section = text_of(r->section),
                                                     .argument = text_of(r->argument),
                                                     .line = r->line_number,
                                                     .column = 1});
        return out;
    }
    return NULL;
}

/* inih's handler: 'section' and 'name' are inih's, which it was given as they are; the value is
 * the reader's. */
static int on_pair(void *context, const char *section, const char *name, const char *value)
{
    struct reader *r = context;

    (void)value;
    assert(strlen(section) == r->section_len && strlen(name) == r->name_len);
    r->now.section = (struct text){section, r->section_len};
    r->now.argument = (struct text){r->argument, r->argument_len};
    r->now.key = (struct text){name, r->name_len};
    r->fn(r->context, &r->now);
    return 1;
}

void profile_read(struct text text, struct arena *arena, struct faults *faults,
                  profile_line_fn *fn, void *context)
{
    profile_read_from(text, 1, arena, faults, fn, context);
}

void profile_read_from(struct text text, int line, struct arena *arena, struct faults *faults,
                       profile_line_fn *fn, void *context)
{
    struct reader r = {.rest = text,
                       .line_number = line > 0 ? line - 1 : 0,
                       .arena = arena,
                       .faults = faults,
                       .fn = fn,
                       .context = context};

    if (text.len >= 3 && memcmp(text.at, "\xEF\xBB\xBF", 3) == 0)
        r.rest = (struct text){text.at + 3, text.len - 3};
    if (text.len >= 2 &&
        (memcmp(text.at, "\xFF\xFE", 2) == 0 || memcmp(text.at, "\xFE\xFF", 2) == 0)) {
        faults_add(faults, arena, r.line_number + 1, 1, "the file is UTF-16: save it as UTF-8");
        return;
    }
    r.plain = text_lines_are_plain(r.rest);
    ini_parse_stream(feed, &r, on_pair, &r);
}
