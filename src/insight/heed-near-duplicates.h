/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-exchange.h"

G_BEGIN_DECLS

gboolean heed_fingerprint_read (const char *text, const char *signature, HeedFingerprint *fingerprint);
guint heed_fingerprint_compare (const HeedFingerprint *one, const HeedFingerprint *other);
gboolean heed_fingerprint_is_empty (const HeedFingerprint *fingerprint);

/** HEED_NO_GROUP: too few words were left to compare. */
#define HEED_NO_GROUP G_MAXUINT32

guint32 *heed_near_duplicates_group (const HeedReply *replies, guint n, guint *n_groups) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
