/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-keys.h"

#include <glib/gi18n.h>

#include "heed-accessible.h"
#include "heed-shortcut-row.h"

/* The window of the shortcuts, heed-shortcuts.ui, has a row for each; a test compares the two. What is not here is a
 * key of one widget alone: Ctrl+Enter sends from the composer, and opens a new window from anywhere else. */
static const HeedKey keys[] = {
  { "app.preferences", "<Control>comma" },
  { "app.quit", "<Control>q" },
  { "window.close", "<Control>w" },
  { "win.new-case", "<Control>n" },
  { "win.check-company", "<Control>k" },
  { "win.search", "<Control>f" },
  { "win.show-sidebar", "<Alt>Left" },
  { "win.switch-pane", "F6" },
  { "win.show-shortcuts", "<Control>question" },
  { "case.do-step", "<Control>d" },
  { "case.write", "<Control>r" },
  { "case.log-call", "<Control>l" },
  { "case.log-message", "<Control><Shift>l" },
  { "case.paste-reply", "<Control><Shift>v" },
  { "case.add-note", "<Control>m" },
  { "case.note-official", "<Control><Shift>n" },
  { "case.edit", "<Control>e" },
  { "case.show-facts", "F9" },
  { "case.close", "<Control><Shift>d" },
  { "case.reopen", "<Control><Shift>o" },
  { "case.delete", "<Control>Delete" },
  { "draft.copy", "<Control><Shift>c" },
  { "draft.mark-sent", "<Control><Shift>s" },
  { "draft.log-call", "<Control>l" },
  { "draft.rewrite", "<Control><Shift>r" },
  { "draft.answer", "<Control><Shift>a" },
  { "draft.show-snippets", "<Control><Shift>t" },
  { "draft.keep-snippet", "<Control><Shift>k" },
  { "draft.edit-case", "<Control>e" },
  { "draft.back", "<Alt>Up" },
  { "company.start-case", "<Control><Shift>n" },
  { "company.check-again", "F5" },
  { "company.delete", "<Control>Delete" },
};

/** heed_keys_get: (transfer none): all of them. @n: (out): how many */
const HeedKey *
heed_keys_get (guint *n)
{
  *n = G_N_ELEMENTS (keys);
  return keys;
}

/** heed_keys_add_to_application: the keys of what the application and its windows do. */
void
heed_keys_add_to_application (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_has_prefix (keys[i].action, "app.") || g_str_has_prefix (keys[i].action, "win"))
      gtk_application_set_accels_for_action (application, keys[i].action, (const char *[]){ keys[i].trigger, NULL });
}

static gboolean
run_cb (GtkWidget *page, GVariant *arguments, gpointer user_data)
{
  const HeedKey *key = user_data;

  /* Another page may be in sight, with another meaning of the key. */
  return gtk_widget_get_mapped (page) && gtk_widget_activate_action_variant (page, key->action, NULL);
}

/**
 * heed_keys_show: the window of the shortcuts, for @parent.
 *
 * It is none of GTK's own: GTK 4.8 measures that one too small and warns, it does not fit a phone, and where GTK looks
 * for it, at gtk/help-overlay.ui, it would be there from the start, hidden. GTK 4.8 names a hidden window to a screen
 * reader that asks for a window closed meanwhile; a hidden window has no path on the accessibility bus, so the answer
 * is broken and the program with it.
 */
void
heed_keys_show (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  g_type_ensure (HEED_TYPE_SHORTCUT_ROW);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/heed/Heed/ui/heed-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  heed_accessible_name_parts (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON, _ ("Search"));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}

/**
 * heed_keys_add_to_page: the keys of what @page does, while it is in sight, also where the focus is in the list beside
 * it.
 * @prefix: of its actions, such as "case."
 */
void
heed_keys_add_to_page (GtkWidget *page, const char *prefix)
{
  g_return_if_fail (GTK_IS_WIDGET (page) && prefix != NULL);

  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_has_prefix (keys[i].action, prefix))
      gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                          gtk_callback_action_new (run_cb, (gpointer) &keys[i], NULL)));
  gtk_widget_add_controller (page, controller);
}
