/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-library.h"

/* 20 November 2026, a Friday, 10:00 UTC. */
#define HEED_TEST_NOW G_GINT64_CONSTANT (1795168800)

#define HEED_TEST_COMPANY "Nettle Broadband"

HeedLibrary *heed_test_library_new (void);
HeedLibrary *heed_test_library_new_empty (void);
HeedLibrary *heed_test_library_new_sample (void);
void heed_test_wait_until (gboolean (*is_reached) (gpointer), gpointer data);
GtkWidget *heed_test_find_widget (GtkWidget *root, GType type, const char *text);
void heed_test_settle (void);
