/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-stated-hours.h"

G_BEGIN_DECLS

#define HEED_DAY_MIN (24 * 60)
#define HEED_HALF_DAY_MIN (12 * 60)

typedef enum
{
  HEED_HALF_NONE,
  HEED_HALF_AM,
  HEED_HALF_PM,
} HeedHalf;

/* One time of the day. @is_marked: it cannot be just any number. @end: the token behind it. */
typedef struct
{
  int minutes;
  HeedHalf half;
  gboolean is_marked;
  gboolean is_clear;
  guint end;
} HeedTimeOfDay;

typedef struct
{
  guint start;
  guint end;
  guint mask;
} HeedDays;

/* Where the reading of one text stands. */
typedef struct
{
  const HeedHoursWords *words;
  const GArray *tokens;
  const char *text;
  gboolean is_bio;
  HeedDays before;
  HeedStatedHours *stated;
  guint first;
  guint last;
  HeedDays last_days;
} HeedHoursReading;

const HeedHoursToken *heed_reading_get_token (const HeedHoursReading *reading, guint at);
guint heed_reading_match (const HeedHoursReading *reading, guint at, HeedHoursWord meaning);
gboolean heed_token_is_sign (const HeedHoursToken *token, gunichar sign);
gboolean heed_token_is_number (const HeedHoursToken *token);
gboolean heed_reading_read_time (const HeedHoursReading *reading, guint at, gboolean is_second, HeedTimeOfDay *time);
guint heed_reading_skip_zone (HeedHoursReading *reading, guint at, gboolean keep);
gboolean heed_reading_read_days (const HeedHoursReading *reading, guint at, HeedDays *days);

G_END_DECLS
