/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-account.h"

G_DEFINE_BOXED_TYPE (HeedAccount, heed_account, heed_account_copy, heed_account_free)

/** heed_account_new: (transfer full): an empty account, to be filled by who reads it. */
HeedAccount *
heed_account_new (void)
{
  return g_new0 (HeedAccount, 1);
}

/** heed_account_copy: (transfer full): an account that shares nothing with @account. */
HeedAccount *
heed_account_copy (const HeedAccount *account)
{
  g_return_val_if_fail (account != NULL, NULL);

  HeedAccount *copy = heed_account_new ();
  *copy = *account;
  copy->network = g_strdup (account->network);
  copy->id = g_strdup (account->id);
  copy->handle = g_strdup (account->handle);
  copy->server = g_strdup (account->server);
  copy->server_id = g_strdup (account->server_id);
  copy->url = g_strdup (account->url);
  copy->display_name = g_strdup (account->display_name);
  copy->bio = g_strdup (account->bio);
  copy->proven_links = g_strdupv (account->proven_links);
  copy->moved_to = g_strdup (account->moved_to);
  return copy;
}

void
heed_account_free (HeedAccount *account)
{
  if (account == NULL)
    return;
  g_free (account->network);
  g_free (account->id);
  g_free (account->handle);
  g_free (account->server);
  g_free (account->server_id);
  g_free (account->url);
  g_free (account->display_name);
  g_free (account->bio);
  g_strfreev (account->proven_links);
  g_free (account->moved_to);
  g_free (account);
}
