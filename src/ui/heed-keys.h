/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * HeedKey: what a key does, wherever in the window the focus is.
 * @action: with its prefix
 * @trigger: as gtk_accelerator_parse() reads it
 */
typedef struct
{
  const char *action;
  const char *trigger;
} HeedKey;

const HeedKey *heed_keys_get (guint *n);
void heed_keys_add_to_application (GtkApplication *application);
void heed_keys_show (GtkWindow *parent);
void heed_keys_add_to_page (GtkWidget *page, const char *prefix);

G_END_DECLS
