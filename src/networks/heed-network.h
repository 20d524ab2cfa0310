/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-account.h"
#include "heed-http.h"
#include "heed-post.h"

G_BEGIN_DECLS

/**
 * HeedReadOptions:
 * @max_replies: stop after this many of the account's replies
 * @since: stop at posts older than this, Unix seconds
 * @newer_than: (nullable): the cursor of an earlier reading; only what came after it is asked for
 * @posts: called on the caller's main context with each batch as it arrives, (element-type HeedPost), borrowed
 * @progress: (nullable): called with how many replies were read, of at most @max_replies
 *
 * How much of an account to read, and who is told. What was handed to @posts
 * stays valid when the reading is cancelled or fails later.
 */
typedef struct
{
  guint max_replies;
  gint64 since;
  const char *newer_than;
  void (*posts) (GPtrArray *posts, gpointer user_data);
  void (*progress) (guint n_replies, guint n_expected, gpointer user_data);
  gpointer user_data;
} HeedReadOptions;

/**
 * HeedReading: how a reading ended.
 * @cursor: (nullable): what to give as newer_than next time; %NULL keeps the old one
 * @is_whole: everything within the limits was read; else @why says what is missing
 * @sees_unanswered: the threads below the account's own posts were read, so that silence can be seen there
 * @pinned: (nullable): ids of the posts at the top of the profile, %NULL-terminated; %NULL when that was not told
 * @why: (element-type utf8): one sentence each for what could not be read
 */
typedef struct
{
  char *cursor;
  gboolean is_whole;
  gboolean sees_unanswered;
  char **pinned;
  GPtrArray *why;
} HeedReading;

#define HEED_TYPE_NETWORK (heed_network_get_type ())
G_DECLARE_DERIVABLE_TYPE (HeedNetwork, heed_network, HEED, NETWORK, GObject)

/**
 * HeedNetworkClass:
 * @name: the network's name in the store and on the command line
 * @title: how people call it
 * @dup_servers: whom it asks, as a sentence, translated
 * @matches: how surely @address belongs to this network: 0 no, 1 perhaps, 2 yes; no request is made
 * @dup_handle: the handle in such an address, as HeedAccount has it; %NULL where the address has only an id
 * @resolve_async: from what a person typed (handle or profile URL) to the account
 * @read_async: the account's posts, what they answer, and the threads below them
 *
 * A connector. Everything asynchronous runs on the thread-default main
 * context and really stops its transfers when cancelled.
 */
struct _HeedNetworkClass
{
  GObjectClass parent_class;

  const char *name;
  const char *title;
  char *(*dup_servers) (HeedNetwork *self);
  guint (*matches) (HeedNetwork *self, const char *address);
  char *(*dup_handle) (HeedNetwork *self, const char *address);
  void (*resolve_async) (HeedNetwork *self, const char *address, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data);
  HeedAccount *(*resolve_finish) (HeedNetwork *self, GAsyncResult *result, GError **error);
  void (*read_async) (HeedNetwork *self, const HeedAccount *account, const HeedReadOptions *options,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  HeedReading *(*read_finish) (HeedNetwork *self, GAsyncResult *result, GError **error);
};

const char *heed_network_get_name (HeedNetwork *self);
const char *heed_network_get_title (HeedNetwork *self);
char *heed_network_dup_servers (HeedNetwork *self) G_GNUC_WARN_UNUSED_RESULT;
HeedHttp *heed_network_get_http (HeedNetwork *self);
const HeedClock *heed_network_get_clock (HeedNetwork *self);
guint heed_network_matches (HeedNetwork *self, const char *address);
char *heed_network_dup_handle (HeedNetwork *self, const char *address) G_GNUC_WARN_UNUSED_RESULT;
void heed_network_resolve_async (HeedNetwork *self, const char *address, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
HeedAccount *heed_network_resolve_finish (HeedNetwork *self, GAsyncResult *result,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_network_read_async (HeedNetwork *self, const HeedAccount *account, const HeedReadOptions *options,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
HeedReading *heed_network_read_finish (HeedNetwork *self, GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean heed_network_load_limit (const char *name, HeedHttpLimit *limit, GError **error);

HeedReading *heed_reading_new (void) G_GNUC_WARN_UNUSED_RESULT;
void heed_reading_free (HeedReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedReading, heed_reading_free)

G_END_DECLS
