/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _HeedDatabase HeedDatabase;

#define HEED_TYPE_STORE (heed_store_get_type ())
G_DECLARE_FINAL_TYPE (HeedStore, heed_store, HEED, STORE, GObject)

/**
 * HeedStoreFunc: work on the database, run on the one thread that owns it.
 *
 * The functions of the record files (heed-case-records.h and its siblings) are
 * called from here. A failure rolls back everything the function did.
 */
typedef gpointer (*HeedStoreFunc) (HeedDatabase *database, gpointer data, GError **error);

HeedStore *heed_store_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_store_run_async (HeedStore *self, HeedStoreFunc func, gpointer data, GDestroyNotify data_free,
                           GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
gpointer heed_store_run_finish (HeedStore *self, GAsyncResult *result, GError **error);
void heed_store_erase_async (HeedStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean heed_store_erase_finish (HeedStore *self, GAsyncResult *result, GError **error);
gpointer heed_store_run (HeedStore *self, HeedStoreFunc func, gpointer data, GDestroyNotify result_free,
                         GError **error);

G_END_DECLS
