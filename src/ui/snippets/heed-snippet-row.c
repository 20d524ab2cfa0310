/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-snippet-row.h"

#include <glib/gi18n.h>

struct _HeedSnippetRow
{
  AdwActionRow parent_instance;

  gint64 id;
  char *line;
};

G_DEFINE_FINAL_TYPE (HeedSnippetRow, heed_snippet_row, ADW_TYPE_ACTION_ROW)

static void
heed_snippet_row_activate (AdwActionRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "draft.insert-snippet", "x", HEED_SNIPPET_ROW (row)->id);
}

static void
heed_snippet_row_finalize (GObject *object)
{
  g_free (HEED_SNIPPET_ROW (object)->line);
  G_OBJECT_CLASS (heed_snippet_row_parent_class)->finalize (object);
}

static void
heed_snippet_row_class_init (HeedSnippetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_snippet_row_finalize;
  ADW_ACTION_ROW_CLASS (klass)->activate = heed_snippet_row_activate;
}

static void
heed_snippet_row_init (HeedSnippetRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
}

/** heed_snippet_row_new: (transfer floating): a row for @item, which may be put into the message. */
GtkWidget *
heed_snippet_row_new (HeedSnippetItem *item)
{
  g_return_val_if_fail (HEED_IS_SNIPPET_ITEM (item), NULL);

  HeedSnippetRow *self = g_object_new (HEED_TYPE_SNIPPET_ROW, NULL);
  const HeedSnippet *snippet = heed_snippet_item_get_snippet (item);

  self->id = snippet->id;
  self->line = heed_snippet_item_dup_line (item);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), snippet->name);
  heed_snippet_row_set_reason (self, NULL);
  return GTK_WIDGET (self);
}

/** heed_snippet_row_set_reason: @reason: (nullable): why it may not be put into the message; said in the place of its
 * text */
void
heed_snippet_row_set_reason (HeedSnippetRow *self, const char *reason)
{
  g_return_if_fail (HEED_IS_SNIPPET_ROW (self));

  const char *subtitle = reason != NULL ? reason : self->line;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), reason != NULL ? 0 : 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), reason == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), reason == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
}

/** heed_snippet_row_get_id: the number of its snippet. */
gint64
heed_snippet_row_get_id (HeedSnippetRow *self)
{
  g_return_val_if_fail (HEED_IS_SNIPPET_ROW (self), 0);
  return self->id;
}

/**
 * heed_snippet_find_reason: why @snippet may not be put into a message.
 * @privacy: (nullable): that of a message everybody can read, %NULL for one to the company alone
 *
 * Returns: (transfer none) (nullable): a sentence; %NULL where it may
 */
const char *
heed_snippet_find_reason (const HeedSnippet *snippet, const HeedPrivacy *privacy)
{
  g_return_val_if_fail (snippet != NULL, NULL);

  if (privacy == NULL)
    return NULL;
  if (snippet->is_private)
    return _ ("You marked it private: it is for the private message, not for a public one.");
  g_autoptr (GArray) spans = heed_privacy_find (privacy, snippet->text);
  return spans->len > 0 ? heed_private_kind_to_sentence (g_array_index (spans, HeedPrivateSpan, 0).kind) : NULL;
}
