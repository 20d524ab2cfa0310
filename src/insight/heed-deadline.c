/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-deadline.h"

#include <string.h>

#include "heed-data-object.h"
#include "heed-free-days.h"

#define DEADLINES "hours/deadlines.json"

#define HOURS_OF_DAY 24
#define DAYS_OF_WEEK 7
#define NOON 12

/* Nobody promises something for a day that is farther away; what reads so is no count. */
#define MAX_COUNT 366

/* "D'ici 18h" is a time of day; no clock shows more. */
#define LAST_HOUR 23

/* The years that are written. */
#define MIN_YEAR 2000
#define MAX_YEAR 2099

/* "By 5 November", said three weeks later, is not that of next year. */
#define MAX_PAST_DAYS 60

/* Longer than the name of any month. */
#define MAX_MONTH_BYTES 32

/* What stands behind so many words is not read. */
#define MAX_WORDS 64

/* What is read, cut into small words, and the word lists of its language. */
typedef struct
{
  JsonObject *lists;
  char **words;
} Reading;

static gpointer
load_deadlines (gpointer user_data G_GNUC_UNUSED)
{
  return heed_data_load_object (DEADLINES);
}

static JsonObject *
get_languages (void)
{
  static GOnce once = G_ONCE_INIT;

  return json_object_get_object_member (g_once (&once, load_deadlines, NULL), "languages");
}

static JsonObject *
get_lists (const char *language)
{
  JsonObject *all = get_languages ();

  return json_object_has_member (all, language) ? json_object_get_object_member (all, language) : NULL;
}

static void
move (GDateTime **day, int n_days)
{
  GDateTime *moved = g_date_time_add_days (*day, n_days);

  g_date_time_unref (*day);
  *day = moved;
}

static void
move_working (GDateTime **day, guint n_days, const HeedFreeDays *days)
{
  while (n_days > 0)
    {
      move (day, 1);
      if (!heed_free_days_is_free (days, *day))
        n_days--;
    }
}

static void
replace (GDateTime **day, GDateTime *other)
{
  g_date_time_unref (*day);
  *day = other;
}

/* The last day of the month that is @n months on. */
static void
move_to_month_end (GDateTime **day, int n)
{
  move (day, 1 - g_date_time_get_day_of_month (*day));
  replace (day, g_date_time_add_months (*day, n + 1));
  move (day, -1);
}

/* The last working day of the week that is @n weeks on; at the weekend, the week to come is this one, and the next. */
static void
move_to_week_end (GDateTime **day, int n, const HeedFreeDays *days)
{
  if (heed_free_days_is_weekend (days, *day) && n > 0)
    n--;
  while (heed_free_days_is_weekend (days, *day))
    move (day, 1);
  move (day, n * DAYS_OF_WEEK);
  for (;;)
    {
      g_autoptr (GDateTime) next = g_date_time_add_days (*day, 1);

      if (heed_free_days_is_weekend (days, next))
        return;
      move (day, 1);
    }
}

/* The last day of this weekend, or of the one to come. */
static void
move_to_weekend_end (GDateTime **day, const HeedFreeDays *days)
{
  while (!heed_free_days_is_weekend (days, *day))
    move (day, 1);
  while (heed_free_days_is_weekend (days, *day))
    move (day, 1);
  move (day, -1);
}

