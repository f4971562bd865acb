/* SPDX-License-Identifier: MIT
 *
 * Archives as inputs: every kind of them, in every packing, made here by libarchive, whole,
 * cut, bent and hostile. Nothing of them may reach the disk.
 */
#include "input_fixture.h"

#include <locale.h>

#include <archive.h>
#include <archive_entry.h>

struct entry {
    const char *name;
    const char *text; /* NULL: a folder */
    mode_t kind;      /* 0: a regular file, or a folder */
};

typedef int setter(struct archive *);

static void put_entry(struct archive *a, const struct entry *e)
{
    struct archive_entry *entry = archive_entry_new();
    size_t len = e->text ? strlen(e->text) : 0;
    mode_t kind = e->kind ? e->kind : e->text ? AE_IFREG : AE_IFDIR;

    archive_entry_set_pathname(entry, e->name);
    archive_entry_set_filetype(entry, kind);
    archive_entry_set_perm(entry, 0644);
    if (kind == AE_IFLNK)
        archive_entry_set_symlink(entry, e->text);
    archive_entry_set_size(entry, e->kind ? 0 : (la_int64_t)len);
    if (e->kind == AE_IFREG) /* said: a hard link to the text */
        archive_entry_set_hardlink(entry, e->text);
    assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
    if (!e->kind && len > 0)
        assert_int_equal(archive_write_data(a, e->text, len), (la_ssize_t)len);
    archive_entry_free(entry);
}

static void put_archive(const char *path, setter *format, setter *filter, const char *options,
                        const struct entry *entries, size_t count)
{
    struct archive *a = archive_write_new();

    assert_non_null(a);
    assert_int_equal(format(a), ARCHIVE_OK);
    assert_int_equal(filter(a), ARCHIVE_OK);
    if (options) {
        assert_int_equal(archive_write_set_options(a, options), ARCHIVE_OK);
        assert_int_equal(archive_write_set_passphrase(a, "secret"), ARCHIVE_OK);
    }
    assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
    for (size_t i = 0; i < count; i++)
        put_entry(a, &entries[i]);
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    assert_int_equal(archive_write_free(a), ARCHIVE_OK);
}

static const char *listed_of(const char *path)
{
    return listed(&(struct input_options){0}, (const char *const[4]){path});
}

/* Gives the file's bytes to standard input, as a pipe would. */
static void pipe_file(const char *path)
{
    static char bytes[65000];
    FILE *f = fopen(path, "rb");

    assert_non_null(f);
    size_t len = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    set_stdin(bytes, len);
}

static const struct {
    const char *name;
    setter *format, *filter;
    bool seeks; /* cannot be read from a pipe */
} kinds[] = {
    {"a.tar", archive_write_set_format_pax_restricted, archive_write_add_filter_none, false},
    {"a.tar.gz", archive_write_set_format_pax_restricted, archive_write_add_filter_gzip, false},
    {"a.tgz", archive_write_set_format_gnutar, archive_write_add_filter_gzip, false},
    {"a.tar.bz2", archive_write_set_format_ustar, archive_write_add_filter_bzip2, false},
    {"a.tar.xz", archive_write_set_format_pax, archive_write_add_filter_xz, false},
    {"a.tar.zst", archive_write_set_format_pax_restricted, archive_write_add_filter_zstd,
     false},
    {"a.tar.lz4", archive_write_set_format_pax_restricted, archive_write_add_filter_lz4, false},
    {"a.tar.lz", archive_write_set_format_pax_restricted, archive_write_add_filter_lzip, false},
    {"a.tar.lzma", archive_write_set_format_pax_restricted, archive_write_add_filter_lzma,
     false},
    {"a.tar.Z", archive_write_set_format_pax_restricted, archive_write_add_filter_compress,
     false},
    {"a.cpio", archive_write_set_format_cpio, archive_write_add_filter_none, false},
    {"a.zip", archive_write_set_format_zip, archive_write_add_filter_none, false},
    {"a.7z", archive_write_set_format_7zip, archive_write_add_filter_none, true},
    {"untold", archive_write_set_format_pax_restricted, archive_write_add_filter_zstd, false},
    {"untold-zip", archive_write_set_format_zip, archive_write_add_filter_none, false},
};

