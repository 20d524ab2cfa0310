/* SPDX-FileCopyrightText: The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a text leaves the window: to the clipboard, and to where it is sent. What the person may not have seen is said
 * before; what they do then is theirs to say. */

#include "heed-composer-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "heed-question.h"
#include "heed-warning-item.h"
#include "heed-warning-row.h"

typedef enum
{
  COPY,
  COPY_PART,
  OPEN,
} Way;

/* What waits for an answer. @text is what goes out. */
typedef struct
{
  HeedComposer *page;
  Way way;
  char *text;
} Waiting;

static void
waiting_free (gpointer data, GClosure *closure)
{
  Waiting *waiting = data;

  g_object_unref (waiting->page);
  g_free (waiting->text);
  g_free (waiting);
}

static gboolean
is_mail (HeedComposer *self)
{
  return g_strcmp0 (self->channel, "email") == 0;
}

/* Heed cannot see whether something was sent; the person says so, once there was something to send. */
static void
ask_whether_sent (HeedComposer *self)
{
  gtk_widget_set_visible (self->url_entry, heed_composer_is_public (self));
  gtk_revealer_set_reveal_child (self->sent_bar, TRUE);
}

/* The post of the company below which a reply is written. */
static char *
dup_reply_link (HeedComposer *self, const char *text, gboolean *has_text)
{
  const HeedEvent *post = heed_channel_find_post (heed_case_item_get_case (self->item)->events, self->network);

  return post != NULL ? heed_rendition_dup_reply_link (self->network, post->url, text, has_text) : NULL;
}

/**
 * heed_composer_dup_link: where to write.
 * @has_text: (out): whether the text is there already
 *
 * Returns: (transfer full) (nullable)
 */
char *
heed_composer_dup_link (HeedComposer *self, gboolean *has_text)
{
  g_autofree char *text = heed_composer_dup_text (self);
  const char *subject = gtk_editable_get_text (self->subject_entry);

  if (self->facts == NULL || self->channel == NULL)
    return NULL;
  if (heed_composer_is_reply (self))
    return dup_reply_link (self, text, has_text);
  g_auto (GStrv) posts = heed_composer_split (self, text);
  char *link = heed_rendition_dup_link (self->facts, self->channel, self->network, *subject != '\0' ? subject : NULL,
                                        posts[0] != NULL ? posts[0] : "");
  *has_text = link != NULL;
  /* An e-mail that is too long for a link is pasted; the link has the address and the subject still. */
  if (link == NULL && is_mail (self))
    link = heed_rendition_dup_link (self->facts, self->channel, NULL, *subject != '\0' ? subject : NULL, "");
  return link;
}

/* It stays until it is closed: the person is in another program now. */
static void
say_whether_to_paste (HeedComposer *self)
{
  gboolean has_text = TRUE;

  g_free (heed_composer_dup_link (self, &has_text));
  if (!is_mail (self) || has_text)
    return;
  AdwToast *toast = adw_toast_new (_ ("The text is copied: paste it into the message."));
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeedComposer) self = HEED_COMPOSER (user_data);
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    {
      ask_whether_sent (self);
      say_whether_to_paste (self);
    }
  else
    heed_composer_say (self, _ ("No program opened it. Copy the text and paste it where you write."));
}

/* Some pages lose what a link carries when one has to sign in first, so the text is on the clipboard too. */
static void
open_place (HeedComposer *self, const char *text)
{
  gboolean has_text;
  g_autofree char *link = heed_composer_dup_link (self, &has_text);

  if (link == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_show_uri_full (heed_composer_get_window (self), link, GDK_CURRENT_TIME, NULL, opened_cb, g_object_ref (self));
}

static void
say_copied (HeedComposer *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->warnings));
  g_autofree char *rest = g_strdup_printf (
    ngettext ("Copied. %u thing is still marked in the text.", "Copied. %u things are still marked in the text.", n),
    n);

  heed_composer_say (self, n > 0 ? rest : _ ("Copied"));
}

