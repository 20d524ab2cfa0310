/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-format.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <math.h>

#define MINUTE_S 60.0
#define HOUR_S (60 * MINUTE_S)
#define DAY_S (24 * HOUR_S)

static char *
plural (const char *one, const char *many, double count)
{
  g_autofree char *number = g_strdup_printf ("%.0f", count);
  const char *form = g_dngettext (GETTEXT_PACKAGE, one, many, (gulong) count);
  g_autoptr (GString) text = g_string_new (form);

  g_string_replace (text, "%s", number, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * heed_format_duration: how long something took, in its largest unit that does not hide much.
 * @seconds: NAN for what is not known
 */
char *
heed_format_duration (double seconds)
{
  if (isnan (seconds))
    return g_strdup ("–");
  if (seconds < MINUTE_S)
    return g_strdup (_ ("under 1 minute"));
  if (seconds < 90 * MINUTE_S)
    return plural (N_ ("%s minute"), N_ ("%s minutes"), round (seconds / MINUTE_S));
  if (seconds < 36 * HOUR_S)
    return plural (N_ ("%s hour"), N_ ("%s hours"), round (seconds / HOUR_S));
  return plural (N_ ("%s day"), N_ ("%s days"), round (seconds / DAY_S));
}

/** heed_format_percent: @share, 0 to 1 or NAN, as a whole percentage. */
char *
heed_format_percent (double share)
{
  if (isnan (share))
    return g_strdup ("–");
  /* Translators: the space does not break, here and in the other shares; use the space your language has there. */
  return g_strdup_printf (_ ("%.0f %%"), share * 100);
}

/** heed_format_share: the share with its 95 % interval where there is one: "71 % (62–79 %)". */
char *
heed_format_share (const HeedShare *share)
{
  g_return_val_if_fail (share != NULL, NULL);

  g_autofree char *value = heed_format_percent (share->n > 0 ? share->value : NAN);
  if (share->n == 0 || isnan (share->low) || isnan (share->high))
    return g_steal_pointer (&value);
  return g_strdup_printf (_ ("%s (%.0f–%.0f %%)"), value, share->low * 100, share->high * 100);
}

static char *
format_time (gint64 time, GTimeZone *zone, const char *format)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  return local != NULL ? g_date_time_format (local, format) : g_strdup ("–");
}

static gboolean
is_same_year (gint64 a, gint64 b, GTimeZone *zone)
{
  g_autofree char *year_a = format_time (a, zone, "%Y");
  g_autofree char *year_b = format_time (b, zone, "%Y");

  return g_str_equal (year_a, year_b);
}

/** heed_format_day: the day of @time as a person in @zone says it at @now. */
char *
heed_format_day (gint64 time, gint64 now, GTimeZone *zone)
{
  g_return_val_if_fail (zone != NULL, NULL);

  /* Translators: a date, as g_date_time_format() writes it: day and month. */
  return format_time (time, zone,
                      is_same_year (time, now, zone) ? _ ("%-d %B")
                                                     /* Translators: a date: day, month and year. */
                                                     : _ ("%-d %B %Y"));
}

/** heed_format_day_time: the same with the time of the day. */
char *
heed_format_day_time (gint64 time, gint64 now, GTimeZone *zone)
{
  g_autofree char *day = heed_format_day (time, now, zone);
  g_autofree char *hour = format_time (time, zone, "%H:%M");

  /* Translators: a date, then a time: "3 March, 10:02". */
  return g_strdup_printf (_ ("%s, %s"), day, hour);
}

/**
 * heed_format_weekday: the name of a day of the week.
 * @day: 0 is Monday
 * @format: "%A" for the whole name, "%a" for a short one
 */
char *
heed_format_weekday (guint day, const char *format)
{
  g_return_val_if_fail (day < 7 && format != NULL, NULL);

  /* 5 January 1970 was a Monday. */
  g_autoptr (GDateTime) date = g_date_time_new_utc (1970, 1, 5 + (int) day, 0, 0, 0);
  return g_date_time_format (date, format);
}

/** heed_format_document: (transfer full): what kind of file it is and how large. */
char *
heed_format_document (const HeedDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  const char *type = document->type != NULL ? document->type : "application/octet-stream";
  g_autofree char *content_type = g_content_type_from_mime_type (type);
  g_autofree char *kind = g_content_type_get_description (content_type != NULL ? content_type : type);
  g_autofree char *size = g_format_size ((guint64) document->size);
  /* Translators: what kind of file it is, and its size, such as "PNG image, 24.0 kB". */
  return g_strdup_printf (_ ("%1$s, %2$s"), kind, size);
}
