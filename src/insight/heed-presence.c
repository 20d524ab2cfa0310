/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-presence.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "heed-hours.h"
#include "heed-week.h"
#include "heed-wording.h"
#include "heed-zone-guess.h"

#define DAY_S (24 * 3600)
#define N_CELLS (7 * 24)

/* From so many public holidays on it is said, and concluded, what the company does on them. */
#define MIN_HOLIDAYS 3

/* A company that replies on this share of holidays, relative to like days, keeps its usual hours. */
#define KEEPS_HOLIDAYS_SHARE 0.5

static const char *const from_words[] = { "none", "given", "stated", "inferred" };

/** heed_zone_from_to_string: (transfer none): the word of "timezone_from" in the contract of the command line. */
const char *
heed_zone_from_to_string (HeedZoneFrom from)
{
  g_return_val_if_fail (from < G_N_ELEMENTS (from_words), NULL);

  return from_words[from];
}

/* The zone in which hours are drawn: given, stated, inferred, else UTC. POSIX counts offsets westwards. */
static char *
choose_zone (HeedPresence *presence, const HeedExchangeSet *set, const char *given)
{
  int offset_h;

  presence->zone_certainty = 1;
  presence->zone_from = given != NULL ? HEED_ZONE_GIVEN : HEED_ZONE_STATED;
  if (given != NULL || set->stated.zone != NULL)
    return g_strdup (given != NULL ? given : set->stated.zone);
  if (heed_zone_guess (set, &offset_h, &presence->zone_certainty))
    {
      presence->zone_from = HEED_ZONE_INFERRED;
      return offset_h != 0 ? g_strdup_printf ("Etc/GMT%+d", -offset_h) : g_strdup ("Etc/GMT");
    }
  presence->zone_from = HEED_ZONE_NONE;
  return NULL;
}

/* On which days, counted in @zone, it replied at all. */
static GHashTable *
collect_reply_days (const HeedExchangeSet *set, GTimeZone *zone)
{
  GHashTable *days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < set->replies->len; i++)
    {
      gint64 local = heed_week_get_local (zone, g_array_index (set->replies, HeedReply, i).at);

      g_hash_table_add (days, GINT_TO_POINTER ((gint) (local / DAY_S)));
    }
  return days;
}

/* On how many public holidays from Monday to Friday it replied, and on how many other such days (S18). */
static void
fill_holidays (HeedPresence *presence, const HeedExchangeSet *set, GTimeZone *zone, HeedHolidays *holidays)
{
  g_autoptr (GHashTable) replied = collect_reply_days (set, zone);
  gint64 first = heed_week_get_local (zone, set->from) / DAY_S;
  gint64 last = heed_week_get_local (zone, set->until) / DAY_S;
  guint n[2] = { 0 }, n_replied[2] = { 0 };

  presence->country = g_strdup (heed_holidays_get_country (holidays));
  for (gint64 day = MAX (first, 0); day <= last && day - first < 100 * 366; day++)
    {
      gboolean is_holiday = heed_holidays_get_name (holidays, day) != NULL;

      if (day % 7 >= 5)
        continue;
      n[is_holiday]++;
      n_replied[is_holiday] += g_hash_table_contains (replied, GINT_TO_POINTER ((gint) day)) ? 1 : 0;
    }
  presence->on_holidays = heed_statistics_share (n_replied[TRUE], n[TRUE]);
  presence->on_like_days = heed_statistics_share (n_replied[FALSE], n[FALSE]);
  presence->keeps_holidays = n[TRUE] >= MIN_HOLIDAYS && n_replied[FALSE] > 0
                             && presence->on_holidays.value >= KEEPS_HOLIDAYS_SHARE * presence->on_like_days.value;
}

