/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <string.h>

#include "heed-archive.h"
#include "heed-check.h"
#include "heed-error.h"
#include "heed-exchange-builder.h"

#define MOST_NAMES 5

typedef struct
{
  HeedExchangeBuilder *builder;
  const HeedCheckOptions *options;
} ArchiveCheck;

static void
post_read (const HeedPost *post, gpointer user_data)
{
  ArchiveCheck *check = user_data;

  heed_exchange_builder_add (check->builder, post);
}

static void
rows_left_out (const char *why, guint n, gpointer user_data)
{
  ArchiveCheck *check = user_data;

  heed_exchange_builder_leave_out (check->builder, why, n);
}

static void
bytes_read (guint64 done, guint64 size, gpointer user_data)
{
  ArchiveCheck *check = user_data;

  if (check->options != NULL && check->options->progress != NULL)
    check->options->progress (_ ("Reading the archive"), done, size, check->options->user_data);
}

static gboolean
has_company (GPtrArray *sets, const char *company)
{
  for (guint i = 0; i < sets->len; i++)
    if (g_ascii_strcasecmp (((const HeedExchangeSet *) sets->pdata[i])->company, company) == 0)
      return TRUE;
  return FALSE;
}

/* How many letters must be put in, taken out or changed to make one name of the other; case does not count. */
static guint
count_changes (const char *one, const char *other)
{
  gsize width = strlen (other) + 1;
  g_autofree guint *row = g_new (guint, width);

  for (gsize j = 0; j < width; j++)
    row[j] = j;
  for (gsize i = 1; one[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (gsize j = 1; j < width; j++)
        {
          gboolean same = g_ascii_tolower (one[i - 1]) == g_ascii_tolower (other[j - 1]);
          guint changed = diagonal + (same ? 0 : 1);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }
  return row[width - 1];
}

static gboolean
is_like (const char *typed, const char *name)
{
  g_autofree char *lower_typed = g_ascii_strdown (typed, -1);
  g_autofree char *lower_name = g_ascii_strdown (name, -1);

  return strstr (lower_name, lower_typed) != NULL || count_changes (typed, name) <= 1 + strlen (typed) / 4;
}

/* The names that are close to what was typed, or those with the most messages. */
static void
set_unknown_company_error (GPtrArray *sets, const char *company, GError **error)
{
  g_autoptr (GString) close = g_string_new (NULL);
  g_autoptr (GString) largest = g_string_new (NULL);
  guint n_close = 0;

  for (guint i = 0; i < sets->len; i++)
    {
      const char *name = ((const HeedExchangeSet *) sets->pdata[i])->company;

      if (i < MOST_NAMES)
        g_string_append_printf (largest, "%s%s", i > 0 ? ", " : "", name);
      if (n_close < MOST_NAMES && is_like (company, name))
        g_string_append_printf (close, "%s%s", n_close++ > 0 ? ", " : "", name);
    }
  if (sets->len == 0)
    g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                 _ ("No company answers anybody in this archive; check that “inbound” is False for its rows."));
  else if (n_close > 0)
    g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                 _ ("There is no company “%s” in this archive; did you mean %s?"), company, close->str);
  else
    g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                 _ ("There is no company “%s” in this archive; those with the most messages are %s."), company,
                 largest->str);
}

/**
 * heed_check_archive: computes the scorecards of the companies in a file of conversations.
 * @company: (nullable): only this one, written as in the file but in any case; where it is not there, the
 *   %HEED_ERROR_NOT_FOUND names those that are spelt nearly so
 * @options: (nullable): its numbers of days and replies are not used
 *
 * Reads the file once, without keeping texts. Blocks; call it from a thread of its own where a window is open.
 *
 * Returns: (transfer full) (element-type HeedChecked): most exchanges first
 */
GPtrArray *
heed_check_archive (GFile *file, const char *company, const HeedCheckOptions *options, GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  g_autoptr (HeedExchangeBuilder) builder = heed_exchange_builder_new (FALSE, error);
  if (builder == NULL)
    return NULL;

  ArchiveCheck check = { .builder = builder, .options = options };
  HeedArchiveFuncs funcs = {
    .post = post_read,
    .left_out = rows_left_out,
    .progress = bytes_read,
    .user_data = &check,
  };
  if (!heed_archive_read (file, &funcs, cancellable, error))
    return NULL;

  g_autoptr (GPtrArray) sets = heed_exchange_builder_finish (builder, 0);
  if (company != NULL && !has_company (sets, company))
    {
      set_unknown_company_error (sets, company, error);
      return NULL;
    }

  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_checked_free);
  while (sets->len > 0)
    {
      g_autoptr (HeedExchangeSet) set = g_ptr_array_steal_index (sets, 0);

      if (company == NULL || g_ascii_strcasecmp (set->company, company) == 0)
        g_ptr_array_add (all,
                         heed_checked_new_from_set (g_steal_pointer (&set), options != NULL ? options->zone : NULL));
    }
  return g_steal_pointer (&all);
}
