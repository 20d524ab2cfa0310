/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-thumb.h"

#include "heed-data-object.h"

/* The words of data/hours/thumb.json, in the order of HeedThumb. */
static const char *const words[] = { "nothing", "write", "avoid" };

typedef struct
{
  HeedThumb hours[7][24];
} Week;

static HeedThumb
get_thumb (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i], word) == 0)
      return (HeedThumb) i;
  g_assert_not_reached ();
}

static gboolean
holds_on (JsonObject *rule, guint day)
{
  JsonArray *days = json_object_has_member (rule, "days") ? json_object_get_array_member (rule, "days") : NULL;

  for (guint i = 0; days != NULL && i < json_array_get_length (days); i++)
    if (json_array_get_int_element (days, i) == day)
      return TRUE;
  return days == NULL;
}

static void
apply (JsonObject *rule, Week *week)
{
  HeedThumb thumb = get_thumb (json_object_get_string_member (rule, "say"));
  gint64 from = json_object_get_int_member_with_default (rule, "from", 0);
  gint64 to = json_object_get_int_member_with_default (rule, "to", 24);

  g_assert (from >= 0 && from < to && to <= 24);
  for (guint day = 0; day < 7; day++)
    for (gint64 hour = from; holds_on (rule, day) && hour < to; hour++)
      week->hours[day][hour] = thumb;
}

/* The rules backwards, as the first one that an hour fits holds. */
static gpointer
read_week (gpointer user_data G_GNUC_UNUSED)
{
  g_autoptr (JsonObject) object = heed_data_load_object ("hours/thumb.json");
  JsonArray *rules = json_object_get_array_member (object, "rules");
  Week *week = g_new0 (Week, 1);

  for (guint i = json_array_get_length (rules); i > 0; i--)
    apply (json_array_get_object_element (rules, i - 1), week);
  return week;
}

/**
 * heed_thumb_read: what people who staff such accounts say of an hour, for want of measurements.
 * @day: 0 is Monday
 * @hour: 0 to 23, local
 *
 * By data/hours/thumb.json (rows S18, S27, S36, S100 and S101): write in the morning and after noon, when there are
 * fewer calls and e-mails; not at night, at the weekend or in the rush of calls; Mondays are hard.
 */
HeedThumb
heed_thumb_read (guint day, guint hour)
{
  static GOnce once = G_ONCE_INIT;

  g_return_val_if_fail (day < 7 && hour < 24, HEED_THUMB_NOTHING);

  const Week *week = g_once (&once, read_week, NULL);
  return week->hours[day][hour];
}
