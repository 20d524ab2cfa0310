/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-day-ends.h"

#include "heed-reply-reading.h"
#include "heed-week.h"

#define MINUTE_S 60
#define DAY_S (24 * 60 * MINUTE_S)
#define DAY_MIN (24 * 60)

/* A day begins before two in the afternoon and ends after it, or in the night behind it; docs/statistics.md. */
#define TURN_MIN (14 * 60)
#define NIGHT_MIN (5 * 60)

/* Greetings are a habit on at least so many days, which are such a share of those on which anything was written, and
 * where the middle half of them lies within so long. */
#define MIN_DAYS 5
#define MIN_SHARE 0.5
#define MAX_SPREAD_MIN 120

/** heed_day_kind_from_day: what kind of day a day of the week is, 0 being Monday. */
HeedDayKind
heed_day_kind_from_day (guint day)
{
  return day < 5 ? HEED_WEEKDAYS : day == 5 ? HEED_SATURDAYS : HEED_SUNDAYS;
}

/* Of each local day: minutes since midnight and one; 0 for nothing. */
typedef struct
{
  guint opening;
  guint closing;
} Day;

static Day *
ensure_day (GHashTable *days, gint64 day)
{
  Day *found = g_hash_table_lookup (days, GINT_TO_POINTER ((gint) day));

  if (found == NULL)
    {
      found = g_new0 (Day, 1);
      g_hash_table_insert (days, GINT_TO_POINTER ((gint) day), found);
    }
  return found;
}

/* Whether a post greets at the beginning of the day's work. */
static gboolean
is_opening (const HeedOwnPost *post)
{
  return (post->notices & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_OPENING)) != 0
         || post->greeting == HEED_GREETING_MORNING;
}

/* Whether a post takes leave at its end: who is back at eight goes now. */
static gboolean
is_closing (const HeedOwnPost *post)
{
  return (post->notices & HEED_REPLY_MARK_BIT (HEED_REPLY_MARK_CLOSING)) != 0 || post->says_opens > 0;
}

/* What one post says of its day: by when it came, and by the time it names. The last of several ends the day. */
static void
add_post (GHashTable *days, const HeedOwnPost *post, GTimeZone *zone)
{
  gint64 local = heed_week_get_local (zone, post->at);
  gint64 day = local / DAY_S;
  guint minute = (guint) (local % DAY_S / MINUTE_S);

  /* No company posted in 1969; a broken clock tells no time of the day. */
  if (local < 0)
    return;
  Day *today = ensure_day (days, day);

  if (is_opening (post) && minute >= NIGHT_MIN && minute < TURN_MIN
      && (today->opening == 0 || minute < today->opening - 1))
    today->opening = minute + 1;
  if (post->says_closes > TURN_MIN)
    today->closing = MAX (today->closing, post->says_closes);
  if (!is_closing (post))
    return;
  if (minute >= TURN_MIN)
    today->closing = MAX (today->closing, minute + 1);
  else if (minute < NIGHT_MIN)
    {
      Day *yesterday = ensure_day (days, day - 1);
      yesterday->closing = MAX (yesterday->closing, minute + DAY_MIN + 1);
    }
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static void
settle (HeedDayEnd *end, GArray *minutes, guint of)
{
  end->days = minutes->len;
  end->of = of;
  if (minutes->len < MIN_DAYS || minutes->len < MIN_SHARE * of)
    return;
  g_array_sort (minutes, compare_minutes);
  guint low = g_array_index (minutes, guint, minutes->len / 4);
  guint high = g_array_index (minutes, guint, 3 * (minutes->len - 1) / 4);
  end->is_known = high - low <= MAX_SPREAD_MIN;
  end->minute = g_array_index (minutes, guint, minutes->len / 2);
}

/* All days on which the company wrote anything, by their numbers. */
static GHashTable *
collect_days (const HeedExchangeSet *set, GTimeZone *zone)
{
  GHashTable *days = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < set->replies->len; i++)
    ensure_day (days, heed_week_get_local (zone, g_array_index (set->replies, HeedReply, i).at) / DAY_S);
  for (guint i = 0; i < set->own_posts->len; i++)
    add_post (days, &g_array_index (set->own_posts, HeedOwnPost, i), zone);
  return days;
}

/* One kind of days. */
static void
find_kind (HeedDayEnds *ends, GHashTable *days, HeedDayKind kind, HeedHolidays *holidays)
{
  g_autoptr (GArray) opening = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) closing = g_array_new (FALSE, FALSE, sizeof (guint));
  GHashTableIter iter;
  gpointer key, value;
  guint of = 0;

  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Day *day = value;
      gint number = GPOINTER_TO_INT (key);

      if (number < 0 || heed_day_kind_from_day ((guint) number % 7) != kind
          || (holidays != NULL && heed_holidays_get_name (holidays, number) != NULL))
        continue;
      of++;
      guint first = day->opening - 1, last = day->closing - 1;
      if (day->opening > 0)
        g_array_append_val (opening, first);
      if (day->closing > 0)
        g_array_append_val (closing, last);
    }
  settle (&ends->opening[kind], opening, of);
  settle (&ends->closing[kind], closing, of);
}

/**
 * heed_day_ends_find: when the company says good morning and good night (S6, S7).
 * @zone: on whose clocks
 * @holidays: (nullable): days that are left out
 */
void
heed_day_ends_find (HeedDayEnds *ends, const HeedExchangeSet *set, GTimeZone *zone, HeedHolidays *holidays)
{
  g_return_if_fail (ends != NULL && set != NULL && zone != NULL);

  g_autoptr (GHashTable) days = collect_days (set, zone);

  *ends = (HeedDayEnds){ 0 };
  for (HeedDayKind kind = 0; kind < HEED_N_DAY_KINDS; kind++)
    find_kind (ends, days, kind, holidays);
}
