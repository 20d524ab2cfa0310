/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-data-object.h"

#include "heed-data.h"

/**
 * heed_data_load_object: reads a file of data/ that holds a JSON object. It is part of the program, so what is wrong in
 * it is a bug and ends the program.
 * @name: as for heed_data_lookup()
 *
 * Returns: (transfer full)
 */
JsonObject *
heed_data_load_object (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = heed_data_lookup (name, &error);
  g_autoptr (JsonNode) root = bytes != NULL ? json_from_string (g_bytes_get_data (bytes, NULL), &error) : NULL;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    g_error ("%s, which is part of the program: %s", name, error != NULL ? error->message : "no JSON object");
  return json_node_dup_object (root);
}
