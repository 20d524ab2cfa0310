/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <string.h>

#include "heed-command-gather.h"
#include "heed-command-json.h"

/* The week after it can still be written with a year of four digits. */
#define LAST_TIME G_GINT64_CONSTANT (253370764800) /* 1 January 9999 */

static char *archive;
static char *company;
static char *at;
static char *zone_name;
static gboolean as_json;

static void
add_slots (GString *json, const char *key, GPtrArray *slots)
{
  heed_command_json_begin_array (json, key);
  for (guint i = 0; i < slots->len; i++)
    {
      const HeedTimeSlot *slot = slots->pdata[i];

      heed_command_json_begin_object (json, NULL);
      heed_command_json_add_time (json, "from", slot->from);
      heed_command_json_add_time (json, "to", slot->to);
      heed_command_json_add_number (json, "expected_s", slot->expected_s);
      heed_command_json_add_share (json, "within_1h", slot->within_1h);
      heed_command_json_add_string (json, "reason", slot->reason);
      heed_command_json_end_object (json);
    }
  heed_command_json_end_array (json);
}

static void
print_json (HeedCommandLine *line, const HeedAdvice *advice)
{
  static const char *const hours[] = {
    [HEED_HOUR_UNKNOWN] = "unknown",
    [HEED_HOUR_INDIFFERENT] = "indifferent",
    [HEED_HOUR_MATTERS] = "matters",
  };
  g_autoptr (GString) json = g_string_new (NULL);

  heed_command_json_begin_object (json, NULL);
  heed_command_json_add_string (json, "channel", advice->channel);
  heed_command_json_add_string (json, "network", advice->network);
  heed_command_json_add_string (json, "account", advice->account);
  heed_command_json_add_string (json, "hour", hours[advice->hour]);
  add_slots (json, "times", advice->times);
  add_slots (json, "avoid", advice->avoid);
  heed_command_json_add_strings (json, "reasons", advice->reasons);
  heed_command_json_begin_object (json, "evidence");
  heed_command_json_add_count (json, "n", advice->n);
  heed_command_json_end_object (json);
  heed_command_json_end_object (json);
  heed_command_json_print (line, json);
}

static void
print_slots (HeedCommandLine *line, const char *title, GPtrArray *slots, GTimeZone *zone)
{
  if (slots->len > 0)
    heed_command_print (line, "\n%s\n", title);
  for (guint i = 0; i < slots->len; i++)
    {
      const HeedTimeSlot *slot = slots->pdata[i];
      g_autoptr (GDateTime) from_utc = g_date_time_new_from_unix_utc (slot->from);
      g_autoptr (GDateTime) to_utc = g_date_time_new_from_unix_utc (slot->to);
      g_autoptr (GDateTime) from = g_date_time_to_timezone (from_utc, zone);
      g_autoptr (GDateTime) to = g_date_time_to_timezone (to_utc, zone);
      /* Translators: the beginning of an hour, for g_date_time_format(): weekday, day, month, time. */
      g_autofree char *from_text = g_date_time_format (from, _ ("%a %-d %b %H:%M"));
      g_autofree char *to_text = g_date_time_format (to, "%H:%M");

      heed_command_print (line, "  %s–%s  %s\n", from_text, to_text, slot->reason);
    }
}

static void
print_text (HeedCommandLine *line, const HeedAdvice *advice, GTimeZone *zone)
{
  g_autofree char *write = g_strdup_printf (_ ("Best times to write (%s):"), g_time_zone_get_identifier (zone));

  /* Translators: an account. */
  heed_command_print (line, _ ("Write a public post to %s."), advice->account);
  heed_command_print (line, "\n");
  print_slots (line, write, advice->times, zone);
  print_slots (line, _ ("Times to avoid:"), advice->avoid, zone);
  heed_command_print (line, "\n%s\n", _ ("Why:"));
  for (guint i = 0; i < advice->reasons->len; i++)
    heed_command_print (line, "  • %s\n", (const char *) advice->reasons->pdata[i]);
}

