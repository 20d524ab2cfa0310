/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-post.h"

G_BEGIN_DECLS

/** HeedArchiveColumn: what is used of a row; the rest is ignored. */
typedef enum
{
  HEED_ARCHIVE_ID,
  HEED_ARCHIVE_AUTHOR,
  HEED_ARCHIVE_INBOUND,
  HEED_ARCHIVE_CREATED_AT,
  HEED_ARCHIVE_TEXT,
  HEED_ARCHIVE_PARENTS,
  HEED_ARCHIVE_N_COLUMNS,
} HeedArchiveColumn;

extern const char *const heed_archive_column_names[HEED_ARCHIVE_N_COLUMNS];

/**
 * HeedArchiveValue: one field as it stands in the file.
 * @text: not terminated
 * @quoted: a quotation mark inside is written twice
 */
typedef struct
{
  const char *text;
  gsize length;
  gboolean quoted;
} HeedArchiveValue;

typedef struct _HeedArchiveRow HeedArchiveRow;

HeedArchiveRow *heed_archive_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
const HeedPost *heed_archive_row_read (HeedArchiveRow *row, const HeedArchiveValue *values, const char **why);
void heed_archive_row_free (HeedArchiveRow *row);

gboolean heed_archive_value_is_id (HeedArchiveValue value);
gboolean heed_archive_value_is_id_list (HeedArchiveValue value);
gboolean heed_archive_value_parse_time (HeedArchiveValue value, gint64 *time);
gboolean heed_archive_value_parse_inbound (HeedArchiveValue value, gboolean *inbound);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedArchiveRow, heed_archive_row_free)

G_END_DECLS