static void every_kind_of_archive_gives_its_members_in_order(void **state)
{
    static const struct entry entries[] = {
        {"b.ini", "[plan]\n", 0},       {"set/", NULL, 0},  {"set/a.ini", "[cost]\nx\n", 0},
        {"set/readme.md", "# no\n", 0}, {"./c.ini", "", 0}, {"set/.hid.ini", "no", 0},
    };
    char wanted[400];

    (void)state;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        const char *name = kinds[i].name;
        put_archive(name, kinds[i].format, kinds[i].filter, NULL, entries, COUNT(entries));
        snprintf(wanted, sizeof wanted,
                 "text %s/b.ini:1 [plan]|\ntext %s/set/a.ini:1 [cost]|x|\ntext %s/c.ini:1 \n",
                 name, name, name);
        ROW_TEXT(name, listed_of(name), wanted);
        pipe_file(name);
        if (kinds[i].seeks) {
            ROW_TEXT(name, listed_of("-"),
                     "fault standard input: a 7z cannot be read from a pipe: save it to a file "
                     "first\n");
            continue;
        }
        ROW_TEXT(name, listed_of("-"),
                 "text b.ini:1 [plan]|\ntext set/a.ini:1 [cost]|x|\ntext c.ini:1 \n");
    }
    ROWS_END();
}

static void names_are_utf8_whatever_the_locale(void **state)
{
    static const struct entry entries[] = {{"\xc3\xa4/\xe4\xb8\xad.ini", "z", 0}};

    (void)state;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        char wanted[100];
        assert_non_null(setlocale(LC_ALL, "C.UTF-8"));
        put_archive(kinds[i].name, kinds[i].format, kinds[i].filter, NULL, entries, 1);
        assert_non_null(setlocale(LC_ALL, "C"));
        snprintf(wanted, sizeof wanted, "text %s/%s:1 z\n", kinds[i].name, entries[0].name);
        ROW_TEXT(kinds[i].name, listed_of(kinds[i].name), wanted);
    }
    ROWS_END();
}

static void members_are_chosen_as_files_in_folders_are(void **state)
{
    static const struct entry entries[] = {
        {"a.ini", "A", 0},      {"old/b.ini", "B", 0},          {"old/deep/c.ini", "C", 0},
        {".git/d.ini", "D", 0}, {"t.csv", "a.b\n1\n2\n", 0},    {"many.txt", "=== x\nX\n", 0},
        {"l.jsonl", "{}\n", 0}, {"in.tar.gz", "\x1f\x8bxx", 0}, {"new", "[plan]", 0},
    };
    static const struct {
        const char *label, *include, *exclude, *wanted;
        int passed;        /* over */
        const char *first; /* of these */
    } rows[] = {
        {"not a folder", NULL, "old", "text p.tar/a.ini:1 A\n", 5, "p.tar/in.tar.gz"},
        {"not one in a folder", NULL, "old/b*",
         "text p.tar/a.ini:1 A\n"
         "text p.tar/old/deep/c.ini:1 C\n",
         5, "p.tar/in.tar.gz"},
        {"a table", "*.csv", NULL, "row p.tar/t.csv:2:2 a.b^ 1^\nrow p.tar/t.csv:3:3 a.b^ 2^\n",
         7, "p.tar/a.ini"},
        {"a stream", "*.txt", NULL, "text p.tar/many.txt/x:2 X|\n", 7, "p.tar/a.ini"},
        {"objects", "*.jsonl", NULL, "object p.tar/l.jsonl:1:1 {}\n", 7, "p.tar/a.ini"},
        {"an archive", "in*", NULL,
         "fault p.tar/in.tar.gz: is packed once more in the archive: unpack it first\n", 7,
         "p.tar/a.ini"},
        {"by content", "new", NULL, "text p.tar/new:1 [plan]\n", 7, "p.tar/a.ini"},
        {"nothing", "x*", NULL, "fault p.tar: the archive holds no file that fits --include\n",
         8, "p.tar/a.ini"},
    };

    (void)state;
    put_archive("p.tar", archive_write_set_format_pax_restricted, archive_write_add_filter_none,
                NULL, entries, COUNT(entries));
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct input_options options = {.includes = &rows[i].include,
                                        .include_count = rows[i].include != NULL,
                                        .excludes = &rows[i].exclude,
                                        .exclude_count = rows[i].exclude != NULL};
        ROW_TEXT(rows[i].label, listed(&options, (const char *const[4]){"p.tar"}),
                 rows[i].wanted);
        ROW_INT(rows[i].label, passed_by(&options, (const char *const[4]){"p.tar"}).count,
                rows[i].passed);
        ROW_TEXT(rows[i].label, first_passed, rows[i].first);
    }
    put_archive("none.tar", archive_write_set_format_pax_restricted,
                archive_write_add_filter_none, NULL, &entries[4], 1);
    ROW_TEXT("no profile", listed_of("none.tar"),
             "fault none.tar: the archive holds no file that fits *.ini: say --include for "
             "others\n");
    ROWS_END();
}

