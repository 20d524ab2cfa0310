/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page where a message is written: how its text leaves it, and what is asked before. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "heed-test-composer.h"

#define PRIVATE_TEXT "@care@nettle.example Case NB-4711: please call me, my account is " PRIVATE_NUMBER "."
#define MILD_TEXT "@care@nettle.example Case NB-4711: please mend it, you idiots."

typedef struct
{
  char *text;
  gboolean is_read;
} Clipping;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Clipping *clipping = user_data;

  clipping->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  clipping->is_read = TRUE;
}

static gboolean
is_read (gpointer data)
{
  return ((Clipping *) data)->is_read;
}

static char *
dup_clipboard (Fixture *fixture)
{
  Clipping clipping = { 0 };

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->window), NULL, read_cb, &clipping);
  heed_test_wait_until (is_read, &clipping);
  return clipping.text;
}

static void
copy (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.copy", NULL));
  heed_test_settle ();
}

static AdwMessageDialog *
get_question (void)
{
  return ADW_MESSAGE_DIALOG (heed_test_find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
answer (const char *response)
{
  g_assert_nonnull (get_question ());
  GtkWidget *button = heed_test_find_widget (GTK_WIDGET (get_question ()), GTK_TYPE_BUTTON, response);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  heed_test_settle ();
  g_assert_null (get_question ());
}

static gboolean
is_said (Fixture *fixture, const char *sentence)
{
  return heed_test_find_widget (GTK_WIDGET (fixture->page->toasts), GTK_TYPE_LABEL, sentence) != NULL;
}

/* S79, S88: something private in a public text is named before it is copied, and what mends it has the keys; whoever
 * wants it all the same has it. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (fixture->page->text_view);
  GtkTextIter start, end;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->window), "before");
  type (fixture, PRIVATE_TEXT);
  copy (fixture);
  g_assert_nonnull (get_question ());
  g_assert_nonnull (strstr (adw_message_dialog_get_body (get_question ()), PRIVATE_NUMBER));
  g_assert_cmpstr (adw_message_dialog_get_default_response (get_question ()), ==, "look");
  heed_test_check_names (GTK_WIDGET (get_question ()));
  answer ("_Look at it");
  g_autofree char *kept = dup_clipboard (fixture);
  g_assert_cmpstr (kept, ==, "before");
  g_assert_false (gtk_revealer_get_reveal_child (fixture->page->sent_bar));
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
  g_autofree char *selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (selected, ==, PRIVATE_NUMBER);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->page->warning_list)));

  copy (fixture);
  answer ("anyway");
  g_autofree char *taken = dup_clipboard (fixture);
  g_assert_cmpstr (taken, ==, PRIVATE_TEXT);
  g_assert_true (gtk_revealer_get_reveal_child (fixture->page->sent_bar));

  /* To the company alone one may say it. */
  g_object_set (fixture->page, "channel", "dm", NULL);
  type (fixture, PRIVATE_TEXT);
  copy (fixture);
  g_assert_null (get_question ());
}

/* S80: so is a text that the network does not take. */
static void
test_excess (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (fixture->page->text_view);
  g_autofree char *long_one = g_strnfill (503, 'a');
  GtkTextIter cursor;

  type (fixture, long_one);
  copy (fixture);
  g_assert_nonnull (get_question ());
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (get_question ()), "3 characters too many"));
  answer ("_Look at it");
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_true (gtk_text_iter_is_end (&cursor));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->page->text_view));

  /* The gravest thing first. */
  g_autofree char *both = g_strconcat (long_one, " " PRIVATE_TEXT, NULL);
  type (fixture, both);
  copy (fixture);
  g_assert_nonnull (get_question ());
  g_assert_nonnull (strstr (adw_message_dialog_get_body (get_question ()), PRIVATE_NUMBER));
  answer ("anyway");
  g_autofree char *taken = dup_clipboard (fixture);
  g_assert_cmpstr (taken, ==, both);
}

/* What is only better mended asks nothing: the person reads of it when it is copied. */
static void
test_mild (Fixture *fixture, gconstpointer data)
{
  type (fixture, MILD_TEXT);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->page->warnings)), ==, 1);
  copy (fixture);
  g_assert_null (get_question ());
  g_assert_true (is_said (fixture, "Copied. 1 thing is still marked in the text."));
  g_autofree char *taken = dup_clipboard (fixture);
  g_assert_cmpstr (taken, ==, MILD_TEXT);
}

/* Heed hides what is private in the story; its own text asks nothing. */
static void
test_own_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeedCase) the_case = heed_case_copy (heed_case_item_get_case (fixture->item));

  g_free (the_case->facts->what_happened);
  the_case->facts->what_happened = g_strdup ("I gave them my number " PRIVATE_NUMBER " and nobody came.");
  heed_test_put_case (fixture->library, the_case);
  heed_test_settle ();
  g_autofree char *text = dup_text (fixture);
  g_assert_null (strstr (text, PRIVATE_NUMBER));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->page->warnings)), >, 0);
  copy (fixture);
  g_assert_null (get_question ());
}

