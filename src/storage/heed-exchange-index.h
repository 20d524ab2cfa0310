/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-post.h"

G_BEGIN_DECLS

/**
 * HeedSimilar: somebody else's problem and what the company said.
 * @customer: the customer's message
 * @reply: the company's reply; where the customer thanked for one, that one
 * @url: (nullable): where a person can see the reply
 * @at: Unix seconds of the reply
 * @thanked: the customer thanked or said that it works, after the reply
 * @score: how alike it is: bm25, more is better, comparable within one search only
 */
typedef struct
{
  char *company;
  char *customer;
  char *reply;
  char *url;
  gint64 at;
  gboolean thanked;
  double score;
} HeedSimilar;

void heed_similar_free (HeedSimilar *similar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSimilar, heed_similar_free)

/** HeedIsThanks: whether a customer's message says that the matter is settled. */
typedef gboolean (*HeedIsThanks) (const char *text, gpointer user_data);

typedef struct _HeedExchangeIndex HeedExchangeIndex;

HeedExchangeIndex *heed_exchange_index_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_exchange_index_free (HeedExchangeIndex *index);
gboolean heed_exchange_index_add (HeedExchangeIndex *index, const HeedPost *post, GError **error);
GPtrArray *heed_exchange_index_search (HeedExchangeIndex *index, const char *company, const char *problem, guint n,
                                       HeedIsThanks is_thanks, gpointer user_data,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedExchangeIndex, heed_exchange_index_free)

G_END_DECLS
