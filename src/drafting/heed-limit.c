/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-limit.h"

#include "heed-data-object.h"

static const char *const unit_words[] = {
  [HEED_UNIT_CHARACTERS] = "characters",
  [HEED_UNIT_GRAPHEMES] = "graphemes",
  [HEED_UNIT_WEIGHTED] = "weighted",
  [HEED_UNIT_EMOJI_BYTES] = "emoji_bytes",
  [HEED_UNIT_SMS] = "sms",
};

static GHashTable *limits; /* "network/kind" → HeedLimit */
static GHashTable *networks;
static HeedWeights weights;

static HeedUnit
read_unit (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
    if (g_str_equal (unit_words[i], word))
      return i;
  g_error ("limits.json has the unknown unit “%s”", word);
}

static void
add_kind (JsonObject *network, const char *kind, JsonNode *node, gpointer name)
{
  JsonObject *object = json_node_get_object (node);
  HeedLimit *limit = g_new0 (HeedLimit, 1);

  limit->limit = json_object_get_int_member (object, "limit");
  limit->unit = read_unit (json_object_get_string_member (object, "unit"));
  limit->url = json_object_get_int_member_with_default (object, "url", 0);
  limit->short_mentions = json_object_get_boolean_member_with_default (object, "short_mentions", FALSE);
  limit->max_bytes = json_object_get_int_member_with_default (object, "max_bytes", 0);
  limit->max_links = json_object_get_int_member_with_default (object, "max_links", 0);
  limit->has_warnings = json_object_get_boolean_member_with_default (object, "content_warning", FALSE);
  g_hash_table_insert (limits, g_strdup_printf ("%s/%s", (const char *) name, kind), limit);
}

static void
add_network (JsonObject *all, const char *name, JsonNode *node, gpointer user_data)
{
  g_hash_table_add (networks, g_strdup (name));
  json_object_foreach_member (json_node_get_object (node), add_kind, (gpointer) name);
}

static void
read_weights (JsonObject *object)
{
  JsonArray *ranges = json_object_get_array_member (object, "ranges");

  weights.scale = json_object_get_int_member (object, "scale");
  weights.standard = json_object_get_int_member (object, "default");
  weights.n_ranges = json_array_get_length (ranges);
  g_assert (weights.n_ranges <= G_N_ELEMENTS (weights.ranges));
  for (guint i = 0; i < weights.n_ranges; i++)
    {
      JsonObject *range = json_array_get_object_element (ranges, i);
      weights.ranges[i].first = (gunichar) json_object_get_int_member (range, "first");
      weights.ranges[i].last = (gunichar) json_object_get_int_member (range, "last");
      weights.ranges[i].weight = json_object_get_int_member (range, "weight");
    }
}

static void
read_limits (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;

  g_autoptr (JsonObject) root = heed_data_load_object ("limits/limits.json");
  limits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  networks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  json_object_foreach_member (json_object_get_object_member (root, "networks"), add_network, NULL);
  read_weights (json_object_get_object_member (root, "weighted"));
  g_once_init_leave (&once, 1);
}

/**
 * heed_limit_lookup: finds how long a message may be.
 * @network: such as "x"
 * @kind: "post", "dm", "comment" or "title"
 *
 * Returns: (transfer none) (nullable): %NULL where the network has no such kind of message
 */
const HeedLimit *
heed_limit_lookup (const char *network, const char *kind)
{
  g_return_val_if_fail (network != NULL && kind != NULL, NULL);

  read_limits ();
  g_autofree char *key = g_strconcat (network, "/", kind, NULL);
  return g_hash_table_lookup (limits, key);
}

/** heed_limit_get_weights: (transfer none): the weights by which X counts. */
const HeedWeights *
heed_limit_get_weights (void)
{
  read_limits ();
  return &weights;
}

/** heed_limit_knows_network: whether a length is known for any kind of message on @network. */
gboolean
heed_limit_knows_network (const char *network)
{
  g_return_val_if_fail (network != NULL, FALSE);

  read_limits ();
  return g_hash_table_contains (networks, network);
}

static int
compare_names (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char *const *) first, *(const char *const *) second);
}

/** heed_limit_list_networks: (transfer full): their names, sorted. */
char **
heed_limit_list_networks (void)
{
  read_limits ();

  guint count;
  char **names = (char **) g_hash_table_get_keys_as_array (networks, &count);
  for (guint i = 0; i < count; i++)
    names[i] = g_strdup (names[i]);
  qsort (names, count, sizeof (char *), compare_names);
  return names;
}
