/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists the views bind to. Needs no display, but the library of the window. */

#include "heed-database.h"
#include "heed-test-library.h"

typedef struct
{
  gboolean is_done;
  gint64 event_id;
  HeedCaseItem *item;
  HeedDeletedCompany *company;
} Outcome;

static gboolean
is_done (gpointer data)
{
  return ((Outcome *) data)->is_done;
}

static void
assert_titles (HeedLibrary *library, const char *expected)
{
  GListModel *cases = heed_library_get_cases (library);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr (HeedCaseItem) item = g_list_model_get_item (cases, i);
      g_autofree char *section = NULL;

      g_object_get (item, "section", &section, NULL);
      g_string_append_printf (titles, "%s%s:%s", i > 0 ? " " : "", section, heed_case_item_get_case (item)->title);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_load (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedCompanyItem *company = heed_library_find_company (library, "nettle BROADBAND");

  assert_titles (library, "your-turn:Line down drafts:Wrong bill closed:Late parcel");
  g_assert_nonnull (company);
  g_assert_null (heed_library_find_company (library, "Nettle"));
  const HeedChecked *checked = heed_account_item_get_checked (heed_company_item_get_best (company));
  g_assert_cmpuint (checked->scorecard->all.messages, ==, 90);
  g_assert_cmpuint (checked->scorecard->all.answered, ==, 60);
  g_assert_false (heed_library_is_empty (library));
  g_assert_false (heed_library_has_sample (library));
  g_assert_finalize_object (library);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;
  g_autoptr (GError) error = NULL;

  outcome->item = heed_library_save_case_finish (HEED_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  outcome->is_done = TRUE;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Outcome *outcome = user_data;
  g_autoptr (GError) error = NULL;

  outcome->event_id = heed_library_add_event_finish (HEED_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  outcome->is_done = TRUE;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (heed_library_close_case_finish (HEED_LIBRARY (source), result, &error));
  g_assert_no_error (error);
  ((Outcome *) user_data)->is_done = TRUE;
}

static void
count_cb (int *count)
{
  (*count)++;
}

/* A case that is changed keeps its item, and only moves when it has to. */
static void
test_edit (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedCaseItem *item = g_list_model_get_item (heed_library_get_cases (library), 1);
  g_autoptr (HeedEvent) event = heed_event_new (HEED_EVENT_SENT, HEED_TEST_NOW);
  Outcome added = { FALSE }, closed = { FALSE };
  int changes = 0;

  g_signal_connect_swapped (item, "notify::case", G_CALLBACK (count_cb), &changes);
  event->channel = g_strdup ("email");
  event->text = g_strdup ("My bill is wrong.");
  heed_library_add_event_async (library, item, event, NULL, added_cb, &added);
  heed_test_wait_until (is_done, &added);
  g_assert_cmpint (added.event_id, >, 0);
  g_assert_cmpint (changes, ==, 1);
  assert_titles (library, "your-turn:Line down waiting:Wrong bill closed:Late parcel");

  heed_library_close_case_async (library, item, NULL, closed_cb, &closed);
  heed_test_wait_until (is_done, &closed);
  g_assert_cmpint (changes, ==, 2);
  assert_titles (library, "your-turn:Line down closed:Wrong bill closed:Late parcel");
  g_object_unref (item);
  g_assert_finalize_object (library);
}

static void
test_new_case (void)
{
  HeedLibrary *library = heed_test_library_new_empty ();
  g_autoptr (HeedCase) the_case = heed_case_new ();
  Outcome saved = { FALSE };

  g_assert_true (heed_library_is_empty (library));
  the_case->title = g_strdup ("Refund");
  the_case->facts->company = g_strdup ("Somebody");
  heed_library_save_case_async (library, the_case, NULL, saved_cb, &saved);
  heed_test_wait_until (is_done, &saved);
  g_assert_nonnull (saved.item);
  g_assert_cmpint (heed_case_item_get_id (saved.item), >, 0);
  g_assert_true (heed_library_find_case (library, heed_case_item_get_id (saved.item)) == saved.item);
  g_assert_false (heed_library_is_empty (library));
  g_object_unref (saved.item);
  g_assert_finalize_object (library);
}

static void
company_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Outcome *outcome = user_data;

  outcome->company = heed_library_delete_company_finish (HEED_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  outcome->is_done = TRUE;
}

static void
company_restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (heed_library_restore_company_finish (HEED_LIBRARY (source), result, &error));
  g_assert_no_error (error);
  ((Outcome *) user_data)->is_done = TRUE;
}

static gpointer
count_posts (HeedDatabase *database, gpointer data, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, "SELECT count (*) FROM posts", error);

  g_assert_true (heed_statement_next (statement, error));
  return GINT_TO_POINTER ((int) heed_statement_take_int (statement));
}

static int
get_n_posts (HeedLibrary *library)
{
  HeedStore *store = heed_context_get_store (heed_library_get_context (library));

  return GPOINTER_TO_INT (heed_store_run (store, count_posts, NULL, NULL, NULL));
}

/* A company goes with all that was read of it, its cases stay; and Undo brings back the same. */
static void
test_company (void)
{
  HeedLibrary *library = heed_test_library_new ();
  GListModel *companies = heed_library_get_companies (library);
  const guint n_cases = g_list_model_get_n_items (heed_library_get_cases (library));
  const int n_posts = get_n_posts (library);
  HeedCompanyItem *item = g_list_model_get_item (companies, 0);
  g_autofree char *name = g_strdup (heed_company_item_get_name (item));
  Outcome deleted = { FALSE }, restored = { FALSE };

  g_assert_cmpuint (g_list_model_get_n_items (companies), ==, 1);
  g_assert_cmpint (n_posts, >, 90);
  heed_library_delete_company_async (library, item, NULL, company_deleted_cb, &deleted);
  g_object_unref (item);
  heed_test_wait_until (is_done, &deleted);
  g_assert_cmpuint (g_list_model_get_n_items (companies), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (heed_library_get_cases (library)), ==, n_cases);
  g_assert_cmpint (get_n_posts (library), ==, 0);

  heed_library_restore_company_async (library, deleted.company, NULL, company_restored_cb, &restored);
  heed_test_wait_until (is_done, &restored);
  item = heed_library_find_company (library, name);
  g_assert_nonnull (item);
  g_assert_nonnull (heed_company_item_get_best (item));
  g_assert_cmpint (get_n_posts (library), ==, n_posts);
  g_assert_finalize_object (library);
}

static void
failed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (heed_library_delete_event_finish (HEED_LIBRARY (source), result, &error));
  g_assert_nonnull (error);
  ((Outcome *) user_data)->is_done = TRUE;
}

/* What cannot be done changes nothing and says why. */
static void
test_failure (void)
{
  HeedLibrary *library = heed_test_library_new ();
  HeedCaseItem *item = g_list_model_get_item (heed_library_get_cases (library), 0);
  guint n_events = heed_case_item_get_case (item)->events->len;
  Outcome outcome = { FALSE };

  heed_library_delete_event_async (library, item, 4711, NULL, failed_cb, &outcome);
  heed_test_wait_until (is_done, &outcome);
  g_assert_cmpuint (heed_case_item_get_case (item)->events->len, ==, n_events);
  g_object_unref (item);
  g_assert_finalize_object (library);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display/library/load", test_load);
  g_test_add_func ("/display/library/edit", test_edit);
  g_test_add_func ("/display/library/new-case", test_new_case);
  g_test_add_func ("/display/library/company", test_company);
  g_test_add_func ("/display/library/failure", test_failure);
  return g_test_run ();
}
