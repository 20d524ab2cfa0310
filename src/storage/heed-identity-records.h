/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-store.h"

G_BEGIN_DECLS

/**
 * HeedIdentity: what the user tells of themselves, so that it is typed once. It stays on this machine; what a message
 * shows of it is decided for each message. Country and languages are choices of the desktop, in #HeedSettings.
 */
typedef struct
{
  char *name;
  char *email;
  char *phone;
  char *postcode;
  char *address;
} HeedIdentity;

HeedIdentity *heed_identity_new (void) G_GNUC_WARN_UNUSED_RESULT;
void heed_identity_free (HeedIdentity *identity);

gboolean heed_identity_records_save (HeedDatabase *database, const HeedIdentity *identity, GError **error);
HeedIdentity *heed_identity_records_load (HeedDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedIdentity, heed_identity_free)

G_END_DECLS