/* Cuts a text into words in small letters and numbers; all that is neither parts two. */
static char **
cut (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean was_digit = FALSE;

  for (const char *at = small; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const gboolean is_apostrophe = c == '\'' || c == 0x2019 || c == 0x05f3;

      if (is_apostrophe || !(g_unichar_isalnum (c) || g_unichar_ismark (c)))
        {
          g_string_append_c (words, is_apostrophe ? '\'' : ' ');
          was_digit = FALSE;
          continue;
        }
      if (words->len > 0 && g_unichar_isdigit (c) != was_digit)
        g_string_append_c (words, ' ');
      was_digit = g_unichar_isdigit (c);
      g_string_append_unichar (words, c);
    }
  /* Several blanks in a row make empty words, which match nothing; they are left out. */
  g_auto (GStrv) parts = g_strsplit (words->str, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (guint i = 0, n = 0; parts[i] != NULL && n < MAX_WORDS; i++)
    if (*parts[i] != '\0')
      {
        g_strv_builder_add (builder, parts[i]);
        n++;
      }
  return g_strv_builder_end (builder);
}

/* Whether @pattern, which may end in "*" for any ending, is @word. */
static gboolean
is_word (const char *word, const char *pattern)
{
  const char *star = strchr (pattern, '*');

  return star != NULL ? strncmp (word, pattern, (gsize) (star - pattern)) == 0 : g_str_equal (word, pattern);
}

/* How many words of the reading @phrase takes from @at on, 0 where it does not stand there. */
static guint
match_phrase (const Reading *reading, guint at, const char *phrase)
{
  g_auto (GStrv) parts = g_strsplit (phrase, " ", -1);
  guint n = 0;

  for (; parts[n] != NULL; n++)
    if (reading->words[at + n] == NULL || !is_word (reading->words[at + n], parts[n]))
      return 0;
  return n;
}

static guint
match_any (const Reading *reading, guint at, JsonArray *phrases)
{
  guint longest = 0;

  for (guint i = 0; i < json_array_get_length (phrases); i++)
    longest = MAX (longest, match_phrase (reading, at, json_array_get_string_element (phrases, i)));
  return longest;
}

static gboolean
is_listed (const Reading *reading, guint at, const char *list)
{
  return match_any (reading, at, json_object_get_array_member (reading->lists, list)) > 0;
}

/* Which of the lists in @list stands at @at, -1 for none. */
static int
find_listed (const Reading *reading, guint at, const char *list)
{
  JsonArray *lists = json_object_get_array_member (reading->lists, list);

  for (guint i = 0; i < json_array_get_length (lists); i++)
    if (match_any (reading, at, json_array_get_array_element (lists, i)) > 0)
      return (int) i;
  return -1;
}

static gboolean
read_number (const Reading *reading, guint at, gint64 *number)
{
  const char *word = reading->words[at];
  JsonObject *numbers = json_object_get_object_member (reading->lists, "numbers");

  if (g_ascii_string_to_signed (word, 10, 1, MAX_COUNT, number, NULL))
    return TRUE;
  if (!json_object_has_member (numbers, word))
    return FALSE;
  *number = json_object_get_int_member (numbers, word);
  return TRUE;
}

static gboolean
has_working (const Reading *reading)
{
  for (guint i = 0; reading->words[i] != NULL; i++)
    if (is_listed (reading, i, "working"))
      return TRUE;
  return FALSE;
}

/* The count before a unit: the longer of "5 to 7", the product of "2x24"; 0 for none. @unit: (out): where the unit
 * stands */
static gint64
read_count (const Reading *reading, guint at, guint *unit)
{
  gint64 count = 0, number;
  gboolean multiplies = FALSE;

  for (; reading->words[at] != NULL; at++)
    if (read_number (reading, at, &number))
      {
        count = multiplies ? count * number : MAX (count, number);
        multiplies = FALSE;
      }
    else if (is_listed (reading, at, "times"))
      multiplies = TRUE;
    else if (!is_listed (reading, at, "joints") && !is_listed (reading, at, "working")
             && !is_listed (reading, at, "fillers"))
      break;
  *unit = at;
  return count <= MAX_COUNT ? count : 0;
}

/* So many of a unit on; FALSE where no unit stands at @unit. Of working hours, as many as a day has make a day. */
static gboolean
move_by_unit (const Reading *reading, guint unit, gint64 count, GDateTime **day, const HeedFreeDays *days)
{
  const gboolean works = has_working (reading);

  if (is_listed (reading, unit, "minutes"))
    replace (day, g_date_time_add_minutes (*day, (gint) count));
  else if (is_listed (reading, unit, "hours") && works)
    move_working (day, (guint) (count + HOURS_OF_DAY - 1) / HOURS_OF_DAY, days);
  else if (is_listed (reading, unit, "hours"))
    replace (day, g_date_time_add_hours (*day, (gint) count));
  else if (is_listed (reading, unit, "working_days") || (is_listed (reading, unit, "days") && works))
    move_working (day, (guint) count, days);
  else if (is_listed (reading, unit, "days"))
    move (day, (int) count);
  else if (is_listed (reading, unit, "weeks"))
    move (day, (int) count * DAYS_OF_WEEK);
  else if (is_listed (reading, unit, "months"))
    replace (day, g_date_time_add_months (*day, (gint) count));
  else
    return FALSE;
  return TRUE;
}

/* Whether the number at @at is a time of day: "at 5", "d'ici 18h", but not "d'ici deux heures". @unit: where what it
 * counts stands */
static gboolean
is_time (const Reading *reading, guint at, guint unit, gint64 number)
{
  if (at == 0 || number > LAST_HOUR)
    return FALSE;
  return is_listed (reading, at - 1, "clock")
         || (g_ascii_isdigit (reading->words[at][0]) && is_listed (reading, at - 1, "before_hours")
             && is_listed (reading, unit, "hours"));
}

/* So many on of the unit at @unit or, as in "a day or two", of the one before the count at @at. */
static gboolean
move_by_count (const Reading *reading, guint at, guint unit, gint64 count, GDateTime **day, const HeedFreeDays *days)
{
  if (move_by_unit (reading, unit, count, day, days))
    return TRUE;
  if (at < 2 || !is_listed (reading, at - 1, "joints"))
    return FALSE;
  guint before = at - 2;
  while (before > 0 && is_listed (reading, before, "working"))
    before--;
  return move_by_unit (reading, before, count, day, days);
}

/* "within 14 days", "in 3 to 5 working days"; of "two hours to two days" the longer. What then is shorter may be one
 * more part, as in "a week and two days", or anything. */
static gboolean
read_span (const Reading *reading, GDateTime **day, const HeedFreeDays *days)
{
  g_autoptr (GDateTime) start = g_date_time_ref (*day);
  gboolean is_read = FALSE;

  for (guint i = 0, unit; reading->words[i] != NULL; i++)
    {
      g_autoptr (GDateTime) moved = g_date_time_ref (start);
      gint64 number;

      if (!read_number (reading, i, &number) || (is_read && !is_listed (reading, i - 1, "joints")))
        continue;
      const gint64 count = read_count (reading, i, &unit);
      if (!is_time (reading, i, unit, number) && count > 0 && move_by_count (reading, i, unit, count, &moved, days))
        {
          if (is_read && g_date_time_compare (moved, *day) < 0)
            {
              g_clear_pointer (day, g_date_time_unref);
              return TRUE;
            }
          replace (day, g_steal_pointer (&moved));
          is_read = TRUE;
        }
      i = unit - 1;
    }
  return is_read;
}

/* A date as it is written; without a @year it is 0. */
typedef struct
{
  gint64 year;
  gint64 month;
  gint64 day;
} Date;

/* Moves to the next such date, and to no day where there is none or it has passed. */
static void
move_to_date (GDateTime **day, const Date *date)
{
  g_autoptr (GDateTime) today = g_date_time_new_utc (g_date_time_get_year (*day), g_date_time_get_month (*day),
                                                     g_date_time_get_day_of_month (*day), 12, 0, 0);
  const gint year = date->year != 0 ? (gint) date->year : g_date_time_get_year (today);
  GDateTime *moved = g_date_time_new_utc (year, (gint) date->month, (gint) date->day, 12, 0, 0);
  const gint64 past = moved != NULL ? g_date_time_difference (today, moved) / G_TIME_SPAN_DAY : 0;

  if (past > 0)
    g_clear_pointer (&moved, g_date_time_unref);
  if (past > MAX_PAST_DAYS && date->year == 0)
    moved = g_date_time_new_utc (year + 1, (gint) date->month, (gint) date->day, 12, 0, 0);
  replace (day, moved);
}

static gboolean
read_written (const Reading *reading, guint at, gint64 least, gint64 most, gint64 *number)
{
  return reading->words[at] != NULL && g_ascii_string_to_signed (reading->words[at], 10, least, most, number, NULL);
}

/* "12 March", "the 12th of March", "March 12th 2027", where the name of the month stands at @at. */
static gboolean
read_named_date (const Reading *reading, guint at, Date *date)
{
  guint before = at, behind = at + 1;

  date->month = find_listed (reading, at, "month_names") + 1;
  if (date->month == 0)
    return FALSE;
  while (before > 0 && is_listed (reading, before - 1, "date_joints"))
    before--;
  while (is_listed (reading, behind, "date_joints"))
    behind++;
  const gboolean is_before = before > 0 && read_written (reading, before - 1, 1, 31, &date->day);
  if (!is_before && !read_written (reading, behind, 1, 31, &date->day))
    return FALSE;
  for (behind += is_before ? 0 : 1; is_listed (reading, behind, "date_joints");)
    behind++;
  read_written (reading, behind, MIN_YEAR, MAX_YEAR, &date->year);
  return TRUE;
}

/* "2027-03-12", "12.03.2027". Which is the month of "12/03/2027" is not known in every language: then it is no month.
 */
static gboolean
read_numeric_date (const Reading *reading, guint at, Date *date)
{
  const gboolean is_day_first = json_object_get_boolean_member (reading->lists, "day_first");
  gint64 first, second;

  if (read_written (reading, at, MIN_YEAR, MAX_YEAR, &date->year))
    return read_written (reading, at + 1, 1, 12, &date->month) && read_written (reading, at + 2, 1, 31, &date->day);
  if (!read_written (reading, at, 1, 31, &first) || !read_written (reading, at + 1, 1, 31, &second)
      || !read_written (reading, at + 2, MIN_YEAR, MAX_YEAR, &date->year))
    return FALSE;
  date->day = is_day_first || first > 12 ? first : second;
  date->month = is_day_first || first > 12 ? second : first;
  if (!is_day_first && first <= 12 && second <= 12 && first != second)
    date->month = 0;
  return TRUE;
}

/* "by 12 March", "by March 12th": the next such day. */
static gboolean
read_date (const Reading *reading, GDateTime **day)
{
  for (guint i = 0; reading->words[i] != NULL; i++)
    {
      Date date = { 0 };

      if (!read_named_date (reading, i, &date) && !read_numeric_date (reading, i, &date))
        continue;
      move_to_date (day, &date);
      return TRUE;
    }
  return FALSE;
}

/* The longest phrase that means a day without a count; NULL for none. */
static const char *
find_phrase (const Reading *reading)
{
  g_autoptr (GList) phrases = json_object_get_members (json_object_get_object_member (reading->lists, "phrases"));
  const char *found = NULL;
  guint longest = 0;

  for (GList *item = phrases; item != NULL; item = item->next)
    for (guint i = 0; reading->words[i] != NULL; i++)
      {
        const guint n = match_phrase (reading, i, item->data);

        if (n <= longest)
          continue;
        longest = n;
        found = json_object_get_string_member (json_object_get_object_member (reading->lists, "phrases"), item->data);
      }
  return found;
}

/* "by Friday": the next one, never the day itself; "Friday next week": that of the week to come; of "Thursday or
 * Friday" the last. */
static gboolean
read_weekday (const Reading *reading, const char *phrase, GDateTime **day, const HeedFreeDays *days)
{
  gboolean is_read = FALSE;

  for (guint i = 0; reading->words[i] != NULL; i++)
    {
      const int weekday = find_listed (reading, i, "weekdays");

      if (weekday < 0 || (is_read && !is_listed (reading, i - 1, "joints")))
        continue;
      if (!is_read && g_strcmp0 (phrase, "week+1") == 0)
        move_to_weekend_end (day, days);
      do
        move (day, 1);
      while (g_date_time_get_day_of_week (*day) != weekday + 1);
      is_read = TRUE;
    }
  return is_read;
}

static gboolean
move_by_phrase (const char *phrase, GDateTime **day, const HeedFreeDays *days)
{
  const char *plus = phrase != NULL ? strchr (phrase, '+') : NULL;

  if (plus == NULL)
    return FALSE;
  const int n = (int) g_ascii_strtoll (plus, NULL, 10);
  if (g_str_has_prefix (phrase, "working"))
    move_working (day, (guint) n, days);
  else if (g_str_has_prefix (phrase, "week"))
    move_to_week_end (day, n, days);
  else if (g_str_has_prefix (phrase, "month"))
    move_to_month_end (day, n);
  else if (g_str_has_prefix (phrase, "noon"))
    move (day, n + (g_date_time_get_hour (*day) < NOON ? 0 : 1));
  else if (g_str_has_prefix (phrase, "year"))
    replace (day, g_date_time_new_utc (g_date_time_get_year (*day) + n, G_DATE_DECEMBER, 31, 12, 0, 0));
  else
    move (day, n);
  return TRUE;
}

/* The last second of the day that @day is on. */
static gint64
get_end (GDateTime *day, GTimeZone *zone)
{
  g_autoptr (GDateTime) end = g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                                               g_date_time_get_day_of_month (day), 23, 59, 59);

  return end != NULL ? g_date_time_to_unix (end) : 0;
}

