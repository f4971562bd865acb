/* SPDX-License-Identifier: MIT
 *
 * ISO 3166-1 alpha-2 country codes and ISO 4217 currency codes in use (lists as of 2024).
 */
#ifndef FACTS_ISO_H
#define FACTS_ISO_H

#include <stdbool.h>

bool iso_is_country(const char code[2]);  /* upper case */
bool iso_is_currency(const char code[3]); /* upper case */

#endif
