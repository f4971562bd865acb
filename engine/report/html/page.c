/* SPDX-License-Identifier: MIT */
#include "report/html/page.h"
#include "report/html/markup.h"
#include "report/html/svg.h"

void html_page_open(struct buf *out, const char *title)
{
    buf_puts(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                  "<meta name=\"color-scheme\" content=\"light dark\">\n"
                  "<meta name=\"referrer\" content=\"no-referrer\">\n"
                  "<link rel=\"icon\" href=\"data:,\">\n");
    html_put(out, "<title>%s</title>\n", title);
    buf_puts(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                  "'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src "
                  "data:; base-uri 'none'; form-action 'none'\">\n<style>\n");
    buf_puts(out, html_style);
    buf_puts(out, "</style>\n</head>\n<body>\n"
                  "<a class=\"skip\" href=\"#main\">Skip to the report</a>\n");
    svg_definitions(out);
    buf_puts(out, "<main id=\"main\">\n");
}

void html_page_close(struct buf *out, const char *foot)
{
    html_put(out, "</main>\n<footer><p>%s</p></footer>\n<script>\n", foot);
    buf_puts(out, html_script);
    buf_puts(out, "</script>\n</body>\n</html>\n");
}
