/* SPDX-License-Identifier: MIT
 *
 * Results read back: everything that was drawn is there again, and what is cut off, altered or
 * of another kind is refused with its line.
 */
#include "result_fixture.h"

/* --- sound results --- */

static void check_run(const struct stamp *stamp, const struct pack *pack)
{
    assert_string_equal(stamp->program, "0.1.0");
    assert_int_equal(stamp->limit_count, 2);
    assert_int_equal(stamp->limits[1].value, 20000000);
    assert_int_equal(stamp->pack_count, 1);
    assert_string_equal(stamp->packs[0].hash, pack->hash);
    assert_int_equal(stamp->packs[0].points, pack_points(pack, SCORE_COMPANY));
    assert_int_equal(stamp->packs[0].band_count, pack->band_count);
    for (size_t i = 0; i < pack->band_count; i++)
        assert_int_equal(stamp->packs[0].bands[i].from, pack->bands[i].from);
    assert_int_equal(stamp->packs[0].theme_count, pack->theme_count);
    assert_null(stamp->packs[0].points_file);
}

static void check_company(const struct entry *entry, struct rulebook *book, const char *name,
                          enum json_detail detail)
{
    struct buf again = BUF_INIT;

    draw_company(&again, book, name, detail);
    assert_int_equal(entry->kind, ENTRY_COMPANY);
    assert_string_equal(entry->name, name);
    assert_int_equal(entry->bytes.len + 1, again.len);
    assert_memory_equal(entry->bytes.at, again.at, entry->bytes.len);
    assert_true(entry->score.has_score);
    assert_true(entry->score.low <= entry->score.score);
    assert_true(entry->theme_count >= 7);
    assert_int_equal(entry->finding_count > 0, detail != DETAIL_SUMMARY);
    assert_int_equal(entry->fact_count > 0, detail == DETAIL_FULL);
    buf_release(&again);
}

static void an_audit_is_read_back_in_every_detail(void **state)
{
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        struct buf text = BUF_INIT;
        struct arena arena = {0};
        struct error err = {0};
        struct entry entry;
        draw_audit(&text, *state, (enum json_detail)detail);
        const char *path = file_with((struct text){text.at, text.len}, &arena);
        struct result *result = result_open(path, &err);
        assert_non_null(result);
        check_run(result_stamp(result), rulebook_pack(*state));
        assert_int_equal(result_stamp(result)->detail, detail);
        assert_int_equal(result_next(result, &arena, &entry, &err), RESULT_ENTRY);
        check_company(&entry, *state, "sunleaf.ini", (enum json_detail)detail);
        assert_string_equal(entry.as_of, "2024-05-02");
        assert_int_equal(result_next(result, &arena, &entry, &err), RESULT_ENTRY);
        assert_int_equal(entry.kind, ENTRY_ERROR);
        assert_string_equal(entry.errors.list[0],
                            "3:1: unknown key 'prise' in [cost]: did you mean 'price'?");
        assert_int_equal(result_next(result, &arena, &entry, &err), RESULT_ENTRY);
        check_company(&entry, *state, "quiet_river.ini", (enum json_detail)detail);
        assert_int_equal(entry.line, 4);
        assert_int_equal(result_next(result, &arena, &entry, &err), RESULT_END);
        assert_int_equal(result_next(result, &arena, &entry, &err), RESULT_END);
        assert_int_equal(result_counts(result).companies, 3);
        result_close(result);
        unlink(path);
        arena_release(&arena);
        buf_release(&text);
    }
}

/* --- broken results --- */

/* A line (from 1) of the sound audit in which 'old' becomes 'new'; an 'old' of NULL cuts the
 * line off in its middle, with all that follows. */
