/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "heed-error.h"

/* How long to wait for another program that is writing: the window and the command line share the file, and what
 * either writes at a time takes well under a second. */
#define BUSY_TIMEOUT_MS 5000

struct _HeedDatabase
{
  sqlite3 *handle;
  char *path;
  GHashTable *statements;
};

struct _HeedStatement
{
  HeedDatabase *database;
  sqlite3_stmt *handle;
  int bind_result;
  int n_bound;
  int n_taken;
  gboolean in_use;
};

static void
set_unwritable_error (const char *path, GError **error)
{
  g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
               _ ("Heed may not write its data to “%s”. Allow writing to that file and its folder, or choose another "
                  "folder with HEED_DATA_HOME."),
               path);
}

/* On a full disk SQLite fails in several ways: at a page, at its log, at the index of the log. */
static gboolean
is_full (const HeedDatabase *self, int code)
{
  int cause = sqlite3_system_errno (self->handle);

  return code == SQLITE_IOERR_SHMSIZE || ((code & 0xff) == SQLITE_IOERR && (cause == ENOSPC || cause == EDQUOT));
}

/* What SQLite's result codes mean for the person, and what can be done about it. */
static gboolean
set_error (HeedDatabase *self, int code, GError **error)
{
  switch (is_full (self, code) ? SQLITE_FULL : code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                   _ ("Another program is using Heed’s data in “%s”. Close it, then try again."), self->path);
      break;
    case SQLITE_FULL:
      g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                   _ ("There is no room left to save to “%s”. Free some space, then try again; what was saved before "
                      "is safe."),
                   self->path);
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      set_unwritable_error (self->path, error);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                   _ ("Heed’s data file “%s” is damaged and was left as it is. Put a backup in its place, or move it "
                      "away to start with an empty one."),
                   self->path);
      break;
    case SQLITE_IOERR:
      g_set_error (error, HEED_ERROR, HEED_ERROR_SERVER,
                   _ ("The disk that holds “%s” failed while it was read or written. Check the disk, then try again."),
                   self->path);
      break;
    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        {
          g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                       _ ("What this belongs to is no longer stored, so nothing was saved."));
          break;
        }
      G_GNUC_FALLTHROUGH;
    default:
      g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                   _ ("This could not be saved to “%s” (%s). Please report it as a mistake in Heed."), self->path,
                   sqlite3_errmsg (self->handle));
      break;
    }
  return FALSE;
}

static gboolean
check (HeedDatabase *self, int result, GError **error)
{
  return result == SQLITE_OK || set_error (self, result, error);
}

/* The user's cases are nobody else's business: SQLite would make the file readable for all. */
static gboolean
prepare_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat status;

  if (path[0] == '\0' || g_str_equal (path, ":memory:"))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) == 0)
    {
      int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

      if (fd >= 0 && fstat (fd, &status) == 0 && (status.st_mode & 077) != 0)
        fchmod (fd, 0600);
      if (fd >= 0 && g_close (fd, NULL))
        return TRUE;
    }
  if (errno == ENOSPC || errno == EDQUOT)
    g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
                 _ ("There is no room left to save to “%s”. Free some space, then try again."), path);
  else
    set_unwritable_error (path, error);
  return FALSE;
}

static void
statement_free (gpointer data)
{
  HeedStatement *statement = data;

  sqlite3_finalize (statement->handle);
  g_free (statement);
}

/* Before anything is written, and before a close could write back what another version left in its log. */
static gboolean
refuse_newer (HeedDatabase *self, int newest_version, GError **error)
{
  int version;

  if (!heed_database_get_version (self, &version, error))
    return FALSE;
  if (version <= newest_version)
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_REFUSED,
               _ ("The data in “%s” were written by a newer Heed and were left untouched. Update Heed to open them."),
               self->path);
  return FALSE;
}

static gboolean
configure (HeedDatabase *self, int newest_version, GError **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!refuse_newer (self, newest_version, error))
    return FALSE;
  if (sqlite3_db_readonly (self->handle, "main") == 1)
    {
      set_unwritable_error (self->path, error);
      return FALSE;
    }
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return heed_database_execute (self,
                                "PRAGMA journal_mode = WAL;"
                                "PRAGMA foreign_keys = ON;"
                                "PRAGMA secure_delete = ON",
                                error);
}

