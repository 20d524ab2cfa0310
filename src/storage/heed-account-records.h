/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-account.h"
#include "heed-post.h"
#include "heed-store.h"

G_BEGIN_DECLS

/**
 * HeedObservation: an account in the store and what is known of looking at it.
 * @account_id: the store's number, 0 before it is stored
 * @company: (nullable): the name the user knows it by
 * @observed_at: Unix seconds of the last look, 0 for none
 * @cursor: (nullable): where the next look begins
 * @sees_unanswered: as in HeedReading
 * @caveats: (nullable): sentences on what the last look could not see, %NULL-terminated
 * @is_sample: invented, to look around with
 */
typedef struct
{
  gint64 account_id;
  char *company;
  HeedAccount *account;
  gint64 observed_at;
  char *cursor;
  gboolean sees_unanswered;
  char **caveats;
  gboolean is_sample;
} HeedObservation;

HeedObservation *heed_observation_new (HeedAccount *account) G_GNUC_WARN_UNUSED_RESULT;
void heed_observation_free (HeedObservation *observation);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedObservation, heed_observation_free)

gboolean heed_account_records_save (HeedDatabase *database, HeedObservation *observation, GError **error);
HeedObservation *heed_account_records_find (HeedDatabase *database, const char *network, const char *id,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *heed_account_records_load_all (HeedDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_account_records_delete (HeedDatabase *database, gint64 account_id, GError **error);

gboolean heed_post_records_add (HeedDatabase *database, gint64 account_id, GPtrArray *posts, GError **error);
gboolean heed_post_records_set_pinned (HeedDatabase *database, gint64 account_id, char **ids, GError **error);
GPtrArray *heed_post_records_load (HeedDatabase *database, gint64 account_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
