/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-thumb.h"

#define MONDAY 0
#define FRIDAY 4
#define SUNDAY 6

/* S18, S27, S36, S100, S101: what is said of an hour, and what comes first where two things are. */
static void
test_hours (void)
{
  static const struct
  {
    guint day, hour;
    HeedThumb thumb;
  } cases[] = {
    { FRIDAY, 7, HEED_THUMB_NOTHING },  { FRIDAY, 8, HEED_THUMB_WRITE },    { FRIDAY, 9, HEED_THUMB_WRITE },
    { FRIDAY, 10, HEED_THUMB_NOTHING }, { FRIDAY, 11, HEED_THUMB_AVOID },   { FRIDAY, 13, HEED_THUMB_NOTHING },
    { FRIDAY, 15, HEED_THUMB_WRITE },   { FRIDAY, 16, HEED_THUMB_NOTHING }, { FRIDAY, 21, HEED_THUMB_NOTHING },
    { FRIDAY, 22, HEED_THUMB_AVOID },   { FRIDAY, 6, HEED_THUMB_AVOID },    { MONDAY, 9, HEED_THUMB_NOTHING },
    { MONDAY, 12, HEED_THUMB_AVOID },   { MONDAY, 23, HEED_THUMB_AVOID },   { SUNDAY, 9, HEED_THUMB_AVOID },
    { SUNDAY, 17, HEED_THUMB_AVOID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("day %u, %u h", cases[i].day, cases[i].hour);
      g_assert_cmpint (heed_thumb_read (cases[i].day, cases[i].hour), ==, cases[i].thumb);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thumb/hours", test_hours);
  return g_test_run ();
}
