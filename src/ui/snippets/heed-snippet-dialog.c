/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-snippet-dialog.h"

#include <glib/gi18n.h>

#include "heed-languages.h"
#include "heed-question.h"
#include "heed-scrolling.h"
#include "heed-snippet-records.h"

struct _HeedSnippetDialog
{
  AdwWindow parent_instance;

  HeedLibrary *library;
  HeedSnippet *snippet; /* as it was when the dialog was opened */
  GtkWidget *question;
  gboolean is_saving;

  GtkLabel *problem_label;
  GtkEditable *name_row;
  GtkTextView *text_view;
  AdwComboRow *language_row;
  GtkSwitch *private_switch;
};

static guint saved_signal;

G_DEFINE_FINAL_TYPE (HeedSnippetDialog, heed_snippet_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (HeedSnippetDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Before all languages stands "any". */
static const char *
get_language (HeedSnippetDialog *self)
{
  const guint position = adw_combo_row_get_selected (self->language_row);

  return position > 0 && position <= HEED_N_LANGUAGES ? heed_language_get (position - 1).code : "";
}

static HeedSnippet *
dup_typed (HeedSnippetDialog *self)
{
  g_autofree char *text = dup_text (self);
  HeedSnippet *typed = heed_snippet_new (gtk_editable_get_text (self->name_row), text);

  typed->id = self->snippet->id;
  g_free (typed->language);
  typed->language = g_strdup (get_language (self));
  typed->is_private = gtk_switch_get_active (self->private_switch);
  return typed;
}

static gboolean
is_changed (HeedSnippetDialog *self)
{
  g_autoptr (HeedSnippet) typed = dup_typed (self);

  return !g_str_equal (typed->name, self->snippet->name) || !g_str_equal (typed->text, self->snippet->text)
         || !g_str_equal (typed->language, self->snippet->language) || typed->is_private != self->snippet->is_private;
}

static void
complain (HeedSnippetDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

/* A whole file that is pasted would keep the window busy for minutes, if it has no spaces. What fits is taken. */
static void
insert_text_cb (HeedSnippetDialog *self, GtkTextIter *place, const char *text, int length, GtkTextBuffer *buffer)
{
  const int room = HEED_SNIPPET_MOST_TEXT - gtk_text_buffer_get_char_count (buffer);

  if (g_utf8_strlen (text, length) <= room)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (room > 0)
    gtk_text_buffer_insert (buffer, place, text, (int) (g_utf8_offset_to_pointer (text, room) - text));
  g_autofree char *sentence = g_strdup_printf (
    ngettext ("A snippet takes %d character. The rest was left out: make another one of it.",
              "A snippet takes %d characters. The rest was left out: make another one of it.", HEED_SNIPPET_MOST_TEXT),
    HEED_SNIPPET_MOST_TEXT);
  complain (self, sentence);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedSnippetDialog) self = HEED_SNIPPET_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  const gboolean is_saved = heed_library_save_snippet_finish (HEED_LIBRARY (source), result, &error);

  self->is_saving = FALSE;
  if (self->library == NULL)
    return;
  if (is_saved)
    {
      g_signal_emit (self, saved_signal, 0);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  complain (self, error->message);
}

static void
save_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedSnippetDialog *self = HEED_SNIPPET_DIALOG (widget);
  g_autoptr (HeedSnippet) typed = dup_typed (self);

  if (self->is_saving)
    return;
  self->is_saving = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  heed_library_save_snippet_async (self->library, typed, NULL, saved_cb, g_object_ref (self));
}

static void
answered_cb (HeedSnippetDialog *self, const char *response)
{
  if (g_str_equal (response, "save"))
    gtk_widget_activate_action (GTK_WIDGET (self), "snippet.save", NULL);
  else if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
ask_for_changes (HeedSnippetDialog *self)
{
  if (self->question != NULL)
    return;
  GtkWidget *dialog = heed_question_new_save (GTK_WINDOW (self),
                                              _ ("What you wrote in this snippet is not saved yet."));

  g_set_weak_pointer (&self->question, dialog);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
heed_snippet_dialog_close_request (GtkWindow *window)
{
  HeedSnippetDialog *self = HEED_SNIPPET_DIALOG (window);

  if (self->is_saving)
    return TRUE;
  if (is_changed (self))
    {
      ask_for_changes (self);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (heed_snippet_dialog_parent_class)->close_request (window);
}

/* Typing starts at once; not on Cancel, which a space would press. */
static void
heed_snippet_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (heed_snippet_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (HEED_SNIPPET_DIALOG (widget)->name_row));
}

static void
heed_snippet_dialog_dispose (GObject *object)
{
  HeedSnippetDialog *self = HEED_SNIPPET_DIALOG (object);

  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->library);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEED_TYPE_SNIPPET_DIALOG);
  G_OBJECT_CLASS (heed_snippet_dialog_parent_class)->dispose (object);
}

static void
heed_snippet_dialog_finalize (GObject *object)
{
  heed_snippet_free (HEED_SNIPPET_DIALOG (object)->snippet);
  G_OBJECT_CLASS (heed_snippet_dialog_parent_class)->finalize (object);
}

static void
heed_snippet_dialog_class_init (HeedSnippetDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = heed_snippet_dialog_dispose;
  object_class->finalize = heed_snippet_dialog_finalize;
  widget_class->map = heed_snippet_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = heed_snippet_dialog_close_request;
  saved_signal = g_signal_new ("saved", HEED_TYPE_SNIPPET_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/heed/Heed/ui/snippets/heed-snippet-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeedSnippetDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, HeedSnippetDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, HeedSnippetDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, HeedSnippetDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, HeedSnippetDialog, private_switch);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
  gtk_widget_class_install_action (widget_class, "snippet.save", NULL, save_activated_cb);
}

static void
fill_languages (HeedSnippetDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]){ _ ("Any language"), NULL });

  for (guint i = 0; i < HEED_N_LANGUAGES; i++)
    gtk_string_list_append (names, heed_language_get (i).name);
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
}

