/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-snippet.h"

/** heed_snippet_new: (transfer full): a snippet in any language, for every message; the texts are copied. */
HeedSnippet *
heed_snippet_new (const char *name, const char *text)
{
  g_return_val_if_fail (name != NULL && text != NULL, NULL);

  HeedSnippet *self = g_new0 (HeedSnippet, 1);
  self->name = g_strdup (name);
  self->text = g_strdup (text);
  self->language = g_strdup ("");
  return self;
}

/** heed_snippet_copy: (transfer full): a snippet that shares nothing with @self. */
HeedSnippet *
heed_snippet_copy (const HeedSnippet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  HeedSnippet *copy = g_new0 (HeedSnippet, 1);
  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->text = g_strdup (self->text);
  copy->language = g_strdup (self->language);
  return copy;
}

void
heed_snippet_free (HeedSnippet *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->text);
  g_free (self->language);
  g_free (self);
}
