/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Job 1, “will they answer me there?”: from what a person typed to a scorecard. */

#include "heed-check.h"

#include <glib/gi18n.h>

#include "heed-error.h"

#define DEFAULT_REPLIES 400
#define DEFAULT_DAYS 90
#define DAY_S (24 * 60 * 60)

/* One check under way. @n_stored posts are in the store, @n_pending batches on their way to it. */
typedef struct
{
  HeedContext *context;
  HeedNetwork *network;
  HeedCheckOptions options;
  HeedObservation *observation;
  HeedReading *reading;
  char *zone;
  gint64 now;
  gboolean is_read;
  guint n_pending;
  guint n_stored;
  GError *failure;
} Check;

static void
check_free (Check *check)
{
  g_object_unref (check->context);
  heed_observation_free (check->observation);
  heed_reading_free (check->reading);
  g_free (check->zone);
  g_clear_error (&check->failure);
  g_free (check);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Check, check_free)

static void
tell (Check *check, const char *what, guint64 done, guint64 expected)
{
  if (check->options.progress != NULL)
    check->options.progress (what, done, expected, check->options.user_data);
}

static void
set_caveats (HeedObservation *observation, GPtrArray *why)
{
  g_strfreev (observation->caveats);
  observation->caveats = g_new0 (char *, why->len + 1);
  for (guint i = 0; i < why->len; i++)
    observation->caveats[i] = g_strdup (why->pdata[i]);
}

/* A look that ended early: silence is judged up to now, but the next look begins where this one did. */
static void
note_stopped (HeedObservation *observation)
{
  g_autoptr (GPtrArray) why = g_ptr_array_new ();

  g_ptr_array_add (why, (gpointer) _ ("The last look stopped before its end; check again to see the rest."));
  set_caveats (observation, why);
}

/* Store thread: remembers how the reading ended and computes what follows from all that is known. */
static gpointer
finish_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  Check *check = data;
  HeedObservation *observation = check->observation;

  observation->observed_at = check->now;
  if (check->failure != NULL)
    note_stopped (observation);
  else
    {
      set_caveats (observation, check->reading->why);
      observation->sees_unanswered = check->reading->sees_unanswered;
      if (check->reading->cursor != NULL)
        {
          g_free (observation->cursor);
          observation->cursor = g_strdup (check->reading->cursor);
        }
    }
  if (check->reading != NULL && check->reading->pinned != NULL
      && !heed_post_records_set_pinned (database, observation->account_id, check->reading->pinned, error))
    return NULL;
  if (!heed_account_records_save (database, observation, error))
    return NULL;
  return heed_checked_new_from_store (database, g_steal_pointer (&check->observation), check->zone, error);
}

/* Something failed: say what, and that nothing of what was read is lost. */
static void
return_failure (GTask *task, Check *check)
{
  GError *failure = g_steal_pointer (&check->failure);

  if (check->n_stored > 0 && failure->domain == HEED_ERROR)
    g_prefix_error (
      &failure,
      ngettext ("Stopped after %u post, which is kept: ", "Stopped after %u posts, which are kept: ", check->n_stored),
      check->n_stored);
  g_task_return_error (task, failure);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedChecked) checked = heed_store_run_finish (HEED_STORE (source), result, &error);
  Check *check = g_task_get_task_data (task);

  if (check->failure != NULL)
    return_failure (task, check);
  else if (checked == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&checked), (GDestroyNotify) heed_checked_free);
}

/* The place to read on from next time is remembered only once all that comes before it is known to be stored. */
static void
finish_when_stored (GTask *task)
{
  Check *check = g_task_get_task_data (task);

  if (!check->is_read || check->n_pending > 0)
    return;
  if (check->failure != NULL && check->n_stored == 0)
    {
      return_failure (task, check);
      return;
    }
  check->now = heed_context_now (check->context);
  heed_store_run_async (heed_context_get_store (check->context), finish_in_store, check, NULL,
                        (GDestroyNotify) heed_checked_free, NULL, finished_cb, g_object_ref (task));
}

