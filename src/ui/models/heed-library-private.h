/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-library.h"

G_BEGIN_DECLS

/* One change, and what it needs. Lives on the store's thread once it is handed over. */
typedef struct
{
  gboolean (*apply) (HeedDatabase *database, gpointer edit, GError **error);
  HeedCase *the_case;
  HeedDeletedCase *deleted;
  gint64 case_id;
  HeedEvent *event;
  gint64 event_id;
  HeedDocument *document;
  gint64 document_id;
  char *note;
  gboolean is_left_out;
  gboolean kept;
  gint64 now;
} HeedLibraryEdit;

HeedLibraryEdit *heed_library_edit_new (gboolean (*apply) (HeedDatabase *, gpointer, GError **),
                                        HeedCaseItem *item) G_GNUC_WARN_UNUSED_RESULT;
void heed_library_edit_run (HeedLibrary *self, HeedLibraryEdit *edit, gpointer tag, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_library_edit_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

HeedCaseItem *heed_library_take_case (HeedLibrary *self, HeedCase *the_case);
void heed_library_drop_case (HeedLibrary *self, gint64 id);
void heed_library_drop_company (HeedLibrary *self, const char *name);

void heed_library_load_snippets_async (HeedLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean heed_library_load_snippets_finish (HeedLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