/* Stated against lived hours, in hours a week. Nothing can be said where the zone of what is stated is not known. */
static void
compare (HeedScorecard *scorecard, const HeedExchangeSet *set, GTimeZone *zone)
{
  HeedPresence *presence = &scorecard->presence;
  gboolean seen[7][24] = { { FALSE } };

  presence->has_comparison = presence->has_stated && scorecard->has_learned_hours
                             && presence->zone_from != HEED_ZONE_NONE;
  if (!presence->has_comparison)
    return;
  for (guint i = 0; i < set->replies->len; i++)
    {
      guint day, hour;

      heed_week_get_cell (zone, g_array_index (set->replies, HeedReply, i).at, &day, &hour);
      seen[day][hour] = TRUE;
    }
  for (guint cell = 0; cell < N_CELLS; cell++)
    {
      gboolean stated = presence->stated[cell / 24][cell % 24];
      gboolean lived = scorecard->open[cell / 24][cell % 24];

      presence->n_stated += stated ? 1 : 0;
      presence->n_lived += lived ? 1 : 0;
      presence->n_both += stated && lived ? 1 : 0;
      presence->n_unseen += stated && !seen[cell / 24][cell % 24] ? 1 : 0;
    }
  presence->n_beyond = presence->n_lived - presence->n_both;
}

/**
 * heed_presence_fill: when somebody is there: zone, stated and learned hours, greetings, holidays.
 * @given_zone: (nullable): IANA name, where the caller knows it
 */
void
heed_presence_fill (HeedScorecard *scorecard, const HeedExchangeSet *set, const char *given_zone)
{
  g_return_if_fail (scorecard != NULL && set != NULL);

  HeedPresence *presence = &scorecard->presence;
  g_autofree char *name = choose_zone (presence, set, given_zone);
  g_autoptr (GTimeZone) zone = heed_week_new_zone (name);
  g_autoptr (HeedHolidays) holidays = heed_holidays_new_for_zone (name);

  scorecard->timezone = g_strdup (g_time_zone_get_identifier (zone));
  scorecard->stated_hours = g_strdup (set->stated_words);
  presence->has_stated = set->stated.has_week;
  memcpy (presence->stated, set->stated.open, sizeof presence->stated);
  heed_day_ends_find (&presence->ends, set, zone, holidays);
  scorecard->has_learned_hours = heed_hours_learn (set->replies, zone, holidays, &presence->ends, scorecard->open);
  scorecard->has_open_hours = scorecard->has_learned_hours
                              || (presence->has_stated && presence->zone_from != HEED_ZONE_NONE);
  if (holidays != NULL)
    fill_holidays (presence, set, zone, holidays);
  compare (scorecard, set, zone);
}

/**
 * heed_company_hours_init: the hours to count with: learned ones, else stated ones.
 *
 * On public holidays those of a Sunday hold, unless the company was seen to keep its usual hours.
 *
 * Returns: %FALSE, and nothing to clear, where nothing is known of them
 */
gboolean
heed_company_hours_init (HeedCompanyHours *company, const HeedScorecard *scorecard)
{
  g_return_val_if_fail (company != NULL && scorecard != NULL, FALSE);

  *company = (HeedCompanyHours){ .zone = NULL };
  if (!scorecard->has_open_hours)
    return FALSE;
  company->zone = heed_week_new_zone (scorecard->timezone);
  if (!scorecard->presence.keeps_holidays)
    company->holidays = heed_holidays_new_for_zone (scorecard->timezone);
  company->hours.zone = company->zone;
  company->hours.holidays = company->holidays;
  company->hours.is_known = TRUE;
  memcpy (company->hours.open, scorecard->has_learned_hours ? scorecard->open : scorecard->presence.stated,
          sizeof company->hours.open);
  return TRUE;
}

void
heed_company_hours_clear (HeedCompanyHours *company)
{
  g_clear_pointer (&company->zone, g_time_zone_unref);
  g_clear_pointer (&company->holidays, heed_holidays_free);
}

/* "9:00–18:00", where Monday to Friday are alike and open in one stretch within the day; else NULL. */
static char *
describe_weekdays (const gboolean open[7][24])
{
  int first = -1, last = -1;

  for (int hour = 0; hour < 24; hour++)
    {
      for (guint day = 1; day < 5; day++)
        if (open[day][hour] != open[0][hour])
          return NULL;
      if (!open[0][hour])
        continue;
      if (first >= 0 && last != hour)
        return NULL;
      first = first < 0 ? hour : first;
      last = hour + 1;
    }
  /* Translators: opening hours, such as 9:00–18:00. */
  return first >= 0 ? g_strdup_printf (_ ("%d:00–%d:00"), first, last) : NULL;
}

