/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-privacy.h"

G_BEGIN_DECLS

#define HEED_NUMBERS_MOST_WEIGHTS 2
#define HEED_NUMBERS_LONGEST_ID 20

typedef struct _HeedIdForm HeedIdForm;
typedef gboolean (*HeedIdCheck) (const HeedIdForm *form, const char *letters);

/**
 * HeedIdForm: the form of one country's number for a person or an account, from data/identifiers/numbers.json.
 * @pattern: 9 is a digit, A a letter, ? either
 * @shapes: (nullable): how it may be parted, such as "3-2-4"; %NULL for any way
 * @check: whether the check digits of @letters, which fit the pattern, fit too
 * @words: (nullable): lists of words of which one must stand before it
 */
struct _HeedIdForm
{
  char *pattern;
  gsize length;
  char **shapes;
  char **prefixes;
  char **words;
  HeedIdCheck check;
  int weights[HEED_NUMBERS_MOST_WEIGHTS][HEED_NUMBERS_LONGEST_ID];
  guint n_weights;
  int modulus;
  char *birth;
  HeedPrivateKind kind;
};

/**
 * HeedDeviceForm: how the number of a device, a vehicle or a connection is written, from data/identifiers/numbers.json.
 * @pattern: over the signs of a #HeedPlain
 * @words: (nullable): lists of words of which one must stand before it
 * @others: (nullable): lists of words of which none may stand before it
 */
typedef struct
{
  GRegex *pattern;
  char **words;
  char **others;
} HeedDeviceForm;

const GPtrArray *heed_numbers_get_devices (void);
const GPtrArray *heed_numbers_get_ids (void);
gboolean heed_numbers_is_town (const char *word);
gboolean heed_numbers_is_town_prefix (const char *word);
gboolean heed_numbers_is_mail_at (const char *word);
gboolean heed_numbers_is_mail_dot (const char *word);
gboolean heed_numbers_is_mail_host (const char *label);
gboolean heed_numbers_is_extension (const char *word);
gboolean heed_numbers_is_british_area (const char *letters, gsize length);
gboolean heed_numbers_is_american_state (const char *letters);
gboolean heed_numbers_has_prefix (const char *text, char **prefixes);
gboolean heed_numbers_is_card (const char *digits, gsize length);
gboolean heed_numbers_is_iban (const char *letters, gsize length);

gboolean heed_check_digits_luhn (const char *digits, gsize length);
gboolean heed_check_digits_iban (const char *letters, gsize length);
gboolean heed_check_digits_is_birth (const char *order, const char *digits);
HeedIdCheck heed_check_digits_look_up (const char *name);

G_END_DECLS
