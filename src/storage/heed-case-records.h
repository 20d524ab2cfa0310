/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-case.h"
#include "heed-store.h"

G_BEGIN_DECLS

gboolean heed_case_records_save (HeedDatabase *database, HeedCase *the_case, GError **error);
HeedCase *heed_case_records_load (HeedDatabase *database, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *heed_case_records_load_all (HeedDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_case_records_delete (HeedDatabase *database, gint64 id, GError **error);
gboolean heed_case_records_add_event (HeedDatabase *database, gint64 case_id, HeedEvent *event, GError **error);
gboolean heed_case_records_delete_event (HeedDatabase *database, gint64 event_id, GError **error);
gboolean heed_case_records_set_promise_kept (HeedDatabase *database, gint64 event_id, gboolean kept, GError **error);

G_END_DECLS