static void
go (HeedComposer *self, Way way, const char *text)
{
  if (way == OPEN)
    {
      open_place (self, text);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  if (way == COPY_PART)
    {
      heed_composer_say (self, _ ("Copied"));
      return;
    }
  say_copied (self);
  if (g_strcmp0 (self->channel, "phone") != 0)
    ask_whether_sent (self);
}

/* Where the list has the first warning of what @text must not tell; G_MAXUINT for nothing. What Heed hid already can no
 * more be repaired, and is only said. */
static guint
find_private (HeedComposer *self, const char *text)
{
  g_autofree char *whole = heed_composer_dup_text (self);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->warnings)); i++)
    {
      g_autoptr (HeedWarningItem) item = g_list_model_get_item (G_LIST_MODEL (self->warnings), i);
      const HeedWarning *warning = heed_warning_item_get_warning (item);

      if (!g_str_equal (warning->kind, "private") || warning->repair == NULL)
        continue;
      g_autofree char *words = g_utf8_substring (whole, warning->start, warning->end);
      if (strstr (text, words) != NULL)
        return i;
    }
  return G_MAXUINT;
}

/* Why @text had better stay here: the gravest reason there is, in a sentence. */
static char *
dup_reason (HeedComposer *self, const char *text)
{
  const guint position = find_private (self, text);
  char *message = NULL;

  if (position == G_MAXUINT)
    return heed_composer_dup_excess (self, text);
  g_autoptr (HeedWarningItem) item = g_list_model_get_item (G_LIST_MODEL (self->warnings), position);
  g_object_get (item, "message", &message, NULL);
  return message;
}

static void
select_words (HeedComposer *self, const HeedWarning *warning)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) warning->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) warning->end);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

/* The words are selected, and the keys are on what mends them. A text that is too long is shortened from its end. */
static void
look (HeedComposer *self, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  const guint position = find_private (self, text);
  GtkTextIter end;

  if (position != G_MAXUINT)
    {
      g_autoptr (HeedWarningItem) item = g_list_model_get_item (G_LIST_MODEL (self->warnings), position);

      select_words (self, heed_warning_item_get_warning (item));
      heed_warning_row_offer_repair (
        HEED_WARNING_ROW (gtk_list_box_get_row_at_index (self->warning_list, (int) position)));
    }
  else
    {
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_place_cursor (buffer, &end);
      gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
    }
  gtk_text_view_scroll_mark_onscreen (self->text_view, gtk_text_buffer_get_insert (buffer));
}

static void
answered_cb (GtkWidget *dialog, const char *response, gpointer user_data)
{
  const Waiting *waiting = user_data;

  /* The page may be gone by now. */
  if (waiting->page->library == NULL)
    return;
  if (g_str_equal (response, "anyway"))
    go (waiting->page, waiting->way, waiting->text);
  else
    look (waiting->page, waiting->text);
}

static void
ask (HeedComposer *self, Way way, const char *text, const char *reason)
{
  GtkWidget *dialog;
  Waiting *waiting = g_new (Waiting, 1);

  if (way == OPEN)
    dialog = heed_question_new_anyway (heed_composer_get_window (self), _ ("Open it all the same?"), reason,
                                       _ ("_Open anyway"));
  else
    dialog = heed_question_new_anyway (heed_composer_get_window (self), _ ("Copy it all the same?"), reason,
                                       _ ("_Copy anyway"));
  *waiting = (Waiting){ g_object_ref (self), way, g_strdup (text) };
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), waiting, waiting_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
go_or_ask (HeedComposer *self, Way way, const char *text)
{
  /* What was typed a moment ago counts, too. */
  heed_composer_update (self);
  g_autofree char *reason = dup_reason (self, text);

  if (reason != NULL)
    ask (self, way, text, reason);
  else
    go (self, way, text);
}

static void
copy_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  g_autofree char *text = heed_composer_dup_text (self);

  go_or_ask (self, COPY, text);
}

/* A field of a web form, or a post of a thread, by itself. The list of them may be made anew meanwhile. */
static void
copy_text_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *text = g_variant_dup_string (parameter, NULL);

  go_or_ask (HEED_COMPOSER (widget), COPY_PART, text);
}

static void
open_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeedComposer *self = HEED_COMPOSER (widget);
  g_autofree char *text = heed_composer_dup_text (self);

  go_or_ask (self, OPEN, text);
}

/** heed_composer_install_handover: the ways out, as actions of the class. */
void
heed_composer_install_handover (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "draft.copy", NULL, copy_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.copy-text", "s", copy_text_activated_cb);
  gtk_widget_class_install_action (widget_class, "draft.open", NULL, open_activated_cb);
}
