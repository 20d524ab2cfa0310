/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-clean-picture.h"
#include "heed-picture-canvas.h"
#include "heed-picture-dialog.h"

G_BEGIN_DECLS

struct _HeedPictureDialog
{
  AdwWindow parent_instance;

  HeedLibrary *library;
  HeedCaseItem *item;
  HeedDocument *document;
  HeedCleanPicture *picture;
  /* Of the reading, and of the copy that is being made. */
  GCancellable *cancellable;
  GCancellable *copying;
  /* Where a copy lies until the case has its own. */
  GFile *temporary;
  gboolean is_closing;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkLabel *carries_label;
  GtkLabel *problem_label;
  HeedPictureCanvas *canvas;
  GtkWidget *add_button;
  GtkWidget *busy_box;
  GtkSpinner *spinner;
};

GFile *heed_picture_dialog_dup_file (HeedPictureDialog *self) G_GNUC_WARN_UNUSED_RESULT;
void heed_picture_dialog_say (HeedPictureDialog *self, const char *sentence);

void heed_picture_dialog_install_copies (GtkWidgetClass *widget_class);
void heed_picture_dialog_update_copies (HeedPictureDialog *self);

G_END_DECLS