/**
 * heed_database_open: opens a database file, or makes it, readable for its owner alone.
 * @path: the file, ":memory:", or "" for a temporary file of this connection alone
 * @newest_version: the latest version this program knows; a file of a later one is refused untouched
 *
 * Returns: (transfer full): the connection; on failure an error that says what to do, and the file is as before
 */
HeedDatabase *
heed_database_open (const char *path, int newest_version, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  if (!prepare_file (path, error))
    return NULL;

  g_autoptr (HeedDatabase) self = g_new0 (HeedDatabase, 1);
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_free);
  int result = sqlite3_open_v2 (path, &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (!check (self, result, error) || !configure (self, newest_version, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
heed_database_free (HeedDatabase *database)
{
  if (database == NULL)
    return;
  g_hash_table_unref (database->statements);
  sqlite3_close (database->handle);
  g_free (database->path);
  g_free (database);
}

/** heed_database_execute: runs statements that take no values and whose rows, if any, do not matter. */
gboolean
heed_database_execute (HeedDatabase *self, const char *sql, GError **error)
{
  g_return_val_if_fail (self != NULL && sql != NULL, FALSE);

  return check (self, sqlite3_exec (self->handle, sql, NULL, NULL, NULL), error);
}

/** heed_database_get_version: tells how many migrations the file has been through; 0 for a new one. */
gboolean
heed_database_get_version (HeedDatabase *self, int *version, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (self, "PRAGMA user_version", error);

  if (statement == NULL)
    return FALSE;
  if (!heed_statement_next (statement, error))
    return FALSE;
  *version = (int) heed_statement_take_int (statement);
  return TRUE;
}

/** heed_database_begin: begins a transaction that may write, waiting a few seconds for another program to finish. */
gboolean
heed_database_begin (HeedDatabase *self, GError **error)
{
  return heed_database_execute (self, "BEGIN IMMEDIATE", error);
}

/** heed_database_commit: keeps what was done; a failure rolls it back, so that no transaction is left open. */
gboolean
heed_database_commit (HeedDatabase *self, GError **error)
{
  if (heed_database_execute (self, "COMMIT", error))
    return TRUE;
  heed_database_roll_back (self);
  return FALSE;
}

/** heed_database_roll_back: undoes what was done since heed_database_begin(). */
void
heed_database_roll_back (HeedDatabase *self)
{
  g_return_if_fail (self != NULL);

  /* A full disk makes SQLite roll back by itself; there is nothing left to do then. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

static gboolean
check_not_busy (HeedDatabase *self, GError **error)
{
  GError *failure = NULL;
  g_autoptr (HeedStatement) statement = heed_database_prepare (self, "PRAGMA wal_checkpoint (TRUNCATE)", error);

  if (statement == NULL)
    return FALSE;
  gboolean is_busy = heed_statement_next (statement, &failure) && heed_statement_take_int (statement) != 0;
  if (failure == NULL)
    return !is_busy || set_error (self, SQLITE_BUSY, error);
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * heed_database_reset: empties the file: no table is left in it, and nothing of what was in it or in its log.
 *
 * Fails, and can be tried again, while another program reads it. Not in a transaction.
 */
gboolean
heed_database_reset (HeedDatabase *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_RESET_DATABASE, 1, NULL);
  gboolean is_empty = heed_database_execute (self, "VACUUM", error);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_RESET_DATABASE, 0, NULL);
  /* The log still has the pages as they were. */
  return is_empty && heed_database_execute (self, "PRAGMA journal_mode = WAL", error) && check_not_busy (self, error);
}

/** heed_database_get_last_id: the id that the last insertion was given. */
gint64
heed_database_get_last_id (HeedDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

/** heed_database_get_changes: how many rows the last statement changed. */
guint
heed_database_get_changes (HeedDatabase *self)
{
  return (guint) sqlite3_changes (self->handle);
}

/**
 * heed_database_prepare: compiles a statement, or finds it compiled.
 *
 * Returns: (transfer full): to be given back with heed_statement_release() before the same text is prepared again
 */
HeedStatement *
heed_database_prepare (HeedDatabase *self, const char *sql, GError **error)
{
  g_return_val_if_fail (self != NULL && sql != NULL, NULL);

  HeedStatement *statement = g_hash_table_lookup (self->statements, sql);
  if (statement == NULL)
    {
      sqlite3_stmt *handle = NULL;

      if (!check (self, sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL), error))
        return NULL;
      statement = g_new0 (HeedStatement, 1);
      statement->database = self;
      statement->handle = handle;
      g_hash_table_insert (self->statements, g_strdup (sql), statement);
    }
  g_assert (!statement->in_use);
  statement->in_use = TRUE;
  return statement;
}

/** heed_statement_release: gives the statement back to the cache, its values forgotten. */
void
heed_statement_release (HeedStatement *statement)
{
  if (statement == NULL)
    return;
  sqlite3_reset (statement->handle);
  sqlite3_clear_bindings (statement->handle);
  statement->bind_result = SQLITE_OK;
  statement->n_bound = 0;
  statement->in_use = FALSE;
}

static void
note_bound (HeedStatement *statement, int result)
{
  if (statement->bind_result == SQLITE_OK)
    statement->bind_result = result;
}

/** heed_statement_bind_text: @text may be %NULL; it is copied. A failure shows when the statement is run. */
void
heed_statement_bind_text (HeedStatement *statement, const char *text)
{
  note_bound (statement, sqlite3_bind_text (statement->handle, ++statement->n_bound, text, -1, SQLITE_TRANSIENT));
}

void
heed_statement_bind_int (HeedStatement *statement, gint64 value)
{
  note_bound (statement, sqlite3_bind_int64 (statement->handle, ++statement->n_bound, value));
}

/** heed_statement_bind_id: an id, or nothing for 0, so that the row is given one. */
void
heed_statement_bind_id (HeedStatement *statement, gint64 id)
{
  if (id != 0)
    heed_statement_bind_int (statement, id);
  else
    statement->n_bound++;
}

void
heed_statement_bind_double (HeedStatement *statement, double value)
{
  note_bound (statement, sqlite3_bind_double (statement->handle, ++statement->n_bound, value));
}

/** heed_statement_bind_list: a list of texts, kept as a JSON array; an empty one and %NULL are the same. */
void
heed_statement_bind_list (HeedStatement *statement, char **list)
{
  if (list == NULL || list[0] == NULL)
    {
      heed_statement_bind_text (statement, NULL);
      return;
    }

  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  for (guint i = 0; list[i] != NULL; i++)
    json_array_add_string_element (array, list[i]);
  json_node_take_array (node, array);
  g_autofree char *text = json_to_string (node, FALSE);
  heed_statement_bind_text (statement, text);
}

/**
 * heed_statement_next: moves to the next row.
 *
 * Returns: %TRUE for a row; %FALSE at the end, and on failure with @error set
 */
gboolean
heed_statement_next (HeedStatement *statement, GError **error)
{
  g_return_val_if_fail (statement != NULL, FALSE);

  if (statement->bind_result != SQLITE_OK)
    return set_error (statement->database, statement->bind_result, error);

  statement->n_taken = 0;
  int result = sqlite3_step (statement->handle);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    set_error (statement->database, result, error);
  return FALSE;
}

/** heed_statement_run: runs a statement that gives no rows; it can then be bound and run again. */
gboolean
heed_statement_run (HeedStatement *statement, GError **error)
{
  g_autoptr (GError) failure = NULL;

  while (heed_statement_next (statement, &failure))
    continue;
  sqlite3_reset (statement->handle);
  sqlite3_clear_bindings (statement->handle);
  statement->bind_result = SQLITE_OK;
  statement->n_bound = 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/** heed_statement_take_text: (transfer full) (nullable): the next column of the row. */
char *
heed_statement_take_text (HeedStatement *statement)
{
  return g_strdup ((const char *) sqlite3_column_text (statement->handle, statement->n_taken++));
}

gint64
heed_statement_take_int (HeedStatement *statement)
{
  return sqlite3_column_int64 (statement->handle, statement->n_taken++);
}

double
heed_statement_take_double (HeedStatement *statement)
{
  return sqlite3_column_double (statement->handle, statement->n_taken++);
}

/** heed_statement_take_list: (transfer full) (nullable): the next column, bound with heed_statement_bind_list(). */
char **
heed_statement_take_list (HeedStatement *statement)
{
  g_autofree char *text = heed_statement_take_text (statement);
  if (text == NULL)
    return NULL;

  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  JsonArray *array = json_node_get_array (node);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *element = json_array_get_string_element (array, i);

      if (element != NULL)
        g_strv_builder_add (builder, element);
    }
  return g_strv_builder_end (builder);
}
