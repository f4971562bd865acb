/* SPDX-License-Identifier: MIT
 *
 * Every attack of tests/hostile/ between two good rules, over two companies: it must end as its
 * first line says, and the good rules must give what they always give. The first line is
 *
 *   -- ends: error 9: TEXT   a finding of outcome error in line 9 of the file, saying TEXT
 *   -- ends: error: TEXT     the same, whatever the line
 *   -- ends: pass: TEXT      nothing came of it
 *   -- ends: load 9: TEXT    the pack cannot be loaded, for a fault in line 9 of the rule
 */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <sys/wait.h>
#include <time.h>

#include "base/file.h"
#include "pack_writer.h"

enum { ATTACKS_AT_LEAST = 195 };

/* CPU time in which an attack has to end, its pack and two companies with it: some ten times
 * what the worst takes, for it tells what hangs from what ends and does not measure the
 * machine. */
#ifdef __SANITIZE_ADDRESS__
static const double seconds_max = 20;
#else
static const double seconds_max = 5;
#endif

static const char good_rule[] =
    WRITER_RULE("'a.n', 'a.text'", "['a.n'] = 'down'",
                "function(c)\n"
                "  local same = ('aB'):upper() == 'AB' and math.max(1, 2) == 2 and\n"
                "    string.format('%d', 7) == '7' and tonumber('7') == 7 and\n"
                "    contains(c.a.text, 'company') and #c.a.text < 20\n"
                "  if not same then return major('poisoned') end\n"
                "  if c.a.n > 10 then return critical('n is %n', c.a.n) end\n"
                "  return pass('n is %n', c.a.n)\n"
                "end");

static const char *const companies[] = {"[a]\nn = 50\ntext = first company\nset = x, y\n",
                                        "[a]\nn = 5\ntext = second company\nset = y\n"};

/* How the attack is run; in every manner it must end, and harm nobody. */
enum manner {
    AS_EVER,
    WATCHED, /* traced: Lua has one hook, and the limits must keep it */
    IN_1_MIB /* with a smaller cap, which may be met before what else would end it */
};

struct attack {
    const char *name;
    enum manner manner;
    struct text source;
    char ends[16]; /* "error", "pass" or "load" */
    int line;      /* or 0 */
    char says[256];
    int *failures;
};

/* One attack that went wrong does not hide the next. */
__attribute__((format(printf, 2, 3))) static void complain(const struct attack *attack,
                                                           const char *format, ...)
{
    va_list args;

    print_error("%s: ", attack->name);
    va_start(args, format);
    vprint_error(format, args);
    va_end(args);
    print_error("\n");
    ++*attack->failures;
}

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now); /* other work on the machine is no hang */
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* PLUMBLINE_ATTACK_SECONDS is for runs under valgrind. */
static double most_seconds(void)
{
    const char *given = getenv("PLUMBLINE_ATTACK_SECONDS");

    return given ? strtod(given, NULL) : seconds_max;
}

static void read_ending(struct attack *attack)
{
    char line[300];
    size_t len = strcspn(attack->source.at, "\n");
    int at = 0;

    len = len < sizeof line ? len : sizeof line - 1;
    memcpy(line, attack->source.at, len);
    line[len] = '\0';
    if (sscanf(line, "-- ends: %15[a-z]%n", attack->ends, &at) != 1)
        fail_msg("%s does not say how it ends", attack->name);
    if (line[at] == ' ')
        attack->line = (int)strtol(line + at, NULL, 10);
    const char *colon = strchr(line + at, ':');
    assert_non_null(colon);
    snprintf(attack->says, sizeof attack->says, "%.255s", colon + 2);
}

/* --- what came of it --- */

static void check_good(const struct attack *attack, const struct finding *f, size_t company,
                       struct arena *arena)
{
    static const struct {
        enum outcome outcome;
        const char *says;
    } wanted[] = {{OUTCOME_CRITICAL, "n is 50"}, {OUTCOME_PASS, "n is 5"}};

    if (f->outcome != wanted[company].outcome || f->span ||
        strcmp(reason_of(f, arena), wanted[company].says) != 0)
        complain(attack, "good rule %s, company %zu: %s, '%s'", f->rule->id, company + 1,
                 outcome_name(f->outcome), reason_of(f, arena));
}

static void check_attack(const struct attack *attack, const struct finding *f, size_t company,
                         struct arena *arena)
{
    const char *says = reason_of(f, arena);
    bool as_said = strcmp(outcome_name(f->outcome), attack->ends) == 0 && !f->span &&
                   (attack->line == 0 || attack->line == f->error_line) &&
                   strstr(says, attack->says);
    bool stopped = f->outcome == OUTCOME_ERROR &&
                   (strcmp(f->error_id, "steps") == 0 || strcmp(f->error_id, "bytes") == 0);