static void what_is_only_packed_is_what_its_name_says_without_the_ending(void **state)
{
    static const struct {
        const char *name, *text;
        setter *filter;
        const char *wanted;
    } rows[] = {
        {"t.csv.gz", "a.b\n1\n", archive_write_add_filter_gzip, "row t.csv.gz:2:2 a.b^ 1^\n"},
        {"l.jsonl.zst", "{}\n", archive_write_add_filter_zstd, "object l.jsonl.zst:1:1 {}\n"},
        {"a.ini.xz", "[plan]", archive_write_add_filter_xz, "text a.ini.xz:1 [plan]\n"},
        {"m.bz2", "=== a\n=== b\n", archive_write_add_filter_bzip2,
         "text m.bz2/a:2 \ntext m.bz2/b:3 \n"},
        {"no.tar.gz", "hello", archive_write_add_filter_gzip,
         "fault no.tar.gz: is broken: there is no archive in what is packed\n"},
        {"no.tgz", "hello", archive_write_add_filter_gzip,
         "fault no.tgz: is broken: there is no archive in what is packed\n"},
    };

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct entry entry = {"data", rows[i].text, 0};
        put_archive(rows[i].name, archive_write_set_format_raw, rows[i].filter, NULL, &entry,
                    1);
        ROW_TEXT(rows[i].name, listed_of(rows[i].name), rows[i].wanted);
    }
    pipe_file("t.csv.gz");
    ROW_TEXT("from a pipe", listed_of("-"), "row standard input:2:2 a.b^ 1^\n");
    ROWS_END();
}

/* --- hostile --- */

static void no_name_in_an_archive_does_harm(void **state)
{
    static const struct entry entries[] = {
        {"/etc/abs.ini", "1", 0},
        {"../up.ini", "2", 0},
        {"a/../../up.ini", "3", 0},
        {"a\033[31m.ini", "4", 0},
        {"a\nb.ini", "5", 0},
        {"link.ini", "/etc/passwd", AE_IFLNK},
        {"hard.ini", "x.ini", AE_IFREG},
        {"pipe.ini", "", AE_IFIFO},
    };

    (void)state;
    put_archive("h.tar", archive_write_set_format_pax_restricted, archive_write_add_filter_none,
                NULL, entries, COUNT(entries));
    assert_string_equal(
        listed_of("h.tar"),
        "text h.tar/etc/abs.ini:1 1\ntext h.tar/../up.ini:1 2\ntext h.tar/a/../../up.ini:1 3\n"
        "text h.tar/a?[31m.ini:1 4\ntext h.tar/a?b.ini:1 5\n"
        "fault h.tar/link.ini: is a link in the archive, which is not followed: pack the file "
        "itself\n"
        "fault h.tar/hard.ini: is a link in the archive, which is not followed: pack the file "
        "itself\n"
        "fault h.tar/pipe.ini: is no regular file in the archive\n");
}

/* A file of one archive after the other, cut to 'len' bytes, its byte 'bent' inverted. */
static void put_broken(const char *path, const char *from, size_t len, size_t bent)
{
    static char bytes[4 * 1024 * 1024];
    FILE *f = fopen(from, "rb");

    assert_non_null(f);
    size_t all = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    assert_true(len <= all && bent < all);
    if (bent > 0)
        bytes[bent] = (char)~bytes[bent];
    put_bytes(path, bytes, len > 0 ? len : all);
}

