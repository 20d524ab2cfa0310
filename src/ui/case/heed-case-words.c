/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-case-words.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *word;
  const char *title;
  const char *icon;
} Word;

static const Word networks[] = {
  { "mastodon", N_ ("Mastodon"), NULL }, { "bluesky", N_ ("Bluesky"), NULL },   { "x", N_ ("X"), NULL },
  { "threads", N_ ("Threads"), NULL },   { "facebook", N_ ("Facebook"), NULL }, { "instagram", N_ ("Instagram"), NULL },
  { "reddit", N_ ("Reddit"), NULL },     { "whatsapp", N_ ("WhatsApp"), NULL }, { "linkedin", N_ ("LinkedIn"), NULL },
};

static const Word channels[] = {
  { "public", N_ ("Public post"), "emblem-shared-symbolic" },
  { "reply", N_ ("Public reply"), "mail-reply-sender-symbolic" },
  { "dm", N_ ("Message"), "chat-message-new-symbolic" },
  { "email", N_ ("E-mail"), "mail-unread-symbolic" },
  { "phone", N_ ("Phone"), "call-start-symbolic" },
  { "chat", N_ ("Chat"), "user-available-symbolic" },
  { "form", N_ ("Web form"), "web-browser-symbolic" },
  { "letter", N_ ("Letter"), "x-office-document-symbolic" },
  { "shop", N_ ("Shop"), "user-home-symbolic" },
};

static const Word references[] = {
  { "case", N_ ("Case %s"), NULL },
  { "order", N_ ("Order %s"), NULL },
  { "booking", N_ ("Booking %s"), NULL },
  { "account", N_ ("Account %s"), NULL },
};

static const Word *
find_word (const Word *words, guint n_words, const char *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].word, word) == 0)
      return &words[i];
  return NULL;
}

/** heed_words_network: (transfer none): how people call a network; its own word when Heed knows no other. */
const char *
heed_words_network (const char *network)
{
  const Word *word = find_word (networks, G_N_ELEMENTS (networks), network);

  return word != NULL ? _ (word->title) : network;
}

/** heed_words_channel_icon: (transfer none): the symbolic icon of a channel. */
const char *
heed_words_channel_icon (const char *channel)
{
  const Word *word = find_word (channels, G_N_ELEMENTS (channels), channel);

  return word != NULL ? word->icon : "text-x-generic-symbolic";
}

/** heed_words_event_icon: (transfer none): the symbolic icon of a timeline's entry. */
const char *
heed_words_event_icon (const HeedEvent *event)
{
  g_return_val_if_fail (event != NULL, NULL);

  switch (event->kind)
    {
    case HEED_EVENT_NOTE:
      return "document-edit-symbolic";
    case HEED_EVENT_DOCUMENT:
      return "text-x-generic-symbolic";
    case HEED_EVENT_STATE:
      return "object-select-symbolic";
    case HEED_EVENT_CALL:
      return "call-start-symbolic";
    case HEED_EVENT_SENT:
    case HEED_EVENT_RECEIVED:
    default:
      return heed_words_channel_icon (event->channel);
    }
}

/** heed_words_dup_channel: (transfer full): a channel and the network it lives on, as a title. */
char *
heed_words_dup_channel (const char *channel, const char *network)
{
  const Word *word = find_word (channels, G_N_ELEMENTS (channels), channel);

  if (word == NULL)
    return g_strdup (channel != NULL ? channel : "");
  if (network == NULL)
    return g_strdup (_ (word->title));
  /* Translators: a channel on a network, such as "Public post on Mastodon". */
  return g_strdup_printf (_ ("%1$s on %2$s"), _ (word->title), heed_words_network (network));
}

static char *
dup_call_title (const HeedEvent *event, const char *company)
{
  if (event->agent != NULL)
    /* Translators: a phone call with a person (first) of a company (second). */
    return g_strdup_printf (_ ("Call with %1$s, %2$s"), event->agent, company);
  return g_strdup_printf (_ ("Call with %s"), company);
}

static char *
dup_state_title (const HeedEvent *event)
{
  HeedCaseState state;

  if (!heed_case_state_from_string (event->text, &state))
    return g_strdup (event->text != NULL ? event->text : _ ("The case changed"));
  switch (state)
    {
    case HEED_CASE_OPEN:
      return g_strdup (_ ("You opened the case"));
    case HEED_CASE_CLOSED:
      return g_strdup (_ ("You closed the case"));
    case HEED_CASE_DRAFT:
    default:
      return g_strdup (_ ("You began the case"));
    }
}

/** heed_words_dup_event: (transfer full): who did what to whom in @event, as a title without its time. */
char *
heed_words_dup_event (const HeedEvent *event, const char *company)
{
  g_return_val_if_fail (event != NULL, NULL);

  const char *who = event->account != NULL ? event->account : company;
  if (who == NULL)
    who = _ ("the company");
  switch (event->kind)
    {
    case HEED_EVENT_SENT:
      /* Translators: the user wrote to this account or address. */
      return g_strdup_printf (_ ("You to %s"), who);
    case HEED_EVENT_RECEIVED:
      if (event->agent != NULL)
        /* Translators: a person (first) who writes for an account or company (second). */
        return g_strdup_printf (_ ("%1$s, %2$s"), event->agent, who);
      return g_strdup (who);
    case HEED_EVENT_CALL:
      return dup_call_title (event, who);
    case HEED_EVENT_DOCUMENT:
      return g_strdup (_ ("Document"));
    case HEED_EVENT_STATE:
      return dup_state_title (event);
    case HEED_EVENT_NOTE:
    default:
      return g_strdup (_ ("Your note"));
    }
}

