/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines that a message may have and need not: when they may call, what it means for me, who was a help. */

#include "heed-composer-private.h"

#include <glib/gi18n.h>

#include "heed-languages.h"
#include "heed-phrases.h"
#include "heed-typed.h"

#define MINUTES_PER_HOUR 60
#define LAST_MINUTE (24 * MINUTES_PER_HOUR)
#define FIRST_YEAR 1900

static gint64
now (HeedComposer *self)
{
  return heed_context_now (heed_library_get_context (self->library));
}

/* The user's own language first, then all others that there are sentences for. */
static void
fill_languages (HeedComposer *self, const char *own, const char *chosen)
{
  guint position = 0;

  g_auto (GStrv) known = heed_phrases_list_languages ();
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (own == NULL || !heed_phrases_knows (own))
    own = "en";
  g_ptr_array_add (codes, g_strdup (own));
  for (guint i = 0; known[i] != NULL; i++)
    if (!g_str_equal (known[i], own))
      g_ptr_array_add (codes, g_strdup (known[i]));
  for (guint i = 0; i < codes->len; i++)
    gtk_string_list_append (names, heed_language_get_name (codes->pdata[i]));
  g_ptr_array_add (codes, NULL);
  g_strfreev (self->languages);
  self->languages = (char **) g_ptr_array_steal (codes, NULL);
  while (chosen != NULL && self->languages[position] != NULL && !g_str_equal (self->languages[position], chosen))
    position++;
  gtk_drop_down_set_model (self->language_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->language_drop_down, self->languages[position] != NULL ? position : 0);
  /* With its place in the row of choices. */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->language_drop_down)),
                          g_strv_length (self->languages) > 1);
}

/** heed_composer_get_language: (transfer none) (nullable): the one that was chosen; %NULL for that of the case. */
const char *
heed_composer_get_language (HeedComposer *self)
{
  const guint position = gtk_drop_down_get_selected (self->language_drop_down);

  return self->languages != NULL && position > 0 && position < g_strv_length (self->languages)
           ? self->languages[position]
           : NULL;
}

static gboolean
asks_by_itself (HeedComposer *self, const HeedFacts *facts)
{
  return facts->asks_when == HEED_ASKING_YES || (facts->asks_when == HEED_ASKING_AUTO && facts->by <= now (self));
}

static void
show_clock (GtkEditable *row, gboolean is_any, guint minutes)
{
  g_autofree char *clock = g_strdup_printf ("%u:%02u", minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR);

  heed_typed_show (row, is_any ? NULL : clock);
}

static void
show_call_rows (HeedComposer *self)
{
  const gboolean is_wanted = gtk_switch_get_active (self->call_switch);

  gtk_widget_set_visible (GTK_WIDGET (self->call_on_row), is_wanted);
  gtk_widget_set_visible (GTK_WIDGET (self->call_from_row), is_wanted);
  gtk_widget_set_visible (GTK_WIDGET (self->call_to_row), is_wanted);
}

static void
fill_call (HeedComposer *self, const HeedCallWish *call)
{
  HeedContext *context = heed_library_get_context (self->library);
  const gboolean is_any = call->from >= call->to;

  gtk_switch_set_active (self->call_switch, call->is_wanted);
  heed_date_row_set_clock (self->call_on_row, heed_context_get_timezone (context), heed_context_now (context));
  heed_date_row_set_time (self->call_on_row, call->on);
  show_clock (self->call_from_row, is_any, call->from);
  show_clock (self->call_to_row, is_any, call->to);
  show_call_rows (self);
}

static char *
dup_year (gint64 time)
{
  g_autoptr (GDateTime) since = time != 0 ? g_date_time_new_from_unix_utc (time) : NULL;

  return since != NULL ? g_date_time_format (since, "%Y") : NULL;
}

/** heed_composer_fill_lines: shows of each line what the case has for it. */
void
heed_composer_fill_lines (HeedComposer *self)
{
  const HeedCase *the_case = heed_case_item_get_case (self->item);
  const HeedFacts *facts = the_case->facts;
  g_autofree char *year = dup_year (facts->customer_since);

  self->filling = TRUE;
  fill_languages (self, facts->language, the_case->message_language);
  gtk_switch_set_active (self->when_switch, asks_by_itself (self, facts));
  fill_call (self, &facts->call);
  heed_typed_show (self->consequence_row, facts->consequence);
  heed_typed_show (self->customer_row, year);
  heed_typed_show (self->thanks_row, facts->thanks_to);
  gtk_switch_set_active (self->asked_switch, TRUE);
  gtk_switch_set_active (self->thread_switch, the_case->may_thread);
  self->filling = FALSE;
}

static gboolean
is_same_call (const HeedCallWish *one, const HeedCallWish *other)
{
  return one->is_wanted == other->is_wanted && one->on == other->on && one->from == other->from && one->to == other->to;
}

/* Shows @now where the row has still what the case had before. */
static void
follow_entry (GtkEditable *entry, const char *before, const char *now)
{
  g_autofree char *typed = heed_typed_dup (entry);

  if (g_strcmp0 (typed, before) == 0 && g_strcmp0 (before, now) != 0)
    heed_typed_show (entry, now);
}

/** heed_composer_follow_lines: the case was changed elsewhere: what it has for a line now is shown, unless the person
 * has set that line here meanwhile. */
