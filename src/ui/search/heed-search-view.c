/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-search-view.h"

#include <glib/gi18n.h>

#include "heed-search-row.h"

/* Of each kind; what is looked for and not among them is found by another word. */
#define MOST 20

struct _HeedSearchView
{
  AdwBin parent_instance;

  HeedLibrary *library;
  GCancellable *cancellable;
  GListStore *found;
  gboolean wants_first;
  GtkStack *states;
  GtkListBox *list;
  GtkLabel *count;
  AdwStatusPage *broken;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (HeedSearchView, heed_search_view, ADW_TYPE_BIN)

/* What the store's thread is asked. */
typedef struct
{
  char *typed;
  GCancellable *cancellable;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->typed);
  g_object_unref (question->cancellable);
  g_free (question);
}

static gpointer
find_in_store (HeedDatabase *database, gpointer data, GError **error)
{
  Question *question = data;

  return heed_search_records_find (database, question->typed, MOST, question->cancellable, error);
}

static const char *
get_heading (HeedFoundKind kind)
{
  switch (kind)
    {
    case HEED_FOUND_REFERENCE:
      return _ ("Numbers");
    case HEED_FOUND_EVENT:
      return _ ("Timeline");
    case HEED_FOUND_POST:
      return _ ("Conversations");
    case HEED_FOUND_CASE:
    case HEED_N_FOUND:
    default:
      return _ ("Cases");
    }
}

static HeedFoundKind
get_kind (GtkListBoxRow *row)
{
  return heed_search_item_get_found (heed_search_row_get_item (HEED_SEARCH_ROW (row)))->kind;
}

static void
row_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  if (before != NULL && get_kind (before) == get_kind (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  GtkWidget *label = gtk_label_new (get_heading (get_kind (row)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "section-heading");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  HeedContext *context = heed_library_get_context (HEED_SEARCH_VIEW (user_data)->library);

  return heed_search_row_new (item, heed_context_now (context), heed_context_get_timezone (context));
}

static void
row_activated_cb (HeedSearchView *self, HeedSearchRow *row)
{
  g_signal_emit (self, chosen_signal, 0, heed_search_row_get_item (row));
}

static void
show_found (HeedSearchView *self, GPtrArray *found)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (items, heed_search_item_new (g_steal_pointer (&found->pdata[i])));
  g_ptr_array_set_free_func (found, NULL);
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), items->pdata, items->len);

  g_autofree char *count = g_strdup_printf (ngettext ("Found in %u place", "Found in %u places", items->len),
                                            items->len);
  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->states, items->len > 0 ? "found" : "nothing");
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedSearchView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = heed_store_run_finish (HEED_STORE (source), result, &error);

  /* Another letter was typed meanwhile, or the window is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->library == NULL)
    return;
  if (error != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->broken, escaped);
      gtk_stack_set_visible_child_name (self->states, "broken");
      return;
    }
  g_clear_object (&self->cancellable);
  show_found (self, found);
  if (self->wants_first)
    heed_search_view_choose_first (self);
}

static void
heed_search_view_dispose (GObject *object)
{
  HeedSearchView *self = HEED_SEARCH_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* The stack is both the bin's child and the template's: only one of them may let it go. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_SEARCH_VIEW);
  g_clear_object (&self->found);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (heed_search_view_parent_class)->dispose (object);
}

static void
heed_search_view_class_init (HeedSearchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_search_view_dispose;
  chosen_signal = g_signal_new ("chosen", HEED_TYPE_SEARCH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                HEED_TYPE_SEARCH_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/search/heed-search-view.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedSearchView, states);
  gtk_widget_class_bind_template_child (widget_class, HeedSearchView, list);
  gtk_widget_class_bind_template_child (widget_class, HeedSearchView, count);
  gtk_widget_class_bind_template_child (widget_class, HeedSearchView, broken);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
heed_search_view_init (HeedSearchView *self)
{
  self->found = g_list_store_new (HEED_TYPE_SEARCH_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, row_header_cb, NULL, NULL);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->found), create_row_cb, self, NULL);
}

/** heed_search_view_set_library: whose store is looked through. Called once. */
void
heed_search_view_set_library (HeedSearchView *self, HeedLibrary *library)
{
  g_return_if_fail (HEED_IS_SEARCH_VIEW (self) && HEED_IS_LIBRARY (library));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
}

/** heed_search_view_search: looks for @typed instead of what was typed before, and shows it when it is there. */
void
heed_search_view_search (HeedSearchView *self, const char *typed)
{
  g_return_if_fail (HEED_IS_SEARCH_VIEW (self) && typed != NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->wants_first = FALSE;
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));
  if (*trimmed == '\0' || self->library == NULL)
    {
      g_list_store_remove_all (self->found);
      gtk_stack_set_visible_child_name (self->states, "hint");
      return;
    }

  Question *question = g_new0 (Question, 1);
  self->cancellable = g_cancellable_new ();
  question->typed = g_steal_pointer (&trimmed);
  question->cancellable = g_object_ref (self->cancellable);
  heed_store_run_async (heed_context_get_store (heed_library_get_context (self->library)), find_in_store, question,
                        question_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable, found_cb,
                        g_object_ref (self));
}

/** heed_search_view_choose_first: opens the first place, as soon as it is known. */
void
heed_search_view_choose_first (HeedSearchView *self)
{
  g_return_if_fail (HEED_IS_SEARCH_VIEW (self));

  /* What is shown is still about what was typed before. */
  self->wants_first = self->cancellable != NULL;
  g_autoptr (HeedSearchItem) first = self->wants_first ? NULL : g_list_model_get_item (G_LIST_MODEL (self->found), 0);
  if (first != NULL)
    g_signal_emit (self, chosen_signal, 0, first);
}
