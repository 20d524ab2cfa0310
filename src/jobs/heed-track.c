/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Job 4, “don't let it die”: what is done with a case, the same for the window and the command line. */

#include "heed-track.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-account-records.h"
#include "heed-clock.h"
#include "heed-document-records.h"
#include "heed-draft-records.h"
#include "heed-error.h"

#define TITLE_CHARACTERS 60

static gboolean
is_filled (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/**
 * heed_tracked_new: works out what follows from a case.
 * @the_case: (transfer full)
 * @hours: when the company is there
 *
 * Returns: (transfer full)
 */
HeedTracked *
heed_tracked_new (HeedCase *the_case, const HeedOpenHours *hours, gint64 now)
{
  g_return_val_if_fail (the_case != NULL && hours != NULL, NULL);

  HeedTracked *tracked = g_new0 (HeedTracked, 1);
  tracked->the_case = the_case;
  tracked->step = heed_next_step_new (the_case, hours, now);
  heed_case_get_waiting (the_case, now, &tracked->theirs_s, &tracked->yours_s);
  return tracked;
}

void
heed_tracked_free (HeedTracked *tracked)
{
  if (tracked == NULL)
    return;
  heed_case_free (tracked->the_case);
  heed_next_step_free (tracked->step);
  g_free (tracked);
}

void
heed_deleted_case_free (HeedDeletedCase *deleted)
{
  if (deleted == NULL)
    return;
  heed_case_free (deleted->the_case);
  g_ptr_array_unref (deleted->drafts);
  g_free (deleted);
}

static gboolean
is_handle_of (const HeedFacts *facts, const HeedObservation *observation)
{
  const char *handle = g_hash_table_lookup (facts->handles, observation->account->network);

  if (handle != NULL && handle[0] == '@')
    handle++;
  return handle != NULL && g_ascii_strcasecmp (handle, observation->account->handle) == 0;
}

static gboolean
is_name_of (const HeedFacts *facts, const HeedObservation *observation)
{
  if (facts->company == NULL || observation->company == NULL)
    return FALSE;
  g_autofree char *one = g_utf8_casefold (facts->company, -1);
  g_autofree char *other = g_utf8_casefold (observation->company, -1);
  return g_str_equal (one, other);
}

/* The hours of most companies; on the public holidays of @country those of a Sunday, which has none. */
static void
init_usual (HeedCompanyHours *company, GTimeZone *zone, const char *country)
{
  *company = (HeedCompanyHours){ .holidays = country != NULL ? heed_holidays_new (country) : NULL };
  heed_open_hours_init_usual (&company->hours, zone);
  company->hours.holidays = company->holidays;
}

/* The hours in which an account was seen to answer, else those it states (S4, S6). Where these name no zone and none
 * was told, they are taken to be on the user's clocks, as most companies are near. */
static void
take_hours (const HeedScorecard *scorecard, HeedCompanyHours *company, GTimeZone *zone, const char *country)
{
  heed_company_hours_clear (company);
  if (heed_company_hours_init (company, scorecard))
    return;
  init_usual (company, zone, country);
  if (!scorecard->presence.has_stated)
    return;
  memcpy (company->hours.open, scorecard->presence.stated, sizeof company->hours.open);
  company->hours.is_known = TRUE;
}

/**
 * heed_track_init_hours: when the company of a case is there, by what is known of its accounts, else as most are.
 * @checked: (element-type HeedChecked): all that were looked at; those the sheet names go before those of its name
 * @company: (out): always with hours; clear it with heed_company_hours_clear()
 * @zone: the user's, in which usual hours are meant; borrowed by @company
 * @country: (nullable): the user's, whose public holidays are kept where the company's country is not known
 */
void
heed_track_init_hours (HeedCompanyHours *company, const HeedFacts *facts, GPtrArray *checked, GTimeZone *zone,
                       const char *country)
{
  gboolean (*const is_about[]) (const HeedFacts *, const HeedObservation *) = { is_handle_of, is_name_of };

  g_return_if_fail (company != NULL && facts != NULL && checked != NULL && zone != NULL);

  init_usual (company, zone, country);
  for (guint way = 0; way < G_N_ELEMENTS (is_about); way++)
    for (guint i = 0; i < checked->len && !company->hours.is_known; i++)
      {
        const HeedChecked *one = checked->pdata[i];

        if (is_about[way](facts, one->observation))
          take_hours (one->scorecard, company, zone, country);
      }
}

static gboolean
is_about_any (GPtrArray *cases, const HeedObservation *observation)
{
  for (guint i = 0; i < cases->len; i++)
    {
      const HeedFacts *facts = ((const HeedCase *) cases->pdata[i])->facts;

      if (is_handle_of (facts, observation) || is_name_of (facts, observation))
        return TRUE;
    }
  return FALSE;
}

/* The accounts that any of @cases is about, each worked out once. */
static GPtrArray *
check_accounts (HeedDatabase *database, GPtrArray *cases, GError **error)
{
  g_autoptr (GPtrArray) observations = heed_account_records_load_all (database, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_checked_free);

  while (observations != NULL && observations->len > 0)
    {
      g_autoptr (HeedObservation) observation = g_ptr_array_steal_index (observations, 0);

      if (!is_about_any (cases, observation))
        continue;
      HeedChecked *checked = heed_checked_new_from_store (database, g_steal_pointer (&observation), NULL, error);
      if (checked == NULL)
        return NULL;
      g_ptr_array_add (all, checked);
    }
  return observations != NULL ? g_steal_pointer (&all) : NULL;
}

/* All of @cases, which is emptied, with their next steps. */
static GPtrArray *
track (HeedDatabase *database, GPtrArray *cases, GTimeZone *zone, const char *country, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) checked = check_accounts (database, cases, error);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_tracked_free);

  if (checked == NULL)
    g_clear_pointer (&all, g_ptr_array_unref);
  while (checked != NULL && cases->len > 0)
    {
      HeedCase *the_case = g_ptr_array_steal_index (cases, 0);
      g_auto (HeedCompanyHours) company = { 0 };

      heed_track_init_hours (&company, the_case->facts, checked, zone, country);
      g_ptr_array_add (all, heed_tracked_new (the_case, &company.hours, now));
    }
  return all;
}

