/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-case-records.h"

#include <glib/gi18n.h>

#include "heed-database.h"
#include "heed-document-records.h"
#include "heed-error.h"

#define CASE_COLUMNS                                                                                                   \
  "id, title, state, created_at, closed_at, is_sample, company, company_email, my_name, my_email, my_phone, "          \
  "my_postcode, my_address, what_happened, since, product, amount, currency, want, want_by, urgent, language, "        \
  "left_at, asks_when, call_is_wanted, call_on, call_from, call_to, customer_since, consequence, thanks_to, "          \
  "company_address, want_kind, enclosures, tone, message_language, may_thread"

#define EVENT_COLUMNS                                                                                                  \
  "id, kind, at, channel, network, account, text, url, outcome, reference, agent, promise, promise_due, promise_kept"

static gboolean
set_no_case_error (gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
               _ ("There is no case %s; look at the list for those there are."), number);
  return FALSE;
}

static void
bind_rest (HeedStatement *statement, const HeedCase *self)
{
  const HeedFacts *facts = self->facts;
  g_autoptr (GPtrArray) enclosures = g_ptr_array_new ();

  g_ptr_array_extend (enclosures, facts->enclosures, NULL, NULL);
  g_ptr_array_add (enclosures, NULL);
  heed_statement_bind_text (statement, facts->company_address);
  heed_statement_bind_text (statement, facts->want_kind);
  heed_statement_bind_list (statement, (char **) enclosures->pdata);
  heed_statement_bind_text (statement, self->tone);
  heed_statement_bind_text (statement, self->message_language);
  heed_statement_bind_int (statement, self->may_thread);
}

static void
bind_case (HeedStatement *statement, const HeedCase *self)
{
  const HeedFacts *facts = self->facts;

  heed_statement_bind_id (statement, self->id);
  heed_statement_bind_text (statement, self->title);
  heed_statement_bind_text (statement, heed_case_state_to_string (self->state));
  heed_statement_bind_int (statement, self->created_at);
  heed_statement_bind_int (statement, self->closed_at);
  heed_statement_bind_int (statement, self->is_sample);
  heed_statement_bind_text (statement, facts->company);
  heed_statement_bind_text (statement, facts->company_email);
  heed_statement_bind_text (statement, facts->my_name);
  heed_statement_bind_text (statement, facts->my_email);
  heed_statement_bind_text (statement, facts->my_phone);
  heed_statement_bind_text (statement, facts->my_postcode);
  heed_statement_bind_text (statement, facts->my_address);
  heed_statement_bind_text (statement, facts->what_happened);
  heed_statement_bind_int (statement, facts->since);
  heed_statement_bind_text (statement, facts->product);
  heed_statement_bind_double (statement, facts->amount);
  heed_statement_bind_text (statement, facts->currency);
  heed_statement_bind_text (statement, facts->want);
  heed_statement_bind_int (statement, facts->by);
  heed_statement_bind_int (statement, facts->urgent);
  heed_statement_bind_text (statement, facts->language);
  heed_statement_bind_int (statement, self->left_at);
  heed_statement_bind_int (statement, facts->asks_when);
  heed_statement_bind_int (statement, facts->call.is_wanted);
  heed_statement_bind_int (statement, facts->call.on);
  heed_statement_bind_int (statement, facts->call.from);
  heed_statement_bind_int (statement, facts->call.to);
  heed_statement_bind_int (statement, facts->customer_since);
  heed_statement_bind_text (statement, facts->consequence);
  heed_statement_bind_text (statement, facts->thanks_to);
  bind_rest (statement, self);
}

