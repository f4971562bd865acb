/* SPDX-License-Identifier: MIT
 *
 * Text in XML 1.0 and HTML.
 */
#ifndef REPORT_XML_H
#define REPORT_XML_H

#include "base/buf.h"

/* Appends text as content or in a quoted attribute. XML 1.0 has no control characters, U+FFFE
 * or U+FFFF, not even escaped: '?' stands for them. */
void xml_put(struct buf *out, const char *text);

/* Appends NAME="VALUE" behind a blank. */
void xml_attribute(struct buf *out, const char *name, const char *value);

#endif
