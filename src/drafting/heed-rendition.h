/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-facts.h"
#include "heed-memory.h"

G_BEGIN_DECLS

typedef enum
{
  HEED_TONE_FRIENDLY,
  HEED_TONE_FIRM,
  HEED_TONE_FINAL,
} HeedTone;

/**
 * HeedWarning: something in a text that is better mended.
 * @kind: "private", "no-mention", "buried-mention", "hashtag", "foreign-mention", "unkind", "snark", "threat",
 * "boycott", "legal", "vague-time", "shouting", "unfilled", "link-cut", "link-broken", "no-request", "no-reference",
 * "language" or "shortened"
 * @start: in characters (code points)
 * @end: exclusive
 * @message: one sentence
 * @repair: (nullable): what to put there instead, "" to remove it
 * @saved: by how much the repair shortens the text, as the network counts; negative when it grows
 */
typedef struct
{
  char *kind;
  guint start;
  guint end;
  char *message;
  char *repair;
  gint64 saved;
} HeedWarning;

/** HEED_LARGEST_LIMIT: no form, chat or server takes more, and no server counts a link as more. */
#define HEED_LARGEST_LIMIT 1000000

/**
 * HeedDraftOptions: what a rendition is for.
 * @channel: "public", "reply" (to a public post), "dm", "email", "letter", "form" (on a web page), "chat" (its first
 * line) or "phone"
 * @network: (nullable): for "public", "reply" and "dm"
 * @language: (nullable): ISO 639-1; %NULL for the facts' own, else English
 * @now: Unix seconds
 * @zone: (nullable): for dates; %NULL for UTC
 * @limit: the most that this form, chat or server takes, in the network's unit, else in characters; 0 for the network's
 * own, 300 for a chat, none for a form
 * @characters_per_url: what the user's own server of @network counts a link as; 0 for what it usually counts
 * @content_warning: (nullable): what will stand before the text, where a network has that; it counts too
 * @memory: (nullable): of the sheet, so that what all its messages share is looked through and counted once
 * @may_thread: a public text that would leave out a fact or cut the story goes out as several posts instead
 */
typedef struct
{
  const char *channel;
  const char *network;
  const char *language;
  HeedTone tone;
  gint64 now;
  GTimeZone *zone;
  gint64 limit;
  gint64 characters_per_url;
  const char *content_warning;
  HeedMemory *memory;
  gboolean may_thread;
} HeedDraftOptions;

/**
 * HeedField: a field of a web form.
 * @name: "name", "email", "phone", "postcode", "address", "product", "reference", "subject" or "message"
 * @label: the same in the language of the message
 * @value: what to put there
 */
typedef struct
{
  char *name;
  char *label;
  char *value;
} HeedField;

/**
 * HeedRendition: the draft for one channel.
 * @text: the whole message; for a form what goes into its field for the message
 * @parts: the posts it goes out as; one unless it is a thread, whose parts @text has with a blank line between them
 * @length: as the network counts @text, of a thread its longest part; @limit is 0 where there is none
 * @dropped: (element-type utf8): names of the facts left out for length, least needed first
 * @is_story_cut: there was room for only the beginning of what happened
 * @warnings: (element-type HeedWarning)
 * @link: (nullable): opens the place to write with the text filled in
 * @subject: (nullable): for an e-mail, a letter or a form
 * @fields: (nullable) (element-type HeedField): of a form, the message last
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
  gboolean is_story_cut;
  GPtrArray *warnings;
  char *link;
  char *subject;
  GPtrArray *fields;
} HeedRendition;

HeedRendition *heed_rendition_new (const HeedFacts *facts, const HeedDraftOptions *options,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_rendition_free (HeedRendition *rendition);
GPtrArray *heed_rendition_check (const HeedFacts *facts, const HeedDraftOptions *options,
                                 const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *heed_rendition_check_text (const HeedFacts *facts, const char *channel, const char *network,
                                      const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *heed_rendition_dup_link (const HeedFacts *facts, const char *channel, const char *network, const char *subject,
                               const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *heed_rendition_dup_reply_link (const char *network, const char *post, const char *text,
                                     gboolean *has_text) G_GNUC_WARN_UNUSED_RESULT;
void heed_warning_free (HeedWarning *warning);
void heed_field_free (HeedField *field);
gboolean heed_channel_is_public (const char *channel);
gboolean heed_tone_from_string (const char *word, HeedTone *tone);

HeedFacts *heed_facts_new_from_json (const char *json, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedRendition, heed_rendition_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedWarning, heed_warning_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedField, heed_field_free)

G_END_DECLS
