/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-sidebar.h"

#include "heed-search-view.h"
#include "heed-sidebar-row.h"

struct _HeedSidebar
{
  AdwBin parent_instance;

  HeedLibrary *library;
  GObject *selected;
  gboolean folded;
  GtkWidget *search_button;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *parts;
  HeedSearchView *search;
  GtkListBox *list;
  GtkWidget *sample_note;
};

enum
{
  PROP_FOLDED = 1,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];
static guint chosen_signal, found_signal;

G_DEFINE_FINAL_TYPE (HeedSidebar, heed_sidebar, ADW_TYPE_BIN)

static void
row_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  HeedSection section = heed_sidebar_row_get_section (HEED_SIDEBAR_ROW (row));

  if (before != NULL && heed_sidebar_row_get_section (HEED_SIDEBAR_ROW (before)) == section)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  GtkWidget *label = gtk_label_new (heed_section_get_title (section));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "section-heading");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
create_row_cb (gpointer item, gpointer user_data)
{
  return heed_sidebar_row_new (G_OBJECT (item));
}

static void
row_activated_cb (HeedSidebar *self, HeedSidebarRow *row)
{
  g_signal_emit (self, chosen_signal, 0, heed_sidebar_row_get_item (row));
}

/* Where the list had the focus, it gets it back. */
static void
search_mode_changed_cb (HeedSidebar *self)
{
  gboolean searches = gtk_search_bar_get_search_mode (self->search_bar);

  gtk_stack_set_visible_child_name (self->parts, searches ? "search" : "list");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.stop-search", searches);
  if (searches)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
search_changed_cb (HeedSidebar *self)
{
  heed_search_view_search (self->search, gtk_editable_get_text (self->search_entry));
}

static void
search_activated_cb (HeedSidebar *self)
{
  heed_search_view_choose_first (self->search);
}

static void
found_chosen_cb (HeedSidebar *self, HeedSearchItem *item)
{
  g_signal_emit (self, found_signal, 0, item);
}

static void
stop_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_search_bar_set_search_mode (HEED_SIDEBAR (widget)->search_bar, FALSE);
}

static void
update_sample_note (HeedSidebar *self)
{
  gtk_widget_set_visible (self->sample_note, heed_library_has_sample (self->library));
}

static void
select_row (HeedSidebar *self)
{
  if (self->folded)
    return;
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (row == NULL || heed_sidebar_row_get_item (HEED_SIDEBAR_ROW (row)) == self->selected)
        {
          gtk_list_box_select_row (self->list, row);
          return;
        }
    }
}

/* A folded sidebar shows nothing beside it that could be "the selected one". */
static void
set_folded (HeedSidebar *self, gboolean folded)
{
  if (self->folded == folded)
    return;
  self->folded = folded;
  gtk_list_box_set_selection_mode (self->list, folded ? GTK_SELECTION_NONE : GTK_SELECTION_SINGLE);
  select_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOLDED]);
}

static void
heed_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedSidebar *self = HEED_SIDEBAR (object);

  if (id == PROP_FOLDED)
    g_value_set_boolean (value, self->folded);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeedSidebar *self = HEED_SIDEBAR (object);

  if (id == PROP_FOLDED)
    set_folded (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
heed_sidebar_dispose (GObject *object)
{
  HeedSidebar *self = HEED_SIDEBAR (object);

  g_clear_object (&self->library);
  g_clear_object (&self->selected);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_SIDEBAR);
  G_OBJECT_CLASS (heed_sidebar_parent_class)->dispose (object);
}

static void
heed_sidebar_class_init (HeedSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = heed_sidebar_get_property;
  object_class->set_property = heed_sidebar_set_property;
  object_class->dispose = heed_sidebar_dispose;

  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  chosen_signal = g_signal_new ("chosen", HEED_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_OBJECT);
  found_signal = g_signal_new ("found", HEED_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               HEED_TYPE_SEARCH_ITEM);

  g_type_ensure (HEED_TYPE_SEARCH_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/heed-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedSidebar, search_button);
  gtk_widget_class_bind_template_child (widget_class, HeedSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HeedSidebar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HeedSidebar, parts);
  gtk_widget_class_bind_template_child (widget_class, HeedSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, HeedSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, HeedSidebar, sample_note);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, found_chosen_cb);
  gtk_widget_class_install_action (widget_class, "sidebar.stop-search", NULL, stop_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "sidebar.stop-search", NULL);
}

static void
heed_sidebar_init (HeedSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sidebar.stop-search", FALSE);
  gtk_list_box_set_header_func (self->list, row_header_cb, NULL, NULL);
}

/** heed_sidebar_set_library: shows what is in @library from now on. Called once. */
void
heed_sidebar_set_library (HeedSidebar *self, HeedLibrary *library)
{
  g_return_if_fail (HEED_IS_SIDEBAR (self) && HEED_IS_LIBRARY (library));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (library);
  heed_search_view_set_library (self->search, library);
  gtk_widget_set_sensitive (self->search_button, TRUE);
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (parts, heed_library_get_cases (library));
  g_list_store_append (parts, heed_library_get_companies (library));
  g_autoptr (GtkFlattenListModel) all = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts)));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (all), create_row_cb, NULL, NULL);
  /* An item that moved got a new row. The list keeps the model, and is connected to it before. */
  g_signal_connect_object (all, "items-changed", G_CALLBACK (select_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "notify::has-sample", G_CALLBACK (update_sample_note), self, G_CONNECT_SWAPPED);
  update_sample_note (self);
}

/** heed_sidebar_select: marks what the content shows; nothing when it is not in the list. */
void
heed_sidebar_select (HeedSidebar *self, GObject *item)
{
  g_return_if_fail (HEED_IS_SIDEBAR (self));

  g_set_object (&self->selected, item);
  select_row (self);
}

/** heed_sidebar_search: lets the user type what to look for; what was typed before is there to be replaced. */
void
heed_sidebar_search (HeedSidebar *self)
{
  g_return_if_fail (HEED_IS_SIDEBAR (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
}

/** heed_sidebar_get_focused: (transfer none) (nullable): what the row stands for that has the focus. */
GObject *
heed_sidebar_get_focused (HeedSidebar *self)
{
  g_return_val_if_fail (HEED_IS_SIDEBAR (self), NULL);

  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean has_focus = root != NULL && row != NULL && gtk_root_get_focus (root) != NULL
                       && (gtk_root_get_focus (root) == row || gtk_widget_is_ancestor (gtk_root_get_focus (root), row));

  return has_focus ? heed_sidebar_row_get_item (HEED_SIDEBAR_ROW (row)) : NULL;
}
