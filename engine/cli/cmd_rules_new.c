/* SPDX-License-Identifier: MIT
 *
 * plumbline rules new --pack DIR, plumbline rules new ID [NAME] --theme THEME --pack DIR
 */
#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/cli.h"
#include "lua/luacats.h"
#include "report/docs/new_pack.h"

enum { PACK_FILE_MAX = 1024 * 1024 }; /* bytes of a pack.lua */

struct making {
    const struct options *options;
    const char *dir;
    struct arena arena;
    struct buf out; /* what is said on stdout */
    struct buf text;
};

static const char *path_of(struct making *m, const char *file)
{
    return arena_path(&m->arena, m->dir, file);
}

static bool make_folder(const char *path)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST)
        return true;
    say("cannot make the folder %s: %s", path, strerror(errno));
    return false;
}

/* Writes m->text as a file of the pack and empties it. */
static bool put_file(struct making *m, const char *file)
{
    struct error err;
    bool ok = file_write(path_of(m, file), buf_text(&m->text), m->text.len, &err);

    if (!ok)
        say_error(&err);
    else
        buf_printf(&m->out, "wrote %s\n", path_of(m, file));
    buf_reset(&m->text);
    return ok;
}

/* --- a pack --- */

/* Whether the folder is there and holds something. */
static bool is_taken(const char *dir)
{
    DIR *folder = opendir(dir);
    bool taken = false;

    for (const struct dirent *e = folder ? readdir(folder) : NULL; e; e = readdir(folder))
        taken |= strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    if (folder)
        closedir(folder);
    return taken;
}

/* The pack's name: that of its folder, as far as a name may be so. */
static const char *name_of(struct making *m)
{
    size_t len = strlen(m->dir);

    while (len > 1 && m->dir[len - 1] == '/')
        len--;
    size_t start = len;
    while (start > 0 && m->dir[start - 1] != '/')
        start--;
    char *name = arena_copy(&m->arena, m->dir + start, len - start);
    for (char *at = name; *at; at++)
        if (!isalnum((unsigned char)*at) && *at != '-' && *at != '_')
            return "mine";
    return *name && strcmp(name, "core") != 0 ? name : "mine";
}

/* Stubs for editors, of the pack as it now stands beside core. */
static bool put_stubs(struct making *m)
{
    struct options options = *m->options;
    struct report_context context;
    int code = EXIT_DONE;

    options.output = NULL;
    struct rulebook *book = open_pack(&options, RULEBOOK_FULL, &context, &m->arena, &code);
    if (!book)
        return false;
    luacats_put(&m->text, rulebook_pack(book));
    rulebook_close(book);
    return make_folder(path_of(m, ".plumbline")) && put_file(m, ".plumbline/api.lua");
}

static bool put_pack(struct making *m)
{
    if (!make_folder(m->dir) || !make_folder(path_of(m, "costs")))
        return false;
    new_pack_file(&m->text, name_of(m));
    if (!put_file(m, "pack.lua"))
        return false;
    new_pack_facts(&m->text);
    if (!put_file(m, "facts.lua"))
        return false;
    new_pack_sources(&m->text);
    if (!put_file(m, "sources.lua"))
        return false;
    new_pack_rule(&m->text);
    if (!put_file(m, NEW_PACK_RULE))
        return false;
    new_pack_luarc(&m->text);
    return put_file(m, ".luarc.json") && put_stubs(m);
}

/* Whether the words of the command say to start one pack, in a folder with nothing in it. */
static bool may_start_pack(const struct making *m)
{
    if (m->options->theme)
        say("'--theme' goes with the id of a rule: plumbline rules new ID --theme %s --pack %s",
            m->options->theme, m->dir);
    else if (m->options->pack_count > 1)
        say("rules new starts one pack at a time: give '--pack' once");
    else if (is_taken(m->dir))
        say("%s is there already: nothing is written over. A new rule in it is 'plumbline "
            "rules new ID --theme THEME --pack %s'",
            m->dir, m->dir);
    else
        return true;
    return false;
}

static int new_pack(struct making *m)
{
    if (!may_start_pack(m))
        return EXIT_USAGE;
    if (!put_pack(m))
        return EXIT_OUTPUT;
    buf_printf(&m->out,
               "next: plumbline rules test %s\n"
               "      plumbline score FILE --pack %s\n",
               m->dir, m->dir);
    return EXIT_DONE;
}

/* --- a rule --- */

/* Capital letters, then digits, perhaps more letters: "LATE01", "CE04b". */
static bool is_id(const char *id)
{
    size_t letters = 0, digits;

    while (id[letters] >= 'A' && id[letters] <= 'Z')
        letters++;
    digits = strspn(id + letters, "0123456789");
    return letters > 0 && digits > 0 && strlen(id) <= 12 &&
           strspn(id + letters + digits, "abcdefghijklmnopqrstuvwxyz") ==
               strlen(id + letters + digits);
}

