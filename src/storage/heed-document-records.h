/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-document.h"
#include "heed-store.h"

G_BEGIN_DECLS

gboolean heed_document_records_add (HeedDatabase *database, gint64 case_id, HeedDocument *document, GError **error);
gboolean heed_document_records_load (HeedDatabase *database, gint64 case_id, GPtrArray *documents, GError **error);
gboolean heed_document_records_set_note (HeedDatabase *database, gint64 id, const char *note, GError **error);
gboolean heed_document_records_set_left_out (HeedDatabase *database, gint64 id, gboolean is_left_out, GError **error);
gboolean heed_document_records_delete (HeedDatabase *database, gint64 id, GError **error);
gboolean heed_document_records_has (HeedDatabase *database, gint64 case_id, const char *file, gboolean *has,
                                    GError **error);

G_END_DECLS