/**
 * heed_track_load: a case with its next step, by the hours learned of the company, else by usual ones.
 * @zone: the user's, in which usual hours are meant
 * @country: (nullable): the user's, for public holidays
 *
 * Returns: (transfer full): or %HEED_ERROR_NOT_FOUND
 */
HeedTracked *
heed_track_load (HeedDatabase *database, gint64 id, GTimeZone *zone, const char *country, gint64 now, GError **error)
{
  HeedCase *the_case = heed_case_records_load (database, id, error);
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_case_free);

  if (the_case == NULL)
    return NULL;
  g_ptr_array_add (cases, the_case);
  g_autoptr (GPtrArray) all = track (database, cases, zone, country, now, error);
  return all != NULL ? g_ptr_array_steal_index (all, 0) : NULL;
}

/* Your turn, then theirs, then drafts, then what is closed; within, what is due first. */
static int
get_rank (const HeedTracked *tracked)
{
  if (tracked->the_case->state == HEED_CASE_CLOSED)
    return 3;
  if (tracked->the_case->state == HEED_CASE_DRAFT)
    return 2;
  return tracked->step->turn == HEED_TURN_YOURS ? 0 : 1;
}

/* What has no date comes after what has one. */
static gint64
get_due (const HeedTracked *tracked)
{
  return tracked->step->due != 0 ? tracked->step->due : G_MAXINT64;
}

static int
compare_tracked (gconstpointer a, gconstpointer b)
{
  const HeedTracked *one = *(const HeedTracked *const *) a;
  const HeedTracked *other = *(const HeedTracked *const *) b;

  if (get_rank (one) != get_rank (other))
    return get_rank (one) - get_rank (other);
  if (one->step->due != other->step->due)
    return get_due (one) < get_due (other) ? -1 : 1;
  return one->the_case->id < other->the_case->id ? -1 : 1;
}

