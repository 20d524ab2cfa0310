/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tests of the dialog for a new case share. */

#pragma once

#include "heed-new-case-dialog-private.h"
#include "heed-test-pages.h"

typedef struct
{
  HeedLibrary *library;
  HeedNewCaseDialog *dialog;
  HeedCaseItem *created;
} Fixture;

void open_dialog (Fixture *fixture, HeedCaseItem *item);
void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
void act (Fixture *fixture, const char *action);
gboolean has_item (gpointer data);
gboolean is_created (gpointer data);
guint count_cases (Fixture *fixture);
void assert_says (GtkLabel *label, const char *start);
gboolean has_focus_within (Fixture *fixture, GtkWidget *field);
void press_key_of (GtkWidget *button);
void press_enter (GtkWidget *field);
