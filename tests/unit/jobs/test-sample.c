/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "heed-account-records.h"
#include "heed-checked.h"
#include "heed-sample.h"
#include "heed-track.h"

#define WEEK_S (7 * 24 * 60 * 60)
#define THURSDAY_NOON 1804161600 /* 4 March 2027, 12:00 UTC */

/* What the store holds of the sample, and of anything else. */
typedef struct
{
  gint64 now;
  guint n_accounts;
  guint n_own;
  guint n_exchanges;
  gint64 newest;
  HeedStepKind steps[3];
  guint n_cases;
} Census;

static void
count_account (HeedDatabase *database, HeedObservation *observation, Census *census)
{
  GError *error = NULL;
  g_autoptr (HeedChecked) checked = heed_checked_new_from_store (database, observation, NULL, &error);

  g_assert_no_error (error);
  census->n_accounts++;
  census->n_exchanges += checked->set->exchanges->len;
  census->newest = MAX (census->newest, observation->observed_at);
  g_assert_cmpstr (observation->company, ==, "Norfolk Broadband");
  g_assert_true (observation->sees_unanswered);
  g_assert_cmpuint (checked->set->exchanges->len, >, 100);
  g_assert_cmpint (observation->account->last_post_at, <=, census->now);
  g_assert_true (checked->scorecard->has_open_hours);
  g_assert_cmpint (checked->scorecard->verdict, !=, HEED_VERDICT_UNKNOWN);
}

static gpointer
take_census (HeedDatabase *database, gpointer data, GError **error)
{
  Census *census = data;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) observations = heed_account_records_load_all (database, error);
  g_autoptr (GPtrArray) cases = heed_track_load_all (database, utc, NULL, census->now, error);

  g_assert_nonnull (observations);
  g_assert_nonnull (cases);
  while (observations->len > 0)
    {
      HeedObservation *observation = g_ptr_array_steal_index (observations, 0);

      g_assert_true (observation->is_sample);
      count_account (database, observation, census);
    }
  for (guint i = 0; i < cases->len; i++)
    {
      const HeedTracked *tracked = cases->pdata[i];

      if (!tracked->the_case->is_sample)
        {
          census->n_own++;
          continue;
        }
      g_assert_cmpuint (census->n_cases, <, G_N_ELEMENTS (census->steps));
      census->steps[census->n_cases++] = tracked->step->kind;
    }
  return NULL;
}

static Census
count (HeedContext *context)
{
  GError *error = NULL;
  Census census = { .now = heed_context_now (context) };

  heed_store_run (heed_context_get_store (context), take_census, &census, NULL, &error);
  g_assert_no_error (error);
  return census;
}

static gpointer
add_own_case (HeedDatabase *database, gpointer data, GError **error)
{
  g_autoptr (HeedCase) the_case = heed_case_new ();

  the_case->facts->company = g_strdup ("Mine");
  heed_track_open_case (database, the_case, 0, error);
  return NULL;
}

static void
sample_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  g_assert_true (heed_sample_load_finish (HEED_CONTEXT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
sample_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  g_assert_true (heed_sample_remove_finish (HEED_CONTEXT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
assert_loaded (HeedContext *context)
{
  Census census = count (context);

  g_assert_cmpuint (census.n_accounts, ==, 2);
  g_assert_cmpuint (census.n_exchanges, >=, 550);
  g_assert_cmpuint (census.n_exchanges, <=, 650);
  g_assert_cmpuint (census.n_cases, ==, 3);
  g_assert_cmpint (census.steps[0], ==, HEED_STEP_ANSWER);
  g_assert_cmpint (census.steps[1], ==, HEED_STEP_WAIT);
  g_assert_cmpint (census.steps[2], ==, HEED_STEP_FINISH);
  g_assert_cmpint (census.newest, <=, census.now);
  g_assert_cmpint (census.newest, >, census.now - WEEK_S);
}

/* It comes whole, with its steps as they are meant, comes again without doubling, and goes without a trace. */
static void
test_sample (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "heed.db", NULL);
  g_autoptr (GError) error = NULL;
  gint64 now = THURSDAY_NOON + GPOINTER_TO_INT (data) * 24 * 60 * 60;
  g_autoptr (HeedContext) context = heed_context_new (heed_clock_new_fixed (now), folder, &error);
  gboolean is_done = FALSE;

  g_assert_no_error (error);
  heed_store_run (heed_context_get_store (context), add_own_case, NULL, NULL, &error);
  g_assert_no_error (error);
  heed_sample_load_async (context, NULL, sample_loaded_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  assert_loaded (context);
  g_assert_true (heed_sample_load (context, &error));
  assert_loaded (context);

  is_done = FALSE;
  heed_sample_remove_async (context, NULL, sample_removed_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  Census census = count (context);
  g_assert_cmpuint (census.n_accounts + census.n_cases, ==, 0);
  g_assert_cmpuint (census.n_own, ==, 1);
  g_assert_true (heed_sample_remove (context, &error));

  g_clear_object (&context);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Whichever day of the week it is, and before the sample's own time. */
  g_test_add_data_func ("/sample/thursday", GINT_TO_POINTER (0), test_sample);
  g_test_add_data_func ("/sample/saturday", GINT_TO_POINTER (2), test_sample);
  g_test_add_data_func ("/sample/wednesday", GINT_TO_POINTER (6), test_sample);
  g_test_add_data_func ("/sample/years-ago", GINT_TO_POINTER (-2000), test_sample);
  return g_test_run ();
}
