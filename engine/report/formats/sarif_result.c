/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <string.h>

#include "report/formats/sarif_result.h"

void sarif_put_message(struct json *json, const char *key, const char *text)
{
    json_open(json, key, '{');
    json_text(json, "text", text);
    json_close(json, '}');
}

/* A path as a URI reference: a colon or blank in it would make another of it. */
static void put_uri(struct json *json, const char *path)
{
    struct buf uri = BUF_INIT;

    for (; *path; path++) {
        if (isalnum((unsigned char)*path) || strchr("-._~/", *path))
            buf_putc(&uri, *path);
        else
            buf_printf(&uri, "%%%02X", (unsigned)(unsigned char)*path);
    }
    json_text(json, "uri", buf_text(&uri));
    buf_release(&uri);
}

static void put_location(struct json *json, const char *name, int line)
{
    json_open(json, "locations", '[');
    json_open(json, NULL, '{');
    json_open(json, "physicalLocation", '{');
    json_open(json, "artifactLocation", '{');
    put_uri(json, name);
    json_close(json, '}');
    if (line > 0) {
        json_open(json, "region", '{');
        json_whole(json, "startLine", line);
        json_close(json, '}');
    }
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, ']');
}

/* The same in another run, wherever its fact stands in the file by then. */
static void put_fingerprint(struct json *json, const struct sarif_result *r)
{
    char hex[HASH_HEX_LEN + 1];
    struct buf text = BUF_INIT;

    buf_printf(&text, "%s\n%s", r->name, r->rule);
    if (*r->told)
        buf_printf(&text, "\n%s", r->told);
    hash_sha256(buf_text(&text), text.len, hex);
    json_open(json, "partialFingerprints", '{');
    json_text(json, "companyAndRule/v1", hex);
    json_close(json, '}');
    buf_release(&text);
}

static void put_suppression(struct json *json, const struct waiver *waiver)
{
    struct buf why = BUF_INIT;

    buf_puts(&why, waiver->reason ? waiver->reason : "no reason is given");
    if (waiver->by)
        buf_printf(&why, " (by %s)", waiver->by);
    if (waiver->lapsed)
        buf_printf(&why, "; lapsed: %s", waiver->lapsed);
    json_open(json, "suppressions", '[');
    json_open(json, NULL, '{');
    json_text(json, "kind", "external");
    json_text(json, "status", waiver->lapsed ? "rejected" : "accepted");
    json_text(json, "justification", buf_text(&why));
    json_close(json, '}');
    json_close(json, ']');
    buf_release(&why);
}

void sarif_put_result(struct json *json, const struct sarif_result *r)
{
    json_open(json, NULL, '{');
    json_text(json, "ruleId", r->rule);
    if (r->index >= 0)
        json_whole(json, "ruleIndex", r->index);
    json_text(json, "kind", r->kind);
    json_text(json, "level", r->level);
    sarif_put_message(json, "message", r->message);
    put_location(json, r->name, r->line);
    put_fingerprint(json, r);
    if (r->state)
        json_text(json, "baselineState", r->state);
    if (r->waiver)
        put_suppression(json, r->waiver);
    if (r->outcome) {
        json_open(json, "properties", '{');
        json_text(json, "company", r->company);
        json_text(json, "outcome", r->outcome);
        json_close(json, '}');
    }
    json_close(json, '}');
}

void sarif_set_kind(struct sarif_result *r, const char *outcome, int severity)
{
    static const char *const kinds[][2] = {{"info", "informational"},
                                           {"span", "open"},
                                           {"unknown", "open"},
                                           {"not_applicable", "notApplicable"},
                                           {"error", "review"}};
    static const char *const levels[] = {"none", "warning", "error", "error"};

    r->level = levels[severity];
    r->kind = severity > 0 ? "fail" : "pass";
    for (size_t i = 0; i < COUNT(kinds) && severity == 0; i++)
        if (strcmp(kinds[i][0], outcome) == 0)
            r->kind = kinds[i][1];
}
