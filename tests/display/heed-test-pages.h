/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-test-library.h"

HeedCaseItem *heed_test_get_case (HeedLibrary *library, const char *title);
HeedCaseItem *heed_test_put_case (HeedLibrary *library, HeedCase *the_case);
void heed_test_put_event (HeedLibrary *library, HeedCaseItem *item, HeedEvent *event);
void heed_test_add_document (HeedLibrary *library, HeedCaseItem *item, GFile *file);
HeedCase *heed_test_load_case (HeedLibrary *library, gint64 id);
GtkWidget *heed_test_present (GtkWidget *page, int width, int height);
GtkWidget *heed_test_find_window (GType type);
void heed_test_type (GtkWidget *view, const char *text);
char *heed_test_dup_typed (GtkWidget *view);
int heed_test_get_least_width (GtkWidget *widget);
void heed_test_load_style (void);
guint heed_test_check_names (GtkWidget *root);
guint heed_test_check_flows (GtkWidget *root);
guint heed_test_check_tab (GtkWidget *window);
void heed_test_run_xdotool (const char *format, ...) G_GNUC_PRINTF (1, 2);
void heed_test_close_page (GtkWidget *window, gpointer page);
