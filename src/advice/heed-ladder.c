/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-ladder.h"

#include <glib/gi18n.h>

#include "heed-data-object.h"

static gpointer
read_networks (gpointer user_data)
{
  g_autoptr (JsonObject) object = heed_data_load_object ("rules/ladder.json");

  return json_array_ref (json_object_get_array_member (object, "networks"));
}

static JsonArray *
get_networks (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_networks, NULL);
}

static JsonObject *
find_network (const char *name)
{
  JsonArray *networks = get_networks ();

  for (guint i = 0; i < json_array_get_length (networks); i++)
    {
      JsonObject *network = json_array_get_object_element (networks, i);

      if (g_ascii_strcasecmp (json_object_get_string_member (network, "name"), name) == 0)
        return network;
    }
  return NULL;
}

static void
free_rung (gpointer data)
{
  HeedRung *rung = data;

  g_free (rung->network);
  g_free (rung->account);
  g_free (rung);
}

static void
add_rung (GPtrArray *ladder, const char *channel, const char *network, const char *account)
{
  if (account == NULL || account[0] == '\0')
    return;

  HeedRung *rung = g_new0 (HeedRung, 1);
  rung->channel = channel;
  rung->network = g_strdup (network);
  rung->account = g_strdup (account);
  g_ptr_array_add (ladder, rung);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (a, b);
}

/**
 * heed_ladder_new: the ways to reach the company that the fact sheet knows, in the order to try them.
 *
 * Public networks in the order of data/rules/ladder.json (row S103), then those the list does not name, then e-mail.
 * Networks that are gone are left out.
 *
 * Returns: (transfer full) (element-type HeedRung)
 */
GPtrArray *
heed_ladder_new (const HeedFacts *facts)
{
  GPtrArray *ladder = g_ptr_array_new_with_free_func (free_rung);
  JsonArray *networks = get_networks ();

  for (guint i = 0; i < json_array_get_length (networks); i++)
    {
      JsonObject *network = json_array_get_object_element (networks, i);
      const char *name = json_object_get_string_member (network, "name");

      if (!json_object_has_member (network, "closed_on"))
        add_rung (ladder, "public", name, g_hash_table_lookup (facts->handles, name));
    }

  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (facts->handles), compare_names);
  for (const GList *name = names; name != NULL; name = name->next)
    if (((const char *) name->data)[0] != '\0' && find_network (name->data) == NULL)
      add_rung (ladder, "public", name->data, g_hash_table_lookup (facts->handles, name->data));
  add_rung (ladder, "email", NULL, facts->company_email);
  return ladder;
}

/* How people write the network's name. */
static const char *
get_network_title (const char *network)
{
  JsonObject *known = find_network (network);

  return known != NULL ? json_object_get_string_member (known, "title") : network;
}

/** heed_ladder_dup_title: (transfer full): a channel as a heading, such as "Mastodon" or "E-mail". */
char *
heed_ladder_dup_title (const char *channel, const char *network)
{
  static const struct
  {
    const char *channel;
    const char *title;
  } titles[] = {
    { "email", N_ ("E-mail") },      { "phone", N_ ("Phone") },        { "chat", N_ ("Chat") },
    { "form", N_ ("Web form") },     { "letter", N_ ("Letter") },      { "shop", N_ ("Shop") },
    { "dm", N_ ("Direct message") }, { "public", N_ ("Public post") },
  };

  /* Translators: %s is a network, such as Mastodon. */
  if (network != NULL && g_strcmp0 (channel, "dm") == 0)
    return g_strdup_printf (_ ("Direct message (%s)"), get_network_title (network));
  if (network != NULL)
    return g_strdup (get_network_title (network));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_strcmp0 (titles[i].channel, channel) == 0)
      return g_strdup (_ (titles[i].title));
  return g_strdup (channel != NULL ? channel : _ ("The company"));
}
