/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How "heedctl case" shows cases: as JSON for scripts, as text for people. */

#include <glib/gi18n.h>

#include "heed-command-case.h"
#include "heed-command-json.h"

/* A time of 0 is none. */
static void
add_time (GString *json, const char *key, gint64 time)
{
  if (time != 0)
    heed_command_json_add_time (json, key, time);
  else
    heed_command_json_add_string (json, key, NULL);
}

static void
add_step (GString *json, const HeedNextStep *step)
{
  heed_command_json_begin_object (json, "next");
  heed_command_json_add_string (json, "step", heed_step_kind_to_string (step->kind));
  heed_command_json_add_string (json, "channel", step->channel);
  heed_command_json_add_string (json, "network", step->network);
  heed_command_json_add_string (json, "account", step->account);
  add_time (json, "due", step->due);
  heed_command_json_add_string (json, "title", step->title);
  heed_command_json_add_strings (json, "reasons", step->reasons);
  heed_command_json_end_object (json);
}

static void
add_references (GString *json, GPtrArray *references)
{
  heed_command_json_begin_array (json, "references");
  for (guint i = 0; i < references->len; i++)
    {
      const HeedReference *reference = references->pdata[i];

      heed_command_json_begin_object (json, NULL);
      heed_command_json_add_string (json, "kind", reference->kind);
      heed_command_json_add_string (json, "value", reference->value);
      heed_command_json_add_boolean (json, "private", reference->is_private);
      heed_command_json_end_object (json);
    }
  heed_command_json_end_array (json);
}

static void
add_promise (GString *json, const HeedPromise *promise)
{
  if (promise == NULL)
    {
      heed_command_json_add_string (json, "promise", NULL);
      return;
    }
  heed_command_json_begin_object (json, "promise");
  heed_command_json_add_string (json, "text", promise->text);
  add_time (json, "due", promise->due);
  heed_command_json_add_boolean (json, "kept", promise->kept);
  heed_command_json_end_object (json);
}

/* What the entry seems to promise, to be confirmed with "heedctl case promise". */
static void
add_proposal (GString *json, const HeedEvent *event, const HeedCasePlace *place)
{
  g_auto (HeedPromised) promised = { 0 };

  if (!heed_command_case_propose (&promised, event, place))
    {
      heed_command_json_add_string (json, "proposed_promise", NULL);
      return;
    }
  heed_command_json_begin_object (json, "proposed_promise");
  heed_command_json_add_string (json, "text", promised.text);
  heed_command_json_add_string (json, "words", promised.words);
  add_time (json, "due", promised.due);
  heed_command_json_end_object (json);
}

static void
add_event (GString *json, const HeedEvent *event, const HeedCasePlace *place)
{
  heed_command_json_begin_object (json, NULL);
  heed_command_json_add_count (json, "id", event->id);
  heed_command_json_add_string (json, "kind", heed_event_kind_to_string (event->kind));
  add_time (json, "at", event->at);
  heed_command_json_add_string (json, "channel", event->channel);
  heed_command_json_add_string (json, "network", event->network);
  heed_command_json_add_string (json, "account", event->account);
  heed_command_json_add_string (json, "text", event->text);
  heed_command_json_add_string (json, "url", event->url);
  heed_command_json_add_string (json, "outcome", heed_outcome_to_string (event->outcome));
  heed_command_json_add_string (json, "reference", event->reference);
  heed_command_json_add_string (json, "agent", event->agent);
  add_promise (json, event->promise);
  add_proposal (json, event, place);
  heed_command_json_end_object (json);
}

/* Where the copy lies is no business of others: a document is known by the name the user's file had. */
static void
add_documents (GString *json, GPtrArray *documents)
{
  heed_command_json_begin_array (json, "documents");
  for (guint i = 0; i < documents->len; i++)
    {
      const HeedDocument *document = documents->pdata[i];

      heed_command_json_begin_object (json, NULL);
      heed_command_json_add_string (json, "name", document->name);
      heed_command_json_add_string (json, "kind", document->type);
      heed_command_json_add_count (json, "size", document->size);
      add_time (json, "added", document->added_at);
      heed_command_json_add_string (json, "note", document->note);
      heed_command_json_add_boolean (json, "left_out", document->is_left_out);
      heed_command_json_end_object (json);
    }
  heed_command_json_end_array (json);
}

