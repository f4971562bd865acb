/* SPDX-License-Identifier: MIT
 *
 * The tables of a history. Scores and points are thousandths, as everywhere; bands are numbers
 * into the bands of the pack, 0 the best. Names of outcomes stand in a table of their own, so
 * that ten million findings stay small.
 *
 * A pack stands once for all runs that judged by it: the same files, points and selection.
 */
#include "audit/history/history.h"

static const char created[] =
    "CREATE TABLE runs ("
    " id INTEGER PRIMARY KEY,"
    " program TEXT NOT NULL," /* its version */
    " as_of TEXT,"            /* --as-of, or null */
    " detail TEXT NOT NULL,"  /* --detail */
    " limits TEXT NOT NULL,"  /* 'name=value name=value' */
    " options TEXT NOT NULL," /* what else was asked for */
    " inputs TEXT NOT NULL,"  /* as given */
    " state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'whole')),"
    " companies INTEGER NOT NULL," /* all that were met, and of these: */
    " assessed INTEGER NOT NULL,"
    " unreadable INTEGER NOT NULL,"
    " lost INTEGER NOT NULL,"      /* the worker died on it */
    " conditions INTEGER NOT NULL" /* met a --fail-... condition */
    ");"
    "CREATE TABLE packs ("
    " id INTEGER PRIMARY KEY,"
    " name TEXT NOT NULL,"
    " version TEXT NOT NULL,"
    " hash TEXT NOT NULL,"
    " points_hash TEXT NOT NULL," /* of --points, or '' */
    " only_rules TEXT NOT NULL,"  /* --only, or '' */
    " skip_rules TEXT NOT NULL,"  /* --skip, or '' */
    " UNIQUE (name, version, hash, points_hash, only_rules, skip_rules)"
    ");"
    "CREATE TABLE run_packs ("
    " run INTEGER NOT NULL REFERENCES runs,"
    " number INTEGER NOT NULL,"
    " pack INTEGER NOT NULL REFERENCES packs,"
    " PRIMARY KEY (run, number)"
    ") WITHOUT ROWID;"
    "CREATE TABLE bands ("
    " pack INTEGER NOT NULL REFERENCES packs,"
    " number INTEGER NOT NULL,"
    " name TEXT NOT NULL,"
    " PRIMARY KEY (pack, number)"
    ") WITHOUT ROWID;"
    "CREATE TABLE rules ("
    " id INTEGER PRIMARY KEY,"
    " pack INTEGER NOT NULL REFERENCES packs,"
    " number INTEGER NOT NULL,"
    " name TEXT NOT NULL," /* RE02 */
    " title TEXT NOT NULL,"
    " points INTEGER NOT NULL," /* whole points; 0 is off */
    " UNIQUE (pack, number)"
    ");"
    "CREATE TABLE companies ("
    " id INTEGER PRIMARY KEY,"
    " name TEXT NOT NULL UNIQUE" /* its own */
    ");"
    "CREATE TABLE assessments ("
    " id INTEGER PRIMARY KEY,"
    " run INTEGER NOT NULL REFERENCES runs,"
    " number INTEGER NOT NULL," /* of the company in the input, from 0 */
    " pack INTEGER NOT NULL REFERENCES packs,"
    " company INTEGER NOT NULL REFERENCES companies,"
    " name TEXT NOT NULL," /* what the input calls it */
    " profile_hash TEXT NOT NULL,"
    " score INTEGER," /* null: nothing is decided */
    " low INTEGER NOT NULL,"
    " high INTEGER NOT NULL,"
    " coverage INTEGER NOT NULL,"
    " fit INTEGER,"           /* score of the personal fit, or null */
    " verdict TEXT NOT NULL," /* decided, provisional, too_little */
    " band INTEGER NOT NULL," /* so far */
    " worst INTEGER NOT NULL,"
    " best INTEGER NOT NULL,"
    " criticals INTEGER NOT NULL,"
    " capped INTEGER NOT NULL,"
    " waived INTEGER NOT NULL," /* findings under a waiver that holds */
    " broken INTEGER NOT NULL," /* rules that broke */
    " UNIQUE (run, number, pack)"
    ");"
    "CREATE INDEX assessments_company ON assessments (company);"
    "CREATE INDEX assessments_name ON assessments (name);"
    "CREATE TABLE outcomes ("
    " id INTEGER PRIMARY KEY,"
    " name TEXT NOT NULL"
    ");"
    "CREATE TABLE findings ("
    " assessment INTEGER NOT NULL REFERENCES assessments,"
    " rule INTEGER NOT NULL REFERENCES rules,"
    " outcome INTEGER NOT NULL REFERENCES outcomes," /* of a span, the milder end */
    " span INTEGER NOT NULL,"
    " waived INTEGER NOT NULL,"
    " severity INTEGER NOT NULL,"
    " applicable INTEGER NOT NULL,"
    " possible INTEGER NOT NULL,"
    " low INTEGER NOT NULL,"
    " earned INTEGER NOT NULL,"
    " high INTEGER NOT NULL,"
    " PRIMARY KEY (assessment, rule)"
    ") WITHOUT ROWID;"
    "CREATE TABLE errors ("
    " run INTEGER NOT NULL REFERENCES runs,"
    " number INTEGER NOT NULL,"
    " name TEXT NOT NULL,"
    " kind TEXT NOT NULL CHECK (kind IN ('unreadable', 'lost')),"
    " notes TEXT NOT NULL," /* what is wrong, a line each */
    " PRIMARY KEY (run, number)"
    ") WITHOUT ROWID;"
    "CREATE INDEX errors_name ON errors (name);";

enum { APPLICATION_ID = 0x706C6D62 /* "plmb" */, TABLES_VERSION = 1 };

const struct database_kind history_kind = {
    .what = "a plumbline history",
    .application_id = APPLICATION_ID,
    .version = TABLES_VERSION,
    .created = created,
};
