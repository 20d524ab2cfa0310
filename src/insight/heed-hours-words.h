/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** HeedHoursWord: what a word of the section "hours" of a word list means, in the order of heed-hours-words.c. */
typedef enum
{
  HEED_HOURS_DAY,
  HEED_HOURS_WEEKDAYS,
  HEED_HOURS_WEEKENDS,
  HEED_HOURS_DAILY,
  HEED_HOURS_TO,
  HEED_HOURS_AND,
  HEED_HOURS_FROM,
  HEED_HOURS_UNTIL,
  HEED_HOURS_AM,
  HEED_HOURS_PM,
  HEED_HOURS_HOUR,
  HEED_HOURS_NOON,
  HEED_HOURS_MIDNIGHT,
  HEED_HOURS_ALWAYS,
  HEED_HOURS_BACK,
  HEED_HOURS_OPEN,
  HEED_HOURS_NOT,
  HEED_HOURS_UNITS,
  HEED_HOURS_MORNING,
  HEED_HOURS_AFTERNOON,
  HEED_HOURS_EVENING,
  HEED_HOURS_ZONE,
} HeedHoursWord;

typedef enum
{
  HEED_HOURS_TOKEN_WORD,
  HEED_HOURS_TOKEN_NUMBER,
  HEED_HOURS_TOKEN_DASH,
  HEED_HOURS_TOKEN_SIGN,
} HeedHoursTokenKind;

/**
 * HeedHoursToken: a run of letters or of digits, or one other character.
 * @start, @end: in bytes
 * @value: of a number of up to four digits, else -1
 * @sign: the character of a sign; "-" for all dashes
 * @spaced: white space stands before it
 * @breaks: a line break stands before it
 * @is_capitals: it is written in capital letters
 * @key: the same pointer for all that are the same word to the lists, %NULL for what stands in none
 * @phrases: what begins with it, none or %NULL for nothing
 */
typedef struct
{
  HeedHoursTokenKind kind;
  guint32 start;
  guint32 end;
  int value;
  gunichar sign;
  gboolean spaced;
  gboolean breaks;
  gboolean is_capitals;
  const char *key;
  const GArray *phrases;
} HeedHoursToken;

typedef struct _HeedHoursWords HeedHoursWords;

gboolean heed_hours_words_new_for_object (const char *name, JsonObject *lexicon, HeedHoursWords **words,
                                          GError **error);
void heed_hours_words_free (HeedHoursWords *words);
GArray *heed_hours_words_cut (const HeedHoursWords *words, const char *text,
                              guint max_tokens) G_GNUC_WARN_UNUSED_RESULT;
guint heed_hours_words_match (const GArray *tokens, guint at, HeedHoursWord meaning, int *value);
const char *heed_hours_words_get_zone (const HeedHoursWords *words, int zone, gboolean *counts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHoursWords, heed_hours_words_free)

G_END_DECLS