void
heed_composer_follow_lines (HeedComposer *self)
{
  const HeedFacts *before = self->case_facts, *own = self->facts;
  const HeedFacts *facts = heed_case_item_get_case (self->item)->facts;
  g_autofree char *year_before = dup_year (before->customer_since);
  g_autofree char *year = dup_year (facts->customer_since);

  self->filling = TRUE;
  if (g_strcmp0 (before->language, facts->language) != 0)
    {
      g_autofree char *chosen = g_strdup (heed_composer_get_language (self));

      fill_languages (self, facts->language, chosen);
    }
  if (own->asks_when == before->asks_when)
    gtk_switch_set_active (self->when_switch, asks_by_itself (self, facts));
  if (is_same_call (&own->call, &before->call) && !is_same_call (&before->call, &facts->call))
    fill_call (self, &facts->call);
  follow_entry (self->consequence_row, before->consequence, facts->consequence);
  follow_entry (self->customer_row, year_before, year);
  follow_entry (self->thanks_row, before->thanks_to, facts->thanks_to);
  self->filling = FALSE;
}

static void
take_entry (GtkEditable *entry, char **field)
{
  g_free (*field);
  *field = heed_typed_dup (entry);
}

/* The first of January of the year in the entry; 0 where it is none that has been. */
static gint64
read_year (HeedComposer *self)
{
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_utc (now (self));
  guint64 year = 0;

  if (!g_ascii_string_to_unsigned (gtk_editable_get_text (self->customer_row), 10, FIRST_YEAR,
                                   (guint64) g_date_time_get_year (today), &year, NULL))
    return 0;
  g_autoptr (GDateTime) first = g_date_time_new_utc ((int) year, 1, 1, 0, 0, 0);
  return g_date_time_to_unix (first);
}

/* A time of day as people type it: 9, 9:30, 09.30. Anything else is marked, and none. */
static gboolean
read_clock (GtkEditable *row, guint *minutes)
{
  g_autofree char *typed = heed_typed_dup (row);
  g_autoptr (GRegex) regex = g_regex_new ("^(\\d{1,2})(?:[:.h](\\d{2}))?$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gboolean is_clock = typed != NULL && g_regex_match (regex, typed, 0, &match);

  if (is_clock)
    {
      g_autofree char *hour = g_match_info_fetch (match, 1);
      g_autofree char *minute = g_match_info_fetch (match, 2);

      *minutes = (guint) g_ascii_strtoull (hour, NULL, 10) * MINUTES_PER_HOUR;
      is_clock = minute == NULL || g_ascii_strtoull (minute, NULL, 10) < MINUTES_PER_HOUR;
      *minutes += minute != NULL ? (guint) g_ascii_strtoull (minute, NULL, 10) : 0;
      is_clock = is_clock && *minutes <= LAST_MINUTE;
    }
  if (is_clock || typed == NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  return is_clock;
}

static void
take_call (HeedComposer *self, HeedCallWish *call)
{
  const gboolean has_from = read_clock (self->call_from_row, &call->from);
  const gboolean has_to = read_clock (self->call_to_row, &call->to);

  call->is_wanted = gtk_switch_get_active (self->call_switch);
  heed_date_row_get_time (self->call_on_row, &call->on);
  if (!has_from)
    call->from = 0;
  if (!has_to)
    call->to = has_from ? LAST_MINUTE : 0;
  /* The end before the beginning says nothing. */
  if (call->to <= call->from)
    call->from = call->to = 0;
}

/** heed_composer_take_lines: puts what the person set for each line into the facts that the message is made from. */
void
heed_composer_take_lines (HeedComposer *self)
{
  HeedFacts *facts = self->facts;
  const gboolean asks = gtk_switch_get_active (self->when_switch);

  if (asks != asks_by_itself (self, facts))
    facts->asks_when = asks ? HEED_ASKING_YES : HEED_ASKING_NO;
  take_call (self, &facts->call);
  take_entry (self->consequence_row, &facts->consequence);
  take_entry (self->thanks_row, &facts->thanks_to);
  facts->customer_since = read_year (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedComposer) self = HEED_COMPOSER (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedCaseItem) item = heed_library_save_case_finish (HEED_LIBRARY (source), result, &error);

  if (item == NULL && self->library != NULL)
    heed_composer_say (self, error->message);
}

/** heed_composer_save_case: stores @the_case, which is borrowed, and says why where that fails. */
void
heed_composer_save_case (HeedComposer *self, const HeedCase *the_case)
{
  heed_library_save_case_async (self->library, the_case, NULL, saved_cb, g_object_ref (self));
}

/** heed_composer_save_lines: stores with the case what was set since the last time, for the next message too. */
void
heed_composer_save_lines (HeedComposer *self)
{
  if (!self->are_lines_changed)
    return;
  self->are_lines_changed = FALSE;

  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (self->item));
  const HeedFacts *facts = self->facts;
  g_free (the_case->tone);
  the_case->tone = g_strdup (self->tone);
  g_free (the_case->message_language);
  the_case->message_language = g_strdup (heed_composer_get_language (self));
  the_case->may_thread = gtk_switch_get_active (self->thread_switch);
  the_case->facts->asks_when = facts->asks_when;
  the_case->facts->call = facts->call;
  the_case->facts->customer_since = facts->customer_since;
  g_free (the_case->facts->consequence);
  the_case->facts->consequence = g_strdup (facts->consequence);
  g_free (the_case->facts->thanks_to);
  the_case->facts->thanks_to = g_strdup (facts->thanks_to);
  heed_composer_save_case (self, the_case);
}

/** heed_composer_lines_changed_cb: a line was switched or worded: Heed's own text follows, the person's stays. */
void
heed_composer_lines_changed_cb (HeedComposer *self)
{
  if (self->filling || self->facts == NULL || self->channel == NULL)
    return;

  show_call_rows (self);
  heed_composer_take_facts (self);
  self->are_lines_changed = TRUE;
  heed_composer_queue_save (self);
  if (!heed_composer_make_anew (self))
    return;
  heed_composer_update (self);
  heed_composer_offer_rewrite (self);
}
