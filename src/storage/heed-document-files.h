/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-document.h"
#include "heed-store.h"

G_BEGIN_DECLS

/** HEED_DOCUMENT_MOST_BYTES: what an e-mail still carries; a longer film is shown better by a few pictures of it. */
#define HEED_DOCUMENT_MOST_BYTES (25 * 1024 * 1024)

HeedDocument *heed_document_files_copy (GFile *source, const char *data_folder, gint64 case_id, gint64 now,
                                        GFileProgressCallback progress, gpointer progress_data,
                                        GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *heed_document_files_dup_path (const char *data_folder, gint64 case_id,
                                    const char *file) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_document_files_sweep_case (HeedDatabase *database, const char *data_folder, gint64 case_id,
                                         GError **error);
gboolean heed_document_files_sweep (HeedDatabase *database, const char *data_folder, GError **error);

G_END_DECLS