/** heed_track_load_all: (transfer full) (element-type HeedTracked): all cases, what is to be done first on top. */
GPtrArray *
heed_track_load_all (HeedDatabase *database, GTimeZone *zone, const char *country, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) cases = heed_case_records_load_all (database, error);
  GPtrArray *all = cases != NULL ? track (database, cases, zone, country, now, error) : NULL;

  if (all != NULL)
    g_ptr_array_sort (all, compare_tracked);
  return all;
}

/* The first words of what happened, cut between words. */
static char *
dup_default_title (const HeedFacts *facts)
{
  const char *text = facts->what_happened != NULL ? facts->what_happened : facts->product;

  if (text == NULL)
    return NULL;
  g_autofree char *line = g_strndup (text, strcspn (text, "\r\n"));
  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= TITLE_CHARACTERS)
    return g_steal_pointer (&line);

  g_autofree char *start = g_utf8_substring (line, 0, TITLE_CHARACTERS - 1);
  char *space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';
  return g_strconcat (start, "…", NULL);
}

static HeedEvent *
add_attempt (HeedCase *the_case, const HeedAttempt *attempt)
{
  gboolean is_call = g_str_equal (attempt->channel, "phone");
  HeedEvent *sent = heed_event_new (is_call ? HEED_EVENT_CALL : HEED_EVENT_SENT, attempt->when);
  HeedEvent *last = sent;

  sent->channel = g_strdup (attempt->channel);
  sent->network = g_strdup (attempt->network);
  g_ptr_array_add (the_case->events, sent);
  if (!is_call && attempt->outcome != HEED_OUTCOME_NONE)
    {
      /* When the answer came is not in the sheet; right after the attempt is the least that is known. */
      last = heed_event_new (HEED_EVENT_RECEIVED, attempt->when);
      last->channel = g_strdup (attempt->channel);
      last->network = g_strdup (attempt->network);
      g_ptr_array_add (the_case->events, last);
    }
  last->outcome = attempt->outcome;
  last->reference = g_strdup (attempt->reference);
  last->agent = g_strdup (attempt->agent);
  return last;
}

/* A sheet may come with earlier attempts and promises; in a case they are entries of the timeline. */
static void
move_history (HeedCase *the_case, gint64 now)
{
  HeedFacts *facts = the_case->facts;
  HeedEvent *last = NULL;

  for (guint i = 0; i < facts->attempts->len; i++)
    last = add_attempt (the_case, facts->attempts->pdata[i]);
  for (guint i = 0; i < facts->promises->len; i++)
    {
      const HeedPromise *promise = facts->promises->pdata[i];
      HeedEvent *event = last;

      /* Which message held a promise is not in the sheet: the last that was answered, else a note. */
      if (event == NULL || event->promise != NULL || event->outcome < HEED_OUTCOME_REDIRECT)
        {
          event = heed_event_new (HEED_EVENT_NOTE, last != NULL ? last->at : MIN (now, promise->due));
          g_ptr_array_add (the_case->events, event);
        }
      event->promise = heed_promise_new (promise->text, promise->due, promise->kept);
    }
  g_ptr_array_set_size (facts->attempts, 0);
  g_ptr_array_set_size (facts->promises, 0);
}

/* A timeline holds what has happened; a slip in a year would make the user wait for ever. */
static gboolean
check_attempts (const HeedFacts *facts, gint64 now, GError **error)
{
  for (guint i = 0; i < facts->attempts->len; i++)
    {
      const HeedAttempt *attempt = facts->attempts->pdata[i];
      g_autofree char *when = heed_time_format (attempt->when);

      if (attempt->when <= now + HEED_TRACK_FUTURE_GRACE_S)
        continue;
      g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED,
                   _ ("Attempt %u of the fact sheet is dated %s, which is still to come; correct its time."), i + 1,
                   when);
      return FALSE;
    }
  return TRUE;
}

static gboolean
was_written_to (const HeedCase *the_case)
{
  for (guint i = 0; i < the_case->events->len; i++)
    {
      const HeedEvent *event = the_case->events->pdata[i];

      if (event->kind == HEED_EVENT_SENT || event->kind == HEED_EVENT_RECEIVED || event->kind == HEED_EVENT_CALL)
        return TRUE;
    }
  return FALSE;
}

