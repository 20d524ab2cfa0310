/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-archive-row.h"

G_BEGIN_DECLS

typedef struct _HeedArchiveJson HeedArchiveJson;

typedef enum
{
  HEED_ARCHIVE_LINE_ROW,
  HEED_ARCHIVE_LINE_BLANK,
  HEED_ARCHIVE_LINE_DAMAGED,
} HeedArchiveLine;

HeedArchiveJson *heed_archive_json_new (void) G_GNUC_WARN_UNUSED_RESULT;
HeedArchiveLine heed_archive_json_read_line (HeedArchiveJson *json, const char *line, gsize length,
                                             HeedArchiveValue *values);
void heed_archive_json_free (HeedArchiveJson *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedArchiveJson, heed_archive_json_free)

G_END_DECLS
