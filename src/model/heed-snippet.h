/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedSnippet: a short text that the user wrote once, to put it into any message.
 * @id: the store's number, 0 before it is stored
 * @name: what the user finds it by
 * @language: of the text, ISO 639-1; "" for any
 * @is_private: never to be put into a public text
 */
typedef struct
{
  gint64 id;
  char *name;
  char *text;
  char *language;
  gboolean is_private;
} HeedSnippet;

HeedSnippet *heed_snippet_new (const char *name, const char *text) G_GNUC_WARN_UNUSED_RESULT;
HeedSnippet *heed_snippet_copy (const HeedSnippet *self) G_GNUC_WARN_UNUSED_RESULT;
void heed_snippet_free (HeedSnippet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSnippet, heed_snippet_free)

G_END_DECLS
