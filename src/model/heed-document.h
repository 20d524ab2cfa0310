/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HeedDocument: a file that belongs to a case: a picture, a bill, a letter.
 * @id: the store's number, 0 before it is stored
 * @name: as the user's file was called
 * @file: how the copy is called in the case's own folder
 * @type: (nullable): its MIME type
 * @size: in bytes
 * @added_at: Unix seconds
 * @note: (nullable): what it shows, in the user's words
 * @is_left_out: letters and e-mails do not name it among what is sent along
 */
typedef struct
{
  gint64 id;
  char *name;
  char *file;
  char *type;
  gint64 size;
  gint64 added_at;
  char *note;
  gboolean is_left_out;
} HeedDocument;

#define HEED_TYPE_DOCUMENT (heed_document_get_type ())
GType heed_document_get_type (void);

HeedDocument *heed_document_new (const char *name, const char *file) G_GNUC_WARN_UNUSED_RESULT;
HeedDocument *heed_document_copy (const HeedDocument *self) G_GNUC_WARN_UNUSED_RESULT;
void heed_document_free (HeedDocument *self);
char *heed_document_dup_sent_name (const GPtrArray *documents, const HeedDocument *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDocument, heed_document_free)

G_END_DECLS
