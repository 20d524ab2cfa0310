/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-context.h"

G_BEGIN_DECLS

void heed_sample_load_async (HeedContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean heed_sample_load_finish (HeedContext *context, GAsyncResult *result, GError **error);
gboolean heed_sample_load (HeedContext *context, GError **error);

void heed_sample_remove_async (HeedContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean heed_sample_remove_finish (HeedContext *context, GAsyncResult *result, GError **error);
gboolean heed_sample_remove (HeedContext *context, GError **error);

G_END_DECLS
