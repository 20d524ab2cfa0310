/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes into the store comes out of it. */

#include "heed-account-records.h"
#include "heed-case-records.h"
#include "heed-database.h"
#include "heed-draft-records.h"
#include "heed-error.h"
#include "heed-identity-records.h"
#include "heed-migrations.h"

static HeedDatabase *
open_memory (void)
{
  GError *error = NULL;
  HeedDatabase *database = heed_database_open (":memory:", heed_migrations_get_newest (), &error);

  g_assert_no_error (error);
  heed_migrations_run (database, &error);
  g_assert_no_error (error);
  return database;
}

static HeedEvent *
new_reply (void)
{
  HeedEvent *event = heed_event_new (HEED_EVENT_RECEIVED, 500);

  event->channel = g_strdup ("public");
  event->network = g_strdup ("bluesky");
  event->account = g_strdup ("care.norfolk.example");
  event->text = g_strdup ("We’ll call you — “tomorrow” 🙂 ^Dev\nNB-4711; DROP TABLE cases; --");
  event->url = g_strdup ("https://norfolk.example/1");
  event->outcome = HEED_OUTCOME_REDIRECT;
  event->reference = g_strdup ("NB-4711");
  event->agent = g_strdup ("Dev");
  event->promise = heed_promise_new ("A call", 900, TRUE);
  return event;
}

static HeedCase *
new_full_case (void)
{
  HeedCase *self = heed_case_new ();
  HeedFacts *facts = self->facts;

  self->title = g_strdup ("Line down");
  self->state = HEED_CASE_CLOSED;
  self->created_at = 100;
  self->closed_at = 1000;
  self->is_sample = TRUE;
  facts->company = g_strdup ("Norfolk Broadband");
  facts->company_email = g_strdup ("help@norfolk.example");
  facts->my_name = g_strdup ("Ann Example");
  facts->my_email = g_strdup ("ann@example.org");
  facts->my_phone = g_strdup ("+44 1632 960000");
  facts->my_postcode = g_strdup ("NR1 1AA");
  facts->my_address = g_strdup ("1 Example Road\nNorwich");
  facts->what_happened = g_strdup ("No line.");
  facts->since = 50;
  facts->product = g_strdup ("Fibre 80");
  facts->amount = 29.99;
  facts->currency = g_strdup ("GBP");
  facts->want = g_strdup ("An engineer");
  facts->by = 2000;
  facts->urgent = TRUE;
  facts->language = g_strdup ("en");
  facts->asks_when = HEED_ASKING_NO;
  facts->call = (HeedCallWish){ .is_wanted = TRUE, .on = 1773014400, .from = 540, .to = 750 };
  facts->customer_since = 1546300800;
  facts->consequence = g_strdup ("I cannot work from home.");
  facts->thanks_to = g_strdup ("Claire");
  facts->company_address = g_strdup ("Norfolk Broadband\n1 Mill Lane");
  facts->want_kind = g_strdup ("repair");
  g_ptr_array_add (facts->enclosures, g_strdup ("Bill of “March”"));
  g_ptr_array_add (facts->enclosures, g_strdup ("Photo, [1]"));
  g_hash_table_insert (facts->details, g_strdup ("device"), g_strdup ("Router 7 “Max”"));
  g_hash_table_insert (facts->details, g_strdup ("username"), g_strdup ("ann; --"));
  self->tone = g_strdup ("firm");
  self->message_language = g_strdup ("de");
  self->may_thread = TRUE;
  g_hash_table_insert (facts->handles, g_strdup ("mastodon"), g_strdup ("care@norfolk.example"));
  g_hash_table_insert (facts->handles, g_strdup ("bluesky"), g_strdup ("care.norfolk.example"));
  g_ptr_array_add (facts->references, heed_reference_new ("case", "NB-4711", FALSE));
  g_ptr_array_add (facts->references, heed_reference_new ("account", "000123", TRUE));
  g_ptr_array_add (self->events, new_reply ());
  g_ptr_array_add (self->events, heed_event_new (HEED_EVENT_NOTE, 200));
  return self;
}

