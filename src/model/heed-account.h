/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HeedAccount:
 * @network: the network's name, such as "mastodon"
 * @id: the stable id in the network (actor URL, DID): handles change hands, ids do not
 * @handle: how people write it, without a leading @: "care@example.social", "care.example.com"
 * @server: (nullable): the base URL it is read from, without a slash at the end
 * @server_id: (nullable): the id that server gave it, where that is another than @id
 * @url: (nullable): its page
 * @display_name: (nullable): the name it gives itself; proves nothing
 * @bio: (nullable): its own words, plain text
 * @proven_links: (nullable): sites whose link back the network has checked, %NULL-terminated
 * @moved_to: (nullable): the handle it says it moved to
 * @created_at: Unix seconds, 0 when not told
 * @last_post_at: Unix seconds, 0 when not told
 * @automated: the account calls itself a bot
 *
 * One presence of a company on a network, as the network described it.
 */
typedef struct
{
  char *network;
  char *id;
  char *handle;
  char *server;
  char *server_id;
  char *url;
  char *display_name;
  char *bio;
  char **proven_links;
  char *moved_to;
  gint64 created_at;
  gint64 last_post_at;
  gboolean automated;
} HeedAccount;

#define HEED_TYPE_ACCOUNT (heed_account_get_type ())
GType heed_account_get_type (void);

HeedAccount *heed_account_new (void) G_GNUC_WARN_UNUSED_RESULT;
HeedAccount *heed_account_copy (const HeedAccount *account) G_GNUC_WARN_UNUSED_RESULT;
void heed_account_free (HeedAccount *account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedAccount, heed_account_free)

G_END_DECLS
