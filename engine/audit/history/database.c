/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <sqlite3.h>

#include "audit/history/database.h"
#include "audit/history/uri.h"
#include "base/text.h"

enum { HEADER_BYTES = 100 }; /* of every SQLite file */
enum { SWITCH_TRIES = 200, SWITCH_WAIT_MS = 50, BEGIN_TRIES = 2 };

struct database {
    sqlite3 *sqlite;
    struct arena arena; /* owns this and the statements */
    const char *path;
    const struct database_kind *kind;
    enum database_mode mode;
};

struct statement {
    struct database *db;
    sqlite3_stmt *stmt;
    int bound;    /* values given so far */
    int code;     /* of SQLite: the first that went wrong, or how far it is */
    bool started; /* a row was asked for */
};

/* --- errors --- */

static bool fail(const struct database *db, enum error_kind kind, struct error *err,
                 const char *what, const char *why)
{
    if (db->mode == DATABASE_READ)
        kind = ERROR_USAGE;
    return error_set(err, kind, db->path, 0, "%s%s", what, why);
}

/* What the operating system says about it, or else what SQLite does, which keeps the number of
 * few failures only: callers clear errno before. */
static const char *reason_of(const struct database *db, int code)
{
    int number = sqlite3_system_errno(db->sqlite) ? sqlite3_system_errno(db->sqlite) : errno;
    bool is_system = (code & 0xFF) == SQLITE_IOERR || (code & 0xFF) == SQLITE_CANTOPEN;

    return is_system && number != 0 ? strerror(number) : sqlite3_errstr(code);
}

static bool fail_by(const struct database *db, int code, struct error *err)
{
    switch (code & 0xFF) {
    case SQLITE_NOMEM:
        out_of_memory();
    case SQLITE_NOTADB:
        return fail(db, ERROR_USAGE, err, "is not ", db->kind->what);
    case SQLITE_FULL:
        return fail(db, ERROR_OUTPUT, err, "cannot be written: the disk is full", "");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fail(db, ERROR_OUTPUT, err, "is held by another program, for over ten seconds; ",
                    "try again when that is done");
    case SQLITE_CORRUPT:
        return fail(db, ERROR_OUTPUT, err, "is damaged: ", sqlite3_errmsg(db->sqlite));
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
        return fail(db, ERROR_OUTPUT, err,
                    "does not hold what it should: ", sqlite3_errmsg(db->sqlite));
    case SQLITE_CANTOPEN:
        return fail(db, ERROR_OUTPUT, err, "cannot be opened: ", reason_of(db, code));
    default:
        return fail(db, ERROR_OUTPUT, err,
                    db->mode == DATABASE_READ ? "cannot be read: " : "cannot be written: ",
                    reason_of(db, code));
    }
}

static bool execute(struct database *db, const char *sql, struct error *err)
{
    errno = 0;
    int code = sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL);

    return code == SQLITE_OK || fail_by(db, sqlite3_extended_errcode(db->sqlite), err);
}

/* --- what a file is --- */

enum identity { IDENTITY_EMPTY, IDENTITY_OURS, IDENTITY_OTHER };

static bool read_number(struct database *db, const char *sql, int64_t *out, struct error *err)
{
    struct statement *statement = database_prepare(db, sql, err);

    if (!statement)
        return false;
    *out = statement_next(statement) ? statement_get_whole(statement, 0) : 0;
    return statement_done(statement, err);
}

static bool identify(struct database *db, enum identity *out, struct error *err)
{
    int64_t application, version, tables;

    if (!read_number(db, "PRAGMA application_id", &application, err) ||
        !read_number(db, "PRAGMA user_version", &version, err) ||
        !read_number(db, "SELECT count(*) FROM sqlite_master", &tables, err))
        return false;
    if (application == 0 && version == 0 && tables == 0)
        *out = IDENTITY_EMPTY;
    else if (application != db->kind->application_id)
        return fail(db, ERROR_USAGE, err, "is a database of another program, not ",
                    db->kind->what);
    else if (version > db->kind->version)
        return fail(db, ERROR_USAGE, err,
                    "was made by a newer plumbline: ", "use that one, or another file");
    else if (version < db->kind->version)
        return fail(db, ERROR_USAGE, err, "is of a version that this plumbline cannot read",
                    "");
    else
        *out = IDENTITY_OURS;
    return true;
}

/* The same outside of a transaction: by one state of the file, for another process may be
 * making it just now. Where it fails, closing ends the transaction. */
static bool identify_file(struct database *db, enum identity *out, struct error *err)
{
    return execute(db, "BEGIN", err) && identify(db, out, err) && execute(db, "COMMIT", err);
}