/* A post of a thread is judged by what is in it, not by what is in the others; opening a place asks like copying. */
static void
test_ways (Fixture *fixture, gconstpointer data)
{
  type (fixture, PRIVATE_TEXT);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.copy-text", "s", "Post 1: nothing private");
  heed_test_settle ();
  g_assert_null (get_question ());
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.copy-text", "s", "My account is " PRIVATE_NUMBER);
  heed_test_settle ();
  answer ("anyway");
  g_autofree char *taken = dup_clipboard (fixture);
  g_assert_cmpstr (taken, ==, "My account is " PRIVATE_NUMBER);
  g_assert_false (gtk_revealer_get_reveal_child (fixture->page->sent_bar));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "draft.open", NULL);
  heed_test_settle ();
  g_assert_nonnull (get_question ());
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_heading (get_question ()), "Open"));
  answer ("_Look at it");
}

/* A program for e-mail that only notes what it was called with. */
static char *
install_mailer (void)
{
  char *log = g_build_filename (g_get_user_data_dir (), "called", NULL);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *entry = g_build_filename (folder, "heed-test-mailer.desktop", NULL);
  g_autofree char *script = g_build_filename (g_get_user_data_dir (), "mailer.sh", NULL);
  g_autofree char *defaults = g_build_filename (g_get_user_config_dir (), "mimeapps.list", NULL);
  g_autofree char *commands = g_strdup_printf ("printf '%%s' \"$1\" >'%s.new'; mv '%s.new' '%s'\n", log, log, log);
  g_autofree char *words = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Mailer\nExec=sh %s %%u\n"
                                            "MimeType=x-scheme-handler/mailto;\n",
                                            script);

  g_mkdir_with_parents (folder, 0700);
  g_mkdir_with_parents (g_get_user_config_dir (), 0700);
  g_assert_true (g_file_set_contents (script, commands, -1, NULL));
  g_assert_true (g_file_set_contents (entry, words, -1, NULL));
  g_assert_true (g_file_set_contents (
    defaults, "[Default Applications]\nx-scheme-handler/mailto=heed-test-mailer.desktop\n", -1, NULL));
  return log;
}

static gboolean
exists (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

/* What the program for e-mail is handed when the button is pressed. */
static char *
open_mail (Fixture *fixture, const char *log)
{
  char *link = NULL;

  g_remove (log);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->open_button)));
  g_assert_cmpstr (gtk_label_get_label (fixture->page->open_label), ==, "_Open in the e-mail program");
  g_signal_emit_by_name (fixture->page->open_button, "clicked");
  heed_test_wait_until (exists, (gpointer) log);
  heed_test_settle ();
  g_assert_true (g_file_get_contents (log, &link, NULL, NULL));
  return link;
}

/* S76, S77: an e-mail goes to the program for it with all there is; where that is too much for a link, as Hebrew soon
 * is, with the address and the subject, and the text is pasted. */
static void
test_mail (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = install_mailer ();
  g_autoptr (GString) hebrew = g_string_new (NULL);

  g_object_set (fixture->page, "channel", "email", "network", "", NULL);
  type (fixture, "Short & sweet. Case NB-4711: please mend it.");
  g_autofree char *whole = open_mail (fixture, log);
  g_assert_true (g_str_has_prefix (whole, "mailto:care@nettle.example?subject="));
  g_assert_true (g_str_has_suffix (whole, "&body=Short%20%26%20sweet.%20Case%20NB-4711%3A%20please%20mend%20it."));
  g_assert_false (is_said (fixture, "The text is copied: paste it into the message."));

  while (hebrew->len < 1000)
    g_string_append (hebrew, "הקו שלי מנותק כבר שלושה שבועות. ");
  gtk_editable_set_text (fixture->page->subject_entry, "הקו מנותק");
  type (fixture, hebrew->str);
  g_autofree char *subject = g_uri_escape_string ("הקו מנותק", NULL, FALSE);
  g_autofree char *expected = g_strconcat ("mailto:care@nettle.example?subject=", subject, NULL);
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (GTK_WIDGET (fixture->page->open_button)), "Paste it there"));
  g_autofree char *link = open_mail (fixture, log);
  g_assert_cmpstr (link, ==, expected);
  g_autofree char *taken = dup_clipboard (fixture);
  g_assert_cmpstr (taken, ==, hebrew->str);
  g_assert_true (is_said (fixture, "The text is copied: paste it into the message."));
  g_assert_true (gtk_revealer_get_reveal_child (fixture->page->sent_bar));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("ask-private", test_private);
  ADD ("ask-excess", test_excess);
  ADD ("mild", test_mild);
  ADD ("own-text", test_own_text);
  ADD ("ways", test_ways);
  ADD ("mail", test_mail);
  return g_test_run ();
}