static void
note_failure (Check *check, GError *failure)
{
  if (failure != NULL && check->failure == NULL)
    check->failure = g_error_copy (failure);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Check *check = g_task_get_task_data (task);

  check->reading = heed_network_read_finish (HEED_NETWORK (source), result, &error);
  check->is_read = TRUE;
  note_failure (check, error);
  finish_when_stored (task);
}

typedef struct
{
  gint64 account_id;
  GPtrArray *posts;
} Batch;

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_ptr_array_unref (batch->posts);
  g_free (batch);
}

static gpointer
add_posts_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  Batch *batch = data;

  if (!heed_post_records_add (database, batch->account_id, batch->posts, error))
    return NULL;
  return GUINT_TO_POINTER (batch->posts->len);
}

static void
posts_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Check *check = g_task_get_task_data (task);

  check->n_stored += GPOINTER_TO_UINT (heed_store_run_finish (HEED_STORE (source), result, &error));
  check->n_pending--;
  note_failure (check, error);
  finish_when_stored (task);
}

static void
posts_read (GPtrArray *posts, gpointer user_data)
{
  GTask *task = user_data;
  Check *check = g_task_get_task_data (task);
  Batch *batch = g_new0 (Batch, 1);

  check->n_pending++;
  batch->account_id = check->observation->account_id;
  batch->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  for (guint i = 0; i < posts->len; i++)
    g_ptr_array_add (batch->posts, heed_post_copy (posts->pdata[i]));
  heed_store_run_async (heed_context_get_store (check->context), add_posts_in_store, batch, batch_free, NULL, NULL,
                        posts_added_cb, g_object_ref (task));
}

static void
replies_counted (guint n_replies, guint n_expected, gpointer user_data)
{
  Check *check = g_task_get_task_data (user_data);
  g_autofree char *what = g_strdup_printf (_ ("Reading replies, %u of at most %u"), n_replies, n_expected);

  tell (check, what, n_replies, n_expected);
}

static void
account_stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Check *check = g_task_get_task_data (task);

  check->observation = heed_store_run_finish (HEED_STORE (source), result, &error);
  if (check->observation == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  const HeedCheckOptions *wanted = &check->options;
  HeedReadOptions options = {
    .max_replies = wanted->max_replies > 0 ? wanted->max_replies : DEFAULT_REPLIES,
    .since = check->now - (gint64) (wanted->days > 0 ? wanted->days : DEFAULT_DAYS) * DAY_S,
    .newer_than = check->observation->cursor,
    .posts = posts_read,
    .progress = replies_counted,
    .user_data = task,
  };
  GCancellable *cancellable = g_task_get_cancellable (task);
  heed_network_read_async (check->network, check->observation->account, &options, cancellable, read_cb,
                           g_steal_pointer (&task));
}

