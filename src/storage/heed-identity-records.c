/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-identity-records.h"

#include "heed-database.h"

static const struct
{
  const char *name;
  gsize offset;
} fields[] = {
  { "name", G_STRUCT_OFFSET (HeedIdentity, name) },       { "email", G_STRUCT_OFFSET (HeedIdentity, email) },
  { "phone", G_STRUCT_OFFSET (HeedIdentity, phone) },     { "postcode", G_STRUCT_OFFSET (HeedIdentity, postcode) },
  { "address", G_STRUCT_OFFSET (HeedIdentity, address) },
};

static char **
get_field (const HeedIdentity *identity, guint index)
{
  return (char **) G_STRUCT_MEMBER_P (identity, fields[index].offset);
}

/** heed_identity_new: (transfer full): nothing told yet. */
HeedIdentity *
heed_identity_new (void)
{
  return g_new0 (HeedIdentity, 1);
}

void
heed_identity_free (HeedIdentity *identity)
{
  if (identity == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (*get_field (identity, i));
  g_free (identity);
}

/** heed_identity_records_save: replaces what is stored; a field that is %NULL or empty is forgotten. */
gboolean
heed_identity_records_save (HeedDatabase *database, const HeedIdentity *identity, GError **error)
{
  g_return_val_if_fail (database != NULL && identity != NULL, FALSE);

  if (!heed_database_execute (database, "DELETE FROM identity", error))
    return FALSE;
  g_autoptr (HeedStatement)
    statement = heed_database_prepare (database, "INSERT INTO identity (name, value) VALUES (?, ?)", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = *get_field (identity, i);

      if (value == NULL || value[0] == '\0')
        continue;
      heed_statement_bind_text (statement, fields[i].name);
      heed_statement_bind_text (statement, value);
      if (!heed_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* A row of another name stays unread and goes at the next save: "country" and "language" are choices of the desktop. */
static void
set_field (HeedIdentity *identity, const char *name, char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, name))
      {
        *get_field (identity, i) = value;
        return;
      }
  g_free (value);
}

/** heed_identity_records_load: (transfer full): what the user told; fields not told are %NULL. */
HeedIdentity *
heed_identity_records_load (HeedDatabase *database, GError **error)
{
  GError *failure = NULL;
  g_autoptr (HeedIdentity) identity = heed_identity_new ();
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, "SELECT name, value FROM identity", error);
  if (statement == NULL)
    return NULL;

  while (heed_statement_next (statement, &failure))
    {
      g_autofree char *name = heed_statement_take_text (statement);
      set_field (identity, name, heed_statement_take_text (statement));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&identity);
}
