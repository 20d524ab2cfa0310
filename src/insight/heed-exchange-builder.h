/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-classifier.h"
#include "heed-exchange.h"
#include "heed-post.h"
#include "heed-text-reading.h"

G_BEGIN_DECLS

typedef struct _HeedExchangeBuilder HeedExchangeBuilder;

HeedExchangeBuilder *heed_exchange_builder_new (gboolean keep_posts, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_exchange_builder_add (HeedExchangeBuilder *builder, const HeedPost *post);
void heed_exchange_builder_add_read (HeedExchangeBuilder *builder, const HeedPost *post,
                                     const HeedTextReading *reading);
void heed_exchange_builder_leave_out (HeedExchangeBuilder *builder, const char *why, guint n);
void heed_exchange_builder_read_bio (const HeedExchangeBuilder *builder, const char *bio, HeedExchangeSet *set);
GPtrArray *heed_exchange_builder_finish (HeedExchangeBuilder *builder, gint64 observed_at) G_GNUC_WARN_UNUSED_RESULT;
const HeedClassifier *heed_exchange_builder_get_classifier (const HeedExchangeBuilder *builder);
void heed_exchange_builder_free (HeedExchangeBuilder *builder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedExchangeBuilder, heed_exchange_builder_free)

G_END_DECLS