/* A case is a draft as long as its fact sheet lacks what every message needs and nothing was sent. */
static HeedCaseState
get_open_state (const HeedCase *the_case)
{
  const HeedFacts *facts = the_case->facts;
  gboolean is_complete = is_filled (facts->company) && is_filled (facts->what_happened) && is_filled (facts->want);

  return is_complete || was_written_to (the_case) ? HEED_CASE_OPEN : HEED_CASE_DRAFT;
}

/**
 * heed_track_open_case: stores a new case, its title made from the facts where it has none, and gives it its id.
 *
 * Attempts and promises of its fact sheet become its timeline; an attempt that is still to come is refused. It is a
 * draft while the sheet lacks what every message needs and nothing was sent.
 */
gboolean
heed_track_open_case (HeedDatabase *database, HeedCase *the_case, gint64 now, GError **error)
{
  g_return_val_if_fail (database != NULL && the_case != NULL && the_case->id == 0, FALSE);

  if (!is_filled (the_case->facts->company))
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_MALFORMED, _ ("A case needs the name of a company."));
      return FALSE;
    }
  if (!check_attempts (the_case->facts, now, error))
    return FALSE;
  if (!is_filled (the_case->title))
    {
      g_free (the_case->title);
      the_case->title = dup_default_title (the_case->facts);
    }
  move_history (the_case, now);
  the_case->created_at = now;
  the_case->state = get_open_state (the_case);
  return heed_case_records_save (database, the_case, error);
}

/* The network a public or direct message was on, when the case leaves no choice. */
static const char *
find_only_network (const HeedFacts *facts)
{
  GHashTableIter iter;
  gpointer network = NULL;

  if (g_hash_table_size (facts->handles) != 1)
    return NULL;
  g_hash_table_iter_init (&iter, facts->handles);
  g_hash_table_iter_next (&iter, &network, NULL);
  return network;
}

static void
complete_place (const HeedFacts *facts, HeedEvent *event)
{
  gboolean is_on_network = g_strcmp0 (event->channel, "public") == 0 || g_strcmp0 (event->channel, "dm") == 0;

  if (is_on_network && event->network == NULL)
    event->network = g_strdup (find_only_network (facts));
  if (event->account == NULL && event->network != NULL)
    event->account = g_strdup (g_hash_table_lookup (facts->handles, event->network));
  if (event->account == NULL && g_strcmp0 (event->channel, "email") == 0)
    event->account = g_strdup (facts->company_email);
}

/* A number the company gave is one of the case from then on; the next message quotes it. */
static gboolean
add_reference (HeedFacts *facts, const char *value)
{
  if (value == NULL)
    return FALSE;
  for (guint i = 0; i < facts->references->len; i++)
    if (g_strcmp0 (((HeedReference *) facts->references->pdata[i])->value, value) == 0)
      return FALSE;
  g_ptr_array_add (facts->references, heed_reference_new ("case", value, FALSE));
  return TRUE;
}

/**
 * heed_track_add_event: adds an entry to a case's timeline, and lets the case follow: the first message opens it, a
 * number the company gave becomes one of its references. Where the entry does not say to whom it went, the fact sheet
 * does.
 */
gboolean
heed_track_add_event (HeedDatabase *database, gint64 case_id, HeedEvent *event, GError **error)
{
  g_return_val_if_fail (database != NULL && event != NULL, FALSE);

  g_autoptr (HeedCase) the_case = heed_case_records_load (database, case_id, error);
  if (the_case == NULL)
    return FALSE;

  complete_place (the_case->facts, event);
  if (!heed_case_records_add_event (database, case_id, event, error))
    return FALSE;

  gboolean has_new_reference = add_reference (the_case->facts, event->reference);
  g_ptr_array_add (the_case->events, heed_event_copy (event));
  HeedCaseState state = the_case->state;
  if (state == HEED_CASE_DRAFT && was_written_to (the_case))
    state = HEED_CASE_OPEN;
  if (state == the_case->state && !has_new_reference)
    return TRUE;
  the_case->state = state;
  return heed_case_records_save (database, the_case, error);
}

