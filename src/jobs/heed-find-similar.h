/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-context.h"
#include "heed-exchange-index.h"

G_BEGIN_DECLS

GPtrArray *heed_find_similar_in_archive (GFile *file, const char *company, const char *problem, guint n,
                                         GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *heed_find_similar_in_store (HeedContext *context, const char *account, const char *problem, guint n,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_find_similar_in_store_async (HeedContext *context, const char *account, const char *problem, guint n,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *heed_find_similar_in_store_finish (HeedContext *context, GAsyncResult *result,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
