/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-pieces.h"

G_BEGIN_DECLS

gboolean heed_sentence_may_name (const HeedWriter *writer, const HeedReference *reference);
const HeedReference *heed_sentence_get_main_reference (const HeedWriter *writer);
char *heed_sentence_dup_kind (const HeedWriter *writer, const HeedReference *reference) G_GNUC_WARN_UNUSED_RESULT;
char *heed_sentence_dup_reference (const HeedWriter *writer, const HeedReference *reference) G_GNUC_WARN_UNUSED_RESULT;
char *heed_sentence_dup_amount (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char *heed_sentence_dup_address (const HeedFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
char *heed_sentence_dup_mark (const HeedWriter *writer, const char *detail) G_GNUC_WARN_UNUSED_RESULT;
char *heed_sentence_dup_own (const HeedWriter *writer, const char *key, guint wording,
                             const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* All the wordings, from long to short; none where the sheet does not say it. */
char **heed_sentence_dup_wants (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char **heed_sentence_dup_call (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char **heed_sentence_dup_consequence (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char *heed_sentence_dup_promise (const HeedWriter *writer, const char *form, const HeedPromise *promise,
                                 const char *date) G_GNUC_WARN_UNUSED_RESULT;
char **heed_sentence_dup_loyalty (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;
char **heed_sentence_dup_opener (const HeedWriter *writer) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
