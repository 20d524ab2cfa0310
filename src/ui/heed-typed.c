/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed into a form, where an empty field is no text at all. */

#include "heed-typed.h"

static char *
strip (char *text)
{
  g_autofree char *stripped = g_strstrip (text);

  return *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

/** heed_typed_dup: (transfer full) (nullable): what is typed, without the spaces around it. */
char *
heed_typed_dup (GtkEditable *entry)
{
  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);
  return strip (g_strdup (gtk_editable_get_text (entry)));
}

/** heed_typed_dup_view: (transfer full) (nullable): what is typed, without the spaces around it. */
char *
heed_typed_dup_view (GtkTextView *view)
{
  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return strip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/** heed_typed_show: @text: (nullable) */
void
heed_typed_show (GtkEditable *entry, const char *text)
{
  g_return_if_fail (GTK_IS_EDITABLE (entry));
  gtk_editable_set_text (entry, text != NULL ? text : "");
}

/** heed_typed_show_view: @text: (nullable) */
void
heed_typed_show_view (GtkTextView *view, const char *text)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text != NULL ? text : "", -1);
}