static bool is_fit(const struct database *db, struct error *err)
{
    struct stat st;

    if (!*db->path)
        return error_set(err, ERROR_USAGE, NULL, 0, "the name of a database is empty");
    if (stat(db->path, &st) != 0) {
        if (errno == ENOENT && db->mode == DATABASE_WRITE)
            return true;
        return fail(db, errno == ENOENT ? ERROR_USAGE : ERROR_OUTPUT, err,
                    "cannot be opened: ", strerror(errno));
    }
    if (S_ISDIR(st.st_mode))
        return fail(db, ERROR_USAGE, err, "is a folder, not a file", "");
    if (!S_ISREG(st.st_mode))
        return fail(db, ERROR_USAGE, err, "is not a regular file (a pipe or a device)", "");
    if (st.st_size > 0 && st.st_size < HEADER_BYTES) /* SQLite takes one byte for nothing */
        return fail(db, ERROR_USAGE, err, "is not ", db->kind->what);
    return true;
}

/* --- opening --- */

static bool open_file(struct database *db, const char *query, struct error *err)
{
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;

    if (db->mode == DATABASE_WRITE)
        flags |= SQLITE_OPEN_CREATE;
    int code =
        sqlite3_open_v2(uri_of_file(&db->arena, db->path, query), &db->sqlite, flags, NULL);
    if (!db->sqlite)
        out_of_memory();
    if (code != SQLITE_OK)
        return fail_by(db, sqlite3_extended_errcode(db->sqlite), err);
    sqlite3_extended_result_codes(db->sqlite, 1);
    sqlite3_busy_timeout(db->sqlite, DATABASE_PATIENCE_MS);
    sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    return execute(db, "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;", err);
}

/* Two that make one file at once can be in each other's way without SQLite waiting. */
static bool switch_to_wal(struct database *db, struct error *err)
{
    int code = SQLITE_BUSY;

    sqlite3_busy_timeout(db->sqlite, SWITCH_WAIT_MS);
    for (int i = 0; i < SWITCH_TRIES && (code & 0xFF) == SQLITE_BUSY; i++) {
        code =
            sqlite3_exec(db->sqlite, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
                         NULL, NULL, NULL);
        if ((code & 0xFF) == SQLITE_BUSY)
            sqlite3_sleep(SWITCH_WAIT_MS);
    }
    sqlite3_busy_timeout(db->sqlite, DATABASE_PATIENCE_MS);
    return code == SQLITE_OK || fail_by(db, code, err);
}

/* Makes the tables, unless another process was faster. */
static bool create(struct database *db, struct error *err)
{
    char marks[128];
    enum identity identity = IDENTITY_EMPTY;

    sqlite3_snprintf(sizeof marks, marks,
                     "PRAGMA application_id = %d; PRAGMA user_version = %d;",
                     db->kind->application_id, db->kind->version);
    if (!database_begin(db, err))
        return false;
    bool ok = identify(db, &identity, err) &&
              (identity == IDENTITY_OURS ||
               (execute(db, db->kind->created, err) && execute(db, marks, err))) &&
              database_commit(db, err);
    if (!ok)
        database_rollback(db);
    return ok;
}

static bool open_to_write(struct database *db, struct error *err)
{
    enum identity identity = IDENTITY_EMPTY;

    return open_file(db, "", err) && identify_file(db, &identity, err) &&
           switch_to_wal(db, err) && (identity == IDENTITY_OURS || create(db, err));
}

/* In a folder where nothing may be written WAL cannot work; a database that is at rest, without
 * a log beside it, can be read without. */
static bool is_at_rest(struct database *db)
{
    struct stat st;
    const char *log = arena_printf(&db->arena, "%s-wal", db->path);

    return stat(log, &st) != 0 || st.st_size == 0;
}

static bool open_to_read(struct database *db, struct error *err)
{
    enum identity identity = IDENTITY_EMPTY;
    bool ok = open_file(db, "", err) && identify_file(db, &identity, err);
    int code = sqlite3_errcode(db->sqlite) & 0xFF;

    if (!ok && (code == SQLITE_CANTOPEN || code == SQLITE_READONLY) && is_at_rest(db)) {
        sqlite3_close(db->sqlite);
        db->sqlite = NULL;
        ok = open_file(db, "?mode=ro&immutable=1", err) && identify_file(db, &identity, err);
    }
    if (!ok)
        return false;
    if (identity == IDENTITY_EMPTY)
        return fail(db, ERROR_USAGE, err, "is empty, not ", db->kind->what);
    return execute(db, "PRAGMA query_only = ON; BEGIN", err);
}

