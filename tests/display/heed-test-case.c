/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-test-case.h"

void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = heed_test_library_new ();
  fixture->item = heed_test_get_case (fixture->library, data != NULL ? data : "Line down");
  fixture->page = HEED_CASE_PAGE (heed_case_page_new ());
  g_object_set (fixture->page, "library", fixture->library, "item", fixture->item, NULL);
  fixture->window = heed_test_present (GTK_WIDGET (fixture->page), 780, 700);
}

void
tear_down (Fixture *fixture, gconstpointer data)
{
  heed_test_close_page (fixture->window, fixture->page);
  g_assert_finalize_object (fixture->library);
}

HeedStepKind
get_kind (Fixture *fixture)
{
  return heed_case_item_get_step (fixture->item)->kind;
}

guint
get_n_events (Fixture *fixture)
{
  return heed_case_item_get_case (fixture->item)->events->len;
}

guint
get_n_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->page->shown_events));
}

void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  heed_test_settle ();
}
