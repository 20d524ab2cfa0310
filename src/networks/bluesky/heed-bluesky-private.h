/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-bluesky.h"
#include "heed-json.h"

G_BEGIN_DECLS

/* Names: handles, DIDs and at:// addresses. */
gboolean heed_bluesky_is_handle (const char *text);
gboolean heed_bluesky_is_did (const char *text);
gboolean heed_bluesky_is_by (const char *uri, const char *did);
char *heed_bluesky_parse_address (const char *address, gboolean test_names, guint *certainty) G_GNUC_WARN_UNUSED_RESULT;
char *heed_bluesky_dup_post_url (const char *uri, const char *handle) G_GNUC_WARN_UNUSED_RESULT;

/* JSON to the words of the model. */

/**
 * HeedBlueskyItem: one row of an account's feed.
 * @parent: (nullable): what it answers, where that can still be seen
 * @answers_other: it answers somebody else
 * @below: (nullable): an earlier post of the company whose thread contains this one
 * @is_pinned: it stands at the top because its author put it there, whatever its time
 * @indexed_at: when the post came into the index, 0 when not told
 * @n_replies: how many replies it has itself
 */
typedef struct
{
  HeedPost *post;
  HeedPost *parent;
  gboolean answers_other;
  gboolean is_pinned;
  char *below;
  gint64 indexed_at;
  gint64 n_replies;
} HeedBlueskyItem;

void heed_bluesky_item_free (HeedBlueskyItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedBlueskyItem, heed_bluesky_item_free)

HeedPost *heed_bluesky_post_new (JsonObject *view, const char *did) G_GNUC_WARN_UNUSED_RESULT;
HeedBlueskyItem *heed_bluesky_item_new (JsonObject *feed_item, const char *did) G_GNUC_WARN_UNUSED_RESULT;
void heed_bluesky_thread_collect (JsonObject *thread, const char *did, GPtrArray *posts, GPtrArray *cut);
HeedAccount *heed_bluesky_account_new (JsonObject *profile, const char *did, const char *handle,
                                       const char *server) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_bluesky_profile_is_closed (JsonObject *profile, const char *did);
gboolean heed_bluesky_document_names (JsonObject *document, const char *handle);
char *heed_bluesky_document_dup_handle (JsonObject *document) G_GNUC_WARN_UNUSED_RESULT;

/* Answers to errors. */
JsonNode *heed_bluesky_read_answer (const HeedHttpResponse *response, gint64 now,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
GError *heed_bluesky_error_no_account (const char *name) G_GNUC_WARN_UNUSED_RESULT;
GError *heed_bluesky_error_no_name (const char *address) G_GNUC_WARN_UNUSED_RESULT;
GError *heed_bluesky_error_not_theirs (const char *handle) G_GNUC_WARN_UNUSED_RESULT;
GError *heed_bluesky_error_hidden (const char *handle) G_GNUC_WARN_UNUSED_RESULT;
GError *heed_bluesky_error_malformed (void) G_GNUC_WARN_UNUSED_RESULT;

/* The connector. */
const char *heed_bluesky_get_appview (HeedBluesky *self);
const char *heed_bluesky_get_plc (HeedBluesky *self);
gboolean heed_bluesky_get_test_names (HeedBluesky *self);
guint heed_bluesky_get_concurrent (HeedBluesky *self);
void heed_bluesky_get_async (HeedBluesky *self, const char *url, gboolean urgent, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
JsonNode *heed_bluesky_get_finish (HeedBluesky *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void heed_bluesky_resolve_async (HeedNetwork *network, const char *address, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
HeedAccount *heed_bluesky_resolve_finish (HeedNetwork *network, GAsyncResult *result, GError **error);
void heed_bluesky_read_async (HeedNetwork *network, const HeedAccount *account, const HeedReadOptions *options,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
HeedReading *heed_bluesky_read_finish (HeedNetwork *network, GAsyncResult *result, GError **error);

G_END_DECLS
