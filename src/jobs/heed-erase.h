/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-context.h"

G_BEGIN_DECLS

void heed_erase_async (HeedContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data);
gboolean heed_erase_finish (HeedContext *context, GAsyncResult *result, GError **error);

G_END_DECLS