static const struct {
    const char *label;
    int line;
    const char *old, *new;
    const char *wanted; /* "LINE: start of the sentence" */
} broken[] = {
    {"cut off in the first line", 1, NULL, NULL, "1: the line is cut off"},
    {"cut off in a company", 2, NULL, NULL, "2: the line is cut off"},
    {"cut off in an error", 3, NULL, NULL, "3: the line is cut off"},
    {"cut off in the summary", 5, NULL, NULL, "5: the line is cut off"},
    {"no JSON", 2, "\"score\":", "\"score\";", "2: no JSON, or cut off, at column"},
    {"two values", 2, "\"pack\":\"core\",", "\"pack\":\"core\"},{", "2: no JSON"},
    {"a key twice", 2, "\"pack\":\"core\"", "\"pack\":\"core\",\"pack\":\"core\"",
     "2: no JSON"},
    {"not UTF-8", 2, "Sunleaf", "Sun\xFFleaf", "2: no JSON"},
    {"a NUL in a text", 2, "Sunleaf", "Sun\\u0000leaf", "2: no JSON"},
    {"a score over 100", 2, "\"low\":", "\"low\":1", "2: 'low' must be a number from 0 to 100"},
    {"a score under 0", 2, "\"low\":", "\"low\":-", "2: 'low' must be"},
    {"a score too exact", 2,
     "\"coverage\":", "\"coverage\":86.8004,\"x\":", "2: 'coverage' must be"},
    {"a score that is whole", 2,
     "\"coverage\":", "\"coverage\":86,\"x\":", "2: 'coverage' must be"},
    {"a score in quotes", 2,
     "\"coverage\":", "\"coverage\":\"86.800\",\"x\":", "2: 'coverage' must be"},
    {"no score", 2, "\"score\":", "\"scorn\":", "2: 'score' is missing"},
    {"no name", 2, "\"name\":", "\"nome\":", "2: 'name' is missing"},
    {"a name that is a number", 2, "\"sunleaf.ini\"", "7", "2: 'name' must be a text"},
    {"a short hash", 2, "\"profile_sha256\":\"", "\"profile_sha256\":\"0",
     "2: 'profile_sha256' must be 64 hexadecimal digits"},
    {"a hash in capitals", 2, "\"profile_sha256\":",
     "\"profile_sha256\":\"ABCDEF6789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\","
     "\"x\":",
     "2: 'profile_sha256' must be 64"},
    {"a month for a day", 2, "2024-05-02", "2024-05", "2: 'as_of' must be a day"},
    {"a day that never was", 2, "2024-05-02", "2024-02-30", "2: 'as_of' must be a day"},
    {"another pack", 2, "\"pack\":\"core\"", "\"pack\":\"care\"",
     "2: 'pack' may not be 'care'"},
    {"another record", 2, "\"record\":\"company\"", "\"record\":\"folder\"",
     "2: 'record' may not be 'folder'"},
    {"an outcome of no kind", 2, "\"outcome\":\"pass\"", "\"outcome\":\"past\"",
     "2: 'outcome' may not be 'past'"},
    {"a ledger of four", 2, "\"ledger\":[25000,", "\"ledger\":[",
     "2: 'ledger' must be five whole numbers"},
    {"a ledger of six", 2, "\"ledger\":[25000,", "\"ledger\":[25000,1,",
     "2: 'ledger' must be five whole numbers"},
    {"a ledger in decimals", 2, "\"ledger\":[25000,", "\"ledger\":[25000.0,",
     "2: 'ledger' must be five whole numbers"},
    {"a verdict of no kind", 2, "\"kind\":\"provisional\"", "\"kind\":\"final\"",
     "2: 'kind' may not be 'final'"},
    {"criticals that are none", 2, "\"criticals\":[]", "\"criticals\":null",
     "2: 'criticals' must be a list"},
    {"an error without place", 3, "\"line\":3,", "", "3: 'line' is missing"},
    {"no errors", 3, "\"errors\":", "\"error\":", "3: 'errors' is missing"},
    {"another schema", 1, "\"schema\":1", "\"schema\":2", "1: has schema 2 of plumbline 0.1.0"},
    {"no schema", 1, "\"schema\":1,", "", "1: 'schema' is missing"},
    {"a detail of no kind", 1, "\"findings\"", "\"most\"", "1: 'detail' may not be 'most'"},
    {"no packs", 1, "\"packs\":[", "\"packs\":[],\"pecks\":[", "1: 'packs' is empty"},
    {"a day in words", 1, "\"as_of\":null", "\"as_of\":\"May\"", "1: 'as_of' must be a day"},
    {"a limit that is a text", 1, "20000000", "\"20000000\"",
     "1: 'steps_per_company' must be a whole number"},
    {"bands in disorder", 1, "\"from\":60.000", "\"from\":90.000", "1: 'bands' must go from"},
    {"a last band that starts late", 1, "\"from\":0.000", "\"from\":0.001",
     "1: the last of 'bands' must start at 0"},
    {"no summary", 5, "{\"record\":\"summary\"", NULL, "4: ends without its last line"},
    {"a company too many", 5, "\"companies\":3", "\"companies\":2",
     "5: the last line counts 2 companies, 2 of them assessed; above stand 3 and 2"},
    {"an assessment too few", 5, "\"assessed\":2", "\"assessed\":3", "5: the last line counts"},
    {"an error too few", 5, "\"unreadable\":1", "\"unreadable\":0", "5: the last line counts"},
    {"a count of files in words", 5, "\"passed_over\":0", "\"passed_over\":\"none\"",
     "5: 'passed_over' must be a whole number"},
    {"a line after the summary", 5, "\"first_passed_over\":null}",
     "\"first_passed_over\":null}\n{\"record\":\"run\"}", "6: a line stands after the summary"},
    {"an empty line", 3, "{\"record\":\"error\"", "\n{\"record\":\"error\"", "3: no JSON"},
    {"an INI file", 1, "{\"record\":\"run\"", "[section]", "1: no JSON, or cut off"},
    {"other JSON", 1, "{\"record\":\"run\"", "{\"record\":\"ran\"",
     "1: 'record' may not be 'ran'"},
    {"a profile", 1, "{\"record\":\"run\"", "; a profile", "1: is no result"},
};

