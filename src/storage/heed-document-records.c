/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-document-records.h"

#include <glib/gi18n.h>

#include "heed-database.h"
#include "heed-error.h"

/** heed_document_records_add: stores a document of a case and gives it its id, or puts it back under the one it has. */
gboolean
heed_document_records_add (HeedDatabase *database, gint64 case_id, HeedDocument *document, GError **error)
{
  g_return_val_if_fail (database != NULL && document != NULL, FALSE);

  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database,
    "INSERT INTO documents (id, case_id, name, file, type, size, added_at, note, is_left_out) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    error);
  if (statement == NULL)
    return FALSE;
  heed_statement_bind_id (statement, document->id);
  heed_statement_bind_int (statement, case_id);
  heed_statement_bind_text (statement, document->name);
  heed_statement_bind_text (statement, document->file);
  heed_statement_bind_text (statement, document->type);
  heed_statement_bind_int (statement, document->size);
  heed_statement_bind_int (statement, document->added_at);
  heed_statement_bind_text (statement, document->note);
  heed_statement_bind_int (statement, document->is_left_out);
  if (!heed_statement_run (statement, error))
    return FALSE;
  if (document->id == 0)
    document->id = heed_database_get_last_id (database);
  return TRUE;
}

/** heed_document_records_load: adds the documents of a case to @documents (element-type HeedDocument), oldest first. */
gboolean
heed_document_records_load (HeedDatabase *database, gint64 case_id, GPtrArray *documents, GError **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (database != NULL && documents != NULL, FALSE);

  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database,
    "SELECT id, name, file, type, size, added_at, note, is_left_out FROM documents WHERE case_id = ? ORDER BY id",
    error);
  if (statement == NULL)
    return FALSE;
  heed_statement_bind_int (statement, case_id);
  while (heed_statement_next (statement, &failure))
    {
      gint64 id = heed_statement_take_int (statement);
      g_autofree char *name = heed_statement_take_text (statement);
      g_autofree char *file = heed_statement_take_text (statement);
      HeedDocument *document = heed_document_new (name, file);

      document->id = id;
      document->type = heed_statement_take_text (statement);
      document->size = heed_statement_take_int (statement);
      document->added_at = heed_statement_take_int (statement);
      document->note = heed_statement_take_text (statement);
      document->is_left_out = heed_statement_take_int (statement) != 0;
      g_ptr_array_add (documents, document);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
check_changed (HeedDatabase *database, GError **error)
{
  if (heed_database_get_changes (database) > 0)
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
               _ ("That file is no longer in the case. Open the case again to see what is."));
  return FALSE;
}

/** heed_document_records_set_note: says what a document shows; or fails with %HEED_ERROR_NOT_FOUND. */
gboolean
heed_document_records_set_note (HeedDatabase *database, gint64 id, const char *note, GError **error)
{
  g_autoptr (HeedStatement)
    statement = heed_database_prepare (database, "UPDATE documents SET note = nullif (?, '') WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_text (statement, note);
  heed_statement_bind_int (statement, id);
  return heed_statement_run (statement, error) && check_changed (database, error);
}

/** heed_document_records_set_left_out: whether letters name a document among what is sent along; or fails with
 * %HEED_ERROR_NOT_FOUND. */
gboolean
heed_document_records_set_left_out (HeedDatabase *database, gint64 id, gboolean is_left_out, GError **error)
{
  g_autoptr (HeedStatement)
    statement = heed_database_prepare (database, "UPDATE documents SET is_left_out = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_int (statement, is_left_out);
  heed_statement_bind_int (statement, id);
  return heed_statement_run (statement, error) && check_changed (database, error);
}

/** heed_document_records_delete: forgets a document, not its file; or fails with %HEED_ERROR_NOT_FOUND. */
gboolean
heed_document_records_delete (HeedDatabase *database, gint64 id, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, "DELETE FROM documents WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_int (statement, id);
  return heed_statement_run (statement, error) && check_changed (database, error);
}

/** heed_document_records_has: tells whether a document of the case is kept in @file. */
gboolean
heed_document_records_has (HeedDatabase *database, gint64 case_id, const char *file, gboolean *has, GError **error)
{
  GError *failure = NULL;
  g_autoptr (HeedStatement)
    statement = heed_database_prepare (database, "SELECT 1 FROM documents WHERE case_id = ? AND file = ?", error);

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_int (statement, case_id);
  heed_statement_bind_text (statement, file);
  *has = heed_statement_next (statement, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}
