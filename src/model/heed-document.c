/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-document.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (HeedDocument, heed_document, heed_document_copy, heed_document_free)

static gboolean
is_picture (const HeedDocument *document)
{
  return document->type != NULL && g_str_has_prefix (document->type, "image/");
}

static gboolean
is_same (const HeedDocument *one, const HeedDocument *other)
{
  return one == other || (one->id != 0 && one->id == other->id);
}

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

/**
 * heed_document_dup_sent_name: (transfer full): how a document is called where it is sent. A picture is a word and its
 * place among those of the case, for its own name may say where or when it was taken, and of whom; a clean copy of it
 * is a JPEG where it is one, else a PNG.
 * @documents: (element-type HeedDocument): those of the case
 * @self: one of them, or a copy of one that is stored
 */
char *
heed_document_dup_sent_name (const GPtrArray *documents, const HeedDocument *self)
{
  g_return_val_if_fail (documents != NULL && self != NULL, NULL);

  guint n_pictures = 1;
  for (guint i = 0; i < documents->len && !is_same (documents->pdata[i], self); i++)
    n_pictures += is_picture (documents->pdata[i]);

  if (!is_picture (self))
    return g_strdup (self->name);
  /* Translators: the name of a file, without spaces: a number, and "jpg" or "png". */
  return g_strdup_printf (_ ("picture-%1$u.%2$s"), n_pictures, g_str_equal (self->type, "image/jpeg") ? "jpg" : "png");
}
