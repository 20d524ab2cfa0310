/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the numbers of devices, vehicles and connections, by the forms of data/identifiers/numbers.json. */

#include "heed-device-finder.h"

#include "heed-numbers.h"
#include "heed-privacy.h"

/* How far before a number the word for it may stand. In signs. */
#define REACH 26

static gboolean
follows_any (const HeedReader *reader, gsize at, char **lists)
{
  for (guint i = 0; lists != NULL && lists[i] != NULL; i++)
    if (heed_reader_follows (reader, at, lists[i], REACH))
      return TRUE;
  return FALSE;
}

/* The lists of which a word stands anywhere in the text, each once. */
static GPtrArray *
list_beside (const HeedReader *reader)
{
  GPtrArray *lists = g_ptr_array_new ();

  for (guint i = 0; i < reader->beside->len; i++)
    {
      gpointer list = (gpointer) g_array_index (reader->beside, HeedBesideWord, i).list;

      /* Of one list the name is always the same string. */
      if (!g_ptr_array_find (lists, list, NULL))
        g_ptr_array_add (lists, list);
    }
  return lists;
}

/* Whether a word that the form needs is among them. */
static gboolean
may_occur (const GPtrArray *lists, const HeedDeviceForm *form)
{
  if (form->words == NULL)
    return TRUE;
  for (guint i = 0; i < lists->len; i++)
    if (g_strv_contains ((const char *const *) form->words, lists->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
find_form (const HeedReader *reader, const HeedDeviceForm *form, GArray *spans)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (form->pattern, reader->plain->text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int start = 0;
      int end = 0;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if ((form->words == NULL || follows_any (reader, (gsize) start, form->words))
          && !follows_any (reader, (gsize) start, form->others))
        heed_reader_add_span (reader, spans, (gsize) start, (gsize) end, HEED_PRIVATE_DEVICE);
    }
}

/**
 * heed_device_finder_find: finds addresses of connections, and what devices and vehicles are numbered with.
 * @spans: (element-type HeedPrivateSpan): is added to
 */
void
heed_device_finder_find (const HeedReader *reader, GArray *spans)
{
  g_return_if_fail (reader != NULL && spans != NULL);

  const GPtrArray *forms = heed_numbers_get_devices ();
  g_autoptr (GPtrArray) lists = list_beside (reader);

  for (guint i = 0; i < forms->len; i++)
    if (may_occur (lists, forms->pdata[i]))
      find_form (reader, forms->pdata[i], spans);
}
