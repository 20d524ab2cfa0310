/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-snippet-popover.h"

#include <glib/gi18n.h>

#include "heed-snippet-row.h"

struct _HeedSnippetPopover
{
  GtkPopover parent_instance;

  char *language;
  GHashTable *reasons; /* nullable: why a snippet, by its number, may not be put into the message */
  GCancellable *cancellable;
  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;

  GtkEditable *search_entry;
  GtkListBox *list;
  GtkLabel *nothing_label;
};

/* What a thread looks through: pages of texts would keep the window from opening at once. */
typedef struct
{
  HeedPrivacy *privacy;
  GPtrArray *items;
} Search;

G_DEFINE_FINAL_TYPE (HeedSnippetPopover, heed_snippet_popover, GTK_TYPE_POPOVER)

static gboolean
is_wanted (gpointer item, gpointer user_data)
{
  HeedSnippetPopover *self = user_data;

  return heed_snippet_item_has (HEED_SNIPPET_ITEM (item), gtk_editable_get_text (self->search_entry));
}

static gboolean
is_readable (HeedSnippetPopover *self, HeedSnippetItem *item)
{
  const char *language = heed_snippet_item_get_snippet (item)->language;

  return *language == '\0' || g_strcmp0 (language, self->language) == 0;
}

/* What is in the language of the message comes first. */
static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  HeedSnippetItem *one = HEED_SNIPPET_ITEM ((gpointer) a), *other = HEED_SNIPPET_ITEM ((gpointer) b);
  const int first = is_readable (user_data, other) - is_readable (user_data, one);

  return first != 0 ? first : heed_snippet_item_compare (one, other);
}

static void
show_reason (HeedSnippetPopover *self, HeedSnippetRow *row)
{
  const gint64 id = heed_snippet_row_get_id (row);

  if (self->reasons != NULL)
    heed_snippet_row_set_reason (row, g_hash_table_lookup (self->reasons, &id));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = heed_snippet_row_new (HEED_SNIPPET_ITEM (item));

  show_reason (user_data, HEED_SNIPPET_ROW (row));
  return row;
}

/* The first that may be put into the message is what Enter takes. */
static void
select_first (HeedSnippetPopover *self)
{
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (self->list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_sensitive (GTK_WIDGET (row)))
      {
        gtk_list_box_select_row (self->list, row);
        return;
      }
}

static void
search_free (gpointer data)
{
  Search *search = data;

  heed_privacy_free (search->privacy);
  g_ptr_array_unref (search->items);
  g_free (search);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Search *search = task_data;
  GHashTable *reasons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < search->items->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const HeedSnippet *snippet = heed_snippet_item_get_snippet (search->items->pdata[i]);
      const char *reason = heed_snippet_find_reason (snippet, search->privacy);

      if (reason != NULL)
        g_hash_table_insert (reasons, g_memdup2 (&snippet->id, sizeof snippet->id), (gpointer) reason);
    }
  g_task_return_pointer (task, reasons, (GDestroyNotify) g_hash_table_unref);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeedSnippetPopover *self = HEED_SNIPPET_POPOVER (source);
  GHashTable *reasons = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkListBoxRow *row;

  /* Another message is being written by now, or none. */
  if (reasons == NULL)
    return;
  self->reasons = reasons;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    show_reason (self, HEED_SNIPPET_ROW (row));
  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL && !gtk_widget_get_sensitive (GTK_WIDGET (row)))
    select_first (self);
}

static void
forget_reasons (HeedSnippetPopover *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
}

/* Till it is known, whoever is quicker hears the reason when they put one in: nothing private gets in by that. */
static void
find_reasons (HeedSnippetPopover *self, GListModel *snippets, HeedPrivacy *privacy)
{
  Search *search = g_new (Search, 1);

  forget_reasons (self);
  self->cancellable = g_cancellable_new ();
  search->privacy = privacy;
  search->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (snippets); i++)
    g_ptr_array_add (search->items, g_list_model_get_item (snippets, i));
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_source_tag (task, find_reasons);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, find_in_thread);
}

static void
searched_cb (HeedSnippetPopover *self)
{
  gtk_label_set_label (self->nothing_label, *gtk_editable_get_text (self->search_entry) != '\0'
                                              ? _ ("None has these words.")
                                              : _ ("Select words of a message and keep them here for the next one."));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  select_first (self);
}

static void
entry_activated_cb (HeedSnippetPopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    adw_action_row_activate (ADW_ACTION_ROW (row));
}

static void
close_cb (HeedSnippetPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
heed_snippet_popover_dispose (GObject *object)
{
  HeedSnippetPopover *self = HEED_SNIPPET_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_SNIPPET_POPOVER);
  g_clear_object (&self->filtered);
  G_OBJECT_CLASS (heed_snippet_popover_parent_class)->dispose (object);
}

static void
heed_snippet_popover_finalize (GObject *object)
{
  HeedSnippetPopover *self = HEED_SNIPPET_POPOVER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  g_free (self->language);
  G_OBJECT_CLASS (heed_snippet_popover_parent_class)->finalize (object);
}

static void
heed_snippet_popover_class_init (HeedSnippetPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_snippet_popover_dispose;
  object_class->finalize = heed_snippet_popover_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/snippets/heed-snippet-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedSnippetPopover, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HeedSnippetPopover, list);
  gtk_widget_class_bind_template_child (widget_class, HeedSnippetPopover, nothing_label);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
heed_snippet_popover_init (HeedSnippetPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = gtk_custom_filter_new (is_wanted, self, NULL);
  self->sorted = gtk_sort_list_model_new (NULL, GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL)));
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (self->sorted), GTK_FILTER (self->filter));
}

/**
 * heed_snippet_popover_show: lists @snippets for a message; to be called each time before it is shown.
 * @privacy: (transfer full) (nullable): that of a message everybody can read, %NULL for one to the company alone
 * @language: of the message
 */
void
heed_snippet_popover_show (HeedSnippetPopover *self, GListModel *snippets, HeedPrivacy *privacy, const char *language)
{
  g_return_if_fail (HEED_IS_SNIPPET_POPOVER (self) && G_IS_LIST_MODEL (snippets));

  if (privacy != NULL)
    find_reasons (self, snippets, privacy);
  else
    forget_reasons (self);
  g_free (self->language);
  self->language = g_strdup (language);
  /* What is allowed and what comes first depends on the message, so all rows are made anew. */
  gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_sort_list_model_set_model (self->sorted, NULL);
  gtk_sort_list_model_set_model (self->sorted, snippets);
  gtk_editable_set_text (self->search_entry, "");
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->filtered), create_row, self, NULL);
  searched_cb (self);
}
