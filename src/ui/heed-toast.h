/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *heed_toast_new_with_undo (GtkWidget *widget, const char *sentence, const char *action,
                                    GVariant *target) G_GNUC_WARN_UNUSED_RESULT;
void heed_toast_say_with_undo (AdwToastOverlay *overlay, GtkWidget *widget, const char *sentence, const char *action,
                               GVariant *target);
void heed_toast_say_in_parent (GtkWindow *dialog, const char *sentence);

G_END_DECLS
