/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-settings.h"

#define HOUR_S 3600

/* Sunday, 29 March 2026, 0:00 UTC: the night in which the clocks in Berlin are put forward. */
#define SHORT_NIGHT 1774742400

static void
test_quiet (void)
{
  const HeedQuietHours none = { 8, 8 }, night = { 22, 7 }, noon = { 12, 14 };

  for (guint hour = 0; hour < 24; hour++)
    {
      g_assert_false (heed_quiet_hours_contain (NULL, hour));
      g_assert_false (heed_quiet_hours_contain (&none, hour));
      g_assert_cmpint (heed_quiet_hours_contain (&night, hour), ==, hour >= 22 || hour < 7);
      g_assert_cmpint (heed_quiet_hours_contain (&noon, hour), ==, hour == 12 || hour == 13);
    }
}

/* The end is one on the user's clock, also in a night of 23 hours. */
static void
test_quiet_end (void)
{
  const HeedQuietHours none = { 8, 8 }, night = { 22, 7 };
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (berlin);
  /* 23:30 on Saturday there; 7:00 on Sunday is 5:00 UTC already. */
  g_assert_cmpint (heed_quiet_hours_get_end (&night, SHORT_NIGHT - 3 * HOUR_S / 2, berlin), ==,
                   SHORT_NIGHT + 5 * HOUR_S);
  g_assert_cmpint (heed_quiet_hours_get_end (&night, SHORT_NIGHT + 5 * HOUR_S, berlin), ==, SHORT_NIGHT + 5 * HOUR_S);
  g_assert_cmpint (heed_quiet_hours_get_end (&none, SHORT_NIGHT, berlin), ==, SHORT_NIGHT);
  g_assert_cmpint (heed_quiet_hours_get_end (NULL, SHORT_NIGHT, berlin), ==, SHORT_NIGHT);
}

static void
test_locales (void)
{
  static const struct
  {
    const char *locale;
    const char *language;
    const char *country;
  } cases[] = {
    { "en_GB.UTF-8", "en", "gb" }, { "de_AT@euro", "de", "at" },  { "es_419", "es", NULL },
    { "C.UTF-8", NULL, NULL },     { "POSIX", NULL, NULL },       { "fil_PH", NULL, "ph" },
    { "he", "he", NULL },          { "sr_RS@latin", "sr", "rs" }, { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeedSettings) settings = heed_settings_new (cases[i].locale, cases[i].locale);
      g_autoptr (HeedSettings) copy = heed_settings_copy (settings);

      g_assert_cmpstr (copy->languages[0], ==, cases[i].language);
      g_assert_cmpstr (copy->country, ==, cases[i].country);
      g_assert_cmpuint (copy->quiet.from, ==, copy->quiet.to);
      g_assert_null (copy->unread_networks[0]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/settings/quiet", test_quiet);
  g_test_add_func ("/model/settings/quiet-end", test_quiet_end);
  g_test_add_func ("/model/settings/locales", test_locales);
  return g_test_run ();
}
