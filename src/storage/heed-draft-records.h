/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-store.h"

G_BEGIN_DECLS

/**
 * HeedDraft: a message in the making; one a case, channel and network.
 * @channel: as in #HeedDraftOptions
 * @network: (nullable)
 * @subject: (nullable): where the person worded it
 * @updated_at: Unix seconds
 */
typedef struct
{
  gint64 case_id;
  char *channel;
  char *network;
  char *text;
  char *subject;
  gint64 updated_at;
} HeedDraft;

HeedDraft *heed_draft_new (gint64 case_id, const char *channel, const char *network,
                           const char *text) G_GNUC_WARN_UNUSED_RESULT;
void heed_draft_free (HeedDraft *draft);

gboolean heed_draft_records_save (HeedDatabase *database, const HeedDraft *draft, GError **error);
gboolean heed_draft_records_delete (HeedDatabase *database, gint64 case_id, const char *channel, const char *network,
                                    GError **error);
GPtrArray *heed_draft_records_load (HeedDatabase *database, gint64 case_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDraft, heed_draft_free)

G_END_DECLS