static void
add_case (GString *json, const HeedTracked *tracked, const HeedCasePlace *place)
{
  const HeedCase *self = tracked->the_case;

  heed_command_json_begin_object (json, NULL);
  heed_command_json_add_count (json, "id", self->id);
  heed_command_json_add_string (json, "title", self->title);
  heed_command_json_add_string (json, "company", self->facts->company);
  heed_command_json_add_string (json, "state", heed_case_state_to_string (self->state));
  heed_command_json_add_string (json, "turn", heed_turn_to_string (tracked->step->turn));
  add_step (json, tracked->step);
  add_references (json, self->facts->references);
  heed_command_json_begin_array (json, "events");
  for (guint i = 0; i < self->events->len; i++)
    add_event (json, self->events->pdata[i], place);
  heed_command_json_end_array (json);
  add_documents (json, self->documents);
  heed_command_json_begin_object (json, "waiting");
  heed_command_json_add_count (json, "theirs_s", tracked->theirs_s);
  heed_command_json_add_count (json, "yours_s", tracked->yours_s);
  heed_command_json_end_object (json);
  add_time (json, "created", self->created_at);
  add_time (json, "closed", self->closed_at);
  heed_command_json_add_boolean (json, "sample", self->is_sample);
  heed_command_json_end_object (json);
}

/** heed_command_case_print_json: a case as one JSON object. */
void
heed_command_case_print_json (HeedCommandLine *line, const HeedTracked *tracked, const HeedCasePlace *place)
{
  g_autoptr (GString) json = g_string_new (NULL);

  add_case (json, tracked, place);
  heed_command_json_print (line, json);
}

/** heed_command_case_print_list_json: cases as a JSON array of the same objects. */
void
heed_command_case_print_list_json (HeedCommandLine *line, GPtrArray *all, const HeedCasePlace *place)
{
  g_autoptr (GString) json = g_string_new (NULL);

  heed_command_json_begin_array (json, NULL);
  for (guint i = 0; i < all->len; i++)
    add_case (json, all->pdata[i], place);
  heed_command_json_end_array (json);
  heed_command_json_print (line, json);
}

/* A time on the user's own clock. */
static char *
dup_time (gint64 time, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  /* Translators: a day and a time of day, for strftime. */
  return local != NULL ? g_date_time_format (local, _ ("%a %-d %b %Y, %H:%M")) : g_strdup ("");
}

static char *
dup_span (gint64 seconds)
{
  gint64 hours = seconds / 3600;

  if (hours >= 48)
    return g_strdup_printf (ngettext ("%u day", "%u days", (gulong) (hours / 24)), (guint) (hours / 24));
  if (hours >= 1)
    return g_strdup_printf (ngettext ("%u hour", "%u hours", (gulong) hours), (guint) hours);
  return g_strdup_printf (ngettext ("%u minute", "%u minutes", (gulong) (seconds / 60)), (guint) (seconds / 60));
}

static void
print_part (HeedCommandLine *line, const char *before, const char *text)
{
  g_autofree char *plain = heed_command_dup_plain (text, TRUE);

  if (text != NULL)
    heed_command_print (line, "%s%s", before, plain);
}

static const char *
get_sample_mark (const HeedCase *self)
{
  return self->is_sample ? _ (" (invented)") : "";
}

/** heed_command_case_print_list: one line a case, with its next step. */
void
heed_command_case_print_list (HeedCommandLine *line, GPtrArray *all, GTimeZone *zone)
{
  if (all->len == 0)
    heed_command_print (line, "%s\n", _ ("There are no cases yet. “heedctl case new” begins one."));
  for (guint i = 0; i < all->len; i++)
    {
      const HeedTracked *tracked = all->pdata[i];
      const HeedCase *self = tracked->the_case;
      g_autofree char *due = tracked->step->due != 0 ? dup_time (tracked->step->due, zone) : g_strdup ("");

      heed_command_print (line, "%4" G_GINT64_FORMAT "  %s%s · %s\n      %s  %s\n", self->id, self->facts->company,
                          get_sample_mark (self), self->title != NULL ? self->title : "", tracked->step->title, due);
    }
}

/** heed_command_case_print_step: the next step with its date and reasons. */
void
heed_command_case_print_step (HeedCommandLine *line, const HeedTracked *tracked, GTimeZone *zone)
{
  const HeedNextStep *step = tracked->step;

  heed_command_print (line, "%s\n", step->title);
  if (step->account != NULL)
    heed_command_print (line, _ ("  To: %s\n"), step->account);
  if (step->due != 0)
    {
      g_autofree char *due = dup_time (step->due, zone);
      heed_command_print (line, step->kind == HEED_STEP_WAIT ? _ ("  Until: %s\n") : _ ("  When: %s\n"), due);
    }
  for (guint i = 0; i < step->reasons->len; i++)
    heed_command_print (line, "  - %s\n", (const char *) step->reasons->pdata[i]);
}