static void
add_reason (HeedScorecard *scorecard, char *sentence)
{
  g_ptr_array_add (scorecard->reasons, sentence);
}

static void
add_comparison (HeedScorecard *scorecard)
{
  const HeedPresence *presence = &scorecard->presence;
  g_autofree char *stated = describe_weekdays (presence->stated);
  g_autofree char *lived = describe_weekdays (scorecard->open);

  if (stated != NULL && lived != NULL)
    add_reason (scorecard,
                /* Translators: first two spans of time such as 9:00–18:00, then three numbers of hours. */
                g_strdup_printf (_ ("From Monday to Friday it states %s and was seen to answer %s; of the hours of a "
                                    "week that it states it was seen in %u of %u, and in %u beyond them."),
                                 stated, lived, presence->n_both, presence->n_stated, presence->n_beyond));
  else
    add_reason (scorecard, g_strdup_printf (_ ("Of the hours of a week that it states it was seen to answer in %u of "
                                               "%u, and in %u beyond them."),
                                            presence->n_both, presence->n_stated, presence->n_beyond));
}

static void
add_greetings (HeedScorecard *scorecard)
{
  const HeedDayEnd *opening = &scorecard->presence.ends.opening[HEED_WEEKDAYS];
  const HeedDayEnd *closing = &scorecard->presence.ends.closing[HEED_WEEKDAYS];

  if (opening->is_known)
    add_reason (scorecard,
                /* Translators: a time of the day, then numbers of days. */
                g_strdup_printf (_ ("It says good morning at %u:%02u, typically, on %u of %u weekdays."),
                                 opening->minute / 60, opening->minute % 60, opening->days, opening->of));
  if (closing->is_known)
    add_reason (scorecard,
                /* Translators: a time of the day, then numbers of days. */
                g_strdup_printf (_ ("It says that the day ends at %u:%02u, typically, on %u of %u weekdays."),
                                 closing->minute / 60 % 24, closing->minute % 60, closing->days, closing->of));
}

static void
add_zone (HeedScorecard *scorecard)
{
  const HeedPresence *presence = &scorecard->presence;

  if (presence->zone_from == HEED_ZONE_INFERRED)
    add_reason (scorecard,
                /* Translators: the name of a time zone, and a share in percent. */
                g_strdup_printf (_ ("Its time zone (%s) is inferred from when it replies and greets; it is right to "
                                    "an hour with a certainty of %ld %%, and summer time cannot be told."),
                                 scorecard->timezone, lround (100 * presence->zone_certainty)));
  else if (presence->zone_from == HEED_ZONE_NONE)
    add_reason (scorecard, g_strdup (_ ("Its time zone could not be told; hours are those of UTC.")));
}

static void
add_holidays (HeedScorecard *scorecard)
{
  const HeedShare *holidays = &scorecard->presence.on_holidays, *like = &scorecard->presence.on_like_days;

  if (scorecard->presence.country == NULL || holidays->n < MIN_HOLIDAYS || like->n == 0)
    return;
  guint n = (guint) lround (holidays->value * holidays->n);
  add_reason (scorecard, g_strdup_printf (ngettext ("It replied on %u of %u public holiday, and on %ld %% of other "
                                                    "weekdays.",
                                                    "It replied on %u of %u public holidays, and on %ld %% of other "
                                                    "weekdays.",
                                                    holidays->n),
                                          n, holidays->n, lround (100 * like->value)));
}

/** heed_presence_add_reasons: says what was found of hours, in sentences. */
void
heed_presence_add_reasons (HeedScorecard *scorecard)
{
  g_return_if_fail (scorecard != NULL && scorecard->reasons != NULL);

  if (scorecard->presence.has_comparison)
    add_comparison (scorecard);
  add_greetings (scorecard);
  add_holidays (scorecard);
  add_zone (scorecard);
}
