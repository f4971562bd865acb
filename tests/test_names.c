/* SPDX-License-Identifier: MIT
 *
 * The names that rules can see are the names that .luacheckrc lets them use.
 */
#include "pack_fixture.h"

#include "base/file.h"
#include "lua/names.h"

enum { MAX_NAMES = 100 };

struct list {
    char names[MAX_NAMES][48];
    size_t count;
};

static void add(struct list *list, const char *prefix, const char *at, size_t len)
{
    assert_true(list->count < MAX_NAMES);
    snprintf(list->names[list->count++], sizeof list->names[0], "%s%.*s", prefix, (int)len, at);
}

/* Reads the quoted names of read_globals; 'string = {' and 'math = {' open a prefix. */
static void read_luacheckrc(struct list *list)
{
    struct arena arena = {0};
    struct error err;
    struct text text;
    const char *prefix = "";

    assert_true(file_read(SOURCE_DIR "/.luacheckrc", 100000, &arena, &text, ERROR_PACK, &err));
    const char *at = strstr(text.at, "read_globals");
    assert_non_null(at);
    for (; *at; at++) {
        if (strncmp(at, "string = {", 10) == 0)
            prefix = "string.";
        else if (strncmp(at, "math = {", 8) == 0)
            prefix = "math.";
        else if (*at == '}')
            prefix = "";
        if (*at != '"')
            continue;
        size_t len = strcspn(at + 1, "\"");
        add(list, prefix, at + 1, len);
        at += len + 1;
    }
    arena_release(&arena);
}

static bool has(const struct list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->names[i], name) == 0)
            return true;
    return false;
}

static void luacheckrc_and_the_sandbox_offer_the_same_names(void **state)
{
    struct list allowed = {.count = 0};
    size_t count;
    const char *const *offered = names_offered(&count);

    (void)state;
    read_luacheckrc(&allowed);
    for (size_t i = 0; i < count; i++)
        if (!has(&allowed, offered[i]))
            fail_msg(".luacheckrc lacks '%s'", offered[i]);
    assert_int_equal(allowed.count, count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(luacheckrc_and_the_sandbox_offer_the_same_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