static void
heed_snippet_dialog_init (HeedSnippetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  heed_scrolling_pass_on (GTK_SCROLLABLE (self->text_view));
  fill_languages (self);
}

static void
show (HeedSnippetDialog *self, const HeedSnippet *snippet)
{
  gtk_editable_set_text (self->name_row, snippet->name);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), snippet->text, -1);
  gtk_switch_set_active (self->private_switch, snippet->is_private);
  for (guint i = 0; i < HEED_N_LANGUAGES; i++)
    if (g_str_equal (heed_language_get (i).code, snippet->language))
      adw_combo_row_set_selected (self->language_row, i + 1);
}

/**
 * heed_snippet_dialog_new: (transfer none): the window where @snippet is written.
 * @snippet: (nullable): with the id 0, or %NULL, for a new one
 */
GtkWindow *
heed_snippet_dialog_new (HeedLibrary *library, const HeedSnippet *snippet)
{
  g_return_val_if_fail (HEED_IS_LIBRARY (library), NULL);

  HeedSnippetDialog *self = g_object_new (HEED_TYPE_SNIPPET_DIALOG, NULL);

  self->library = g_object_ref (library);
  if (snippet != NULL)
    show (self, snippet);
  gtk_window_set_title (GTK_WINDOW (self),
                        snippet != NULL && snippet->id != 0 ? _ ("Edit the snippet") : _ ("New snippet"));
  /* As it reads from the fields: a language that is not among them is any. */
  self->snippet = heed_snippet_new ("", "");
  self->snippet->id = snippet != NULL ? snippet->id : 0;
  HeedSnippet *shown = dup_typed (self);
  heed_snippet_free (self->snippet);
  self->snippet = shown;
  return GTK_WINDOW (self);
}
