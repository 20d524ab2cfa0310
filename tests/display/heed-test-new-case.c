/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-test-new-case.h"

static void
created_cb (Fixture *fixture, HeedCaseItem *item)
{
  fixture->created = item;
}

void
open_dialog (Fixture *fixture, HeedCaseItem *item)
{
  fixture->dialog = g_object_ref (HEED_NEW_CASE_DIALOG (heed_new_case_dialog_new (fixture->library)));
  g_signal_connect_swapped (fixture->dialog, "created", G_CALLBACK (created_cb), fixture);
  if (item != NULL)
    g_object_set (fixture->dialog, "item", item, NULL);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  heed_test_settle ();
}

void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = heed_test_library_new ();
  open_dialog (fixture, NULL);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  heed_test_settle ();
  if (fixture->dialog != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (fixture->dialog));
      heed_test_settle ();
      g_assert_finalize_object (G_OBJECT (fixture->dialog));
    }
  g_assert_finalize_object (fixture->library);
}

void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL));
  heed_test_settle ();
}

gboolean
has_item (gpointer data)
{
  return ((Fixture *) data)->dialog->item != NULL;
}

gboolean
is_created (gpointer data)
{
  return ((Fixture *) data)->created != NULL;
}

guint
count_cases (Fixture *fixture)
{
  return g_list_model_get_n_items (heed_library_get_cases (fixture->library));
}

void
assert_says (GtkLabel *label, const char *start)
{
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (label)));
  if (!g_str_has_prefix (gtk_label_get_label (label), start))
    g_error ("it says “%s”, not “%s…”", gtk_label_get_label (label), start);
}

gboolean
has_focus_within (Fixture *fixture, GtkWidget *field)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->dialog));

  return focus != NULL && (focus == field || gtk_widget_is_ancestor (focus, field));
}

void
press_key_of (GtkWidget *button)
{
  g_assert_true (gtk_widget_mnemonic_activate (button, FALSE));
}

void
press_enter (GtkWidget *field)
{
  g_assert_true (gtk_widget_activate_action (field, "default.activate", NULL));
}
