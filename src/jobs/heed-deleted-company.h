/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-account-records.h"

G_BEGIN_DECLS

/**
 * HeedDeletedCompany: all that the deletion of a company took, to be put back.
 * @name: as the window shows it
 * @observations: (element-type HeedObservation)
 * @posts: (element-type GPtrArray): of #HeedPost, for each observation
 */
typedef struct
{
  char *name;
  GPtrArray *observations;
  GPtrArray *posts;
} HeedDeletedCompany;

void heed_deleted_company_free (HeedDeletedCompany *deleted);

/* These run on the store's thread, from a HeedStoreFunc. */
HeedDeletedCompany *heed_deleted_company_take (HeedDatabase *database, const char *name, GArray *account_ids,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_deleted_company_restore (HeedDeletedCompany *deleted, HeedDatabase *database, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDeletedCompany, heed_deleted_company_free)

G_END_DECLS
