/* SPDX-License-Identifier: MIT
 *
 * What the terminal on stdout can show: its columns, colour, characters beyond ASCII. Decided
 * by environment and options alone; the process has no locale.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"

enum { TERMINAL_WIDTH_MAX = 100 };

bool is_on_screen(const struct options *options)
{
    const char *term = getenv("TERM");

    return !options->output && term && *term && strcmp(term, "dumb") != 0 &&
           isatty(STDOUT_FILENO) == 1;
}

bool wants_color(const struct options *options)
{
    const char *no_color = getenv("NO_COLOR");

    if (options->color != COLOR_AUTO)
        return options->color == COLOR_ALWAYS;
    return !(no_color && *no_color) && is_on_screen(options);
}

size_t text_width(const struct options *options)
{
    struct winsize size;

    if (options->width > 0)
        return options->width;
    if (options->output || isatty(STDOUT_FILENO) != 1 ||
        ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return TEXT_WIDTH;
    return size.ws_col < TERMINAL_WIDTH_MAX ? size.ws_col : TERMINAL_WIDTH_MAX;
}

/* The locale of characters: the first of three that is set (POSIX). */
static const char *locale_name(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};

    for (size_t i = 0; i < COUNT(names); i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return value;
    }
    return "C";
}

/* "de_DE.UTF-8@euro": what stands between '.' and '@' names the characters. */
static bool is_locale_utf8(void)
{
    const char *dot = strchr(locale_name(), '.');
    struct text codeset = text_of(dot ? dot + 1 : "");

    codeset.len = strcspn(codeset.at, "@");
    return text_same(codeset, text_of("UTF-8")) || text_same(codeset, text_of("utf8"));
}

static bool wants_utf8(const struct options *options)
{
    if (options->charset != CHARSET_AUTO)
        return options->charset == CHARSET_UTF8;
    return is_on_screen(options) && is_locale_utf8();
}

struct text_style report_style(const struct options *options)
{
    size_t width = text_width(options);

    return (struct text_style){.width = width < TEXT_NARROWEST ? TEXT_NARROWEST : width,
                               .color = wants_color(options),
                               .verbose = options->verbose,
                               .utf8 = wants_utf8(options)};
}