/** heed_words_dup_reference: (transfer full): an identifier with its kind, such as "Case NB-4711". */
char *
heed_words_dup_reference (const char *kind, const char *value)
{
  const Word *word = find_word (references, G_N_ELEMENTS (references), kind);

  g_return_val_if_fail (value != NULL, NULL);
  if (word == NULL)
    /* Translators: a kind of number in the user's own word (first) and the number itself. */
    return g_strdup_printf (_ ("%1$s: %2$s"), kind != NULL ? kind : _ ("Number"), value);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_ (word->title), value);
#pragma GCC diagnostic pop
}

/** heed_words_outcome: (transfer none) (nullable): what a reply was, as a chip says it; %NULL for one nobody judged. */
const char *
heed_words_outcome (HeedOutcome outcome)
{
  switch (outcome)
    {
    case HEED_OUTCOME_AUTOMATIC:
      return _ ("Automatic, stops no clock");
    case HEED_OUTCOME_REDIRECT:
      return _ ("Sends you elsewhere");
    case HEED_OUTCOME_REPLY:
      return _ ("A person answered");
    case HEED_OUTCOME_NONE:
    default:
      return NULL;
    }
}

static const char *
get_writing_button (const HeedNextStep *step)
{
  if (g_strcmp0 (step->channel, "phone") == 0)
    return _ ("Prep_are the call");
  switch (step->kind)
    {
    case HEED_STEP_ANSWER:
      return _ ("_Answer now");
    case HEED_STEP_NUDGE:
      return _ ("Follo_w up");
    case HEED_STEP_REMIND_PROMISE:
      return _ ("Re_mind them");
    case HEED_STEP_OPEN_OFFICIAL:
      return _ ("_Write to support");
    case HEED_STEP_FINISH:
    case HEED_STEP_WRITE:
    case HEED_STEP_WAIT:
    case HEED_STEP_NEXT_CHANNEL:
    case HEED_STEP_NONE:
    default:
      return _ ("_Write now");
    }
}

/** heed_words_step_button: (transfer none): the label of the one button that does @step, with its mnemonic. */
const char *
heed_words_step_button (const HeedNextStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  switch (step->kind)
    {
    case HEED_STEP_FINISH:
      return _ ("Fini_sh the case");
    case HEED_STEP_WAIT:
      return _ ("Log _what happened");
    case HEED_STEP_NONE:
      return _ ("Re_open the case");
    case HEED_STEP_OPEN_OFFICIAL:
    case HEED_STEP_WRITE:
    case HEED_STEP_ANSWER:
    case HEED_STEP_NUDGE:
    case HEED_STEP_NEXT_CHANNEL:
    case HEED_STEP_REMIND_PROMISE:
    default:
      return get_writing_button (step);
    }
}

/** heed_words_dup_duration: (transfer full): a length of time in its largest unit, rounded down: "11 days". */
char *
heed_words_dup_duration (gint64 seconds)
{
  const gint64 minutes = MAX (seconds, 0) / 60;

  if (minutes < 60)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), (int) minutes);
  if (minutes < 48 * 60)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", minutes / 60), (int) (minutes / 60));
  return g_strdup_printf (ngettext ("%d day", "%d days", minutes / 1440), (int) (minutes / 1440));
}

static gint64
get_julian_day (GDateTime *time)
{
  GDate date;
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

/**
 * heed_words_dup_day: a day as a heading, in words where it is near @now.
 * @time: Unix seconds
 * @zone: (nullable): the user's; %NULL for UTC
 */
char *
heed_words_dup_day (gint64 time, GTimeZone *zone, gint64 now)
{
  g_autoptr (GTimeZone) used = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_utc ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) utc_now = g_date_time_new_from_unix_utc (now);

  if (utc == NULL || utc_now == NULL)
    return g_strdup ("");

  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, used);
  g_autoptr (GDateTime) local_now = g_date_time_to_timezone (utc_now, used);
  const gint64 days = get_julian_day (local_now) - get_julian_day (local);

  if (days == 0)
    return g_strdup (_ ("Today"));
  if (days == 1)
    return g_strdup (_ ("Yesterday"));
  if (days == -1)
    return g_strdup (_ ("Tomorrow"));
  if (ABS (days) < 180)
    /* Translators: a day of about this year, see "man strftime": weekday, day, month. */
    return g_date_time_format (local, _ ("%A, %-d %B"));
  /* Translators: a day of another year, see "man strftime". */
  return g_date_time_format (local, _ ("%-d %B %Y"));
}

/** heed_words_dup_clock: (transfer full): the time of day of @time (Unix seconds) in @zone (%NULL for UTC). */
char *
heed_words_dup_clock (gint64 time, GTimeZone *zone)
{
  g_autoptr (GTimeZone) used = zone != NULL ? g_time_zone_ref (zone) : g_time_zone_new_utc ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);

  if (utc == NULL)
    return g_strdup ("");

  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, used);
  /* Translators: a time of day, see "man strftime". */
  return g_date_time_format (local, _ ("%H:%M"));
}