/** heed_deadline_get_day_end: the last second of the day on which @time (Unix seconds) is in @zone. */
gint64
heed_deadline_get_day_end (gint64 time, GTimeZone *zone)
{
  g_return_val_if_fail (zone != NULL, time);

  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  return local != NULL ? get_end (local, zone) : time;
}

/** heed_deadline_begins_with_month: whether @text begins with the name of a month in any language that is read. */
gboolean
heed_deadline_begins_with_month (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (strlen (text), MAX_MONTH_BYTES));
  g_auto (GStrv) words = cut (valid);
  g_autoptr (GList) languages = json_object_get_values (get_languages ());
  for (GList *language = languages; words[0] != NULL && language != NULL; language = language->next)
    {
      const Reading reading = { json_node_get_object (language->data), words };

      if (find_listed (&reading, 0, "month_names") >= 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * heed_deadline_read: by which day a company acts that says so in @words: "within 14 days", "in 3 working days", "by
 * Friday". docs/statistics.md says how each is counted.
 * @language: ISO 639-1, as #HeedReplyReading tells
 * @at: when it was said
 * @zone: on whose clocks
 * @country: (nullable): ISO 3166-1 code in small letters, whose weekends and public holidays are no working days
 *
 * Returns: Unix seconds, the end of that day; 0 where the words name none, as "in a few days" and "by 5 pm"
 */
gint64
heed_deadline_read (const char *language, const char *words, gint64 at, GTimeZone *zone, const char *country)
{
  g_return_val_if_fail (words != NULL && zone != NULL, 0);

  JsonObject *lists = language != NULL ? get_lists (language) : NULL;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  if (lists == NULL || local == NULL || !g_utf8_validate (words, -1, NULL))
    return 0;

  g_auto (GStrv) cut_words = cut (words);
  const Reading reading = { lists, cut_words };
  const char *phrase = find_phrase (&reading);
  GDateTime *day = g_date_time_ref (local);
  g_auto (HeedFreeDays) days = { 0 };
  gint64 due = 0;

  heed_free_days_init (&days, country);
  if (read_span (&reading, &day, &days) || read_date (&reading, &day) || read_weekday (&reading, phrase, &day, &days)
      || move_by_phrase (phrase, &day, &days))
    due = day != NULL ? get_end (day, zone) : 0;
  g_clear_pointer (&day, g_date_time_unref);
  return due;
}