static gboolean
save_row (HeedDatabase *database, HeedCase *self, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database,
    "INSERT INTO cases (" CASE_COLUMNS ") "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?) "
    "ON CONFLICT (id) DO UPDATE SET title = excluded.title, state = excluded.state, created_at = excluded.created_at, "
    "closed_at = excluded.closed_at, is_sample = excluded.is_sample, company = excluded.company, "
    "company_email = excluded.company_email, my_name = excluded.my_name, my_email = excluded.my_email, "
    "my_phone = excluded.my_phone, my_postcode = excluded.my_postcode, my_address = excluded.my_address, "
    "what_happened = excluded.what_happened, since = excluded.since, product = excluded.product, "
    "amount = excluded.amount, currency = excluded.currency, want = excluded.want, want_by = excluded.want_by, "
    "urgent = excluded.urgent, language = excluded.language, left_at = excluded.left_at, "
    "asks_when = excluded.asks_when, call_is_wanted = excluded.call_is_wanted, call_on = excluded.call_on, "
    "call_from = excluded.call_from, call_to = excluded.call_to, customer_since = excluded.customer_since, "
    "consequence = excluded.consequence, thanks_to = excluded.thanks_to, company_address = excluded.company_address, "
    "want_kind = excluded.want_kind, enclosures = excluded.enclosures, tone = excluded.tone, "
    "message_language = excluded.message_language, may_thread = excluded.may_thread",
    error);

  if (statement == NULL)
    return FALSE;
  bind_case (statement, self);
  if (!heed_statement_run (statement, error))
    return FALSE;
  if (self->id == 0)
    self->id = heed_database_get_last_id (database);
  return TRUE;
}

/* Runs a statement whose only value is a case's id. */
static gboolean
run_for_id (HeedDatabase *database, const char *sql, gint64 id, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_int (statement, id);
  return heed_statement_run (statement, error);
}