    if (stopped && f->error_line == 0)
        complain(attack, "was stopped in no line: '%s'", says);
    if (!as_said && !(stopped && attack->manner == IN_1_MIB))
        complain(attack, "company %zu: %s in line %d, '%s'", company + 1,
                 outcome_name(f->outcome), f->error_line, says);
    for (const char *c = says; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            complain(attack, "says a control character");
    assert_true(strlen(says) < ERROR_MESSAGE_MAX);
}

static void trace_attack(struct rulebook *book, const char *text, struct arena *arena,
                         struct finding *finding)
{
    struct profile *profile = arena_alloc(arena, sizeof *profile);
    struct profile_options options = {0};
    struct faults faults = {0};
    struct trace trace;

    assert_true(profile_parse(text_of(text), "test.ini", &rulebook_pack(book)->schema, &options,
                              arena, profile, &faults));
    rulebook_trace_rule(book, 1, profile, arena, finding, &trace);
    assert_true(trace.count > 0);
}

static void run_companies(const struct attack *attack, struct rulebook *book)
{
    for (size_t i = 0; i < COUNT(companies); i++) {
        struct arena arena = {0};
        struct finding findings[3];
        run_text(book, companies[i], &arena, findings);
        check_good(attack, &findings[0], i, &arena);
        if (attack->manner == WATCHED)
            trace_attack(book, companies[i], &arena, &findings[1]);
        check_attack(attack, &findings[1], i, &arena);
        check_good(attack, &findings[2], i, &arena);
        arena_release(&arena);
    }
}

static void check_load_error(const struct attack *attack, const struct temp_pack *pack,
                             const struct error *err)
{
    char file[128];

    snprintf(file, sizeof file, "%s/t/H_attack.lua", pack->dir);
    if (strcmp(attack->ends, "load") != 0 || strcmp(err->where, file) != 0 ||
        err->kind != ERROR_PACK || (attack->line > 0 && err->line != attack->line) ||
        !strstr(err->message, attack->says))
        complain(attack, "%s:%d: %s", err->where, err->line, err->message);
}

/* Loads the attack between two good rules and runs both companies. */
static void attempt(const struct attack *attack)
{
    struct temp_pack pack;
    struct error err;
    double start = seconds();

    temp_open(&pack);
    temp_put(&pack, "pack.lua",
             WRITER_PACK("'t/A_before.lua', 't/H_attack.lua', 't/Z_after.lua'"));
    temp_put(&pack, "t/A_before.lua", good_rule);
    temp_put(&pack, "t/Z_after.lua", good_rule);
    temp_write(&pack, "t/H_attack.lua", attack->source.at, attack->source.len);
    struct limits limits = limits_standard();
    const char *dir = pack.dir;
    struct rulebook_options options = {
        .dirs = &dir, .count = 1, .depth = RULEBOOK_FULL, .limits = &limits};
    if (attack->manner == IN_1_MIB)
        limits.bytes_per_company = 1024L * 1024;
    struct rulebook *book = rulebook_open_packs(&options, &err);
    if (!book)
        check_load_error(attack, &pack, &err);
    else if (strcmp(attack->ends, "load") == 0)
        complain(attack, "could be loaded");
    else
        run_companies(attack, book);
    rulebook_close(book);
    temp_close(&pack);
    /* Noting every line and call of a rule that makes millions takes its own time. */
    if (seconds() - start > most_seconds() * (attack->manner == WATCHED ? 4 : 1))
        complain(attack, "took %.1f seconds", seconds() - start);
}

/* --- the attacks --- */

static int is_lua(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);

    return len > 4 && strcmp(entry->d_name + len - 4, ".lua") == 0;
}

static void attempt_all(enum manner manner)
{
    struct dirent **list;
    int failures = 0, count = scandir(SOURCE_DIR "/tests/hostile", &list, is_lua, alphasort);

    assert_true(count >= ATTACKS_AT_LEAST);
    for (int i = 0; i < count; i++) {
        struct arena arena = {0};
        struct error err;
        struct attack attack = {
            .name = list[i]->d_name, .manner = manner, .failures = &failures};
        const char *path =
            arena_printf(&arena, SOURCE_DIR "/tests/hostile/%s", list[i]->d_name);
        if (!file_read(path, 1 << 20, &arena, &attack.source, ERROR_PACK, &err))
            fail_msg("%s", err.message);
        read_ending(&attack);
        attempt(&attack);
        arena_release(&arena);
        free(list[i]);
    }
    free(list);
    assert_int_equal(failures, 0);
}

static void every_attack_ends_as_it_says_and_harms_nobody(void **state)
{
    (void)state;
    attempt_all(AS_EVER);
}

static void limits_hold_while_rules_are_watched(void **state)
{
    (void)state;
    attempt_all(WATCHED);
}

static void every_attack_ends_under_a_cap_of_1_mib(void **state)
{
    (void)state;
    attempt_all(IN_1_MIB);
}

