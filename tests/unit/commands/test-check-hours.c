/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What check says of hours: the keys of "hours", and whether somebody is on duty now (S4–S7, S35). */

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "heed-clock.h"
#include "heed-command-check.h"

static gint64
at (const char *text)
{
  gint64 time = 0;

  g_assert_true (heed_time_parse (text, &time));
  return time;
}

/* An account in Berlin that states Monday to Friday, 8 to 20, and never replied. */
static HeedScorecard *
make_card (const char *zone)
{
  g_autoptr (HeedExchangeSet) set = heed_exchange_set_new ("care");
  HeedScorecardOptions options = { .timezone = zone };

  set->from = set->until = at ("2026-03-02T00:00:00Z");
  set->stated.has_week = TRUE;
  set->stated_words = g_strdup ("Mo-Fr 8-20");
  for (guint cell = 0; cell < 5 * 24; cell++)
    set->stated.open[cell / 24][cell % 24] = cell % 24 >= 8 && cell % 24 < 20;
  return heed_scorecard_new (set, &options);
}

static JsonNode *
get_hours (const HeedScorecard *scorecard, gint64 now)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  heed_command_check_add_json (json, scorecard, now);
  g_autoptr (JsonNode) root = json_from_string (json->str, &error);
  g_assert_no_error (error);
  return json_node_copy (json_object_get_member (json_node_get_object (root), "hours"));
}

static void
test_json (void)
{
  static const struct
  {
    const char *now, *key, *change;
    gboolean is_open;
  } cases[] = {
    { "2026-03-02T10:00:00Z", "until", "2026-03-02T19:00:00Z", TRUE },
    { "2026-03-06T19:00:00Z", "back", "2026-03-09T07:00:00Z", FALSE },
    { "2026-03-27T20:00:00Z", "back", "2026-03-30T06:00:00Z", FALSE },
    { "2026-04-02T20:00:00Z", "back", "2026-04-07T06:00:00Z", FALSE },
  };
  g_autoptr (HeedScorecard) scorecard = make_card ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = get_hours (scorecard, at (cases[i].now));
      JsonObject *hours = json_node_get_object (node);
      JsonObject *now = json_object_get_object_member (hours, "now");

      g_assert_cmpint (json_object_get_boolean_member (now, "open"), ==, cases[i].is_open);
      g_assert_cmpstr (json_object_get_string_member (now, cases[i].key), ==, cases[i].change);
      g_assert_cmpuint (json_object_get_size (now), ==, 2);
      g_assert_cmpstr (json_object_get_string_member (hours, "stated"), ==, "Mo-Fr 8-20");
      g_assert_cmpstr (json_object_get_string_member (hours, "timezone"), ==, "Europe/Berlin");
      g_assert_cmpstr (json_object_get_string_member (hours, "timezone_from"), ==, "given");
      g_assert_cmpfloat (json_object_get_double_member (hours, "timezone_certainty"), ==, 1);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (hours, "stated_week")), ==, 7);
      g_assert_true (json_object_get_null_member (hours, "learned"));
      g_assert_true (json_object_get_null_member (hours, "compared"));
    }

  /* An archive has no now, and hours in no known zone tell none. */
  g_autoptr (JsonNode) archive = get_hours (scorecard, HEED_NEVER);
  g_assert_true (json_object_get_null_member (json_node_get_object (archive), "now"));
  g_autoptr (HeedScorecard) nowhere = make_card (NULL);
  g_autoptr (JsonNode) unknown = get_hours (nowhere, at (cases[0].now));
  g_assert_true (json_object_get_null_member (json_node_get_object (unknown), "now"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (unknown), "timezone_from"), ==, "none");
}

static char *
print_card (const HeedScorecard *scorecard, gint64 now, GTimeZone *zone)
{
  char *text = NULL;
  size_t length = 0;
  HeedCommandLine line = { open_memstream (&text, &length) };

  heed_command_check_print (&line, scorecard, now, zone);
  fclose (line.out);
  return text;
}

static void
test_text (void)
{
  static const struct
  {
    const char *now, *zone, *line;
  } cases[] = {
    { "2026-03-02T10:00:00Z", "Europe/Berlin", "\nOn duty now, until 20:00\n" },
    { "2026-03-02T10:00:00Z", "Europe/London", "\nOn duty now, until 20:00 (19:00 your time)\n" },
    { "2026-03-02T20:00:00Z", "Europe/Helsinki", "\nClosed now, back tomorrow at 8:00 (tomorrow at 9:00 your time)\n" },
    { "2026-03-06T20:00:00Z", "Europe/Berlin", "\nClosed now, back on Monday at 8:00\n" },
  };
  g_autoptr (HeedScorecard) scorecard = make_card ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autofree char *text = print_card (scorecard, at (cases[i].now), zone);

      g_assert_nonnull (strstr (text, cases[i].line));
    }
  g_autofree char *archive = print_card (scorecard, HEED_NEVER, NULL);
  g_assert_null (strstr (archive, "now"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check-hours/json", test_json);
  g_test_add_func ("/check-hours/text", test_text);
  return g_test_run ();
}
