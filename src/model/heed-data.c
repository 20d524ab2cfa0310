/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-data.h"

#include "heed-data-resources.h"

#define PREFIX "/org/heed/Heed/data/"

/**
 * heed_data_lookup: finds a file of data/ that is compiled into the program.
 * @name: its name below data/, such as "limits/limits.json"
 *
 * Returns: (transfer full): the bytes, with a zero byte not counted behind them
 */
GBytes *
heed_data_lookup (const char *name, GError **error)
{
  g_return_val_if_fail (name != NULL, NULL);

  g_autofree char *path = g_strconcat (PREFIX, name, NULL);
  return g_resource_lookup_data (heed_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * heed_data_list: names the files of one folder of data/.
 * @folder: such as "lexicons"
 *
 * Returns: (transfer full): a list of names, empty when there is no such folder
 */
char **
heed_data_list (const char *folder)
{
  g_return_val_if_fail (folder != NULL, NULL);

  g_autofree char *path = g_strconcat (PREFIX, folder, NULL);
  char **names = g_resource_enumerate_children (heed_data_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  return names != NULL ? names : g_new0 (char *, 1);
}