/* Puts @words, of what to what, in the place of those of the case. */
static gboolean
save_words (HeedDatabase *database, gint64 case_id, GHashTable *words, const char *removal, const char *addition,
            GError **error)
{
  g_autoptr (HeedStatement) statement = NULL;
  GHashTableIter iter;
  gpointer word, value;

  if (!run_for_id (database, removal, case_id, error))
    return FALSE;
  statement = heed_database_prepare (database, addition, error);
  if (statement == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, &value))
    {
      heed_statement_bind_int (statement, case_id);
      heed_statement_bind_text (statement, word);
      heed_statement_bind_text (statement, value);
      if (!heed_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_lists (HeedDatabase *database, const HeedCase *self, GError **error)
{
  return save_words (database, self->id, self->facts->handles, "DELETE FROM case_handles WHERE case_id = ?",
                     "INSERT INTO case_handles (case_id, network, handle) VALUES (?, ?, ?)", error)
         && save_words (database, self->id, self->facts->details, "DELETE FROM case_details WHERE case_id = ?",
                        "INSERT INTO case_details (case_id, detail, value) VALUES (?, ?, ?)", error);
}

static gboolean
save_references (HeedDatabase *database, const HeedCase *self, GError **error)
{
  g_autoptr (HeedStatement) statement = NULL;

  if (!run_for_id (database, "DELETE FROM case_references WHERE case_id = ?", self->id, error))
    return FALSE;
  statement = heed_database_prepare (
    database, "INSERT INTO case_references (case_id, kind, value, is_private) VALUES (?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < self->facts->references->len; i++)
    {
      const HeedReference *reference = self->facts->references->pdata[i];

      heed_statement_bind_int (statement, self->id);
      heed_statement_bind_text (statement, reference->kind);
      heed_statement_bind_text (statement, reference->value);
      heed_statement_bind_int (statement, reference->is_private);
      if (!heed_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static void
bind_event (HeedStatement *statement, const HeedEvent *event, gint64 case_id)
{
  heed_statement_bind_id (statement, event->id);
  heed_statement_bind_text (statement, heed_event_kind_to_string (event->kind));
  heed_statement_bind_int (statement, event->at);
  heed_statement_bind_text (statement, event->channel);
  heed_statement_bind_text (statement, event->network);
  heed_statement_bind_text (statement, event->account);
  heed_statement_bind_text (statement, event->text);
  heed_statement_bind_text (statement, event->url);
  heed_statement_bind_text (statement, heed_outcome_to_string (event->outcome));
  heed_statement_bind_text (statement, event->reference);
  heed_statement_bind_text (statement, event->agent);
  heed_statement_bind_text (statement, event->promise != NULL ? event->promise->text : NULL);
  heed_statement_bind_int (statement, event->promise != NULL ? event->promise->due : 0);
  heed_statement_bind_int (statement, event->promise != NULL && event->promise->kept);
  heed_statement_bind_int (statement, case_id);
}

static gboolean
save_event (HeedDatabase *database, gint64 case_id, HeedEvent *event, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database,
    "INSERT INTO events (" EVENT_COLUMNS ", case_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, at = excluded.at, channel = excluded.channel, "
    "network = excluded.network, account = excluded.account, text = excluded.text, url = excluded.url, "
    "outcome = excluded.outcome, reference = excluded.reference, agent = excluded.agent, "
    "promise = excluded.promise, promise_due = excluded.promise_due, promise_kept = excluded.promise_kept "
    "WHERE case_id = excluded.case_id",
    error);

  if (statement == NULL)
    return FALSE;
  bind_event (statement, event, case_id);
  if (!heed_statement_run (statement, error))
    return FALSE;
  if (event->id == 0)
    event->id = heed_database_get_last_id (database);
  return TRUE;
}

/**
 * heed_case_records_save: stores a case whole: its row, handles, details, references and events.
 *
 * A new case and new events are given their ids. Events that are in the store but not in @self stay there: another
 * program may have added them since @self was read.
 */
gboolean
heed_case_records_save (HeedDatabase *database, HeedCase *self, GError **error)
{
  g_return_val_if_fail (database != NULL && self != NULL, FALSE);

  if (!save_row (database, self, error) || !save_lists (database, self, error)
      || !save_references (database, self, error))
    return FALSE;
  for (guint i = 0; i < self->events->len; i++)
    if (!save_event (database, self->id, self->events->pdata[i], error))
      return FALSE;
  return TRUE;
}

static void
take_lines (HeedStatement *statement, HeedFacts *facts)
{
  gint64 asking = heed_statement_take_int (statement);

  facts->asks_when = asking == HEED_ASKING_NO || asking == HEED_ASKING_YES ? (HeedAsking) asking : HEED_ASKING_AUTO;
  facts->call.is_wanted = heed_statement_take_int (statement) != 0;
  facts->call.on = heed_statement_take_int (statement);
  facts->call.from = (guint) heed_statement_take_int (statement);
  facts->call.to = (guint) heed_statement_take_int (statement);
  facts->customer_since = heed_statement_take_int (statement);
  facts->consequence = heed_statement_take_text (statement);
  facts->thanks_to = heed_statement_take_text (statement);
}

static void
take_rest (HeedStatement *statement, HeedCase *self)
{
  HeedFacts *facts = self->facts;

  facts->company_address = heed_statement_take_text (statement);
  facts->want_kind = heed_statement_take_text (statement);
  g_autofree char **enclosures = heed_statement_take_list (statement);
  for (guint i = 0; enclosures != NULL && enclosures[i] != NULL; i++)
    g_ptr_array_add (facts->enclosures, enclosures[i]);
  self->tone = heed_statement_take_text (statement);
  self->message_language = heed_statement_take_text (statement);
  self->may_thread = heed_statement_take_int (statement) != 0;
}

static HeedCase *
take_case (HeedStatement *statement)
{
  HeedCase *self = heed_case_new ();
  HeedFacts *facts = self->facts;

  self->id = heed_statement_take_int (statement);
  self->title = heed_statement_take_text (statement);
  g_autofree char *state = heed_statement_take_text (statement);
  heed_case_state_from_string (state, &self->state);
  self->created_at = heed_statement_take_int (statement);
  self->closed_at = heed_statement_take_int (statement);
  self->is_sample = heed_statement_take_int (statement) != 0;
  facts->company = heed_statement_take_text (statement);
  facts->company_email = heed_statement_take_text (statement);
  facts->my_name = heed_statement_take_text (statement);
  facts->my_email = heed_statement_take_text (statement);
  facts->my_phone = heed_statement_take_text (statement);
  facts->my_postcode = heed_statement_take_text (statement);
  facts->my_address = heed_statement_take_text (statement);
  facts->what_happened = heed_statement_take_text (statement);
  facts->since = heed_statement_take_int (statement);
  facts->product = heed_statement_take_text (statement);
  facts->amount = heed_statement_take_double (statement);
  facts->currency = heed_statement_take_text (statement);
  facts->want = heed_statement_take_text (statement);
  facts->by = heed_statement_take_int (statement);
  facts->urgent = heed_statement_take_int (statement) != 0;
  facts->language = heed_statement_take_text (statement);
  self->left_at = (guint) heed_statement_take_int (statement);
  take_lines (statement, facts);
  take_rest (statement, self);
  return self;
}

static HeedEvent *
take_event (HeedStatement *statement)
{
  HeedEvent *event = heed_event_new (HEED_EVENT_NOTE, 0);

  event->id = heed_statement_take_int (statement);
  g_autofree char *kind = heed_statement_take_text (statement);
  heed_event_kind_from_string (kind, &event->kind);
  event->at = heed_statement_take_int (statement);
  event->channel = heed_statement_take_text (statement);
  event->network = heed_statement_take_text (statement);
  event->account = heed_statement_take_text (statement);
  event->text = heed_statement_take_text (statement);
  event->url = heed_statement_take_text (statement);
  g_autofree char *outcome = heed_statement_take_text (statement);
  heed_outcome_from_string (outcome, &event->outcome);
  event->reference = heed_statement_take_text (statement);
  event->agent = heed_statement_take_text (statement);
  g_autofree char *promise = heed_statement_take_text (statement);
  gint64 due = heed_statement_take_int (statement);
  if (promise != NULL)
    event->promise = heed_promise_new (promise, due, heed_statement_take_int (statement) != 0);
  return event;
}

/* Begins to read what hangs on one case. */
static HeedStatement *
select_for_case (HeedDatabase *database, const char *sql, gint64 id, GError **error)
{
  HeedStatement *statement = heed_database_prepare (database, sql, error);

  if (statement != NULL)
    heed_statement_bind_int (statement, id);
  return statement;
}

static gboolean
load_words (HeedDatabase *database, const char *sql, gint64 case_id, GHashTable *words, GError **error)
{
  GError *failure = NULL;
  g_autoptr (HeedStatement) statement = select_for_case (database, sql, case_id, error);

  if (statement == NULL)
    return FALSE;
  while (heed_statement_next (statement, &failure))
    {
      char *word = heed_statement_take_text (statement);
      g_hash_table_insert (words, word, heed_statement_take_text (statement));
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
load_lists (HeedDatabase *database, HeedCase *self, GError **error)
{
  GError *failure = NULL;
  g_autoptr (HeedStatement) references = select_for_case (
    database, "SELECT kind, value, is_private FROM case_references WHERE case_id = ? ORDER BY id", self->id, error);
  if (references == NULL
      || !load_words (database, "SELECT network, handle FROM case_handles WHERE case_id = ?", self->id,
                      self->facts->handles, error)
      || !load_words (database, "SELECT detail, value FROM case_details WHERE case_id = ?", self->id,
                      self->facts->details, error))
    return FALSE;

  while (heed_statement_next (references, &failure))
    {
      g_autofree char *kind = heed_statement_take_text (references);
      g_autofree char *value = heed_statement_take_text (references);
      g_ptr_array_add (self->facts->references,
                       heed_reference_new (kind, value, heed_statement_take_int (references) != 0));
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static gboolean
load_events (HeedDatabase *database, HeedCase *self, GError **error)
{
  GError *failure = NULL;
  g_autoptr (HeedStatement) events = select_for_case (
    database, "SELECT " EVENT_COLUMNS " FROM events WHERE case_id = ? ORDER BY at, id", self->id, error);

  if (events == NULL)
    return FALSE;
  while (heed_statement_next (events, &failure))
    g_ptr_array_add (self->events, take_event (events));
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/** heed_case_records_load: (transfer full): a case whole, its events oldest first, or %HEED_ERROR_NOT_FOUND. */
HeedCase *
heed_case_records_load (HeedDatabase *database, gint64 id, GError **error)
{
  GError *failure = NULL;
  g_autoptr (HeedStatement)
    statement = select_for_case (database, "SELECT " CASE_COLUMNS " FROM cases WHERE id = ?", id, error);
  if (statement == NULL)
    return NULL;

  if (!heed_statement_next (statement, &failure))
    {
      if (failure == NULL)
        set_no_case_error (id, error);
      else
        g_propagate_error (error, failure);
      return NULL;
    }

  g_autoptr (HeedCase) self = take_case (statement);
  if (!load_lists (database, self, error) || !load_events (database, self, error)
      || !heed_document_records_load (database, self->id, self->documents, error))
    return NULL;
  return g_steal_pointer (&self);
}

/** heed_case_records_load_all: (transfer full) (element-type HeedCase): all cases whole, oldest first. */
GPtrArray *
heed_case_records_load_all (HeedDatabase *database, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_case_free);
  g_autoptr (HeedStatement)
    statement = heed_database_prepare (database, "SELECT " CASE_COLUMNS " FROM cases ORDER BY created_at, id", error);
  if (statement == NULL)
    return NULL;

  while (heed_statement_next (statement, &failure))
    {
      g_ptr_array_add (cases, take_case (statement));
      HeedCase *self = cases->pdata[cases->len - 1];
      if (!load_lists (database, self, error) || !load_events (database, self, error)
          || !heed_document_records_load (database, self->id, self->documents, error))
        return NULL;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return g_steal_pointer (&cases);
}

/** heed_case_records_delete: removes a case with its events, drafts and documents, or fails with %HEED_ERROR_NOT_FOUND.
 */
gboolean
heed_case_records_delete (HeedDatabase *database, gint64 id, GError **error)
{
  if (!run_for_id (database, "DELETE FROM cases WHERE id = ?", id, error))
    return FALSE;
  return heed_database_get_changes (database) > 0 || set_no_case_error (id, error);
}

static gboolean
has_case (HeedDatabase *database, gint64 id, GError **error)
{
  GError *failure = NULL;
  g_autoptr (HeedStatement) statement = select_for_case (database, "SELECT 1 FROM cases WHERE id = ?", id, error);

  if (statement == NULL)
    return FALSE;
  if (heed_statement_next (statement, &failure))
    return TRUE;
  if (failure == NULL)
    return set_no_case_error (id, error);
  g_propagate_error (error, failure);
  return FALSE;
}

/** heed_case_records_add_event: adds one entry to a case's timeline and gives it its id, or replaces the one it has. */
gboolean
heed_case_records_add_event (HeedDatabase *database, gint64 case_id, HeedEvent *event, GError **error)
{
  g_return_val_if_fail (database != NULL && event != NULL, FALSE);

  return has_case (database, case_id, error) && save_event (database, case_id, event, error);
}

static gboolean
check_event_changed (HeedDatabase *database, GError **error)
{
  if (heed_database_get_changes (database) > 0)
    return TRUE;
  g_set_error (error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
               _ ("That entry is no longer in the timeline. Open the case again to see what is."));
  return FALSE;
}

/** heed_case_records_delete_event: removes one entry, or fails with %HEED_ERROR_NOT_FOUND. */
gboolean
heed_case_records_delete_event (HeedDatabase *database, gint64 event_id, GError **error)
{
  return run_for_id (database, "DELETE FROM events WHERE id = ?", event_id, error)
         && check_event_changed (database, error);
}

/** heed_case_records_set_promise_kept: notes whether the promise in an entry was kept. */
gboolean
heed_case_records_set_promise_kept (HeedDatabase *database, gint64 event_id, gboolean kept, GError **error)
{
  g_autoptr (HeedStatement) statement = heed_database_prepare (
    database, "UPDATE events SET promise_kept = ? WHERE id = ? AND promise IS NOT NULL", error);

  if (statement == NULL)
    return FALSE;
  heed_statement_bind_int (statement, kept);
  heed_statement_bind_int (statement, event_id);
  return heed_statement_run (statement, error) && check_event_changed (database, error);
}
