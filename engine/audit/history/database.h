/* SPDX-License-Identifier: MIT
 *
 * A database in one file, by SQLite: opened, created or refused, with prepared statements and
 * transactions that wait their turn. What is in it, its kind says. The only header over
 * sqlite3.h; one process, and no child of it, may use a database that is open.
 */
#ifndef AUDIT_DATABASE_H
#define AUDIT_DATABASE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

struct database;
struct statement;

/* By what a file is known to be of this kind, and how a new one is made. */
struct database_kind {
    const char *what;    /* "a plumbline history" */
    int application_id;  /* PRAGMA application_id */
    int version;         /* PRAGMA user_version: of the tables */
    const char *created; /* the statements that make the tables */
};

enum database_mode {
    DATABASE_READ, /* one state of it, as it was at the opening; nothing is written */
    DATABASE_WRITE /* made where it is not there */
};

/* How long others are waited for before it is an error. */
enum { DATABASE_PATIENCE_MS = 10000 };

/*
 * Opens it, in WAL mode. A file of another kind, or of a newer version, is left as it is.
 *
 * Errors: ERROR_USAGE for a file that is of no use, and for all while reading; ERROR_OUTPUT for
 * what cannot be made or written: no permission, a full disk, others that do not let go of it.
 * So for all functions here.
 */
struct database *database_open(const char *path, const struct database_kind *kind,
                               enum database_mode mode, struct error *err);

/* Takes NULL. What was begun and not committed is undone. */
void database_close(struct database *db);

/* From here on nobody else writes, until the commit or the rollback. */
bool database_begin(struct database *db, struct error *err);
bool database_commit(struct database *db, struct error *err);
void database_rollback(struct database *db);

/* The key of the last row that was added. */
int64_t database_last_key(const struct database *db);

/* A statement that lives as long as the database; or NULL with *err set. */
struct statement *database_prepare(struct database *db, const char *sql, struct error *err);

/* Values for its '?', one after the other; texts are borrowed until statement_done. NULL is
 * null. */
void statement_whole(struct statement *statement, int64_t value);
void statement_text(struct statement *statement, const char *value);
void statement_null(struct statement *statement);

/* The next row, or false where there are no more or it failed: statement_done says which. */
bool statement_next(struct statement *statement);

/* Of the row at hand, by the number of the column. A null is 0 and "". Texts are copied, and
 * made printable: the file may come from anywhere. */
int64_t statement_get_whole(struct statement *statement, int column);
const char *statement_get_text(struct statement *statement, int column, struct arena *arena);
const char *statement_get_lines(struct statement *statement, int column,
                                struct arena *arena); /* keeps line ends */
bool statement_is_null(struct statement *statement, int column);

/* Ends it, so that it can be used again; runs it first where no row was asked for. */
bool statement_done(struct statement *statement, struct error *err);

#endif