/* What is said of accounts or of a company of an archive; %NULL with the status set when it could not be had. */
static GPtrArray *
gather (HeedCommandLine *line, char **accounts, int *status)
{
  g_autoptr (GError) error = NULL;
  HeedCheckOptions options = { 0 };
  GPtrArray *all = NULL;

  if (archive != NULL)
    all = heed_command_gather_archive (archive, company, NULL, &error);
  else
    {
      g_autoptr (HeedContext) context = heed_environment_open (&error);

      if (context != NULL)
        all = heed_command_gather_accounts (context, accounts, &options, status);
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    heed_command_say (_ ("Stopped. Nothing of an archive is kept; ask again to get advice."));
  else if (error != NULL)
    heed_command_fail (error);
  if (error != NULL)
    *status = HEED_EXIT_FAILED;
  return all;
}

static int
advise (HeedCommandLine *line, char **accounts, GTimeZone *zone, gint64 time)
{
  int status = HEED_EXIT_DONE;
  g_autoptr (GPtrArray) all = gather (line, accounts, &status);

  /* Those that failed were named; advice on the others still stands. */
  if (all == NULL || all->len == 0)
    return HEED_EXIT_FAILED;
  g_autoptr (HeedAdvice) advice = heed_check_advise (all, time, zone, NULL);
  if (as_json)
    print_json (line, advice);
  else
    print_text (line, advice, zone);
  return status;
}

/* GLib looks for a zone's file by its name, wherever that leads; names of zones hold no dots. */
static GTimeZone *
new_zone (void)
{
  if (zone_name == NULL)
    return g_time_zone_new_local ();
  return zone_name[0] != '/' && strchr (zone_name, '.') == NULL ? g_time_zone_new_identifier (zone_name) : NULL;
}

static int
run (HeedCommandLine *line, char **args)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeedClock) clock = heed_environment_new_clock (&error);
  g_autoptr (GTimeZone) zone = new_zone ();
  gint64 time;

  if (clock == NULL)
    return heed_command_fail (error);
  if (zone == NULL)
    return heed_command_usage (_ ("“%s” is no time zone; write it as Europe/Berlin."), zone_name);
  time = heed_clock_now (clock);
  if (at != NULL && (!heed_time_parse (at, &time) || time > LAST_TIME))
    return heed_command_usage (_ ("“%s” is no time; write it as 2026-03-01T10:00:00Z."), at);
  if (archive != NULL && args[0] != NULL)
    return heed_command_usage (_ ("Give either accounts or “--archive FILE”, not both."));
  if ((archive != NULL) != (company != NULL))
    return heed_command_usage (_ ("Give “--archive FILE” and “--company NAME” together."));
  if (archive == NULL && args[0] == NULL)
    return heed_command_usage (_ (
      "Name an account, such as @care@example.social or care.example.com, or give “--archive FILE --company NAME”."));
  return advise (line, args, zone, time);
}

static const GOptionEntry entries[] = {
  { "archive", 0, 0, G_OPTION_ARG_FILENAME, &archive,
    N_ ("Read conversations from a CSV or JSON lines file, plain, .gz or .xz"), N_ ("FILE") },
  { "company", 0, 0, G_OPTION_ARG_STRING, &company, N_ ("The company of the archive"), N_ ("NAME") },
  { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("From when on to look for a good time (now)"), N_ ("TIME") },
  { "tz", 0, 0, G_OPTION_ARG_STRING, &zone_name, N_ ("Whose clock the hours are for (yours)"), N_ ("ZONE") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
  { NULL },
};

const HeedCommand heed_command_advise = {
  .name = "advise",
  .usage = N_ ("ACCOUNT… | --archive FILE --company NAME"),
  .summary = N_ ("Propose where and, where it matters, when to write, with the reasons"),
  .description = N_ (
    "Checks the accounts as “heedctl check” does, and proposes the one that most likely answers. Three hours of the "
    "coming week are named only where “heedctl backtest” would show on the account's own past that they help; else it "
    "is said that the hour does not matter, or that it is not known whether it does."),
  .options = entries,
  .run = run,
};
