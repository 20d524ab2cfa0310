/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-reply-reading.h"

G_BEGIN_DECLS

typedef struct _HeedClassifier HeedClassifier;

/** HeedLexiconText: a word list: the file's name, for messages, its JSON, and the bytes of it, -1 when a zero ends it.
 */
typedef struct
{
  const char *name;
  const char *json;
  gssize length;
} HeedLexiconText;

/**
 * HeedGlance: what is kept of each message where there are many.
 * @kinds, @targets: as in #HeedReplyReading
 * @notices: as heed_classifier_read_notices() tells
 * @greeting: the part of the day that its first words greet
 */
typedef struct
{
  guint32 kinds;
  guint32 targets;
  guint64 notices;
  HeedGreeting greeting;
} HeedGlance;

HeedClassifier *heed_classifier_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
const HeedClassifier *heed_classifier_get_default (GError **error);
HeedClassifier *heed_classifier_new_for_lexicon (const char *name, const char *json, gssize length,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
HeedClassifier *heed_classifier_new_for_lexicons (const HeedLexiconText *lexicons, guint n_lexicons,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_classifier_read (const HeedClassifier *classifier, const char *reply, HeedReplyReading *reading);
void heed_classifier_read_glance (const HeedClassifier *classifier, const char *text, HeedGlance *glance);
guint32 heed_classifier_read_kinds (const HeedClassifier *classifier, const char *reply);
guint64 heed_classifier_read_notices (const HeedClassifier *classifier, const char *text);
gboolean heed_classifier_read_hours (const HeedClassifier *classifier, const char *text, gboolean is_bio,
                                     HeedStatedHours *stated);
guint64 heed_classifier_read_customer (const HeedClassifier *classifier, const char *text);
char *heed_classifier_read_signature (const HeedClassifier *classifier, const char *reply) G_GNUC_WARN_UNUSED_RESULT;
void heed_classifier_free (HeedClassifier *classifier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedClassifier, heed_classifier_free)

G_END_DECLS
