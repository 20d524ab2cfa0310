/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a template left to be filled in: "XXXX", "[name]", "{case}", "<order number>". The sheet often knows it. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-checks-private.h"
#include "heed-word-list.h"

/* How far before a row of X the words are looked for that say what it stands for. In bytes. */
#define REACH 32

static const HeedReference *
find_reference (const HeedCheck *check, const char *const *kinds)
{
  for (guint i = 0; i < check->facts->references->len; i++)
    {
      const HeedReference *reference = check->facts->references->pdata[i];
      if (!(check->is_public && reference->is_private) && g_strv_contains (kinds, reference->kind))
        return reference;
    }
  return NULL;
}

static char *
dup_date (const HeedCheck *check, gint64 time)
{
  return time != 0 ? heed_phrases_format_long_date (check->phrases, time, check->options->zone) : NULL;
}

/* What the sheet has for a list of placeholders; NULL when it has nothing. */
static char *
dup_fact (const HeedCheck *check, const char *list)
{
  static const char *const cases[] = { "case", "ticket", "reference", NULL };
  static const char *const orders[] = { "order", "booking", NULL };
  const HeedReference *reference = NULL;

  if (g_str_equal (list, "placeholder_case"))
    reference = find_reference (check, cases);
  else if (g_str_equal (list, "placeholder_order"))
    reference = find_reference (check, orders);
  else if (g_str_equal (list, "placeholder_company"))
    return g_strdup (check->facts->company);
  else if (g_str_equal (list, "placeholder_product"))
    return g_strdup (check->facts->product);
  else if (g_str_equal (list, "placeholder_since"))
    return dup_date (check, check->facts->since);
  else if (g_str_equal (list, "placeholder_by"))
    return dup_date (check, check->facts->by);
  else if (g_str_equal (list, "placeholder_want"))
    return g_strdup (check->facts->want);
  return reference != NULL ? g_strdup (reference->value) : NULL;
}

static char *
dup_named_fact (const HeedCheck *check, const char *name)
{
  g_autoptr (HeedWords) words = heed_words_new (name);
  g_autoptr (GArray) matches = heed_word_list_find (check->language, name, words);

  /* The last one is the nearest: "order, case XXXX". */
  for (guint i = matches->len; i-- > 0;)
    {
      const HeedWordMatch *match = heed_word_match_get (matches, i);
      g_autofree char *fact = g_str_has_prefix (match->list, "placeholder_") ? dup_fact (check, match->list) : NULL;
      if (fact != NULL && (!check->is_public || heed_privacy_is_clean (check->privacy, fact)))
        return g_steal_pointer (&fact);
    }
  return NULL;
}

static void
warn_of_unfilled (const HeedCheck *check, gsize start, gsize end)
{
  const char *text = check->text;
  gsize from = start;
  gsize length = end - start;

  /* Only what stands in brackets names itself. */
  if (strchr ("[{<", text[start]) == NULL)
    {
      from = start > REACH ? start - REACH : 0;
      while ((text[from] & 0xC0) == 0x80)
        from++;
      length = start - from;
    }
  g_autofree char *name = g_strndup (text + from, length);
  char *fact = dup_named_fact (check, name);
  heed_check_warn (check, "unfilled", start, end, _ ("This is still to be filled in."),
                   fact != NULL ? fact : g_strdup (""));
}

/** heed_check_unfilled: finds what a template left to be filled in, and offers what the sheet knows of it. */
void
heed_check_unfilled (const HeedCheck *check)
{
  static GRegex *regex;

  if (g_once_init_enter (&regex))
    g_once_init_leave (
      &regex, g_regex_new ("(?<!\\w)X{3,}(?!\\w)|_{3,}|(?<!\\w)(?:TODO|TBC|TBD)(?!\\w)|\\[[\\p{L}][^\\]\\[]{0,40}\\]"
                           "|\\{[^{}]{1,40}\\}|<[\\p{L}][^<>]{0,40}>",
                           G_REGEX_OPTIMIZE, 0, NULL));

  g_autoptr (GMatchInfo) info = NULL;
  for (gboolean found = g_regex_match (regex, check->text, 0, &info); found; found = g_match_info_next (info, NULL))
    {
      int start, end;
      g_match_info_fetch_pos (info, 0, &start, &end);
      warn_of_unfilled (check, (gsize) start, (gsize) end);
    }
}