/* 'count' small profiles that do not pack well. */
static void put_many(const char *path, setter *format, setter *filter, size_t count)
{
    static char names[100][30], texts[100][9000];
    struct entry entries[100];
    unsigned long long x = 88172645463325252ULL;

    assert_true(count <= COUNT(entries));
    for (size_t i = 0; i < count; i++) {
        snprintf(names[i], sizeof names[i], "c%02zu.ini", i);
        for (size_t j = 0; j + 1 < sizeof texts[i]; j++) {
            x ^= x << 13;
            x ^= x >> 7;
            x ^= x << 17;
            texts[i][j] = (char)(' ' + x % 90);
        }
        texts[i][sizeof texts[i] - 1] = '\0';
        entries[i] = (struct entry){names[i], texts[i], 0};
    }
    put_archive(path, format, filter, NULL, entries, count);
}

/* How many companies and faults an input gives, and the last fault. */
struct counts {
    int texts, faults;
    char last[600];
};

static struct counts count_of(const char *path)
{
    struct input_options options = {.paths = &path, .path_count = 1};
    struct counts counts = {0};
    struct error err;
    struct company c;
    struct input *input = input_open(&options, &err);

    assert_non_null(input);
    while (input_next(input, &c)) {
        counts.texts += c.form == COMPANY_TEXT;
        counts.faults += c.form == COMPANY_FAULT;
        if (c.form == COMPANY_FAULT)
            snprintf(counts.last, sizeof counts.last, "%s: %.*s", c.name, (int)c.text.len,
                     c.text.at);
    }
    input_close(input);
    return counts;
}

static void broken_archives_are_a_fault_and_the_rest_goes_on(void **state)
{
    static const struct {
        const char *label, *from;
        size_t len, bent;
        int texts, faults;
        const char *last;
    } rows[] = {
        {"whole", "b.tar.zst", 0, 0, 50, 0, ""},
        {"cut", "b.tar.zst", 200000, 0, 13, 1,
         "x.tar.zst/c13.ini: cannot be unpacked: Truncated zstd input; the rest of the archive "
         "is not read"},
        {"cut gzip", "b.tar.gz", 200000, 0, 20, 1,
         "x.tar.gz/c20.ini: cannot be unpacked: truncated gzip input; the rest of the archive "
         "is not read"},
        {"cut xz", "b.tar.xz", 200000, 0, 20, 1,
         "x.tar.xz/c20.ini: cannot be unpacked: Lzma library error:  No progress is possible; "
         "the rest of the archive is not read"},
        {"cut bzip2", "b.tar.bz2", 200000, 0, 0, 1,
         "x.tar.bz2: the archive cannot be read: truncated bzip2 input"},
        {"cut in a member", "b.tar", 200000, 0, 20, 1,
         "x.tar/c20.ini: cannot be unpacked: Truncated tar archive; the rest of the archive is "
         "not read"},
        {"cut between members", "b.tar", (size_t)5 * 19 * 512, 0, 5, 1,
         "x.tar: the archive is cut off, or lacks its end mark: what stands in it was read"},
        {"one zero block at its end", "b.tar", (size_t)50 * 19 * 512 + 512, 0, 50, 0, ""},
        {"no zero block at its end", "b.tar", (size_t)50 * 19 * 512, 0, 50, 1,
         "x.tar: the archive is cut off, or lacks its end mark: what stands in it was read"},
        {"cut in a header", "b.tar", (size_t)5 * 19 * 512 + 300, 0, 5, 1,
         "x.tar: the archive cannot be read on from here: Truncated tar archive"},
        {"cut zip", "b.zip", 200000, 0, 26, 1,
         "x.zip/c26.ini: cannot be unpacked: ZIP decompression failed (-5); the rest of the "
         "archive is not read"},
        {"cut 7z", "b.7z", 200000, 0, 0, 1,
         "x.7z: the archive cannot be read: it is damaged or cut off"},
        {"bent bzip2", "b.tar.bz2", 0, 200000, 0, 1,
         "x.tar.bz2: is broken: there is no archive in what is packed"},
        {"bent xz", "b.tar.xz", 0, 200000, 20, 1,
         "x.tar.xz/c20.ini: cannot be unpacked: Lzma library error: Corrupted input data; the "
         "rest of the archive is not read"},
        {"bent zip", "b.zip", 0, 200000, 49, 1,
         "x.zip/c26.ini: cannot be unpacked: ZIP uncompressed data is wrong size (read 9000, "
         "expected 8999)?"},
        {"bent 7z", "b.7z", 0, 200000, 21, 1,
         "x.7z/c21.ini: cannot be unpacked: Decompression failed(9); the rest of the archive "
         "is not read"},
        {"bent header", "b.tar", 0, 10, 0, 1,
         "x.tar: is no archive that can be read: tar, zip, 7z and cpio are, packed by gzip, "
         "bzip2, xz, lzip, lz4 or zstd"},
        {"bent second header", "b.tar", 0, 512 + 9216 + 10, 1, 1,
         "x.tar: the archive cannot be read on from here: Damaged tar archive"},
        {"one byte", "b.tar.zst", 1, 0, 0, 1,
         "x.tar.zst: is no archive that can be read: tar, zip, 7z and cpio are, packed by "
         "gzip, bzip2, xz, lzip, lz4 or zstd"},
        {"four bytes", "b.tar.zst", 4, 0, 0, 1,
         "x.tar.zst: the archive cannot be read: Truncated zstd input"},
        {"ten bytes", "b.zip", 10, 0, 0, 1,
         "x.zip: the archive cannot be read: Truncated ZIP file header"},
    };

    (void)state;
    put_many("b.tar", archive_write_set_format_ustar, archive_write_add_filter_none, 50);
    put_many("b.tar.zst", archive_write_set_format_ustar, archive_write_add_filter_zstd, 50);
    put_many("b.tar.gz", archive_write_set_format_ustar, archive_write_add_filter_gzip, 50);
    put_many("b.tar.xz", archive_write_set_format_ustar, archive_write_add_filter_xz, 50);
    put_many("b.tar.bz2", archive_write_set_format_ustar, archive_write_add_filter_bzip2, 50);
    put_many("b.zip", archive_write_set_format_zip, archive_write_add_filter_none, 50);
    put_many("b.7z", archive_write_set_format_7zip, archive_write_add_filter_none, 50);
    for (size_t i = 0; i < COUNT(rows); i++) {
        char path[40];
        snprintf(path, sizeof path, "x%s", rows[i].from + 1);
        put_broken(path, rows[i].from, rows[i].len, rows[i].bent);
        struct counts counts = count_of(path);
        ROW_INT(rows[i].label, counts.texts, rows[i].texts);
        ROW_INT(rows[i].label, counts.faults, rows[i].faults);
        ROW_TEXT(rows[i].label, counts.last, rows[i].last);
    }
    ROWS_END();
}

