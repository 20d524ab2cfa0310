/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "heed-check"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-archive.h"
#include "heed-check.h"
#include "heed-error.h"
#include "heed-exchange-builder.h"
#include "heed-parallel.h"
#include "heed-text-readers.h"

#define MOST_NAMES 5

typedef struct
{
  HeedTextReaders *readers;
  const HeedCheckOptions *options;
} ArchiveCheck;

static void
post_read (const HeedPost *post, gpointer user_data)
{
  ArchiveCheck *check = user_data;

  heed_text_readers_add (check->readers, post);
}

static void
rows_left_out (const char *why, guint n, gpointer user_data)
{
  ArchiveCheck *check = user_data;

  heed_text_readers_leave_out (check->readers, why, n);
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

static gint64
get_elapsed_ms (gint64 since_us)
{
  return (g_get_monotonic_time () - since_us) / 1000;
}

static guint
get_n_threads (const HeedCheckOptions *options)
{
  return heed_parallel_count_threads (options != NULL ? options->threads : 0);
}

/* All that was seen, company by company; %NULL with an error. */
static GPtrArray *
read_sets (GFile *file, const HeedCheckOptions *options, GCancellable *cancellable, GError **error)
{
  const gint64 begun_us = g_get_monotonic_time ();
  g_autoptr (HeedExchangeBuilder) builder = heed_exchange_builder_new (FALSE, error);
  if (builder == NULL)
    return NULL;

  const gint64 loaded_us = g_get_monotonic_time ();
  g_autoptr (HeedTextReaders) readers = heed_text_readers_new (builder, get_n_threads (options));
  ArchiveCheck check = { .readers = readers, .options = options };
  HeedArchiveFuncs funcs = {
    .post = post_read,
    .left_out = rows_left_out,
    .progress = bytes_read,
    .user_data = &check,
  };
  if (!heed_archive_read (file, &funcs, cancellable, error))
    return NULL;
  heed_text_readers_finish (readers);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  const gint64 read_us = g_get_monotonic_time ();
  GPtrArray *sets = heed_exchange_builder_finish (builder, 0);
  g_debug ("word lists: %" G_GINT64_FORMAT " ms", (loaded_us - begun_us) / 1000);
  g_debug ("reading and filing: %" G_GINT64_FORMAT " ms", (read_us - loaded_us) / 1000);
  g_debug ("of all threads, texts: %" G_GINT64_FORMAT " ms", heed_text_readers_get_reading_us (readers) / 1000);
  g_debug ("exchanges: %" G_GINT64_FORMAT " ms", get_elapsed_ms (read_us));
  return sets;
}

typedef struct
{
  GPtrArray *sets;
  GPtrArray *checked;
  const char *zone;
} Computing;

static void
compute (guint i, gpointer user_data)
{
  Computing *work = user_data;

  work->checked->pdata[i] = heed_checked_new_from_set (g_steal_pointer (&work->sets->pdata[i]), work->zone);
}

/* The scorecards of @sets, which are used up, in their order. */
static GPtrArray *
compute_all (GPtrArray *sets, const HeedCheckOptions *options)
{
  const gint64 begun_us = g_get_monotonic_time ();
  GPtrArray *checked = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_checked_free);
  Computing work = { .sets = sets, .checked = checked, .zone = options != NULL ? options->zone : NULL };

  g_ptr_array_set_size (checked, (int) sets->len);
  heed_parallel_run (sets->len, get_n_threads (options), compute, &work);
  g_debug ("scorecards: %" G_GINT64_FORMAT " ms", get_elapsed_ms (begun_us));
  return checked;
}

/* Drops all sets but that of @company. */
static void
keep_company (GPtrArray *sets, const char *company)
{
  for (guint i = sets->len; i-- > 0;)
    if (g_ascii_strcasecmp (((const HeedExchangeSet *) sets->pdata[i])->company, company) != 0)
      g_ptr_array_remove_index (sets, i);
}

/**
 * heed_check_archive: computes the scorecards of the companies in a file of conversations.
 * @company: (nullable): only this one, written as in the file but in any case; where it is not there, the
 *   %HEED_ERROR_NOT_FOUND names those that are spelt nearly so
 * @options: (nullable): its numbers of days and replies are not used
 *
 * Reads the file once, without keeping texts, in as many threads as the options say; the result is the same whatever
 * their number. Blocks; call it from a thread of its own where a window is open. In debug output of the domain
 * heed-check it says where the time went.
 *
 * Returns: (transfer full) (element-type HeedChecked): most exchanges first
 */
GPtrArray *
heed_check_archive (GFile *file, const char *company, const HeedCheckOptions *options, GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  g_autoptr (GPtrArray) sets = read_sets (file, options, cancellable, error);
  if (sets == NULL)
    return NULL;
  if (company != NULL && !has_company (sets, company))
    {
      set_unknown_company_error (sets, company, error);
      return NULL;
    }
  if (company != NULL)
    keep_company (sets, company);
  return compute_all (sets, options);
}
