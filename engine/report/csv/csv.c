/* SPDX-License-Identifier: MIT
 *
 * The table of companies.
 */
#include <string.h>

#include "report/csv/csv_table.h"

enum {
    OF_STATUS = SUBJECT_COUNT,
    OF_SCORE,
    OF_LOW,
    OF_HIGH,
    OF_COVERAGE,
    OF_VERDICT,
    OF_BAND,
    OF_WORST,
    OF_BEST,
    OF_CAPPED,
    OF_CAPPED_BY,
    OF_CRITICAL,
    OF_MAJOR,
    OF_MINOR,
    OF_MET,
    OF_UNKNOWN,
    OF_NOT_APPLICABLE,
    OF_BROKEN,
    OF_WAIVED,
    OF_WITHOUT_SCORE,
    OF_WITHOUT_LOW,
    OF_WITHOUT_HIGH,
    OF_WITHOUT_BAND,
    OF_FIT_SCORE,
    OF_FIT_LOW,
    OF_FIT_HIGH,
    OF_CLASS,
    OF_INTEGRITY,
    OF_FACTS_READ,
    OF_OLDEST_SEEN,
    OF_OLDEST_FACT,
    OF_ERRORS,
    OF_ERROR_LINE,
    OF_ERROR_COLUMN,
    OF_ERROR,
    OF_THEMES /* OF_A_THEME columns each; the stamp follows */
};

static const char *const own_names[] = {"status",
                                        "score",
                                        "low",
                                        "high",
                                        "coverage",
                                        "verdict",
                                        "band",
                                        "worst",
                                        "best",
                                        "capped",
                                        "critical_rules",
                                        "critical",
                                        "major",
                                        "minor",
                                        "met",
                                        "unknown",
                                        "not_applicable",
                                        "broken",
                                        "waived",
                                        "without_waived_score",
                                        "without_waived_low",
                                        "without_waived_high",
                                        "without_waived_band",
                                        "fit_score",
                                        "fit_low",
                                        "fit_high",
                                        "class",
                                        "integrity",
                                        "facts_read",
                                        "oldest_seen",
                                        "oldest_fact",
                                        "errors",
                                        "error_line",
                                        "error_column",
                                        "error"};
_Static_assert(COUNT(own_names) == OF_THEMES - SUBJECT_COUNT, "a name for each column");

/* --- themes --- */

enum { THEME_SCORE, THEME_LOW, THEME_HIGH, OF_A_THEME };

static size_t theme_number(const struct pack *pack, const char *id)
{
    size_t i = 0;

    while (i < pack->theme_count && strcmp(pack->themes[i].id, id) != 0)
        i++;
    return i;
}

static bool has_theme(const struct pack *pack, const char *id)
{
    return theme_number(pack, id) < pack->theme_count;
}

/* The ids of the themes of all packs' company scores, each once; NULL after the last. */
static const char *theme_id(const struct csv_sheet *sheet, size_t number)
{
    for (size_t i = 0; i < sheet->pack_count; i++) {
        for (size_t j = 0; j < sheet->packs[i]->theme_count; j++) {
            const struct theme *theme = &sheet->packs[i]->themes[j];
            bool had = theme->score != SCORE_COMPANY;
            for (size_t k = 0; k < i && !had; k++)
                had = has_theme(sheet->packs[k], theme->id);
            if (!had && number-- == 0)
                return theme->id;
        }
    }
    return NULL;
}

static size_t after_themes(const struct csv_sheet *sheet)
{
    size_t count = 0;

    while (theme_id(sheet, count))
        count++;
    return OF_THEMES + count * OF_A_THEME;
}

static void put_theme(struct csv_row *row, size_t column, const struct assessment *a,
                      const char *id)
{
    size_t number = theme_number(a->pack, id);

    if (!has_theme(a->pack, id) || a->themes[number].applicable == 0)
        return;
    struct score score = tally_score(a->themes[number]);
    if (score.has_score)
        csv_thousandths(row, column + THEME_SCORE, score.score);
    csv_thousandths(row, column + THEME_LOW, score.low);
    csv_thousandths(row, column + THEME_HIGH, score.high);
}

static void put_theme_names(struct csv_row *row, size_t column, const char *id)
{
    static const char *const ends[OF_A_THEME] = {"", "_low", "_high"};
    struct buf name = BUF_INIT;

    for (size_t i = 0; i < OF_A_THEME; i++) {
        buf_printf(&name, "theme_%s%s", id, ends[i]);
        csv_text(row, column + i, buf_text(&name));
        buf_reset(&name);
    }
    buf_release(&name);
}

void csv_put_company_head(struct buf *out, const struct csv_sheet *sheet)
{
    struct csv_row row = csv_start_head(out, own_names, COUNT(own_names));
    const char *id;

    for (size_t i = 0; (id = theme_id(sheet, i)); i++)
        put_theme_names(&row, OF_THEMES + i * OF_A_THEME, id);
    csv_end_head(&row, after_themes(sheet));
}

/* --- the cells of a company --- */

/* Score, low and high from the column on. */
static void put_score(struct csv_row *row, size_t column, const struct score *score)
{
    if (score->has_score)
        csv_thousandths(row, column, score->score);
    csv_thousandths(row, column + 1, score->low);
    csv_thousandths(row, column + 2, score->high);
}

static bool counts(const struct assessment *a, const struct finding *f)
{
    return assessment_says(a, f) && a->pack->themes[f->rule->theme].score == SCORE_COMPANY;
}