static void
assert_same_facts (const HeedFacts *a, const HeedFacts *b)
{
  g_assert_cmpstr (a->company, ==, b->company);
  g_assert_cmpstr (a->company_email, ==, b->company_email);
  g_assert_cmpstr (a->my_name, ==, b->my_name);
  g_assert_cmpstr (a->my_email, ==, b->my_email);
  g_assert_cmpstr (a->my_phone, ==, b->my_phone);
  g_assert_cmpstr (a->my_postcode, ==, b->my_postcode);
  g_assert_cmpstr (a->my_address, ==, b->my_address);
  g_assert_cmpstr (a->what_happened, ==, b->what_happened);
  g_assert_cmpint (a->since, ==, b->since);
  g_assert_cmpstr (a->product, ==, b->product);
  g_assert_cmpfloat (a->amount, ==, b->amount);
  g_assert_cmpstr (a->currency, ==, b->currency);
  g_assert_cmpstr (a->want, ==, b->want);
  g_assert_cmpint (a->by, ==, b->by);
  g_assert_cmpint (a->urgent, ==, b->urgent);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpint (a->asks_when, ==, b->asks_when);
  g_assert_cmpint (a->call.is_wanted, ==, b->call.is_wanted);
  g_assert_cmpint (a->call.on, ==, b->call.on);
  g_assert_cmpuint (a->call.from, ==, b->call.from);
  g_assert_cmpuint (a->call.to, ==, b->call.to);
  g_assert_cmpint (a->customer_since, ==, b->customer_since);
  g_assert_cmpstr (a->consequence, ==, b->consequence);
  g_assert_cmpstr (a->thanks_to, ==, b->thanks_to);
  g_assert_cmpstr (a->company_address, ==, b->company_address);
  g_assert_cmpstr (a->want_kind, ==, b->want_kind);
  g_assert_cmpuint (a->enclosures->len, ==, b->enclosures->len);
  for (guint i = 0; i < a->enclosures->len; i++)
    g_assert_cmpstr (a->enclosures->pdata[i], ==, b->enclosures->pdata[i]);
  g_assert_cmpuint (g_hash_table_size (a->details), ==, g_hash_table_size (b->details));
  g_assert_cmpstr (g_hash_table_lookup (a->details, "device"), ==, g_hash_table_lookup (b->details, "device"));
  g_assert_cmpstr (g_hash_table_lookup (a->details, "username"), ==, g_hash_table_lookup (b->details, "username"));
  g_assert_cmpuint (g_hash_table_size (a->handles), ==, g_hash_table_size (b->handles));
  g_assert_cmpuint (a->references->len, ==, b->references->len);
  for (guint i = 0; i < a->references->len; i++)
    {
      const HeedReference *x = a->references->pdata[i];
      const HeedReference *y = b->references->pdata[i];

      g_assert_cmpstr (x->kind, ==, y->kind);
      g_assert_cmpstr (x->value, ==, y->value);
      g_assert_cmpint (x->is_private, ==, y->is_private);
    }
}

static void
assert_same_event (const HeedEvent *a, const HeedEvent *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->at, ==, b->at);
  g_assert_cmpstr (a->channel, ==, b->channel);
  g_assert_cmpstr (a->network, ==, b->network);
  g_assert_cmpstr (a->account, ==, b->account);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpstr (a->url, ==, b->url);
  g_assert_cmpint (a->outcome, ==, b->outcome);
  g_assert_cmpstr (a->reference, ==, b->reference);
  g_assert_cmpstr (a->agent, ==, b->agent);
  g_assert_cmpint (a->promise != NULL, ==, b->promise != NULL);
  if (a->promise == NULL)
    return;
  g_assert_cmpstr (a->promise->text, ==, b->promise->text);
  g_assert_cmpint (a->promise->due, ==, b->promise->due);
  g_assert_cmpint (a->promise->kept, ==, b->promise->kept);
}

static HeedCase *
load (HeedDatabase *database, gint64 id)
{
  GError *error = NULL;
  HeedCase *self = heed_case_records_load (database, id, &error);

  g_assert_no_error (error);
  return self;
}