static void what_is_whole_before_a_break_is_read(void **state)
{
    static char text[200000], name[6000] = "a/";
    struct entry entries[] = {{"many.txt", text, 0}, {name, "[plan]", 0}};
    struct input_options all = {.includes = (const char *const[]){"*"}, .include_count = 1};
    size_t at = 0;

    (void)state;
    for (int i = 0; i < 100; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "=== c%d\n%01000d\n", i, i);
    memset(name + 2, 'n', 5000);
    snprintf(name + 5002, 10, ".ini");
    put_archive("w.tar", archive_write_set_format_pax_restricted, archive_write_add_filter_none,
                NULL, entries, COUNT(entries));
    put_broken("cut.tar", "w.tar", 50000, 0);
    const char *all_text = listed(&all, (const char *const[4]){"cut.tar"});
    size_t texts = 0;
    for (const char *c = all_text; (c = strstr(c, "text cut.tar/many.txt/c")) != NULL; c++)
        texts++;
    assert_int_equal(texts, (50000 - 512) / 1007);
    assert_string_equal(
        strstr(all_text, "fault"),
        "fault cut.tar/many.txt: cannot be unpacked: Truncated tar archive; the "
        "rest of the archive is not read\n");
    /* and a name is read however long it is */
    assert_int_equal(count_of("w.tar").texts, 1);
}

static void a_file_with_holes_is_no_text(void **state)
{
    struct archive *a = archive_write_new();
    struct archive_entry *entry = archive_entry_new();

    (void)state;
    assert_int_equal(archive_write_set_format_pax(a), ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(a, "holes.tar"), ARCHIVE_OK);
    archive_entry_set_pathname(entry, "h.ini");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, 100000);
    archive_entry_sparse_add_entry(entry, 4096, 512);
    assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
    for (int i = 0; i < 100; i++)
        assert_int_equal(archive_write_data(a, (char[1000]){'['}, 1000), 1000);
    archive_entry_free(entry);
    put_entry(a, &(struct entry){"z.ini", "Z", 0});
    assert_int_equal(archive_write_free(a), ARCHIVE_OK);
    assert_string_equal(listed_of("holes.tar"),
                        "fault holes.tar/h.ini: has holes, so it is no text\n"
                        "text holes.tar/z.ini:1 Z\n");
}

