/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-json.h"
#include "heed-mastodon.h"

G_BEGIN_DECLS

/**
 * HeedMastodonName: whom a person means.
 * @scheme: "https"; "http" only for this machine, in tests
 * @host: lower-case, with a port where one was given
 * @user: as written
 * @certainty: 2 surely such a name, 1 perhaps
 */
typedef struct
{
  char *scheme;
  char *host;
  char *user;
  guint certainty;
} HeedMastodonName;

gboolean heed_mastodon_name_parse (const char *address, gboolean allow_loopback, HeedMastodonName *name);
gboolean heed_mastodon_name_parse_acct (const char *acct, gboolean allow_loopback, HeedMastodonName *name);
void heed_mastodon_name_clear (HeedMastodonName *name);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeedMastodonName, heed_mastodon_name_clear)

/**
 * HeedMastodonAnswer: an answer that was understood.
 * @next: (nullable): the address of the next page
 * @has_links: the server tells about pages at all
 * @remaining: requests it still allows, -1 when it does not say
 * @limit: of how many, -1 when it does not say
 */
typedef struct
{
  JsonNode *root;
  char *next;
  gboolean has_links;
  gint64 remaining;
  gint64 limit;
} HeedMastodonAnswer;

void heed_mastodon_get_async (HeedHttp *http, const char *url, gboolean urgent, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
HeedMastodonAnswer *heed_mastodon_get_finish (HeedHttp *http, GAsyncResult *result,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void heed_mastodon_answer_free (HeedMastodonAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedMastodonAnswer, heed_mastodon_answer_free)

char *heed_mastodon_find_next_link (const char *header) G_GNUC_WARN_UNUSED_RESULT;

GError *heed_mastodon_error_from_status (guint status, const char *host) G_GNUC_WARN_UNUSED_RESULT;
GError *heed_mastodon_error_unexpected (const char *host) G_GNUC_WARN_UNUSED_RESULT;

char *heed_mastodon_html_to_text (const char *html) G_GNUC_WARN_UNUSED_RESULT;
char *heed_mastodon_html_to_bio (const char *html) G_GNUC_WARN_UNUSED_RESULT;
char *heed_mastodon_html_find_link (const char *html) G_GNUC_WARN_UNUSED_RESULT;

HeedAccount *heed_mastodon_account_from_json (JsonObject *json, const char *actor, const char *handle,
                                              const char *server) G_GNUC_WARN_UNUSED_RESULT;

/** HeedMastodonOddity: why a status became no post. */
typedef enum
{
  HEED_MASTODON_FINE,
  HEED_MASTODON_NOT_MEANT,
  HEED_MASTODON_UNREADABLE,
  HEED_MASTODON_FUTURE,
} HeedMastodonOddity;

HeedPost *heed_mastodon_post_from_json (JsonObject *status, const HeedAccount *company, gint64 now,
                                        HeedMastodonOddity *oddity) G_GNUC_WARN_UNUSED_RESULT;
char *heed_mastodon_dup_post_id (const HeedAccount *company, const char *status_id) G_GNUC_WARN_UNUSED_RESULT;
char *heed_mastodon_dup_host (const char *url) G_GNUC_WARN_UNUSED_RESULT;

void heed_mastodon_resolve_async (HeedNetwork *network, const char *address, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
HeedAccount *heed_mastodon_resolve_finish (HeedNetwork *network, GAsyncResult *result, GError **error);
void heed_mastodon_read_async (HeedNetwork *network, const HeedAccount *account, const HeedReadOptions *options,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
HeedReading *heed_mastodon_read_finish (HeedNetwork *network, GAsyncResult *result, GError **error);

G_END_DECLS
