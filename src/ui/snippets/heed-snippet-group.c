/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-snippet-group.h"

#include <glib/gi18n.h>

#include "heed-snippet-dialog.h"
#include "heed-toast.h"

struct _HeedSnippetGroup
{
  AdwPreferencesGroup parent_instance;

  HeedLibrary *library;
  GPtrArray *removed; /* HeedSnippet, for Undo */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HeedSnippetGroup, heed_snippet_group, ADW_TYPE_PREFERENCES_GROUP)

/* Takes @toast. Nobody is there to read it once the window is closed. */
static void
say (HeedSnippetGroup *self, AdwToast *toast)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_WINDOW);

  if (window != NULL)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static void
say_undo (HeedSnippetGroup *self, const char *sentence, gint64 id)
{
  say (self,
       heed_toast_new_with_undo (GTK_WIDGET (self), sentence, "preferences.restore-snippet", g_variant_new_int64 (id)));
}

static void
show_dialog (HeedSnippetGroup *self, const HeedSnippet *snippet)
{
  GtkWindow *dialog = heed_snippet_dialog_new (self->library, snippet);

  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (dialog);
}

static void
add_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_dialog (HEED_SNIPPET_GROUP (widget), NULL);
}

static void
edit_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedSnippetGroup *self = HEED_SNIPPET_GROUP (widget);
  HeedSnippetItem *item = heed_library_find_snippet (self->library, g_variant_get_int64 (parameter));

  if (item != NULL)
    show_dialog (self, heed_snippet_item_get_snippet (item));
}

static HeedSnippet *
find_removed (HeedSnippetGroup *self, gint64 id)
{
  for (guint i = 0; i < self->removed->len; i++)
    if (((HeedSnippet *) self->removed->pdata[i])->id == id)
      return self->removed->pdata[i];
  return NULL;
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedSnippetGroup) self = HEED_SNIPPET_GROUP (user_data);
  g_autoptr (GError) error = NULL;

  if (!heed_library_delete_snippet_finish (HEED_LIBRARY (source), result, &error))
    say (self, adw_toast_new (error->message));
}

static void
remove_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedSnippetGroup *self = HEED_SNIPPET_GROUP (widget);
  const gint64 id = g_variant_get_int64 (parameter);
  HeedSnippetItem *item = heed_library_find_snippet (self->library, id);

  if (item == NULL)
    return;
  const HeedSnippet *snippet = heed_snippet_item_get_snippet (item);
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” is removed."), snippet->name);
  g_ptr_array_add (self->removed, heed_snippet_copy (snippet));
  heed_library_delete_snippet_async (self->library, id, NULL, removed_cb, g_object_ref (self));
  say_undo (self, sentence, id);
}

typedef struct
{
  HeedSnippetGroup *group;
  gint64 id;
} Restoring;

/* What could not be brought back can be tried again, once what the sentence says is done. */
static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Restoring *restoring = user_data;
  g_autoptr (HeedSnippetGroup) self = restoring->group;
  g_autoptr (GError) error = NULL;

  if (heed_library_save_snippet_finish (HEED_LIBRARY (source), result, &error))
    g_ptr_array_remove (self->removed, find_removed (self, restoring->id));
  else
    say_undo (self, error->message, restoring->id);
}

static GtkWidget *
create_remove_button (const HeedSnippet *snippet)
{
  g_autofree char *text = g_strdup_printf (_ ("Remove “%s”"), snippet->name);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "snippets.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", snippet->id);
  return button;
}

static GtkWidget *
create_lock (void)
{
  GtkWidget *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_widget_set_tooltip_text (lock, _ ("Private: never in a public text"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Private"), -1);
  return lock;
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  const HeedSnippet *snippet = heed_snippet_item_get_snippet (HEED_SNIPPET_ITEM (item));
  g_autofree char *line = heed_snippet_item_dup_line (HEED_SNIPPET_ITEM (item));
  AdwActionRow *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", snippet->name, "subtitle", line,
                                    "title-lines", 2, "subtitle-lines", 2, "activatable", TRUE, "tooltip-text",
                                    _ ("Edit the snippet"), NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "snippets.edit");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", snippet->id);
  if (snippet->is_private)
    adw_action_row_add_suffix (row, create_lock ());
  adw_action_row_add_suffix (row, create_remove_button (snippet));
  return GTK_WIDGET (row);
}

static void
heed_snippet_group_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEED_TYPE_SNIPPET_GROUP);
  g_clear_object (&HEED_SNIPPET_GROUP (object)->library);
  G_OBJECT_CLASS (heed_snippet_group_parent_class)->dispose (object);
}

static void
heed_snippet_group_finalize (GObject *object)
{
  g_ptr_array_unref (HEED_SNIPPET_GROUP (object)->removed);
  G_OBJECT_CLASS (heed_snippet_group_parent_class)->finalize (object);
}

static void
heed_snippet_group_class_init (HeedSnippetGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = heed_snippet_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = heed_snippet_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/snippets/heed-snippet-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedSnippetGroup, list);
  gtk_widget_class_install_action (widget_class, "snippets.add", NULL, add_activated_cb);
  gtk_widget_class_install_action (widget_class, "snippets.edit", "x", edit_activated_cb);
  gtk_widget_class_install_action (widget_class, "snippets.remove", "x", remove_activated_cb);
}

static void
heed_snippet_group_init (HeedSnippetGroup *self)
{
  self->removed = g_ptr_array_new_with_free_func ((GDestroyNotify) heed_snippet_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * heed_snippet_group_set_library: shows and changes the texts in @library.
 * @library: (nullable): %NULL when the window is closed: libadwaita 1.2 never lets go of the groups of one
 */
void
heed_snippet_group_set_library (HeedSnippetGroup *self, HeedLibrary *library)
{
  g_return_if_fail (HEED_IS_SNIPPET_GROUP (self));

  g_set_object (&self->library, library);
  gtk_list_box_bind_model (self->list, library != NULL ? heed_library_get_snippets (library) : NULL, create_row, NULL,
                           NULL);
}

/** heed_snippet_group_restore: brings a text back that was removed here. */
void
heed_snippet_group_restore (HeedSnippetGroup *self, gint64 id)
{
  g_return_if_fail (HEED_IS_SNIPPET_GROUP (self));

  const HeedSnippet *removed = find_removed (self, id);
  if (removed == NULL)
    return;
  Restoring *restoring = g_new0 (Restoring, 1);
  restoring->group = g_object_ref (self);
  restoring->id = id;
  heed_library_save_snippet_async (self->library, removed, NULL, restored_cb, restoring);
}