static void put_criticals(struct csv_row *row, const struct assessment *a)
{
    struct buf ids = BUF_INIT;

    for (size_t i = 0; i < a->pack->rule_count; i++) {
        const struct finding *f = &a->findings[i];
        if (counts(a, f) && finding_severity(f) == 3)
            buf_printf(&ids, "%s%s", ids.len ? " " : "", f->rule->id);
    }
    csv_text(row, OF_CAPPED_BY, buf_text(&ids));
    buf_release(&ids);
}

static size_t column_of(const struct finding *f)
{
    static const size_t by_severity[] = {OF_MET, OF_MINOR, OF_MAJOR, OF_CRITICAL};

    switch (f->outcome) {
    case OUTCOME_UNKNOWN:
        return OF_UNKNOWN;
    case OUTCOME_NOT_APPLICABLE:
        return OF_NOT_APPLICABLE;
    case OUTCOME_ERROR:
        return OF_BROKEN;
    default:
        return by_severity[finding_severity(f)];
    }
}

/* How many rules of the company score came to what; they add up to all that count. */
static void put_counts(struct csv_row *row, const struct assessment *a)
{
    int64_t count[OF_THEMES] = {0};

    for (size_t i = 0; i < a->pack->rule_count; i++)
        if (counts(a, &a->findings[i]))
            count[column_of(&a->findings[i])]++;
    for (size_t column = OF_CRITICAL; column <= OF_BROKEN; column++)
        csv_whole(row, column, count[column]);
}

static void put_second_scores(struct csv_row *row, const struct assessment *a)
{
    csv_whole(row, OF_WAIVED, (int64_t)a->waived);
    if (a->waived > 0) {
        put_score(row, OF_WITHOUT_SCORE, &a->without);
        csv_text(row, OF_WITHOUT_BAND, band_name(a->pack, a->without_verdict.now));
    }
    if (a->has_fit)
        put_score(row, OF_FIT_SCORE, &a->fit);
}

static void put_evidence(struct csv_row *row, const struct assessment *a)
{
    const struct classification_def *def = &a->pack->classify;
    const struct finding *integrity = report_integrity(a);
    const struct confidence *c = &a->confidence;

    csv_text(row, OF_CLASS, def->class_count ? def->classes[a->class.class_number].id : NULL);
    csv_text(row, OF_INTEGRITY, integrity ? outcome_name(integrity->outcome) : NULL);
    csv_whole(row, OF_FACTS_READ, (int64_t)c->facts_read);
    if (!c->has_oldest)
        return;
    csv_date(row, OF_OLDEST_SEEN, c->oldest);
    csv_text(row, OF_OLDEST_FACT, a->pack->schema.facts[c->oldest_fact].name);
}

void csv_put_company(struct buf *out, const struct csv_sheet *sheet, const char *name,
                     const struct assessment *a)
{
    struct csv_row row = csv_start(out, name, a);
    const char *id;

    csv_text(&row, OF_STATUS, a->score.has_score ? "assessed" : "nothing_decided");
    put_score(&row, OF_SCORE, &a->score);
    csv_thousandths(&row, OF_COVERAGE, a->score.coverage);
    csv_text(&row, OF_VERDICT, verdict_kind_name(a->verdict.kind));
    csv_text(&row, OF_BAND, band_name(a->pack, a->verdict.now));
    csv_text(&row, OF_WORST, band_name(a->pack, a->verdict.worst));
    csv_text(&row, OF_BEST, band_name(a->pack, a->verdict.best));
    csv_bool(&row, OF_CAPPED, a->verdict.capped);
    put_criticals(&row, a);
    put_counts(&row, a);
    put_second_scores(&row, a);
    put_evidence(&row, a);
    csv_whole(&row, OF_ERRORS, 0);
    for (size_t i = 0; (id = theme_id(sheet, i)); i++)
        put_theme(&row, OF_THEMES + i * OF_A_THEME, a, id);
    csv_stamp(&row, after_themes(sheet), sheet, a);
}

/* --- no assessment --- */

static void put_failed(struct buf *out, const struct csv_sheet *sheet, const char *name,
                       const char *status, const struct faults *faults, const struct error *err)
{
    struct csv_row row = csv_start(out, name, NULL);
    bool by_error = err->message[0] != '\0'; /* not one of the faults, but before them all */
    struct fault first = {err->line, err->column, err->message};

    if (!by_error && faults->count > 0)
        first = faults->list[0];
    csv_text(&row, OF_STATUS, status);
    csv_whole(&row, OF_ERRORS, (int64_t)(faults->count + faults->more + by_error));
    if (first.line > 0)
        csv_whole(&row, OF_ERROR_LINE, first.line);
    if (first.column > 0)
        csv_whole(&row, OF_ERROR_COLUMN, first.column);
    csv_text(&row, OF_ERROR, first.message);
    csv_stamp(&row, after_themes(sheet), sheet, NULL);
}

void csv_put_unreadable(struct buf *out, const struct csv_sheet *sheet, const char *name,
                        const struct faults *faults, const struct error *err)
{
    put_failed(out, sheet, name, "unreadable", faults, err);
}

void csv_put_lost(struct buf *out, const struct csv_sheet *sheet, const char *name,
                  const struct error *err)
{
    static const struct faults none;

    put_failed(out, sheet, name, "lost", &none, err);
}