/* The audit with the row's fault in it. */
static void break_text(const char *text, size_t row, struct buf *out)
{
    const char *line = text;

    for (int i = 1; i < broken[row].line; i++)
        line = strchr(line, '\n') + 1;
    const char *end = strchr(line, '\n');
    if (!broken[row].old) {
        buf_put(out, text, (size_t)(line - text) + (size_t)(end - line) / 2);
        return;
    }
    const char *at = strstr(line, broken[row].old);
    if (!at || at > end)
        fail_msg("%s: no '%s' in line %d", broken[row].label, broken[row].old,
                 broken[row].line);
    buf_put(out, text, (size_t)(at - text));
    if (broken[row].new)
        buf_printf(out, "%s%s", broken[row].new, at + strlen(broken[row].old));
}

/* Reads to the end; the fault, or "whole". */
static void read_all(const char *path, struct buf *got)
{
    struct arena arena = {0};
    struct error err = {0};
    struct entry entry;
    struct result *result = result_open(path, &err);
    enum result_got last = RESULT_FAILED;

    while (result && (last = result_next(result, &arena, &entry, &err)) == RESULT_ENTRY)
        arena_reset(&arena);
    if (last == RESULT_FAILED)
        buf_printf(got, "%d: %s", err.line, err.message);
    else
        buf_puts(got, "whole");
    result_close(result);
    arena_release(&arena);
}

/* More rules than a pack may have, each worth all there is, would not add up in 64 bits. */
static void more_findings_than_any_pack_has_rules_are_refused(void **state)
{
    struct buf text = BUF_INIT, got = BUF_INIT;
    struct arena arena = {0};

    draw_run(&text, *state, DETAIL_FINDINGS);
    draw_company(&text, *state, "sunleaf.ini", DETAIL_FINDINGS);
    const char *start = strstr(text.at, "\"findings\":[") + strlen("\"findings\":[");
    struct text finding = {start, strcspn(start, "}") + 1}, end = text_of(start);
    struct buf more = BUF_INIT;
    buf_put(&more, text.at, (size_t)(start - text.at));
    for (int i = 0; i <= 10000; i++)
        buf_printf(&more, "%.*s,", (int)finding.len, finding.at);
    buf_put(&more, end.at, end.len);
    const char *path = file_with((struct text){more.at, more.len}, &arena);
    read_all(path, &got);
    assert_non_null(strstr(buf_text(&got), "2: 'findings' are more than 10000: this is no"));
    unlink(path);
    arena_release(&arena);
    buf_release(&text);
    buf_release(&more);
    buf_release(&got);
}

static void what_is_cut_off_or_altered_is_refused_with_its_line(void **state)
{
    struct buf text = BUF_INIT;

    draw_audit(&text, *state, DETAIL_FINDINGS);
    for (size_t i = 0; i < COUNT(broken); i++) {
        struct buf bad = BUF_INIT, got = BUF_INIT;
        struct arena arena = {0};
        break_text(text.at, i, &bad);
        const char *path = file_with((struct text){bad.at, bad.len}, &arena);
        read_all(path, &got);
        if (got.len > strlen(broken[i].wanted))
            got.at[strlen(broken[i].wanted)] = '\0';
        ROW_TEXT(broken[i].label, buf_text(&got), broken[i].wanted);
        unlink(path);
        arena_release(&arena);
        buf_release(&got);
        buf_release(&bad);
    }
    buf_release(&text);
    ROWS_END();
}

/* Cut at any byte, a result is never taken for whole. */
static void cut_anywhere_it_is_never_whole(void **state)
{
    struct buf text = BUF_INIT;

    draw_audit(&text, *state, DETAIL_SUMMARY);
    for (size_t len = 0; len < text.len; len += 1 + len % 37) {
        struct buf got = BUF_INIT;
        struct arena arena = {0};
        const char *path = file_with((struct text){text.at, len}, &arena);
        read_all(path, &got);
        if (strcmp(buf_text(&got), "whole") == 0)
            fail_msg("cut after %zu bytes it counts as whole", len);
        unlink(path);
        arena_release(&arena);
        buf_release(&got);
    }
    buf_release(&text);
}

/* --- glances --- */

