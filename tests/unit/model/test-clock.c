/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-clock.h"
#include "heed-error.h"

static void
test_time_parse (void)
{
  gint64 time = 7;

  g_assert_true (heed_time_parse ("2026-03-01T10:00:00Z", &time));
  g_assert_cmpint (time, ==, 1772359200);
  g_assert_true (heed_time_parse ("2026-03-01T11:00:00.250+01:00", &time));
  g_assert_cmpint (time, ==, 1772359200);
  g_assert_true (heed_time_parse ("2026-03-01", &time));
  g_assert_cmpint (time, ==, 1772323200);

  time = 7;
  g_assert_false (heed_time_parse ("yesterday", &time));
  g_assert_false (heed_time_parse ("", &time));
  g_assert_false (heed_time_parse (NULL, &time));
  g_assert_cmpint (time, ==, 7);
}

static void
test_time_format (void)
{
  g_autofree char *text = heed_time_format (1772359200);

  g_assert_cmpstr (text, ==, "2026-03-01T10:00:00Z");
}

static void
test_fixed (void)
{
  g_autoptr (HeedClock) clock = heed_clock_new_fixed (5);

  g_assert_cmpint (heed_clock_now (clock), ==, 5);
  heed_clock_set (clock, 9);
  g_assert_cmpint (heed_clock_now (clock), ==, 9);
}

static void
test_wait (void)
{
  g_autoptr (GError) error = heed_error_new_rate_limited (90, "Wait %d seconds.", 90);
  g_autoptr (GError) copy = g_error_copy (error);
  g_autoptr (GError) other = g_error_new_literal (HEED_ERROR, HEED_ERROR_OFFLINE, "");

  g_assert_error (error, HEED_ERROR, HEED_ERROR_RATE_LIMITED);
  g_assert_cmpint (heed_error_get_wait (copy), ==, 90);
  g_assert_cmpint (heed_error_get_wait (other), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/parse", test_time_parse);
  g_test_add_func ("/clock/format", test_time_format);
  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/error/wait", test_wait);
  return g_test_run ();
}