static void an_encrypted_archive_says_so(void **state)
{
    static const struct entry entries[] = {{"a.ini", "[plan]\n", 0}, {"b.ini", "[cost]\n", 0}};
    static const char *const options[] = {"zip:encryption=zipcrypt", "zip:encryption=aes256"};

    (void)state;
    for (size_t i = 0; i < COUNT(options); i++) {
        put_archive("e.zip", archive_write_set_format_zip, archive_write_add_filter_none,
                    options[i], entries, COUNT(entries));
        ROW_TEXT(options[i], listed_of("e.zip"),
                 "fault e.zip/a.ini: is encrypted: unpack the archive with its password, and "
                 "read the files\n"
                 "fault e.zip/b.ini: is encrypted: unpack the archive with its password, and "
                 "read the files\n");
        pipe_file("e.zip"); /* to pass over a member it must be decrypted */
        ROW_TEXT(
            options[i], listed_of("-"),
            "fault a.ini: is encrypted: unpack the archive with its password, and read the "
            "files\n"
            "fault standard input: the archive cannot be read on from here: Passphrase "
            "required for this entry\n");
    }
    ROWS_END();
}

/* A member of 'len' bytes of one kind between two small ones. */
static void put_bomb(const char *path, setter *format, setter *filter, size_t len)
{
    struct archive *a = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    static const char block[65536] = {'['};

    assert_int_equal(format(a), ARCHIVE_OK);
    assert_int_equal(filter(a), ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
    put_entry(a, &(struct entry){"a.ini", "A", 0});
    archive_entry_set_pathname(entry, "bomb.ini");
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, (la_int64_t)len);
    assert_int_equal(archive_write_header(a, entry), ARCHIVE_OK);
    for (size_t left = len; left > 0; left -= left < sizeof block ? left : sizeof block)
        assert_true(archive_write_data(a, block, left < sizeof block ? left : sizeof block) >
                    0);
    archive_entry_free(entry);
    put_entry(a, &(struct entry){"z.ini", "Z", 0});
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    assert_int_equal(archive_write_free(a), ARCHIVE_OK);
}

static void a_bomb_is_one_fault(void **state)
{
    static const struct {
        const char *name;
        setter *format, *filter;
    } rows[] = {
        {"bomb.tar.zst", archive_write_set_format_pax_restricted,
         archive_write_add_filter_zstd},
        {"bomb.zip", archive_write_set_format_zip, archive_write_add_filter_none},
        {"bomb.7z", archive_write_set_format_7zip, archive_write_add_filter_none},
    };
    char wanted[400];

    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *name = rows[i].name;
        put_bomb(name, rows[i].format, rows[i].filter, 100UL * 1000 * 1000);
        snprintf(wanted, sizeof wanted,
                 "text %s/a.ini:1 A\nfault %s/bomb.ini: is larger than the limit of 1,048,576 "
                 "bytes\ntext %s/z.ini:1 Z\n",
                 name, name, name);
        ROW_TEXT(name, listed_of(name), wanted);
    }
    ROWS_END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_of_archive_gives_its_members_in_order),
        cmocka_unit_test(names_are_utf8_whatever_the_locale),
        cmocka_unit_test(members_are_chosen_as_files_in_folders_are),
        cmocka_unit_test(what_is_only_packed_is_what_its_name_says_without_the_ending),
        cmocka_unit_test(no_name_in_an_archive_does_harm),
        cmocka_unit_test(broken_archives_are_a_fault_and_the_rest_goes_on),
        cmocka_unit_test(what_is_whole_before_a_break_is_read),
        cmocka_unit_test(a_file_with_holes_is_no_text),
        cmocka_unit_test(an_encrypted_archive_says_so),
        cmocka_unit_test(a_bomb_is_one_fault),
    };

    return cmocka_run_group_tests(tests, open_scratch, close_scratch);
}