/* A rule whose check starts with 'count' times 'part'. */
static void attempt_repeated(int *failures, const char *name, const char *part, size_t count,
                             int line, const char *says)
{
    struct buf source = BUF_INIT;
    struct attack attack = {.name = name, .ends = "load", .line = line, .failures = failures};

    buf_puts(&source, "return { check = function()\n  local x = ");
    for (size_t i = 0; i < count; i++)
        buf_puts(&source, part);
    attack.source = text_of(buf_text(&source));
    snprintf(attack.says, sizeof attack.says, "%s", says);
    attempt(&attack);
    buf_release(&source);
}

static void sources_that_wear_out_the_parser_are_faults_of_the_pack(void **state)
{
    static const struct {
        const char *name, *part;
        size_t count;
        int line;
        const char *says;
    } rows[] = {
        {"deep parentheses", "(", 100000, 0, "C stack overflow"},
        {"deep tables", "{", 100000, 0, "C stack overflow"},
        {"deep functions", "function() return ", 10000, 0, "C stack overflow"},
        {"deep operators", "- ", 100000, 0, "C stack overflow"},
        {"long concatenation", "x..", 80000, 0, "C stack overflow"},
        {"source of 1 MB", "\"0123456789abcdef\"..", 60000, 0,
         "is larger than the limit of 262144"},
        {"long text", "\"[[0123456789abcdef]]", 12000, 2, "unexpected symbol near"},
        {"open bracket", "[==[0123456789abcdef", 12000, 2, "unfinished long string"},
        {"open delimiter", "[==========x", 12000, 2, "invalid long string delimiter"},
        {"many lines", "x\n", 1000, 4, "syntax error near"},
    };
    int failures = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        attempt_repeated(&failures, rows[i].name, rows[i].part, rows[i].count, rows[i].line,
                         rows[i].says);
    assert_int_equal(failures, 0);
}

static void bytecode_is_refused(void **state)
{
    static const char binary[] = "\x1bLuaT\0\x19\x93\r\n\x1a\n\4\x08\x08";
    int failures = 0;
    struct attack attack = {.name = "bytecode", .ends = "load", .failures = &failures};

    (void)state;
    attack.source = (struct text){binary, 5};
    strcpy(attack.says, "attempt to load a binary chunk");
    attempt(&attack);
    attack.source = (struct text){binary, sizeof binary - 1};
    strcpy(attack.says, "a NUL byte");
    attempt(&attack);
    assert_int_equal(failures, 0);
}

/* The limits of a rule are the same whether the clock or the count finds them. */
static void a_result_does_not_depend_on_how_long_it_took(void **state)
{
    char rule[1024];
    enum outcome last = OUTCOME_PASS;

    (void)state;
    for (int n = 1000; n < 20 * 1000 * 1000; n *= 3) {
        struct temp_pack pack;
        struct error err;
        struct arena arena = {0};
        struct finding f;
        snprintf(rule, sizeof rule,
                 WRITER_RULE("", "",
                             "function()\n  for i = 1, %d do end\n"
                             "  return pass('done')\nend"),
                 n);
        temp_open(&pack);
        struct rulebook *book = temp_rule(&pack, rule, &err);
        assert_non_null(book);
        for (int i = 0; i < 5; i++) {
            run_text(book, "", &arena, &f);
            assert_int_equal(f.outcome, n < 4000000 ? OUTCOME_PASS : OUTCOME_ERROR);
        }
        last = f.outcome;
        arena_release(&arena);
        rulebook_close(book);
        temp_close(&pack);
    }
    assert_int_equal(last, OUTCOME_ERROR);
}

/* CPU timers do not follow into a child process, and companies are run in children. */
static void a_forked_worker_stops_an_endless_loop_too(void **state)
{
    struct temp_pack pack;
    struct error err;
    struct arena arena = {0};
    struct finding f;
    int status = -1;

    (void)state;
    temp_open(&pack);
    struct rulebook *book =
        temp_rule(&pack, WRITER_RULE("", "", "function() while true do end end"), &err);
    assert_non_null(book);
    pid_t child = fork();
    if (child == 0) {
        alarm(10);
        run_text(book, "", &arena, &f);
        _exit(f.outcome == OUTCOME_ERROR ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    rulebook_close(book);
    temp_close(&pack);
}

/* Runs all, or those whose name fits the pattern given. */
int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_attack_ends_as_it_says_and_harms_nobody),
        cmocka_unit_test(limits_hold_while_rules_are_watched),
        cmocka_unit_test(every_attack_ends_under_a_cap_of_1_mib),
        cmocka_unit_test(sources_that_wear_out_the_parser_are_faults_of_the_pack),
        cmocka_unit_test(bytecode_is_refused),
        cmocka_unit_test(a_result_does_not_depend_on_how_long_it_took),
        cmocka_unit_test(a_forked_worker_stops_an_endless_loop_too),
    };

    if (argc > 1)
        cmocka_set_test_filter(argv[1]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
