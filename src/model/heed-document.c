/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-document.h"

G_DEFINE_BOXED_TYPE (HeedDocument, heed_document, heed_document_copy, heed_document_free)

/** heed_document_new: (transfer full): a document; the names are copied. */
HeedDocument *
heed_document_new (const char *name, const char *file)
{
  g_return_val_if_fail (name != NULL && file != NULL, NULL);

  HeedDocument *self = g_new0 (HeedDocument, 1);
  self->name = g_strdup (name);
  self->file = g_strdup (file);
  return self;
}

/** heed_document_copy: (transfer full): a document that shares nothing with @self. */
HeedDocument *
heed_document_copy (const HeedDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  HeedDocument *copy = g_new0 (HeedDocument, 1);
  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->file = g_strdup (self->file);
  copy->type = g_strdup (self->type);
  copy->note = g_strdup (self->note);
  return copy;
}

void
heed_document_free (HeedDocument *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->file);
  g_free (self->type);
  g_free (self->note);
  g_free (self);
}
