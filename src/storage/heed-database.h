/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-store.h"

G_BEGIN_DECLS

/**
 * HeedStatement: a prepared statement, borrowed from the database's cache.
 *
 * Values are bound, and columns taken, one after the other from the left. A
 * g_autoptr gives the statement back to the cache.
 */
typedef struct _HeedStatement HeedStatement;

HeedDatabase *heed_database_open (const char *path, int newest_version, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_database_free (HeedDatabase *database);
gboolean heed_database_execute (HeedDatabase *database, const char *sql, GError **error);
gboolean heed_database_get_version (HeedDatabase *database, int *version, GError **error);
gboolean heed_database_begin (HeedDatabase *database, GError **error);
gboolean heed_database_commit (HeedDatabase *database, GError **error);
void heed_database_roll_back (HeedDatabase *database);
gboolean heed_database_reset (HeedDatabase *database, GError **error);
gint64 heed_database_get_last_id (HeedDatabase *database);
guint heed_database_get_changes (HeedDatabase *database);

HeedStatement *heed_database_prepare (HeedDatabase *database, const char *sql,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_statement_bind_text (HeedStatement *statement, const char *text);
void heed_statement_bind_int (HeedStatement *statement, gint64 value);
void heed_statement_bind_id (HeedStatement *statement, gint64 id);
void heed_statement_bind_double (HeedStatement *statement, double value);
void heed_statement_bind_list (HeedStatement *statement, char **list);
gboolean heed_statement_run (HeedStatement *statement, GError **error);
gboolean heed_statement_next (HeedStatement *statement, GError **error);
char *heed_statement_take_text (HeedStatement *statement) G_GNUC_WARN_UNUSED_RESULT;
gint64 heed_statement_take_int (HeedStatement *statement);
double heed_statement_take_double (HeedStatement *statement);
char **heed_statement_take_list (HeedStatement *statement) G_GNUC_WARN_UNUSED_RESULT;
void heed_statement_release (HeedStatement *statement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDatabase, heed_database_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedStatement, heed_statement_release)

G_END_DECLS
