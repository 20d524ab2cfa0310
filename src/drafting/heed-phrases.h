/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "heed-rendition.h"

G_BEGIN_DECLS

/**
 * HeedPhrases: the sentences of one language, from data/phrases/.
 */
typedef struct _HeedPhrases HeedPhrases;

const HeedPhrases *heed_phrases_get (const char *language, GError **error);
gboolean heed_phrases_knows (const char *language);
char **heed_phrases_list_languages (void) G_GNUC_WARN_UNUSED_RESULT;
HeedPhrases *heed_phrases_new_from_json (const char *name, const char *json, gssize length,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_phrases_free (HeedPhrases *phrases);

const char *heed_phrases_get_word (const HeedPhrases *phrases, const char *group, const char *word);
char **heed_phrases_dup_wordings (const HeedPhrases *phrases, const char *key, HeedTone tone) G_GNUC_WARN_UNUSED_RESULT;
char **heed_phrases_dup_counted (const HeedPhrases *phrases, const char *key, guint count) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_phrases_is_rtl (const HeedPhrases *phrases);
char **heed_phrases_dup_list (const HeedPhrases *phrases, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *heed_phrases_fill (const char *wording, ...) G_GNUC_WARN_UNUSED_RESULT G_GNUC_NULL_TERMINATED;
char *heed_phrases_say (const HeedPhrases *phrases, const char *wording,
                        ...) G_GNUC_WARN_UNUSED_RESULT G_GNUC_NULL_TERMINATED;
char *heed_phrases_isolate (const HeedPhrases *phrases, const char *value) G_GNUC_WARN_UNUSED_RESULT;
char *heed_phrases_format_date (const HeedPhrases *phrases, gint64 time, GTimeZone *zone,
                                gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *heed_phrases_format_written_date (const HeedPhrases *phrases, gint64 time, GTimeZone *zone,
                                        gint64 now) G_GNUC_WARN_UNUSED_RESULT;
char *heed_phrases_format_long_date (const HeedPhrases *phrases, gint64 time,
                                     GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
char *heed_phrases_format_day (const HeedPhrases *phrases, gint64 time, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
const char *heed_phrases_get_month (const HeedPhrases *phrases, int month, gboolean is_short);
char *heed_phrases_format_day_on (const HeedPhrases *phrases, gint64 time, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
char *heed_phrases_format_day_by (const HeedPhrases *phrases, gint64 time, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
char *heed_phrases_format_minutes (const HeedPhrases *phrases, guint minutes) G_GNUC_WARN_UNUSED_RESULT;
char *heed_phrases_format_money (const HeedPhrases *phrases, double value,
                                 const char *currency) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPhrases, heed_phrases_free)

G_END_DECLS
