/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How "heedctl case" shows cases: as JSON for scripts, as text for people. */

#include <glib/gi18n.h>

#include "heed-command-case.h"
#include "heed-command-json.h"

static void
add_boolean (JsonBuilder *builder, const char *key, gboolean value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

/* A time of 0 is none. */
static void
add_time (JsonBuilder *builder, const char *key, gint64 time)
{
  if (time != 0)
    heed_command_json_add_time (builder, key, time);
  else
    heed_command_json_add_string (builder, key, NULL);
}

static void
add_step (JsonBuilder *builder, const HeedNextStep *step)
{
  json_builder_set_member_name (builder, "next");
  json_builder_begin_object (builder);
  heed_command_json_add_string (builder, "step", heed_step_kind_to_string (step->kind));
  heed_command_json_add_string (builder, "channel", step->channel);
  heed_command_json_add_string (builder, "network", step->network);
  heed_command_json_add_string (builder, "account", step->account);
  add_time (builder, "due", step->due);
  heed_command_json_add_string (builder, "title", step->title);
  heed_command_json_add_strings (builder, "reasons", step->reasons);
  json_builder_end_object (builder);
}

static void
add_references (JsonBuilder *builder, GPtrArray *references)
{
  json_builder_set_member_name (builder, "references");
  json_builder_begin_array (builder);
  for (guint i = 0; i < references->len; i++)
    {
      const HeedReference *reference = references->pdata[i];

      json_builder_begin_object (builder);
      heed_command_json_add_string (builder, "kind", reference->kind);
      heed_command_json_add_string (builder, "value", reference->value);
      add_boolean (builder, "private", reference->is_private);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_promise (JsonBuilder *builder, const HeedPromise *promise)
{
  if (promise == NULL)
    {
      heed_command_json_add_string (builder, "promise", NULL);
      return;
    }
  json_builder_set_member_name (builder, "promise");
  json_builder_begin_object (builder);
  heed_command_json_add_string (builder, "text", promise->text);
  add_time (builder, "due", promise->due);
  add_boolean (builder, "kept", promise->kept);
  json_builder_end_object (builder);
}

static void
add_event (JsonBuilder *builder, const HeedEvent *event)
{
  json_builder_begin_object (builder);
  heed_command_json_add_count (builder, "id", event->id);
  heed_command_json_add_string (builder, "kind", heed_event_kind_to_string (event->kind));
  add_time (builder, "at", event->at);
  heed_command_json_add_string (builder, "channel", event->channel);
  heed_command_json_add_string (builder, "network", event->network);
  heed_command_json_add_string (builder, "account", event->account);
  heed_command_json_add_string (builder, "text", event->text);
  heed_command_json_add_string (builder, "url", event->url);
  heed_command_json_add_string (builder, "outcome", heed_outcome_to_string (event->outcome));
  heed_command_json_add_string (builder, "reference", event->reference);
  heed_command_json_add_string (builder, "agent", event->agent);
  add_promise (builder, event->promise);
  json_builder_end_object (builder);
}

/* Where the copy lies is no business of others: a document is known by the name the user's file had. */
static void
add_documents (JsonBuilder *builder, GPtrArray *documents)
{
  json_builder_set_member_name (builder, "documents");
  json_builder_begin_array (builder);
  for (guint i = 0; i < documents->len; i++)
    {
      const HeedDocument *document = documents->pdata[i];

      json_builder_begin_object (builder);
      heed_command_json_add_string (builder, "name", document->name);
      heed_command_json_add_string (builder, "kind", document->type);
      heed_command_json_add_count (builder, "size", document->size);
      add_time (builder, "added", document->added_at);
      heed_command_json_add_string (builder, "note", document->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_case (JsonBuilder *builder, const HeedTracked *tracked)
{
  const HeedCase *self = tracked->the_case;

  json_builder_begin_object (builder);
  heed_command_json_add_count (builder, "id", self->id);
  heed_command_json_add_string (builder, "title", self->title);
  heed_command_json_add_string (builder, "company", self->facts->company);
  heed_command_json_add_string (builder, "state", heed_case_state_to_string (self->state));
  heed_command_json_add_string (builder, "turn", heed_turn_to_string (tracked->step->turn));
  add_step (builder, tracked->step);
  add_references (builder, self->facts->references);
  json_builder_set_member_name (builder, "events");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->events->len; i++)
    add_event (builder, self->events->pdata[i]);
  json_builder_end_array (builder);
  add_documents (builder, self->documents);
  json_builder_set_member_name (builder, "waiting");
  json_builder_begin_object (builder);
  heed_command_json_add_count (builder, "theirs_s", tracked->theirs_s);
  heed_command_json_add_count (builder, "yours_s", tracked->yours_s);
  json_builder_end_object (builder);
  add_time (builder, "created", self->created_at);
  add_time (builder, "closed", self->closed_at);
  add_boolean (builder, "sample", self->is_sample);
  json_builder_end_object (builder);
}

/** heed_command_case_print_json: a case as one JSON object. */
void
heed_command_case_print_json (HeedCommandLine *line, const HeedTracked *tracked)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  add_case (builder, tracked);
  heed_command_json_print (line, builder);
}

/** heed_command_case_print_list_json: cases as a JSON array of the same objects. */
void
heed_command_case_print_list_json (HeedCommandLine *line, GPtrArray *all)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    add_case (builder, all->pdata[i]);
  json_builder_end_array (builder);
  heed_command_json_print (line, builder);
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