static gboolean
set_state (HeedDatabase *database, HeedCase *the_case, HeedCaseState state, gint64 now, GError **error)
{
  HeedEvent *event = heed_event_new (HEED_EVENT_STATE, now);

  event->text = g_strdup (heed_case_state_to_string (state));
  g_ptr_array_add (the_case->events, event);
  the_case->state = state;
  the_case->closed_at = state == HEED_CASE_CLOSED ? now : 0;
  return heed_case_records_save (database, the_case, error);
}

/** heed_track_close: closes a case; one that is closed stays as it is. */
gboolean
heed_track_close (HeedDatabase *database, gint64 case_id, gint64 now, GError **error)
{
  g_autoptr (HeedCase) the_case = heed_case_records_load (database, case_id, error);

  if (the_case == NULL)
    return FALSE;
  return the_case->state == HEED_CASE_CLOSED || set_state (database, the_case, HEED_CASE_CLOSED, now, error);
}

/** heed_track_reopen: opens a closed case again; one that is open stays as it is. */
gboolean
heed_track_reopen (HeedDatabase *database, gint64 case_id, gint64 now, GError **error)
{
  g_autoptr (HeedCase) the_case = heed_case_records_load (database, case_id, error);

  if (the_case == NULL)
    return FALSE;
  return the_case->state != HEED_CASE_CLOSED || set_state (database, the_case, get_open_state (the_case), now, error);
}

/**
 * heed_track_undo_close: the case is as it was before it was closed, and its timeline does not tell of it.
 *
 * Where something happened since, the entry stays and the case is opened again.
 */
gboolean
heed_track_undo_close (HeedDatabase *database, gint64 case_id, gint64 now, GError **error)
{
  g_autoptr (HeedCase) the_case = heed_case_records_load (database, case_id, error);

  if (the_case == NULL)
    return FALSE;
  const HeedEvent *last = the_case->events->len > 0 ? the_case->events->pdata[the_case->events->len - 1] : NULL;
  if (the_case->state != HEED_CASE_CLOSED || last == NULL || last->kind != HEED_EVENT_STATE)
    return heed_track_reopen (database, case_id, now, error);
  if (!heed_case_records_delete_event (database, last->id, error))
    return FALSE;
  g_ptr_array_set_size (the_case->events, (int) the_case->events->len - 1);
  the_case->state = get_open_state (the_case);
  the_case->closed_at = 0;
  return heed_case_records_save (database, the_case, error);
}

/** heed_track_delete: (transfer full): removes a case with all that hangs on it, and returns it to be put back. */
HeedDeletedCase *
heed_track_delete (HeedDatabase *database, gint64 case_id, GError **error)
{
  g_autoptr (HeedCase) the_case = heed_case_records_load (database, case_id, error);
  if (the_case == NULL)
    return NULL;

  g_autoptr (GPtrArray) drafts = heed_draft_records_load (database, case_id, error);
  if (drafts == NULL || !heed_case_records_delete (database, case_id, error))
    return NULL;

  HeedDeletedCase *deleted = g_new0 (HeedDeletedCase, 1);
  deleted->the_case = g_steal_pointer (&the_case);
  deleted->drafts = g_steal_pointer (&drafts);
  return deleted;
}

/** heed_track_restore: puts back what heed_track_delete() took, under the same numbers. */
gboolean
heed_track_restore (HeedDatabase *database, HeedDeletedCase *deleted, GError **error)
{
  g_return_val_if_fail (database != NULL && deleted != NULL, FALSE);

  if (!heed_case_records_save (database, deleted->the_case, error))
    return FALSE;
  for (guint i = 0; i < deleted->the_case->documents->len; i++)
    if (!heed_document_records_add (database, deleted->the_case->id, deleted->the_case->documents->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < deleted->drafts->len; i++)
    if (!heed_draft_records_save (database, deleted->drafts->pdata[i], error))
      return FALSE;
  return TRUE;
}
