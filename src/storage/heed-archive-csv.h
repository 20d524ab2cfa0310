/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-archive-row.h"

G_BEGIN_DECLS

typedef struct _HeedArchiveCsv HeedArchiveCsv;

HeedArchiveCsv *heed_archive_csv_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean heed_archive_csv_read_header (HeedArchiveCsv *csv, const char *text, gsize length, gsize *n_read,
                                       char **missing);
gsize heed_archive_csv_read_row (HeedArchiveCsv *csv, const char *text, gsize length, gboolean at_end,
                                 HeedArchiveValue *values);
gboolean heed_archive_csv_is_blank (const HeedArchiveCsv *csv);
void heed_archive_csv_free (HeedArchiveCsv *csv);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedArchiveCsv, heed_archive_csv_free)

G_END_DECLS
