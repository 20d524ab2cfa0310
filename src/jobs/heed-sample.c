/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to look around with before there is anything of one's own: an invented company with its customers, and
 * three cases. All of it is marked, and goes away as one. data/sample says what it is and makes it. */

#include "heed-sample.h"

#include <json-glib/json-glib.h>

#include "heed-account-records.h"
#include "heed-archive.h"
#include "heed-case-records.h"
#include "heed-data.h"
#include "heed-rendition.h"

#define POSTS_URI "resource:///org/heed/Heed/data/sample/posts.jsonl"
#define WEEK_S (7 * 24 * 60 * 60)

/* An account of the sample while its posts are gathered. */
typedef struct
{
  const char *author;
  HeedObservation *observation;
  GPtrArray *posts;
} SampleAccount;

/* A loading: what all of it needs. @shift_s is what times are moved by. */
typedef struct
{
  HeedDatabase *database;
  JsonObject *root;
  gint64 shift_s;
  GPtrArray *accounts;
} Loading;

static void
free_account (gpointer data)
{
  SampleAccount *account = data;

  heed_observation_free (account->observation);
  g_ptr_array_unref (account->posts);
  g_free (account);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, NULL);
}

/* A time of the sample, moved to where it is shown; 0 where there is none. */
static gint64
get_time (const Loading *loading, JsonObject *object, const char *name)
{
  gint64 time;

  return heed_time_parse (get_text (object, name), &time) ? time + loading->shift_s : 0;
}

static char **
get_list (JsonObject *object, const char *name)
{
  JsonArray *array = json_object_get_array_member (object, name);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

static void
add_account (Loading *loading, JsonObject *object)
{
  HeedAccount *account = heed_account_new ();
  SampleAccount *sample = g_new0 (SampleAccount, 1);

  account->network = g_strdup (get_text (object, "network"));
  account->id = g_strdup (get_text (object, "id"));
  account->handle = g_strdup (get_text (object, "handle"));
  account->server = g_strdup (get_text (object, "server"));
  account->display_name = g_strdup (get_text (object, "display_name"));
  account->bio = g_strdup (get_text (object, "bio"));
  account->proven_links = get_list (object, "proven_links");
  account->created_at = get_time (loading, object, "created");
  sample->author = get_text (object, "author");
  sample->posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  sample->observation = heed_observation_new (account);
  sample->observation->company = g_strdup (get_text (loading->root, "company"));
  sample->observation->observed_at = get_time (loading, loading->root, "observed");
  sample->observation->sees_unanswered = TRUE;
  sample->observation->is_sample = TRUE;
  g_ptr_array_add (loading->accounts, sample);
}

/* The account a post is by, or the first one that it speaks to. */
static SampleAccount *
find_account (const Loading *loading, const HeedPost *post)
{
  for (guint i = 0; i < loading->accounts->len; i++)
    {
      SampleAccount *account = loading->accounts->pdata[i];

      if (g_str_equal (account->author, post->author)
          || (post->addressees != NULL && g_str_equal (account->author, post->addressees[0])))
        return account;
    }
  return NULL;
}

/* A row of the archive, as a network would have returned it. */
static void
post_read (const HeedPost *row, gpointer user_data)
{
  Loading *loading = user_data;
  SampleAccount *account = find_account (loading, row);
  const char *id[] = { account != NULL ? account->observation->account->id : NULL, NULL };

  if (account == NULL)
    return;
  HeedPost *post = heed_post_copy (row);
  post->created_at += loading->shift_s;
  post->language = g_strdup ("en");
  if (post->from_company)
    {
      g_free (post->author);
      post->author = g_strdup (id[0]);
      g_free (post->author_handle);
      post->author_handle = g_strdup (account->observation->account->handle);
      account->observation->account->last_post_at = post->created_at;
    }
  g_strfreev (post->addressees);
  post->addressees = post->from_company ? NULL : g_strdupv ((char **) id);
  g_ptr_array_add (account->posts, post);
}

static void
row_left_out (const char *why, guint n, gpointer user_data)
{
  g_warning ("The sample has %u lines that hold no message: %s", n, why);
}

static gboolean
load_accounts (Loading *loading, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (POSTS_URI);
  HeedArchiveFuncs funcs = { .post = post_read, .left_out = row_left_out, .user_data = loading };
  JsonArray *accounts = json_object_get_array_member (loading->root, "accounts");

  for (guint i = 0; i < json_array_get_length (accounts); i++)
    add_account (loading, json_array_get_object_element (accounts, i));
  if (!heed_archive_read (file, &funcs, NULL, error))
    return FALSE;
  for (guint i = 0; i < loading->accounts->len; i++)
    {
      SampleAccount *account = loading->accounts->pdata[i];

      if (!heed_account_records_save (loading->database, account->observation, error)
          || !heed_post_records_add (loading->database, account->observation->account_id, account->posts, error))
        return FALSE;
    }
  return TRUE;
}

static HeedFacts *
read_facts (const Loading *loading, JsonObject *object, GError **error)
{
  g_autofree char *json = json_to_string (json_object_get_member (object, "facts"), FALSE);
  HeedFacts *facts = heed_facts_new_from_json (json, -1, error);

  if (facts != NULL && facts->since != 0)
    facts->since += loading->shift_s;
  if (facts != NULL && facts->by != 0)
    facts->by += loading->shift_s;
  return facts;
}

static HeedEvent *
read_event (const Loading *loading, const HeedFacts *facts, JsonObject *object)
{
  HeedEvent *event = heed_event_new (HEED_EVENT_NOTE, get_time (loading, object, "at"));

  heed_event_kind_from_string (get_text (object, "kind"), &event->kind);
  heed_outcome_from_string (get_text (object, "outcome"), &event->outcome);
  event->channel = g_strdup (get_text (object, "channel"));
  event->network = g_strdup (get_text (object, "network"));
  event->text = g_strdup (get_text (object, "text"));
  event->reference = g_strdup (get_text (object, "reference"));
  event->agent = g_strdup (get_text (object, "agent"));
  if (event->network != NULL)
    event->account = g_strdup (g_hash_table_lookup (facts->handles, event->network));
  else if (g_strcmp0 (event->channel, "email") == 0)
    event->account = g_strdup (facts->company_email);
  if (json_object_has_member (object, "promise"))
    {
      JsonObject *promise = json_object_get_object_member (object, "promise");

      event->promise = heed_promise_new (get_text (promise, "text"), get_time (loading, promise, "due"),
                                         json_object_get_boolean_member (promise, "kept"));
    }
  return event;
}

static gboolean
load_case (const Loading *loading, JsonObject *object, GError **error)
{
  g_autoptr (HeedCase) the_case = heed_case_new ();
  JsonArray *events = json_object_get_array_member (object, "events");
  HeedFacts *facts = read_facts (loading, object, error);

  if (facts == NULL)
    return FALSE;
  heed_facts_free (the_case->facts);
  the_case->facts = facts;
  the_case->title = g_strdup (get_text (object, "title"));
  the_case->created_at = get_time (loading, object, "created");
  the_case->is_sample = TRUE;
  the_case->state = HEED_CASE_OPEN;
  if (json_object_get_boolean_member_with_default (object, "unfinished", FALSE))
    {
      /* The reader of fact sheets takes whole ones only, so the request is taken out again. */
      g_clear_pointer (&facts->want, g_free);
      the_case->state = HEED_CASE_DRAFT;
    }
  for (guint i = 0; i < json_array_get_length (events); i++)
    g_ptr_array_add (the_case->events, read_event (loading, facts, json_array_get_object_element (events, i)));
  return heed_case_records_save (loading->database, the_case, error);
}

static gboolean
remove_cases (HeedDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) cases = heed_case_records_load_all (database, error);

  if (cases == NULL)
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    {
      const HeedCase *the_case = cases->pdata[i];

      if (the_case->is_sample && !heed_case_records_delete (database, the_case->id, error))
        return FALSE;
    }
  return TRUE;
}