struct database *database_open(const char *path, const struct database_kind *kind,
                               enum database_mode mode, struct error *err)
{
    struct arena arena = {0};
    struct database *db = arena_alloc(&arena, sizeof *db);

    *db = (struct database){.kind = kind, .mode = mode};
    db->arena = arena;
    db->path = arena_copy(&db->arena, path, strlen(path));
    if (is_fit(db, err) &&
        (mode == DATABASE_WRITE ? open_to_write(db, err) : open_to_read(db, err)))
        return db;
    database_close(db);
    return NULL;
}

void database_close(struct database *db)
{
    sqlite3_stmt *stmt;

    if (!db)
        return;
    while (db->sqlite && (stmt = sqlite3_next_stmt(db->sqlite, NULL)))
        sqlite3_finalize(stmt);
    sqlite3_close(db->sqlite);
    struct arena arena = db->arena;
    arena_release(&arena);
}

/* --- transactions --- */

bool database_begin(struct database *db, struct error *err)
{
    int code = SQLITE_BUSY;

    /* While another one puts the log in order after a kill, SQLite may not have waited. */
    for (int i = 0; i < BEGIN_TRIES && (code & 0xFF) == SQLITE_BUSY; i++)
        code = sqlite3_exec(db->sqlite, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    return code == SQLITE_OK || fail_by(db, code, err);
}

bool database_commit(struct database *db, struct error *err)
{
    return execute(db, "COMMIT", err);
}

void database_rollback(struct database *db)
{
    sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL); /* may have happened by itself */
}

int64_t database_last_key(const struct database *db)
{
    return sqlite3_last_insert_rowid(db->sqlite);
}

/* --- statements --- */

struct statement *database_prepare(struct database *db, const char *sql, struct error *err)
{
    struct statement *statement = arena_alloc(&db->arena, sizeof *statement);

    statement->db = db;
    if (sqlite3_prepare_v3(db->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->stmt,
                           NULL) == SQLITE_OK)
        return statement;
    fail_by(db, sqlite3_extended_errcode(db->sqlite), err);
    return NULL;
}

static void note(struct statement *statement, int code)
{
    if (statement->code == SQLITE_OK)
        statement->code = code;
}

void statement_whole(struct statement *s, int64_t value)
{
    note(s, sqlite3_bind_int64(s->stmt, ++s->bound, value));
}

void statement_text(struct statement *s, const char *value)
{
    note(s, sqlite3_bind_text(s->stmt, ++s->bound, value, -1, SQLITE_STATIC));
}

void statement_null(struct statement *s)
{
    note(s, sqlite3_bind_null(s->stmt, ++s->bound));
}

bool statement_next(struct statement *s)
{
    s->started = true;
    errno = 0;
    if (s->code == SQLITE_OK || s->code == SQLITE_ROW)
        s->code = sqlite3_step(s->stmt);
    return s->code == SQLITE_ROW;
}

int64_t statement_get_whole(struct statement *s, int column)
{
    return sqlite3_column_int64(s->stmt, column);
}

static const char *text_in(struct statement *s, int column)
{
    const char *text = (const char *)sqlite3_column_text(s->stmt, column);

    if (!text && sqlite3_errcode(s->db->sqlite) == SQLITE_NOMEM)
        out_of_memory();
    return text ? text : "";
}

const char *statement_get_text(struct statement *s, int column, struct arena *arena)
{
    return arena_printable(arena, text_in(s, column));
}

const char *statement_get_lines(struct statement *s, int column, struct arena *arena)
{
    const char *text = text_in(s, column);
    char *copy = arena_copy(arena, text, strlen(text));

    for (char *line = copy, *end; *line; line = end + 1) {
        end = line + strcspn(line, "\n");
        bool is_last = *end == '\0';
        *end = '\0';
        text_make_printable(line);
        if (is_last)
            break;
        *end = '\n';
    }
    return copy;
}

bool statement_is_null(struct statement *s, int column)
{
    return sqlite3_column_type(s->stmt, column) == SQLITE_NULL;
}

bool statement_done(struct statement *s, struct error *err)
{
    if (!s->started)
        statement_next(s);
    bool ok = s->code == SQLITE_DONE || s->code == SQLITE_ROW;
    if (!ok)
        fail_by(s->db, s->code, err);
    sqlite3_reset(s->stmt);
    sqlite3_clear_bindings(s->stmt);
    s->bound = 0;
    s->code = SQLITE_OK;
    s->started = false;
    return ok;
}
