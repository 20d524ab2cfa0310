/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-library.h"

G_BEGIN_DECLS

/**
 * HeedPictureDialog: a picture of a case, to black out parts of it and to take a clean copy along.
 *
 * The document stays as it is. What was drawn stays over it until Heed ends or everything is erased, also when the
 * window is closed.
 */
#define HEED_TYPE_PICTURE_DIALOG (heed_picture_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeedPictureDialog, heed_picture_dialog, HEED, PICTURE_DIALOG, AdwWindow)

gboolean heed_picture_dialog_shows (const HeedDocument *document);
HeedPictureDialog *heed_picture_dialog_new (GtkWindow *parent, HeedLibrary *library, HeedCaseItem *item,
                                            const HeedDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void heed_picture_dialog_save (HeedPictureDialog *self, GFile *target);

G_END_DECLS