static bool is_word(const char *name)
{
    size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");

    return len > 0 && name[len] == '\0' && len <= 60;
}

static size_t theme_number(const struct pack *pack, const char *id)
{
    size_t i = 0;

    while (i < pack->theme_count && strcmp(pack->themes[i].id, id) != 0)
        i++;
    return i;
}

static void say_themes(const struct pack *pack, const char *theme)
{
    struct buf list = BUF_INIT;

    for (size_t i = 0; i < pack->theme_count; i++)
        buf_printf(&list, "%s%s", i ? ", " : "", pack->themes[i].id);
    say("%s%s%sthe themes are %s",
        theme ? "there is no theme '" : "'--theme' is missing: ", theme ? theme : "",
        theme ? "': " : "", buf_text(&list));
    buf_release(&list);
}

/* Whether the words of the command can become a rule of the pack. */
static bool words_are_sound(const struct making *m, const struct pack *pack)
{
    const struct options *o = m->options;
    const struct rule *same = pack_rule(pack, o->args[0]);

    if (!is_id(o->args[0]))
        say("a rule's id is capital letters and a number, such as LATE01, not '%s'",
            o->args[0]);
    else if (o->arg_count > 1 && !is_word(o->args[1]))
        say("the name of a rule's file is of a-z, 0-9 and _, not '%s'", o->args[1]);
    else if (same)
        say("the id '%s' is taken, by %s", same->id, same->file);
    else if (pack_article(pack, o->args[0]) || pack_source(pack, o->args[0]))
        say("the id '%s' is taken: 'plumbline explain %s' says by what", o->args[0],
            o->args[0]);
    else if (!o->theme || theme_number(pack, o->theme) == pack->theme_count)
        say_themes(pack, o->theme);
    else
        return true;
    return false;
}

/* Makes the text of pack.lua with the rule in it. */
static bool list_rule(struct making *m, const char *file, struct buf *list, struct error *err)
{
    const char *path = path_of(m, "pack.lua");
    struct text text;

    return file_read(path, PACK_FILE_MAX, &m->arena, &text, ERROR_PACK, err) &&
           new_rule_list(text, path, file, &m->arena, list, err);
}

/* A rule that pack.lua does not list makes the pack unusable: the file goes with the line. */
static bool put_rule(struct making *m, const char *file, const struct buf *list)
{
    const struct options *o = m->options;

    if (!make_folder(path_of(m, o->theme)) || !put_file(m, file))
        return false;
    buf_put(&m->text, buf_text(list), list->len);
    if (put_file(m, "pack.lua"))
        return true;
    unlink(path_of(m, file));
    buf_reset(&m->out);
    return false;
}

/* The new pack.lua is made first, so that nothing is written where it cannot be. */
static int add_rule(struct making *m, const struct pack *pack)
{
    const struct options *o = m->options;
    const char *file = arena_printf(&m->arena, "%s/%s_%s.lua", o->theme, o->args[0],
                                    o->arg_count > 1 ? o->args[1] : "to_be_written");
    struct buf list = BUF_INIT;
    struct error err;
    int code = EXIT_DONE;

    if (!list_rule(m, file, &list, &err)) {
        say_error(&err);
        code = EXIT_PACK;
    } else {
        new_rule(&m->text, pack, o->args[0], theme_number(pack, o->theme));
        code = put_rule(m, file, &list) ? EXIT_DONE : EXIT_OUTPUT;
    }
    buf_release(&list);
    if (code == EXIT_DONE)
        buf_printf(&m->out, "next: write its check, then plumbline rules test %s --pack %s\n",
                   o->args[0], m->dir);
    return code;
}

static int new_rule_of_pack(struct making *m)
{
    struct report_context context;
    int code = EXIT_DONE;
    struct rulebook *book = open_pack(m->options, RULEBOOK_FULL, &context, &m->arena, &code);

    if (!book)
        return code;
    code =
        words_are_sound(m, rulebook_pack(book)) ? add_rule(m, rulebook_pack(book)) : EXIT_USAGE;
    rulebook_close(book);
    return code;
}

int cmd_rules_new(const struct options *options)
{
    struct making m = {.options = options, .out = BUF_INIT, .text = BUF_INIT};

    if (options->pack_count == 0) {
        say("rules new writes into a pack of your own: add --pack DIR; 'plumbline rules new "
            "--pack DIR' alone starts one");
        return EXIT_USAGE;
    }
    m.dir = options->packs[options->pack_count - 1];
    int code = options->arg_count > 0 ? new_rule_of_pack(&m) : new_pack(&m);
    if (m.out.len > 0)
        code = exit_stronger(code, write_out(options, &m.out));
    buf_release(&m.text);
    buf_release(&m.out);
    arena_release(&m.arena);
    return code;
}