static const char *
get_kind_title (HeedEventKind kind)
{
  static const char *const titles[] = {
    [HEED_EVENT_SENT] = N_ ("You wrote"), [HEED_EVENT_RECEIVED] = N_ ("They wrote"), [HEED_EVENT_CALL] = N_ ("Call"),
    [HEED_EVENT_NOTE] = N_ ("Note"),      [HEED_EVENT_DOCUMENT] = N_ ("File"),       [HEED_EVENT_STATE] = N_ ("Case"),
  };

  return _ (titles[kind]);
}

static void
print_promise (HeedCommandLine *line, const HeedPromise *promise, GTimeZone *zone)
{
  g_autofree char *due = dup_time (promise->due, zone);

  heed_command_print (line,
                      promise->kept ? _ ("        Promise, kept: “%s”, by %s\n") : _ ("        Promise: “%s”, by %s\n"),
                      promise->text, due);
}

static void
print_proposal (HeedCommandLine *line, gint64 case_id, const HeedEvent *event, const HeedCasePlace *place)
{
  g_auto (HeedPromised) promised = { 0 };

  if (!heed_command_case_propose (&promised, event, place))
    return;
  g_autofree char *plain = heed_command_dup_plain (promised.text, TRUE);
  g_autofree char *due = dup_time (promised.due, place->zone);
  if (promised.due != 0)
    heed_command_print (line, _ ("        It seems to promise: “%s”, by %s\n"), plain, due);
  else
    heed_command_print (line, _ ("        It seems to promise: “%s”, without a day\n"), plain);
  heed_command_print (line,
                      promised.due != 0
                        ? _ ("        To note it as a promise: heedctl case promise %d %d [--due TIME]\n")
                        : _ ("        To note it as a promise: heedctl case promise %d %d --due TIME\n"),
                      (int) case_id, (int) event->id);
}

/** heed_command_case_print_proposal: what the entry seems to promise, where it does, and how to make that a promise. */
void
heed_command_case_print_proposal (HeedCommandLine *line, const HeedTracked *tracked, gint64 event_id,
                                  const HeedCasePlace *place)
{
  const HeedCase *the_case = tracked->the_case;

  for (guint i = 0; i < the_case->events->len; i++)
    if (((const HeedEvent *) the_case->events->pdata[i])->id == event_id)
      print_proposal (line, the_case->id, the_case->events->pdata[i], place);
}

static void
print_event (HeedCommandLine *line, const HeedEvent *event, GTimeZone *zone)
{
  g_autofree char *at = dup_time (event->at, zone);

  heed_command_print (line, "%4" G_GINT64_FORMAT "  %s  %s", event->id, at, get_kind_title (event->kind));
  print_part (line, " · ", event->channel);
  print_part (line, " · ", event->network);
  print_part (line, " · ", event->account);
  print_part (line, " · ", event->agent);
  if (event->kind == HEED_EVENT_RECEIVED && event->outcome == HEED_OUTCOME_AUTOMATIC)
    heed_command_print (line, " · %s", _ ("automatic, stops no clock"));
  print_part (line, "\n        ", event->text);
  heed_command_print (line, "\n");
  if (event->promise != NULL)
    print_promise (line, event->promise, zone);
}

static void
print_document (HeedCommandLine *line, const HeedDocument *document, GTimeZone *zone)
{
  g_autofree char *at = dup_time (document->added_at, zone);
  g_autofree char *size = g_format_size ((guint64) document->size);

  heed_command_print (line, "      %s  %s", at, get_kind_title (HEED_EVENT_DOCUMENT));
  print_part (line, " · ", document->name);
  print_part (line, " · ", size);
  print_part (line, "\n        ", document->note);
  heed_command_print (line, "\n");
}

/** heed_command_case_print: a case whole: next step, references, timeline, documents, who waited how long. */
void
heed_command_case_print (HeedCommandLine *line, const HeedTracked *tracked, GTimeZone *zone)
{
  const HeedCase *self = tracked->the_case;
  g_autofree char *theirs = dup_span (tracked->theirs_s);
  g_autofree char *yours = dup_span (tracked->yours_s);

  heed_command_print (line, "%" G_GINT64_FORMAT "  %s%s · %s\n\n", self->id, self->facts->company,
                      get_sample_mark (self), self->title != NULL ? self->title : "");
  heed_command_case_print_step (line, tracked, zone);
  heed_command_print (line, _ ("\nThey: %s   You: %s\n\n"), theirs, yours);
  for (guint i = 0; i < self->facts->references->len; i++)
    {
      const HeedReference *reference = self->facts->references->pdata[i];

      heed_command_print (line, "      %s: %s%s\n", reference->kind, reference->value,
                          reference->is_private ? _ (" (private)") : "");
    }
  for (guint i = 0; i < self->events->len; i++)
    print_event (line, self->events->pdata[i], zone);
  for (guint i = 0; i < self->documents->len; i++)
    print_document (line, self->documents->pdata[i], zone);
}
