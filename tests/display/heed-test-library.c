/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A library over a store in memory, with a company that answers two of three messages and three cases. */

#include "heed-test-library.h"

#include "heed-case-records.h"
#include "heed-sample.h"

#define MINUTE_S 60
#define HOUR_S (60 * MINUTE_S)
#define DAY_S (24 * HOUR_S)
#define COMPANY_ID "https://nettle.example/users/care"

static HeedPost *
post_new (const char *id, const char *author, gint64 at, const char *text)
{
  HeedPost *post = heed_post_new ();

  post->id = g_strdup (id);
  post->author = g_strdup (author);
  post->created_at = at;
  post->text = g_strdup (text);
  post->url = g_strdup_printf ("https://nettle.example/@x/%s", id);
  return post;
}

/* 90 messages, ten a day at the same hours, so that some hours of the week have enough of them. */
static GPtrArray *
create_posts (void)
{
  GPtrArray *posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);

  for (int i = 0; i < 90; i++)
    {
      g_autofree char *question_id = g_strdup_printf ("q%d", i);
      g_autofree char *reply_id = g_strdup_printf ("r%d", i);
      g_autofree char *author = g_strdup_printf ("https://nettle.example/users/u%d", i);
      gint64 at = HEED_TEST_NOW - (1 + i / 10 * 7) * DAY_S + (i % 10) * 6 * MINUTE_S;
      HeedPost *question = post_new (question_id, author, at, "@care My line is down, case NB-4711. Can you help?");

      question->author_handle = g_strdup_printf ("u%d@nettle.example", i);
      question->addressees = g_new0 (char *, 2);
      question->addressees[0] = g_strdup (COMPANY_ID);
      g_ptr_array_add (posts, question);
      if (i % 3 == 2)
        continue;
      HeedPost *reply = post_new (reply_id, COMPANY_ID, at + 20 * MINUTE_S, "Sorry! We have reset your line. ^Claire");
      reply->from_company = TRUE;
      reply->author_handle = g_strdup ("care@nettle.example");
      reply->parents = g_new0 (char *, 2);
      reply->parents[0] = g_strdup (question_id);
      g_ptr_array_add (posts, reply);
    }
  return posts;
}

static HeedCase *
case_new (const char *title, HeedCaseState state)
{
  HeedCase *the_case = heed_case_new ();

  the_case->title = g_strdup (title);
  the_case->state = state;
  the_case->created_at = HEED_TEST_NOW - 3 * DAY_S;
  the_case->closed_at = state == HEED_CASE_CLOSED ? HEED_TEST_NOW - DAY_S : 0;
  the_case->facts->company = g_strdup (HEED_TEST_COMPANY);
  the_case->facts->what_happened = g_strdup ("The line has been down since 3 March.");
  the_case->facts->want = g_strdup ("Repair the line");
  g_hash_table_insert (the_case->facts->handles, g_strdup ("mastodon"), g_strdup ("care@nettle.example"));
  return the_case;
}

static gboolean
add_cases (HeedDatabase *database, GError **error)
{
  g_autoptr (HeedCase) open = case_new ("Line down", HEED_CASE_OPEN);
  g_autoptr (HeedCase) draft = case_new ("Wrong bill", HEED_CASE_DRAFT);
  g_autoptr (HeedCase) closed = case_new ("Late parcel", HEED_CASE_CLOSED);
  HeedEvent *sent = heed_event_new (HEED_EVENT_SENT, HEED_TEST_NOW - 2 * DAY_S);

  sent->channel = g_strdup ("public");
  sent->network = g_strdup ("mastodon");
  sent->text = g_strdup ("My line is down.");
  g_ptr_array_add (open->events, sent);
  return heed_case_records_save (database, open, error) && heed_case_records_save (database, draft, error)
         && heed_case_records_save (database, closed, error);
}

static gpointer
fill (HeedDatabase *database, gpointer data, GError **error)
{
  HeedAccount *account = heed_account_new ();
  account->network = g_strdup ("mastodon");
  account->id = g_strdup (COMPANY_ID);
  account->handle = g_strdup ("care@nettle.example");
  account->url = g_strdup ("https://nettle.example/@care");

  g_autoptr (HeedObservation) observation = heed_observation_new (account);
  observation->company = g_strdup (HEED_TEST_COMPANY);
  observation->observed_at = HEED_TEST_NOW;
  observation->sees_unanswered = TRUE;
  g_autoptr (GPtrArray) posts = create_posts ();
  if (heed_account_records_save (database, observation, error)
      && heed_post_records_add (database, observation->account_id, posts, error))
    add_cases (database, error);
  return NULL;
}

/** heed_test_library_new_empty: (transfer full): a library with nothing in it, at %HEED_TEST_NOW. */
HeedLibrary *
heed_test_library_new_empty (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("heed-test-XXXXXX", &error);
  g_assert_no_error (error);

  g_autoptr (HeedContext) context = heed_context_new (heed_clock_new_fixed (HEED_TEST_NOW), folder, &error);
  g_assert_no_error (error);
  return heed_library_new (context);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  heed_library_load_finish (HEED_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
load (HeedLibrary *library)
{
  gboolean is_loaded = FALSE;

  heed_library_load_async (library, NULL, loaded_cb, &is_loaded);
  heed_test_wait_until (is_set, &is_loaded);
}

/** heed_test_library_new: (transfer full): a library that has been loaded. */
HeedLibrary *
heed_test_library_new (void)
{
  g_autoptr (GError) error = NULL;
  HeedLibrary *library = heed_test_library_new_empty ();

  heed_store_run (heed_context_get_store (heed_library_get_context (library)), fill, NULL, NULL, &error);
  g_assert_no_error (error);
  load (library);
  return library;
}

/** heed_test_library_new_sample: (transfer full): a library with the sample data that come with Heed. */
HeedLibrary *
heed_test_library_new_sample (void)
{
  g_autoptr (GError) error = NULL;
  HeedLibrary *library = heed_test_library_new_empty ();

  heed_sample_load (heed_library_get_context (library), &error);
  g_assert_no_error (error);
  load (library);
  return library;
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("what the test waits for has not come in 20 seconds");
  return G_SOURCE_REMOVE;
}

/** heed_test_wait_until: runs the main loop until @is_reached says so. */
void
heed_test_wait_until (gboolean (*is_reached) (gpointer), gpointer data)
{
  guint timeout = g_timeout_add_seconds (20, give_up_cb, NULL);

  while (!is_reached (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/** heed_test_settle: runs the main loop until nothing is left to do. */
void
heed_test_settle (void)
{
  for (int i = 0; i < 20; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  return NULL;
}

/** heed_test_find_widget: (transfer none) (nullable): the first visible widget of that type below @root. @text:
 * (nullable): a part of its text. */
GtkWidget *
heed_test_find_widget (GtkWidget *root, GType type, const char *text)
{
  const char *own = get_text (root);

  if (!gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (text == NULL || (own != NULL && strstr (own, text) != NULL)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = heed_test_find_widget (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}
