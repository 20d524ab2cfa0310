/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-mastodon.h"
#include "heed-test-server.h"

G_BEGIN_DECLS

/* 2026-03-01T10:00:00Z */
#define NOW 1772359200
#define DAY_S 86400

/* What a reading handed over, last word a post, as the store keeps it. */
typedef struct
{
  HeedClock *clock;
  HeedHttp *http;
  HeedNetwork *network;
  GHashTable *posts;
  guint n_batches;
  guint n_progress;
  GMainLoop *loop;
  HeedAccount *account;
  HeedReading *reading;
  GError *error;
  GCancellable *cancellable;
  gboolean cancel_on_posts;
} HeedTestReader;

void heed_test_reader_set_up (HeedTestReader *fixture, gconstpointer data);
void heed_test_reader_tear_down (HeedTestReader *fixture, gconstpointer data);
void heed_test_resolve (HeedTestReader *fixture, const char *address);
void heed_test_resolve_care (HeedTestReader *fixture, HeedTestServer *server);
void heed_test_read (HeedTestReader *fixture, guint max_replies, gint64 since, const char *newer_than);
void heed_test_assert_contains (const char *text, const char *part);

/* What the fault server says in the words of a Mastodon server: WebFinger, the account, a status of a customer's. */
#define FINGER                                                                                                         \
  "\"/.well-known/webfinger\": [{\"body\": {\"subject\": \"acct:care@localhost:{port}\", \"links\": [{\"rel\": "       \
  "\"self\","                                                                                                          \
  " \"type\": \"application/activity+json\", \"href\": \"{origin}/users/care\"}]}}]"
#define CARE "{\"id\": \"1\", \"acct\": \"care\", \"uri\": \"{origin}/users/care\", \"url\": \"{origin}/@care\"}"
#define LOOKUP "\"/api/v1/accounts/lookup\": [{\"body\": " CARE "}]"
#define STATUSES "\"/api/v1/accounts/1/statuses\""
#define ANN "{\"id\": \"8\", \"acct\": \"ann\", \"uri\": \"{origin}/users/ann\", \"url\": \"{origin}/@ann\"}"
#define REPLY(id, parent, time)                                                                                        \
  "{\"id\": \"" id "\", \"created_at\": \"" time "\", \"account\": " CARE ", \"in_reply_to_id\": \"" parent "\","      \
  " \"in_reply_to_account_id\": \"8\", \"replies_count\": 0, \"content\": \"<p>Sorry</p>\"}"

G_END_DECLS