/* Store thread: the account as it describes itself now, with what is remembered of it. */
static gpointer
store_account (HeedDatabase *database, gpointer data, GError **error)
{
  HeedAccount *account = data;
  g_autoptr (GError) missing = NULL;
  g_autoptr (HeedObservation)
    observation = heed_account_records_find (database, account->network, account->id, &missing);

  if (observation == NULL && !g_error_matches (missing, HEED_ERROR, HEED_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return NULL;
    }
  if (observation == NULL)
    {
      observation = heed_observation_new (heed_account_copy (account));
      observation->company = g_strdup (
        account->display_name != NULL && *account->display_name != '\0' ? account->display_name : account->handle);
    }
  else
    {
      heed_account_free (observation->account);
      observation->account = heed_account_copy (account);
    }
  return heed_account_records_save (database, observation, error) ? g_steal_pointer (&observation) : NULL;
}

static void
resolved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Check *check = g_task_get_task_data (task);
  HeedAccount *account = heed_network_resolve_finish (HEED_NETWORK (source), result, &error);

  if (account == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  tell (check, _ ("Reading posts"), 0, 0);
  GCancellable *cancellable = g_task_get_cancellable (task);
  heed_store_run_async (heed_context_get_store (check->context), store_account, account,
                        (GDestroyNotify) heed_account_free, (GDestroyNotify) heed_observation_free, cancellable,
                        account_stored_cb, g_steal_pointer (&task));
}

/**
 * heed_check_account_async: looks at what an account did in public, keeps it, and computes its scorecard.
 * @address: a handle or profile URL as a person typed it
 *
 * What was read before a failure or a cancellation stays in the store.
 */
void
heed_check_account_async (HeedContext *context, const char *address, const HeedCheckOptions *options,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HEED_IS_CONTEXT (context) && address != NULL);

  g_autoptr (GTask) task = g_task_new (context, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  Check *check = g_new0 (Check, 1);

  g_task_set_source_tag (task, heed_check_account_async);
  check->context = g_object_ref (context);
  check->now = heed_context_now (context);
  if (options != NULL)
    check->options = *options;
  check->zone = g_strdup (check->options.zone);
  g_task_set_task_data (task, check, (GDestroyNotify) check_free);

  check->network = heed_context_match_network (context, address, &error);
  if (check->network == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  tell (check, _ ("Looking for the account"), 0, 0);
  heed_network_resolve_async (check->network, address, cancellable, resolved_cb, g_steal_pointer (&task));
}

/** heed_check_account_finish: (transfer full): the account with its scorecard, or one of #HeedError. */
HeedChecked *
heed_check_account_finish (HeedContext *context, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
load_all (HeedDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) observations = heed_account_records_load_all (database, error);
  if (observations == NULL)
    return NULL;

  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_checked_free);
  while (observations->len > 0)
    {
      HeedObservation *observation = g_ptr_array_steal_index (observations, 0);
      HeedChecked *checked = heed_checked_new_from_store (database, observation, NULL, error);

      if (checked == NULL)
        return NULL;
      g_ptr_array_add (all, checked);
    }
  return g_steal_pointer (&all);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *all = heed_store_run_finish (HEED_STORE (source), result, &error);

  if (all == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, all, (GDestroyNotify) g_ptr_array_unref);
}

/** heed_check_load_async: computes the scorecards of all stored accounts; no request is made. */
void
heed_check_load_async (HeedContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_return_if_fail (HEED_IS_CONTEXT (context));

  g_autoptr (GTask) task = g_task_new (context, cancellable, callback, user_data);
  g_task_set_source_tag (task, heed_check_load_async);
  heed_store_run_async (heed_context_get_store (context), load_all, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                        cancellable, loaded_cb, g_steal_pointer (&task));
}

/** heed_check_load_finish: (transfer full) (element-type HeedChecked): the accounts. */
GPtrArray *
heed_check_load_finish (HeedContext *context, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * heed_check_advise: job 2, where and when to write.
 * @checked: (element-type HeedChecked): the accounts of one company
 * @at: Unix seconds from which on
 * @zone: whose clock the times are for
 * @quiet: (nullable): hours on that clock that are never named
 *
 * Returns: (transfer full): the advice
 */
HeedAdvice *
heed_check_advise (GPtrArray *checked, gint64 at, GTimeZone *zone, const HeedQuietHours *quiet)
{
  g_return_val_if_fail (checked != NULL && zone != NULL, NULL);

  g_autofree HeedChoice *choices = g_new0 (HeedChoice, MAX (checked->len, 1));
  for (guint i = 0; i < checked->len; i++)
    {
      const HeedChecked *one = checked->pdata[i];

      choices[i].channel = "public";
      choices[i].network = one->scorecard->network;
      choices[i].account = one->scorecard->account != NULL ? one->scorecard->account : one->set->company;
      choices[i].set = one->set;
      choices[i].scorecard = one->scorecard;
    }
  return heed_advice_new (choices, checked->len, at, zone, quiet);
}