static void
test_case_round_trip (void)
{
  g_autoptr (HeedDatabase) database = open_memory ();
  g_autoptr (HeedCase) saved = new_full_case ();
  g_autoptr (GError) error = NULL;

  g_assert_true (heed_case_records_save (database, saved, &error));
  g_autoptr (HeedCase) loaded = load (database, saved->id);
  g_assert_cmpstr (loaded->title, ==, saved->title);
  g_assert_cmpint (loaded->state, ==, HEED_CASE_CLOSED);
  g_assert_cmpint (loaded->created_at, ==, 100);
  g_assert_cmpint (loaded->closed_at, ==, 1000);
  g_assert_true (loaded->is_sample);
  assert_same_facts (loaded->facts, saved->facts);
  g_assert_cmpstr (loaded->tone, ==, saved->tone);
  g_assert_cmpstr (loaded->message_language, ==, saved->message_language);
  g_assert_cmpint (loaded->may_thread, ==, saved->may_thread);
  g_assert_cmpstr (g_hash_table_lookup (loaded->facts->handles, "bluesky"), ==, "care.norfolk.example");

  /* Oldest first, however they were added. */
  g_assert_cmpuint (loaded->events->len, ==, 2);
  assert_same_event (loaded->events->pdata[0], saved->events->pdata[1]);
  assert_same_event (loaded->events->pdata[1], saved->events->pdata[0]);
}

static void
test_empty_case (void)
{
  g_autoptr (HeedDatabase) database = open_memory ();
  g_autoptr (HeedCase) saved = heed_case_new ();

  g_assert_true (heed_case_records_save (database, saved, NULL));
  g_autoptr (HeedCase) loaded = load (database, saved->id);
  g_assert_null (loaded->title);
  assert_same_facts (loaded->facts, saved->facts);
  g_assert_cmpstr (loaded->tone, ==, saved->tone);
  g_assert_cmpstr (loaded->message_language, ==, saved->message_language);
  g_assert_cmpint (loaded->may_thread, ==, saved->may_thread);
  g_assert_cmpfloat (loaded->facts->amount, <, 0);
}

/* Saving a case again changes its facts, and loses no event that came in meanwhile. */
static void
test_case_again (void)
{
  g_autoptr (HeedDatabase) database = open_memory ();
  g_autoptr (HeedCase) self = new_full_case ();
  g_autoptr (HeedEvent) meanwhile = heed_event_new (HEED_EVENT_CALL, 600);
  g_autoptr (GError) error = NULL;

  g_assert_true (heed_case_records_save (database, self, NULL));
  g_assert_true (heed_case_records_add_event (database, self->id, meanwhile, NULL));
  g_hash_table_remove (self->facts->handles, "bluesky");
  g_ptr_array_set_size (self->facts->references, 1);
  g_free (self->title);
  self->title = g_strdup ("Line still down");
  g_assert_true (heed_case_records_save (database, self, &error));

  g_autoptr (GPtrArray) cases = heed_case_records_load_all (database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, ==, 1);
  const HeedCase *loaded = cases->pdata[0];
  g_assert_cmpstr (loaded->title, ==, "Line still down");
  g_assert_cmpuint (g_hash_table_size (loaded->facts->handles), ==, 1);
  g_assert_cmpuint (loaded->facts->references->len, ==, 1);
  g_assert_cmpuint (loaded->events->len, ==, 3);
}

