/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-deleted-company.h"

static HeedDeletedCompany *
deleted_company_new (const char *name)
{
  HeedDeletedCompany *deleted = g_new0 (HeedDeletedCompany, 1);

  deleted->name = g_strdup (name);
  deleted->observations = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_observation_free);
  deleted->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return deleted;
}

void
heed_deleted_company_free (HeedDeletedCompany *deleted)
{
  if (deleted == NULL)
    return;
  g_free (deleted->name);
  g_ptr_array_unref (deleted->observations);
  g_ptr_array_unref (deleted->posts);
  g_free (deleted);
}

static gboolean
is_among (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/**
 * heed_deleted_company_take: takes the accounts of a company out of the store, with all that was read of them.
 * @account_ids: (element-type gint64): those that are not there any more are no error
 *
 * Returns: (transfer full): what was taken; %NULL with an error
 */
HeedDeletedCompany *
heed_deleted_company_take (HeedDatabase *database, const char *name, GArray *account_ids, GError **error)
{
  g_return_val_if_fail (database != NULL && name != NULL && account_ids != NULL, NULL);

  g_autoptr (HeedDeletedCompany) deleted = deleted_company_new (name);
  g_autoptr (GPtrArray) all = heed_account_records_load_all (database, error);
  if (all == NULL)
    return NULL;

  for (guint i = all->len; i > 0; i--)
    {
      const gint64 id = ((const HeedObservation *) all->pdata[i - 1])->account_id;

      if (!is_among (account_ids, id))
        continue;
      GPtrArray *posts = heed_post_records_load (database, id, error);
      if (posts == NULL)
        return NULL;
      g_ptr_array_add (deleted->posts, posts);
      g_ptr_array_add (deleted->observations, g_ptr_array_steal_index (all, i - 1));
      if (!heed_account_records_delete (database, id, error))
        return NULL;
    }
  return g_steal_pointer (&deleted);
}

/** heed_deleted_company_restore: puts back what was taken, beside what was read of the company since. */
gboolean
heed_deleted_company_restore (HeedDeletedCompany *deleted, HeedDatabase *database, GError **error)
{
  g_return_val_if_fail (deleted != NULL && database != NULL, FALSE);

  for (guint i = 0; i < deleted->observations->len; i++)
    {
      HeedObservation *observation = deleted->observations->pdata[i];

      if (!heed_account_records_save (database, observation, error)
          || !heed_post_records_add (database, observation->account_id, deleted->posts->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}