/* HeedStoreFunc: all that is invented goes, and nothing else. */
static gpointer
remove_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) accounts = heed_account_records_load_all (database, error);

  if (accounts == NULL || !remove_cases (database, error))
    return NULL;
  for (guint i = 0; i < accounts->len; i++)
    {
      const HeedObservation *observation = accounts->pdata[i];

      if (observation->is_sample && !heed_account_records_delete (database, observation->account_id, error))
        return NULL;
    }
  return GINT_TO_POINTER (TRUE);
}

/* By how much times are moved: whole weeks, so that the sample was last looked at within the week before @now. */
static gint64
find_shift (JsonObject *root, gint64 now)
{
  gint64 observed;

  if (!heed_time_parse (get_text (root, "observed"), &observed))
    return 0;
  gint64 weeks = (now - observed) / WEEK_S;
  return (now < observed && (now - observed) % WEEK_S != 0 ? weeks - 1 : weeks) * WEEK_S;
}

/* HeedStoreFunc: loading it again begins it again, at today's dates. */
static gpointer
load_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  const gint64 *now = data;
  g_autoptr (GBytes) bytes = heed_data_lookup ("sample/cases.json", error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (free_account);

  if (bytes == NULL
      || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error)
      || remove_in_store (database, NULL, error) == NULL)
    return NULL;

  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  Loading loading = { database, root, find_shift (root, *now), accounts };
  JsonArray *cases = json_object_get_array_member (root, "cases");
  if (!load_accounts (&loading, error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (cases); i++)
    if (!load_case (&loading, json_array_get_object_element (cases, i), error))
      return NULL;
  return GINT_TO_POINTER (TRUE);
}

static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  heed_store_run_finish (HEED_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static gint64 *
dup_now (HeedContext *context)
{
  gint64 now = heed_context_now (context);

  return g_memdup2 (&now, sizeof now);
}

static void
run_async (HeedContext *context, HeedStoreFunc func, gpointer tag, GCancellable *cancellable,
           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (context, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  heed_store_run_async (heed_context_get_store (context), func, dup_now (context), g_free, NULL, cancellable, ran_cb,
                        g_steal_pointer (&task));
}

/** heed_sample_load_async: puts the sample into the store, marked; a sample that is there already is replaced. */
void
heed_sample_load_async (HeedContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (HEED_IS_CONTEXT (context));

  run_async (context, load_in_store, heed_sample_load_async, cancellable, callback, user_data);
}

gboolean
heed_sample_load_finish (HeedContext *context, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** heed_sample_load: the same, waiting for it. */
gboolean
heed_sample_load (HeedContext *context, GError **error)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (context), FALSE);

  gint64 now = heed_context_now (context);
  return heed_store_run (heed_context_get_store (context), load_in_store, &now, NULL, error) != NULL;
}

/** heed_sample_remove_async: takes everything that is invented out of the store. */
void
heed_sample_remove_async (HeedContext *context, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (HEED_IS_CONTEXT (context));

  run_async (context, remove_in_store, heed_sample_remove_async, cancellable, callback, user_data);
}

gboolean
heed_sample_remove_finish (HeedContext *context, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, context), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** heed_sample_remove: the same, waiting for it. */
gboolean
heed_sample_remove (HeedContext *context, GError **error)
{
  g_return_val_if_fail (HEED_IS_CONTEXT (context), FALSE);

  return heed_store_run (heed_context_get_store (context), remove_in_store, NULL, NULL, error) != NULL;
}
