/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void heed_dropped_picture_save_async (GdkTexture *texture, GAsyncReadyCallback callback, gpointer user_data);
GFile *heed_dropped_picture_save_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