static void
test_events (void)
{
  g_autoptr (HeedDatabase) database = open_memory ();
  g_autoptr (HeedCase) self = heed_case_new ();
  g_autoptr (HeedEvent) reply = new_reply ();
  g_autoptr (GError) error = NULL;

  g_assert_false (heed_case_records_add_event (database, 7, reply, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "7"));
  g_clear_error (&error);

  g_assert_true (heed_case_records_save (database, self, NULL));
  g_assert_true (heed_case_records_add_event (database, self->id, reply, NULL));
  g_assert_cmpint (reply->id, >, 0);
  g_assert_true (heed_case_records_set_promise_kept (database, reply->id, FALSE, NULL));
  g_autoptr (HeedCase) loaded = load (database, self->id);
  g_assert_false (((HeedEvent *) loaded->events->pdata[0])->promise->kept);

  g_assert_true (heed_case_records_delete_event (database, reply->id, NULL));
  g_assert_false (heed_case_records_delete_event (database, reply->id, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (heed_case_records_set_promise_kept (database, reply->id, TRUE, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
}

/* What was deleted can be put back as it was, under its own numbers; numbers are not used twice. */
static void
test_delete_case (void)
{
  g_autoptr (HeedDatabase) database = open_memory ();
  g_autoptr (HeedCase) self = new_full_case ();
  g_autoptr (HeedCase) next = heed_case_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (heed_case_records_save (database, self, NULL));
  gint64 id = self->id;
  g_assert_true (heed_case_records_delete (database, id, NULL));
  g_assert_null (heed_case_records_load (database, id, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (heed_case_records_delete (database, id, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);

  g_assert_true (heed_case_records_save (database, next, NULL));
  g_assert_cmpint (next->id, >, id);
  g_assert_true (heed_case_records_save (database, self, NULL));
  g_autoptr (HeedCase) loaded = load (database, id);
  g_assert_cmpuint (loaded->events->len, ==, 2);
  assert_same_event (loaded->events->pdata[1], self->events->pdata[0]);
}

static HeedObservation *
new_observation (void)
{
  HeedAccount *account = heed_account_new ();
  const char *links[] = { "https://www.norfolk.example", "https://help.norfolk.example", NULL };

  account->network = g_strdup ("mastodon");
  account->id = g_strdup ("https://norfolk.example/users/care");
  account->handle = g_strdup ("care@norfolk.example");
  account->server = g_strdup ("https://norfolk.example");
  account->server_id = g_strdup ("42");
  account->url = g_strdup ("https://norfolk.example/@care");
  account->display_name = g_strdup ("Norfolk Care");
  account->bio = g_strdup ("Here to help, 9–17");
  account->proven_links = g_strdupv ((char **) links);
  account->created_at = 10;
  account->last_post_at = 20;
  account->automated = TRUE;
  return heed_observation_new (account);
}

static void
test_account_round_trip (void)
{
  g_autoptr (HeedDatabase) database = open_memory ();
  g_autoptr (HeedObservation) saved = new_observation ();
  const char *caveats[] = { "Some “replies” were not read.", NULL };
  g_autoptr (GError) error = NULL;

  saved->company = g_strdup ("Norfolk Broadband");
  saved->observed_at = 30;
  saved->cursor = g_strdup ("abc");
  saved->sees_unanswered = TRUE;
  saved->caveats = g_strdupv ((char **) caveats);
  saved->is_sample = TRUE;
  g_assert_true (heed_account_records_save (database, saved, &error));
  g_assert_cmpint (saved->account_id, >, 0);

  g_autoptr (HeedObservation) loaded = heed_account_records_find (database, "mastodon", saved->account->id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (loaded->account_id, ==, saved->account_id);
  g_assert_cmpstr (loaded->company, ==, "Norfolk Broadband");
  g_assert_cmpstr (loaded->account->handle, ==, "care@norfolk.example");
  g_assert_cmpstr (loaded->account->server, ==, "https://norfolk.example");
  g_assert_cmpstr (loaded->account->server_id, ==, "42");
  g_assert_cmpstr (loaded->account->url, ==, "https://norfolk.example/@care");
  g_assert_cmpstr (loaded->account->display_name, ==, "Norfolk Care");
  g_assert_cmpstr (loaded->account->bio, ==, "Here to help, 9–17");
  g_assert_cmpuint (g_strv_length (loaded->account->proven_links), ==, 2);
  g_assert_null (loaded->account->moved_to);
  g_assert_cmpint (loaded->account->created_at, ==, 10);
  g_assert_cmpint (loaded->account->last_post_at, ==, 20);
  g_assert_true (loaded->account->automated);
  g_assert_cmpint (loaded->observed_at, ==, 30);
  g_assert_cmpstr (loaded->cursor, ==, "abc");
  g_assert_true (loaded->sees_unanswered);
  g_assert_true (g_strv_equal ((const char *const *) loaded->caveats, caveats));
  g_assert_true (loaded->is_sample);
}

/* A later look that knows no company name or cursor keeps them, and the account keeps its number. */
static void
test_account_again (void)
{
  g_autoptr (HeedDatabase) database = open_memory ();
  g_autoptr (HeedObservation) first = new_observation ();
  g_autoptr (HeedObservation) second = new_observation ();
  g_autoptr (GError) error = NULL;

  first->company = g_strdup ("Norfolk Broadband");
  first->cursor = g_strdup ("abc");
  g_assert_true (heed_account_records_save (database, first, NULL));
  second->observed_at = 99;
  g_free (second->account->handle);
  second->account->handle = g_strdup ("help@norfolk.example");
  g_assert_true (heed_account_records_save (database, second, NULL));
  g_assert_cmpint (second->account_id, ==, first->account_id);

  g_autoptr (GPtrArray) all = heed_account_records_load_all (database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  const HeedObservation *loaded = all->pdata[0];
  g_assert_cmpstr (loaded->company, ==, "Norfolk Broadband");
  g_assert_cmpstr (loaded->cursor, ==, "abc");
  g_assert_cmpstr (loaded->account->handle, ==, "help@norfolk.example");
  g_assert_cmpint (loaded->observed_at, ==, 99);

  g_assert_null (heed_account_records_find (database, "bluesky", first->account->id, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
}

static GPtrArray *
new_posts (const char *id, const char *parent, const char *addressee, gboolean found_by_answer)
{
  GPtrArray *posts = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_post_free);
  HeedPost *post = heed_post_new ();

  post->id = g_strdup (id);
  post->author = g_strdup ("u1");
  post->author_handle = g_strdup ("ann@example.social");
  post->text = g_strdup ("Is it down?");
  post->language = g_strdup ("en");
  post->created_at = 100;
  post->found_by_answer = found_by_answer;
  if (parent != NULL)
    post->parents = g_strsplit (parent, " ", -1);
  if (addressee != NULL)
    post->addressees = g_strsplit (addressee, " ", -1);
  g_ptr_array_add (posts, post);
  return posts;
}

static void
add_posts (HeedDatabase *database, gint64 account_id, GPtrArray *posts)
{
  GError *error = NULL;

  heed_post_records_add (database, account_id, posts, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (posts);
}

static void
assert_pinned (HeedDatabase *database, gint64 account_id, const char *ids)
{
  g_autoptr (GPtrArray) posts = heed_post_records_load (database, account_id, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < posts->len; i++)
    if (((HeedPost *) posts->pdata[i])->pinned)
      g_string_append (found, ((HeedPost *) posts->pdata[i])->id);
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_posts (void)
{
  g_autoptr (HeedDatabase) database = open_memory ();
  g_autoptr (HeedObservation) observation = new_observation ();
  g_autoptr (GError) error = NULL;

  g_assert_true (heed_account_records_save (database, observation, NULL));
  gint64 id = observation->account_id;

  /* Seen through its answer, later in a thread, later through its answer again. */
  add_posts (database, id, new_posts ("p1", NULL, "a b", TRUE));
  add_posts (database, id, new_posts ("p1", "p0 px", "a", FALSE));
  add_posts (database, id, new_posts ("p1", NULL, NULL, TRUE));
  g_autoptr (GPtrArray) posts = heed_post_records_load (database, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (posts->len, ==, 1);
  const HeedPost *post = posts->pdata[0];
  g_assert_false (post->found_by_answer);
  g_assert_cmpuint (g_strv_length (post->parents), ==, 2);
  g_assert_cmpstr (post->parents[0], ==, "p0");
  g_assert_cmpuint (g_strv_length (post->addressees), ==, 2);
  g_assert_cmpstr (post->author, ==, "u1");
  g_assert_cmpstr (post->author_handle, ==, "ann@example.social");
  g_assert_cmpstr (post->text, ==, "Is it down?");
  g_assert_cmpstr (post->language, ==, "en");
  g_assert_cmpint (post->created_at, ==, 100);
  g_assert_false (post->from_company);

  /* What stands at the top of the profile is told as a whole; a post seen elsewhere again stays there. */
  g_autoptr (GPtrArray) pinned = new_posts ("p2", NULL, NULL, FALSE);
  ((HeedPost *) pinned->pdata[0])->pinned = TRUE;
  add_posts (database, id, g_ptr_array_ref (pinned));
  add_posts (database, id, new_posts ("p2", NULL, NULL, FALSE));
  assert_pinned (database, id, "p2");
  g_auto (GStrv) now = g_strsplit ("p1 elsewhere", " ", -1);
  g_auto (GStrv) none = g_strsplit ("", " ", -1);
  g_assert_true (heed_post_records_set_pinned (database, id, now, NULL));
  assert_pinned (database, id, "p1");
  g_assert_true (heed_post_records_set_pinned (database, id, none, NULL));
  assert_pinned (database, id, "");

  /* Of what is pinned no longer, only what is older than all else is forgotten. */
  g_autoptr (GPtrArray) old = new_posts ("p3", NULL, NULL, FALSE);
  ((HeedPost *) old->pdata[0])->pinned = TRUE;
  ((HeedPost *) old->pdata[0])->created_at = 1;
  add_posts (database, id, g_ptr_array_ref (old));
  g_auto (GStrv) both = g_strsplit ("p2 p3", " ", -1);
  g_assert_true (heed_post_records_set_pinned (database, id, both, NULL));
  assert_pinned (database, id, "p3p2");
  g_assert_true (heed_post_records_set_pinned (database, id, none, NULL));
  assert_pinned (database, id, "");
  g_autoptr (GPtrArray) rest = heed_post_records_load (database, id, NULL);
  g_assert_cmpuint (rest->len, ==, 2);

  /* The same id elsewhere is another post; an account takes its posts with it. */
  g_assert_true (heed_account_records_delete (database, id, NULL));
  g_autoptr (GPtrArray) gone = heed_post_records_load (database, id, NULL);
  g_assert_cmpuint (gone->len, ==, 0);
  g_assert_false (heed_account_records_delete (database, id, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_autoptr (GPtrArray) orphans = new_posts ("p9", NULL, NULL, FALSE);
  g_assert_false (heed_post_records_add (database, id, orphans, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
}

static void
test_identity (void)
{
  g_autoptr (HeedDatabase) database = open_memory ();
  g_autoptr (HeedIdentity) identity = heed_identity_new ();
  g_autoptr (GError) error = NULL;

  identity->name = g_strdup ("Ann Example");
  identity->postcode = g_strdup ("SW1A 1AA");
  identity->phone = g_strdup ("");
  g_assert_true (heed_identity_records_save (database, identity, NULL));
  g_autoptr (HeedIdentity) first = heed_identity_records_load (database, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first->name, ==, "Ann Example");
  g_assert_cmpstr (first->postcode, ==, "SW1A 1AA");
  g_assert_null (first->phone);

  /* What nobody reads any more does no harm. */
  g_assert_true (heed_database_execute (database, "INSERT INTO identity (name, value) VALUES ('country', 'GB')", NULL));
  g_clear_pointer (&identity->postcode, g_free);
  g_autoptr (HeedIdentity) with_more = heed_identity_records_load (database, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (with_more->name, ==, "Ann Example");
  g_assert_true (heed_identity_records_save (database, identity, NULL));
  g_autoptr (HeedIdentity) second = heed_identity_records_load (database, NULL);
  g_assert_null (second->postcode);
}

static void
test_drafts (void)
{
  g_autoptr (HeedDatabase) database = open_memory ();
  g_autoptr (HeedCase) self = heed_case_new ();
  g_autoptr (HeedDraft) orphan = heed_draft_new (99, "email", NULL, "Dear all");
  g_autoptr (GError) error = NULL;

  g_assert_false (heed_draft_records_save (database, orphan, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (heed_case_records_save (database, self, NULL));
  g_autoptr (HeedDraft) mail = heed_draft_new (self->id, "email", NULL, "Dear all");
  g_autoptr (HeedDraft) again = heed_draft_new (self->id, "email", NULL, "Dear Norfolk");
  g_autoptr (HeedDraft) post = heed_draft_new (self->id, "public", "mastodon", "@care");
  mail->updated_at = 1;
  post->updated_at = 2;
  again->updated_at = 3;
  again->subject = g_strdup ("My line: “down”");
  g_assert_true (heed_draft_records_save (database, mail, NULL));
  g_assert_true (heed_draft_records_save (database, post, NULL));
  g_assert_true (heed_draft_records_save (database, again, NULL));
  g_autoptr (GPtrArray) drafts = heed_draft_records_load (database, self->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 2);
  const HeedDraft *newest = drafts->pdata[0];
  g_assert_cmpstr (newest->text, ==, "Dear Norfolk");
  g_assert_cmpstr (newest->subject, ==, "My line: “down”");
  g_assert_null (((const HeedDraft *) drafts->pdata[1])->subject);
  g_assert_null (newest->network);
  g_assert_cmpint (newest->updated_at, ==, 3);

  g_assert_true (heed_draft_records_delete (database, self->id, "email", NULL, NULL));
  g_autoptr (GPtrArray) rest = heed_draft_records_load (database, self->id, NULL);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpstr (((HeedDraft *) rest->pdata[0])->network, ==, "mastodon");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/case/round-trip", test_case_round_trip);
  g_test_add_func ("/records/case/empty", test_empty_case);
  g_test_add_func ("/records/case/again", test_case_again);
  g_test_add_func ("/records/case/events", test_events);
  g_test_add_func ("/records/case/delete", test_delete_case);
  g_test_add_func ("/records/account/round-trip", test_account_round_trip);
  g_test_add_func ("/records/account/again", test_account_again);
  g_test_add_func ("/records/account/posts", test_posts);
  g_test_add_func ("/records/identity", test_identity);
  g_test_add_func ("/records/drafts", test_drafts);
  return g_test_run ();
}
