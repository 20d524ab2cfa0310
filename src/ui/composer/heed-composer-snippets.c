/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts of the user's own in the message: put in, and kept out of it. */

#include "heed-composer-private.h"

#include <glib/gi18n.h>

#include "heed-privacy.h"
#include "heed-shorten.h"
#include "heed-snippet-dialog.h"
#include "heed-snippet-popover.h"
#include "heed-snippet-row.h"

/* A name is proposed from the first words. */
#define NAME_CHARS 40

/* Where everybody can read it, what is private stays out. */
static HeedPrivacy *
new_privacy (HeedComposer *self)
{
  return heed_composer_is_public (self) ? heed_privacy_new_with_memory (self->facts, self->memory) : NULL;
}

/* Of the message; where the case says none, it is English. */
static const char *
get_language (HeedComposer *self)
{
  const char *chosen = heed_composer_get_language (self);

  if (chosen == NULL)
    chosen = self->facts->language;
  return chosen != NULL ? chosen : "en";
}

static void
fill_popover (GtkMenuButton *button, gpointer user_data)
{
  HeedComposer *self = HEED_COMPOSER (user_data);
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (self->facts != NULL)
    heed_snippet_popover_show (HEED_SNIPPET_POPOVER (popover), heed_library_get_snippets (self->library),
                               new_privacy (self), get_language (self));
}

static void
show_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);

  /* Where there is no text to put them into, the button is not seen. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->snippet_button)))
    gtk_menu_button_popup (self->snippet_button);
}

static void
insert_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  HeedSnippetItem *item = heed_library_find_snippet (self->library, g_variant_get_int64 (parameter));
  g_autoptr (HeedPrivacy) privacy = new_privacy (self);

  gtk_menu_button_popdown (self->snippet_button);
  if (item == NULL)
    return;
  const HeedSnippet *snippet = heed_snippet_item_get_snippet (item);
  const char *reason = heed_snippet_find_reason (snippet, privacy);
  if (reason == NULL)
    heed_composer_insert (self, snippet->text);
  else
    heed_composer_say (self, reason);
}

static void
kept_cb (HeedComposer *self)
{
  heed_composer_say (self, _ ("Kept as a snippet"));
}

static void
keep_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      heed_composer_say (self, _ ("Select the words to keep first"));
      return;
    }
  g_autofree char *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_autofree char *clean = heed_shorten_clean (text);
  g_autofree char *beginning = heed_shorten_cut (clean, NAME_CHARS);
  g_autoptr (HeedSnippet) snippet = heed_snippet_new (beginning, text);
  g_free (snippet->language);
  snippet->language = g_strdup (get_language (self));
  GtkWindow *dialog = heed_snippet_dialog_new (self->library, snippet);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (dialog);
}

/** heed_composer_install_snippets: what can be done with them, as actions of the class; and its button in the template.
 */
void
heed_composer_install_snippets (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEED_TYPE_SNIPPET_POPOVER);
  gtk_widget_class_bind_template_child (widget_class, HeedComposer, snippet_button);
  gtk_widget_class_install_action (widget_class, "draft.show-snippets", NULL, show_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.insert-snippet", "x", insert_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.keep-snippet", NULL, keep_activated_cb);
}

/** heed_composer_bind_snippets: fills the list each time it is opened. To be called once. */
void
heed_composer_bind_snippets (HeedComposer *self)
{
  gtk_menu_button_set_create_popup_func (self->snippet_button, fill_popover, self, NULL);
  /* Whoever closes it goes on writing. */
  g_signal_connect_object (gtk_menu_button_get_popover (self->snippet_button), "closed",
                           G_CALLBACK (gtk_widget_grab_focus), self->text_view, G_CONNECT_SWAPPED);
}
