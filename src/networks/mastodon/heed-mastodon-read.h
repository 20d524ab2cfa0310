/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-mastodon-private.h"

G_BEGIN_DECLS

/**
 * HeedMastodonRead: one reading under way.
 * @seen: ids of statuses handed over: 1 as a parent only, 2 seen in the open
 * @own: ids of the account's statuses within what is read
 * @parents: ids of parents asked for → (element-type utf8): the account's replies to them below which there is more
 * @late: (element-type Late): replies whose thread may be read from an earlier post of the account
 * @newest: where the next reading begins
 * @pinned: ids of the account's pinned posts
 * @pinned_hidden: what is pinned was not told
 * @stopped_early: the server's patience or ours is used up
 */
typedef struct
{
  HeedHttp *http;
  HeedAccount *account;
  HeedReadOptions options;
  gint64 now;
  GCancellable *cancellable;
  GCancellable *outer;
  gulong outer_id;

  HeedReading *reading;
  GHashTable *seen;
  GHashTable *own;
  GHashTable *parents;
  GPtrArray *late;
  GPtrArray *timeline;
  char *newest;

  guint n_requests;
  guint n_pending;
  guint n_replies;
  guint n_pages;
  gboolean pages_done;
  gboolean batch_refused;
  gboolean threads_closed;
  gboolean timeline_begun;
  gboolean timeline_read;
  GStrvBuilder *pinned;
  gboolean pinned_hidden;
  gboolean stopped_early;
  guint n_future;
  guint n_unreadable;
  guint n_failed;
  GError *error;
} HeedMastodonRead;

/** HeedMastodonAsk: what a callback must know of its question. */
typedef struct
{
  GTask *task;
  HeedMastodonRead *read;
  GPtrArray *ids;
} HeedMastodonAsk;

HeedMastodonAsk *heed_mastodon_ask_new (GTask *task, const char *id) G_GNUC_WARN_UNUSED_RESULT;
void heed_mastodon_ask_free (HeedMastodonAsk *ask);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedMastodonAsk, heed_mastodon_ask_free)

gboolean heed_mastodon_read_may_ask (HeedMastodonRead *read);
void heed_mastodon_read_ask (HeedMastodonAsk *ask, const char *url, gboolean urgent, GAsyncReadyCallback callback);
HeedMastodonAnswer *heed_mastodon_read_take (HeedMastodonAsk *ask, GAsyncResult *result, GError **error);
void heed_mastodon_read_fail (HeedMastodonRead *read, GError *error);
void heed_mastodon_read_advance (GTask *task);

HeedPost *heed_mastodon_read_post (HeedMastodonRead *read, JsonObject *status);
void heed_mastodon_read_emit (HeedMastodonRead *read, GPtrArray *posts);

void heed_mastodon_read_pinned (GTask *task);
void heed_mastodon_read_note_pinned (HeedMastodonRead *read, const HeedPost *post);
void heed_mastodon_read_parents (GTask *task, GPtrArray *ids);
void heed_mastodon_read_thread (GTask *task, const char *id);
void heed_mastodon_read_thread_below (GTask *task, const char *id, const char *earlier);
void heed_mastodon_read_late_threads (GTask *task);
void heed_mastodon_read_timeline (GTask *task);

G_END_DECLS
