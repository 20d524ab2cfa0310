/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where sentences end that are shown to people, which phrases need not know so well. */

#include "heed-sentence-end.h"

#include <string.h>

#include "heed-data-object.h"
#include "heed-deadline.h"

#define SHORTENED "rules/shortened.json"

/* No day of a month has more digits. */
#define DAY_DIGITS 2

static gpointer
load_shortened (gpointer user_data G_GNUC_UNUSED)
{
  return heed_data_load_object (SHORTENED);
}

static gboolean
is_listed (const char *list, const char *word)
{
  static GOnce once = G_ONCE_INIT;
  JsonArray *words = json_object_get_array_member (g_once (&once, load_shortened, NULL), list);

  for (guint i = 0; i < json_array_get_length (words); i++)
    if (g_str_equal (json_array_get_string_element (words, i), word))
      return TRUE;
  return FALSE;
}

/* The word before the full stop at @at, in small letters, with the stops in it. */
static char *
dup_word_before (const char *text, gsize at)
{
  gsize start = at;

  while (start > 0 && !g_ascii_isspace (text[start - 1]) && strchr ("(\"", text[start - 1]) == NULL)
    start--;
  g_autofree char *word = g_utf8_make_valid (text + start, (gssize) (at - start));
  return g_utf8_strdown (word, -1);
}

/* Whether the full stop at @at only shortens its word, or makes a number that of a day. */
static gboolean
is_inside (const char *text, gsize at)
{
  g_autofree char *word = dup_word_before (text, at);
  const char *next = text + at + 1 + strspn (text + at + 1, " ");

  if (strspn (word, "0123456789") == strlen (word))
    return strlen (word) > 0 && strlen (word) <= DAY_DIGITS && heed_deadline_begins_with_month (next);
  return g_utf8_strlen (word, -1) == 1 || is_listed ("before_words", word)
         || (g_ascii_isdigit (*next) && is_listed ("before_numbers", word));
}

/**
 * heed_sentence_end_is_at: whether a sentence ends with the byte @at of @text: with a line, or with a mark that is not
 * the full stop of "Ms. Smith", "no. 5" or "12. März".
 */
gboolean
heed_sentence_end_is_at (const char *text, gsize at)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (text[at] == '\n')
    return TRUE;
  if (text[at] == '\0' || strchr (".!?", text[at]) == NULL)
    return FALSE;
  return text[at + 1] == '\0' || (g_ascii_isspace (text[at + 1]) && !(text[at] == '.' && is_inside (text, at)));
}
