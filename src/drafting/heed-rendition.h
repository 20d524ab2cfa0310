/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-facts.h"

G_BEGIN_DECLS

typedef enum
{
  HEED_TONE_FRIENDLY,
  HEED_TONE_FIRM,
  HEED_TONE_FINAL,
} HeedTone;

/**
 * HeedWarning: something in a text that is better mended.
 * @kind: "private", "no-mention", "buried-mention", "shouting", "unkind", "threat", "no-request", "no-reference",
 * "unfilled", …
 * @start: in characters (code points)
 * @end: exclusive
 * @message: one sentence
 * @repair: (nullable): what to put there instead, "" to remove it
 */
typedef struct
{
  char *kind;
  guint start;
  guint end;
  char *message;
  char *repair;
} HeedWarning;

/**
 * HeedDraftOptions: what a rendition is for.
 * @channel: "public", "dm", "email", "letter" or "phone"
 * @network: (nullable): for "public" and "dm"
 * @language: (nullable): ISO 639-1; %NULL for the facts' own, else English
 * @now: Unix seconds
 * @zone: (nullable): for dates; %NULL for UTC
 */
typedef struct
{
  const char *channel;
  const char *network;
  const char *language;
  HeedTone tone;
  gint64 now;
  GTimeZone *zone;
} HeedDraftOptions;

/**
 * HeedRendition: the draft for one channel.
 * @text: the whole message
 * @parts: the posts it goes out as; one unless it is a thread
 * @length: as the network counts @text; @limit is 0 where there is none
 * @dropped: (element-type utf8): names of the facts left out for length, least needed first
 * @warnings: (element-type HeedWarning)
 * @link: (nullable): opens the place to write with the text filled in
 * @subject: (nullable): for an e-mail or a letter
 */
typedef struct
{
  char *text;
  char **parts;
  gint64 length;
  gint64 limit;
  char *channel;
  char *network;
  GPtrArray *dropped;
  GPtrArray *warnings;
  char *link;
  char *subject;
} HeedRendition;

HeedRendition *heed_rendition_new (const HeedFacts *facts, const HeedDraftOptions *options,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_rendition_free (HeedRendition *rendition);
GPtrArray *heed_rendition_check_text (const HeedFacts *facts, const char *channel, const char *network,
                                      const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *heed_rendition_dup_link (const HeedFacts *facts, const char *channel, const char *network, const char *subject,
                               const char *text) G_GNUC_WARN_UNUSED_RESULT;
void heed_warning_free (HeedWarning *warning);
gboolean heed_tone_from_string (const char *word, HeedTone *tone);

HeedFacts *heed_facts_new_from_json (const char *json, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedRendition, heed_rendition_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedWarning, heed_warning_free)

G_END_DECLS