static void a_glance_sees_what_reading_sees(void **state)
{
    for (int detail = 0; detail < DETAIL_COUNT; detail++) {
        struct buf text = BUF_INIT, line = BUF_INIT;
        struct arena arena = {0};
        struct glance glance;
        draw_company(&text, *state, "sunleaf.ini", (enum json_detail)detail);
        assert_true(result_glance((struct text){text.at, text.len - 1}, &arena, &glance));
        assert_int_equal(glance.kind, GLANCE_COMPANY);
        assert_string_equal(glance.name, "sunleaf.ini");
        assert_string_equal(glance.pack, "core");
        assert_int_equal(strlen(glance.hash), HASH_HEX_LEN);
        assert_non_null(strstr(text.at, glance.hash));
        for (size_t len = 0; len < 200; len++)
            assert_false(result_glance((struct text){text.at, len}, &arena, &glance));
        draw_unreadable(&line, "odd \"name\" \x7f.ini");
        assert_true(result_glance((struct text){line.at, line.len - 1}, &arena, &glance));
        assert_int_equal(glance.kind, GLANCE_ERROR);
        assert_string_equal(glance.name, "odd \"name\" \x7f.ini");
        arena_release(&arena);
        buf_release(&text);
        buf_release(&line);
    }
}

/* --- stamps --- */

static const struct {
    const char *label, *old, *new;
    const char *wanted;
} stamps[] = {
    {"the same", "\"run\"", "\"run\"", ""},
    {"another detail", "\"detail\":\"full\"", "\"detail\":\"summary\"", ""},
    {"another program", "\"0.1.0\"", "\"0.2.0\"", "program: 0.1.0 then, 0.2.0 now\n"},
    {"a rule selection", "\"only\":null", "\"only\":\"RE*\"", "--only: none then, RE* now\n"},
    {"rules left out", "\"skip\":null", "\"skip\":\"RE*\"", "--skip: none then, RE* now\n"},
    {"another day", "\"as_of\":null", "\"as_of\":\"2024-05-02\"",
     "--as-of: none then, 2024-05-02 now\n"},
    {"another limit", "20000000", "1000", "limit steps_per_company: 20000000 then, 1000 now\n"},
    {"a limit more", "\"profile_bytes\"", "\"other\":1,\"profile_bytes\"",
     "limit other: unknown then, 1 now\n"},
    {"a limit less", ",\"steps_per_company\":20000000", "",
     "limit steps_per_company: 20000000 then, unknown now\n"},
    {"another pack", "\"packs\":[{\"name\":\"core\"", "\"packs\":[{\"name\":\"mine\"",
     "pack core: "},
    {"another version", "\"parts\":[{\"name\":\"core\",\"version\":\"",
     "\"parts\":[{\"name\":\"core\",\"version\":\"9", "pack core: 1"},
    {"points of a file", "\"points_file\":null,\"points_sha256\":null",
     "\"points_file\":\"p.ini\",\"points_sha256\":"
     "\"0123456789012345678901234567890123456789012345678901234567890123\"",
     "points file: none then, p.ini now\n"},
};

static void stamps_say_what_differs(void **state)
{
    struct buf text = BUF_INIT;
    struct arena arena = {0};
    struct error err = {0};
    struct stamp then, now;

    draw_run(&text, *state, DETAIL_FULL);
    assert_true(stamp_read((struct text){text.at, text.len}, "a", &arena, &then, &err));
    for (size_t i = 0; i < COUNT(stamps); i++) {
        struct buf other = BUF_INIT, got = BUF_INIT;
        const char *at = strstr(text.at, stamps[i].old);
        assert_non_null(at);
        buf_put(&other, text.at, (size_t)(at - text.at));
        buf_printf(&other, "%s%s", stamps[i].new, at + strlen(stamps[i].old));
        if (!stamp_read((struct text){other.at, other.len}, "b", &arena, &now, &err))
            fail_msg("%s: %s", stamps[i].label, err.message);
        ROW_INT(stamps[i].label, stamp_same(&then, &now, &got), !*stamps[i].wanted);
        if (*stamps[i].wanted && got.len > strlen(stamps[i].wanted))
            got.at[strlen(stamps[i].wanted)] = '\0';
        ROW_TEXT(stamps[i].label, buf_text(&got), stamps[i].wanted);
        buf_release(&other);
        buf_release(&got);
    }
    arena_release(&arena);
    buf_release(&text);
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_audit_is_read_back_in_every_detail),
        cmocka_unit_test(more_findings_than_any_pack_has_rules_are_refused),
        cmocka_unit_test(what_is_cut_off_or_altered_is_refused_with_its_line),
        cmocka_unit_test(cut_anywhere_it_is_never_whole),
        cmocka_unit_test(a_glance_sees_what_reading_sees),
        cmocka_unit_test(stamps_say_what_differs),
    };

    return cmocka_run_group_tests(tests, open_core, close_core);
}
