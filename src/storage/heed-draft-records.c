/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-draft-records.h"

#include "heed-database.h"

/** heed_draft_new: (transfer full): a draft; the texts are copied. */
HeedDraft *
heed_draft_new (gint64 case_id, const char *channel, const char *network, const char *text)
{
  g_return_val_if_fail (channel != NULL && text != NULL, NULL);

  HeedDraft *draft = g_new0 (HeedDraft, 1);
  draft->case_id = case_id;
  draft->channel = g_strdup (channel);
  draft->network = g_strdup (network);
  draft->text = g_strdup (text);
  return draft;
}

void
heed_draft_free (HeedDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->channel);
  g_free (draft->network);
  g_free (draft->text);
  g_free (draft->subject);
  g_free (draft);
}

/* A draft without a network has the empty one, so that the key finds it: NULL equals nothing. */
static void
bind_key (HeedStatement *statement, gint64 case_id, const char *channel, const char *network)
{
  heed_statement_bind_int (statement, case_id);
  heed_statement_bind_text (statement, channel);
  heed_statement_bind_text (statement, network != NULL ? network : "");
}

/** heed_draft_records_save: stores a draft in the place of the one for that case, channel and network. */
gboolean
heed_draft_records_save (HeedDatabase *database, const HeedDraft *draft, GError **error)
{
  g_return_val_if_fail (database != NULL && draft != NULL, FALSE);

  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database,
    "INSERT INTO drafts (case_id, channel, network, text, subject, updated_at) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT DO UPDATE SET text = excluded.text, subject = excluded.subject, updated_at = excluded.updated_at",
    error);
  if (statement == NULL)
    return FALSE;
  bind_key (statement, draft->case_id, draft->channel, draft->network);
  heed_statement_bind_text (statement, draft->text);
  heed_statement_bind_text (statement, draft->subject);
  heed_statement_bind_int (statement, draft->updated_at);
  return heed_statement_run (statement, error);
}

/** heed_draft_records_delete: forgets a draft, once it was sent or emptied; one that is not there is no error. */
gboolean
heed_draft_records_delete (HeedDatabase *database, gint64 case_id, const char *channel, const char *network,
                           GError **error)
{
  g_return_val_if_fail (database != NULL && channel != NULL, FALSE);

  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database, "DELETE FROM drafts WHERE case_id = ? AND channel = ? AND network = ?", error);
  if (statement == NULL)
    return FALSE;
  bind_key (statement, case_id, channel, network);
  return heed_statement_run (statement, error);
}

/** heed_draft_records_load: (transfer full) (element-type HeedDraft): a case's drafts, newest first. */
GPtrArray *
heed_draft_records_load (HeedDatabase *database, gint64 case_id, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_draft_free);
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database,
    "SELECT channel, nullif (network, ''), text, subject, updated_at FROM drafts WHERE case_id = ? "
    "ORDER BY updated_at DESC, channel, network",
    error);
  if (statement == NULL)
    return NULL;

  heed_statement_bind_int (statement, case_id);
  while (heed_statement_next (statement, &failure))
    {
      g_autofree char *channel = heed_statement_take_text (statement);
      g_autofree char *network = heed_statement_take_text (statement);
      g_autofree char *text = heed_statement_take_text (statement);
      HeedDraft *draft = heed_draft_new (case_id, channel, network, text);

      draft->subject = heed_statement_take_text (statement);
      draft->updated_at = heed_statement_take_int (statement);
      g_ptr_array_add (drafts, draft);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&drafts);
}
